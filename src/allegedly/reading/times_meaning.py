"""What an expression of time means: one function for every meaning that a rule of the grammar can name.

Each takes the match and the moment from which it is seen, and gives a :class:`Meaning`, or null where the words are no time
after all (an age, a number that only looks like a year).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from allegedly.reading.times_days import _dated, clock, day, days, loose_part, nearest, neighbour, part
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
from allegedly.reading.times_values import days_of, shifted, value_of

if TYPE_CHECKING:
    from allegedly.reading.times_grammar import Match


_FAR_MONTH = 310
"""Days, from the first of one month to the first of the other: eleven months off, a month is spoken of with its year."""
_FAR_QUARTER = 150
"""Days ahead to which a quarter named without its year can lie."""


# ---- weeks, months, quarters, years ------------------------------------------------------------------------------------


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
    return meaning_with(value_of(chosen, "M"), 0.85)


def week_of(match: Match, now: Now) -> Meaning | None:
    found = _dated(match, now)
    if not isinstance(found, date):
        return unknown_meaning("week") if found else None
    return meaning_with(value_of(found, unit_of(match)))


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
    if n == "1" and unit in ("Y", "Q") and now.quarter and now.day:
        return meaning_with(f"{int(now.quarter[:4]) - 1:04d}{now.quarter[4:]}", 0.65)
    if not n.isdigit():
        return open_meaning("PAST_REF")
    if now.day is None:
        return unknown_meaning(None)
    if unit[0] == "T":
        return Meaning("TIME", length_of(n, unit), None, None, 0.5)
    moved = shifted(now.day, unit, -int(n))
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
    return meaning_with(value_of(chosen, "Q"), 0.8) if chosen else None


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
    return Meaning("DURATION", value, (min(moved, now.day), max(moved, now.day)), None, 0.7)


def stretch(match: Match, now: Now) -> Meaning | None:
    """*The past two months*, *the next few years*: a length that begins or ends on the day of writing."""
    n, unit, step = count_of(match.words), unit_of(match), step_of(match)
    if match.first("units") is None and number(match.words) is None:
        return relative(match, now)
    if unit == "TH" and n.isdigit() and int(n) % 24 == 0 and n != "0":
        n, unit = str(int(n) // 24), "D"
    return _stretch_of(n, unit, step, now)


def first_units(match: Match, now: Now) -> Meaning | None:
    """*The first nine months*, *the first nine months of 1997*."""
    counted = tuple(w for w in match.words if w.cls not in ("year", "ordinal", "of"))
    n, unit, stated = count_of(counted), match.first("units", "unit"), match.first("year")
    if unit is None:
        return None
    value = length_of(n, unit.value)
    first = date(int(stated.value), 1, 1) if stated else None
    after = shifted(first, unit.value, int(n)) if first and n.isdigit() and unit.value[0] != "T" else None
    if first is None or after is None or all(w.value != "1" for w in match.words[:2]):
        return open_meaning(value, "DURATION")
    return Meaning("DURATION", value, (first, after - timedelta(days=1)), None, 0.8)


def duration(match: Match, now: Now) -> Meaning | None:
    unit = match.first("unit", "units")
    if unit is None:
        return None
    n = count_of(match.words)
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
        return open_meaning(vague.value, sure=0.8)
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
    found = MEANINGS[match.meaning](match, now)
    if found and found.days and found.days[0] > found.days[1]:
        return replace(found, days=None)
    return found
