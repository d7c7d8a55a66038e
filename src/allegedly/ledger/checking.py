"""Whether a ledger holds together: the file, every span, every hash, every reference, the search index."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

from allegedly.errors import BrokenReading
from allegedly.intake.stream import digest as hashed
from allegedly.ledger.keeping import applied_of, reviewed_of
from allegedly.ledger.names import folded
from allegedly.ledger.restoring import article_of, reading_of
from allegedly.ledger.reviews import every_review, identity
from allegedly.model import article_id
from allegedly.model import check as check_reading


def check(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything that does not hold, a sentence each; nothing where all is well."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"SQLite: {line}"
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: refers to a row of {parent} that is not there"
    for index in ("article_words", "statement_words"):
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield f"{index}: the search index is out of step ({error})"
    yield from _articles(connection)
    yield from _reviews(connection)
    yield from _passages(connection)
    yield from _claims(connection)
    for digest, packed in connection.execute("SELECT digest, bytes FROM raws"):
        try:
            right = hashed(zlib.decompress(packed)) == digest
        except zlib.error:
            right = False
        if not right:
            yield f"raws, {digest}: the bytes are not those that the hash was made from"


def _articles(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute("SELECT article, id FROM articles ORDER BY article").fetchall()
    for row, name in rows:
        if article_id(article_of(connection, row)) != name:
            yield f"{name}: its text or metadata are not those that the id was made from"
        try:
            reading = reading_of(connection, row)
        except (KeyError, TypeError, ValueError) as error:
            yield f"{name}: its reading cannot be put together ({error})"
            continue
        if reading is None:
            continue
        try:
            check_reading(reading)
        except BrokenReading as error:
            yield f"{name}: {error}"
        words = connection.execute("SELECT word FROM labels WHERE article = ? ORDER BY number", (row,)).fetchall()
        for label, (word,) in zip(reading.labels, words, strict=True):
            if folded(label.text) != word:
                yield f"{name}: the label {word!r} is not the word at its span"


def _passages(connection: sqlite3.Connection) -> Iterator[str]:
    """Passages of copies that do not lie in their articles."""
    rows = connection.execute(
        "SELECT copy, number, a_start, a_end, b_start, b_end, length(x.text), length(y.text) FROM copy_passages"
        " JOIN copies c USING (copy) JOIN articles x ON x.article = c.a JOIN articles y ON y.article = c.b"
    )
    for copy, number, a_start, a_end, b_start, b_end, a_long, b_long in rows:
        if not 0 <= a_start < a_end <= a_long or not 0 <= b_start < b_end <= b_long:
            yield f"copies, {copy}: its passage {number} is not inside the two texts"
    rows = connection.execute("SELECT copy FROM copies WHERE original IS NOT NULL AND original NOT IN (a, b)")
    yield from (f"copies, {copy}: its original is neither of the two" for (copy,) in rows)


def _claims(connection: sqlite3.Connection) -> Iterator[str]:
    """Claims that are not what their statements and origins are counted to."""
    rows = connection.execute(
        "SELECT c.id, c.statements, count(x.statement), max(x.statement = c.statement), c.statement FROM claims c"
        " LEFT JOIN claim_statements x USING (claim) GROUP BY c.claim"
    )
    for name, counted, there, own, canonical in rows:
        if not there:
            yield f"{name}: a claim without a statement"
        elif canonical is not None and not own:
            yield f"{name}: its wording is that of a statement of another claim"
        elif canonical is not None and counted != there:
            yield f"{name}: counts {counted} statements and has {there}"
    rows = connection.execute(
        "SELECT c.id FROM claims c WHERE origins <> (SELECT count(*) FROM origins o WHERE o.claim = c.claim AND root"
        " AND side <> 'against')"
    )
    yield from (f"{name}: counts other origins than it has" for (name,) in rows)


def _reviews(connection: sqlite3.Connection) -> Iterator[str]:
    """What does not hold of people's decisions: one that was changed, or what is shown that does not follow from them."""
    for review in every_review(connection):
        if identity(review) != review.id:
            yield f"review {review.id}: it is not what was written down; its id belongs to other words"
    rows = connection.execute(
        "SELECT article, id FROM articles WHERE id IN (SELECT article FROM reviews) OR article IN (SELECT article FROM"
        " machine_readings) OR article IN (SELECT article FROM reviewed) ORDER BY article"
    )
    for row, name in rows.fetchall():
        applied = applied_of(connection, row)
        if applied and (applied.reading != reading_of(connection, row) or applied.reviewed != reviewed_of(connection, row)):
            yield f"{name}: what is shown is not its reading with people's decisions applied"
