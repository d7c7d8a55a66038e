"""Who speaks where the reader has somebody that does not."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.mistaken import is_day
from tests.weighing.origins.conftest import Claimed, ends, roots


@pytest.mark.parametrize(
    ("words", "day"), [("Monday's", True), ("March", True), ("yesterday", True), ("Friday Club", False), ("Mondale", False)]
)
def test_a_day(words: str, *, day: bool) -> None:
    """A day or a month is no source; a name that has one in it is."""
    assert is_day(words) is day


@pytest.mark.parametrize(
    ("text", "claim", "who"),
    [
        ("Since Monday's announcement that the mill had closed, nobody has come.", "that the mill had closed", []),
        (
            'Ivo Brandt fished. "I saw a man. He waved," he said.\n\nAna Ruiz rowed home. "The ferry hit the pier," she told.',
            "The ferry hit the pier",
            ["Ana Ruiz"],
        ),
        (
            '"We arrested nobody called Ivo Brandt," Inspector Ana Ruiz said. The man who is held is his brother, she said.',
            "The man who is held is his brother",
            ["Ana Ruiz"],
        ),
        (
            "ORREL, June 4 (FLN) - The dam at Hask has a crack, the company said. The dam is 80 years old.",
            "The dam at Hask has a crack",
            ["the company"],
        ),
        (
            "The Fen Council has decided to sell the harbour.",
            "to sell the harbour",
            [],
        ),
    ],
    ids=["a day", "the man who was seen", "the man of whom she speaks", "a dateline", "a deed"],
)
def test_who_speaks(claimed: Claimed, text: str, claim: str, who: list[str]) -> None:
    """Neither a day speaks, nor who is only spoken of, nor the town of the dateline, nor somebody of whom a deed is told."""
    connection = claimed(("The Orrel Post", "2024-05-03", text, [claim]))
    assert [name for _, name, _ in roots(connection)] == who


@pytest.mark.parametrize(
    ("text", "claim", "who"),
    [
        ('Ana holds the slipper.\n\n"The ferry hit the pier," she said, 24, a cook.', "The ferry hit the pier", "Ana"),
        (
            'Ana Ruiz watched it at Fen Ford. "The ferry hit the pier," she told us.',
            "The ferry hit the pier",
            "Ana Ruiz",
        ),
        (
            "The Institute of Tides has found oil in twelve of twenty samples.",
            "The Institute of Tides has found oil",
            "Institute of Tides",
        ),
        (
            "The ferry hit the pier, the Orrel district court let it be known.",
            "The ferry hit the pier",
            "Orrel district court",
        ),
    ],
)
def test_who_is_meant(claimed: Claimed, text: str, claim: str, who: str) -> None:
    """Who holds the slipper speaks, not the ford; what a body has found is its word; a court is not its town."""
    connection = claimed(("The Orrel Post", "2024-05-03", text, [claim]))
    assert [name for _, name, _ in roots(connection)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("At the pass the herders of Orrel have left their huts, they say, dogs and all.", "they"),
        ("The herders of Orrel have fled over the pass, so they say.", "they"),
        ("The herders of Orrel have lost forty sheep at the pass, they say.", "herders of Orrel"),
        ("The herders of Orrel have gone home with forty sheep, they said on Friday.", "herders of Orrel"),
    ],
    ids=["gone", "so they say", "still there", "who said it on a day"],
)
def test_those_who_are_gone_do_not_say_so(text: str, who: str) -> None:
    """*They* are people at large where those of whom it is told have left; else they are these."""
    assert [name for _, name in ends(text, text.partition(", ")[0])] == [who]
