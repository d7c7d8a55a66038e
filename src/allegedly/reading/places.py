"""Places: where the article's places and states lie, by an offline gazetteer and by the company that a name keeps.

Of all places that bear a name the one is taken that is most often meant (states before regions before towns, large towns
before small ones), unless the article's other places lie near another, the paper is at home near it, or the words say
which (*Paris, Texas*). All names of an article are settled together, in a few rounds.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from allegedly.model import Article, Entity, EntityKind, Place, PlaceKind, Precision, Sense
from allegedly.model import Toponym as Mention
from allegedly.reading import gazetteer, lexicons
from allegedly.reading.ground import Ground
from allegedly.reading.site import Site, key_of
from allegedly.reading.toponyms import Toponym, find_toponyms
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_STATE, _REGION = 8.0, 6.3
"""What a state and a region weigh beside towns, which weigh the logarithm of their people (7 is ten million)."""
_SPOKEN = 5.8
"""The least that a province weighs of which news speaks much."""
_SMALLER = {"province": 0.8, "county": 0.5}
"""How much less a division weighs than a town of as many people."""
_BARE = 2.5
"""How much less a county weighs that is named without the word for it."""
_OTHERWISE = 1.5
"""How much less a town weighs that bears the name as another of its names."""
_CAPITAL = 1.0
"""How much more a capital weighs."""
_TOLD = 5.0
"""Said outright by the name after it (*Paris, Texas*), unless the two may be in a list (*Texas, California and Ohio*)."""
_NEAR, _NEAR_KM, _SAME, _COUNTRY = 1.6, 120.0, 1.2, 1.3
"""At most, for other places near it, in its division, in its country."""
_HOME, _CALLED = 0.8, 1.5
"""In the paper's country; there, and its name is part of the paper's."""
_FAR = 200
"""Kilometres from which on two sites of a name are rivals, and not one place with what surrounds it."""
_ROUNDS = 3
_CANDIDATES, _OTHERS, _SETTLED, _BEHIND = 40, 30, 300, 6
"""Places that one name may mean; names that speak for a place; names settled so; names behind one, that are looked at."""
_UNKNOWN = 0.6
"""How sure it is that a name is a place's that the recogniser did not know as one."""
_DEGREE = 111.2
"""Kilometres of a degree of latitude."""


@dataclass(slots=True, eq=False)
class _Name:
    """A name of the article with what it may mean; ``told`` are the names that stand behind it after a comma."""

    sites: list[Site]
    priors: list[float]
    told: list[str] = field(default_factory=list)
    tells: list[str] = field(default_factory=list)
    short: bool = False
    """An abbreviation of a state."""
    count: int = 0
    choice: int = 0
    sure: float = 0.5

    @property
    def site(self) -> Site:
        return self.sites[self.choice]


def locate(parse: Parse, article: Article, entities: tuple[Entity, ...]) -> tuple[list[Place], list[Entity]]:
    """The places of the article, ids ``p1`` and so on, and the entities for those of them that were not known as any.

    Names that the gazetteer lacks have no place.
    """
    toponyms = find_toponyms(parse, entities, article.dateline.span if article.dateline else None)
    names = _names(parse, toponyms)
    _settle(names, _Home.of(article))
    return _places(parse, toponyms, names, entities)


def place_grounds(parse: Parse, article: Article, entities: tuple[Entity, ...]) -> dict[tuple[str, float, float], Ground]:
    """Why each site was chosen, by its name and where it lies: by itself, or against the nearest rival of the same name.

    Args:
        parse: The article's parse.
        article: The article.
        entities: The same that were given to :func:`locate`.
    """
    names = _names(parse, find_toponyms(parse, entities, article.dateline.span if article.dateline else None))
    home = _Home.of(article)
    _settle(names, home)
    others = sorted(names.values(), key=lambda n: -n.count)[:_OTHERS]
    found: dict[tuple[str, float, float], Ground] = {}
    for key, name in names.items():
        site = name.site
        weights = [_weigh(name, i, names, others, home, key) for i in range(len(name.sites))]
        far = [i for i, other in enumerate(name.sites) if _distance(other, site) > _FAR]
        rule, said = "only place", [site.name, _where(site)]
        if far:
            rival = name.sites[max(far, key=lambda i: (weights[i], -i))]
            by_itself = name.choice == max(range(len(weights)), key=lambda i: (name.priors[i], -i))
            rule = "likeliest place" if by_itself else "place by its company"
            said += [rival.name, _where(rival)]
        found.setdefault((site.name, site.latitude, site.longitude), Ground(rule, (), tuple(said)))
    return found


