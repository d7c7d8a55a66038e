"""Times as fine as a day: dates, weekdays, feasts, parts of days, the hour."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from allegedly.reading.times_terms import Meaning, Now, base_of, meaning_with, step_of, unit_of, unknown_meaning
from allegedly.reading.times_values import easter, shifted, value_of
from allegedly.reading.times_words import Word

if TYPE_CHECKING:
    from allegedly.reading.times_grammar import Match


def _slash(text: str, now: Now) -> date | None:
    parts = [int(p) for p in text.replace(".", "/").split("/")]
    one, two, year = parts
    if year < 100:
        year += 2000 if year <= 30 else 1900
    if "." in text or one > 12:
        one, two = two, one
    try:
        return date(year, one, two)
    except ValueError:
        return None


_FAR = 290
"""Days; what lies farther off is spoken of with its year, so the direction was misread."""

_FAR_FEAST = 330
"""The same of a feast, which is spoken of without its year nearly until the next one."""


def nearest(options: list[date], day: date, direction: int, far: int = _FAR) -> date | None:
    """The option that a sentence looking in the direction means: the nearest on that side, else the nearest at all."""
    side = [o for o in options if (o <= day if direction < 0 else o >= day)] if direction else []
    side = [o for o in side if abs((o - day).days) <= far]
    return min(side or options, key=lambda o: (abs((o - day).days), o), default=None)


def in_year(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dated(match: Match, now: Now) -> date | Literal["open"] | None:
    """The day of a month and its number, with the year or without."""
    month = match.first("month", "month_abbr")
    assert month is not None
    at = match.words.index(month)
    after = [w for w in match.words[at + 1 : at + 3] if w.cls in ("small", "nth", "ordinal")]
    before = [w for w in match.words[max(0, at - 2) : at] if w.cls in ("small", "nth", "ordinal")]
    numbers = after[:1] or before
    if not numbers:
        return None
    n, m = int(numbers[0].value), int(month.value)
    year, unit = match.first("year"), match.first("unit")
    if year:
        return in_year(int(year.value), m, n)
    if unit and unit.value == "Y" and now.day:
        return in_year(now.day.year + step_of(match), m, n)
    if now.day is None:
        return "open" if in_year(2000, m, n) else None
    options = [d for y in (-1, 0, 1) if (d := in_year(now.day.year + y, m, n))]
    named = match.first("weekday", "weekday_abbr")
    if step_of(match) < 0:
        return max(o for o in options if o < now.day)
    if named and (fitting := [o for o in options if o.isoweekday() == int(named.value)]):
        options = fitting
    return nearest(options, now.day, now.direction())


def _weekday(match: Match, now: Now) -> date | None:
    word = match.first("weekday", "weekday_abbr")
    assert word is not None
    base = base_of(match, now)
    if base is None:
        return None
    ahead = (int(word.value) - base.isoweekday()) % 7
    step = step_of(match)
    if (unit := match.first("unit")) and unit.value == "W":
        # "Friday of last week": the day in that week.
        monday = base - timedelta(days=base.weekday())
        return monday + timedelta(days=7 * step + int(word.value) - 1)
    if step < 0:
        return base - timedelta(days=(-ahead) % 7 or 7)
    if step > 0:
        return base + timedelta(days=ahead or 7)
    if match.has("that", "same") or match.has("this") or now.direction() > 0:
        return base + timedelta(days=ahead)
    return base - timedelta(days=(-ahead) % 7)


def feast_day(rule: str, year: int) -> date:
    """The day of a feast by its rule.

    A rule is ``12-25``, ``4/4/11`` (the fourth Thursday of November; ``1/-1/5`` is the last Monday of May) or ``easter``, each
    moved by days with ``+1`` or ``~1`` after it.
    """
    base, sign, moved = rule.partition("+") if "+" in rule else rule.partition("~")
    step = timedelta(days=int(moved or 0) * (-1 if sign == "~" else 1))
    if base == "easter":
        return easter(year) + step
    if "/" not in base:
        month, day = map(int, base.split("-"))
        return date(year, month, day) + step
    weekday, nth, month = map(int, base.split("/"))
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7) + step
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) + step


def _feast(word: Word, match: Match, now: Now) -> date | None:
    stated = match.first("year")
    if now.day is None and stated is None:
        return None
    years = [int(stated.value)] if stated else [now.day.year + y for y in (-1, 0, 1)] if now.day else []
    options = [feast_day(word.value, year) for year in years]
    if stated or now.day is None:
        found = options[0]
    elif step_of(match) < 0:
        found = max(o for o in options if o < now.day)
    else:
        found = nearest(options, now.day, now.direction(), _FAR_FEAST) or now.day
    return found - timedelta(days=1) if match.has("eve") else found


def _clock(match: Match) -> str | None:
    """The hour as TIMEX3 writes it after a day: ``T22:00``, ``TNI``."""
    half = match.first("meridiem")
    word = match.first("clock", "clockword")
    if word is None and half:
        at = match.words.index(half)
        word = match.words[at - 1] if at else None
    if word:
        value = word.value if ":" in word.value else f"{int(word.value):02d}:00"
        hour, minute = int(value[:2]), value[3:5]
        if half:
            hour = hour % 12 + (12 if half.value == "pm" else 0)
        return f"T{hour:02d}:{minute}"
    part = match.first("part", "tonight", "overnight")
    return f"T{part.value}" if part else None


def _at(day: date | None, match: Match, sure: float) -> Meaning:
    if day is None:
        return unknown_meaning("day")
    clock = _clock(match)
    value = day.isoformat() + (clock or "")
    return meaning_with(value, sure, "TIME" if clock else "DATE")


def day_date(match: Match, now: Now) -> date | Literal["open"] | None:
    """The day that is meant; ``"open"`` where the day of writing would be needed and is not known."""
    if iso := match.first("iso"):
        try:
            return date.fromisoformat(iso.value)
        except ValueError:
            return None
    if slash := match.first("slash"):
        return _slash(slash.lower, now)
    if match.has("month", "month_abbr"):
        return dated(match, now)
    if deictic := match.first("deictic"):
        return now.day + timedelta(days=int(deictic.value)) if now.day else "open"
    if match.has("weekday", "weekday_abbr"):
        return _weekday(match, now) if base_of(match, now) else "open"
    if feast := match.first("feast"):
        return _feast(feast, match, now) or "open"
    return now.day or "open"


def _known(match: Match) -> str:
    """What a day's TIMEX3 value is without the day of writing: ``XXXX-WXX-1``, ``XXXX-03-05``; empty where nothing."""
    month = match.first("month", "month_abbr")
    number = match.first("small", "nth", "ordinal")
    weekday = match.first("weekday", "weekday_abbr")
    if month and number:
        return f"XXXX-{int(month.value):02d}-{int(number.value):02d}"
    return f"XXXX-WXX-{weekday.value}" if weekday and not match.has("last", "next", "that", "this") else ""


