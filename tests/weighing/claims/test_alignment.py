"""How much of what one statement says another says, piece by piece."""

from __future__ import annotations

import pytest

from allegedly.weighing.claims.alignment import aligned, pieces

SHORT = "The ferry sank off Orrel."
LONG = "The ferry sank off Orrel on Sunday, and the harbour office looks for the crew."
OTHER = "Bread is baked at night."


def test_the_same_words_align_with_themselves() -> None:
    """Each piece is its own nearest: 1, but for the rounding to bytes."""
    assert aligned(pieces(SHORT), pieces(SHORT)) == pytest.approx((1, 1), abs=0.01)


def test_of_the_longer_one_less_is_said() -> None:
    """The lesser share comes first, whichever of the two comes first."""
    lesser, greater = aligned(pieces(SHORT), pieces(LONG))
    assert 0.4 < lesser < greater < 1
    assert aligned(pieces(LONG), pieces(SHORT)) == pytest.approx((lesser, greater))


def test_what_has_nothing_in_common_aligns_little() -> None:
    """Less than half."""
    assert max(aligned(pieces(SHORT), pieces(OTHER))) < 0.5


def test_nothing_aligns_with_nothing() -> None:
    """A statement of no pieces."""
    assert aligned(pieces(""), pieces(SHORT)) == (0, 0)
