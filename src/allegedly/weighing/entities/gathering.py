"""What single articles name, put together by name: the profiles that are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from allegedly.ledger.names import folded
from allegedly.weighing.entities.bodies import LAND, known
from allegedly.weighing.entities.named import SHOWN, Identity, Named, office_of, role_words, walks_of
from allegedly.weighing.entities.people import common, person


class Site(msgspec.Struct, frozen=True):
    """Where the gazetteer has a place."""

    country: str | None
    region: str | None
    kind: str
    """``town``, ``region``, ``country``, ``water``, ``facility``."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One entity of one article."""

    article: str
    """The article's id; those of least id are kept where not all are, so that the order of adding does not matter."""
    number: int
    kind: str
    name: str
    """As the article writes it in full."""
    roles: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other names that the article uses for it, folded."""
    company: tuple[str, ...] = ()
    """Folded names of people and bodies that the article names beside it."""
    site: Site | None = None
    day: str | None = None


def facet_of(found: Found) -> str:
    """What tells apart those of one name, by this article alone; empty where nothing does."""
    if found.kind in LAND:
        return _lies(found)
    if found.kind != "person":
        return ""
    parts = person(found.name)
    if parts is None:
        return ""
    words = role_words(list(found.roles))
    if parts.short:
        return office_of(words)
    if parts.surname in common():
        return min(walks_of(words), default="")
    return ""


def _lies(found: Found) -> str:
    site = found.site
    if site is None or site.country is None:
        return ""
    if site.kind == "country":
        return site.country
    # The gazetteer has villages of the names of states; who is read as a state is none of them.
    if site.kind == "town" and (found.kind == "state" or known(found.name, "state")):
        return ""
    return f"{site.country}/{site.region}" if site.region else site.country


class Gathering:
    """Entities of articles on their way into profiles."""

    def __init__(self) -> None:
        self._of: dict[Identity, _Profile] = {}

    def take(self, found: Found) -> Identity:
        """Take one in; by which identity it is known."""
        identity = (folded(found.name), found.kind, facet_of(found))
        profile = self._of.get(identity)
        if profile is None:
            profile = self._of[identity] = _Profile()
        profile.take(found)
        return identity

    def named(self) -> list[Named]:
        """The profiles of all that were taken in."""
        return [profile.named(identity) for identity, profile in self._of.items()]


class _Profile:
    """What is known of those with one identity."""

    __slots__ = ("also", "articles", "company", "first", "last", "roles", "shown")

    def __init__(self) -> None:
        self.articles = 0
        self.shown: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()
        self.company: Counter[str] = Counter()
        self.also: set[str] = set()
        self.first: str | None = None
        self.last: str | None = None

    def take(self, found: Found) -> None:
        self.articles += 1
        self.shown[found.name] += 1
        self.roles.update(role_words(list(found.roles)))
        self.company.update(found.company)
        self.also.update(found.also)
        if found.day:
            self.first = min(self.first or found.day, found.day)
            self.last = max(self.last or found.day, found.day)

    def named(self, identity: Identity) -> Named:
        name, kind, facet = identity
        roles = _most(self.roles)
        return Named(
            name=name,
            kind=kind,
            facet=facet,
            shown=_most(self.shown)[0],
            articles=self.articles,
            roles=roles,
            walks=walks_of(list(self.roles)),
            company=frozenset(_most(self.company)) - {name},
            also=frozenset(self.also),
            first=self.first,
            last=self.last,
        )


def _most(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda word: (-counted[word], word))[:SHOWN])


def collect(every: Iterable[Found]) -> tuple[list[Named], dict[tuple[str, int], Identity]]:
    """Profiles of all that these articles name, and by which identity each entity of an article is known."""
    gathering = Gathering()
    of = {(one.article, one.number): gathering.take(one) for one in every}
    return gathering.named(), of
