"""The gazetteer: where names lie. Towns from GeoNames in a read-only file, states and regions from our own vocabularies.

The file is made by ``training/gazetteer``; it is opened once a process and looked into name by name.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allegedly.reading.vocabularies import rows

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, country TEXT, division TEXT, people INTEGER
);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
CREATE TABLE state (key TEXT PRIMARY KEY, code TEXT, id INTEGER) WITHOUT ROWID;
"""
_NOT_LETTERS = re.compile(r"[^\w]+")
_SILENT = re.compile(r"['’‘ʼ`´.]")


@dataclass(slots=True, frozen=True)
class Site:
    """A place of the gazetteer. ``kind`` is ``town``, ``country``, or a kind of ``regions.tsv``: region, water, facility."""

    name: str
    kind: str
    latitude: float
    longitude: float
    country: str | None
    geonames: int | None
    people: int = 0
    division: str = ""
    """First-level division; in the United States the state's abbreviation."""


def key_of(name: str) -> str:
    """A name without accents, apostrophes and case, its words parted by single spaces: what names are compared by."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_LETTERS.sub(" ", _SILENT.sub("", plain).casefold()).strip()


@cache
def _base() -> sqlite3.Connection:
    path = str(files("allegedly.reading").joinpath("data", "gazetteer.sqlite"))
    return sqlite3.connect(
        f"file:{path.replace('?', '%3f').replace('#', '%23')}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


@cache
def _listed() -> dict[str, tuple[Site, ...]]:
    """States and regions by the keys of all their names."""
    ids = dict(_base().execute("SELECT code, id FROM country"))
    states = {key: number for key, _, number in _base().execute("SELECT key, code, id FROM state")}
    found: dict[str, tuple[Site, ...]] = {}
    for row in rows("countries"):
        site = Site(row["name"], "country", float(row["latitude"]), float(row["longitude"]), row["code"], ids.get(row["code"]))
        for called in (row["name"], *filter(None, row["also"].split("|"))):
            found.setdefault(key_of(called), (site,))
    for row in rows("regions"):
        number = states.get(key_of(row["name"]).removesuffix(" state"))
        place = (float(row["latitude"]), float(row["longitude"]), row["country"] or None)
        site = Site(row["name"], row["kind"], *place, number if row["country"] == "US" else None)
        for called in (row["name"], *filter(None, row["also"].split("|"))):
            key = key_of(called)
            found[key] = (*found.get(key, ()), site)
    return found


@cache
def divisions() -> dict[str, str]:
    """Abbreviation of each American state by the key of its name, and by its own."""
    found = dict(_base().execute("SELECT key, code FROM state"))
    return found | {code.lower(): code for code in found.values()}


def sites(name: str) -> tuple[Site, ...]:
    """Everything that bears the name, states and regions first, towns by the number of their people."""
    key = key_of(name).removeprefix("the ")
    return (*_listed().get(key, ()), *_towns(key)) if key else ()


def _towns(key: str) -> list[Site]:
    query = (
        "SELECT place.name, latitude, longitude, country, place.id, people, division "
        "FROM name JOIN place ON place.id = name.place "
        "WHERE key = ? ORDER BY people DESC, place.id LIMIT 60"
    )
    return [Site(n, "town", la, lo, c, i, p, d) for n, la, lo, c, i, p, d in _base().execute(query, (key,))]
