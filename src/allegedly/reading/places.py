"""Places: where the article's places and states lie, by an offline gazetteer and by the company that a name keeps.

Of all places that bear a name the one is taken that is most often meant (states before regions before towns, large towns
before small ones), unless the article speaks of another country, or says which (*Paris, Texas*).
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from allegedly.model import Article, Entity, Place
from allegedly.reading import gazetteer, lexicons
from allegedly.reading.gazetteer import Site
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_STATE, _REGION = 9.0, 6.6
"""What a state and a region weigh beside towns, which weigh the logarithm of their people (7 is ten million)."""
_TOLD = 6.0
"""Said outright by the name after it: *Paris, Texas*."""
_SPOKEN_OF = 1.6
"""The article speaks of its country."""
_AT_HOME = 1.0
"""The dateline lies in its country."""
_PAIR = 40
"""Characters after a name in which the name of a larger place may begin."""


def locate(parse: Parse, article: Article, entities: tuple[Entity, ...]) -> list[Place]:
    """The places of the article, ids ``p1`` … in the order of the entities that lie there; unknown names have none."""
    wanted = [e for e in entities if e.kind in ("place", "state")]
    spoken = _countries(parse, wanted)
    home = _home(article)
    found: list[Place] = []
    for entity in wanted:
        choice = _choose(entity, _told(parse, entity), spoken, home)
        if choice is None:
            continue
        site, sure = choice
        found.append(
            Place(
                id=f"p{len(found) + 1}",
                entity=entity.id,
                name=site.name,
                latitude=site.latitude,
                longitude=site.longitude,
                country=site.country,
                geonames=site.geonames,
                confidence=sure,
            )
        )
    return found


def _choose(entity: Entity, told: Site | None, spoken: Counter[str], home: str | None) -> tuple[Site, float] | None:
    """The site that is meant by an entity's name, and how sure that is."""
    weighed = []
    for order, site in enumerate(gazetteer.sites(entity.name)):
        weight = _STATE if site.kind == "country" else _REGION if site.kind != "town" else math.log10(site.people + 10)
        if told is not None and _inside(site, told):
            weight += _TOLD
        if site.country and site.kind != "country":
            weight += _SPOKEN_OF * min(2, spoken[site.country]) / 2 + _AT_HOME * (site.country == home)
        weighed.append((weight, -order, site))
    if not weighed:
        return None
    weighed.sort(reverse=True)
    weight, _, site = weighed[0]
    rivals = [w for w, _, other in weighed[1:] if abs(other.latitude - site.latitude) + abs(other.longitude - site.longitude) > 2]
    lead = weight - rivals[0] if rivals else 3.0
    return site, round(min(0.97, 0.55 + 0.14 * max(0.0, lead)), 2)


def _inside(site: Site, larger: Site) -> bool:
    if larger.kind == "country":
        return site.country == larger.country and site.kind != "country"
    return site.country == larger.country == "US" and site.division == gazetteer.divisions().get(
        gazetteer.key_of(larger.name), "-"
    )


def _told(parse: Parse, entity: Entity) -> Site | None:
    """The state or region whose name follows a mention after a comma."""
    for _, end in entity.mentions[:8]:
        after = parse.text[end : end + _PAIR]
        if not after.startswith(", "):
            continue
        words = after[2:].replace(",", " ,").replace(".", " .").split()
        for length in (3, 2, 1):
            if len(words) >= length and words[0][:1].isupper():
                for site in gazetteer.sites(" ".join(words[:length])):
                    if site.kind in ("country", "region"):
                        return site
    return None


def _countries(parse: Parse, entities: list[Entity]) -> Counter[str]:
    """How often the article speaks of each country, by its name or its adjective."""
    spoken: Counter[str] = Counter()
    for entity in entities:
        known = gazetteer.sites(entity.name)
        if known and known[0].kind in ("country", "region") and known[0].country:
            spoken[known[0].country] += len(entity.mentions)
    codes = _codes()
    for name in parse.names:
        if name.label == "NORP":
            state = lexicons.demonyms().get(parse.slice(name.first, name.last))
            if state in codes:
                spoken[codes[state]] += 1
    return spoken


def _codes() -> dict[str, str]:
    return {row["name"]: row["code"] for row in rows("countries")}


def _home(article: Article) -> str | None:
    """Country in which the dateline lies."""
    place = article.dateline.place if article.dateline else None
    if not place:
        return None
    for part in (place.rpartition(",")[2].strip(), place.partition(",")[0].strip()):
        known = gazetteer.sites(part)
        if known:
            return known[0].country
    return None
