"""When things are said to be: a bar for each year, month or day that statements name."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from allegedly.ledger.timeline import Period
from allegedly.publishing.words import day, many
from allegedly.web.pictures.svg import element, picture

_WIDE, _HIGH, _TOP, _FOOT = 1010.0, 120.0, 18.0, 24.0
_WIDEST = 46.0
"""A bar at most, in pixels."""
_ROOM = 40.0
"""What lies under a bar takes so many pixels."""
_MOST = 62
"""Bars; where there would be more, those without statements are left out."""
_MONTHS = "January February March April May June July August September October November December".split()


def times(periods: Sequence[Period], address: Callable[[str], str], chosen: str | None = None) -> Markup | None:
    """The picture; null where no time is named.

    Args:
        periods: Years, months or days, in order.
        address: Where the bar of a period leads.
        chosen: The period that was asked for.
    """
    if not periods:
        return None
    counts = {period.when: period.statements for period in periods}
    every = list(_between(periods[0].when, periods[-1].when))
    bars = every if len(every) <= _MOST else list(counts)
    step = min(_WIDEST, _WIDE / len(bars))
    width = max(step * len(bars), 220.0)
    most = max(counts.values())
    content = [element("path", class_="axis", d=f"M0,{_TOP + _HIGH:.0f} H{width:.0f}")]
    content += _bars(bars, counts, step, most, address, chosen)
    told = f"When: {called(bars[0])}" + (f" to {called(bars[-1])}" if len(bars) > 1 else "")
    return picture(width, _TOP + _HIGH + _FOOT, content, title=told, kind="times")


def called(when: str) -> str:
    """A stretch of time in words: *the 1990s*, *1998*, *March 1998*, *24 March 1998*."""
    if len(when) == 3:
        return f"the {when}0s"
    if len(when) == 7 and 1 <= int(when[5:]) <= 12:
        return f"{_MONTHS[int(when[5:]) - 1]} {when[:4]}"
    return day(when) if len(when) == 10 else when


def _bars(
    bars: Sequence[str], counts: dict[str, int], step: float, most: int, address: Callable[[str], str], chosen: str | None
) -> Iterator[Markup]:
    foot = _TOP + _HIGH
    every = max(1, round(_ROOM / step + 0.4))
    for number, when in enumerate(bars):
        x = number * step
        count = counts.get(when, 0)
        if count:
            height = max(2.0, _HIGH * (count / most))
            told = f"{called(when)}: {many(count, 'statement')}"
            now = " chosen" if when == chosen else ""
            x_bar, wide = x + step * 0.1, step * 0.8
            # All of the column can be pointed at, however low its bar is.
            parts = [
                element("title", told),
                element("rect", class_="column", x=x, y=_TOP, width=step, height=_HIGH),
                element("rect", class_=f"stretch{now}", x=x_bar, y=foot - height, width=wide, height=height),
            ]
            if count == most:
                number_at = {"x": x + step / 2, "y": foot - height - 5}
                parts.append(element("text", f"{count:,}", class_="tick", text_anchor="middle", **number_at))
            yield element("a", parts, href=address(when), aria_label=told)
        if number % every == 0:
            yield element("path", class_="axis", d=f"M{x + step / 2:.1f},{foot:.0f} v4")
            yield element("text", _tick(when), class_="tick", x=x + step / 2, y=foot + 17, text_anchor="middle")


def _tick(when: str) -> str:
    if len(when) == 7:
        month = int(when[5:])
        return when[:4] if month == 1 else _MONTHS[month - 1][:3]
    return str(int(when[8:])) if len(when) == 10 else when


def _between(first: str, last: str) -> Iterator[str]:
    """All years, months or days from one to another, as far as the calendar has them."""
    if len(first) == 4:
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        return
    year, month = int(first[:4]), int(first[5:7])
    while f"{year:04}-{month:02}" <= last[:7]:
        if len(first) == 7:
            yield f"{year:04}-{month:02}"
        elif year >= date.min.year:
            days = (f"{year:04}-{month:02}-{one:02}" for one in range(1, monthrange(year, month)[1] + 1))
            yield from (one for one in days if first <= one <= last)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
