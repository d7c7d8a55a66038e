"""Toponyms: where in the article places are named, and what the name is there: a place, a people, part of another name.

The entity recogniser is the first witness; the gazetteer is the second, and it is believed where the words around a name
speak for a place: a preposition, a state after a comma, the same name elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from allegedly.model import Entity, Sense, Span
from allegedly.reading import gazetteer, lexicons
from allegedly.reading.site import Site, key_of
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_LONGEST = 5
"""Words of the longest name that is looked for."""
_PLACES = ("GPE", "LOC", "FAC")
_BODIES = ("ORG", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
_IN = frozenset("in at near from to outside around across throughout toward towards into through inside via for of".split())
_SURELY_IN = frozenset("in near outside around across throughout into".split())
_NAMING = ("NNP", "NNPS", "HYPH", ".", "``", "''", "NN")
"""Tags in a person's name."""
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central upper lower"
    " greater downtown mid inner".split()
)
_JOINTS = frozenset(
    "- – 's of and the de du del della da do dos das la las los le les el al es en upon on au sur am a . '".split()
)


@dataclass(slots=True)
class Toponym:
    """Tokens ``first`` to ``last`` inclusive, that name one of ``sites``."""

    first: int
    last: int
    name: str
    sense: Sense
    sites: tuple[Site, ...]


def find_toponyms(parse: Parse, entities: tuple[Entity, ...], dateline: Span | None = None) -> list[Toponym]:
    """The toponyms of an article in reading order; none overlaps another.

    Args:
        parse: The article's parse.
        entities: Its entities; no toponym is looked for in a person's name.
        dateline: Where its dateline stands: a name there is a place's.
    """
    labels = _labels(parse)
    if dateline:
        for token in parse.tokens(dateline):
            labels[token] = "GPE" if parse.word[token][:1].isupper() else labels[token]
    persons = _persons(parse, entities)
    found: list[Toponym] = _counties(parse)
    doubtful: list[Toponym] = []
    taken = {k for t in found for k in range(t.first, t.last + 1)}
    n, i = len(parse), 0
    while i < n:
        last = i
        if persons[i] != _PERSON and i not in taken and _capital(parse, i):
            read = _at(parse, i, labels, persons)
            if read is not None:
                toponym, sure = read
                (found if sure else doubtful).append(toponym)
                last = toponym.last
        i = last + 1
    known = {key_of(t.name) for t in found if t.sense != "demonym"}
    found += [t for t in doubtful if key_of(t.name) in known]
    return sorted(found, key=lambda t: t.first)


def _counties(parse: Parse) -> list[Toponym]:
    """The names before *counties*: *Barrow and Jackson counties*."""
    found: list[Toponym] = []
    for i, word in enumerate(parse.lower):
        if word not in ("counties", "parishes"):
            continue
        kind = "County" if word == "counties" else "Parish"
        last = i - 1
        while last >= 0 and parse.sentence[last] == parse.sentence[i]:
            if parse.lower[last] in ("and", ",", "&"):
                last -= 1
                continue
            first = last
            while first >= 0 and parse.tag[first] in ("NNP", "NNPS") and parse.sentence[first] == parse.sentence[i]:
                first -= 1
            sites = gazetteer.sites(f"{parse.slice(first + 1, last)} {kind}") if first < last else ()
            if not sites:
                break
            found.append(Toponym(first + 1, last, f"{parse.slice(first + 1, last)} {kind}", "place", sites))
            last = first
    return found


def _labels(parse: Parse) -> list[str]:
    """The recogniser's label of each token."""
    found = [""] * len(parse)
    for name in parse.names:
        found[name.first : name.last + 1] = [name.label] * (name.last + 1 - name.first)
    return found


_PERSON, _PERHAPS = 2, 1


def _persons(parse: Parse, entities: tuple[Entity, ...]) -> list[int]:
    """Tokens of people's names: sure where the person has more than one word to the name, else perhaps."""
    found = [0] * len(parse)
    for entity in entities:
        if entity.kind != "person":
            continue
        called = _PERSON if len(entity.name.split()) > 1 else _PERHAPS
        for span in entity.mentions:
            tokens = parse.tokens(span)
            if tokens and all(parse.tag[t] in _NAMING for t in tokens) and parse.tag[tokens[-1]] in ("NNP", "NNPS"):
                for token in tokens:
                    found[token] = max(found[token], called)
    return found


def _capital(parse: Parse, i: int) -> bool:
    return parse.word[i][:1].isupper() and parse.tag[i] not in ("PRP", "PRP$", "DT", "IN", "WP", "WRB", "MD", "CC")


def _at(parse: Parse, i: int, labels: list[str], persons: list[int]) -> tuple[Toponym, bool] | None:
    """The longest toponym that begins at a token, and whether it is sure to be one by itself."""
    short = _short(parse, i)
    if short is not None:
        return short, True
    for last in _ends(parse, i, persons):
        name = parse.slice(i, last)
        sites = gazetteer.sites(name)
        if not sites or name[-1] == "$":
            continue
        if last + 1 < len(parse) and parse.lower[last + 1].strip(".") in _beside("street") and _capital(parse, last + 1):
            return None
        sure = _sure(parse, i, last, labels, sites)
        if sure is None:
            continue
        if persons[i] and sure and labels[i] == "PERSON":
            sure = _located(parse, i, last)
        inner = labels[i] in _BODIES or (last + 1 < len(parse) and parse.tag[last + 1] in ("NNP", "NNPS") and labels[i] == "")
        return Toponym(i, last, name, "name" if inner and labels[i] not in _PLACES else "place", sites), sure
    return _people(parse, i)


