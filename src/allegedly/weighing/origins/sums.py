"""Those in a lead who are only the sum of who then speaks: *Residents ask why … “There was no siren,” said Ana Ruiz*."""

from __future__ import annotations

import re

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import Hop, head, is_name, is_person, offices
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import Rest
from allegedly.weighing.origins.vocabularies import words

_SEVERAL = re.compile(r"(?:(?:[Ss]ome|[Ss]everal|[Mm]any) )?(?P<noun>[A-Za-z]+)\b(?!['’])")
"""People in the plural, whom no article, number or name tells from others."""


def without_sums(report: Report, found: list[Rest]) -> list[Rest]:
    """The ways without those of a group that has no name, where one of it who has one speaks after it for himself."""
    at = {rest: report.at.get(rest.statement, -1) for rest in found}
    people = [rest for rest in found if _is_anybody(rest.hops[-1])]
    return [
        rest
        for rest in found
        if not (noun := _of_group(rest)) or not any(at[one] > at[rest] and _is_one(one.hops[-1], noun) for one in people)
    ]


def _of_group(rest: Rest) -> str:
    """What one is of people in the plural at whom a way ends: *worker* of *workers and neighbours of the mill*."""
    hop = rest.hops[-1]
    m = _SEVERAL.match(hop.words) if hop.kind in ("unnamed", "voice") and len(rest.hops) == 1 else None
    if m is None or head(folded(hop.words)) != m["noun"].lower():
        return ""
    noun = lexicons.singular(m["noun"].lower())
    return noun if noun != m["noun"].lower() and is_person(noun) and noun not in offices() else ""


def _is_anybody(hop: Hop) -> bool:
    """Whether a voice is a person with a name who speaks for nobody but himself."""
    alone = hop.kind == "voice" and hop.sort in ("person", "other") and is_name(hop.name) and " " in hop.name
    return alone and not hop.bodies and not any(office in offices() for office in hop.offices)


def _is_one(hop: Hop, noun: str) -> bool:
    """Whether somebody may be one of a group: of residents anybody, of nurses who is called a nurse."""
    return noun in words("anyone") or noun in folded(hop.words).split()
