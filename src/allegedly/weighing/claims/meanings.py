"""How much of what one statement says is said by another in words that mean nearly the same.

For each word of the one the nearest word of the other is looked for, by their static vectors, and what is found is added up by
how rare the words are: what BERTScore does with vectors in context (Zhang et al. 2020), with such as need none. Names and numbers
are near to themselves alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims.said import SCALE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from allegedly.weighing.claims.said import Said

_FAR = 0.3
"""The cosine of two words up to which they have nothing to do with one another."""
_MOST = 24
"""Words of a statement that are looked at: the rarest."""
_AT_ONCE = 1_000
"""Pairs that are compared in one go. Bounds the memory."""


COLUMNS = ("less said by other", "more said by other", "less said, no names", "more said, no names")
"""What :func:`meanings` says of a pair, in its order: of the statement that says less, and of the one that says more."""


def meanings(said: Said, pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    """For each pair what share of the one the other has, as :data:`COLUMNS` names it."""
    parts = [np.zeros((0, len(COLUMNS)), np.float32)]
    parts += [_part(said, pairs[low : low + _AT_ONCE]) for low in range(0, len(pairs), _AT_ONCE)]
    return np.concatenate(parts)


def _part(said: Said, pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    one, two = (_words(said, rows) for rows in pairs.T)
    first, second = (said.meanings[words.forms].astype(np.float32) / SCALE for words in (one, two))
    near = first @ second.transpose(0, 2, 1)
    near = np.clip((near - _FAR) / (1 - _FAR), 0, 1)
    near *= one.plain[:, :, None] & two.plain[:, None, :]
    near[one.stems[:, :, None] == two.stems[:, None, :]] = 1
    near *= (one.weight > 0)[:, :, None] & (two.weight > 0)[:, None, :]
    of_one, of_two = near.max(2), near.max(1)
    less = one.weight.sum(1) <= two.weight.sum(1)
    found = []
    for plain in (False, True):
        its, theirs = _share(of_one, one, plain=plain), _share(of_two, two, plain=plain)
        found += [np.where(less, its, theirs), np.where(less, theirs, its)]
    return np.stack(found, axis=1)


class _Words(NamedTuple):
    """The rarest words of statements, one row each; a weight of 0 where a statement has fewer."""

    stems: NDArray[np.int32]
    forms: NDArray[np.int32]
    weight: NDArray[np.float32]
    plain: NDArray[np.bool_]
    """Neither names nor numbers."""


def _words(said: Said, rows: NDArray[np.int64]) -> _Words:
    start = said.bounds[rows]
    many = said.bounds[rows + 1] - start
    at = np.arange(max(int(many.max(initial=1)), 1))
    there = at < many[:, None]
    place = np.where(there, start[:, None] + at, 0)
    rarest = np.argsort(np.where(there, -said.idf[place], np.float32(np.inf)), axis=1, kind="stable")[:, :_MOST]
    place, there = np.take_along_axis(place, rarest, 1), np.take_along_axis(there, rarest, 1)
    return _Words(said.stems[place], said.forms[place], np.where(there, said.idf[place], np.float32(0)), said.kind[place] == 0)


def _share(near: NDArray[np.float32], words: _Words, *, plain: bool) -> NDArray[np.float32]:
    """What the near words weigh of all; or of the plain ones."""
    weight = words.weight * words.plain if plain else words.weight
    found: NDArray[np.float32] = (near * weight).sum(1) / np.maximum(weight.sum(1), np.float32(1e-6))
    return found
