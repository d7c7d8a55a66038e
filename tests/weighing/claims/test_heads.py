"""Which word says what happens."""

from __future__ import annotations

import pytest

from allegedly.weighing.claims.heads import likeliest_head
from allegedly.weighing.claims.words import words


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the federal court fined the brewery", "fined"),
        ("Brandt would leave the party", "leave"),
        ("the mayor did not know of it", "know"),
        ("Brandt leaves the party", "leaves"),
        ("heavy rain in the valley", "heavy"),
    ],
)
def test_the_first_word_that_looks_like_a_verb(text: str, head: str) -> None:
    """A form of the past, or behind an auxiliary; else behind a name; else the first one."""
    found = words(text)
    at = likeliest_head(found, frozenset({"brandt"}))
    assert at is not None
    assert found.forms[at] == head


def test_names_alone_say_of_nothing_that_it_happens() -> None:
    """Nor do numbers or nothing at all."""
    assert likeliest_head(words("of Brandt and Lindqvist")) is None
    assert likeliest_head(words("")) is None
