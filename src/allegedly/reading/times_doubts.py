"""What only looks like a time: counts, ages, rates, names, and words of time that say something else where they stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from allegedly.reading.times_direction import words
from allegedly.reading.times_grammar import counts
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse
    from allegedly.reading.times_grammar import Match

_MONEY = ("$", "£", "€")
_HYPHENS = tuple("-‐‑")
_PATH = tuple("/_-=&")
"""Marks beside a date that stands in an address rather than in a sentence."""
_NEVER_CAPITAL = ("unit", "units", "deictic", "part", "clockword", "tonight", "weekend", "vague", "often")
"""Classes whose words have a capital only where they begin a sentence or belong to a name or a headline."""
_ALL_CAPITALS = 0.6
"""Share of a sentence's words with a capital, from which it is a headline."""
_NAMED = ("ORG", "PRODUCT", "WORK_OF_ART", "FAC", "LAW")


def is_time(parse: Parse, match: Match) -> bool:
    """Whether the words are a time where they stand. Never raises."""
    text, end = parse.text, match.end
    if match.has("iso", "slash") and (text[end : end + 1] in _PATH or text[match.start - 1 : match.start] in _PATH):
        return False
    if match.has("weekday", "deictic", "part") and _is_inside_name(parse, match):
        return False
    if match.meaning in ("duration", "away"):
        if match.has("old"):
            return _is_age_of_thing(parse, end)
        if text[end : end + 12].lstrip(" -‑–").startswith(("old", "of age")) or _is_rate(parse, match):
            return False
        if text[max(0, match.start - 5) : match.start].lower() == "aged ":
            return False
    if match.meaning == "year" and len(match.words) == 1 and not match.loose:
        return _is_year(parse, match)
    if match.meaning in ("duration", "open") and text[match.start - 1 : match.start] in _MONEY:
        return False
    if match.meaning in ("open", "often"):
        return _is_open(parse, match)
    if not match.has("feast", "month") and _is_titled(parse, match):
        return False
    if match.has("feast") and not match.has("unit", "eve", "year"):
        return not _is_first_of_compound(parse, match)
    if match.meaning == "month" and len(match.words) == 1:
        return not (_is_name(parse, match) or _is_march(parse, match))
    return True


def _is_year(parse: Parse, match: Match) -> bool:
    """Whether four digits are a year: by the word before them, or since they count nothing that follows."""
    text, start, end = parse.text, match.start, match.end
    before, after = text[max(0, start - 12) : start], text[end : end + 2]
    if before.endswith(("post-", "pre-")):
        return True
    if before[-1:] in (*_MONEY, "#", ".", "-", "/", ":", "+") or after[:1] in ("%", ":", "/", "-") or before[-4:] == "No. ":
        return False
    word = match.words[0]
    lead = before.split()[-1].lower().strip("(") if before.split() else ""
    if word.lower[0] in "'’‘":
        return lead in words("year")  # "iLife '11" is a product
    if not word.lower[0].isdigit():
        return True
    if lead in words("year"):
        return counts(parse, end) < 2
    if not "1900" <= word.value <= "2050" or _is_named(parse, word.start):
        return False
    counted = counts(parse, end)
    # "The 1992 protests" are of that year; "the 2000 protesters" may be counted.
    return counted == 0 or (counted == 2 and lead == "the" and not word.value.endswith("00"))


def _is_named(parse: Parse, offset: int) -> bool:
    """Whether the word ends the name of a firm or a product (*Orion 1980*)."""
    i = parse.token_at(offset)
    return any(n.first < i <= n.last and n.label in _NAMED for n in parse.names)


def _is_inside_name(parse: Parse, match: Match) -> bool:
    """Whether it is a part of the name of a paper, a programme or a well-known day (*Sunday Times*, *Super Tuesday*)."""
    if not len(parse) or len(match.words) > 2:
        return False
    first, last = parse.token_at(match.words[0].start), parse.token_at(match.words[-1].start)
    if first and parse.word[first - 1][0].isupper() and parse.lower[first - 1] in words("named"):
        return True
    after = last + 1
    if after < len(parse) and parse.word[after][0].isupper() and parse.lower[after] in words("masthead"):
        return True
    return any(
        n.label in ("ORG", "PRODUCT", "WORK_OF_ART") and n.first <= first <= last <= n.last and (n.first, n.last) != (first, last)
        for n in parse.names
    )


