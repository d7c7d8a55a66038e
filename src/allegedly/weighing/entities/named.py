"""What goes by one name in a ledger, as it is compared with others."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import msgspec

from allegedly.reading.vocabularies import rows as reading_rows
from allegedly.weighing.entities.spelling import plain
from allegedly.weighing.entities.vocabularies import rows

_DIGITS = 4
"""Binary digits of a number of articles that count."""
EXACTLY = 1 << _DIGITS
"""Fewer articles are counted one by one."""
Identity = tuple[str, str, str]
"""Folded name, kind and facet: what is named alike in these is one unless people say otherwise."""
SHOWN = 12
"""Roles and companions that are kept of one name, the most frequent; more tell nothing new."""


class Named(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All entities of articles with one name, kind and facet.

    A facet tells apart those of one name who may be two: the walk of life for people with a common name (a mayor and a
    goalkeeper), the office for who is called by a surname alone, the country and region for places.
    """

    name: str
    """Folded, as :func:`allegedly.ledger.names.folded` does it."""
    kind: str
    facet: str = ""
    shown: str = ""
    """As an article writes it."""
    articles: int = 1
    """In how many articles, as :func:`about` has it."""
    roles: tuple[str, ...] = ()
    """Words that say who it is there (*president*, *hamas*, *leader*), the most frequent first."""
    walks: frozenset[str] = frozenset()
    """Walks of life that its roles name."""
    company: frozenset[str] = frozenset()
    """Folded names that its articles name beside it."""
    also: frozenset[str] = frozenset()
    """Other names that its articles use for it, folded: abbreviations above all."""
    first: str | None = None
    last: str | None = None
    """Years of the first and the last article."""

    @property
    def identity(self) -> Identity:
        """By which it is known."""
        return self.name, self.kind, self.facet


def about(articles: int) -> int:
    """A number by its first binary digits alone: so one article more of whom a hundred have hardly ever tells anything new."""
    beyond = max(0, articles.bit_length() - _DIGITS)
    return articles >> beyond << beyond


@cache
def _walks() -> dict[str, str]:
    return {r["noun"]: r["walk"] for r in rows("walks")}


@cache
def near_walks() -> frozenset[tuple[str, str]]:
    """Pairs of walks of life that one person often has, in both orders."""
    pairs = {(r["one"], r["other"]) for r in rows("near")}
    return frozenset(pairs | {(b, a) for a, b in pairs})


@cache
def _empty() -> frozenset[str]:
    """Words of a role that do not say who it is."""
    small = "a an and as at by de for from her his in its of on one our s so than that the their to who with"
    dull = {r["noun"] for r in reading_rows("rolenouns") if r["unnamed"] == "yes"}
    return frozenset(small.split()) | dull | {"then", "ex", "current", "senior", "top", "other", "own", "old", "year", "first"}


def role_words(roles: list[str]) -> list[str]:
    """The words of roles that say who somebody is, in reading order."""
    return [word for role in roles for word in plain(role).split() if word not in _empty() and not word.isdigit()]


def walks_of(words: list[str]) -> frozenset[str]:
    """The walks of life that the words of roles name."""
    known = _walks()
    found = {known[word] for word in words if word in known}
    found.update(known[pair] for one, other in pairwise(words) if (pair := f"{one} {other}") in known)
    return frozenset(found)


def office_of(words: list[str]) -> str:
    """The first office or occupation that the words of roles name; empty where they name none."""
    known = _walks()
    for at, word in enumerate(words):
        pair = " ".join(words[at : at + 2])
        if pair in known:
            return pair
        if word in known:
            return word
    return ""
