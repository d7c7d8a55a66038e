"""Ranges: two times that words make the ends of a stretch (*between March and May*, *from 2015 to 2017*)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from allegedly.model import Span
from allegedly.reading.times_values import shifted

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_BETWEEN = re.compile("between", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|['’]\d\d")
_TO = ("to", "through", "until", "till")
_FAR = 12
"""Characters between the ends, at most."""


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time with its TIMEX3 type and value beside the days that it covers."""

    span: Span
    kind: str
    """``DATE``, ``TIME``, ``DURATION`` or ``SET``."""
    value: str
    start: date | None
    end: date | None
    grain: str | None
    confidence: float
    parts: tuple[Timex, ...] = ()
    """The two ends, where it is a range; TIMEX3 has no tag for the whole."""
    reason: str = ""
    """What the rule of the grammar that found it says of itself; empty for a range, which two have found."""


def with_ranges(parse: Parse, found: list[Timex], anchor: date | None) -> list[Timex]:
    """The same times with the ends of every range joined into one; ``anchor`` is the day of writing."""
    joined: list[Timex] = []
    for item in found:
        before = joined[-1] if joined else None
        if before and not before.parts and (made := _range(parse, before, item, anchor)):
            joined[-1] = made
        else:
            joined.append(item)
    return joined


def _range(parse: Parse, one: Timex, two: Timex, anchor: date | None) -> Timex | None:
    if one.kind != "DATE" or two.kind != "DATE" or not (one.start and one.end and two.start and two.end):
        return None
    text = parse.text
    gap = text[one.span[1] : two.span[0]].strip().lower() if two.span[0] - one.span[1] < _FAR else "far"
    lead = text[max(0, one.span[0] - 9) : one.span[0]].lower().split()[-1:]
    stated = [bool(_YEAR.search(text[slice(*t.span)])) for t in (one, two)]
    begin = one.span[0]
    if lead == ["between"] and gap in ("and", *_TO):
        # Offsets are the text's own: lower case can be longer than what it was made of.
        between = _BETWEEN.search(text, max(0, begin - 9), begin)
        begin = between.start() if between else begin
    elif not (gap in ("through", "-", "–") or (gap in _TO and (lead == ["from"] or all(stated)))):
        return None
    first, last = one, two
    if two.end < one.start and not all(stated):
        first, last = _in_turn(one, two, anchor)
    if first.start is None or last.end is None or last.end < first.start:
        return None
    grain = one.grain if one.grain == two.grain else None
    sure = round(min(one.confidence, two.confidence) * 0.95, 4)
    value = f"{first.value}/{last.value}"
    return Timex((begin, two.span[1]), "DURATION", value, first.start, last.end, grain, sure, (first, last))


def _in_turn(one: Timex, two: Timex, anchor: date | None) -> tuple[Timex, Timex]:
    """*From Monday to Friday*, *between October and March*, each seen by itself from the day of writing: the end follows."""
    if one.grain == two.grain == "day" and one.start and two.start and (one.start - two.start).days < 7:
        return one, _moved(two, 7)
    if one.grain == two.grain == "month" and two.end and anchor:
        return (_moved(one, -12), two) if two.end < anchor else (one, _moved(two, 12))
    return one, two


def _moved(item: Timex, by: int) -> Timex:
    """A day moved by so many days, a month by so many months."""
    if item.start is None:
        return item
    if item.grain == "day":
        day = item.start + timedelta(days=by)
        return Timex(item.span, item.kind, day.isoformat(), day, day, item.grain, item.confidence)
    first, after = shifted(item.start, "M", by), shifted(item.start, "M", by + 1)
    if first is None or after is None:
        return item
    return Timex(item.span, item.kind, f"{first:%Y-%m}", first, after - timedelta(days=1), item.grain, item.confidence)
