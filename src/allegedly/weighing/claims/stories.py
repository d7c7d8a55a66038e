"""Articles that tell of the same, and statements in them that could be one told in other words.

Two articles of the same weeks that have many rare words in common tell of the same. Of their statements those that stand near the
head of either article, and share a single rare word, are worth a look, where elsewhere three are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from allegedly.weighing.claims.said import weights_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEXT = 12
"""Neighbours in time that an article is compared with, of those that have the same stem."""
_DAYS = 28
"""Days that articles lie apart, at most."""
_STEMS, _ALIKE = 2, 0.07
"""Stems that two articles share, and the cosine of their stems, at least."""
_MOST = 6
"""Articles that each is put beside: those that are most alike."""
_LONGEST = 400
"""Statements of an article that is put beside others, at most: longer ones tell of many things, and their pairs are too many."""
_HEAD = 800
"""Characters at the head of an article, in which one of two statements begins."""
_SHARED, _SHARED_OF_MANY, _MANY = 0.12, 0.25, 200
"""What the stems that two statements share weigh, of what those of the one with less weigh, at least; more where their articles
have so many pairs of statements."""
_AT_ONCE = 300_000
"""Stems of articles that are looked at in one go. Bounds the memory."""
_BITS = 24
"""Of marks of stems that are new. Two stems may share one, and then an article is looked at in vain."""


def beside(
    keys: NDArray[np.uint32],
    article: NDArray[np.int64],
    near: NDArray[np.int64],
    starts: Callable[[NDArray[np.int64]], NDArray[np.int64]],
    new: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """Pairs of statements out of two articles that tell of the same, the lower number first, in order; one of each is new.

    Args:
        keys: What :func:`allegedly.weighing.claims.candidates.read_keys` gives.
        article: Of each statement; those of one stand together.
        near: What :func:`alike` gives.
        starts: Where in their articles the statements of these numbers begin, in characters.
        new: Which are to be compared.
    """
    bounds = np.concatenate([[0], np.nonzero(np.diff(article))[0] + 1, [len(article)]])
    place = {number: i for i, number in enumerate(article[bounds[:-1]].tolist())} if len(article) else {}
    rows = {one: np.arange(bounds[place[one]], bounds[place[one] + 1]) for one in np.unique(near).tolist()}
    head = {one: starts(own) < _HEAD for one, own in rows.items()}
    found = [np.zeros(0, np.int64)]
    for one, two in near.tolist():
        a, b = rows[one], rows[two]
        if max(len(a), len(b)) > _LONGEST:
            continue
        able = _sharing(keys[a], keys[b]) & (head[one][:, None] | head[two][None]) & (new[a][:, None] | new[b][None])
        x, y = np.nonzero(able)
        found.append(np.minimum(a[x], b[y]) * len(article) + np.maximum(a[x], b[y]))
    pairs = np.unique(np.concatenate(found))
    return np.stack([pairs // max(len(article), 1), pairs % max(len(article), 1)], axis=1)


def _sharing(one: NDArray[np.uint32], two: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which of the one's statements and the other's share enough of what they say: (statements, statements)."""
    # Zeros fill keys of fewer stems: they are nothing that two could share.
    stems, place = np.unique(np.concatenate([one, two]), return_inverse=True)
    has = np.zeros((len(one) + len(two), len(stems)), np.float32)
    has[np.arange(len(has))[:, None], place.reshape(len(has), -1)] = 1
    weight = np.where(stems == 0, 0, weights_of(stems))
    mass = has @ weight
    shared = (has[: len(one)] * weight) @ has[len(one) :].T
    least = _SHARED if len(one) * len(two) < _MANY else _SHARED_OF_MANY
    found: NDArray[np.bool_] = (shared > 0) & (shared >= least * np.minimum(mass[: len(one), None], mass[None, len(one) :]))
    return found


