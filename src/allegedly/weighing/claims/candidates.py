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
_AT_ONCE = 100_000
"""Statements for which all twos of stems are sorted at once; of more, a part of the twos at a time. Bounds the memory."""
_MARKS = 1 << 24
"""Marks of stems that are new. Two stems may share one, and then a statement is looked at in vain."""


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
        known = np.zeros(_MARKS, np.bool_)
        known[keys[new] % _MARKS] = True
        near = np.nonzero(new | (((keys != 0) & known[keys % _MARKS]).sum(1) >= _SHARED))[0]
        if len(near) < len(keys):
            inner: NDArray[np.int64] = near[candidates(keys[near], order[near], new[near])]
            return inner
    statements = max(len(keys), 1)
    found, times = np.zeros(0, np.int64), np.zeros(0, np.int64)
    of = 1 + len(keys) // _AT_ONCE
    for part in range(of):
        more, often = np.unique(_together(keys, order, new, part, of), return_counts=True)
        if of > 1:
            # Most share two stems alone; what cannot be a candidate in the end need not be kept until then.
            able = _sharing(keys, more // statements, more % statements)
            more, often = more[able], often[able]
        found, places = np.unique(np.concatenate([found, more]), return_inverse=True)
        times = np.bincount(places, np.concatenate([times, often]), len(found)).astype(np.int64)
    several = found[times >= _SHARED * (_SHARED - 1) // 2]
    return np.stack([several // statements, several % statements], axis=1)


def _sharing(keys: NDArray[np.uint32], one: NDArray[np.int64], two: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the statements of each pair share enough stems."""
    able = np.zeros(len(one), np.bool_)
    for at in range(0, len(one), _AT_ONCE):
        a, b = keys[one[at : at + _AT_ONCE]], keys[two[at : at + _AT_ONCE]]
        shared = sum((((a == b[:, i : i + 1]) & (a != 0)).any(1).astype(np.int8) for i in range(KEY)), np.zeros(len(a), np.int8))
        able[at : at + _AT_ONCE] = shared >= _SHARED
    return able


def _together(
    keys: NDArray[np.uint32], order: NDArray[np.int64], new: NDArray[np.bool_], part: int, of: int
) -> NDArray[np.int64]:
    """Pairs of statements that share two stems, as one number each, once for every two; of one part of all twos of stems."""
    twos: list[NDArray[np.uint64]] = []
    whose: list[NDArray[np.int64]] = []
    for i, j in combinations(range(KEY), 2):
        row = np.nonzero((keys[:, i] != 0) & (keys[:, j] != 0) & ((keys[:, i] ^ keys[:, j]) % of == part))[0]
        one, two = keys[row, i].astype(np.uint64), keys[row, j].astype(np.uint64)
        twos.append(np.minimum(one, two) << np.uint64(32) | np.maximum(one, two))
        whose.append(row)
    bucket, rows = np.concatenate(twos), np.concatenate(whose)
    if not new.all():
        asked = np.isin(bucket, np.unique(bucket[new[rows]]))
        bucket, rows = bucket[asked], rows[asked]
    sort = np.lexsort((order[rows], bucket))
    rows, bucket = rows[sort], bucket[sort]
    made = [np.zeros(0, np.int64)]
    for step in range(1, _NEXT + 1):
        same = bucket[step:] == bucket[:-step]
        a, b = rows[:-step][same], rows[step:][same]
        use = (new[a] | new[b]) & (a != b)
        made.append(np.minimum(a[use], b[use]) * max(len(keys), 1) + np.maximum(a[use], b[use]))
    return np.concatenate(made)
