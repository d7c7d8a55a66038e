"""How an article tells one of its statements, as far as judges of where claims end look at it."""

from __future__ import annotations

from allegedly.weighing.origins.likeness import Met
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying

LONGEST = 2_000
"""Characters of a sentence that are looked at."""
_AROUND = 350
"""Characters before and behind a statement among which others' names are looked for."""
_BESIDE = 2
"""Statements before and behind one whose speakers are looked at."""


def met(report: Report, saying: Saying) -> Met:
    """How an article tells one of its statements."""
    at = report.at[saying.statement]
    beside = [hop.whole for other in report.sayings[max(0, at - _BESIDE) : at + _BESIDE + 1] for hop in other.hops]
    start, end = report.sentence(saying.start, saying.end)
    return Met(
        sentence=report.text[start : min(end, start + LONGEST)],
        around=report.text[max(0, saying.start - _AROUND) : saying.end + _AROUND].lower(),
        sure=saying.sure,
        voices=len(saying.hops),
        beside=frozenset(whole for whole in beside if whole is not None),
        report=report.long,
    )
