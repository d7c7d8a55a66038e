"""What an expression of time means: one function for every meaning that a rule of the grammar can name.

Each takes the match and the moment from which it is seen, and gives a :class:`Meaning`, or null where the words are no time
after all (an age, a number that only looks like a year).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from allegedly.reading.times_days import clock, day, days, loose_part, neighbour, part
from allegedly.reading.times_periods import century, decade, half, month, quarter, season, week_of, year, years
from allegedly.reading.times_terms import (
    Meaning,
    Now,
    base_of,
    count_of,
    length_of,
    meaning_with,
    months_of,
    number,
    open_meaning,
    step_of,
    unit_of,
    unknown_meaning,
)
from allegedly.reading.times_values import shifted, value_of

if TYPE_CHECKING:
    from allegedly.reading.times_grammar import Match


# ---- periods told from a moment ------------------------------------------------------------------------------------


def relative(match: Match, now: Now) -> Meaning | None:
    """*Last week*, *this weekend*, *the following month*, *that year*."""
    if match.has("period") and not match.has("unit"):
        return _last_quarter(now) if match.has("latest") else meaning_with(now.quarter, 0.6) if now.quarter else None
    unit = unit_of(match)
    if unit[0] == "T":
        # "At the last minute" is late, and no minute.
        told = match.has("past", "next") or (match.has("last") and unit != "TM")
        return open_meaning(length_of("1", unit), "DURATION") if told else None
    base = base_of(match, now)
    if match.has("own"):
        return meaning_with(now.quarter, 0.5) if unit == "Q" and now.quarter else None
    if base is None:
        return unknown_meaning(None)
    if unit == "Q" and match.has("latest"):
        return _last_quarter(now)
    if unit == "WE":
        monday = base - timedelta(days=base.weekday())
        moved = shifted(monday, "W", step_of(match))
        return meaning_with(value_of(moved, "WE")) if moved else None
    moved = shifted(base, unit, step_of(match))
    if match.has("past") and now.day:
        begin = shifted(now.day, unit, -1)
        if begin and unit in ("D", "W", "M"):
            return Meaning("DURATION", length_of("1", unit), (begin, now.day), None, 0.6)
    if unit == "E" and match.has("past", "last"):
        return _stretch_of("10", "Y", -1, now)
    return meaning_with(value_of(moved, unit), 0.88) if moved else None


def _last_quarter(now: Now) -> Meaning:
    if now.quarter:
        return meaning_with(now.quarter, 0.7)
    before = shifted(now.day, "Q", -1) if now.day else None
    return meaning_with(value_of(before, "Q"), 0.6) if before else unknown_meaning("quarter")


def definite(match: Match, now: Now) -> Meaning | None:
    """*The quarter*, *the year*, *the weekend*: the one last spoken of."""
    unit = unit_of(match)
    if match.has("period") and not match.has("unit", "weekend"):
        return None
    if unit == "WE":
        if now.day is None:
            return unknown_meaning("weekend")
        back = timedelta(days=7 if now.day.weekday() < 5 and now.direction() <= 0 else 0)
        return meaning_with(value_of(now.day - back, "WE"), 0.7)
    if unit == "Q":
        return _last_quarter(now)
    if unit == "Y" and now.day and (match.has("fiscal", "filler") or match.loose):
        return meaning_with(value_of(now.day, "Y"), 0.5)
    if unit in ("W", "M") and now.day and match.loose:
        return meaning_with(value_of(now.day, unit), 0.6)
    return open_meaning(length_of("1", unit), "DURATION", 0.5) if unit in ("W", "M", "Y") else None


def within(match: Match, now: Now) -> Meaning | None:
    """*Earlier this year*, *later that day*."""
    if match.has("month"):
        return month(match, now)
    if match.has("deictic"):
        return day(match, now)
    return relative(match, now)


def ago(match: Match, now: Now) -> Meaning | None:
    """*Three weeks ago*; *a year ago* after a quarter is that quarter a year before, as business pages use it."""
    unit, n = unit_of(match), count_of(match.words)
    if match.has("this") and now.day and n.isdigit():
        moved = shifted(now.day, unit, -int(n))
        within = match.words[-1].value
        return meaning_with(value_of(moved, within), 0.7) if moved and within[0] != "T" else None
    first = match.words[0].cls if match.words else ""
    if unit == "Y" and now.day and (months := months_of(n)):
        moved = shifted(now.day, "M", -months)
        return meaning_with(value_of(moved, "M"), 0.65) if moved else None
    if not n.isdigit() and match.has("hyphen", "the", "ordinal"):
        n = "1"
    if first == "the" and match.has("ordinal"):
        q = match.first("ordinal")
        if q and int(q.value) <= 4 and now.day:
            return meaning_with(f"{now.day.year - 1:04d}-Q{q.value}", 0.7)
    if match.words[-1].value == "Q" and len(match.words) > 2 and now.day:
        over = now.quarter or value_of(shifted(now.day, "Q", -1) or now.day, "Q")
        return meaning_with(f"{int(over[:4]) - 1:04d}{over[4:]}", 0.65)
    if n == "1" and unit in ("Y", "Q") and now.quarter and now.quarterly and now.day:
        return meaning_with(f"{int(now.quarter[:4]) - 1:04d}{now.quarter[4:]}", 0.65)
    if not n.isdigit():
        return open_meaning("PAST_REF")
    if now.day is None:
        return unknown_meaning(None)
    if unit[0] == "T":
        return Meaning("TIME", length_of(n, unit), None, None, 0.5)
    moved = shifted(now.day, unit, -int(n))
    if moved and (named := match.first("weekday")):
        # "A week ago Monday": the Monday of that week; "a year ago Monday": the one nearest to that day.
        ahead = (int(named.value) - moved.isoweekday() + 3) % 7 - 3
        step = int(named.value) - moved.isoweekday() if unit == "W" else ahead
        return meaning_with((moved + timedelta(days=step)).isoformat(), 0.65)
    fine = "D" if match.has("deictic") else {"E": "Y", "C": "Y"}.get(unit, unit)
    return meaning_with(value_of(moved, fine), 0.75) if moved else open_meaning("PAST_REF")


def away(match: Match, now: Now) -> Meaning | None:
    """*Two days earlier*, *a week later*: from the time last spoken of; *three weeks from now*."""
    if match.has("vague"):
        n, unit = count_of(match.words), unit_of(match)
        moved = shifted(now.day, unit, int(n)) if now.day and n.isdigit() and unit[0] != "T" else None
        return meaning_with(value_of(moved, unit), 0.75) if moved else open_meaning("FUTURE_REF")
    if match.has("earlier") and match.has("a") and unit_of(match) == "Y":
        return ago(match, now)
    n, unit = count_of(match.words), unit_of(match)
    way = match.first("earlier", "later", "before", "after")
    assert way is not None
    if not n.isdigit():
        return open_meaning(length_of(n, unit), "DURATION", 0.6)
    if unit[0] == "T":
        return open_meaning(length_of(n, unit), "DURATION", 0.5)
    base = now.spoken_day if unit in ("D", "W") else now.spoken
    if base is None:
        return open_meaning(length_of(n, unit), "DURATION", 0.5)
    moved = shifted(base, unit, int(n) * int(way.value))
    return meaning_with(value_of(moved, {"W": "D"}.get(unit, unit)), 0.65) if moved else None


# ---- lengths, sets, open times ------------------------------------------------------------------------------------------


def every(match: Match, now: Now) -> Meaning | None:
    weekday = match.first("weekday", "weekdays")
    named = match.first("month", "season")
    if named:
        return open_meaning(f"XXXX-{named.value}" if named.cls == "season" else f"XXXX-{int(named.value):02d}", "SET", 0.8)
    part_word = match.first("part", "parts")
    if weekday:
        return open_meaning(f"XXXX-WXX-{weekday.value}" + (f"T{part_word.value}" if part_word else ""), "SET", 0.8)
    if match.has("weekend", "weekends"):
        return open_meaning("XXXX-WXX-WE", "SET", 0.8)
    if part_word:
        return open_meaning(f"XXXX-XX-XXT{part_word.value}", "SET", 0.7)
    if match.has("a", "times"):
        return open_meaning(length_of("1", unit_of(match)), "SET", 0.7)
    n = "2" if match.has("other") else str(number(match.words) or 1)
    return open_meaning(length_of(n, unit_of(match)), "SET", 0.8)


def often(match: Match, now: Now) -> Meaning | None:
    return open_meaning(match.words[-1].value, "SET", 0.6)


def _stretch_of(n: str, unit: str, step: int, now: Now) -> Meaning:
    value = length_of(n, unit)
    moved = shifted(now.day, unit, step * int(n)) if now.day and n.isdigit() and unit[0] != "T" else None
    if moved is None or now.day is None:
        return open_meaning(value, "DURATION")
    return Meaning("DURATION", value, (min(moved, now.day), max(moved, now.day)), None, 0.9)


def stretch(match: Match, now: Now) -> Meaning | None:
    """*The past two months*, *the next few years*: a length that begins or ends on the day of writing."""
    n, unit, step = count_of(match.words), unit_of(match), step_of(match)
    if match.first("units") is None and number(match.words) is None:
        return relative(match, now)
    if unit == "TH" and n.isdigit() and int(n) % 24 == 0 and n != "0":
        n, unit = str(int(n) // 24), "D"
    return _stretch_of(n, unit, step, now)


def first_units(match: Match, now: Now) -> Meaning | None:
    """*The first nine months*, *the first nine months of 1997*, *the last two weeks of July*."""
    counted = match.words[: next((i for i, w in enumerate(match.words) if w.cls == "of"), len(match.words))]
    n, unit = count_of(tuple(w for w in counted if w.cls != "ordinal")), match.first("units", "unit")
    if unit is None:
        return None
    value = length_of(n, unit.value)
    whole = month(match, now) if match.has("month", "month_abbr") else year(match, now)
    by = int(n) if n.isdigit() else 0
    last = match.has("last")
    if whole is None or whole.days is None or unit.value[0] == "T" or not (last or any(w.value == "1" for w in counted[:2])):
        return open_meaning(value, "DURATION")
    first, end = whole.days
    days = timedelta(days=1)
    begin, after = (shifted(end + days, unit.value, -by), end + days) if last else (first, shifted(first, unit.value, by))
    if begin is None or after is None or not first <= begin < after <= end + days:
        return open_meaning(value, "DURATION")
    return Meaning("DURATION", value, (begin, after - days), None, 0.8)


def duration(match: Match, now: Now) -> Meaning | None:
    unit = match.first("unit", "units")
    if unit is None:
        return None
    n = count_of(match.words)
    if n == "1" and unit.cls == "units":
        n = "X"  # "a decades-old dispute"
    if n == "1" and unit.value == "D" and len(match.words) == 2 and match.words[0].lower == "one" and now.direction() > 0:
        return open_meaning("FUTURE_REF")
    if unit.cls == "unit" and n == "X":
        if match.words[0] is unit:
            n = "1"
        elif not match.has("hyphen"):
            return None
    if match.words[0].cls == "the" and n == "X":
        # "The weeks before the vote": how long, not which.
        return open_meaning(length_of(n, unit.value), "DURATION", 0.5)
    if unit.value == "Q" and (unit.cls == "units" or n == "1"):
        # "Three quarters" of something is a share more often than nine months.
        return None
    return open_meaning(length_of(n, unit.value), "DURATION", 0.75)


def open_time(match: Match, now: Now) -> Meaning | None:
    vague = match.first("vague", "recent")
    units = match.first("units")
    if units and match.has("recent", "ahead"):
        return open_meaning(length_of("X", units.value), "DURATION", 0.6)
    if vague:
        return open_meaning(vague.value, sure=0.65)
    if match.has("these", "current"):
        return open_meaning("PRESENT_REF", sure=0.7)
    return open_meaning("PAST_REF" if match.has("past") else "FUTURE_REF", sure=0.6)


def end_of(match: Match, now: Now) -> Meaning | None:
    if now.day is None:
        return unknown_meaning(None)
    unit = unit_of(match)
    if unit == "Y":
        options = [date(now.day.year - 1, 12, 31), date(now.day.year, 12, 31)]
        return meaning_with(options[now.direction() >= 0].isoformat(), 0.6)
    return meaning_with(value_of(now.day, unit), 0.6) if unit[0] != "T" else None


MEANINGS: dict[str, Callable[[Match, Now], Meaning | None]] = {
    "day": day, "days": days, "part": part, "loose_part": loose_part, "clock": clock, "month": month, "week_of": week_of,
    "relative": relative, "definite": definite, "ago": ago, "away": away, "neighbour": neighbour, "within": within,
    "season": season, "quarter": quarter, "half": half, "year": year, "years": years, "decade": decade, "century": century,
    "every": every, "often": often, "stretch": stretch, "first_units": first_units, "duration": duration, "open": open_time,
    "end_of": end_of,
}  # fmt: skip
"""The functions by the name that a rule gives."""


def meaning_of(match: Match, now: Now) -> Meaning | None:
    """What the match means, seen from ``now``; null where it is no time. Never raises for any match of the grammar."""
    try:
        found = MEANINGS[match.meaning](match, now)
    except (ValueError, OverflowError):
        return None  # "8000 years later": past the end of the calendar
    if found and found.days and found.days[0] > found.days[1]:
        return replace(found, days=None)
    return found
