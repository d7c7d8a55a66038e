"""Who speaks in a transcript, by the names before the turns: *RUIZ: No. The lock is open. BRANDT: Since when?*."""

from __future__ import annotations

import re
from dataclasses import replace

from allegedly.ledger.names import folded
from allegedly.weighing.origins.hops import Hop, is_name
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying

_TURN = re.compile(r"(?:^|(?<=\n)|(?<=[.?!)\]\"”] ))(?P<who>[A-Z][A-Z.'’ -]{2,30})(?: \([^()\n]{2,30}\))?: ")
_FEW = 3
"""As many turns make a transcript."""
_WIDE = 4_000
"""Characters around a statement in which turns are looked for."""


def in_turn(report: Report, saying: Saying) -> tuple[Hop, ...]:
    """Who speaks where a statement stands in a turn of a transcript; nobody where it does not.

    Args:
        report: The article.
        saying: A statement in the article's own voice, or of an *I* of which nothing says who it is.
    """
    if not report.long:
        return ()
    around = report.text[max(0, saying.start - _WIDE) : saying.start + _WIDE]
    turns = list(_TURN.finditer(around)) if ": " in around else []
    if len(turns) >= _FEW:
        at = saying.start - max(0, saying.start - _WIDE)
        before = [m for m in turns if m.end() <= at + 1]
        # What stands behind the last turn, in another paragraph, is the article's again.
        on = bool(before) and (before[-1] is not turns[-1] or "\n" not in around[before[-1].end() : at])
        hop = _called(report, before[-1]["who"]) if on else None
        return (hop,) if hop is not None else ()
    return ()


def _called(report: Report, name: str) -> Hop | None:
    """Whom a name before a turn means: a person of the article who is not of the outlet."""
    last = folded(name).split()[-1:]
    for e in report.mentions.entities.values():
        if e.kind == "person" and is_name(e.name) and folded(e.name).split()[-1:] == last:
            hop = report.naming.person(e)
            own = last[0] in folded(report.byline).split()
            return None if own else replace(hop, words=name, sort="person")
    return None
