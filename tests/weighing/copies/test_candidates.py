"""Candidate pairs: those with hashes in common, but not by what an outlet always prints."""

from __future__ import annotations

from allegedly.weighing.copies.candidates import MANY, Index
from allegedly.weighing.copies.finding import sketch_of
from allegedly.weighing.copies.sketch import Sketch

from .conftest import COUNCIL, FISH, HORSES, LEAD, QUOTE, RAIL, article

OWN = (LEAD + COUNCIL + QUOTE, RAIL + HORSES + LEAD[::-1], COUNCIL[::-1] + QUOTE[::-1] + RAIL[::-1])


def sketches(*texts: str) -> list[Sketch]:
    """The sketches of texts."""
    return [sketch_of(article(text)) for text in texts]


def test_pairs_share_words() -> None:
    """Texts with a paragraph in common are a pair, the older first; others are none."""
    index = Index(sketches(LEAD, RAIL, f"{HORSES} {LEAD}"), [0, 1, 2], [1, 2, 3])
    assert index.pairs().tolist() == [[0, 2]]


def test_what_an_outlet_always_prints() -> None:
    """A paragraph that an outlet has three times in a month is usual there, and makes no pairs among its articles."""
    texts = [f"{own} {FISH}" for own in OWN]
    assert Index(sketches(*texts), [0, 0, 0], [1, 2, 3]).pairs().tolist() == [[0, 1], [0, 2], [1, 2]]
    usual = Index(sketches(*texts), [0, 0, 0], [1, 2, 30])
    assert usual.pairs().tolist() == []
    assert len(usual.hashed(0, 1).usual) > 0


def test_what_has_become_usual() -> None:
    """Older articles whose words have become usual by the new one are touched, and so are the new ones."""
    texts = [f"{own} {FISH}" for own in (LEAD, RAIL, HORSES)] + [QUOTE]
    index = Index(sketches(*texts), [0, 0, 0, 1], [1, 2, 30, 31], [False, False, True, False])
    assert index.touched.tolist() == [True, True, True, False]


def test_very_many_copies() -> None:
    """Each of a hundred papers that print one report is paired with the first and with the one before it, not with all."""
    many = 100
    assert many > MANY
    pairs = Index(sketches(*[LEAD] * many), range(many), [1] * many).pairs().tolist()
    expected = {(0, later) for later in range(1, many)} | {(later - 1, later) for later in range(1, many)}
    assert pairs == [list(pair) for pair in sorted(expected)]


def test_nothing() -> None:
    """No articles have no pairs."""
    assert Index([], [], []).pairs().tolist() == []
