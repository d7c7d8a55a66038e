"""A site: one place that bears a name, and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

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
    own: bool = False
    """From a user's list."""


def key_of(name: str) -> str:
    """A name without accents, apostrophes and case, its words parted by single spaces: what names are compared by."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_LETTERS.sub(" ", _SILENT.sub("", plain).casefold()).strip()
