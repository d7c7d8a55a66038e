"""Which of an article's words stand for one and the same happening.

Two do where they are of one stem or type, nobody has contrary parts in them, and something besides holds them together: a
participant in the same part, or *the*, *this*, *that* before the later one. One that is told as denied and one that is told as
having happened may well be one.
"""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.model import Happening, HappeningMention, Part, Participant
from allegedly.reading.happenings_words import OTHER, Sort, words
from allegedly.reading.parse import Parse

_STEM = 5
"""First letters that a verb and its noun share: *assassinate*, *assassination*."""
_POINTING = frozenset(("the", "this", "that", "these", "those"))
_BACK = 60
"""Happenings looked back on."""


@dataclass(slots=True)
class Drawn:
    """A happening for one word, on its way to be joined with others."""

    token: int
    base: str
    sort: Sort
    mention: HappeningMention
    parts: list[Participant]
    times: list[str]
    place: str | None
    amounts: list[str]


def joined(parse: Parse, drawn: list[Drawn]) -> tuple[Happening, ...]:
    """The happenings, those that are the same made one."""
    groups: list[list[Drawn]] = []
    for one in drawn:
        best = next((g for g in reversed(groups[-_BACK:]) if _same(parse, g, one)), None)
        if best is None:
            groups.append([one])
        else:
            best.append(one)
    return tuple(_made(f"h{number}", group) for number, group in enumerate(groups, 1))


def _same(parse: Parse, group: list[Drawn], one: Drawn) -> bool:
    first = group[0]
    alike = first.base[:_STEM] == one.base[:_STEM] and (len(one.base) >= _STEM or first.base == one.base)
    noun = parse.tag[one.token][:2] == "NN"
    points = noun and any(parse.lower[c] in _POINTING for c in parse.children[one.token] if parse.dep[c] == "det")
    typed = first.sort == one.sort and one.sort.type in words("taken up by type")
    if not alike and not (typed and points):
        return False
    if parse.sentence[first.token] == parse.sentence[one.token] and not alike:
        return False
    if (parse.tag[one.token] == "NNS") != (parse.tag[first.token] == "NNS") and noun and parse.tag[first.token][:2] == "NN":
        return False
    mine, theirs = _parts(parse, [one]), _parts(parse, group)
    if any(mine[role] and theirs[role] and _apart(mine[role], theirs[role]) for role in ("actor", "target")):
        return False
    if one.times and any(d.times for d in group) and not set(one.times) & {t for d in group for t in d.times}:
        return False
    if one.place and any(d.place for d in group) and one.place not in {d.place for d in group}:
        return False
    shared = any(mine[role] & theirs[role] for role in ("actor", "target", "with"))
    bare = not one.parts and not one.times and one.place is None
    # "the attack" alone takes up the one before it, and a headline tells what the report does; a bare verb does not.
    return shared or (points and (bare or not any(mine.values()))) or (alike and _headline(parse, first.token))


def _parts(parse: Parse, drawn: list[Drawn]) -> dict[Part, set[str]]:
    """Who has which part: an entity by its id, what is none by its last word."""
    found: dict[Part, set[str]] = {"actor": set(), "target": set(), "with": set()}
    for one in drawn:
        for part in one.parts:
            if part.role in found:
                found[part.role].add(part.entity or parse.lower[parse.token_at(part.span[1] - 1)])
    return found


def _apart(mine: set[str], theirs: set[str]) -> bool:
    """Whether they are surely others: nothing is in common, and what is compared is of one sort, entities or words."""
    known = {name[:1] == "e" and name[1:].isdigit() for name in mine | theirs}
    return not mine & theirs and len(known) == 1


def _headline(parse: Parse, token: int) -> bool:
    """Whether the word stands in a first line without a full stop."""
    number = parse.sentence[token]
    last = parse.sentences[number][1]
    while parse.tag[last] == "_SP" and last > token:
        last -= 1
    return number == 0 and parse.word[last][-1].isalnum()


def _made(name: str, group: list[Drawn]) -> Happening:
    """One happening: the participants of the word that tells most of it first, then those that others add."""
    parts: dict[tuple[Part, str | tuple[int, int]], Participant] = {}
    for one in group:
        for part in one.parts:
            parts.setdefault((part.role, part.entity or part.span), part)
    sort = next((d.sort for d in group if d.sort.type != OTHER), group[0].sort)
    return Happening(
        id=name,
        type=sort.type,
        mode=sort.mode,
        mentions=tuple(d.mention for d in group),
        participants=tuple(parts.values()),
        times=tuple(dict.fromkeys(t for d in group for t in d.times)),
        place=next((d.place for d in group if d.place), None),
        amounts=tuple(dict.fromkeys(a for d in group for a in d.amounts)),
        confidence=max(d.mention.confidence for d in group),
    )
