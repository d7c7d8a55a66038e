"""Which word says what happens."""

from __future__ import annotations

import pytest

from allegedly.weighing.claims.heads import is_clause, likeliest_head, negated
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


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("the mayor did not know of it", True),
        ("Brandt has never been charged", True),
        ("the mayor knew that nobody was hurt", False),
        ("it was known", False),
    ],
)
def test_a_negation_before_it_turns_it_around(text: str, whether: bool) -> None:
    """One that stands elsewhere does not."""
    found = words(text)
    assert negated(found, likeliest_head(found)) is whether


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("A whale washes up on the sand", True),
        ("President Oddo is in good health", True),
        ("The mill burned", True),
        ("It didn’t hurt the mill", True),
        ("on this programme about the mill", False),
        ("Photo: the mill", False),
    ],
)
def test_a_clause_has_a_verb(text: str, *, clause: bool) -> None:
    """Or something that could be one; a caption has none."""
    assert is_clause(text) == clause
