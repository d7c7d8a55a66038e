"""What single articles name, put together by name: the profiles that are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec

from allegedly.ledger.names import folded
from allegedly.weighing.entities.bodies import LAND, known
from allegedly.weighing.entities.named import SHOWN, Identity, Named, about, office_of, role_words, walks_of
from allegedly.weighing.entities.people import common, person

_SAMPLES = 12
"""Articles of which roles and companions are kept; more tell nothing new."""
COMPANY = 5
"""Companions that are kept of one article."""
_SPELLINGS = 8
_NAMES = 24
_YEAR = 4
"""Characters of a day that say in which year it is."""
_ID = 16
"""Characters of an article's id that tell it from others."""


Looks = tuple[str, tuple[str, ...]] | None
"""How a name is written, and what else articles call who has it."""


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


class Sample(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """What one article says of an entity."""

    article: str
    roles: tuple[str, ...]
    """Words of its roles."""
    company: tuple[str, ...]


class Profile(msgspec.Struct, array_like=True, gc=False):
    """What is known of all with one identity; what two parts of the articles give, put together, is what all of them give."""

    articles: int = 0
    shown: dict[str, int] = {}
    first: str | None = None
    last: str | None = None
    also: list[str] = []
    samples: list[Sample] = []
    """Of the articles with the least ids, so many as are kept."""

    def take(self, found: Found) -> None:
        """Take in one more article's entity."""
        self.articles += 1
        if found.name in self.shown or len(self.shown) < _SPELLINGS:
            self.shown[found.name] = self.shown.get(found.name, 0) + 1
        if found.day:
            self.first = min(self.first or found.day, found.day)
            self.last = max(self.last or found.day, found.day)
        if found.also:
            self.also = sorted({*self.also, *found.also})[:_NAMES]
        if found.kind == "person" or found.roles:
            own = found.article[:_ID], tuple(role_words(list(found.roles))[:SHOWN]), found.company[:COMPANY]
            if (own[1] or own[2]) and (len(self.samples) < _SAMPLES or own < msgspec.structs.astuple(self.samples[-1])):
                self.samples = sorted([*self.samples, Sample(*own)])[:_SAMPLES]

    @property
    def looks(self) -> Looks:
        """All of it by which others are found for it; null where nobody has it."""
        if not self.articles:
            return None
        if len(self.shown) == 1:
            return next(iter(self.shown)), tuple(self.also)
        return min(self.shown, key=lambda spelling: (-self.shown[spelling], spelling), default=""), tuple(self.also)

    @staticmethod
    def looking(identity: Identity, looks: Looks) -> Named:
        """No more than what others are found by."""
        shown, also = looks or ("", ())
        return Named(name=identity[0], kind=identity[1], facet=identity[2], shown=shown or identity[0], also=frozenset(also))

    def named(self, identity: Identity) -> Named:
        """As it is compared."""
        name, kind, facet = identity
        roles = [sample.roles for sample in self.samples if sample.roles]
        return Named(
            name=name,
            kind=kind,
            facet=facet,
            shown=(self.looks or (name,))[0] or name,
            articles=about(self.articles),
            roles=_most(roles),
            walks=frozenset().union(*(walks_of(list(own)) for own in roles)),
            company=frozenset(_most([sample.company for sample in self.samples if sample.company])) - {name},
            also=frozenset(self.also),
            first=self.first and self.first[:_YEAR],
            last=self.last and self.last[:_YEAR],
        )


def _most(told: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The most frequent of what several articles tell."""
    if not told:
        return ()
    counted = Counter(chain.from_iterable(told))
    return tuple(sorted(counted, key=lambda word: (-counted[word], word))[:SHOWN])


def identity_of(found: Found) -> Identity:
    """By which identity an article's entity is known."""
    return folded(found.name), found.kind, facet_of(found)


def collect(every: Iterable[Found]) -> tuple[list[Named], dict[tuple[str, int], Identity]]:
    """Profiles of all that these articles name, and by which identity each entity of an article is known."""
    profiles: dict[Identity, Profile] = {}
    of = {}
    for one in every:
        identity = of[one.article, one.number] = identity_of(one)
        profiles.setdefault(identity, Profile()).take(one)
    return [profile.named(identity) for identity, profile in profiles.items()], of
