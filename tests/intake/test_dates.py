"""Days in the notations of newspapers, archives, mail and web pages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.intake import dates


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019-12-18", "2019-12-18"),
        ("2019-12-18T23:59:59-08:00", "2019-12-18"),
        ("2019/12/18", "2019-12-18"),
        ("20191218", "2019-12-18"),
        ("18 December 2019", "2019-12-18"),
        ("the 1st of May, 2020", "2020-05-01"),
        ("Dec. 18, 2019", "2019-12-18"),
        ("Wednesday, December 18th, 2019", "2019-12-18"),
        ("Wed, 18 Dec 2019 10:00:00 +0000", "2019-12-18"),
        ("Wed Dec 18 10:00:00 UTC 2019", "2019-12-18"),
        ("18.12.2019", "2019-12-18"),
        ("18/12/2019", "2019-12-18"),
        ("12/18/2019", "2019-12-18"),
        ("4/4/2019", "2019-04-04"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_a_day_is_read(words: str, day: str) -> None:
    """Every usual notation gives its day; the time zone does not move it."""
    assert dates.day(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "03/04/2019",
        "2019-13-01",
        "2019-02-29",
        "0019-01-01",
        "May 2019",
        "1066-10-14",
        "x" * 121 + " 2019-12-18",
    ],
)
def test_what_is_no_day(words: str) -> None:
    """What can be read in two ways, an impossible day, a year before newspapers: no day, and no guess."""
    assert dates.day(words) is None


@pytest.mark.parametrize(
    ("month", "day", "published", "expected"),
    [
        (12, 30, "2020-01-02", "2019-12-30"),
        (1, 2, "2019-12-30", "2020-01-02"),
        (3, 3, "2019-03-04", "2019-03-03"),
        (2, 29, "2021-03-01", "2020-02-29"),
        (2, 30, "2021-03-01", None),
    ],
)
def test_a_day_without_a_year_is_near(month: int, day: int, published: str, expected: str | None) -> None:
    """A dateline's day is in the year that brings it nearest to the day of publication."""
    assert dates.near(month, day, published) == expected


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("odra-2019-12-18.txt", "2019-12-18"),
        ("20191218_talks.html", "2019-12-18"),
        ("2019_12_18.jsonl", "2019-12-18"),
        ("report-123456789.txt", None),
        ("2019-99-99.txt", None),
        ("notes.txt", None),
    ],
)
def test_a_day_in_a_file_name(name: str, day: str | None) -> None:
    """A file's name may carry a day, and a number that is none gives none."""
    assert dates.day_in_name(name) == day


@pytest.mark.parametrize(
    ("seconds", "day"), [(1_576_627_200, "2019-12-18"), (1_576_627_200_000, "2019-12-18"), (float("inf"), None), (-2e13, None)]
)
def test_a_number_is_a_time(seconds: float, day: str | None) -> None:
    """Seconds and milliseconds since 1970 give their day; what is absurd gives none."""
    assert dates.day_of_epoch(seconds) == day


@given(st.text() | st.from_regex(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}"))
def test_any_words_give_a_day_or_nothing(words: str) -> None:
    """Whatever is given, the answer is an ISO day in the years of newspapers, or null."""
    found = dates.day(words)
    assert found is None or dates.FIRST <= date.fromisoformat(found).year <= dates.LAST
