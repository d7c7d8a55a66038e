"""Numbers as they are compared, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.words import words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Seventy-four children", "74"),
        ("two hundred and five men", "205"),
        ("forty thousand cows", "40000"),
        ("nineteen hundred", "1900"),
        ("two million three hundred thousand", "2300000"),
        ("half a million", "500000"),
        ("a dozen eggs", "12"),
        ("2.1 billion", "2100000000"),
        ("2.1bn", "2100000000"),
        ("2,100,000,000", "2100000000"),
        ("twenty\u2011one", "21"),
    ],
)
def test_one_number_is_the_same_however_it_is_written(text: str, value: str) -> None:
    """In words, in figures, with a word of magnitude behind it."""
    assert words(text).numbers == {value}


def test_what_is_no_number() -> None:
    """*One* may be a pronoun, and a word of magnitude alone says how many only roughly; a version has two points."""
    assert words("one of several hundred, and thousands more").numbers == frozenset()
    assert words("version 1.20.3").numbers == {"1.20.3"}


def test_numbers_side_by_side_stay_apart() -> None:
    """A comma, or two of one kind."""
    assert words("twelve, five and 40 50").numbers == {"12", "5", "40", "50"}


PARTS = ("one", "two", "twenty", "hundred", "thousand", "million", "a", "half", "and", "3", "4.5", "-", ",", "m")


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_any_row_of_numerals_is_read(parts: list[str]) -> None:
    """Every word of it stands where it is said to, in order."""
    found = words(" ".join(parts))
    assert list(found.starts) == sorted(found.starts)
    assert len(found.stems) == len(found.forms) == len(found.starts)
