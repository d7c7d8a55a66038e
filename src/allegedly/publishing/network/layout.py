"""Where the boxes of a picture stand: near what they are joined to, none on another, the same every time.

Boxes of the entities and of the labels are laid out together, so that no word is hidden. Distances along the joints are
met as well as can be (stress majorization; Gansner, Koren and North 2004), from a circle as a start; then boxes that overlap are
pushed apart, and what hangs together in nothing else is set side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS, _PUSHES, _TURNS = 200, 300, 30
_GAP = 14.0
"""Pixels at least between two boxes."""
_CLEAR = 5.0
"""Pixels between a box and a line that passes by."""
_JOINT = 26.0
"""Pixels between the edges of two joined boxes, where nothing else is in the way."""
_WIDE, _FLAT = 1.25, 0.8
"""Boxes are wider than high, and so is a screen."""
_PAGE = 1150.0
"""Pixels of the width that parts are set side by side in."""


def place(sizes: Sequence[tuple[float, float]], joints: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """The middles of boxes.

    Args:
        sizes: Width and height of each box, pixels.
        joints: Which boxes are joined, by their places in ``sizes``.

    Returns:
        x and y of each middle, pixels from the upper left corner of the whole.
    """
    spots: list[tuple[float, float]] = [(0.0, 0.0)] * len(sizes)
    parts = []
    for part in _parts(len(sizes), joints):
        number = {box: i for i, box in enumerate(part)}
        own = np.array([sizes[box] for box in part], dtype=np.float64)
        inner = [(number[a], number[b]) for a, b in joints if a in number]
        parts.append((part, own, _part(own, inner)))
    x = y = row = 0.0
    for part, own, middles in sorted(parts, key=lambda p: (-len(p[0]), p[0])):
        low = (middles - own / 2).min(axis=0)
        high = (middles + own / 2).max(axis=0)
        width, height = high - low
        if x > 0 and x + width > _PAGE:
            x, y, row = 0.0, y + row + 3 * _GAP, 0.0
        for box, (a, b) in zip(part, (middles - low).tolist(), strict=True):
            spots[box] = (round(x + a, 1), round(y + b, 1))
        x, row = x + float(width) + 3 * _GAP, max(row, float(height))
    return spots


def _parts(count: int, joints: Sequence[tuple[int, int]]) -> list[list[int]]:
    """What hangs together, each in the order in which it is reached from its first box."""
    beside: list[list[int]] = [[] for _ in range(count)]
    for a, b in joints:
        beside[a].append(b)
        beside[b].append(a)
    seen = [False] * count
    found = []
    for start in range(count):
        if seen[start]:
            continue
        seen[start] = True
        part = [start]
        for box in part:
            for other in beside[box]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        found.append(part)
    return found


def _part(sizes: NDArray[np.float64], joints: list[tuple[int, int]]) -> NDArray[np.float64]:
    n = len(sizes)
    if n == 1:
        return np.zeros((1, 2))
    far = _distances(sizes, joints)
    turn = 2 * np.pi * np.arange(n) / n
    spots = np.stack([np.cos(turn), np.sin(turn)], axis=1) * far.max() / 2
    weight = 1.0 / np.maximum(far, 1.0) ** 2
    np.fill_diagonal(weight, 0.0)
    # Majorization with full weights: each round solves the same Laplacian, so it is inverted once.
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(laplacian)
    for _ in range(_ROUNDS):
        gaps = np.linalg.norm(spots[:, None] - spots[None], axis=2)
        ratio = weight * far / np.maximum(gaps, 1e-6)
        np.fill_diagonal(ratio, 0.0)
        spots = inverse @ ((np.diag(ratio.sum(axis=1)) - ratio) @ spots)
    spots = np.round(_level(spots), 3) * np.array([_WIDE, _FLAT])
    return np.round(_apart(_aside(spots, sizes, joints), sizes), 1)


def _level(spots: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turned so that it is longest from left to right, with the first box to the left and above the middle."""
    spots = spots - spots.mean(axis=0)
    _, axes = np.linalg.eigh(spots.T @ spots)
    turned = spots @ axes[:, ::-1]
    made: NDArray[np.float64] = np.where(turned[0] > 0, -1.0, 1.0) * turned
    return made


def _distances(sizes: NDArray[np.float64], joints: list[tuple[int, int]]) -> NDArray[np.float64]:
    """The shortest way along the joints between any two boxes (Floyd and Warshall)."""
    n = len(sizes)
    half = sizes.mean(axis=1) / 2
    far = np.full((n, n), np.inf)
    np.fill_diagonal(far, 0.0)
    for a, b in joints:
        far[a, b] = far[b, a] = half[a] + half[b] + _JOINT
    for k in range(n):
        np.minimum(far, far[:, k : k + 1] + far[k : k + 1, :], out=far)
    return far


def _aside(spots: NDArray[np.float64], sizes: NDArray[np.float64], joints: list[tuple[int, int]]) -> NDArray[np.float64]:
    """Push boxes out from under the lines that join two others, and from one another on the way."""
    ends = np.array(joints)
    boxes = np.arange(len(spots))
    foreign = (boxes[None] != ends[:, :1]) & (boxes[None] != ends[:, 1:])
    for _ in range(_TURNS):
        spots = _apart(spots, sizes, 20)
        start, way = spots[ends[:, 0]], spots[ends[:, 1]] - spots[ends[:, 0]]
        length = np.maximum(np.linalg.norm(way, axis=1), 1e-6)
        normal = np.stack([-way[:, 1], way[:, 0]], axis=1) / length[:, None]
        off = spots[None] - start[:, None]
        along = (off * way[:, None]).sum(axis=2) / length[:, None] ** 2
        beside = (off * normal[:, None]).sum(axis=2)
        room = np.abs(normal) @ (sizes / 2).T + _CLEAR
        over = np.where(foreign & (along > 0.05) & (along < 0.95), room - np.abs(beside), 0.0)
        if not (over > 0).any():
            break
        push = np.where(over > 0, np.where(beside < 0, -1.0, 1.0) * over, 0.0)
        spots = spots + (push[:, :, None] * normal[:, None]).sum(axis=0) / (1 + (over > 0).sum(axis=0))[:, None]
    return spots


def _apart(spots: NDArray[np.float64], sizes: NDArray[np.float64], most: int = _PUSHES) -> NDArray[np.float64]:
    """Push boxes that overlap apart, the shorter way, until none does."""
    order = np.arange(len(spots))
    need = (sizes[:, None] + sizes[None]) / 2 + _GAP
    side = np.sign(order[:, None] - order[None]).astype(np.float64)
    for _ in range(most):
        gap = spots[:, None] - spots[None]
        over = need - np.abs(gap)
        both: NDArray[np.bool_] = np.asarray((over > 0.01).all(axis=2))
        np.fill_diagonal(both, val=False)
        if not both.any():
            break
        across = over[:, :, 0] < over[:, :, 1]
        sign = np.where(np.abs(gap) < 1e-6, side[:, :, None], np.sign(gap))
        push = np.zeros_like(gap)
        push[:, :, 0] = np.where(both & across, sign[:, :, 0] * over[:, :, 0], 0.0)
        push[:, :, 1] = np.where(both & ~across, sign[:, :, 1] * over[:, :, 1], 0.0)
        spots = spots + push.sum(axis=1) / (np.maximum(both.sum(axis=1), 1)[:, None] + 1)
    return spots
