"""Figures that are taken again and again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.figures import taken_anew


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Benko ahead by only 3 points", "Benko ahead by 11 points, with the Greens far behind"),
        ("Brandt leading Benko by 54 percent to 41 percent", "Brandt leads Benko by eight points (49 percent to 41 percent)"),
        ("Brandt with an edge over Benko, 47% to 38%", "Brandt edges out Benko, 47% to 45%"),
        ("the port added 300 jobs last month", "The port added only 40 jobs last month"),
        ("wages rose 3.1 percent from a year earlier", "wages rose 3.4 percent from a year earlier"),
    ],
)
def test_two_polls_and_two_months_are_two(text: str, other: str) -> None:
    """What one says of who is in front, or of how a measure has changed, no number of the other is."""
    assert taken_anew(text, other)
    assert taken_anew(other, text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("the flood killed 40 people", "the flood killed 52 people"),
        ("Benko leads by 7 points", "Benko leads by 7.4 points"),
        ("oil rose by 24.7%", "crude rose 24.67 percent to a record"),
        ("Benko leads by 9 points", "Benko leads Brandt, 49 percent to 40"),
        ("the port added 300 jobs, after 120 in May", "the port added 120 jobs"),
        ("the port added 300 jobs", "unemployment fell to 4 percent"),
        ("9 percent of the voters are undecided", "12 percent of the voters are undecided"),
        ("Benko leads the party of 9 members", "Benko leads the party"),
    ],
)
def test_how_many_may_differ_otherwise(text: str, other: str) -> None:
    """The dead are counted as one sees them; a number may be rounded; other units, and no lead and no change, tell nothing."""
    assert not taken_anew(text, other)
    assert not taken_anew(other, text)


@given(st.text(alphabet="0123456789.,%- –toplead points", max_size=1_500))
def test_any_figures_are_the_same_as_themselves(text: str) -> None:
    """No statement is set apart from its own words."""
    assert not taken_anew(text, text)
