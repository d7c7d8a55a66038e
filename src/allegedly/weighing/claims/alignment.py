"""How much of what one statement says another says, word piece by word piece, each as it is meant in its place.

For each piece of the one the nearest piece of the other is looked for, by the encoder's vectors of both in their places, and what
is found is averaged, the rarer a word the more it counts (BERTScore: Zhang et al. 2020).
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims.said import SCALE, weight
from allegedly.weighing.claims.words import stem
from allegedly.weighing.encoder import placed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MARK = 0.3
"""What a piece weighs that is neither letters nor figures."""


class Pieces(NamedTuple):
    """The word pieces of a statement."""

    vectors: NDArray[np.int8]
    """One a piece, of unit length before it was put in bytes: the encoder's along the axes on which pieces differ most."""
    weights: NDArray[np.float32]
    """What each says about what the statement is about; of a word that is cut into pieces each is rare."""


@cache
def _axes() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mean of the encoder's vectors of pieces, and the axes that are kept."""
    with resources.files("allegedly.weighing").joinpath("data", "pieces.npy").open("rb") as file:
        table = np.load(file).astype(np.float32)
    return table[0], table[1:].T


def pieces(text: str) -> Pieces:
    """The pieces of a statement in their places."""
    offsets, _, each = placed(text)
    mean, axes = _axes()
    kept = (each[1:-1] - mean) @ axes
    kept /= np.maximum(np.linalg.norm(kept, axis=1, keepdims=True), 1e-9)
    written = [text[start:end] for start, end in offsets]
    weights = [weight(stem(own.lower())) if own.isalnum() else _MARK for own in written]
    return Pieces(np.rint(kept * SCALE).astype(np.int8), np.array(weights, np.float32))


def aligned(one: Pieces, two: Pieces) -> tuple[float, float]:
    """How near the pieces of each have something in the other, on average: of the one that has less of it, and of the other."""
    if not len(one.weights) or not len(two.weights):
        return 0.0, 0.0
    near = (one.vectors.astype(np.float32) @ two.vectors.T.astype(np.float32)) / (SCALE * SCALE)
    found = [float((best * own.weights).sum() / own.weights.sum()) for best, own in ((near.max(1), one), (near.max(0), two))]
    return min(found), max(found)
