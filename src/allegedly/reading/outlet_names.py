"""Names of news outlets: those of the vocabulary, the article's own, and what stands behind a noun for what makes news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.reading import lexicons
from allegedly.reading.nominals import makes_news
from allegedly.reading.parse import Parse

_PROPER = ("NNP", "NNPS")
_EDITION = re.compile(r"\s*\([^)]*\)")
STATIONS = frozenset({"Radio", "TV", "Television", "Telewizja", "Televizija", "Rádio", "Televisión"})
"""First words of broadcasters' names."""
_JOINTS = frozenset({"of", "for", "and", "the", "de", "del", "der", "den", "van", "von", "la", "du", "des", "-", "&"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday i".split())
_LONGEST = 12


def outlets_in(parse: Parse, outlet: str | None, recognised: set[int], speaking: frozenset[int]) -> list[tuple[int, int, str]]:
    """First and last token and full name of outlets of the vocabulary, and of the article's own, as they are called."""
    table = lexicons.outlets()
    forms = own_forms(outlet)
    found = []
    n = len(parse)
    i = 0
    while i < n:
        word = parse.word[i]
        choices = table.get(word, ())
        mine = [form for form in forms if form[0] == word and (len(form) > 1 or word.isupper() or _has_article(parse, i))]
        if mine:
            choices = (*((form, " ".join(forms[0])) for form in mine), *choices)
        here = None
        for words, name in choices:
            last = i + len(words) - 1
            if last >= n or parse.sentence[last] != parse.sentence[i]:
                continue
            if any(parse.word[i + k] != w for k, w in enumerate(words)):
                continue
            first = i
            if words[0] in ("The", "the"):
                if len(words) == 1:
                    continue
                first += 1
            if _is_outlet(parse, first, last, recognised, speaking, called=words):
                here = (first, last, name)
                break
        if here is None:
            i += 1
            continue
        last = here[1]
        found.append(here)
        i = last + 1
    return found


def said_to_be_outlets(parse: Parse) -> Iterator[tuple[int, int]]:
    """Capitalised words straight behind a noun for what makes news: *the website* Lights of the Tropics."""
    for i in range(len(parse) - 1):
        if not makes_news(parse, i) or parse.word[i][0].isupper() or not _is_capital(parse, i + 1):
            continue
        first = last = i + 1
        while last + 1 < len(parse) and last - first < _LONGEST and parse.sentence[last + 1] == parse.sentence[first]:
            reach = last + 1
            while reach < len(parse) - 1 and parse.lower[reach] in _JOINTS and reach - last < 3:
                reach += 1
            if not _is_capital(parse, reach) or parse.sentence[reach] != parse.sentence[first]:
                break
            last = reach
        if parse.word[first] not in lexicons.first_names() and parse.word[first] not in lexicons.titles():
            yield first, last


def own_forms(outlet: str | None) -> list[tuple[str, ...]]:
    """What an outlet may call itself: its name without what tells of the edition, its last word, its initials.

    *The Harbour Courier (in English)* is *the Harbour Courier*, *the Courier*, and *Ocean Cricket Service* is *OCS*.
    """
    base = _EDITION.sub("", outlet or "").strip()
    called = base.split(",")[0].strip()
    ends = called.split() or [""]
    if ends[0] in ("The", "the") or ends[0] in STATIONS or ends[-1] in lexicons.mastheads():
        base = called  # "Radio Donau, Science at Six"; a firm's "investor news" are no outlet's
    words = tuple(base.split())
    printed = words[:1] in (("The",), ("the",))
    words = words[1:] if printed else words
    if not words:
        return []
    forms = [words]
    last = words[-1]
    whole = (len(words) > 1 and words[-2][:1].isupper()) or (len(words) > 2 and words[-2] == "&")
    if whole and last[:1].isupper() and (printed or last in lexicons.mastheads()):
        forms.append((last,))
    letters = "".join(word[0] for word in words if word[0].isupper())
    if len(letters) > 2 and len(letters) == len(words):
        forms.append((letters,))
    return forms


def _has_article(parse: Parse, token: int) -> bool:
    return token > 0 and parse.lower[token - 1] == "the"


def _is_capital(parse: Parse, token: int) -> bool:
    """Whether the word begins with a capital, and may belong to a name."""
    return parse.word[token][0].isupper() and parse.lower[token] not in _DAYS and parse.tag[token][:2] != "PR"


def _is_outlet(
    parse: Parse, first: int, last: int, recognised: set[int], speaking: frozenset[int], *, called: tuple[str, ...]
) -> bool:
    """Whether words that an outlet is called by name it here, and are no part of a longer name or a plain word."""
    before, after = first - 1, last + 1
    article = before >= 0 and parse.lower[before] == "the"
    if before >= 0 and parse.tag[before] in _PROPER and parse.sentence[before] == parse.sentence[first] and not article:
        near = parse.word[before] in lexicons.states() or parse.word[before] in lexicons.titles()
        if not near and parse.head[before] in range(first, last + 1):
            return False
    if (
        after < len(parse)
        and parse.tag[after] in _PROPER
        and parse.head[last] > last
        and parse.sentence[after] == parse.sentence[last]
    ):
        sort = lexicons.sorts().get(parse.lower[after])
        if sort is None or sort.kind not in ("person", "outlet"):
            return False
    acronym = called[-1].isupper() and len(called[-1]) > 2 and not shouted(parse, first)
    if last > first:
        return True
    if article and called[0] in ("The", "the"):
        return first in recognised or first in speaking
    if acronym and first in recognised:
        return True
    if first in speaking:
        return parse.tag[first] in _PROPER or article
    sort = lexicons.sorts().get(parse.lower[after]) if after < len(parse) else None
    return (
        first in recognised
        and (article or (sort is not None and sort.kind == "outlet") or parse.dep[first] in ("pobj", "nsubj", "poss"))
        and (parse.tag[first] in _PROPER)
        and (parse.word[first] not in lexicons.first_names())
    )


def shouted(parse: Parse, token: int) -> bool:
    """Whether the sentence is printed in capitals, so that capitals say nothing."""
    first, last = parse.sentences[parse.sentence[token]]
    words = [w for w in parse.word[first : min(last, first + 30) + 1] if w.isalpha() and len(w) > 3]
    return len(words) > 2 and all(w.isupper() for w in words)
