"""Small claims whose articles are read and whose statements are named by their words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import allegedly
from allegedly.ledger import Ledger
from allegedly.ledger.store import writing
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.keeping import bring_up_to_date
from allegedly.weighing.origins.outlets import plain
from allegedly.weighing.origins.report import Report
from tests.ledger.conftest import stored

Told = tuple[str, str, str, Sequence[str]]
"""Outlet, day, text, and the words of its statements of the claim; those that begin with a minus deny it."""
Claimed = Callable[..., sqlite3.Connection]
OTHERS = ("Hill Courier", "Vale Agency")
"""Other outlets of the claim."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(tmp_path / "claims.ledger", make=True) as made:
        yield made


@pytest.fixture
def claimed(ledger: Ledger) -> Claimed:
    """What makes one claim of articles, traces it, and gives the ledger's connection."""

    def make(*told: Told, copies: Sequence[tuple[int, int, str, int | None]] = ()) -> sqlite3.Connection:
        stored(
            ledger,
            [
                allegedly.read(text, outlet=outlet, published=day, title=f"{n}", reader="rules")
                for n, (outlet, day, text, _) in enumerate(told)
            ],
        )
        connection = ledger._connection
        with writing(connection):
            connection.execute(
                "INSERT INTO claims (claim, id, statements, articles, outlets, voices_for, voices_against, voices_doubting)"
                " VALUES (1, 'c0000000001', 0, ?, ?, 0, 0, 0)",
                (len(told), len({outlet for outlet, *_ in told})),
            )
            for row, (_, _, text, statements) in enumerate(told, 1):
                for words in statements:
                    at = text.index(words.removeprefix("-"))
                    end = at + len(words.removeprefix("-"))
                    (own,) = connection.execute(
                        "SELECT statement FROM statements WHERE article = ? AND start < ? AND end > ?"
                        " ORDER BY min(end, ?) - max(start, ?) DESC, statement DESC LIMIT 1",
                        (row, end, at, end, at),
                    ).fetchone()
                    side = "against" if words.startswith("-") else "for"
                    connection.execute("INSERT OR IGNORE INTO claim_statements VALUES (?, 1, ?, 10000, 'alike')", (own, side))
            connection.execute(
                "UPDATE claims SET statement = (SELECT min(statement) FROM claim_statements),"
                " statements = (SELECT count(*) FROM claim_statements)"
            )
            connection.executemany(
                "INSERT INTO copies (a, b, kind, original, jaccard, containment, confidence, reason)"
                " VALUES (?, ?, ?, ?, 1, 1, 10000, 'x')",
                copies,
            )
        bring_up_to_date(connection)
        return connection

    return make


def roots(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Kind, name and side of the origins."""
    return connection.execute("SELECT kind, name, side FROM origins WHERE root ORDER BY number").fetchall()


def links(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Who rests on whom and how: outlets by name, origins as they are called."""
    return connection.execute(
        "SELECT coalesce(a.outlet, s.name), k.kind, coalesce(b.outlet, o.name) FROM origin_links k"
        " LEFT JOIN articles a ON a.article = k.article LEFT JOIN articles b ON b.article = k.onto_article"
        " LEFT JOIN origins s ON s.claim = k.claim AND s.number = k.station"
        " LEFT JOIN origins o ON o.claim = k.claim AND o.number = k.onto_origin ORDER BY k.number"
    ).fetchall()


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """What is counted of the claim."""
    names = ("origins", "at_least", "denials", "unestablished", "circular", "families")
    query = "SELECT origins, at_least, denials, unestablished, circular, families FROM claims"
    return dict(zip(names, connection.execute(query).fetchone(), strict=True))


def ends(text: str, words: str, *, outlet: str = "The Orrel Post", byline: str | None = None) -> list[tuple[str, str]]:
    """Kind and name of the voices to which the statement of these words leads; the innermost of each way."""
    reading = allegedly.read(text, outlet=outlet, published="2024-05-03", title="t", byline=byline, reader="rules")
    known = {plain(name) for name in (outlet, *OTHERS)}
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda name: plain(name) in known)
    at = text.index(words)
    nearest = max(report.sayings, key=lambda s: (min(s.end, at + len(words)) - max(s.start, at), -s.start))
    return [(rest.hops[-1].kind, rest.hops[-1].name) for rest in rests(report, [nearest.statement], OTHERS)]
