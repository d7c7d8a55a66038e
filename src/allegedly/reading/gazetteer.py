"""The gazetteer: where names lie.

Towns, provinces and counties are from GeoNames, in a read-only file; states and regions from our own vocabularies.
The file is made by ``training/gazetteer``; it is opened once a process and looked into name by name.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from allegedly.reading.vocabularies import rows

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, country TEXT, division TEXT, people INTEGER,
    level INTEGER
);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
"""
_NOT_LETTERS = re.compile(r"[^\w]+")
_SILENT = re.compile(r"['’‘ʼ`´.]")


@dataclass(slots=True, frozen=True)
class Site:
    """A place of the gazetteer.

    ``kind`` is ``town``, ``country``, ``province`` (a first-level division), ``county`` (a second-level one), or a kind of
    ``regions.tsv``: region, water, facility.
    """

    name: str
    kind: str
    latitude: float
    longitude: float
    country: str | None
    geonames: int | None
    people: int = 0
    division: str = ""
    """Code of the first-level division; in the United States the state's abbreviation."""


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
    found: dict[str, tuple[Site, ...]] = {}
    for row in rows("countries"):
        site = Site(row["name"], "country", float(row["latitude"]), float(row["longitude"]), row["code"], ids.get(row["code"]))
        for called in (row["name"], *filter(None, row["also"].split("|"))):
            found.setdefault(key_of(called), (site,))
    for row in rows("regions"):
        site = _region(row)
        for called in (row["name"], *filter(None, row["also"].split("|"))):
            key = key_of(called)
            found[key] = (*found.get(key, ()), site)
    return found


def _region(row: dict[str, str]) -> Site:
    """A region of the vocabulary; where it is a province too, it has that one's number and code."""
    place = (float(row["latitude"]), float(row["longitude"]), row["country"] or None)
    if row["country"] and row["kind"] == "region":
        key = key_of(row["name"]).removesuffix(" state")
        query = (
            "SELECT place.id, people, division FROM name JOIN place ON place.id = name.place "
            "WHERE key = ? AND country = ? AND level = 1"
        )
        for number, people, division in _base().execute(query, (key, row["country"])):
            return Site(row["name"], "province", *place, number if number > 0 else None, people, division)
    return Site(row["name"], row["kind"], *place, None)


@cache
def divisions() -> dict[tuple[str, str], str]:
    """Names of the first-level divisions by country and code."""
    return {(c, d): n for n, c, d in _base().execute("SELECT name, country, division FROM place WHERE level = 1")}


@cache
def abbreviations() -> dict[str, tuple[Site, bool]]:
    """Short names of states and provinces as the press writes them; true with those that need a town before them."""
    found = {}
    for row in rows("divisions"):
        for site in sites(row["name"]):
            if site.kind == "province" and (site.country, site.division) == (row["country"], row["division"]):
                found[row["short"]] = site, row["after"] == "yes"
                break
    return found


@lru_cache(maxsize=8192)
def sites(name: str) -> tuple[Site, ...]:
    """Everything that bears the name, states and regions first, the others by the number of their people."""
    key = key_of(name).removeprefix("the ")
    if not key:
        return ()
    listed = _listed().get(key, ())
    provinces = {(s.country, s.division) for s in listed if s.kind == "province"}
    return (*listed, *(s for s in _looked_up(key) if s.kind != "province" or (s.country, s.division) not in provinces))


_KINDS = ("town", "province", "county")
"""By level."""


def _looked_up(key: str) -> list[Site]:
    query = (
        "SELECT place.name, level, latitude, longitude, country, place.id, people, division "
        "FROM name JOIN place ON place.id = name.place "
        "WHERE key = ? ORDER BY people DESC, place.id LIMIT 60"
    )
    found = _base().execute(query, (key,))
    return [Site(n, _KINDS[k], la, lo, c, i if i > 0 else None, p, d) for n, k, la, lo, c, i, p, d in found]
