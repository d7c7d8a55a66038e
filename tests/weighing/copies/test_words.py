"""Words as numbers: what a word is, and that the same words have the same hash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.weighing.copies.words import SHINGLE, same, words

HASH = [7517347680381766038]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat's milk, at 3.50!", ["The", "cat's", "milk", "at", "3", "50"]),
        ("the boats’ crew — ‘well’", ["the", "boats", "crew", "well"]),
        ("naïve café, ÇA va", ["naïve", "café", "ÇA", "va"]),
        ("e\u0301te\u0301 et hiver", ["e\u0301te\u0301", "et", "hiver"]),
        ("a-b_c", ["a", "b", "c"]),
        ("'' '", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """A word is a run of letters and digits, with the apostrophes and marks inside it."""
    found = words(text)
    assert [text[s:e] for s, e in zip(found.starts.tolist(), found.ends.tolist(), strict=True)][: len(expected)] == expected


def test_hash_is_the_same_in_every_process() -> None:
    """A word's hash is written out here, so it depends on nothing but the word."""
    assert words("Harbour").hashes.tolist() == words("x harbour").hashes.tolist()[1:] == HASH


def test_case_and_apostrophes_make_no_difference() -> None:
    """Capitals and the form of an apostrophe do not count; letters do."""
    assert same("The Cat’s milk", "the cat's “MILK”")
    assert not same("the cats milk", "the cat's milk")
    assert same("\u0130zmir", "izmir")


def test_shingles() -> None:
    """A text has a shingle for each of its words but the last four; a shorter one has none."""
    assert len(words("one two three four five six").shingles()) == 2
    assert len(words("one two three four").shingles()) == 0
    text = "one two three four five"
    assert words(f"zero {text}").shingles()[1] == words(text).shingles()[0]


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(one: str, other: str) -> None:
    """Words are inside the text, in order, not empty; what stands before a text does not change their hashes."""
    found = words(one)
    edges = [edge for pair in zip(found.starts.tolist(), found.ends.tolist(), strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(0 <= s < e <= len(one) for s, e in zip(edges[::2], edges[1::2], strict=True))
    assert len(found.shingles()) == max(0, len(found.hashes) - SHINGLE + 1)
    behind = words(f"{other} . {one}")
    assert behind.hashes[len(words(f"{other} .").hashes) :].tolist() == found.hashes.tolist()