def _people(parse: Parse, i: int) -> tuple[Toponym, bool] | None:
    """A demonym of one word or two: *French*, *Sri Lankan*."""
    for last in (i + 1, i):
        word = parse.slice(i, last) if last < len(parse) else ""
        state = lexicons.demonyms().get(word)
        if state is not None:
            return Toponym(i, last, word, "demonym", gazetteer.sites(state)), True
    return None


def _located(parse: Parse, first: int, last: int) -> bool:
    """Whether the words around a name say that it is a place: *in Sochi*, *the village of Ranya*, *Anhui province*, *R-Aiken*."""
    before = parse.lower[first - 1] if first else ""
    if before in _SURELY_IN:
        return True
    if before == "of" and first > 1 and parse.lower[first - 2] in _beside("noun"):
        return True
    if before == "-" and first > 1 and parse.word[first - 2] in ("R", "D"):
        return True
    return last + 1 < len(parse) and parse.lower[last + 1] in _beside("noun") and parse.word[last + 1].islower()


def _short(parse: Parse, i: int) -> Toponym | None:
    """An abbreviation of a state: *Calif.*, *W. Va.*; postal letters only behind a comma or a bracket."""
    for last in (i + 1, i):
        if last >= len(parse) or (last > i and "." not in parse.slice(i, last)):
            continue
        word = parse.slice(i, last).replace(" ", "")
        site, after = gazetteer.abbreviations().get(word, (None, False))
        if site is None:
            continue
        if after and (i < 2 or parse.word[i - 1] not in (",", "(") or not _capital(parse, i - 2)):
            return None
        if word.isalpha() and not after and not word.isupper():
            return None
        return Toponym(i, last, word, "place", (site,))
    return None


def _ends(parse: Parse, i: int, persons: list[int]) -> Iterator[int]:
    """Last tokens of what may be a name, the longest first."""
    last = i
    reach = []
    while last < len(parse) and last - i < _LONGEST and parse.sentence[last] == parse.sentence[i] and persons[last] != _PERSON:
        if parse.word[last][0].isupper() or parse.word[last][0].isdigit():
            reach.append(last)
        elif parse.lower[last] not in _JOINTS:
            break
        last += 1
    yield from reversed(reach)


def _sure(parse: Parse, first: int, last: int, labels: list[str], sites: tuple[Site, ...]) -> bool | None:
    """Whether a name of the gazetteer is a toponym here: yes, perhaps (false), or no (null)."""
    label = labels[first]
    before = parse.lower[first - 1] if first else ""
    following = parse.lower[last + 1] if last + 1 < len(parse) else ""
    if last > first and any(parse.lower[k] in _beside("division") for k in range(first, last + 1)):
        return True
    told = following in (",", "(") and last + 2 < len(parse) and _is_region(parse, last + 2)
    if first and f"{parse.lower[first - 1]} {parse.lower[first]}" in _nonplaces():
        return None
    if parse.lower[first] in _nonplaces() and last == first and not sites[0].own:
        return False if told and label in _PLACES else None
    listed = sites[0].own or (sites[0].kind not in ("town", "county") and parse.tag[first] != "JJ")
    if _is_tail(parse, first, labels) and not (parse.word[first - 1] == "-" and _located(parse, first, last)):
        # The end of a longer name, which is another's: *Rift Valley* is not Valley.
        return True if listed and before in _DIRECTIONS else None
    if label in _PLACES or (listed and (last > first or len(parse.word[first]) > 2 or parse.word[first].isupper())):
        return True
    if told or _located(parse, first, last):
        return True
    if label in _BODIES:
        whole = labels[last + 1 : last + 2] != [label] and before not in ("of", "at", "in", "for")
        return False if whole else _is_body(parse, first, last, label, labels)
    if parse.tag[first] not in ("NNP", "NNPS"):
        return None
    return before in _IN and label == ""


def _is_tail(parse: Parse, first: int, labels: list[str]) -> bool:
    """Whether a capitalised word of the same name stands right before."""
    if not first or parse.sentence[first - 1] != parse.sentence[first]:
        return False
    before = first - 1
    if parse.word[before] in ("-", "–") and before and parse.end[before - 1] == parse.start[before]:
        before -= 1
    word = parse.word[before]
    if not word[:1].isupper() or parse.tag[before] not in ("NNP", "NNPS", "JJ"):
        return False
    if parse.lower[before] in _DIRECTIONS:
        return False
    if word in lexicons.titles() or word in gazetteer.abbreviations():
        return False
    if parse.tag[before] == "JJ" and not labels[before] and labels[first] in _PLACES:
        return False  # "Neighbouring Uganda" at the beginning of a sentence
    return labels[before] == labels[first] or labels[before] == ""


_BODY = 8
"""Words of a body's name that are looked at."""


def _is_body(parse: Parse, first: int, last: int, label: str, labels: list[str]) -> bool:
    if first and parse.lower[first - 1] in ("of", "at", "in"):
        return True
    k = last + 1
    while k < min(len(parse), last + 1 + _BODY) and labels[k] == label:
        if parse.lower[k] in _beside("body"):
            return True
        k += 1
    return False


@cache
def _beside(kind: str) -> frozenset[str]:
    """Words of a kind that stand beside or in places' names."""
    return frozenset(row["word"] for row in rows("placewords") if row["kind"] == kind)


@cache
def _nonplaces() -> frozenset[str]:
    """Words that are some town's name, and in news nearly always something else."""
    return frozenset(row["word"].lower() for row in rows("nonplaces"))


def _is_region(parse: Parse, i: int) -> bool:
    if parse.word[i] in gazetteer.abbreviations():
        return True
    return any(
        s.kind in ("country", "province") for k in (i, i + 1) if k < len(parse) for s in gazetteer.sites(parse.slice(i, k))[:3]
    )