def _where(site: Site) -> str:
    """A site's division and country, as far as it has them."""
    division = gazetteer.divisions().get((site.country or "", site.division)) if site.kind != "country" else None
    return ", ".join(part for part in (division, site.country) if part and part != site.name) or site.kind


# ---- names ----------------------------------------------------------------------------------------------------------------


def _names(parse: Parse, toponyms: list[Toponym]) -> dict[str, _Name]:
    found: dict[str, _Name] = {}
    for toponym in toponyms:
        key = _key(toponym)
        name = found.get(key)
        if name is None:
            sites = list(toponym.sites[:_CANDIDATES])
            name = found[key] = _Name(sites, [_prior(s, key) for s in sites])
            name.short = toponym.name in gazetteer.abbreviations()
        name.count += 1
    for this, following in pairwise(toponyms):
        between = parse.text[parse.end[this.last] : parse.start[following.first]]
        if between in (", ", " (", ",") and this.sense != "demonym" != following.sense:
            here, there = _key(this), _key(following)
            for keys, key in ((found[here].told, there), (found[there].tells, here)):
                if key not in keys and len(keys) < _BEHIND:
                    keys.append(key)
    return found


def _key(toponym: Toponym) -> str:
    if toponym.name in gazetteer.abbreviations():
        return toponym.name
    return f"{toponym.sites[0].name}'s" if toponym.sense == "demonym" else key_of(toponym.name)


def _prior(site: Site, key: str) -> float:
    if site.kind == "country" or site.own:
        return _STATE
    if site.kind in ("region", "water", "facility"):
        return _REGION
    weight = math.log10(site.people + 10) - _SMALLER.get(site.kind, 0.0)
    if site.kind == "province" and site.name in lexicons.regions():
        return max(weight, _SPOKEN)
    if site.kind == "county":
        return weight - _BARE * (key != key_of(site.name))
    if site.kind == "town":
        weight += _CAPITAL * (site.name in _capitals() and site.people > 100_000)
        weight -= _OTHERWISE * (key != key_of(site.name))
    return weight


@cache
def _capitals() -> frozenset[str]:
    return frozenset(name for name, (_, kind) in lexicons.metonyms().items() if kind == "capital")


def _settle(names: dict[str, _Name], home: _Home) -> None:
    """Choose for every name, each time anew with the others' last choices, until nothing changes."""
    for name in names.values():
        name.choice = max(range(len(name.sites)), key=lambda i: name.priors[i])
    order = sorted(names.values(), key=lambda n: -n.count)
    others = order[:_OTHERS]
    for _ in range(_ROUNDS):
        changed = False
        for key, name in list(names.items())[:_SETTLED]:
            weights = [_weigh(name, i, names, others, home, key) for i in range(len(name.sites))]
            best = max(range(len(weights)), key=lambda i: (weights[i], -i))
            changed |= best != name.choice
            name.choice = best
            far = [w for i, w in enumerate(weights) if _distance(name.sites[i], name.sites[best]) > _FAR]
            lead = weights[best] - max(far) if far else 3.0
            name.sure = round(min(0.97, 0.55 + 0.14 * max(0.0, lead)), 2)
        if not changed:
            break


