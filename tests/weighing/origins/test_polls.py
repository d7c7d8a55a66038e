"""So many of a hundred are counted by a poll."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.polls import asked, is_share, last_poll, poll_in
from tests.weighing.origins.conftest import ends


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("59 percent of islanders", True),
        ("61%", True),
        ("Fifty-two per cent", True),
        ("a majority (57 percent) of voters", True),
        ("Nearly two-thirds of farmers", True),
        ("Seven in 10 islanders", True),
        ("fewer than a third of voters", True),
        ("Half of all drivers", True),
        ("half a dozen officials", False),
        ("a majority of the justices", False),
        ("The majority", False),
        ("a third official", False),
        ("Ana Ruiz", False),
    ],
)
def test_a_share(words: str, *, share: bool) -> None:
    """Shares of many people are polled; the majority of a court or a council speaks."""
    assert is_share(words) is share


def test_those_who_were_asked() -> None:
    """Who says that they were asked says that there was a poll."""
    assert asked("a majority of those surveyed")
    assert not asked("a majority of voters")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("According to a Fen Post/Orrel Radio poll released Monday, 59 percent agree.", "a Fen Post/Orrel Radio poll", None),
        ("Exit polls showed that; the new harbour survey too.", "Exit polls", "the new harbour survey"),
        ("A poll worker said so at the polling station.", None, None),
    ],
)
def test_where_a_poll_is_named(text: str, first: str | None, last: str | None) -> None:
    """A poll or survey with what stands before it, and nobody who works at one."""
    found, again = poll_in(text, 0, len(text)), last_poll(text, 0, len(text))
    assert (found and text[slice(*found)]) == first
    assert (again and text[slice(*again)]) == (last or first)


def test_the_poll_speaks() -> None:
    """Whoever thinks something as so many of a hundred thinks it in the poll that was named before."""
    text = (
        "The Orrel Institute has published a new poll on the lock, which was paid for by the harbour. It asked 900 islanders.\n\n"
        "Some 59 percent of islanders believe that the lock will be shut by May."
    )
    assert ends(text, "the lock will be shut by May") == [("document", "a new poll")]
