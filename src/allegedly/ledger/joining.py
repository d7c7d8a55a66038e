"""Entities across articles that people merge or split: the names say who is one, and a person knows better.

A *merge* says that two or more entities are one; it holds for the articles that are there and for those to come. A *split*
says that what one article names is another one than the ledger took it for, and which.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

import msgspec

from allegedly.errors import BadReview
from allegedly.ledger.names import folded
from allegedly.ledger.overlay import Orphan
from allegedly.ledger.reviews import Review, across, identified, in_force

GONE_ENTITY = "no article of this ledger names"
Named = tuple[str, str]
"""The folded full name and the kind of an entity."""


def merges(connection: sqlite3.Connection) -> list[Review]:
    """The merges in force, the earliest first."""
    return [r for r in in_force(across(connection)) if r.verdict == "merge" and "entities" in (r.before or {})]


def merge_review(connection: sqlite3.Connection, blank: Review, names: tuple[str, ...]) -> Review:
    """The decision that these entities are one, which goes by the first name.

    Raises:
        BadReview: There are fewer than two, or one is not in the ledger, or not alone with its name.
    """
    found = [_entity(connection, name) for name in names]
    if len(set(found)) < 2:
        raise BadReview(names[0], "one entity alone cannot be merged; name two or more, the one that the name is kept of first")
    plain = [{"name": name, "kind": kind} for name, kind in dict.fromkeys(found)]
    over = tuple(r.id for r in across(connection) if any(one in plain for one in (r.before or {}).get("entities", ())))
    return identified(msgspec.structs.replace(blank, before={"entities": plain}, after={"entity": plain[0]}, over=over))


def _entity(connection: sqlite3.Connection, given: str) -> Named:
    """The entity of this name in the ledger; ``person:Ana Ruiz`` where several kinds have the name."""
    kind, _, name = given.rpartition(":")
    rows = connection.execute(
        "SELECT DISTINCT n.name, e.kind FROM names n JOIN entities e USING (entity) WHERE n.name = ? AND n.main"
        " AND (e.kind = ? OR ? = '')",
        (folded(name), kind, kind),
    ).fetchall()
    if not rows:
        raise BadReview(given, "the ledger has no entity of this full name; 'allegedly find' with --by shows names")
    if len(rows) > 1:
        kinds = " or ".join(f"{kind}:{name}" for _, kind in sorted(rows))
        raise BadReview(given, f"several kinds have this name; write {kinds}")
    return rows[0][0], rows[0][1]


def put_merges(connection: sqlite3.Connection, regather: Callable[[int], None]) -> None:
    """Work out anew who is one by the merges in force, and gather the articles of those anew for whom that changed.

    Args:
        connection: The ledger, inside a transaction.
        regather: Puts an article's findings in anew.
    """
    before = dict(_merged(connection))
    connection.execute("DELETE FROM merged")
    into: dict[Named, tuple[Named, Review]] = {}
    for review in merges(connection):
        first, *rest = [(one["name"], one["kind"]) for one in (review.before or {})["entities"]]
        root = _root(first, into)
        for one in rest:
            other = _root(one, into)
            if other != root:
                into[other] = (root, review)
    for one, (_, review) in into.items():
        name, kind = _root(one, into)
        connection.execute("INSERT INTO merged VALUES (?, ?, ?, ?, ?, ?)", (*one, name, kind, review.who, review.why))
    after = dict(_merged(connection))
    changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    names = changed | {before[one] for one in changed & before.keys()}
    articles: set[int] = set()
    for name, kind in names:
        rows = connection.execute(
            "SELECT x.article FROM names n JOIN entities e USING (entity) JOIN article_entities x USING (entity)"
            " WHERE n.name = ? AND n.main AND e.kind = ?",
            (name, kind),
        )
        articles.update(row for (row,) in rows)
    for row in sorted(articles):
        regather(row)


def _merged(connection: sqlite3.Connection) -> Iterable[tuple[Named, Named]]:
    for name, kind, into_name, into_kind in connection.execute("SELECT name, kind, into_name, into_kind FROM merged"):
        yield (name, kind), (into_name, into_kind)


def _root(one: Named, into: dict[Named, tuple[Named, Review]]) -> Named:
    while one in into:
        one = into[one][0]
    return one


def gather(connection: sqlite3.Connection, row: int, taken: Mapping[str, tuple[str, Review]]) -> None:
    """Take an article's entities for those that people say they are. Inside a transaction.

    Args:
        connection: The ledger.
        row: The article.
        taken: Names of those that single entities of the article are taken for, by their ids, with the review that says so.
    """
    for number, (name, review) in taken.items():
        kind = connection.execute(
            "SELECT coalesce(x.kind, e.kind) FROM article_entities x LEFT JOIN entities e USING (entity)"
            " WHERE x.article = ? AND x.number = ?",
            (row, int(number[1:])),
        ).fetchone()[0]
        _take_for(connection, row, int(number[1:]), (folded(name), kind), name, f"split by {review.who}: {review.why}")
    if not connection.execute("SELECT 1 FROM merged LIMIT 1").fetchone():
        return
    joined = connection.execute(
        "SELECT x.number, m.into_name, m.into_kind, m.who, m.why FROM article_entities x JOIN entities e USING (entity)"
        " JOIN names n ON n.entity = e.entity AND n.main JOIN merged m ON m.name = n.name AND m.kind = e.kind"
        " WHERE x.article = ?",
        (row,),
    )
    for own, into, kind, who, why in joined.fetchall():
        _take_for(connection, row, own, (into, kind), None, f"merged by {who}: {why}")


def _take_for(connection: sqlite3.Connection, row: int, number: int, named: Named, shown: str | None, reason: str) -> None:
    """Take one article's entity for the ledger's of this name, made where it is new."""
    found = connection.execute(
        "SELECT entity FROM names n JOIN entities e USING (entity) WHERE n.name = ? AND n.main AND e.kind = ?", named
    ).fetchone()
    if found is None:
        whole = connection.execute("INSERT INTO entities (kind, name) VALUES (?, ?)", (named[1], shown or named[0])).lastrowid
        connection.execute("INSERT INTO names VALUES (?, 1, ?)", (named[0], whole))
    else:
        whole = found[0]
    connection.execute("INSERT OR IGNORE INTO reasons (words, score) VALUES (?, 1.0)", (reason,))
    connection.execute(
        # Its kind is its entity's where none is written down.
        "UPDATE article_entities AS x SET kind = nullif(coalesce(kind, (SELECT kind FROM entities WHERE entity = x.entity)), ?),"
        " entity = ?, reason = (SELECT reason FROM reasons WHERE words = ? AND score = 1.0) WHERE article = ? AND number = ?",
        (named[1], whole, reason, row, number),
    )


def lost_merges(connection: sqlite3.Connection) -> list[Orphan]:
    """Merges of entities that the ledger does not have, or not any more."""
    lost = []
    for review in merges(connection):
        for one in (review.before or {})["entities"]:
            there = connection.execute(
                "SELECT 1 FROM names n JOIN entities e USING (entity) WHERE n.name = ? AND n.main AND e.kind = ?",
                (one["name"], one["kind"]),
            ).fetchone()
            if there is None:
                lost.append(Orphan(review, f"{GONE_ENTITY} {one['name']}"))
                break
    return lost


def also_called(connection: sqlite3.Connection, words: str) -> list[str]:
    """The folded names of those who are one, by people's merges, with somebody whose name has these words in it.

    And of those who are one, as weighing has it, with somebody of this very name.
    """
    rows = connection.execute(
        "SELECT into_name, into_kind FROM merged WHERE instr(' ' || name || ' ', ?1) OR instr(' ' || into_name || ' ', ?1)",
        (f" {words} ",),
    ).fetchall()
    found: dict[str, None] = {}
    for name, kind in rows:
        found[name] = None
        others = connection.execute("SELECT name FROM merged WHERE into_name = ? AND into_kind = ?", (name, kind))
        found.update(dict.fromkeys(other for (other,) in others))
    weighed = connection.execute(
        "SELECT DISTINCT m.name FROM names n JOIN resolved r USING (entity) JOIN resolved o ON o.whole = r.whole"
        " JOIN names m ON m.entity = o.entity AND m.main WHERE n.name = ? AND n.main ORDER BY m.name LIMIT 64",
        (words,),
    )
    found.update(dict.fromkeys(other for (other,) in weighed))
    return list(found)
