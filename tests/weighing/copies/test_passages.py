"""Common passages: found whole, exact on both sides, in linear time."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.weighing.copies.passages import Run, Text, runs, shared
from allegedly.weighing.copies.words import SHINGLE, same


def test_runs() -> None:
    """The words that both have in a row, as long as they are the same, whatever the punctuation."""
    a = Text("He said: the old mill by the river burned down, on Monday night.")
    b = Text("Neighbours say the old mill by the river burned down last night")
    assert runs(a, b) == [Run(2, 2, 8)]
    assert a.text[slice(*a.span(2, 8))] == "the old mill by the river burned down"
    assert shared(a, b) == 4


def test_of_several_places_the_longest() -> None:
    """Where one text has the words twice, the place counts from which the other goes on longest."""
    a = Text("one two three four five apple. one two three four five pear plum")
    b = Text("one two three four five pear plum")
    assert runs(a, b) == [Run(6, 0, 7)]


def test_nothing_shared() -> None:
    """Texts without five words in a row in common have no run."""
    assert runs(Text("one two three four"), Text("one two three four")) == []
    assert shared(Text(""), Text("one two three four five")) == 0


SMALL = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=40).map(" ".join)


@settings(deadline=None)
@given(SMALL, SMALL)
def test_any_texts(one: str, other: str) -> None:
    """Runs have the same words on both sides, five at least, follow one another, and none could go on."""
    a, b = Text(one), Text(other)
    found = runs(a, b)
    end = 0
    for run in found:
        assert run.words >= SHINGLE
        assert run.b >= end
        end = run.b + run.words
        assert same(one[slice(*a.span(run.a, run.words))], other[slice(*b.span(run.b, run.words))])
        after = a.words.hashes[run.a + run.words :][:1].tolist(), b.words.hashes[end:][:1].tolist()
        assert not after[0] or not after[1] or after[0] != after[1]
    assert bool(found) == (shared(a, b) > 0)


def test_a_megabyte_of_one_word() -> None:
    """Two long texts that say the same word over and over are compared in a second or two."""
    begin = time.process_time()
    found = runs(Text("again " * 200_000), Text("again " * 190_000))
    assert sum(run.words for run in found) == 190_000
    assert time.process_time() - begin < 5
