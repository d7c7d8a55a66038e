"""What a ledger's articles name, as it is gathered: entities of articles that go by names, with roles, places and companions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from allegedly.ledger.names import folded
from allegedly.weighing.entities.bodies import BODY, calls, known
from allegedly.weighing.entities.gathering import COMPANY, Found, Site


class Loaded(msgspec.Struct, frozen=True):
    """An entity of an article, and the one across articles that it is taken for."""

    found: Found
    row: int
    """The article's."""
    entity: int
    told: bool
    """Whether a person said for whom it is taken."""


def unweighed(connection: sqlite3.Connection, step: str) -> list[int]:
    """Articles that are read and that this step has not seen to, in the order in which they were added."""
    rows = connection.execute(
        "SELECT article FROM readings r WHERE replaced IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM weighed w WHERE w.article = r.article AND w.step = ?) ORDER BY article",
        (step,),
    )
    return [row for (row,) in rows]


def of_article(connection: sqlite3.Connection, row: int) -> list[Loaded]:
    """The entities of one article that are taken for some across articles."""
    name, day, text = connection.execute("SELECT id, published, text FROM articles WHERE article = ?", (row,)).fetchone()
    roles: dict[int, list[str]] = {}
    for entity, start, end in connection.execute(
        "SELECT entity, start, end FROM roles WHERE article = ? ORDER BY entity, number", (row,)
    ):
        roles.setdefault(entity, []).append(text[start:end])
    sites = {
        entity: Site(country, region, kind)
        for entity, country, region, kind in connection.execute(
            "SELECT p.entity, s.country, s.region, s.kind FROM places p JOIN sites s USING (site) WHERE p.article = ?"
            " ORDER BY p.number DESC",
            (row,),
        )
    }
    every = connection.execute(
        "SELECT x.number, x.start, x.end, x.name, e.kind, x.entity, e.name,"
        " z.words LIKE 'split by %' OR z.words LIKE 'merged by %' FROM article_entities x JOIN entities e USING (entity)"
        " LEFT JOIN reasons z USING (reason) WHERE x.article = ? ORDER BY x.number",
        (row,),
    ).fetchall()
    named = []
    for number, start, end, own, kind, entity, whole, told in every:
        words = whole if told else text[start:end] if own is None else own
        named.append((number, " ".join(words.split()), kind, entity, bool(told)))
    company = [
        folded(words)
        for _, words, kind, *_ in named
        if kind in ("person", "organisation") and len(words.split()) > 1 and not known(words, "organisation")
    ]
    made = []
    for number, words, kind, entity, told in named:
        key = folded(words)
        if not key:
            continue
        beside = tuple([other for other in company if other != key][:COMPANY]) if kind == "person" else ()
        found = Found(
            article=name.removeprefix("sha256:"),
            number=number,
            kind=kind,
            name=words,
            roles=tuple(roles.get(number, ())),
            also=_also(connection, entity, key) if kind in BODY else (),
            company=beside,
            site=sites.get(number),
            day=day,
        )
        made.append(Loaded(found, row, entity, told))
    return made


def _also(connection: sqlite3.Connection, entity: int, key: str) -> tuple[str, ...]:
    """The other names of a body that tell something."""
    also = [name for (name,) in connection.execute("SELECT name FROM names WHERE entity = ? AND NOT main", (entity,))]
    if not also:
        return ()
    short = {name for name in also if len(name.replace(" ", "")) <= 8 and len(name.split()[0]) <= 8 and len(name) < len(key)}
    return tuple(sorted(calls(key, frozenset(also)) | {name for name in short if name.replace(" ", "").isalnum()}))[:8]


def members(connection: sqlite3.Connection, entity: int) -> Iterator[Loaded]:
    """The entities of articles that are taken for this one, by articles that are weighed."""
    rows = connection.execute(
        "SELECT DISTINCT x.article FROM article_entities x JOIN weighed w ON w.article = x.article AND w.step = 'entities'"
        " WHERE x.entity = ? ORDER BY x.article",
        (entity,),
    ).fetchall()
    for (row,) in rows:
        yield from (one for one in of_article(connection, row) if one.entity == entity)
