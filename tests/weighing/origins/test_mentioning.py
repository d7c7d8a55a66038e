"""How an article speaks of another one's outlet, and that it has a statement from there where no rule says so."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.origins.mentioning import COLUMNS, likely, named, sort_of
from tests.weighing.origins.conftest import Claimed, links, roots


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("It was in the Hill Valley Courier on Monday.", 5),
        ("It was in HVC bulletins.", 4),
        ("It was in the Valley Courier on Monday.", 4),
        ("It was in the Hill Valley on Monday.", 3),
        ("I read it in the Courier.", 3),
        ("It was cold in Hill.", 1),
        ("It was in the Post.", 0),
        ("a courier in a valley", 0),
        ("", 0),
    ],
)
def test_how_well_an_outlet_is_named(text: str, level: int) -> None:
    """In full, by its letters, by most of it, by its masthead, by a word; not by what is no name."""
    found = named(text, "The Hill Valley Courier")
    assert found.level == level
    assert (found.start < found.end) == (level > 0)


def test_an_agency_by_its_sign() -> None:
    """The letters that an agency puts before its texts name it, whatever its own name is."""
    assert named("KORD, May 3 (TASA): it snows", "Telegraph of the Upper Lakes", "TASA").level == 4
    assert named("KORD, May 3 (TASA): it snows", "Telegraph of the Upper Lakes").level == 0


@pytest.mark.parametrize(
    ("outlet", "sort"),
    [
        ("Radio Fen", "radio"),
        ("Canal Sur TV", "television"),
        ("Vale News Agency", "agency"),
        ("Fen Portal (English)", "site"),
        ("The Monthly Review", "magazine"),
        ("The Dell Argus", "newspaper"),
    ],
)
def test_of_what_sort_an_outlet_is(outlet: str, sort: str) -> None:
    """Its name says so, or it is a newspaper."""
    assert sort_of(outlet) == sort


@given(st.text(max_size=80), st.text(min_size=1, max_size=30))
def test_any_words_can_be_looked_at(text: str, outlet: str) -> None:
    """No text and no name of an outlet breaks it, and what is found lies in the text."""
    found = named(text, outlet)
    assert 0 <= found.level <= 5
    assert 0 <= found.start <= found.end <= len(text)


def test_a_probability_for_each_line() -> None:
    """Nothing measured, nothing said; and each probability is one."""
    assert likely(np.zeros((0, len(COLUMNS)), np.float32)).shape == (0,)
    sure = likely(np.zeros((3, len(COLUMNS)), np.float32))
    assert ((sure > 0) & (sure < 1)).all()


def test_who_read_it_in_a_paper_has_it_from_there(claimed: Claimed) -> None:
    """A politician who speaks of having seen it in the paper passes on what the paper's source said."""
    connection = claimed(
        (
            "The Dell Courier",
            "2024-05-03",
            "The dam at Orrel has a crack, a night watchman at the dam told the Courier.",
            ["The dam at Orrel has a crack"],
        ),
        (
            "Radio Fen",
            "2024-05-04",
            "Councillor Ana Ruiz was angry. “The dam at Orrel has a crack, and it was in yesterday's Courier,” she said.",
            ["The dam at Orrel has a crack"],
        ),
    )
    assert roots(connection) == [("unnamed", "a night watchman at the dam", "for")]
    assert ("Radio Fen", "says", "Ana Ruiz") in links(connection)