def alike(
    keys: NDArray[np.uint32], article: NDArray[np.int64], day: NDArray[np.int64], new: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Pairs of articles that tell of the same, one of each with something new: (pairs, 2).

    Args:
        keys: What :func:`allegedly.weighing.claims.candidates.read_keys` gives.
        article: Of each statement.
        day: When this was published, as an ordinal; 0: nobody knows, and it lies beside others of which nobody does.
        new: Which statements are to be compared.
    """
    # Articles far from all that is new, most of a large ledger, are nobody's neighbours here, nor stand between any.
    close = _close(day, np.unique(day[new]))
    keys, article, day, new = keys[close], article[close], day[close], new[close]
    own, first, place = np.unique(article, return_index=True, return_inverse=True)
    in_time = np.argsort(day[first], kind="stable")
    own, when = own[in_time], day[first][in_time]
    place = np.argsort(in_time)[place]
    fresh = np.bincount(place, weights=new, minlength=len(own)) > 0
    asked = np.zeros(1 << _BITS, np.bool_)
    asked[keys[new] & ((1 << _BITS) - 1)] = True
    ends, shared = _shared(*_stems(keys, place, asked), when, fresh)
    mass = _mass(keys, place, ends, len(own))
    cosine = shared / np.sqrt(mass[ends[:, 0]] * mass[ends[:, 1]])
    ends, cosine = ends[cosine >= _ALIKE], cosine[cosine >= _ALIKE]
    owner, row = ends.T.ravel(), np.tile(np.arange(len(ends)), 2)
    order = np.lexsort((row, -cosine[row], owner))
    rank = np.arange(len(order)) - np.searchsorted(owner[order], owner[order])
    found: NDArray[np.int64] = own[ends[np.unique(row[order[rank < _MOST]])]]
    return found


def _shared(
    stem: NDArray[np.int64], owner: NDArray[np.int64], when: NDArray[np.int64], fresh: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Pairs of articles that share several stems, in order, one of them fresh; for each what these weigh together, squared each.

    Args:
        stem: What :func:`_stems` gives.
        owner: The same.
        when: For each place the article's day; they are in order.
        fresh: For each place whether the article is new.
    """
    weight = weights_of(stem) ** 2
    ends = [np.zeros((0, 2), np.int64)]
    shared: list[NDArray[np.float64]] = [np.zeros(0)]
    for some in _parts(owner, len(when)):
        at = some
        made, worth = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
        for step in range(1, _NEXT + 1):
            at = at[at < len(stem) - step]
            # What has no neighbour at this step has none further on: those of one stem are in the order of time.
            at = at[stem[at] == stem[at + step]]
            a, b = owner[at], owner[at + step]
            near = when[b] - when[a] <= _DAYS
            at, a, b = at[near], a[near], b[near]
            use = fresh[a] | fresh[b]
            made.append(a[use] * len(when) + b[use])
            worth.append(weight[at[use]])
        pair, which, times = np.unique(np.concatenate(made), return_inverse=True, return_counts=True)
        several = times >= _STEMS
        ends.append(np.stack([pair[several] // len(when), pair[several] % len(when)], axis=1))
        shared.append(np.bincount(which, np.concatenate(worth), len(pair))[several].astype(np.float64))
    return np.concatenate(ends), np.concatenate(shared)


def _parts(owner: NDArray[np.int64], articles: int) -> list[NDArray[np.int64]]:
    """The places of stems by their articles, some articles after others: the pairs of all at once would fill the memory."""
    if len(owner) <= _AT_ONCE:
        return [np.arange(len(owner))]
    order = np.argsort(owner, kind="stable")
    bounds = np.searchsorted(owner[order], np.arange(articles + 1))
    cuts = bounds[np.flatnonzero(np.diff(bounds[:-1] // _AT_ONCE, prepend=-1, append=bounds[-1] // _AT_ONCE + 1))]
    return [order[low:high] for low, high in pairwise(cuts.tolist())]


def _close(day: NDArray[np.int64], days: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the days are no further than articles may lie apart from one of those others, which are in order."""
    since = np.searchsorted(days, day - _DAYS)
    found: NDArray[np.bool_] = since < np.searchsorted(days, day + _DAYS, side="right")
    return found


def _stems(
    keys: NDArray[np.uint32], place: NDArray[np.int64], asked: NDArray[np.bool_] | None = None
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each stem of each article once, the articles of a stem in the order of their places: stems and places."""
    # Zeros fill keys of fewer stems. Stem and article in one number sort as both.
    use = keys != 0
    if asked is not None:
        use &= asked[keys & ((1 << _BITS) - 1)]
    # Sorted and parted by hand: NumPy's unique takes many times as long for so many.
    both = np.sort(keys[use].astype(np.int64) << 31 | np.broadcast_to(place[:, None], keys.shape)[use])
    both = both[np.flatnonzero(np.diff(both, prepend=-1))]
    return both >> 31, both & ((1 << 31) - 1)


def _mass(keys: NDArray[np.uint32], place: NDArray[np.int64], ends: NDArray[np.int64], articles: int) -> NDArray[np.float64]:
    """What the stems of the articles at these places weigh together, squared each; 1 for others."""
    wanted = np.zeros(articles, np.bool_)
    wanted[ends] = True
    rows = wanted[place]
    stem, owner = _stems(keys[rows], place[rows])
    mass = np.zeros(articles)
    mass += np.bincount(owner, weights_of(stem).astype(np.float64) ** 2, articles)
    mass[~wanted] = 1
    return mass
