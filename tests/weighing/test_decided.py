"""People's decisions on claims: made as reviews, applied whenever it is weighed, withdrawn like any other."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import allegedly
from allegedly.errors import BadReview
from allegedly.ledger import Ledger
from allegedly.ledger.store import writing
from allegedly.weighing import decided
from tests.ledger.conftest import stored

TEXTS = (
    "The bridge at Orrel has a crack, Mayor Ana Ruiz said.",
    "A crack runs through the Orrel bridge, the engineer Piet Oom said.",
    "The bridge at Dell has a crack, the engineer Ivo Brandt said.",
)


def gathered(ledger: Ledger) -> sqlite3.Connection:
    """Let the machine have put the first statement into one claim, the second and third into another one."""
    connection = ledger._connection
    with writing(connection):
        for table in ("origin_links", "origins", "claim_statements", "claims"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 (names from above)
        connection.executemany(
            "INSERT INTO claims (claim, id, statement, statements, articles, outlets, voices_for, voices_against,"
            " voices_doubting) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)",
            [(1, "c1111111", 1, 1, 1, 1, 1), (2, "c2222222", 2, 2, 2, 2, 2)],
        )
        connection.executemany("INSERT INTO claim_statements VALUES (?, ?, 'for', 9000, 'alike')", [(1, 1), (2, 2), (3, 2)])
    return connection


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger of three articles with a statement each."""
    made = Ledger(tmp_path / "claims.ledger", make=True)
    days = ("2024-05-01", "2024-05-02", "2024-05-03")
    stored(made, [allegedly.read(t, outlet=f"Paper {d}", published=d, reader="rules") for t, d in zip(TEXTS, days, strict=True)])
    gathered(made)
    return made


def now(connection: sqlite3.Connection) -> list[tuple[str, int, int, int]]:
    """The claims, with how many statements, outlets and voices for them."""
    with writing(connection):
        decided.apply(connection)
    return connection.execute("SELECT id, statements, outlets, voices_for FROM claims ORDER BY claim").fetchall()


def test_merged(ledger: Ledger) -> None:
    """Two claims that somebody says are one are one, under the first one's id, however often the machine gathers them apart."""
    connection = ledger._connection
    (made,) = ledger.review("merge", "c1111111", "c2222222", who="Ana", why="the same bridge")
    assert now(connection) == [("c1111111", 3, 3, 3)]
    gathered(ledger)
    assert now(connection) == [("c1111111", 3, 3, 3)]
    assert now(connection) == [("c1111111", 3, 3, 3)]
    assert list(ledger.check()) == []
    assert [(e.review.verdict, e.state) for e in ledger.reviews.entries()] == [("merge", "counts")]
    ledger.review("withdraw", made.id, who="Ana", why="two after all")
    gathered(ledger)
    assert now(connection) == [("c1111111", 1, 1, 1), ("c2222222", 2, 2, 2)]
    ledger.close()


def test_split_off(ledger: Ledger) -> None:
    """A statement that somebody splits off has a claim of its own."""
    connection = ledger._connection
    third = connection.execute("SELECT id FROM articles WHERE article = 3").fetchone()[0]
    ledger.review("split", f"{third}:s1", who="Ana", why="another bridge")
    made = now(connection)
    assert [row[1:] for row in made] == [(1, 1, 1), (1, 1, 1), (1, 1, 1)]
    gathered(ledger)
    assert now(connection) == made
    assert list(ledger.check()) == []
    assert not ledger.find("Dell")[0].statement.review
    ledger.close()


def test_it_outlives_another_reading(ledger: Ledger) -> None:
    """Statements are found again where an article is read anew."""
    ledger.review("merge", "c1111111", "c2222222", who="Ana", why="the same bridge")
    ledger.reread(every=True, reader="rules")
    connection = ledger._connection
    own = [row for (row,) in connection.execute("SELECT min(statement) FROM statements GROUP BY article ORDER BY article")]
    with writing(connection):
        for claim, statement in enumerate(own, 1):
            connection.execute(
                "INSERT INTO claims (claim, id, statement, statements, articles, outlets, voices_for, voices_against,"
                " voices_doubting) VALUES (?, ?, ?, 1, 1, 1, 1, 0, 0)",
                (claim, f"c{claim}", statement),
            )
            connection.execute("INSERT INTO claim_statements VALUES (?, ?, 'for', 9000, 'alike')", (statement, claim))
    assert now(connection) == [("c1", 2, 2, 2), ("c3", 1, 1, 1)]
    ledger.close()


def test_lines_that_another_ledger_gave(ledger: Ledger, tmp_path: Path) -> None:
    """The decision travels as a line, and is taken in where the articles are."""
    ledger.review("merge", "c1111111", "c2222222", who="Ana", why="the same bridge")
    import msgspec

    lines = [msgspec.json.encode(one) for one in ledger.reviews]
    with Ledger(tmp_path / "other.ledger", make=True) as other:
        stored(other, list(ledger))
        done = other.reviews.take(lines, "reviews.jsonl")
        assert (done.new, done.refused, done.orphaned) == (1, [], [])
        gathered(other)
        assert now(other._connection) == [("c1111111", 3, 3, 3)]
    with Ledger(tmp_path / "empty.ledger", make=True) as empty:
        done = empty.reviews.take(lines, "reviews.jsonl")
        assert [orphan.reason for orphan in done.orphaned] == [
            "the ledger does not find the statement any more that stood for the claim"
        ]
    ledger.close()


def test_what_cannot_be_decided(ledger: Ledger) -> None:
    """One claim alone, one that is not there, a statement alone in its claim, the one that stands for its claim."""
    names = [name for (name,) in ledger._connection.execute("SELECT id FROM articles ORDER BY article")]
    with pytest.raises(
        BadReview, match=r"^c1111111: one claim alone cannot be merged; name two or more, the one whose id is kept"
    ):
        ledger.review("merge", "c1111111", "c11111", who="Ana", why="x")
    with pytest.raises(BadReview, match=r"^c9999999: the ledger has no such claim; 'allegedly claims' lists them$"):
        ledger.review("merge", "c1111111", "c9999999", who="Ana", why="x")
    with pytest.raises(BadReview, match=r"it stands in no claim with others; 'allegedly weigh' gathers claims$"):
        ledger.review("split", f"{names[0]}:s1", who="Ana", why="x")
    with pytest.raises(BadReview, match=r"its words stand for the claim; split the others off$"):
        ledger.review("split", f"{names[1]}:s1", who="Ana", why="x")
    assert list(ledger.reviews) == []
    ledger.close()
