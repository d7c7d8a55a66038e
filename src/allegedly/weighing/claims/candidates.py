"""Statements that could say the same: those that share several of their rarest words.

Each statement has a key, the hashes of its rarest stems. Two that share three of them are candidates. Of statements on which
hundreds agree so far, each is compared with those that were published next to it, so that work grows with the number of
statements and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from struct import pack
from typing import TYPE_CHECKING

import numpy as np

from allegedly.weighing.claims.said import hashed, weight

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEY = 8
"""Stems of a key."""
_SHARED = 3
"""Stems that candidates share, at least."""
_NEXT = 12
"""Neighbours in time that a statement is compared with, of those that share the same two stems."""


def key(stems: Iterable[str]) -> bytes:
    """A statement's key by its stems: hashes of the rarest, the rarest first, four bytes each; zeros where it has fewer."""
    ranked = sorted((-weight(stem), hashed(stem)) for stem in set(stems))[:KEY]
    return pack(f"<{KEY}I", *(number for _, number in ranked), *(0,) * (KEY - len(ranked)))


def read_keys(packed: Sequence[bytes]) -> NDArray[np.uint32]:
    """The keys of many statements: (statements, KEY)."""
    return np.frombuffer(b"".join(packed), "<u4").reshape(-1, KEY)


def candidates(keys: NDArray[np.uint32], order: NDArray[np.int64], new: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pairs of statements, the lower number first, in order; at least one of each is new.

    Args:
        keys: What :func:`read_keys` gives.
        order: Which statement comes before which: a number for each, as by day and article.
        new: Which are to be compared.
    """
    if not new.all():
        # A statement that shares too few stems with all that is new together shares too few with each of them.
        near = np.nonzero(new | (((keys != 0) & np.isin(keys, keys[new])).sum(1) >= _SHARED))[0]
        if len(near) < len(keys):
            inner: NDArray[np.int64] = near[candidates(keys[near], order[near], new[near])]
            return inner
    statements = max(len(keys), 1)
    found: list[NDArray[np.int64]] = []
    several: NDArray[np.int64] = np.zeros(0, np.int64)
    wide = keys.astype(np.uint64)
    for i, j in combinations(range(KEY), 2):
        able = (keys[:, i] != 0) & (keys[:, j] != 0)
        low, high = np.minimum(wide[:, i], wide[:, j]), np.maximum(wide[:, i], wide[:, j])
        found.append(np.where(able, low << np.uint64(32) | high, 0).astype(np.uint64).view(np.int64))
    whole = np.stack(found, axis=1)
    wanted = np.unique(whole[new])
    wanted = wanted[wanted != 0]
    at = np.searchsorted(wanted, whole).clip(0, max(len(wanted) - 1, 0))
    rows, columns = np.nonzero(wanted[at] == whole) if len(wanted) else (np.zeros(0, np.int64),) * 2
    bucket = at[rows, columns]
    shared = np.bincount(bucket, minlength=1)[bucket] > 1
    rows, bucket = rows[shared], bucket[shared]
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
    return np.stack([several // statements, several % statements], axis=1)