def days(match: Match, now: Now) -> Meaning | None:
    """*March 3-5*, *April 24 and 25*: the days from one to the other."""
    month = match.first("month", "month_abbr")
    numbers = [int(w.value) for w in match.words if w.cls in ("small", "nth", "ordinal")]
    if month is None or len(numbers) != 2 or numbers[0] >= numbers[1]:
        return None
    first = dated(match, now)
    if isinstance(first, str):
        return Meaning(
            "DURATION",
            f"XXXX-{int(month.value):02d}-{numbers[0]:02d}/XXXX-{int(month.value):02d}-{numbers[1]:02d}",
            None,
            "day",
            0.5,
        )
    one, two = (in_year(first.year, first.month, n) for n in numbers) if first else (None, None)
    if one is None or two is None:
        return None
    return Meaning("DURATION", f"{one}/{two}", (one, two), "day", 0.9, spoken=True)


def day(match: Match, now: Now) -> Meaning | None:
    found = day_date(match, now)
    if found is None:
        return None
    if isinstance(found, str):
        return unknown_meaning("day", _known(match))
    feast, unit = match.first("feast"), match.first("unit")
    if feast and unit and unit.value == "W":
        return meaning_with(value_of(found, "W"))
    sure = 0.97 if match.has("year", "iso") else 0.9
    return _at(found, match, sure)


def part(match: Match, now: Now) -> Meaning:
    base = base_of(match, now)
    if base is None:
        return unknown_meaning("part of day")
    moved = shifted(base, "D", step_of(match))
    deictic = match.first("deictic")
    if deictic:
        moved = shifted(base, "D", int(deictic.value))
    return _at(moved, match, 0.8)


def loose_part(match: Match, now: Now) -> Meaning | None:
    """*Mid-morning*: a part of the day by itself, believed where its early or late end is named; not in *late-night*."""
    if any(w.cls == "hyphen" for w in match.loose) and match.has("part") and match.words[-1].lower == "night":
        return None
    return part(match, now) if any(w.cls == "early" for w in match.loose) else None


def clock(match: Match, now: Now) -> Meaning:
    return _at(now.spoken_day or now.day, match, 0.6)


def neighbour(match: Match, now: Now) -> Meaning | None:
    """*The day before*, *the day after Thanksgiving*."""
    after = match.first("after", "before")
    assert after is not None
    named = match.has("month", "month_abbr", "weekday", "deictic", "feast", "iso", "slash")
    base = day_date(match, now) if named else now.spoken_day or now.day
    if not isinstance(base, date):
        return unknown_meaning("day") if base else None
    moved = shifted(base, unit_of(match), int(after.value))
    return meaning_with(value_of(moved, unit_of(match)), 0.7) if moved else None
