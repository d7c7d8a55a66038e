"""The gazetteer: where names lie.

Towns, provinces and counties are from GeoNames, in a read-only file; states and regions from our own vocabularies.
The file is made by ``training/gazetteer``; it is opened once a process and looked into name by name.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from allegedly.errors import BadGazetteer
from allegedly.reading.placelists import places_in
from allegedly.reading.site import Site, key_of
from allegedly.reading.vocabularies import rows

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, country TEXT, division TEXT, people INTEGER,
    level INTEGER
);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
"""


_MAGIC = b"SQLite format 3\0"
_PACKAGED = Path(str(files("allegedly.reading").joinpath("data", "gazetteer.sqlite")))


@dataclass(slots=True)
class _Chosen:
    """What this process looks names up in: a file of GeoNames' places, and a user's list beside it."""

    given: Path | None = None
    base: Path = _PACKAGED
    own: dict[str, tuple[Site, ...]] = field(default_factory=dict)


_chosen = _Chosen()


def use(path: str | Path | None) -> None:
    """Look names up in another gazetteer from here on in this process: the packaged one where ``path`` is null.

    Args:
        path: A table of places, which adds to the packaged gazetteer (see :mod:`allegedly.reading.placelists`), or an SQLite
            file as ``training/gazetteer`` makes it, which replaces it.

    Raises:
        BadGazetteer: the file is missing or is neither.
    """
    given = None if path is None else Path(path)
    if given == _chosen.given:
        return
    base, own = _PACKAGED, {}
    if given is not None:
        if _is_base(given):
            _checked(given)
            base = given
        else:
            own = places_in(given)
    _chosen.given, _chosen.base, _chosen.own = given, base, own
    for cached in (_base, _listed, divisions, abbreviations, sites):
        cached.cache_clear()


def _is_base(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False  # told when it is read as a list


def _checked(path: Path) -> None:
    remedy = "make one with training/gazetteer, or give a table of places"
    try:
        base = _opened(path)
        base.execute("SELECT id, name, latitude, longitude, country, division, people, level FROM place LIMIT 1")
        base.execute("SELECT key, place FROM name LIMIT 1")
        base.execute("SELECT code, id FROM country LIMIT 1")
        base.close()
    except sqlite3.Error as error:
        raise BadGazetteer(str(path), f"is no gazetteer ({error}); {remedy}") from error


def _opened(path: Path) -> sqlite3.Connection:
    escaped = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(f"file:{escaped}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@cache
def _base() -> sqlite3.Connection:
    return _opened(_chosen.base)


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
    """Everything that bears the name: a user's own places first, then states and regions, the others by their people."""
    key = key_of(name).removeprefix("the ")
    if not key:
        return ()
    listed = (*_chosen.own.get(key, ()), *_listed().get(key, ()))
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
