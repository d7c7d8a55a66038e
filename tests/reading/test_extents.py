"""Whole noun phrases: what belongs to a head, and what is a phrase of its own."""

from __future__ import annotations

import pytest

from allegedly.reading.extents import extent
from allegedly.reading.parse import Parse
from allegedly.reading.pipeline import load, parse_text


def around(text: str, head: str) -> str:
    """The noun phrase around the first token that is this word."""
    parse: Parse = parse_text(text, load())
    return parse.slice(*extent(parse, parse.word.index(head)))


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("The old mayor of the town resigned.", "mayor", "The old mayor of the town"),
        ("They met the man who had sold the boat.", "man", "the man who had sold the boat"),
        ("Anna Berg's brother left.", "Berg", "Anna Berg's"),
        ("Anna Berg, a teacher from Oster, left.", "Berg", "Anna Berg"),
        ("The mayor and the bishop left.", "mayor", "The mayor"),
        ("She left.", "She", "She"),
        ("Even the mayor left.", "mayor", "the mayor"),
    ],
)
def test_extent(text: str, head: str, phrase: str) -> None:
    """Determiners, phrases and clauses belong to it; appositions and what is joined by *and* do not."""
    assert around(text, head) == phrase
