"""Which pairs of articles are worth comparing: those whose sketches share a hash, found by one sort of all the hashes.

A hash that recurs in one outlet over weeks is *usual* there: subscription lines, biographies, galleries. By such hashes alone
two articles of that outlet become candidates only where they are a good part of the shorter one's. Of the others, one alone
makes candidates only where the words beside it are the same too. A hash of very many articles (a wire report that a hundred
papers print) makes of each article two pairs only: with the first of them and with the one before it. So the number of pairs
grows linearly with that of the articles.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from allegedly.weighing.copies.deciding import Hashed
from allegedly.weighing.copies.sketch import Sketch, hashes

MANY = 40
"""Articles with one hash, up to which all pairs of them are compared."""
USUAL = 3
"""Articles of one outlet with one hash, from which on it may be usual there."""
WEEKS = 14
"""Days between the first and the last of them, from which on it is; later versions of a report come sooner."""
UNDATED = 10
"""Articles of one outlet with one hash, none of a known date, from which on it is usual there."""
PART = 0.3
"""Part of the shorter one's hashes that two articles of one outlet share, all usual there, from which on they are compared."""

_AT_ONCE = 4_000_000
"""Pairs that are gathered at a time, so that memory stays bounded."""
_LONG, _FRESH = 1 << 42, 1 << 21
"""Weights of a hash that is not usual, with the words beside it and without; of one that is usual: 1. A pair's are summed."""

Rows = NDArray[np.int64]


class Index:
    """The hashes of many articles' sketches; an article is its place in the sequences that are given."""

    def __init__(self, sketches: Sequence[Sketch], outlets: Sequence[int], days: Sequence[int]) -> None:
        """Sort the hashes.

        Args:
            sketches: One an article, in an order that does not depend on which came in first: the oldest first.
            outlets: A number for each article's outlet; -1 where it is not known.
            days: The number of each article's day of publication; -1 where it is not known.
        """
        lengths = [len(one) for one in sketches]
        kept = np.concatenate([np.zeros(0, np.uint64), *sketches])
        self._bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self._hashes = hashes(kept)
        self._outlets = np.asarray(outlets, np.int64)
        articles = np.repeat(np.arange(len(sketches)), lengths)
        self._usual = _usual(self._hashes, self._outlets[articles], np.asarray(days, np.int64)[articles])
        order = np.argsort(self._hashes, kind="stable")
        self._posted, self._unusual = articles[order], ~self._usual[order]
        self._beside = kept[order].astype(np.uint16)
        _, self._first, self._count = np.unique(self._hashes[order], return_index=True, return_counts=True)

    def hashed(self, a: int, b: int) -> Hashed:
        """What is known of the hashes of two articles."""
        one, other = (slice(self._bounds[article], self._bounds[article + 1]) for article in (a, b))
        usual = np.union1d(self._hashes[one][self._usual[one]], self._hashes[other][self._usual[other]])
        return Hashed(usual, np.union1d(self._hashes[one], self._hashes[other]))

    def pairs(self, new: NDArray[np.bool_] | None = None) -> Rows:
        """The pairs to compare, as rows of two articles, the earlier first, in order.

        Args:
            new: Which articles are new; then only pairs with one of them are given.
        """
        total = max(len(self._outlets), 1)
        keys, weights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for size in np.unique(self._count[self._count > 1]).tolist():
            one, other = _together(size)
            starts = self._first[self._count == size]
            step = max(1, _AT_ONCE // len(one))
            for at in range(0, len(starts), step):
                places = starts[at : at + step, None] + np.arange(size)
                left, right = places[:, one].ravel(), places[:, other].ravel()
                a, b = self._posted[left], self._posted[right]
                wanted = a != b if new is None else (a != b) & (new[a] | new[b])
                a, b, left, right = a[wanted], b[wanted], left[wanted], right[wanted]
                differ = self._beside[left] ^ self._beside[right]
                long = (differ < 0x100) | (differ & 0xFF == 0)
                fresh = self._unusual[left] | (self._outlets[a] != self._outlets[b])
                pair, weight = _summed(a * total + b, np.where(fresh, np.where(long, _LONG, _FRESH), 1))
                keys.append(pair)
                weights.append(weight)
        pairs, weight = _summed(np.concatenate(keys), np.concatenate(weights))
        a, b = pairs // total, pairs % total
        lengths = np.diff(self._bounds)
        worth = (weight >= 2 * _FRESH) | (weight % _FRESH >= PART * np.minimum(lengths[a], lengths[b]))
        return np.stack([a[worth], b[worth]], axis=1)


def _summed(keys: Rows, weights: Rows) -> tuple[Rows, Rows]:
    """The keys, each once, with their weights summed up."""
    which, back = np.unique(keys, return_inverse=True)
    sums = np.zeros(len(which), np.int64)
    np.add.at(sums, back, weights)
    return which, sums


def _together(size: int) -> tuple[Rows, Rows]:
    """Which of so many articles with the same hash are paired, the oldest first."""
    if size <= MANY:
        one, other = np.triu_indices(size, 1)
        return one.astype(np.int64), other.astype(np.int64)
    later = np.arange(1, size)
    return np.concatenate([np.zeros(size - 1, np.int64), later - 1]), np.concatenate([later, later])


def _usual(hashed: NDArray[np.uint32], outlets: Rows, days: Rows) -> NDArray[np.bool_]:
    """Whether each article's hash is usual in its outlet."""
    usual = np.zeros(len(hashed), np.bool_)
    order = np.lexsort((days, outlets, hashed))
    if not len(order):
        return usual
    edge = (np.diff(hashed[order].astype(np.int64)) != 0) | (np.diff(outlets[order]) != 0)
    begins = np.concatenate([[0], np.flatnonzero(edge) + 1])
    counts = np.diff(np.append(begins, len(order)))
    last = days[order][begins + counts - 1]
    # The undated come first in the order, as -1; the first that is dated counts.
    dated = np.where(days[order] < 0, np.iinfo(np.int64).max, days[order])
    spread = last - np.minimum.reduceat(dated, begins) > WEEKS
    known = outlets[order][begins] >= 0
    whether = known & (((counts >= USUAL) & spread) | ((counts >= UNDATED) & (last < 0)))
    usual[order] = np.repeat(whether, counts)
    return usual
