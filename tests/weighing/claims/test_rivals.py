"""Names that keep two statements apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.rivals import rivals


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The keeper Ilan Dorvath has been suspended", "Osk Dorvath of the Terns was suspended on Friday"),
        ("The cutter Nora Gale sank off the cape", "Off the cape the Nora Finch went down"),
        ("The mayor of Lower Sarn resigned", "In Upper Sarn the mayor has resigned"),
        ("At Tarn Gate 2 the water rose", "The water rose at Tarn Gate 3 as well"),
        ("Workers of the Corrin Mill went on strike", "The strike at the Pellow Mill was joined by forty workers"),
        ("A bronze was stolen from the shrine of Keela-Mangu", "A bronze was stolen from the shrine of Mela-Mangu"),
    ],
)
def test_names_that_differ_in_a_part_are_two(one: str, other: str) -> None:
    """Whichever part it is, first or last, a word or a number; and whichever statement comes first."""
    assert rivals(one, other)
    assert rivals(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour master Ilan Dorvath has resigned", "President Dorvath has resigned"),
        ("Ilan Dorvath has resigned", "Captain Dorvath has resigned"),
        ("Tokujir Hanada swam the lake", "Tokujirou Hanada swam the lake"),
        ("The firm sacked Robert Dunmore", "Bob Dunmore was sacked"),
        ("Ilan Dorvath and his brother Osk Dorvath were seen", "Osk Dorvath was seen"),
        ("It opens on Monday March 3", "It opens on Tuesday March 4"),
        ("The Belgrave Times has seen the letter", "The Belgrave Courier has seen the letter"),
        ("Ilan's Terns lost the cup", "Ilan Dorvath lost the cup"),
        ("Storm Hits Upper Sarn And Leaves Ten Without Homes", "The storm in Lower Sarn left ten without homes"),
    ],
)
def test_one_name_in_two_ways_keeps_nothing_apart(one: str, other: str) -> None:
    """Titles, spellings, short forms, days and papers; nor does a name that the other has too, nor a headline's capitals."""
    assert not rivals(one, other)


@given(st.text(), st.text())
def test_any_text_is_read(one: str, other: str) -> None:
    """It ends, and whichever comes first."""
    assert rivals(one, other) == rivals(other, one)
