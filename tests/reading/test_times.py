"""Times: which words are one, and which days they cover from the day of publication."""

from __future__ import annotations

import pytest

import allegedly

PUBLISHED = "2019-12-18"  # a Wednesday


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    """Words, first and last day of each time."""
    return [(t.text, t.start, t.end) for t in allegedly.read(text, published=published).times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met last weekend.", ("last weekend", "2019-12-14", "2019-12-15")),
        ("They met on Monday.", ("Monday", "2019-12-16", "2019-12-16")),
        ("They will meet on Monday.", ("Monday", "2019-12-23", "2019-12-23")),
        ("They met yesterday.", ("yesterday", "2019-12-17", "2019-12-17")),
        ("They met three weeks ago.", ("three weeks ago", "2019-11-25", "2019-12-01")),
        ("They met on 5 May 1990.", ("5 May 1990", "1990-05-05", "1990-05-05")),
        ("They met on May 5.", ("May 5", "2019-05-05", "2019-05-05")),
        ("They met in March 2016.", ("March 2016", "2016-03-01", "2016-03-31")),
        ("They signed it in 2015.", ("2015", "2015-01-01", "2015-12-31")),
        ("It began in the 90s.", ("the 90s", "1990-01-01", "1999-12-31")),
        ("It began in the 19th century.", ("the 19th century", "1800-01-01", "1899-12-31")),
        ("It rose in the first quarter of 2018.", ("the first quarter of 2018", "2018-01-01", "2018-03-31")),
        ("They met last month.", ("last month", "2019-11-01", "2019-11-30")),
        ("They met last year.", ("last year", "2018-01-01", "2018-12-31")),
        ("It happened on 2019-11-02.", ("2019-11-02", "2019-11-02", "2019-11-02")),
    ],
)
def test_times(text: str, expected: tuple[str, str, str]) -> None:
    """Absolute and relative times, by the day of publication and the tense of the verb."""
    assert expected in times(text)


def test_no_date_known() -> None:
    """Without a day of publication a relative time keeps its words and has no days, and the reading says why."""
    reading = allegedly.read("They met on Monday, and they had met in 2015.")
    assert [(t.text, t.start) for t in reading.times] == [("Monday", None), ("2015", "2015-01-01")]
    assert len(reading.notes) == 1
    assert reading.notes[0].startswith("No publication date is known")


def test_dateline_stands_in() -> None:
    """Where only the dateline has a day, times are seen from there."""
    reading = allegedly.read("date 2019-12-18 OSTER, Marenia – The leaders met last weekend.")
    assert ("last weekend", "2019-12-14") in [(t.text, t.start) for t in reading.times]


@pytest.mark.parametrize(
    "text", ["Theresa May said so.", "The 35-year-old man left.", "He paid $2015 for it.", "May I ask?", "1,990 people came."]
)
def test_what_is_no_time(text: str) -> None:
    """Names, ages, prices and counts that look like times are none."""
    assert times(text) == []


@pytest.mark.parametrize("text", ["Monday " * 500, "from 2015 to " * 300, "İ" * 300 + " between March and May", "1-1-1-" * 400])
def test_long_runs(text: str) -> None:
    """Long runs of what begins like a time are read, spans in their place."""
    reading = allegedly.read(text, published=PUBLISHED, force=True)
    assert all(reading.article.text[slice(*t.span)] == t.text for t in reading.times)
