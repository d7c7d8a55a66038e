"""The passages that two texts have in common, word for word, found by seed and extension in linear time.

Seeds are shingles that stand in both texts. From a seed the passage is extended as long as the words are the same; then the next
seed after it is taken. A passage that one text has several times is compared with the first few places of it in the other.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.copies.words import SHINGLE, Hashes, Places, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PLACES = 4
"""Places in the other text at which a shingle that recurs is tried."""
_STRIDE = 64
"""Words that are compared at once, doubled as long as they are the same."""


class Run(NamedTuple):
    """A run of words that stands in both texts."""

    a: int
    """Its first word in the one text."""
    b: int
    """Its first word in the other."""
    words: int


class Text:
    """A text made ready for comparison."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)
        self.shingles = self.words.shingles()

    @cached_property
    def _order(self) -> Places:
        return np.argsort(self.shingles, kind="stable").astype(np.int64)

    @cached_property
    def _ascending(self) -> Hashes:
        return self.shingles[self._order]

    @cached_property
    def distinct(self) -> Hashes:
        """Its shingles, each once, ascending."""
        return np.unique(self.shingles)

    def span(self, first: int, many: int) -> tuple[int, int]:
        """The characters of a run of words."""
        return int(self.words.starts[first]), int(self.words.ends[first + many - 1])

    def places(self, shingles: Hashes) -> tuple[NDArray[np.bool_], Places]:
        """Which of these shingles stand here, and the place of each in this text's ascending order."""
        at = np.searchsorted(self._ascending, shingles)
        at[at == len(self._ascending)] = 0
        here = self._ascending[at] == shingles if len(self._ascending) else np.zeros(len(shingles), np.bool_)
        return here, at

    def at(self, place: int, shingle: np.uint64) -> list[int]:
        """The first few words at which this shingle begins, ``place`` being its first in the ascending order."""
        same = self._ascending[place : place + _PLACES] == shingle
        found: list[int] = self._order[place : place + _PLACES][same].tolist()
        return found


def shared(a: Text, b: Text) -> int:
    """How many different shingles stand in both."""
    few, many = sorted((a.distinct, b.distinct), key=len)
    if not len(few):
        return 0
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    return int(np.count_nonzero(many[at] == few))


def runs(a: Text, b: Text) -> list[Run]:
    """The runs of words that stand in both, of :data:`~allegedly.weighing.copies.words.SHINGLE` words or more.

    They are in the order of ``b`` and do not overlap there; no run could be longer at its end.
    """
    here, places = a.places(b.shingles)
    seeds = np.flatnonzero(here)
    found: list[Run] = []
    at = 0
    while at < len(seeds):
        first = int(seeds[at])
        best = max(
            (
                Run(start, first, _same(a.words.hashes, start, b.words.hashes, first))
                for start in a.at(int(places[first]), b.shingles[first])
            ),
            key=lambda run: (run.words, -run.a),
        )
        found.append(best)
        # A seed that begins inside the run and ends after it is a passage of its own that overlaps; the next one counts.
        at = int(np.searchsorted(seeds, first + max(best.words, SHINGLE)))
    return found


def _same(one: Hashes, at: int, other: Hashes, beside: int) -> int:
    """How many words are the same from these places on."""
    total = 0
    stride = _STRIDE
    while True:
        left, right = one[at + total : at + total + stride], other[beside + total : beside + total + stride]
        length = min(len(left), len(right))
        unlike = np.flatnonzero(left[:length] != right[:length])
        if len(unlike):
            return total + int(unlike[0])
        total += length
        if length < stride:
            return total
        stride *= 2