def _is_open(parse: Parse, match: Match) -> bool:
    """Whether a vague word is a time: not in *as soon as*, *shortly after*, *future earnings*, *short-term*, *quarterly loss*."""
    text, start, end = parse.text, match.words[0].start, match.end
    word = match.words[-1]
    if text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha():
        return False  # "the soon-to-open hall"
    after = text[end : end + 12].lower().split()[:1]
    if word.lower == "soon" and text[max(0, start - 3) : start].lower() == "as ":
        return text[end : end + 12].lower().startswith(" as possible")
    if word.lower in ("soon", "shortly"):
        return after not in (["after"], ["before"], ["thereafter"], ["afterward"], ["afterwards"])
    if match.has("term"):
        return not match.has("hyphen")
    if match.meaning == "often" and word.lower in ("quarterly", "yearly"):
        return not _tagged(parse, word.start, "JJ")
    if word.lower == "future" and len(match.words) == 1:
        return text[max(0, start - 3) : start].lower() == "in " and not _tagged(parse, word.start, "JJ")
    return not _is_titled(parse, match)


def _tagged(parse: Parse, offset: int, tag: str) -> bool:
    return bool(len(parse)) and parse.tag[parse.token_at(offset)].startswith(tag)


def _is_rate(parse: Parse, match: Match) -> bool:
    """*$3 million a year*, *four flights a week*: how much in each unit, which is no time that passes."""
    if len(match.words) != 2 or match.words[0].cls != "a" or match.words[1].cls != "unit" or not len(parse):
        return False
    i = parse.token_at(match.words[0].start)
    return i > 0 and parse.sentence[i - 1] == parse.sentence[i] and parse.tag[i - 1] in ("NNS", "CD", "$")


def _is_titled(parse: Parse, match: Match) -> bool:
    """Whether a word that has no capital of its own has one: the name of a programme (*This Week*, *60 Minutes*)."""
    if not len(parse):
        return False
    for word in match.words:
        if word.cls not in _NEVER_CAPITAL or not parse.text[word.start].isupper():
            continue
        i = parse.token_at(word.start)
        first, last = parse.sentences[parse.sentence[i]]
        before = [parse.word[k] for k in range(first, i) if parse.word[k][0].isalnum()]
        if not before or parse.word[i - 1][-1] in "\"'“‘”’:—–-*•(":
            continue
        spelled = [w for w in parse.word[first : last + 1] if w[0].isalpha()]
        if sum(w[0].isupper() for w in spelled) < _ALL_CAPITALS * len(spelled):
            return True
    return False


def _is_first_of_compound(parse: Parse, match: Match) -> bool:
    """*Christmas shopping*: a feast that only says what kind of thing follows."""
    i = parse.token_at(match.words[-1].start) if len(parse) else -1
    return i >= 0 and parse.dep[i] == "compound" and parse.head[i] > i and parse.tag[parse.head[i]] in ("NN", "NNS")


def _is_name(parse: Parse, match: Match) -> bool:
    """Whether a month's word is part of a person's name (*Theresa May*, *April Jones*)."""
    if not len(parse):
        return False
    i = parse.token_at(match.words[0].start)
    if i and parse.tag[i - 1] == "NNP" and parse.dep[i - 1] == "compound" and parse.head[i - 1] == i:
        return True  # "Theresa May"
    if any(n.first <= i <= n.last and n.label == "PERSON" for n in parse.names):
        return True
    # "May" by herself, where the article has named Theresa May.
    bears = any(n.label == "PERSON" and n.first < n.last and parse.lower[n.last] == parse.lower[i] for n in parse.names)
    return bears and (i == 0 or parse.lower[i - 1] not in words("year"))


def _is_march(parse: Parse, match: Match) -> bool:
    """*The March for Life*, *the March on Washington*: people who walk."""
    if match.words[0].lower != "march":
        return False
    after = parse.text[match.end : match.end + 20].split()[:2]
    return (
        len(after) == 2 and after[0] in ("for", "on", "of", "against") and (after[1][0].isupper() or after[1] in ("the", "our"))
    )


_PEOPLE_END = ("ist", "ists", "ian", "ians", "man", "men", "woman", "women")


@cache
def _people() -> frozenset[str]:
    return frozenset(r["noun"] for r in rows("rolenouns") if r["kind"] == "person")


def _is_age_of_thing(parse: Parse, end: int) -> bool:
    """*The 8-month-old truce* is a length of time that has passed; the age of a person is none that matters here."""
    i = parse.token_at(end - 1) if len(parse) else -1
    if i < 0 or parse.text[end : end + 1] != " ":
        return False
    noun = parse.head[i]
    while parse.head[noun] > noun and parse.dep[noun] in ("amod", "compound", "nmod", "nummod"):
        noun = parse.head[noun]
    lower = parse.lower[noun]
    people = lower in _people() or lower.removesuffix("s") in _people()
    people = people or lower.endswith(_PEOPLE_END)
    return noun > i and parse.tag[noun] in ("NN", "NNS") and not people and noun - i < 5
