"""The map of the world: where a place lies on it. All continents are as large as they are (Equal Earth, Šavrič et al. 2018)."""

from __future__ import annotations

import math

WIDTH, HEIGHT = 4000, 1947
"""The whole world, in the units of ``static/world.svg``."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2
_SCALE = WIDTH / (2 * math.pi / (_M * _A[0]))


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a place lies on the map, from its upper left corner.

    Args:
        longitude: Degrees east, WGS 84.
        latitude: Degrees north.
    """
    a1, a2, a3, a4 = _A
    turned = math.asin(_M * math.sin(math.radians(max(-90.0, min(90.0, latitude)))))
    square = turned * turned
    sixth = square**3
    x = math.radians(longitude) * math.cos(turned) / (_M * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)))
    y = turned * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return WIDTH / 2 + _SCALE * x, HEIGHT / 2 - _SCALE * y
