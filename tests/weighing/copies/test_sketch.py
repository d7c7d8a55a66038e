"""Sketches: texts that share words enough have hashes in common."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.weighing.copies.sketch import SURE, hashes, sketch
from allegedly.weighing.copies.words import words


def chosen(text: str) -> set[int]:
    """The hashes of a text's sketch."""
    return set(hashes(sketch(words(text).shingles())).tolist())


NUMBERS = st.lists(st.integers(0, 10_000), max_size=60)


@settings(deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.lists(st.integers(0, 10_000), min_size=SURE, max_size=40))
def test_what_is_shared_is_found(a: list[int], b: list[int], c: list[int], d: list[int], common: list[int]) -> None:
    """Two texts with so many words in a row in common have a hash in common, whatever stands around these."""
    one, other = (" ".join(f"w{n}" for n in [*before, *common, *after]) for before, after in ((a, b), (c, d)))
    assert chosen(one) & chosen(other)


def test_short_text() -> None:
    """A text of five words has one hash, a shorter one none."""
    assert len(chosen("one two three four five")) == 1
    assert chosen("one two three four") == set()


def test_repetition() -> None:
    """A text that says the same over and over has a sketch of a few hashes, so that it cannot fill the memory."""
    assert len(sketch(words("again " * 100_000).shingles())) <= 12
