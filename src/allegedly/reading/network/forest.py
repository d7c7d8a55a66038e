"""Gradient-boosted trees (Friedman 2001) as a table of nodes, one a line, and what they say of many rows at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AT_ONCE = 1024
"""Rows that are weighed in one go: memory stays flat however many there are."""


@dataclass(slots=True)
class Forest:
    """Nodes of all trees in columns. A leaf leads to itself, so every row takes the same number of steps."""

    roots: NDArray[np.int64]
    column: NDArray[np.int64]
    bound: NDArray[np.float64]
    leads: NDArray[np.int64]
    """Two of each node: to which it leads where a row's number is above the bound, and to which where it is not."""
    value: NDArray[np.float64]
    depth: int
    start: float

    def values(self, rows: NDArray[np.floating]) -> NDArray[np.float64]:
        """What each tree says of each of a few rows: (rows, trees)."""
        # All numbers one after the other: so each is taken by its place alone, in half the time.
        flat = rows.ravel()
        first = np.arange(len(rows))[:, None] * rows.shape[1]
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            at = self.leads.take(2 * at + (flat.take(first + self.column.take(at)) <= self.bound.take(at)))
        found: NDArray[np.float64] = self.value.take(at)
        return found

    def odds(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Log odds of each of many rows."""
        parts = [self.values(rows[low : low + _AT_ONCE]).sum(1) for low in range(0, len(rows), _AT_ONCE)]
        return self.start + np.concatenate([np.zeros(0), *parts])


@cache
def forest(room: str, name: str, columns: tuple[str, ...]) -> Forest:
    """The trees in ``ROOM/data/NAME``, which look at these columns. The first line holds the log odds that all begin with."""
    lines = resources.files(f"allegedly.{room}").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines[1:]]
    place = {column: i for i, column in enumerate(columns)}
    whole = [[int(c[0]), place.get(c[2], 0), int(c[4]), int(c[5])] for c in cells[1:]]
    node, column, low, high = np.array(whole, dtype=np.int64).T
    numbers = np.array([[float(c[3]), float(c[6])] for c in cells[1:]])
    depth = max(int(c[1]) for c in cells[1:])
    roots = node[np.array([int(c[1]) == 0 for c in cells[1:]])]
    leads = np.stack([high, low], axis=1).ravel()
    return Forest(roots, column, numbers[:, 0].copy(), leads, numbers[:, 1].copy(), depth, float(cells[0][6]))
