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
        ("It lay 14 nautical miles off the coast.", ("14 nautical miles", 14, "nautical mile", None)),
        ("They spent millions of dollars on it.", ("millions of dollars", 1_000_000, "USD", None)),
        ("They took 20 tonnes of grain.", ("20 tonnes", 20, "t", None)),
        ("More than 300km of road were cut.", ("More than 300km", 300, "km", "more than")),
        ("Between 20 and 30 boats sank.", ("Between 20 and 30", 20, "boats", "between")),
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
        "She lives at 14 Mill Lane.",
        "They won 3-2 on Saturday.",
        "The first half of the game was dull.",
    ],
)
def test_no_amounts(text: str, parse_of_text: ParseText) -> None:
    """Names, ages, dates, telephone numbers and ranks count nothing."""
    assert amounts(parse_of_text(text)) == []


def bounds(parse: Parse) -> list[tuple[float, float | None, float | None]]:
    """Value, least and most of each amount."""
    return [(a.value, a.low, a.high) for a in find_amounts(parse, [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eleven boats sank.", (11, 11, 11)),
        ("At least 11 boats sank.", (11, 11, None)),
        ("Up to 400 boats sank.", (400, None, 400)),
        ("About 300 boats sank.", (300, None, None)),
        ("Nearly 700 boats sank.", (700, None, 700)),
        ("Dozens of boats sank.", (12, 24, None)),
        ("Several hundred boats sank.", (100, 200, None)),
        ("Between 20 and 30 boats sank.", (20, 20, 30)),
        ("They paid $2 million to $3 million.", (2e6, 2e6, 3e6)),
        ("They paid 2 to 3 million euros.", (2e6, 2e6, 3e6)),
        ("The club has 20-30 members.", (20, 20, 30)),
        ("They found 100 or more coins.", (100, 100, None)),
        ("Parliament voted 120 to 85 for it.", (120, 120, 120)),
        ("Two and a half million boats sank.", (2_500_000, 2_500_000, 2_500_000)),
    ],
)
def test_bounds(text: str, expected: tuple[float, float | None, float | None], parse_of_text: ParseText) -> None:
    """An amount carries the range that its words denote, null where they set no bound."""
    assert bounds(parse_of_text(text))[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed at least 14 soldiers.", [("soldiers", "killed")]),
        ("Ten sailors were killed and two wounded.", [("sailors", "killed"), (None, "wounded")]),
        ("The crash left five people dead and 20 injured.", [("people", "killed"), (None, "wounded")]),
        ("Seven fishermen are missing.", [("fishermen", "missing")]),
        ("Police arrested 32 protesters.", [("protesters", "arrested")]),
        ("More than 10,000 villagers fled.", [("villagers", "displaced")]),
        ("The ministry counted 54 deaths.", [("deaths", "killed")]),
        ("The death toll rose to 54.", [(None, "killed")]),
        ("Dozens of people were killed.", [("people", "killed")]),
        ("Six judges resigned.", [("judges", None)]),
        ("Two gunmen killed nobody.", [("gunmen", None)]),
    ],
)
def test_fates(text: str, expected: list[tuple[str | None, str | None]], parse_of_text: ParseText) -> None:
    """What became of those counted is told by the verb, the noun or the words behind the number; who acts has no fate."""
    assert [(a.unit, a.fate) for a in find_amounts(parse_of_text(text), [])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ship carried 20 tonnes of grain.", (20, "t", "grain")),
        ("Some 62 percent of voters stayed home.", (62, "percent", "voters")),
        ("About a third of the members voted.", (0.333333, "fraction", "members")),
        ("Nearly half the workers walked out.", (0.5, "fraction", "workers")),
        ("One in five children went hungry.", (0.2, "fraction", "children")),
        ("Two-thirds of the pupils passed.", (0.666667, "fraction", "pupils")),
        ("It is worth half a billion dollars.", (500_000_000, "USD", None)),
    ],
)
def test_shares(text: str, expected: tuple[float, str, str | None], parse_of_text: ParseText) -> None:
    """Shares and measures say what they are of."""
    found = find_amounts(parse_of_text(text), [])
    assert [(a.value, a.unit, a.of) for a in found] == [expected]


@pytest.mark.parametrize(
    "text", ["1-", "half", "a third", "one in", "between 1 and", "$", "1 to", "9" * 400, "1-2-3-4-5-6", "two and a"]
)
def test_what_breaks_off(text: str, parse_of_text: ParseText) -> None:
    """A number that the text breaks off is read as far as it goes."""
    for amount in find_amounts(parse_of_text(text), []):
        assert text[slice(*amount.span)] == amount.text
