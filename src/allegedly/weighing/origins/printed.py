"""Whose words an article prints as they were said: a transcript with names before the turns, a speech or a statement in full."""

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
_WHOSE = r"(?P<who>(?:[A-Z][\w.-]*\.? ){0,4}?[A-Z][\w-]+)"
_KINDS = r"(?:statement|testimony|speech|remarks|address|letter|resignation|eulogy|affidavit|op-ed|message|confession)"
_IN_FULL = (
    re.compile(
        rf"\b(?:[Tt]ranscript|[Ff]ull [Tt]ext|[Ii]n [Ff]ull|[Ff]ull)\b[^\n]{{0,40}}?{_WHOSE}['’]s? (?:[\w-]+ ){{0,6}}?"
        rf"(?i:{_KINDS})\b"
    ),
    re.compile(rf"^(?:[Ff]ull |[Oo]pening |[Pp]repared |[Tt]he )*(?i:{_KINDS}) (?:from|by|of) {_WHOSE}(?= on\b| to\b|[,:]|$)"),
)
"""How a title says that somebody's words are printed: *Transcript: Ana Ruiz's farewell speech*."""
_I = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|[Oo]ur|us)\b")
_SPOKEN = 5
"""As often its speaker says *I* or *we* in a speech."""


def printed(report: Report, saying: Saying) -> tuple[Hop, ...]:
    """Who speaks where an article prints somebody's words without a verb of saying; nobody where it does not.

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
    for form in _IN_FULL:
        whose = form.search(report.title[:_WIDE])
        if whose is not None and sum(1 for _ in _I.finditer(around)) >= _SPOKEN:
            hop = _called(report, whose["who"])
            return (hop,) if hop is not None else ()
    return ()


def _called(report: Report, name: str) -> Hop | None:
    """Whom a name before a turn, or in a title, means: a person of the article who is not of the outlet."""
    last = folded(name).split()[-1:]
    for e in report.mentions.entities.values():
        if e.kind == "person" and is_name(e.name) and folded(e.name).split()[-1:] == last:
            hop = report.naming.person(e)
            own = last[0] in folded(report.byline).split()
            return None if own else replace(hop, words=name, sort="person")
    return None
