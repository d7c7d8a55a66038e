"""Amounts: value, unit and qualifier, with exactly the words that say them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.intake import article_from_text
from allegedly.reading.amounts import find_amounts
from allegedly.reading.parse import Parse
from allegedly.reading.times import find_times

ParseText = Callable[[str], Parse]


def amounts(parse: Parse) -> list[tuple[str, float, str | None, str | None]]:
    """Words, value, unit and qualifier of each amount."""
    found = find_amounts(parse, find_times(parse, article_from_text(parse.text)))
    assert [a.id for a in found] == [f"a{i + 1}" for i in range(len(found))]
    assert all(parse.text[slice(*a.span)] == a.text for a in found)
    return [(a.text, a.value, a.unit, a.qualifier) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group offered to pay $20,000 to the family.", ("$20,000", 20_000, "USD", None)),
        ("The firm paid £2.3 million for it.", ("£2.3 million", 2_300_000, "GBP", None)),
        ("The firm paid €3bn for it.", ("€3bn", 3e9, "EUR", None)),
        ("It cost about 20 million euros.", ("about 20 million euros", 20e6, "EUR", "about")),
        ("It cost 5 million Hong Kong dollars.", ("5 million Hong Kong dollars", 5e6, "HKD", None)),
        ("He lost nearly US$1.5 billion.", ("nearly US$1.5 billion", 1.5e9, "USD", "nearly")),
        ("Turnout was 45.5% in the north.", ("45.5%", 45.5, "percent", None)),
        ("Turnout was 51 per cent in the south.", ("51 per cent", 51, "percent", None)),
        ("It rose by five percentage points.", ("five percentage points", 5, "percentage point", None)),
        ("At least 11 senior officers have left.", ("At least 11", 11, "officers", "at least")),
        ("Up to 400 people were missing.", ("Up to 400", 400, "people", "up to")),
        ("Thirty-one miners were found.", ("Thirty-one", 31, "miners", None)),
        ("Two hundred and five houses burned.", ("Two hundred and five", 205, "houses", None)),
        ("Two dozen boats sank.", ("Two dozen", 24, "boats", None)),
        ("Tens of thousands of people marched.", ("Tens of thousands", 10_000, "people", None)),
        ("It lay 14 nautical miles off the coast.", ("14", 14, "miles", None)),
        ("They took 20 tonnes of grain.", ("20 tonnes", 20, "t", None)),
        ("More than 300km of road were cut.", ("More than 300km", 300, "km", "more than")),
        ("Between 20 and 30 boats sank.", ("Between 20", 20, "boats", "between")),
    ],
)
def test_amounts(text: str, expected: tuple[str, float, str | None, str | None], parse_of_text: ParseText) -> None:
    """Money, shares, counts, measures, words for numbers, ranges: each as it is put."""
    assert expected in amounts(parse_of_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Flight 117 was late.",
        "Ana Ruiz, 34, said so.",
        "The 12-year-old boy left.",
        "They met on 5 May 2019 at 10:30.",
        "It was in 2015.",
        "Call 555-1234 now.",
        "He came 3rd.",
    ],
)
def test_no_amounts(text: str, parse_of_text: ParseText) -> None:
    """Names, ages, dates, telephone numbers and ranks count nothing."""
    assert amounts(parse_of_text(text)) == []
