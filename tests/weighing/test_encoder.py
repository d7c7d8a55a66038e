"""Vectors of sentences."""

from __future__ import annotations

import numpy as np

from allegedly.reading.network.words import WIDTH
from allegedly.weighing.encoder import around, vectors

SENTENCES = ("The minister resigned on Friday.", "On Friday the minister stepped down.", "Bread is baked at night.")


def test_what_is_said_alike_lies_near() -> None:
    """Two wordings of one sentence are nearer than two sentences; each vector has unit length."""
    found = vectors(SENTENCES)
    assert found.shape == (3, WIDTH)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert found[0] @ found[1] > 0.6
    assert found[0] @ found[2] < 0.3


def test_what_else_is_encoded_changes_nothing() -> None:
    """Each sentence by itself: the same bytes, alone or among others."""
    assert vectors(SENTENCES)[1].tobytes() == vectors(SENTENCES[1:2])[0].tobytes()


def test_a_word_in_its_place_has_a_vector_of_its_own() -> None:
    """The same word in two sentences is near to itself, and not the same."""
    one, two = (around(s, (s.index("minister"), s.index("minister") + 8))[1] for s in SENTENCES[:2])
    assert 0.5 < one @ two < 0.9999


def test_nothing_and_very_much_can_be_encoded() -> None:
    """An empty sentence and one that is cut."""
    assert vectors(["", "word " * 5000]).shape == (2, WIDTH)