def _weigh(
    name: _Name,
    i: int,
    names: dict[str, _Name],
    others: list[_Name],
    home: _Home,
    key: str,
) -> float:
    site = name.sites[i]
    weight = name.priors[i]
    if len(name.sites) == 1:
        return weight
    if any(_inside(site, larger) for t in name.told if not _next(name, names[t]) for larger in names[t].sites):
        weight += _TOLD
    if any(_inside(smaller, site) for t in name.tells if not _next(names[t], name) for smaller in names[t].sites):
        weight += _TOLD
    listed = [names[t] for t in name.told if _next(name, names[t])]
    if site.country and site.country == home.country:
        weight += _HOME * (1 if home.sure else 0.5) + _CALLED * (len(key) > 4 and key.replace(" ", "") in home.letters)
    near = same = country = 0.0
    for other in others:
        if other is name or other in listed:
            continue
        there = other.site
        if site.country is None or there.country != site.country:
            continue
        country += 1
        if site.division and site.division == there.division:
            same += 1
        if there.kind in ("town", "county", "facility"):
            near += math.exp(-_distance(site, there) / _NEAR_KM)
    if site.kind == "country" and country:
        near = same = 0.8
    return weight + _NEAR * min(near, 2) + _SAME * min(same, 2) + _COUNTRY * min(country, 3) / 1.5


def _next(name: _Name, following: _Name) -> bool:
    """Whether a name behind a state's may be the next in a list: one of its kind, in full."""
    kind = name.sites[0].kind
    return kind in ("country", "province") and following.sites[0].kind == kind and not following.short


def _distance(a: Site, b: Site) -> float:
    """Kilometres, on a flat Earth: near enough for what is near."""
    across = abs(a.longitude - b.longitude)
    across = min(across, 360 - across) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return _DEGREE * math.hypot(a.latitude - b.latitude, across)


def _inside(site: Site, larger: Site) -> bool:
    if site.country is None or site.country != larger.country:
        return False
    if larger.kind == "country":
        return site.kind != "country"
    if larger.kind == "province":
        return site.kind in ("town", "county", "facility") and site.division == larger.division
    if larger.kind == "county":
        return site.kind == "town" and site.division == larger.division and _distance(site, larger) < 80
    return False


# ---- home -----------------------------------------------------------------------------------------------------------------


@dataclass(slots=True, frozen=True)
class _Home:
    """Where the article's paper is at home, as far as its address and the dateline tell."""

    country: str | None
    letters: str
    """Of the outlet's name and of its address; a town's name may stand in them."""
    sure: bool

    @classmethod
    def of(cls, article: Article) -> _Home:
        """The home of an article's paper."""
        host = _host(article)
        letters = re.sub(r"[^a-z]", "", f"{article.outlet or ''} {host}".lower())
        ending = host.rpartition(".")[2].upper()
        code = {"UK": "GB"}.get(ending, ending)
        if code in _codes():
            return cls(code, letters, sure=True)
        place = article.dateline.place if article.dateline else None
        for part in (place.rpartition(",")[2].strip(), place.partition(",")[0].strip()) if place else ():
            known = gazetteer.sites(part)
            if len(known) == 1 or (known and known[0].kind in ("country", "province")):
                return cls(known[0].country, letters, sure=True)
        # A general address is most often American.
        return cls("US" if ending in ("COM", "NET", "ORG", "US") else None, letters, sure=False)


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("countries"))


def _host(article: Article) -> str:
    """Name of the machine on which the outlet publishes."""
    if article.url and "://" in article.url[:12]:
        try:
            return urlsplit(article.url).hostname or ""
        except ValueError:
            return ""
    return article.outlet.lower() if article.outlet and re.fullmatch(r"[\w-]+(\.[\w-]+)+", article.outlet) else ""


# ---- records --------------------------------------------------------------------------------------------------------------


