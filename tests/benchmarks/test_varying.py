"""What the network over two passages learns from is read in other words each time, and still says the same."""

from __future__ import annotations

import random

from allegedly.reading.network.marks import mark
from allegedly.weighing.origins.passages import Passage
from training.origins.varying import Varying, names_of

TEXTS = (
    "Mira Tolen, harbour master of Velsund, said that the crane fell. The harbour is shut.",
    "The crane fell, Tolen told the Velsund Courier.",
    "Nobody in Ostrava has seen Harbour Street, where Petrik lives.",
)


def passage(text: str, said: str, outlet: str, source: str) -> Passage:
    """Where some words of a text carry the claim."""
    at = text.index(said)
    return Passage(outlet, text, at, at + len(said), source)


def test_names_are_the_words_that_never_stand_small() -> None:
    """*Harbour* is no name, since a harbour is shut."""
    assert names_of(TEXTS) == ("Mira", "Tolen", "Velsund", "Courier", "Nobody", "Ostrava", "Street", "Petrik")


def test_both_passages_have_the_same_other_names() -> None:
    """And the words that carry the claim stay the words that carry it."""
    one = passage(TEXTS[0], "that the crane fell", "Velsund Radio", "voice: Mira Tolen harbour master")
    other = passage(TEXTS[1], "The crane fell", "Velsund Courier", "voice: Tolen")
    changed = 0
    for seed in range(20):
        a, b = Varying(("Zarnik", "Oblast", *names_of(TEXTS))).renamed(one, other, random.Random(seed))
        assert (a.text[a.start : a.end], b.text[b.start : b.end]) == ("that the crane fell", "The crane fell")
        assert a.source.split()[2] == b.source.split()[1] == b.text.split()[3]
        assert a.outlet.split()[0] == b.outlet.split()[0]
        assert "harbour master" in a.source
        changed += (a.source, b.source) != (one.source, other.source)
    assert changed > 10


def test_some_word_pieces_are_hidden_and_none_is_lost() -> None:
    """Those of marks never are."""
    one = passage(TEXTS[0], "that the crane fell", "Velsund Radio", "voice: Mira Tolen harbour master")
    varying, chance = Varying(()), random.Random(7)
    read = [varying.pieces(one, one, chance)[0] for _ in range(50)]
    known = one.pieces()
    assert any(mark("[MASK]") in pieces for pieces in read)
    for pieces in (pieces for pieces in read if len(pieces) == len(known)):
        assert all(piece in (mark("[MASK]"), own) for piece, own in zip(pieces, known, strict=True))
        assert pieces.count(mark("|")) == known.count(mark("|"))
