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

_SHORT = 1 << 24
"""Values of a hash as it is looked for, so that most that stand in one article alone are not gone through with the others."""

Rows = NDArray[np.int64]


class Index:
    """The hashes of many articles' sketches; an article is its place in the sequences that are given, the oldest first."""

    def __init__(
        self, sketches: Sequence[Sketch], outlets: Sequence[int], days: Sequence[int], new: Sequence[bool] | None = None
    ) -> None:
        """Sort the hashes.

        Args:
            sketches: One an article.
            outlets: A number for each article's outlet; -1 where it is not known.
            days: The number of each article's day of publication; -1 where it is not known.
            new: Which articles were not there when the others were last compared; null: all.
        """
        lengths = [len(one) for one in sketches]
        kept = np.concatenate([np.zeros(0, np.uint64), *sketches])
        self._bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self._hashes = hashes(kept)
        self._outlets = np.asarray(outlets, np.int64)
        # Most stand in one article alone, and there is nothing to sort.
        shared = _shared(self._hashes)
        articles = np.repeat(np.arange(len(sketches)), lengths)[shared]
        # By hash, then by outlet; a stable sort leaves the oldest of each first.
        key = (self._hashes[shared].astype(np.int64) << 24) | (self._outlets[articles] + 1)
        order = np.argsort(key, kind="stable")
        self._posted, self._beside = articles[order], kept[shared[order]].astype(np.uint16)
        dated = np.asarray(days, np.int64)[self._posted]
        usual = _usual(key[order], dated)
        self._unusual = ~usual
        self._usual = np.zeros(len(kept), np.bool_)
        self._usual[shared[order]] = usual
        self.new = np.ones(len(sketches), np.bool_) if new is None else np.asarray(new, np.bool_)
        """Which articles are new."""
        old = ~self.new[self._posted]
        turned = usual[old] & ~_usual(key[order][old], dated[old])
        self.touched = self.new.copy()
        """Which articles are new, or have words that have become usual since."""
        self.touched[self._posted[old][turned]] = True
        self._first = np.flatnonzero(np.diff(key[order] >> 24, prepend=-1))
        self._count = np.diff(np.append(self._first, len(order)))

    def hashed(self, a: int, b: int) -> Hashed:
        """What is known of the hashes of two articles."""
        one, other = (slice(self._bounds[article], self._bounds[article + 1]) for article in (a, b))
        usual = np.union1d(self._hashes[one][self._usual[one]], self._hashes[other][self._usual[other]])
        return Hashed(usual, np.union1d(self._hashes[one], self._hashes[other]))

    def pairs(self) -> Rows:
        """The pairs to compare, as rows of two articles, the older first, in order."""
        total = max(len(self._outlets), 1)
        keys, weights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for size in np.unique(self._count[self._count > 1]).tolist():
            one, other = _together(size)
            starts = self._first[self._count == size]
            step = max(1, _AT_ONCE // len(one))
            for at in range(0, len(starts), step):
                places = starts[at : at + step, None] + np.arange(size)
                if size > MANY:
                    places = np.take_along_axis(places, np.argsort(self._posted[places], axis=1, kind="stable"), axis=1)
                left, right = places[:, one].ravel(), places[:, other].ravel()
                a, b = self._posted[left], self._posted[right]
                differ = self._beside[left] ^ self._beside[right]
                long = (differ < 0x100) | (differ & 0xFF == 0)
                fresh = self._unusual[left] | (self._outlets[a] != self._outlets[b])
                pair = np.minimum(a, b) * total + np.maximum(a, b)
                pair, weight = _summed(pair, np.where(a == b, 0, np.where(fresh, np.where(long, _LONG, _FRESH), 1)))
                keys.append(pair)
                weights.append(weight)
        pairs, weight = _summed(np.concatenate(keys), np.concatenate(weights))
        a, b = pairs // total, pairs % total
        lengths = np.diff(self._bounds)
        few = weight % _FRESH >= np.maximum(PART * np.minimum(lengths[a], lengths[b]), 1)
        worth = (weight >= 2 * _FRESH) | few
        return np.stack([a[worth], b[worth]], axis=1)


def _shared(hashes: NDArray[np.uint32]) -> Rows:
    """The places of hashes that stand at another place too; and of a few others."""
    ordered = np.sort(hashes)
    twice = np.zeros(_SHORT, np.bool_)
    twice[ordered[1:][ordered[1:] == ordered[:-1]] % _SHORT] = True
    return np.flatnonzero(twice[hashes % _SHORT])


def _summed(keys: Rows, weights: Rows) -> tuple[Rows, Rows]:
    """The keys, each once, with their weights summed up."""
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[begins], np.add.reduceat(weights, begins) if len(begins) else weights


def _together(size: int) -> tuple[Rows, Rows]:
    """Which of so many articles with the same hash are paired."""
    if size <= MANY:
        one, other = np.triu_indices(size, 1)
        return one.astype(np.int64), other.astype(np.int64)
    later = np.arange(1, size)
    return np.concatenate([np.zeros(size - 1, np.int64), later - 1]), np.concatenate([later, later])


def _usual(keys: Rows, days: Rows) -> NDArray[np.bool_]:
    """Whether each hash is usual in its outlet; the keys ascend, and those of one hash in one outlet are the same."""
    if not len(keys):
        return np.zeros(0, np.bool_)
    begins = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(np.append(begins, len(keys)))
    last = np.maximum.reduceat(days, begins)
    first = np.minimum.reduceat(np.where(days < 0, np.iinfo(np.int64).max, days), begins)
    known = keys[begins] & 0xFFFFFF > 0
    usual = known & (((counts >= USUAL) & (last - first > WEEKS)) | ((counts >= UNDATED) & (last < 0)))
    return np.repeat(usual, counts)
