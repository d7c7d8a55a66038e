"""Statements that could say the same: those that share several of their rarest words.

Each statement has a key, the hashes of its rarest stems. Two that share three of them are candidates. Of statements on which
hundreds agree so far, each is compared with those that were published next to it, so that work grows with the number of
statements and not with its square.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from allegedly.weighing.claims.said import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEY = 8
"""Stems of a key."""
_SHARED = 3
"""Stems that candidates share, at least."""
_NEXT = 12
"""Neighbours in time that a statement is compared with, of those that share the same two stems."""
_AT_ONCE = 4


def keys(said: Said, hashes: NDArray[np.int64]) -> NDArray[np.uint32]:
    """The key of each statement, its rarest stem first, 0 where it has fewer: (statements, KEY)."""
    found = np.zeros((len(said), KEY), np.uint32)
    owner = np.repeat(np.arange(len(said)), np.diff(said.bounds))
    order = np.lexsort((hashes[said.stems], -said.idf, owner))
    rank = np.arange(len(order)) - said.bounds[owner[order]]
    kept = rank < KEY
    found[owner[order][kept], rank[kept]] = hashes[said.stems[order][kept]]
    return found


def candidates(key: NDArray[np.uint32], order: NDArray[np.int64], new: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pairs of statements, the lower number first, in order; at least one of each is new.

    Args:
        key: What :func:`keys` gives.
        order: Which statement comes before which: a number for each, as by day and article.
        new: Which are to be compared.
    """
    statements = np.int64(len(key))
    found: list[NDArray[np.int64]] = []
    several: NDArray[np.int64] = np.zeros(0, np.int64)
    wide = key.astype(np.uint64)
    for number, (i, j) in enumerate(combinations(range(KEY), 2)):
        del number
        able = (key[:, i] != 0) & (key[:, j] != 0)
        low, high = np.minimum(wide[:, i], wide[:, j]), np.maximum(wide[:, i], wide[:, j])
        found.append(np.where(able, low << np.uint64(32) | high, 0).astype(np.uint64).view(np.int64))
    whole = np.stack(found, axis=1)
    wanted = np.unique(whole[new])
    wanted = wanted[wanted != 0]
    at = np.searchsorted(wanted, whole).clip(0, max(len(wanted) - 1, 0))
    rows, columns = np.nonzero(wanted[at] == whole) if len(wanted) else (np.zeros(0, np.int64),) * 2
    bucket = at[rows, columns]
    sort = np.lexsort((order[rows], bucket))
    rows, bucket = rows[sort].astype(np.int64), bucket[sort]
    made: list[NDArray[np.int64]] = []
    for step in range(1, _NEXT + 1):
        same = bucket[step:] == bucket[:-step]
        a, b = rows[:-step][same], rows[step:][same]
        use = (new[a] | new[b]) & (a != b)
        made.append(np.minimum(a[use], b[use]) * statements + np.maximum(a[use], b[use]))
    if made:
        pair, times = np.unique(np.concatenate(made), return_counts=True)
        several = pair[times >= _SHARED * (_SHARED - 1) // 2]
    return np.stack([several // max(statements, 1), several % max(statements, 1)], axis=1)
