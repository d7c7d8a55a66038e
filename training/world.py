"""Make the map of the world that the browser shows: ``python -m training.world countries-110m.json``.

The file is of the npm package ``world-atlas`` (version 2.0.2, ISC), which has it from Natural Earth (public domain): countries
with common borders kept once (TopoJSON). They are put into the projection of :mod:`allegedly.web.pictures.world` and rounded to
whole units, coasts and borders apart. The result goes to ``src/allegedly/web/static/world.svg``; the same input gives the same
bytes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Any

from allegedly.web.pictures.world import HEIGHT, WIDTH, projected

OUT = Path(__file__).resolve().parents[1] / "src" / "allegedly" / "web" / "static" / "world.svg"
SOURCE = "world-atlas 2.0.2 (ISC, Michael Bostock), of Natural Earth (public domain); made by training/world.py"
STEP = 4.0
"""Degrees after which a straight edge gets a further point, since it is a curve in the projection."""
Point = tuple[int, int]


def arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The lines of which all is made, in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    made = []
    for arc in topology["arcs"]:
        points = accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
        made.append([(x * sx + tx, y * sy + ty) for x, y in points])
    return made


def bent(line: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The line with further points on its long edges."""
    yield line[0]
    for (ax, ay), (bx, by) in pairwise(line):
        pieces = max(1, round(max(abs(bx - ax), abs(by - ay)) / STEP))
        yield from ((ax + (bx - ax) * i / pieces, ay + (by - ay) * i / pieces) for i in range(1, pieces + 1))


def path(line: Iterable[tuple[float, float]], *, closed: bool) -> str:
    """The line as a path, each point by how far it lies from the last one; empty where nothing is left of it."""
    points: list[Point] = []
    for longitude, latitude in line:
        x, y = projected(longitude, latitude)
        point = (round(x), round(y))
        if not points or points[-1] != point:
            points.append(point)
    if len(points) < (4 if closed else 2):
        return ""
    steps = "".join(f"{'l' if i == 0 else ' '}{bx - ax},{by - ay}" for i, ((ax, ay), (bx, by)) in enumerate(pairwise(points)))
    return f"M{points[0][0]},{points[0][1]}{steps}{'z' if closed else ''}"


def unwound(line: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The line without jumps from one end of the world to the other: it may go on beyond 180 degrees."""
    made = [line[0]]
    for longitude, latitude in line[1:]:
        turns = round((made[-1][0] - longitude) / 360)
        made.append((longitude + 360 * turns, latitude))
    return made


def cut(ring: Sequence[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The parts of a ring that lie within 180 degrees on either side; a ring around the South Pole is closed there."""
    ring = unwound(ring)
    if abs(ring[-1][0] - ring[0][0]) > 300:
        ring = [*ring, (ring[-1][0], -90.0), (ring[0][0], -90.0), ring[0]]
    for turn in (-360, 0, 360):
        part = [(x + turn, y) for x, y in ring]
        for sign in (1, -1):
            part = list(kept(part, sign))
        if len(part) > 2:
            yield part


def kept(ring: Sequence[tuple[float, float]], sign: int) -> Iterator[tuple[float, float]]:
    """What of a ring lies on the near side of 180 degrees, east (1) or west (-1) (Sutherland and Hodgman 1974)."""
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ax * sign <= 180) != (bx * sign <= 180):
            share = (180 * sign - ax) / (bx - ax)
            yield 180.0 * sign, ay + share * (by - ay)
        if bx * sign <= 180:
            yield bx, by


def picture(topology: dict[str, Any]) -> str:
    """The file."""
    lines = arcs(topology)

    def ring(numbers: Sequence[int]) -> list[tuple[float, float]]:
        return list(chain.from_iterable(lines[n] if n >= 0 else lines[~n][::-1] for n in numbers))

    land = [
        path(bent([*part, part[0]]), closed=True)
        for shape in topology["objects"]["land"]["geometries"]
        for polygon in (shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]])
        for numbers in polygon
        for part in cut(ring(numbers))
    ]
    used: Counter[int] = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        for polygon in country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]:
            used.update(n if n >= 0 else ~n for numbers in polygon for n in numbers)
    borders = [path(bent(unwound(lines[n])), closed=False) for n in sorted(used) if used[n] > 1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><!-- {SOURCE} -->\n'
        f'<path id="land" d="{"".join(land)}"/>\n<path id="borders" d="{"".join(borders)}"/>\n</svg>\n'
    )


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description="Make the map of the world that the browser shows.")
    parser.add_argument("topology", type=Path, help="countries-110m.json of the package world-atlas")
    OUT.write_text(picture(json.loads(parser.parse_args().topology.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
