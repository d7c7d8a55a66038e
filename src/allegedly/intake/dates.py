"""Days in the notations that newspapers, archives, mail and web pages use, as ISO 8601 days.

A notation that can be read in two ways (``03/04/2019``) and a day that is absurd give null, never a guess.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from allegedly.intake.tables import table

FIRST, LAST = 1605, 2100
"""Years that a newspaper can be of: the first was printed in 1605."""
_LONGEST = 120
"""Characters of a date field; what is longer is not a date."""


@cache
def _months() -> dict[str, int]:
    return {row["form"]: int(row["month"]) for row in table("months")}


@cache
def month_words() -> str:
    """The names of months as alternatives of a regular expression, longest first."""
    return "|".join(sorted(map(re.escape, _months()), key=lambda form: (-len(form), form)))


@cache
def weekday_words() -> str:
    """The names of weekdays as alternatives of a regular expression, longest first."""
    forms = (row["form"] for row in table("weekdays"))
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{month_words()})\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?P<year>\d{4})(?!\d)"
    clock = r"(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?(?:[a-z]{2,4}\s+)?"
    return tuple(
        re.compile(pattern, re.IGNORECASE | re.ASCII)
        for pattern in (
            r"(?<![\d.])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
            r"(?<![\d.])(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)",
            r"^\s*(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=$|\s|t\d)",
            rf"(?<!\d){day}(?:\s+of)?[\s-]+{month},?[\s-]+{year}",
            rf"\b{month}\s+{day},?\s+{clock}{year}",
            r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
            r"(?<!\d)(?P<either>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})(?!\d)",
        )
    )


def day(text: str) -> str | None:
    """The day that a date field gives (``2019-12-18T10:00Z``, ``Dec. 18, 2019``, RFC 2822 …), or null.

    The day is the one that is written; a time zone does not move it.
    """
    if len(text) > _LONGEST:
        return None
    for pattern in _patterns():
        match = pattern.search(text)
        if match:
            return _of(match.groupdict())
    return None


def _of(parts: dict[str, str]) -> str | None:
    if "either" in parts:
        one, two = int(parts["either"]), int(parts["other"])
        if one <= 12 and two <= 12 and one != two:
            return None  # 03/04/2019 is March in one country and April in another
        month, day_of_month = (one, two) if one <= 12 else (two, one)
    else:
        named = parts["month"].lower()
        month = int(named) if named.isdigit() else _months()[named]
        day_of_month = int(parts["day"])
    return iso(int(parts["year"]), month, day_of_month)


def iso(year: int, month: int, day_of_month: int) -> str | None:
    """The ISO 8601 day, or null where there is no such day or the year is absurd."""
    if not FIRST <= year <= LAST:
        return None
    try:
        return date(year, month, day_of_month).isoformat()
    except ValueError:
        return None


def day_of_epoch(seconds: float) -> str | None:
    """The day (UTC) of a time given as seconds or milliseconds since 1970, or null where it is absurd."""
    if not abs(seconds) < 1e14:
        return None
    try:
        moment = datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= 1e11 else seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return iso(moment.year, moment.month, moment.day)


def near(month: int, day_of_month: int, published: str) -> str | None:
    """The day of that month that lies nearest to the day of publication (``March 3`` of a dateline)."""
    about = date.fromisoformat(published)
    days = [iso(year, month, day_of_month) for year in (about.year - 1, about.year, about.year + 1)]
    return min((d for d in days if d), key=lambda d: abs(date.fromisoformat(d) - about), default=None)


def month_number(form: str) -> int | None:
    """The number of a month by one of its names, with or without a full stop; null where it is none."""
    return _months().get(form.rstrip(".").lower())


_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)", re.ASCII)


def day_in_name(name: str) -> str | None:
    """The day in a file name (``jerusalem-2019-12-18.txt``, ``20191218_talks.html``), or null."""
    found = (iso(int(m[1]), int(m[3]), int(m[4])) for m in _IN_NAME.finditer(name))
    return next((d for d in found if d), None)


def left_out(words: str) -> str:
    """The sentence that tells of a day which cannot be read."""
    return f"its published {' '.join(words.split())[:40]!r} is not read as a day and is left out; write it as 2019-12-18"
