"""What weighing made goes with the findings that it rests on, and ``check`` finds what does not hold of it."""

from __future__ import annotations

import sqlite3

import pytest

from allegedly.ledger import Ledger
from allegedly.ledger.store import writing
from allegedly.model import Reading
from tests.ledger.conftest import stored

NAVY = "acc6fb7de38d"


def weighed(ledger: Ledger) -> sqlite3.Connection:
    """Let the ledger have a claim of the first three articles, one of the second alone, and a copy, as weighing writes them."""
    connection = ledger._connection
    own = [
        connection.execute("SELECT min(statement) FROM statements WHERE article = ?", (article,)).fetchone()[0]
        for article in (1, 2, 3)
    ]
    with writing(connection):
        connection.executemany(
            "INSERT INTO claims VALUES (?, ?, ?, NULL, NULL, ?, ?, ?, 1, 0, 0, 1, 1, 0, 1, 0, 0)",
            [(1, "c1", own[0], 3, 3, 3), (2, "c2", own[1] + 1, 1, 1, 1)],
        )
        connection.executemany(
            "INSERT INTO claim_statements VALUES (?, ?, 'for', 9000, 'they are alike')",
            [*((statement, 1) for statement in own), (own[1] + 1, 2)],
        )
        for claim in (1, 2):
            connection.execute("INSERT INTO origins VALUES (?, 1, 'voice', 'Ana', 1, 'for', 2, ?, 'she speaks')", (claim, own[1]))
            connection.execute(
                "INSERT INTO origin_links VALUES (?, 1, 2, NULL, NULL, 1, 'says', ?, 'it reports her')", (claim, own[1])
            )
        connection.executemany("INSERT INTO statement_keys VALUES (?, x'00')", [(article,) for article in (1, 2, 3)])
        connection.executemany(
            "INSERT INTO likely_pairs VALUES (?, ?, 0.9)", [(own[0], own[1]), (own[1], own[2]), (own[0], own[2])]
        )
        connection.execute("INSERT INTO copies VALUES (1, 1, 2, 'reprint', 1, 0.9, 0.9, 9000, 'they are alike')")
        connection.execute("INSERT INTO copy_passages VALUES (1, 1, 0, 9, 0, 9)")
        connection.executemany(
            "INSERT INTO weighed VALUES (?, ?)", [(article, step) for article in (1, 2, 3) for step in ("claims", "copies")]
        )
    return connection


def left(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables have."""
    tables = ("claims", "claim_statements", "origins", "origin_links", "statement_keys", "likely_pairs", "copies", "weighed")
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 (names from above)


@pytest.fixture
def made(ledger: Ledger, readings: list[Reading]) -> sqlite3.Connection:
    """A ledger that was weighed."""
    stored(ledger, readings)
    connection = weighed(ledger)
    assert list(ledger.check()) == []
    return connection


def test_reading_again_takes_it_out(ledger: Ledger, made: sqlite3.Connection) -> None:
    """Claims of one article go with its statements, others stay with theirs, untraced; copies of texts stay."""
    ledger.reread(every=True, reader="rules")
    assert left(made) == {
        "claims": 0,
        "claim_statements": 0,
        "origins": 0,
        "origin_links": 0,
        "statement_keys": 0,
        "likely_pairs": 0,
        "copies": 1,
        "weighed": 3,
    }
    assert list(ledger.check()) == []


def test_a_review_takes_it_out(ledger: Ledger, made: sqlite3.Connection) -> None:
    """Who rejects a statement of one article leaves the claims of others their statements, to be weighed again."""
    (second,) = made.execute("SELECT id FROM articles WHERE article = 2").fetchone()
    ledger.review("reject", f"{second}:s1", who="Ana", why="x")
    assert left(made) == {
        "claims": 1,
        "claim_statements": 2,
        "origins": 0,
        "origin_links": 0,
        "statement_keys": 2,
        "likely_pairs": 1,
        "copies": 1,
        "weighed": 5,
    }
    assert made.execute("SELECT id, origins, statement IS NULL FROM claims").fetchall() == [("c1", None, 1)]
    assert not made.execute("SELECT 1 FROM weighed WHERE article = 2 AND step = 'claims'").fetchone()


def test_check_finds_what_does_not_hold(ledger: Ledger, made: sqlite3.Connection) -> None:
    """Passages outside of their texts, counts that do not fit, and references that do not meet."""
    made.execute("PRAGMA foreign_keys = OFF")
    made.execute("UPDATE copy_passages SET a_end = 1000000")
    made.execute("UPDATE copies SET original = 3")
    made.execute("UPDATE claims SET statements = 5, origins = 4 WHERE claim = 1")
    made.execute("DELETE FROM claim_statements WHERE claim = 2")
    made.execute("UPDATE origin_links SET onto_origin = 7 WHERE claim = 2")
    assert list(ledger.check()) == [
        "origin_links, row None: refers to a row of origins that is not there",
        "copies, 1: its passage 1 is not inside the two texts",
        "copies, 1: its original is neither of the two",
        "c1: counts 5 statements and has 3",
        "c2: a claim without a statement",
        "c1: counts other origins than it has",
    ]