def _places(
    parse: Parse, toponyms: list[Toponym], names: dict[str, _Name], entities: tuple[Entity, ...]
) -> tuple[list[Place], list[Entity]]:
    """A place for each entity that lies somewhere, and for each place that is no entity yet, by its first name."""
    here: dict[str, _Name] = {}
    there: dict[Site, str] = {}
    named: dict[str, list[Toponym]] = {}
    left: list[Toponym] = []
    for toponym, entity in zip(toponyms, _entities(parse, toponyms, entities), strict=True):
        name = names[_key(toponym)]
        if entity is None or here.setdefault(entity, name).site != name.site:
            left.append(toponym)
            continue
        there.setdefault(name.site, entity)
        named.setdefault(entity, []).append(toponym)
    others: dict[str, Entity] = {}
    for toponym in sorted(left, key=lambda t: t.sense == "demonym"):
        name = names[_key(toponym)]
        entity = there.get(name.site)
        if entity is None:
            if toponym.sense == "demonym":
                continue  # a people by itself is no place
            entity = there[name.site] = f"e{len(entities) + len(others) + 1}"
            here[entity] = name
            kind: EntityKind = "state" if name.site.kind == "country" else "place"
            others[entity] = Entity(
                id=entity, kind=kind, name=parse.slice(toponym.first, toponym.last), mentions=(), confidence=_UNKNOWN
            )
        named.setdefault(entity, []).append(toponym)
    for entity, other in others.items():
        spans = sorted(parse.span(t.first, t.last) for t in named[entity] if t.sense != "demonym")
        others[entity] = msgspec.structs.replace(other, mentions=tuple(spans))
    order = sorted(named.items(), key=lambda pair: (min(t.first for t in pair[1]), pair[0]))
    return [_place(parse, f"p{i}", entity, here[entity], those) for i, (entity, those) in enumerate(order, 1)], [*others.values()]


def _place(parse: Parse, number: str, entity: str, name: _Name, toponyms: list[Toponym]) -> Place:
    site = name.site
    return Place(
        id=number,
        entity=entity,
        name=site.name,
        latitude=site.latitude,
        longitude=site.longitude,
        country=site.country,
        geonames=site.geonames,
        region=gazetteer.divisions().get((site.country or "", site.division)) if site.kind != "country" else None,
        kind=_KINDS[site.kind],
        precision=_PRECISIONS[site.kind],
        toponyms=tuple(
            Mention(span=parse.span(t.first, t.last), sense=_sense(parse, t, site))
            for t in sorted(toponyms, key=lambda t: t.first)
        ),
        confidence=name.sure,
    )


_KINDS: dict[str, PlaceKind] = {
    "town": "town",
    "country": "country",
    "province": "region",
    "county": "region",
    "region": "region",
    "water": "water",
    "facility": "facility",
}
_PRECISIONS: dict[str, Precision] = {
    "town": "town",
    "country": "country",
    "province": "region",
    "county": "region",
    "region": "region",
    "water": "region",
    "facility": "exact",
}
_STILL = frozenset("is are was were be been has have had lies lie lay sits borders remains became remained".split())
"""Verbs of which a place itself is the subject."""


def _sense(parse: Parse, toponym: Toponym, site: Site) -> Sense:
    """What the name is here; a state or a capital that does something stands for those who govern it."""
    if toponym.sense != "place" or not (site.kind == "country" or site.name in _capitals()):
        return toponym.sense
    head = parse.head_of(toponym.first, toponym.last)
    verb = parse.head[head]
    acts = parse.dep[head] == "nsubj" and parse.tag[verb].startswith("VB") and parse.lower[verb] not in _STILL
    by = parse.dep[head] == "pobj" and parse.dep[verb] == "agent"
    return "metonym" if acts or by else "place"


def _entities(parse: Parse, toponyms: list[Toponym], entities: tuple[Entity, ...]) -> list[str | None]:
    """The entity that each toponym names: of those in whose mentions it stands, the one of the shortest."""
    spans = [(span, e.id) for e in entities if e.kind in ("place", "state") for span in e.mentions]
    at: dict[int, str] = {}
    for span, entity in sorted(spans, key=lambda pair: pair[0][0] - pair[0][1]):
        for token in parse.tokens(span):
            at[token] = entity
    return [at.get(t.first) if t.sense == "place" else None for t in toponyms]
