"""Names in an article: where they begin and end, and what sort of thing each one names.

The entity recogniser is the first witness, and a noisy one. Its names are mended here (articles, titles, possessives
and stray punctuation go; what it cut short is made whole), the vocabularies of outlets, states and metonyms overrule its
labels, and capitalised words that it passed over are taken up where they speak or repeat a name.
"""

from __future__ import annotations

import re

from allegedly.model import EntityKind
from allegedly.reading import lexicons
from allegedly.reading.longnames import entitled, law, numbered
from allegedly.reading.mentions import Mention
from allegedly.reading.outlet_names import STATIONS, outlets_in, said_to_be_outlets, shouted
from allegedly.reading.parse import Parse

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "LAW": "document",
    "WORK_OF_ART": "other",
    "PRODUCT": "other",
    "EVENT": "other",
}
_PROPER = ("NNP", "NNPS")
_JOINTS = frozenset(
    {"of", "for", "and", "the", "de", "del", "der", "den", "van", "von", "bin", "bint", "al", "el", "la", "-", "&"}
)
_NO_NAME = frozenset(
    """i we he she they it you monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december mr mr. mrs mrs. ms ms. dr dr. god""".split()
)
_CUTS = frozenset({"in", "on", "at", "from", "with", "to", "by", "as", "over"})
_LEADING = frozenset({"the", "a", "an", "this", "that", "former", "ex", "-", "then", "late"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_LONGEST = 12
_CAMEL = re.compile(r"[a-z]{1,8}[A-Z][A-Za-z]+")
"""Brands that begin with a small letter: *iPhone*, *eBay*."""


def find_names(parse: Parse, outlet: str | None, speaking: frozenset[int]) -> list[Mention]:
    """All names in reading order, none overlapping another.

    ``outlet`` is what the article's own outlet is called, if known; ``speaking`` are the head tokens of sources.
    """
    taken = [False] * len(parse)
    found: list[Mention] = []
    recognised = {i for name in parse.names for i in range(name.first, name.last + 1)}
    for first, last, name in outlets_in(parse, outlet, recognised, speaking):
        _take(taken, found, _mention(parse, first, last, "outlet", canonical=name))
    for first, last in said_to_be_outlets(parse):
        _take(taken, found, _mention(parse, first, last, "outlet"))
    for first_token, last_token, label in _recognised(parse):
        kind = _KINDS.get(label)
        if kind is None:
            continue
        for first, last in _pieces(parse, first_token, last_token):
            mended = _mend(parse, first, last, kind, taken)
            if mended is not None:
                _take(taken, found, mended)
    known = {word for m in found for word in m.words if len(m.words) > 1 or m.kind == "person"}
    for begin, end in _runs(parse, taken, known):
        first, last = _hyphened(parse, begin, end, taken)
        spoken = parse.word[first].strip(".") in known or not speaking.isdisjoint(range(first, last + 1))
        if last > first or spoken or entitled(parse, first) or _CAMEL.fullmatch(parse.word[first]):
            guessed = _guess(parse, first, last, taken, known, speaking)
            if guessed is not None:
                _take(taken, found, guessed)
    found.sort(key=lambda m: m.first)
    models = {m.words[:-1] for m in found if m.words and m.words[-1][0].isdigit()}
    for mention in found:
        if mention.kind == "person" and mention.words in models:
            mention.kind, mention.gender = "other", ""  # what "Harbour Master 6" is one of is nobody
    return found


def _recognised(parse: Parse) -> list[tuple[int, int, str]]:
    """The recogniser's names; two proper nouns that it took for two places side by side are one person's name."""
    found: list[tuple[int, int, str]] = []
    for name in parse.names:
        if (
            found
            and found[-1][1] == name.first - 1
            and name.label in ("GPE", "PERSON")
            and found[-1][2] in ("GPE", "PERSON")
            and parse.tag[name.first] in _PROPER
            and parse.head[name.first - 1] in range(name.first, name.last + 1)
            and parse.slice(found[-1][0], found[-1][1]) not in lexicons.states()
            and parse.sentence[name.first] == parse.sentence[name.first - 1]
        ):
            found[-1] = (found[-1][0], name.last, "PERSON")
        else:
            found.append((name.first, name.last, name.label))
    return found


def _take(taken: list[bool], found: list[Mention], mention: Mention) -> None:
    if any(taken[mention.first : mention.last + 1]):
        return
    for i in range(mention.first, mention.last + 1):
        taken[i] = True
    found.append(mention)


def _pieces(parse: Parse, first: int, last: int) -> list[tuple[int, int]]:
    """A recognised name cut at paragraph breaks, commas, brackets, quotation marks and before *and the*."""
    pieces = []
    begin = first
    for i in range(first, last + 1):
        word = parse.word[i]
        cut = parse.sentence[i] != parse.sentence[begin] or (word in '()[]"“”;:/' and len(word) == 1)
        cut = cut or (word == "," and not (i + 1 <= last and parse.lower[i + 1] in _SUFFIXES | {"inc", "inc.", "ltd", "ltd."}))
        cut = cut or (i > begin and word in _CUTS and parse.word[last] != "Act")
        # "Nora's old car" is a car; "Nora's Diner" is a name.
        cut = cut or (i > begin and parse.tag[i] == "POS" and i < last and parse.word[last][:1].islower())
        cut = cut or (parse.lower[i] == "and" and i < last and parse.lower[i + 1] in ("the", "its", "his", "her"))
        if cut:
            if i > begin:
                pieces.append((begin, i - 1))
            begin = i if parse.sentence[i] != parse.sentence[begin] and word.isalnum() else i + 1
    if begin <= last:
        pieces.append((begin, last))
    return [p for p in pieces if p[0] <= p[1]]


def _trim(parse: Parse, first: int, last: int) -> tuple[int, int] | None:
    """The name without articles, punctuation, possessive signs and white space at its ends."""
    while first <= last and (
        parse.lower[first] in _LEADING
        or parse.tag[first] in ("_SP", "POS", "PRP$", "DT", ":", "HYPH", "CC", "IN")
        or not any(c.isalnum() for c in parse.word[first])
    ):
        first += 1
    while last >= first and (
        parse.tag[last] in ("_SP", "POS", "IN", "CC", "DT") or not any(c.isalnum() for c in parse.word[last])
    ):
        last -= 1
    if first > last or last - first >= _LONGEST or not any(w[:1].isupper() for w in parse.word[first : last + 1]):
        return None
    return first, last


def _mend(parse: Parse, first: int, last: int, kind: EntityKind, taken: list[bool]) -> Mention | None:
    trimmed = _trim(parse, first, last)
    if trimmed is None:
        return None
    first, last = trimmed
    if any(taken[first : last + 1]):
        return None
    if kind == "group" and _qualifies(parse, first, last):
        return None  # "Israeli" in "Israeli civilians" names nobody
    if first == last and parse.word[first].isupper() and parse.lower[first] in lexicons.sorts():
        return None  # "the MD"
    if first == last and (parse.lower[first] in _NO_NAME or parse.tag[first][:2] in ("VB", "RB", "CD", "MD")):
        return None
    first, last = _whole(parse, first, last, taken)
    if kind == "person" or parse.lower[first] in _titled() or parse.word[first] in lexicons.titles():
        begin, kind = _after_titles(parse, first, last, kind)
    else:
        begin = first
    title = parse.slice(first, begin - 1) if begin > first else ""
    return _mention(parse, begin, last, kind, title=title)


def _qualifies(parse: Parse, first: int, last: int) -> bool:
    """Whether the name of a people only qualifies a noun: *Israeli*, *Israeli and **Egyptian*** records, *anti-Israel*."""
    if first < last:
        return parse.word[first].islower() and parse.word[first + 1] == "-"
    above = parse.head[last] if parse.dep[last] == "conj" else last
    return all(parse.tag[i] in ("JJ", "NNP") for i in (above, last)) and parse.dep[above] in ("amod", "compound", "nmod")


def _after_titles(parse: Parse, first: int, last: int, kind: EntityKind) -> tuple[int, EntityKind]:
    """Where the name begins behind its titles, and *person* if it had any."""
    begin = first
    titles = lexicons.titles()
    sorts = lexicons.sorts()
    end = begin
    for i in range(first, last):
        sort = sorts.get(parse.lower[i])
        if parse.word[i] in titles or f"{parse.word[i]}." in titles or (sort is not None and sort.kind == "person"):
            end = i + 1
        elif (
            parse.tag[i] in _PROPER
            and parse.word[i] not in lexicons.first_names()
            and i + 1 < last
            and (parse.slice(i, i + 1) in titles or (sorts.get(parse.lower[i + 1]) or sorts["report"]).kind == "person")
        ):
            continue
        else:
            break
    begin = max(begin, end)
    if begin == first:
        return first, kind
    tail = lexicons.sorts().get(parse.lower[last])
    if (tail is not None and tail.kind == "organisation" and last > begin) or parse.lower[last].strip(".") in lexicons.CORPORATE:
        return first, kind
    if parse.lower[begin] in _JOINTS:
        return first, kind
    return begin, "person"


def _titled() -> frozenset[str]:
    return frozenset({"president", "senator", "minister", "judge", "justice", "mayor", "governor", "chancellor", "general"})


def _whole(parse: Parse, first: int, last: int, taken: list[bool]) -> tuple[int, int]:
    """The name with the proper nouns next to it that belong to the same noun phrase and to no other name."""
    named = lexicons.first_names()
    first, last = _hyphened(parse, first, last, taken)
    if first > 0 and parse.word[first - 1] in STATIONS and not taken[first - 1]:
        first -= 1
    while (
        first > 0
        and not taken[first - 1]
        and parse.tag[first - 1] in _PROPER
        and parse.word[first - 1] in named
        and parse.sentence[first - 1] == parse.sentence[first]
        and parse.word[first] not in named
    ):
        first -= 1
    end = len(parse) - 1
    reach = last
    while reach < end and reach - first < _LONGEST and parse.sentence[reach + 1] == parse.sentence[last] and not taken[reach + 1]:
        word, tag = parse.word[reach + 1], parse.tag[reach + 1]
        if tag in _PROPER and word[:1].isupper():
            reach += 1
        elif parse.lower[reach + 1] in ("of", "for", "and", "&", "'s") and reach + 2 <= end and _is_body(parse, first, reach + 2):
            reach += 2
        else:
            break
    if reach > last:
        sort = lexicons.sorts().get(lexicons.singular(parse.lower[reach]))
        printed = parse.word[reach] in lexicons.mastheads() and first > 0 and parse.lower[first - 1] == "the"
        if (
            printed
            or (sort is not None and sort.kind in ("organisation", "outlet"))
            or (
                parse.head[last] == reach
                and parse.head[first] in range(first, reach + 1)
                and reach - last == 1
                and (parse.word[first] in named and parse.word[reach] not in lexicons.titles())
            )
        ):
            last = reach
    while last < end and parse.lower[last + 1] in _SUFFIXES:
        last += 1
    return first, law(parse, numbered(parse, first, last))


def _hyphened(parse: Parse, first: int, last: int, taken: list[bool]) -> tuple[int, int]:
    """The name with what hyphens join to it: *Balogun-Eke*."""
    while _is_joined(parse, last) and not taken[last + 2]:
        last += 2
    while first > 1 and _is_joined(parse, first - 2) and not taken[first - 2]:
        first -= 2
    return first, last


def _is_joined(parse: Parse, token: int) -> bool:
    """Whether a hyphen without spaces stands between the capitalised word and the next, capitalised too."""
    if token + 2 >= len(parse) or parse.word[token + 1] not in "-‐‑":
        return False
    close = parse.start[token + 1] == parse.end[token] and parse.start[token + 2] == parse.end[token + 1]
    return close and all(parse.word[t][0].isupper() and parse.tag[t] in _PROPER for t in (token, token + 2))


def _is_body(parse: Parse, first: int, token: int) -> bool:
    """Whether a name that goes on over *of* or *for* is a public body's (*Department of Justice*)."""
    if parse.tag[token] not in _PROPER or parse.dep[token] not in ("pobj", "conj", "compound", "poss"):
        return False
    return any(
        (lexicons.sorts().get(parse.lower[i]) or lexicons.sorts()["report"]).kind == "organisation"
        for i in range(first, token)
        if parse.word[i][:1].isupper()
    )


def _runs(parse: Parse, taken: list[bool], known: set[str]) -> list[tuple[int, int]]:
    """Runs of proper nouns that no name holds, and of words of names whatever the tagger took them for."""
    small = {word for word in parse.word if word.islower()}
    runs = []
    begin = None
    for i in range(len(parse) + 1):
        inside = (
            i < len(parse)
            and not taken[i]
            and (parse.lower[i] not in _NO_NAME or _forename(parse, i))
            and (
                ((parse.tag[i] in _PROPER or parse.word[i] in STATIONS) and parse.word[i][:1].isupper())
                or (parse.word[i] in known and parse.word[i].istitle() and parse.lower[i] not in small)
                or _CAMEL.fullmatch(parse.word[i]) is not None
            )
        )
        if begin is not None and (not inside or parse.sentence[i] != parse.sentence[begin]):
            if i - begin <= _LONGEST:
                runs.append((begin, i - 1))
            begin = None
        if inside and begin is None:
            begin = i
    return runs


def _forename(parse: Parse, token: int) -> bool:
    """Whether a word for a day or a month is somebody's first name: *Sunday Etim*, *April Ortega*."""
    after = token + 1
    return (
        after < len(parse)
        and parse.dep[token] == "compound"
        and parse.head[token] == after
        and parse.tag[after] == "NNP"
        and parse.word[after].istitle()
        and parse.lower[after] not in _NO_NAME
        and parse.word[after] not in lexicons.mastheads()
    )


def _guess(parse: Parse, first: int, last: int, taken: list[bool], known: set[str], speaking: frozenset[int]) -> Mention | None:
    """A name that the recogniser passed over, if something speaks for its being one."""
    sorts = lexicons.sorts()
    if shouted(parse, first) and not speaking & set(range(first, last + 1)):
        return None
    if all(parse.lower[i] in sorts or parse.word[i] in lexicons.titles() for i in range(first, last + 1)):
        return None  # "the President", "the Court": nouns, whatever their capitals
    if parse.word[last] in lexicons.demonyms() and first == last:
        return None
    tail = sorts.get(lexicons.singular(parse.lower[last]))
    number = numbered(parse, first, last)
    if number > last:
        return _mention(parse, first, number, "other")
    begin, kind = _after_titles(parse, first, last, "other")
    if tail is not None and tail.kind in ("organisation", "outlet"):
        return _mention(parse, first, last, "organisation")
    if kind == "person":
        return _mention(parse, begin, last, "person", title=parse.slice(first, begin - 1))
    if parse.word[first] in lexicons.first_names() and last > first:
        return _mention(parse, first, last, "person")
    previous = first - 1
    if previous >= 0 and not taken[previous] and parse.sentence[previous] == parse.sentence[first]:
        sort = sorts.get(parse.lower[previous])
        if parse.word[previous] in lexicons.titles() or (
            sort is not None and sort.kind == "person" and parse.tag[previous] != "NNS"
        ):
            return _mention(parse, first, last, "person", title=parse.word[previous])
    if parse.slice(first, last) in lexicons.states() or parse.slice(first, last) in lexicons.metonyms():
        return _mention(parse, first, last, "place")
    top = parse.head_of(first, last)
    described = sorts.get(parse.lower[parse.head[top]]) if parse.dep[top] == "appos" else None
    beside = first > 0 and (parse.word[first - 1] == "," or first - 1 == parse.head[top])
    if described is not None and described.kind == "person" and first < last and beside:
        return _mention(parse, first, last, "person")  # "the gateman, Sunday Etim,"
    brand = any(_CAMEL.fullmatch(word) for word in parse.word[first : last + 1])
    if brand or (first == last and (parse.word[first] in known or entitled(parse, first))):
        return _mention(parse, first, last, "other")
    if parse.head_of(first, last) in speaking or (
        last > first and parse.dep[parse.head_of(first, last)] in ("nsubj", "dobj", "pobj")
    ):
        body = parse.word[last].isupper() or last - first > 2
        return _mention(parse, first, last, "organisation" if body else "person" if first < last else "other")
    return None


def _mention(parse: Parse, first: int, last: int, kind: EntityKind, *, canonical: str = "", title: str = "") -> Mention:
    """The mention of a name, its kind mended by what the vocabularies and its own words say."""
    head = parse.head_of(first, last)
    text = " ".join(parse.slice(first, last).split())
    words = tuple(w for i in range(first, last + 1) if (w := parse.word[i].strip(".,")) and w.isprintable() and w[0].isalnum())
    if kind != "outlet":
        kind, canonical = _kind(parse, first, last, kind, text)
    gender = ""
    if not title and first > 0 and parse.sentence[first - 1] == parse.sentence[first]:
        before = parse.word[first - 1]
        if before in lexicons.titles():
            title = before
    if title and kind in ("other", "place", "organisation") and first < last <= first + 3 and parse.tag[last] in _PROPER:
        kind = "person"
    if kind == "person":
        gender = _gender(title, words)
    plural = kind == "group" or (kind != "outlet" and parse.tag[last] == "NNPS" and kind not in ("state", "organisation"))
    return Mention(first, last, head, "name", kind, gender, plural, words=words, canonical=canonical, title=title)


def _kind(parse: Parse, first: int, last: int, kind: EntityKind, text: str) -> tuple[EntityKind, str]:
    states = lexicons.states()
    if text in states:
        following = last + 1 < len(parse) and parse.tag[last + 1] in _PROPER and parse.head[last] > last
        if kind != "person" or not following:
            return "state", states[text]
    if text in lexicons.metonyms():
        whose, sort = lexicons.metonyms()[text]
        return ("place", "") if sort == "capital" else ("state" if sort == "state" else "organisation", text if whose else "")
    if kind != "person" and text.removeprefix("the ").removeprefix("The ") in lexicons.regions():
        return "place", ""
    if first < last <= first + 4 and parse.word[last] in lexicons.mastheads() and _printed(parse, first, kind):
        return "outlet", ""
    if first < last and parse.word[first] in STATIONS:
        return "outlet", ""
    if kind in ("organisation", "place", "other") and _who(parse, first, last):
        return "person", ""
    tail = lexicons.sorts().get(lexicons.singular(parse.lower[last]))
    if last > first and tail is not None and tail.kind in ("organisation", "outlet") and kind != "document":
        return "organisation", ""
    if kind in ("organisation", "place", "other", "group") and first < last <= first + 2 and parse.tag[last] in _PROPER:
        plain = all(parse.tag[i] in _PROPER for i in range(first, last + 1))
        if plain and parse.word[first] in lexicons.first_names() and tail is None and not parse.word[last].isupper():
            return "person", ""
    if kind == "organisation" and first == last and parse.word[first] in lexicons.lone_names() and _alone(parse, first):
        return "person", ""
    if (
        kind in ("person", "place")
        and last + 1 - first > parse.word[last].isdigit()
        and any(c.isdigit() for c in parse.word[last])
    ):
        return "other", ""  # products and models: "XR7", "Harbour Master 6"
    statute = tail is not None and tail.document == "law" and parse.word[last] not in lexicons.first_names()
    if statute and last > first and parse.word[last][0].isupper():
        return "document", ""
    if kind == "person" and _bodily(parse, first, last):
        return "organisation", ""
    return kind, ""


def _who(parse: Parse, first: int, last: int) -> bool:
    """Whether *who* takes up a name of a few plain words: *Ada Lind, who mends nets*."""
    after = last + 1
    if after < len(parse) and parse.word[after] == ",":
        after += 1
    plain = all(parse.tag[i] in _PROPER and parse.word[i].istitle() for i in range(first, last + 1))
    return first < last <= first + 3 and plain and after < len(parse) and parse.lower[after] == "who"


def _alone(parse: Parse, token: int) -> bool:
    """Whether a word has neither an article before it nor another proper noun on either side, as a first name by itself."""
    near = [i for i in (token - 1, token + 1) if 0 <= i < len(parse) and parse.sentence[i] == parse.sentence[token]]
    return parse.word[token].istitle() and not any(parse.tag[i] in ("DT", *_PROPER) or parse.word[i] in "&-" for i in near)


def _bodily(parse: Parse, first: int, last: int) -> bool:
    """Whether an article stands before what was taken for a person's name, as before no person's: *the "Amber Cell"*."""
    before = first - 1
    if before > 0 and parse.word[before] in "\"“'‘":
        before -= 1
    head = parse.head_of(first, last)
    return (
        first < last
        and before >= 0
        and parse.lower[before] == "the"
        and parse.sentence[before] == parse.sentence[first]
        and parse.tag[last] == "NNP"
        and parse.word[first] not in lexicons.first_names()
        and first <= parse.head[before] <= last
        and parse.dep[head] not in ("compound", "poss", "nmod", "amod")
    )


def _printed(parse: Parse, first: int, kind: EntityKind) -> bool:
    """Whether a name that ends like a newspaper's may be one: it has an article, or was not taken for a person's."""
    return kind in ("organisation", "other", "document", "outlet") or (first > 0 and parse.lower[first - 1] == "the")


def _gender(title: str, words: tuple[str, ...]) -> str:
    for part in reversed(title.split()):
        gender = lexicons.titles().get(part) or lexicons.titles().get(f"{part}.")
        if gender:
            return gender
        sort = lexicons.sorts().get(part.lower())
        if sort is not None and sort.gender:
            return sort.gender
    return lexicons.forenames().get(words[0], "") if len(words) > 1 else ""
