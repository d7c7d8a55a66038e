"""Whether two passages are the word of one source, by a network."""

from __future__ import annotations

from pathlib import Path

import allegedly
from allegedly.weighing.encoder import words
from allegedly.weighing.passages import AFTER, BEFORE, OUTLET, SAID, Passage, network, passage, pieces, size

TEXT = (
    "A crane came down on the quay at Hask on Monday night. Nobody was hurt. The harbour master, Ivo Brandt, said the crane's"
    " foot had been rusting for years and that he had written to the owner twice.\n\nThe owner did not call back."
)


def told(outlet: str, text: str, words_: str) -> Passage:
    """What an article tells, by some words of it."""
    start = text.index(words_)
    return passage(outlet, text, start, start + len(words_))


def test_a_passage_is_what_stands_around_a_span() -> None:
    """The words themselves, what stands before them and behind; nothing of another place."""
    found = told("Hask Post", TEXT, "the crane's foot had been rusting for years")
    assert found.outlet == "Hask Post"
    assert found.before + found.said + found.after in TEXT
    assert found.said == "the crane's foot had been rusting for years"


def test_one_source_and_two() -> None:
    """The harbour master and the port's chief who says the same are likelier one than he and a driver who fell."""
    master = told("Hask Post", TEXT, "the crane's foot had been rusting for years")
    chief = "The crane had long been rusting at its foot, the head of the port, Brandt, told a news conference on Tuesday."
    driver = '"I jumped when I felt it go, and lay in the nets till they found me," said the driver, Pia Roth, from her bed.'
    one = network().one_source(master, told("Radio Bay", chief, "The crane had long been rusting at its foot"))
    two = network().one_source(master, told("Radio Bay", driver, "I jumped when I felt it go"))
    assert 0 <= two < one <= 1


def test_the_same_bytes_each_time() -> None:
    """A pair has one probability, whatever else is asked."""
    a, b = told("Hask Post", TEXT, "Nobody was hurt"), told("Hask Post", TEXT, "The owner did not call back")
    first = network().one_source(a, b)
    network().one_source(b, a)
    assert network().one_source(a, b) == first


def test_what_is_long_is_cut_and_nothing_is_nothing() -> None:
    """However long an article is, a passage has so many word pieces at most; an empty one can be asked of too."""
    long = passage("Post " * 400, "harbour " * 9000, 30_000, 60_000)
    assert len(pieces(long)) <= OUTLET + BEFORE + SAID + AFTER + 3
    assert 0 <= network().one_source(long, long) <= 1
    assert 0 <= network().one_source(Passage("", "", "", ""), long) <= 1


def test_all_weights_together_are_small() -> None:
    """The package's weights are under 60 MB."""
    data = Path(allegedly.__file__).parent
    assert size() == (data / "weighing" / "data" / "passages.onnx").stat().st_size
    weights = [f for f in data.rglob("data/**/*") if f.suffix in (".onnx", ".npy", ".tsv") or f.name == "tokenizer.json"]
    assert sum(f.stat().st_size for f in weights) < 60_000_000


def test_the_words_of_both_networks() -> None:
    """One vector of bytes for each word piece."""
    assert words([101, 102, 101]).shape == (3, 384)
    assert (words([101])[0] == words([102, 101])[1]).all()
