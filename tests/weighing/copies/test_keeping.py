"""Copies in a ledger: the same whether articles come at once or one after the other, and nothing is done twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from allegedly.ledger.store import opened, writing
from allegedly.model import Article
from allegedly.weighing.copies.keeping import Summary, ahead_of, bring_up_to_date

from .conftest import COUNCIL, FISH, HORSES, LEAD, QUOTE, RAIL, article

EVERY = [
    article(f"(Reuters) {LEAD}", COUNCIL, QUOTE, FISH, outlet="Reuters", published="2031-03-04"),
    article(LEAD, COUNCIL, QUOTE, FISH, "Reuters contributed to this report.", outlet="Wend Herald", published="2031-03-04"),
    *(
        article(own, FISH, outlet="Lenning Courier", published=f"2031-0{month}-01")
        for month, own in ((4, HORSES * 2), (5, RAIL * 2), (6, LEAD[::-1]))
    ),
    article(QUOTE, RAIL, HORSES, outlet="Moor Post"),
]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty ledger."""
    made = opened(tmp_path / "a.ledger", make=True)
    yield made
    made.close()


def put(connection: sqlite3.Connection, articles: Sequence[Article]) -> None:
    """Put articles in, unread."""
    with writing(connection):
        connection.executemany(
            "INSERT INTO articles (id, outlet, published, text) VALUES (?, ?, ?, ?)",
            [(a.id, a.outlet, a.published, a.text) for a in articles],
        )


def kept(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """What the ledger says of copies, by the articles' ids."""
    rows = connection.execute(
        "SELECT copy, x.id, y.id, kind, o.id, jaccard, containment, confidence, reason FROM copies"
        " JOIN articles x ON x.article = a JOIN articles y ON y.article = b LEFT JOIN articles o ON o.article = original"
    ).fetchall()
    found = []
    for copy, one, other, *rest in rows:
        x, y = min(one, other), max(one, other)
        spans = connection.execute("SELECT a_start, a_end, b_start, b_end FROM copy_passages WHERE copy = ?", (copy,)).fetchall()
        if one > other:
            spans = [(c, d, a, b) for a, b, c, d in spans]
        found.append((x, y, *rest, tuple(sorted(spans))))
    return sorted(found, key=repr)


@pytest.fixture
def at_once(tmp_path: Path) -> list[tuple[object, ...]]:
    """What comes of all articles at once."""
    made = opened(tmp_path / "whole.ledger", make=True)
    put(made, EVERY)
    bring_up_to_date(made)
    found = kept(made)
    made.close()
    return found


def test_written_down(connection: sqlite3.Connection) -> None:
    """A reprint is in the ledger with its original and its passages, in words and offsets."""
    put(connection, EVERY[:2])
    told: list[tuple[int, int]] = []
    done = bring_up_to_date(connection, on_progress=lambda done, of: told.append((done, of)))
    assert (done.articles, done.compared, done.copies, told) == (2, 1, 1, [(1, 1)])
    assert str(done) == "2 articles compared with the others; 1 pair shares text"
    row = connection.execute("SELECT a, b, kind, original, jaccard, confidence, reason FROM copies").fetchone()
    assert row == (1, 2, "reprint", 1, 0.9651, 9500, "one passage, 170 words; one credits the other's outlet, Reuters")
    (start, end, first, last) = connection.execute("SELECT a_start, a_end, b_start, b_end FROM copy_passages").fetchone()
    assert EVERY[0].text[start:end] == EVERY[1].text[first:last]


@pytest.mark.parametrize("order", [range(6), range(5, -1, -1), (3, 0, 5, 1, 4, 2)])
def test_one_after_the_other(connection: sqlite3.Connection, at_once: list[tuple[object, ...]], order: Sequence[int]) -> None:
    """Articles that come one by one, in any order, give what they give at once."""
    for place in order:
        put(connection, [EVERY[place]])
        bring_up_to_date(connection)
    assert kept(connection) == at_once
    assert len(at_once) >= 3


def test_again(connection: sqlite3.Connection) -> None:
    """Doing it again changes nothing."""
    put(connection, EVERY)
    bring_up_to_date(connection)
    before = list(connection.iterdump())
    done = bring_up_to_date(connection)
    assert done == Summary(articles=0, compared=0, copies=done.copies)
    assert list(connection.iterdump()) == before


def test_another_method(connection: sqlite3.Connection) -> None:
    """Where the ledger was weighed by an earlier method, everything is compared anew."""
    put(connection, EVERY)
    bring_up_to_date(connection)
    before = kept(connection)
    with writing(connection):
        connection.execute("UPDATE weighings SET version = '0' WHERE step = 'copies'")
        connection.execute("UPDATE copies SET reason = 'of old'")
    assert bring_up_to_date(connection).articles == 6
    assert kept(connection) == before


def test_origins_are_traced_anew(connection: sqlite3.Connection) -> None:
    """Where a copy is found of an article whose claims' origins were traced, they are to be traced again."""
    put(connection, EVERY[:1])
    bring_up_to_date(connection)
    with writing(connection):
        connection.execute("INSERT INTO weighed VALUES (1, 'origins')")
    put(connection, EVERY[1:2])
    bring_up_to_date(connection)
    assert connection.execute("SELECT count(*) FROM weighed WHERE step = 'origins'").fetchone() == (0,)


def test_ahead_is_the_same(connection: sqlite3.Connection, at_once: list[tuple[object, ...]]) -> None:
    """What is compared ahead writes nothing, and written down later it is what comparing then would give."""
    put(connection, EVERY[:3])
    bring_up_to_date(connection)
    put(connection, EVERY[3:])
    before = list(connection.iterdump())
    ahead = ahead_of(connection)
    assert ahead is not None
    assert ahead.new == [4, 5, 6]
    assert list(connection.iterdump()) == before
    told: list[tuple[int, int]] = []
    done = bring_up_to_date(connection, ahead=ahead, on_progress=lambda done, of: told.append((done, of)))
    assert done.articles == 3
    assert told == [(done.compared, done.compared)]
    assert kept(connection) == at_once
    assert ahead_of(connection) is None


def test_ahead_comes_too_late(connection: sqlite3.Connection, at_once: list[tuple[object, ...]]) -> None:
    """Where other articles are new by then, all is compared as if nothing had been."""
    put(connection, EVERY[:4])
    ahead = ahead_of(connection)
    put(connection, EVERY[4:])
    assert bring_up_to_date(connection, ahead=ahead).articles == len(EVERY)
    assert kept(connection) == at_once


def test_by_another_method_nothing_is_ahead(connection: sqlite3.Connection) -> None:
    """What an earlier version kept is taken out by who writes, before anything is compared."""
    put(connection, EVERY)
    bring_up_to_date(connection)
    connection.execute("UPDATE weighings SET version = '0' WHERE step = 'copies'")
    assert ahead_of(connection) is None
    assert bring_up_to_date(connection).articles == len(EVERY)
