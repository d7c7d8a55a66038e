"""Times beside what dateparser, a library of another make, says of the same words: a second opinion, not a judge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import dateparser
import pytest

import allegedly

WEDNESDAY = "2024-05-15"

AGREED = [
    "18 December 2019",
    "December 18, 2019",
    "Sept. 11, 2001",
    "3 March",
    "yesterday",
    "today",
    "two days ago",
    "on Monday",
    "last Tuesday",
    "Friday",
    "April 30",
]
"""What both take for one and the same day."""

OURS = {
    "last weekend": ("2024-05-11", "2024-05-12"),
    "the 90s": ("1990-01-01", "1999-12-31"),
    "early this year": ("2024-01-01", "2024-12-31"),
    "between March and May 2023": ("2023-03-01", "2023-05-31"),
    "last summer": ("2023-06-01", "2023-08-31"),
    "three weeks ago": ("2024-04-22", "2024-04-28"),
}
"""What is no day, and what it stands for; the library gives null or one day of it."""


def ours(words: str) -> tuple[str | None, str | None]:
    """First and last day of the first time in a past-tense report."""
    reading = allegedly.read(f"The bridge was closed {words}, the mayor said.", published=WEDNESDAY, reader="rules")
    assert reading.times, words
    return reading.times[0].start, reading.times[0].end


@pytest.fixture(scope="module")
def theirs() -> Callable[[str], str | None]:
    """The day that the library gives, seen from the same day and looking back."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(WEDNESDAY), "PREFER_DATES_FROM": "past"}

    def day(words: str) -> str | None:
        found = dateparser.parse(words.removeprefix("on ").removeprefix("last "), languages=["en"], settings=settings)
        return found.date().isoformat() if found else None

    return day


@pytest.mark.parametrize("words", AGREED)
def test_agreed(words: str, theirs: Callable[[str], str | None]) -> None:
    """Plain days are the same to both."""
    assert ours(words) == (theirs(words), theirs(words))


@pytest.mark.parametrize("words", OURS)
def test_more_than_a_day(words: str) -> None:
    """Weekends, seasons, decades, ranges and counted weeks, of which the library gives a day or nothing, are whole."""
    assert ours(words) == OURS[words]
