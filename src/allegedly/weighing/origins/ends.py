"""How an article tells one of its statements, as far as judges of where claims end look at it, and what is read of it."""

from __future__ import annotations

from allegedly.weighing.origins.likeness import Met
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.passages import Passage
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying

LONGEST = 2_000
"""Characters of a sentence that are looked at."""
NO_SOURCE = "none"
"""What is read where rules find no source."""
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


def source_of(node: Node) -> str:
    """A root in words, with the nouns and bodies by which its article describes it anywhere."""
    return " ".join(dict.fromkeys((f"{node.kind}: {node.name}", *node.described, *node.bodies)))


def source_told(saying: Saying) -> str:
    """Who speaks in a statement in words, the last of its chain first."""
    told = (" ".join((f"{hop.kind}: {hop.words or hop.name}", *hop.described)) for hop in reversed(saying.hops))
    return "; ".join(told) or NO_SOURCE


def passage(report: Report, saying: Saying, source: str) -> Passage:
    """A statement of an article, to be read beside another one, with what rules have for its source in words."""
    return Passage(report.outlet, report.text, saying.start, saying.end, source)
