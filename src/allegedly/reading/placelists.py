"""A user's own list of places: a table with a line for each, which adds to the gazetteer.

UTF-8, tabs between the columns, their names in the first line: ``name``, ``latitude`` and ``longitude``, and if wanted
``also`` (other names, with ``|`` between them), ``kind`` (town, region, country, water, facility), ``country`` (its ISO
code), ``people`` and ``geonames``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from allegedly.errors import BadGazetteer
from allegedly.reading.site import Site, key_of

_NEEDED = ("name", "latitude", "longitude")
_KNOWN = (*_NEEDED, "also", "kind", "country", "people", "geonames")
_KINDS = ("town", "region", "country", "water", "facility")
_MOST = 1_000_000
"""Lines in a list."""
_MANY = 100
"""Names of one place."""


def places_in(path: Path) -> dict[str, tuple[Site, ...]]:
    """The places of a list by the keys of all their names, in its order.

    Raises:
        BadGazetteer: the file is missing, is no such table, or has a line that is none; the message says which.
    """
    found: dict[str, tuple[Site, ...]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            head = lines.fieldnames or []
            for column in _NEEDED:
                if column not in head:
                    raise BadGazetteer(
                        str(path), f"has no column {column!r}; name the columns in its first line, tabs between them"
                    )
            for column in head:
                if column not in _KNOWN:
                    raise BadGazetteer(str(path), f"has a column {column!r}; it may have {', '.join(_KNOWN)}")
            for number, row in enumerate(lines, 2):
                if number > _MOST:
                    raise BadGazetteer(str(path), f"has more than {_MOST:,} lines; give it in parts")
                site, names = _site(path, number, row)
                for key in names:
                    found[key] = (*found.get(key, ()), site)[:_MANY]
    except FileNotFoundError:
        raise BadGazetteer(str(path), "there is no such file; give a table of places or a gazetteer's SQLite file") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = f"cannot be read ({' '.join(str(error).split())[:120]}); give a table in UTF-8 with tabs between the columns"
        raise BadGazetteer(str(path), reason) from error
    return found


def _site(path: Path, number: int, row: dict[str, str | None]) -> tuple[Site, Iterator[str]]:
    values = {column: (value or "").strip() for column, value in row.items() if isinstance(value, str)}
    name, kind = values.get("name", ""), values.get("kind") or "town"
    country = values.get("country") or None
    if not key_of(name):
        raise BadGazetteer(str(path), f"line {number} has no name; give it one or take the line out")
    if kind not in _KINDS:
        raise BadGazetteer(str(path), f"line {number} is of the kind {kind!r}; write {', '.join(_KINDS)}")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise BadGazetteer(str(path), f"line {number} lies in the country {country!r}; write its two letters, as KE")
    site = Site(
        name,
        kind,
        _number(path, number, values, "latitude", 90),
        _number(path, number, values, "longitude", 180),
        country,
        _whole(path, number, values, "geonames"),
        _whole(path, number, values, "people") or 0,
        own=True,
    )
    also = values.get("also", "").split("|")[:_MANY]
    return site, (key for key in dict.fromkeys(key_of(called) for called in (name, *also)) if key)


def _number(path: Path, number: int, values: dict[str, str], column: str, most: int) -> float:
    try:
        value = float(values.get(column, ""))
    except ValueError:
        value = most + 1.0
    if not -most <= value <= most:
        given = values.get(column, "")[:40]
        raise BadGazetteer(str(path), f"line {number} has the {column} {given!r}; write degrees between -{most} and {most}")
    return value


def _whole(path: Path, number: int, values: dict[str, str], column: str) -> int | None:
    given = values.get(column, "")
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < 16):
        raise BadGazetteer(str(path), f"line {number} has {given[:40]!r} under {column}; write a whole number or nothing")
    return int(given)
