"""Ties of place: *Lordstown, Ohio*, *the party in Syria*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from allegedly.model import Place
from allegedly.reading.parse import Parse
from allegedly.reading.ties_ends import Bond, Ends

_WIDER = {"exact": 0, "town": 1, "region": 2, "country": 3}
_MORE = ("and", "or", "&")


def place_bonds(parse: Parse, ends: Ends, places: Sequence[Place]) -> Iterator[Bond]:
    """Towns and bodies that are said to lie somewhere by a comma or by *in*."""
    known = {p.entity: p for p in places}
    mentions = _names(ends)
    for (first, last, one), (begin, end, other) in pairwise(mentions):
        if one == other:
            continue
        listed = first > 1 and parse.word[first - 1] == "," and first - 2 in ends.names
        if not listed and begin == last + 2 and parse.word[last + 1] == "," and _lies(parse, ends, known, one, other, first, end):
            yield Bond("located in", one, other, first, end, first, "comma")
    behind = {last: (first, one) for first, last, one in mentions}
    for last in sorted({*behind, *ends.heads}):
        first, one = behind.get(last) or (last, ends.heads[last])
        inside = last + 1
        if ends.kind(one) not in ("organisation", "outlet", "place") or inside >= len(parse) or parse.lower[inside] != "in":
            continue
        # "Organisation for Trade in Asia" is a name; in "opened a Moda in Riga" it is the opening that is in Riga.
        own = any(parse.lower[i] in ("for", "and", "of") for i in range(first, last + 1))
        if first <= parse.head[inside] <= last and not own and (ends.kind(one) == "place" or not _done(parse, last)):
            thing = parse.child(inside, "pobj")
            where = ends.where(thing) if thing is not None else None
            if where is not None and where != one and ends.kind(where) in ("place", "state"):
                yield Bond("located in", one, where, inside, inside, last, "in")


def _done(parse: Parse, token: int) -> bool:
    """Whether something is done to it, or to what it is part of, so that *in* may tell where that was done."""
    for _ in range(4):
        if parse.dep[token] == "dobj":
            return True
        if parse.dep[token] != "pobj" or parse.dep[parse.head[token]] != "prep":
            return False
        token = parse.head[parse.head[token]]
    return False


def _names(ends: Ends) -> list[tuple[int, int, str]]:
    """The names of the article as first token, last token and entity, in reading order."""
    found: list[tuple[int, int, str]] = []
    for token in sorted(ends.names):
        entity = ends.names[token]
        if found and found[-1][1] == token - 1 and found[-1][2] == entity:
            found[-1] = (found[-1][0], token, entity)
        else:
            found.append((token, token, entity))
    return found


def _lies(parse: Parse, ends: Ends, known: dict[str, Place], one: str, other: str, first: int, end: int) -> bool:
    """Whether the second of two names is where the first one lies, and not the next in a list."""
    if ends.kind(other) not in ("place", "state") or ends.kind(one) not in ("place", "organisation", "other"):
        return False
    here, there = known.get(one), known.get(other)
    if there is None or _WIDER[there.precision] < 1:
        return False
    if here is not None and _WIDER[here.precision] >= _WIDER[there.precision]:
        return False
    placed = first > 0 and parse.dep[first] == "pobj" and parse.lower[first - 1] in ("in", "at", "near", "from", "outside")
    if placed and end + 1 < len(parse) and parse.word[end + 1] == "," and parse.lower[min(end + 2, len(parse) - 1)] not in _MORE:
        return True
    if here is not None and here.country != there.country:
        return False
    if end + 1 < len(parse) and parse.lower[end + 1] in _MORE:
        return here is not None
    return here is not None or ends.kind(one) == "organisation"
