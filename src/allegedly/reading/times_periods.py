"""Periods that have a name of their own: months, seasons, quarters, years, decades, centuries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from allegedly.reading.times_days import dated, nearest
from allegedly.reading.times_terms import Meaning, Now, meaning_with, open_meaning, step_of, unit_of, unknown_meaning
from allegedly.reading.times_values import days_of, value_of

if TYPE_CHECKING:
    from allegedly.reading.times_grammar import Match

_FAR_MONTH = 310
"""Days, from the first of one month to the first of the other: eleven months off, a month is spoken of with its year."""
_FAR_QUARTER = 150
"""Days ahead to which a quarter named without its year can lie."""


def stated_year(match: Match, now: Now) -> int | None:
    """The year that is written, or that *this year*, *last year* mean."""
    year = match.first("year")
    if year:
        return int(year.value)
    unit = match.first("unit")
    if unit and unit.value == "Y" and now.day:
        return now.day.year + step_of(match)
    return None


def month(match: Match, now: Now) -> Meaning | None:
    word = match.first("month", "month_abbr")
    assert word is not None
    m = int(word.value)
    year = stated_year(match, now)
    if year:
        return meaning_with(f"{year:04d}-{m:02d}", 0.95)
    if now.day is None:
        return unknown_meaning("month", f"XXXX-{m:02d}")
    first = now.day.replace(day=1)
    options = [date(first.year + y, m, 1) for y in (-1, 0, 1)]
    step = step_of(match)
    if step < 0:
        chosen = max(o for o in options if o < first)
    elif step > 0:
        chosen = min(o for o in options if o > first)
    elif match.has("this"):
        chosen = options[1]
    else:
        chosen = nearest(options, first, now.direction(), _FAR_MONTH) or first
    return meaning_with(value_of(chosen, "M"), 0.92)


def week_of(match: Match, now: Now) -> Meaning | None:
    found = dated(match, now)
    if not isinstance(found, date):
        return unknown_meaning("week") if found else None
    return meaning_with(value_of(found, unit_of(match)))


def season(match: Match, now: Now) -> Meaning | None:
    word = match.first("season")
    assert word is not None
    year = match.first("year")
    if year:
        return meaning_with(f"{int(year.value):04d}-{word.value}", 0.9)
    if not (match.has("last", "past", "next", "this", "previous", "following", "that") or match.loose):
        if not match.has("in", "the"):
            return None
        if word.lower in ("fall", "spring") and not match.has("in"):
            return None
    if now.day is None:
        return unknown_meaning("season")
    options = []
    for y in range(now.day.year - 2, now.day.year + 3):
        span = days_of(f"{y:04d}-{word.value}")
        if span:
            options.append((span[0], f"{y:04d}-{word.value}"))
    step = step_of(match)
    if step < 0 and not match.has("this"):
        chosen = max((o for o in options if (days_of(o[1]) or (now.day, now.day))[1] < now.day), default=options[0])
    elif step > 0:
        chosen = min((o for o in options if o[0] > now.day), default=options[-1])
    elif match.has("this"):
        chosen = next(o for o in options if o[1].startswith(f"{now.day.year:04d}"))
    else:
        start = nearest([o[0] for o in options], now.day, now.direction(), 366)
        chosen = next(o for o in options if o[0] == start)
    return meaning_with(chosen[1], 0.8)


def quarter(match: Match, now: Now) -> Meaning | None:
    """*Third-quarter*, *the 1988 quarter*, *this year's third quarter*."""
    unit = match.first("unit")
    nth = match.first("ordinal")
    year = stated_year(match, now)
    last = match.words[-1]
    if nth is None:
        if year is None:
            return None
        period = unit is None or unit.value == "Q"
        return meaning_with(f"{year:04d}{now.quarter[4:]}" if now.quarter and period else f"{year:04d}", 0.6)
    quarters = [w for w in match.words if w.cls == "unit" and w.value == "Q"]
    n = int(nth.value)
    if not quarters:
        # "The second year of …": a length counted off, whose beginning the words do not give.
        return None if last.value not in ("D", "W", "M", "Y") else open_meaning("XXXX", sure=0.3) if last.value == "Y" else None
    if n > 4:
        return None
    if year:
        return meaning_with(f"{year:04d}-Q{n}", 0.9)
    if now.day is None:
        return unknown_meaning("quarter")
    options = [date(now.day.year + y, 3 * n - 2, 1) for y in (-1, 0, 1)]
    direction = now.direction()
    # What a quarter brought is told soon after it ends: "will report third-quarter profit" means the one just over.
    chosen = nearest(options, now.day, direction if direction > 0 else -1, _FAR_QUARTER if direction > 0 else 366)
    return meaning_with(value_of(chosen, "Q"), 0.9) if chosen else None


def half(match: Match, now: Now) -> Meaning | None:
    code = match.first("halfcode", "quartercode")
    year = stated_year(match, now)
    if code:
        return meaning_with(f"{year:04d}-{'H' if code.cls == 'halfcode' else 'Q'}{code.value}", 0.9) if year else None
    nth = match.first("ordinal")
    n = int(nth.value) if nth else 2
    if year is None or n > 2:
        return None
    return meaning_with(f"{year:04d}-H{n}", 0.8)


def year(match: Match, now: Now) -> Meaning | None:
    word = match.first("year")
    return meaning_with(word.value, 0.9) if word else None


def years(match: Match, now: Now) -> Meaning | None:
    """*2015-2017*, *1991-95*, *from 2015 to 2017*."""
    found = [int(w.value) for w in match.words if w.cls in ("year", "small", "big")]
    first, last = found[0], found[-1]
    if last < 100:
        last += first // 100 * 100
    if not first < last < first + 100:
        return None
    return Meaning("DURATION", f"{first:04d}/{last:04d}", (date(first, 1, 1), date(last, 12, 31)), "year", 0.85)


def decade(match: Match, now: Now) -> Meaning | None:
    word = match.first("decade")
    if word is None:
        return None
    digits = word.value
    if len(digits) == 2:
        if digits < "30" and word.lower[0].isdigit():
            return None
        digits = ("20" if digits < "30" else "19") + digits
    if not match.has("the") and len(word.value) == 2:
        return None
    return meaning_with(digits[:3], 0.9) if "1400" <= digits < "2100" else None


def century(match: Match, now: Now) -> Meaning | None:
    unit, nth = match.first("unit"), match.first("nth", "ordinal")
    if unit and nth and unit.value == "C" and 1 <= int(nth.value) <= 30:
        return meaning_with(f"{int(nth.value) - 1:02d}", 0.9)
    return None
