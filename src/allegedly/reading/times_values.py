"""TIMEX3 values of calendar units, and the days that they cover.

Units are written as in ISO 8601 and TIMEX3: ``D`` day, ``W`` week, ``M`` month, ``Q`` quarter, ``Y`` year, ``E`` decade,
``C`` century; two seasons or halves are told by their value. Weeks begin on Monday, quarters are the calendar's, winter is
December to February and bears the year of its December (ISO-TimeML, TIMEX3 annotation guidelines 1.2.1).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_SPAN_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
                "SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?(?:T.*)?")
_PART = re.compile(r"(\d{4})-([QH]\d|SP|SU|FA|WI)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


def shifted(day: date, unit: str, by: int) -> date | None:
    """The day moved by a number of units, kept inside its new month; null where the calendar ends."""
    try:
        if unit in ("D", "W"):
            return day + timedelta(days=by * (7 if unit == "W" else 1))
        if unit == "2W":
            return day + timedelta(days=14 * by)
        months = {"M": 1, "Q": 3, "6M": 6, "Y": 12, "E": 120, "C": 1200}[unit] * by
        total = day.year * 12 + day.month - 1 + months
        year, month = divmod(total, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError, calendar.IllegalMonthError):
        return None


def value_of(day: date, unit: str) -> str:
    """TIMEX3 value of the unit in which the day lies."""
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if unit in ("M", "6M"):
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "Y":
        return f"{day.year:04d}"
    if unit == "E":
        return f"{day.year // 10:03d}"
    if unit == "C":
        return f"{day.year // 100:02d}"
    if unit == "WE":
        return value_of(day, "W") + "-WE"
    return day.isoformat()


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value, both inclusive; null where it is no stretch of the calendar."""
    try:
        if m := _DAY.fullmatch(value):
            day = date(int(m[1]), int(m[2]), int(m[3]))
            return day, day
        if m := _WEEK.fullmatch(value):
            first = date.fromisocalendar(int(m[1]), int(m[2]), 6 if m[3] else 1)
            return first, first + timedelta(days=1 if m[3] else 6)
        if m := _PART.fullmatch(value):
            if m[2] == "WI":
                return date(int(m[1]), 12, 1), date(int(m[1]) + 1, 3, 1) - timedelta(days=1)
            return _months(int(m[1]), *_SPAN_MONTHS[m[2]])
        if m := _MONTH.fullmatch(value):
            return _months(int(m[1]), int(m[2]), int(m[2]))
        if value.isdigit() and len(value) == 4:
            return _months(int(value), 1, 12)
        if value.isdigit() and len(value) == 3:
            return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
        if value.isdigit() and len(value) == 2:
            # A century runs from its year 1 to the next hundred; TIMEX3 names it by its first two digits.
            return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
    except (ValueError, OverflowError, KeyError):
        return None
    return None


def grain_of(value: str) -> str | None:
    """What the reading calls the fineness of a TIMEX3 value, or null where it is none of the calendar's."""
    if _DAY.fullmatch(value):
        return "time" if re.search(r"T\d", value) else ("part of day" if "T" in value else "day")
    if m := _WEEK.fullmatch(value):
        return "weekend" if m[3] else "week"
    if m := _PART.fullmatch(value):
        return {"Q": "quarter", "H": "half-year"}.get(m[2][0], "season")
    if _MONTH.fullmatch(value):
        return "month"
    return {4: "year", 3: "decade", 2: "century"}.get(len(value)) if value.isdigit() else None


def easter(year: int) -> date:
    """Easter Sunday of a year (Gregorian computus; Meeus, Jones and Butcher's anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
