"""What a ledger shows of an article: the machine's reading with people's decisions applied, and both kept.

The findings' tables hold the reading with decisions applied, so that searches see it; ``machine_readings`` holds what the
machine alone found, where the two differ. Every function that writes is called inside a transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from allegedly.ledger.joining import gather
from allegedly.ledger.overlay import Applied, apply, marked
from allegedly.ledger.restoring import article_of, reading_of
from allegedly.ledger.reviews import reviews_of
from allegedly.ledger.weighed import drop_weighed, forget_entity
from allegedly.ledger.writing import number, put_findings, put_reading
from allegedly.model import Article, Reading, Reviewed


def put_machine(connection: sqlite3.Connection, row: int, reading: Reading) -> Applied | None:
    """Store a machine's reading in place of an earlier one, and apply to it the reviews that there are of the article."""
    with _left_out(connection, row):
        put_reading(connection, row, reading)
        connection.execute("DELETE FROM machine_readings WHERE article = ?", (row,))
        made = apply_reviews(connection, row)
        gather(connection, row, made.taken if made else {})
    return made


def regather(connection: sqlite3.Connection, row: int) -> None:
    """Gather an article's entities with those of other articles anew."""
    reading = reading_of(connection, row)
    made = applied_of(connection, row)
    if reading is not None:
        _put(connection, row, reading, made)


def _put(connection: sqlite3.Connection, row: int, reading: Reading, made: Applied | None) -> None:
    with _left_out(connection, row):
        put_findings(connection, row, reading)
        gather(connection, row, made.taken if made else {})


@contextmanager
def _left_out(connection: sqlite3.Connection, row: int) -> Iterator[None]:
    """Let those entities across articles go that only this article named, and does not any more."""
    # Namesakes too: one whom weighing told apart leaves the plain name behind.
    query = (
        "SELECT DISTINCT other.entity FROM article_entities x JOIN entities e USING (entity) JOIN names n ON n.entity = e.entity"
        " AND n.main JOIN names other ON other.name = n.name AND other.main JOIN entities o ON o.entity = other.entity"
        " AND o.kind = e.kind WHERE x.article = ?"
    )
    named = connection.execute(query, (row,)).fetchall()
    yield
    for (entity,) in named:
        needed = connection.execute(
            "SELECT 1 FROM article_entities WHERE entity = ?1 UNION ALL"
            " SELECT 1 FROM names n JOIN entities e USING (entity) JOIN merged m ON n.name IN (m.name, m.into_name)"
            " WHERE n.entity = ?1 AND n.main LIMIT 1",
            (entity,),
        ).fetchone()
        if needed is None:
            forget_entity(connection, entity)
            connection.execute("DELETE FROM names WHERE entity = ?", (entity,))
            connection.execute("DELETE FROM entities WHERE entity = ?", (entity,))


def machine_of(connection: sqlite3.Connection, row: int) -> Reading | None:
    """What the machine alone found in an article, or null where it is kept unread."""
    kept = connection.execute("SELECT reading FROM machine_readings WHERE article = ?", (row,)).fetchone()
    if kept is None:
        return reading_of(connection, row)
    plain = json.loads(kept[0])
    return msgspec.convert({**plain, "article": msgspec.to_builtins(article_of(connection, row))}, Reading)


def apply_reviews(connection: sqlite3.Connection, row: int) -> Applied | None:
    """Bring what is shown of an article up to date with its reviews; null where it is kept unread."""
    name = connection.execute("SELECT id FROM articles WHERE article = ?", (row,)).fetchone()[0]
    reviews = reviews_of(connection, name)
    machine = machine_of(connection, row) if reviews else None
    if machine is None:
        return None
    made = apply(machine, reviews)
    if made.reading != reading_of(connection, row):
        _put(connection, row, made.reading, made)
    connection.execute("DELETE FROM machine_readings WHERE article = ?", (row,))
    if made.reading != machine:
        plain = {**msgspec.to_builtins(machine), "article": None}
        connection.execute("INSERT INTO machine_readings VALUES (?, ?)", (row, json.dumps(plain, ensure_ascii=False)))
    if made.reviewed != reviewed_of(connection, row):
        # Who rejects or restores a statement changes what it weighs, though no finding changes.
        drop_weighed(connection, row)
    connection.execute("DELETE FROM reviewed WHERE article = ?", (row,))
    connection.executemany(
        "INSERT INTO reviewed VALUES (?, ?, ?, ?, ?, ?)",
        [
            (row, number(name), r.standing, json.dumps(r.who, ensure_ascii=False), r.at, json.dumps(r.fields))
            for name, r in made.reviewed.items()
        ],
    )
    return made


def applied_of(connection: sqlite3.Connection, row: int) -> Applied | None:
    """The reviews of an article applied to the machine's reading, worked out anew; null where it is kept unread."""
    machine = machine_of(connection, row)
    if machine is None:
        return None
    return apply(machine, reviews_of(connection, machine.article.id))


def reviewed_of(connection: sqlite3.Connection, row: int) -> dict[str, Reviewed]:
    """What was decided about the statements of an article, by id."""
    rows = connection.execute("SELECT number, standing, who, at, fields FROM reviewed WHERE article = ?", (row,)).fetchall()
    return {
        f"s{n}": Reviewed(standing=standing, who=tuple(json.loads(who)), at=at, fields=tuple(json.loads(fields)))
        for n, standing, who, at, fields in rows
    }


def shown_of(connection: sqlite3.Connection, row: int, *, rejected: bool = False) -> Reading | None:
    """The reading of an article as people see it, or null where it is kept unread."""
    found = reading_of(connection, row)
    return None if found is None else marked(found, reviewed_of(connection, row), rejected=rejected)


def row_of(connection: sqlite3.Connection, article: str) -> int | None:
    """The row of an article by its whole id, or null where it is not here."""
    found = connection.execute("SELECT article FROM articles WHERE id = ?", (article,)).fetchone()
    return None if found is None else int(found[0])


def article_named(connection: sqlite3.Connection, article: str) -> Article | None:
    """An article by its whole id, or null where it is not here."""
    row = row_of(connection, article)
    return None if row is None else article_of(connection, row)
