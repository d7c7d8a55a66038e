"""The vectors of word pieces that all networks begin with: MiniLM's (Wang et al. 2020), in 8-bit integers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH = 384


def words_of(pieces: Sequence[int]) -> NDArray[np.uint8]:
    """The rows of these word pieces, as the networks' graphs take them: shape (1, pieces, WIDTH)."""
    return _table()[np.asarray([pieces], dtype=np.int64)]


@cache
def _table() -> NDArray[np.uint8]:
    file = resources.files("allegedly.reading").joinpath("data", "network", "words.npy")
    table: NDArray[np.uint8] = np.load(BytesIO(file.read_bytes()))
    return table
