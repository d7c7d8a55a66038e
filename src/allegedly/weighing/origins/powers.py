"""Who speaks in a state under two names: the White House and the administration, a court and who wrote its ruling, a department.

Whoever runs for an office speaks with his campaign and his advertisements.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.nodes import Node, head_of
from allegedly.weighing.origins.vocabularies import rows, words

_TEXT = 30_000
"""Characters of an article that are looked at."""
_CASE = re.compile(r"\w\.? v\.? [A-Z]")
"""*Hask v. Orrel County*: a case that *held* something is the court that decided it."""
_DECIDES = re.compile(r"\b(?:wrote|writing|majority|rul(?:ed|ing)|opinion|decision|order(?:ed)?|finding)\b")
"""What a judge does in a ruling."""
_DISAGREES = re.compile(r"\b(?:dissent\w*|arguments?|hearings?|ask(?:ed|s|ing)?|concurr\w+)\b")
"""What he does where he does not speak for his court."""
_SPEAKS_FOR = re.compile(
    r"(?:[Tt]he |[Aa] )?(?:new )?(?P<whose>[A-Z][\w-]+)"
    r"(?:(?:['’]s)? (?:campaign|ads?|lawyers|attorneys|aides|team|office)"
    r"| and (?:(?:other|his|her|their|many|several) )?[a-z][a-z ]*)"
)
"""What speaks for somebody by his surname, and those who speak with him: *Ruiz ads*, *Ruiz and his fellow lawmakers*."""
_ADVISES = frozenset(("national", "security", "adviser"))
"""*Deputy national security adviser*: of a president's council."""
_JUDGES = frozenset(("justice", "judge"))


class Presidency(NamedTuple):
    """Whose house or administration speaks; an empty word where that is not said."""

    house: str
    whose: str


@cache
def _houses() -> dict[str, tuple[str, str]]:
    """By what a house is called, which it is, and the title of who lives there."""
    return {row["name"]: (row["house"], row["title"]) for row in rows("houses")}


@cache
def _administrations() -> tuple[tuple[str, str], ...]:
    """What those houses are called whose government is an *administration*, and which they are."""
    return tuple((row["name"], row["house"]) for row in rows("houses") if row["government"] == "administration")


@cache
def _governs() -> re.Pattern[str]:
    """Who speaks for a president: his house, his administration, its officials; a single official is his outlet's own source."""
    houses = "|".join(re.escape(name) for name in sorted(_houses(), key=len, reverse=True))
    return re.compile(
        r"(?:[Tt]he )?(?:[Ss]enior )?(?:(?P<whose>[A-Z][\w’'-]+) )??"
        rf"(?:(?P<house>{houses})|[Aa]dministration)(?: (?:officials|aides))?"
    )


def presides(name: str, texts: tuple[str, ...]) -> Presidency | None:
    """Whose house or administration speaks by this name; null where none does.

    Args:
        name: The name.
        texts: The articles in which it is to be known from that somebody of the name is president, or of whose house they speak.
    """
    m = _governs().fullmatch(name)
    if m is None:
        return None
    house, title = _houses()[m["house"]] if m["house"] else (_spoken_of(texts), "President")
    if m["house"] and m["house"] != house and not _is_named(house, m["house"], texts):
        return None  # a council, or a number ten, of somebody else
    whose = m["whose"] or ""
    if not whose:
        return Presidency(house, "") if house else None
    leader = re.compile(rf"\b{title} (?:[A-Z][\w.]* ){{0,2}}{re.escape(whose)}\b")
    return Presidency(house, whose) if any(leader.search(text, 0, _TEXT) for text in texts) else None


def _spoken_of(texts: tuple[str, ...]) -> str:
    """The house of an administration that articles speak of most; nothing where they speak of none."""
    counts: dict[str, int] = {}
    for name, house in _administrations():
        counts[house] = counts.get(house, 0) + sum(text.count(name, 0, _TEXT) for text in texts)
    house = max(counts, key=lambda one: counts[one])
    return house if counts[house] else ""


def _is_named(house: str, but: str, texts: tuple[str, ...]) -> bool:
    """Whether articles call a house by another name than this one."""
    names = [name for name, own in _houses().items() if own[0] == house and name not in but]
    return any(text.find(name, 0, _TEXT) >= 0 for text in texts for name in names)


def _are_one(one: Presidency, other: Presidency) -> bool:
    """Whether two speak for one president: *the Ruiz administration* may live in any house that has an administration."""
    houses = {one.house, other.house}
    same = len(houses) == 1 or ("" in houses and any(house in houses for _, house in _administrations()))
    return same and (not one.whose or not other.whose or one.whose == other.whose)


def administration(a: Node, b: Node, texts: tuple[str, str]) -> str:
    """Why two that speak for a president are one: *the White House* and *the Ruiz administration* of one time."""
    mine, its = ([presides(name, texts) for name in _spoken_for(node)] for node in (a, b))
    for one in mine:
        for other in its:
            if one and other and _are_one(one, other):
                return "both speak for the administration"
    return ""


def _spoken_for(node: Node) -> tuple[str, ...]:
    """What a voice is called, and for whom it speaks; who sits in a parliament does not speak for a president."""
    if not words("members").isdisjoint(node.offices):
        return (node.name,)
    return (node.name, *node.bodies, *(("National Security Council",) if set(node.described) >= _ADVISES else ()))


@cache
def _branches() -> tuple[tuple[str, str], ...]:
    return tuple((f" {row['name']} ", row["of"]) for row in rows("branches"))


def _department(name: str) -> frozenset[str]:
    low = f" {folded(name)} "
    return frozenset(of for branch, of in _branches() if branch in low)


def department(a: Node, b: Node) -> str:
    """Why two are one department: by the name of its office that publishes figures, or of the document in which they stand."""
    both = _department(a.name) & _department(b.name)
    return f"both have the figures of the {min(both)}" if both else ""


def campaign(a: Node, b: Node) -> str:
    """Why somebody and what speaks for him by his surname are one: *Ruiz ads*, *the Ruiz campaign*."""
    for one, other in ((a, b), (b, a)):
        m = _SPEAKS_FOR.fullmatch(one.name)
        if m and other.kind == "voice" and other.sort == "person" and other.name.split()[-1] == m["whose"]:
            return f"{other.name} speaks by {one.name}"
    return ""


def court(a: Node, b: Node, told: tuple[str, str]) -> str:
    """Why a ruling, or the court, and the judge who wrote it, or the case, are one.

    Args:
        a: The one.
        b: The other.
        told: The sentences in which they speak.
    """
    for one, other, sentence in ((a, b, told[1]), (b, a, told[0])):
        if not _is_of_court(one) or other.kind != "voice":
            continue
        if _CASE.search(other.name):
            return f"{other.name} is the court's"
        judge = other.sort == "person" and not _JUDGES.isdisjoint(other.offices)
        if judge and _DECIDES.search(sentence) and not _DISAGREES.search(sentence):
            return f"{other.name} wrote for the court"
    return ""


def _is_of_court(node: Node) -> bool:
    noun = lexicons.singular(head_of(node.name))
    courts = node.kind == "voice" and folded(node.name).split()[-1:] == ["court"]
    return courts or (node.kind == "document" and noun in words("rulings"))
