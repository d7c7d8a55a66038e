"""Words set apart in a paragraph of their own below a sentence that says whose they are: *Here is Ruiz's full statement:*."""

from __future__ import annotations

import re

from allegedly.weighing.origins.hops import Hop, is_name
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying

_PIECE = (
    r"(?:statement|words|letter|post|tweet|e-?mail|remarks|comments?|message|dissent|opinion|answer|response|reply|speech"
    r"|explanation|testimony|account|note|memo)"
)
_FROM = re.compile(
    rf"\b{_PIECE} (?:(?:\w+ ){{0,2}})(?:from|of|by) (?:the )?(?P<who>[^:\n]{{3,120}}):?$"
    rf"|\b(?P<whose>[A-Z][\w.'’ -]{{2,50}}?)['’]s? (?:[\w-]+ ){{0,3}}?{_PIECE}\b[^:\n]{{0,60}}:$"
    r"|\b[Ww](?:rote|rites) (?P<wrote>[A-Z][^:\n]{2,60}):$"
)
_LONGEST = 400
"""Characters of the sentence that leads a block in."""


def led_in(report: Report, saying: Saying) -> tuple[Hop, ...]:
    """The voice of a statement that stands in a paragraph below a sentence which ends in a colon and names who says it."""
    begin = report.text.rfind("\n", 0, saying.start) + 1
    before = report.text[max(0, begin - _LONGEST) : begin].rstrip()
    if not before.endswith(":"):
        return ()
    stop = max(0, begin - _LONGEST) + len(before)
    start, _ = report.sentence(stop - 1, stop)
    start = max(start, stop - _LONGEST, report.text.rfind("\n", 0, stop) + 1)
    if said := report.said.by(start, stop):
        return said[-1:] if said[-1].kind in ("voice", "unnamed", "outlet") else ()
    m = _FROM.search(report.text[start:stop])
    group = next((g for g in ("who", "whose", "wrote") if m and m[g]), "")
    if not m or not group:
        return ()
    a, b = (start + at for at in m.span(group))
    named = [(x, y, e) for x, y, e in report.mentions.inside(a, b) if is_name(report.text[x:y])]
    people = [one for one in named if one[2].kind == "person"] or [one for one in named if one[2].kind == "organisation"]
    if not people:
        return ()
    x, y, e = people[0]
    hop = report.naming.hop(report.text[x:y], e, e.kind, x)
    return (hop,) if hop.kind == "voice" else ()
