"""Statements that could say the same: those that share several of their rarest words.

Each statement has a key, the hashes of its rarest stems. Two that share three of them are candidates. Of statements on which
hundreds agree so far, each is compared with those that were published next to it, so that work grows with the number of
statements and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from struct import pack
from typing import TYPE_CHECKING, NamedTuple

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
_ROWS = 32_768
"""Statements whose twos are looked at in one go: as many as the processor has at hand."""
_MORE = 10
"""For each statement that is new so many at most have two stems that it has, by and large."""
_BITS = 22
"""Of marks of stems and of twos of them. Several may share one, and then a statement is looked at in vain."""
_LOW = np.uint32((1 << _BITS) - 1)
_SPREAD = np.uint32(0x9E3779B1)
"""Multiplied with it, numbers that differ in few bits get marks far from one another (Knuth 1973, 6.4)."""


def key(stems: Iterable[str]) -> bytes:
    """A statement's key by its stems: hashes of the rarest, the rarest first, four bytes each; zeros where it has fewer."""
    ranked = sorted((-weight(stem), hashed(stem)) for stem in set(stems))[:KEY]
    return pack(f"<{KEY}I", *(number for _, number in ranked), *(0,) * (KEY - len(ranked)))


def read_keys(packed: Sequence[bytes]) -> NDArray[np.uint32]:
    """The keys of many statements: (statements, KEY)."""
    return np.frombuffer(b"".join(packed), "<u4").reshape(-1, KEY)


def packed(made: Sequence[tuple[int, bytes]]) -> bytes:
    """The row numbers and keys of an article's statements as one piece; a number in four bytes."""
    return b"".join(pack("<I", statement) + own for statement, own in made)


def unpacked(pieces: Sequence[bytes]) -> tuple[NDArray[np.int64], NDArray[np.uint32], list[int]]:
    """What :func:`packed` made of several articles: row numbers, keys, and how many there are of each article."""
    wide = np.dtype([("statement", "<u4"), ("key", "<u4", KEY)])
    table = np.frombuffer(b"".join(pieces), wide)
    return table["statement"].astype(np.int64), np.ascontiguousarray(table["key"]), [len(own) // wide.itemsize for own in pieces]


def candidates(keys: NDArray[np.uint32], new: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pairs of statements, the lower number first, in order; at least one of each is new.

    Args:
        keys: What :func:`read_keys` gives, in the order of days and articles.
        new: Which are to be compared.
    """
    asked = None if new.all() else _asked(keys[new])
    statements = max(len(keys), 1)
    found, times = np.zeros(0, np.int64), np.zeros(0, np.int64)
    of = 1 + min(len(keys), _MORE * int(new.sum())) // _AT_ONCE
    for part in range(of):
        more, often = np.unique(_together(keys, new, asked, part, of), return_counts=True)
        if of > 1:
            # Most share two stems alone; what cannot be a candidate in the end need not be kept until then.
            able = _sharing(keys, more // statements, more % statements)
            more, often = more[able], often[able]
        found, places = np.unique(np.concatenate([found, more]), return_inverse=True)
        times = np.bincount(places, np.concatenate([times, often]), len(found)).astype(np.int64)
    several = found[times >= _SHARED * (_SHARED - 1) // 2]
    return np.stack([several // statements, several % statements], axis=1)


class _Asked(NamedTuple):
    """What statements that are new have, by marks: of what has none nothing else is looked at."""

    stems: NDArray[np.bool_]
    twos: NDArray[np.bool_]
    """Of stems."""


def _asked(keys: NDArray[np.uint32]) -> _Asked:
    """The marks of all stems and twos of stems that statements with these keys have."""
    stems, twos = np.zeros(1 << _BITS, np.bool_), np.zeros(1 << _BITS, np.bool_)
    stems[keys & _LOW] = True
    for i, j in combinations(range(KEY), 2):
        twos[_mark(keys[:, i], keys[:, j])] = True
    return _Asked(stems, twos)


def _mark(one: NDArray[np.uint32], two: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The mark of two stems, whichever comes first."""
    mark: NDArray[np.uint32] = ((one ^ two) * _SPREAD) >> np.uint32(32 - _BITS)
    return mark


def _sharing(keys: NDArray[np.uint32], one: NDArray[np.int64], two: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the statements of each pair share enough stems."""
    able = np.zeros(len(one), np.bool_)
    for at in range(0, len(one), _AT_ONCE):
        a, b = keys[one[at : at + _AT_ONCE]], keys[two[at : at + _AT_ONCE]]
        shared = sum((((a == b[:, i : i + 1]) & (a != 0)).any(1).astype(np.int8) for i in range(KEY)), np.zeros(len(a), np.int8))
        able[at : at + _AT_ONCE] = shared >= _SHARED
    return able


def _together(
    keys: NDArray[np.uint32],
    new: NDArray[np.bool_],
    asked: _Asked | None,
    part: int,
    of: int,
) -> NDArray[np.int64]:
    """Pairs of statements that share two stems, as one number each, once for every two; of one part of all twos of stems."""
    twos: list[NDArray[np.uint64]] = [np.zeros(0, np.uint64)]
    whose: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    for low in range(0, len(keys), _ROWS):
        stems = np.ascontiguousarray(keys[low : low + _ROWS].T)
        able = stems != 0
        if asked is not None:
            able &= asked.stems.take(stems & _LOW)
        for i, j in combinations(range(KEY), 2):
            row = np.flatnonzero(able[i] & able[j])
            one, two = stems[i].take(row), stems[j].take(row)
            use = np.ones(len(row), np.bool_) if asked is None else asked.twos.take(_mark(one, two))
            if of > 1:
                use &= (one ^ two) % of == part
            # By their places: NumPy takes such in half the time of a choice by true and false.
            kept = np.flatnonzero(use)
            row, one, two = row.take(kept), one.take(kept).astype(np.uint64), two.take(kept).astype(np.uint64)
            twos.append(np.minimum(one, two) << np.uint64(32) | np.maximum(one, two))
            whose.append(row + low)
    bucket, rows = np.concatenate(twos), np.concatenate(whose)
    if asked is None:
        sort = np.lexsort((rows, bucket))
        rows, bucket = rows[sort], bucket[sort]
    else:
        # Of few twos each has a number, which goes into one with that of a statement: such are sorted many times as fast.
        own = np.unique(bucket[new[rows]])
        number = np.searchsorted(own[:-1], bucket)
        use = own[number] == bucket if len(own) else np.zeros(len(bucket), np.bool_)
        merged = np.sort(number[use] << 32 | rows[use])
        rows, bucket = merged & ((1 << 32) - 1), (merged >> 32).astype(np.uint64)
    # Those that are new, with the ones behind and before them.
    at = np.flatnonzero(new[rows])
    made = [np.zeros(0, np.int64)]
    for step in range(1, _NEXT + 1):
        ahead, back = at[at < len(rows) - step], at[at >= step]
        ahead, back = ahead[bucket[ahead] == bucket[ahead + step]], back[bucket[back] == bucket[back - step]] - step
        # Where both are new the one before has seen to them.
        first = np.concatenate([ahead, back[~new[rows[back]]]])
        a, b = rows[first], rows[first + step]
        use = a != b
        made.append(np.minimum(a[use], b[use]) * max(len(keys), 1) + np.maximum(a[use], b[use]))
    return np.concatenate(made)
