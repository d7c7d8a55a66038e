"""Who works for a body that is called by a piece of its name: *Ana Ruiz of St Olave*, *whose team at St Olave*, *St Olave said*.

A town is called so, too: the name has to be seen in that of a body (*the St Olave clinic*), and never as a place (*in St Olave*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from allegedly.weighing.origins.hops import is_name
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.vocabularies import rows

_TEXT = 30_000
"""Characters of an article that are looked at."""
_TEAM = r", whose (?:[a-z-]+ )?(?:team|group|colleagues|staff|patients|students|department|ward|laboratory|lab|unit) at"
_PLACE = (
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Tt]hrough|[Tt]owards?|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Tt]own|[Vv]illage"
    r"|[Cc]ity|[Mm]ayor|[Pp]eople|[Rr]esidents|[Ss]treets) of)"
)


def works_there(a: Node, b: Node, reports: Mapping[int, Report]) -> str:
    """Why a person and a body are one: he is said to be of it, or his people to be there.

    Args:
        a: The one.
        b: The other.
        reports: The articles of the claim.
    """
    for one, other in ((a, b), (b, a)):
        person = one.kind == other.kind == "voice" and one.sort == "person" and " " in one.name and is_name(one.name)
        body = other.name.removeprefix("The ").removeprefix("the ")
        if not person or not is_name(body) or body in one.name:
            continue
        of = re.compile(rf"\b{re.escape(one.name.split()[-1])}(?:{_TEAM}| of| from| at) (?:the )?{re.escape(body)}\b")
        if of.search(reports[one.article].text, 0, _TEXT) and _is_of_a_body(body, reports):
            return f"{one.name} is of {body}"
    return ""


def _is_of_a_body(name: str, reports: Mapping[int, Report]) -> bool:
    """Whether a name is a piece of that of a body, and of no place, nor what an outlet is called after."""
    called = re.compile(rf"\b[Tt]he {re.escape(name)} (?:[a-z]+ )?(?:{_bodies()})\b")
    place = re.compile(rf"{_PLACE} {re.escape(name)}\b(?! (?:[a-z]+ )?(?:{_bodies()})\b)")
    found = [report for report in reports.values() if called.search(report.text, 0, _TEXT)]
    return bool(found) and not any(name in r.outlet or place.search(r.text, 0, _TEXT) for r in reports.values())


@cache
def _bodies() -> str:
    """Nouns of bodies that are none of a town or a state, for a pattern."""
    return "|".join(re.escape(row["word"]) for row in rows("bodies") if not row["reason"].startswith("a body of the state"))
