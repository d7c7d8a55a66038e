"""Copies in a ledger, kept in it: only articles that are new are compared, with all the others.

What comes of it is what comparing all of them at once would give. Where new articles show that an outlet prints some words again
and again, the pairs of earlier ones that have these words are compared anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from allegedly.ledger.restoring import article_of
from allegedly.ledger.store import writing
from allegedly.weighing.copies.deciding import Found
from allegedly.weighing.copies.finding import compare, index_of, sketch_of
from allegedly.weighing.copies.side import day
from allegedly.weighing.copies.sketch import Sketch

VERSION = "1"
"""Of the method; where it is another one, everything is compared anew."""
_BATCH = 500
"""Articles, or pairs, of one transaction."""
_FEW = 1_000
"""New articles, up to which what comparing them comes to is kept in memory until it can be written."""
_BYTES = 6
"""Bytes of a hash and what stands beside it."""
Sketched = tuple[int, str, str | None, str | None, bytes]
"""An article's row, id, outlet, day and sketch."""
Compared = tuple[int, int, Found | None]
"""The rows of two articles, and what they share."""


@dataclass
class Summary:
    """What was done."""

    articles: int = 0
    """Articles that were new."""
    compared: int = 0
    """Pairs that were looked at."""
    copies: int = 0
    """Pairs that share text, of all articles, boilerplate left out."""

    def __str__(self) -> str:
        articles, pairs = (
            ("article" if self.articles == 1 else "articles"),
            ("pair shares" if self.copies == 1 else "pairs share"),
        )
        return f"{self.articles:,} {articles} compared with the others; {self.copies:,} {pairs} text"


class Ahead(NamedTuple):
    """What comparing a few new articles comes to, before any of it is written down."""

    new: list[int]
    """Their rows."""
    sketches: list[tuple[int, bytes]]
    """Of articles that had none."""
    gone: list[tuple[int, int]]
    """Pairs that share text no more that is looked for."""
    pairs: list[Compared]


def bring_up_to_date(
    connection: sqlite3.Connection, *, on_progress: Callable[[int, int], None] | None = None, ahead: Ahead | None = None
) -> Summary:
    """Compare the articles that were not compared yet with all the others, and write down what they share.

    Args:
        connection: The ledger.
        on_progress: Called with how many of how many pairs are done.
        ahead: What :func:`ahead_in` gave, if it was asked; where other articles are new by now it is done anew.
    """
    with writing(connection):
        if _other_method(connection):
            connection.execute("DELETE FROM copy_passages")
            connection.execute("DELETE FROM copies")
            connection.execute("DELETE FROM copy_sketches")
            connection.execute("DELETE FROM weighed WHERE step = 'copies'")
        connection.execute("INSERT OR REPLACE INTO weighings VALUES ('copies', ?, 0)", (VERSION,))
    new = _new(connection)
    done = Summary(articles=len(new))
    if ahead is not None and ahead.new == new:
        _keep_sketches(connection, ahead.sketches)
        _forget(connection, ahead.gone)
        if ahead.pairs:
            _keep(connection, ahead.pairs, len(ahead.pairs), done, on_progress)
    elif new:
        missing = _unsketched(connection)
        for at in range(0, len(missing), _BATCH):
            _keep_sketches(connection, _sketched(connection, missing[at : at + _BATCH]))
        comparing = _Comparing(connection, _sketches(connection), set(new))
        _forget(connection, comparing.gone())
        for at in range(0, len(comparing.pairs), _BATCH):
            _keep(connection, comparing.compared(at, at + _BATCH), len(comparing.pairs), done, on_progress)
    with writing(connection):
        connection.executemany("INSERT OR IGNORE INTO weighed VALUES (?, 'copies')", [(row,) for row in new])
    done.copies = connection.execute("SELECT count(*) FROM copies WHERE kind <> 'boilerplate'").fetchone()[0]
    return done


def ahead_in(path: str) -> Ahead | None:
    """Compare the articles of a ledger that are new and write nothing: in a helper.

    Null where nothing is new, or so much that what comes of it is better written down bit by bit.
    """
    with closing(sqlite3.connect(path)) as connection:
        return ahead_of(connection)


def ahead_of(connection: sqlite3.Connection) -> Ahead | None:
    """What :func:`ahead_in` gives, of an open ledger."""
    new = _new(connection)
    if not 0 < len(new) <= _FEW or _other_method(connection):
        return None
    made = _sketched(connection, _unsketched(connection))
    comparing = _Comparing(connection, [*_sketches(connection), *_without(connection, made)], set(new))
    return Ahead(new, made, comparing.gone(), comparing.compared(0, len(comparing.pairs)))


def _other_method(connection: sqlite3.Connection) -> bool:
    last = connection.execute("SELECT version FROM weighings WHERE step = 'copies'").fetchone()
    return last is not None and last[0] != VERSION


def _new(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "SELECT article FROM articles a"
        " WHERE NOT EXISTS (SELECT 1 FROM weighed w WHERE w.article = a.article AND w.step = 'copies') ORDER BY article"
    )
    return [row for (row,) in rows]


def _unsketched(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "SELECT article FROM articles WHERE article NOT IN (SELECT article FROM copy_sketches) ORDER BY article"
    )
    return [row for (row,) in rows]


def _sketched(connection: sqlite3.Connection, rows: Sequence[int]) -> list[tuple[int, bytes]]:
    return [(row, _packed(sketch_of(article_of(connection, row)))) for row in rows]


def _keep_sketches(connection: sqlite3.Connection, made: Sequence[tuple[int, bytes]]) -> None:
    with writing(connection):
        connection.executemany("INSERT INTO copy_sketches VALUES (?, ?)", made)


def _sketches(connection: sqlite3.Connection) -> list[Sketched]:
    """All that are in the ledger."""
    return connection.execute(
        "SELECT article, id, outlet, published, sketch FROM articles JOIN copy_sketches USING (article)"
    ).fetchall()


def _without(connection: sqlite3.Connection, made: Sequence[tuple[int, bytes]]) -> Iterator[Sketched]:
    """Those that are not in it yet."""
    for row, sketch in made:
        own = connection.execute("SELECT id, outlet, published FROM articles WHERE article = ?", (row,)).fetchone()
        yield (row, *own, sketch)


class _Comparing:
    """Candidates among all articles of which one is new, or has words that have become usual."""

    def __init__(self, connection: sqlite3.Connection, every: Iterable[Sketched], new: set[int]) -> None:
        self._connection = connection
        rows = sorted(every, key=lambda one: (day(one[3]), one[1]))
        self._rows = np.array([one[0] for one in rows], np.int64)
        days, outlets = [day(one[3]) for one in rows], [one[2] for one in rows]
        self._index = index = index_of(_unpacked([one[4] for one in rows]), outlets, days, [one[0] in new for one in rows])
        self._candidates = pairs = index.pairs()
        # What touches an article that is new, or whose words have become usual.
        self.pairs = pairs[index.touched[pairs[:, 0]] | index.touched[pairs[:, 1]]].tolist()
        """By their places."""

    def gone(self) -> list[tuple[int, int]]:
        """Pairs that would not be looked for any more: what they share is usual now, or very many have it."""
        still = {(min(a, b), max(a, b)) for a, b in self._rows[self._candidates].tolist()}
        return [pair for pair in self._connection.execute("SELECT a, b FROM copies").fetchall() if pair not in still]

    def compared(self, first: int, last: int) -> list[Compared]:
        """What some of the pairs share, by the rows of their articles."""
        numbers, some = self._rows.tolist(), self.pairs[first:last]
        found = {
            (a, b): it for a, b, it in compare(self._index, some, lambda place: article_of(self._connection, numbers[place]))
        }
        return [(numbers[a], numbers[b], found.get((a, b))) for a, b in some]


def _forget(connection: sqlite3.Connection, gone: Sequence[tuple[int, int]]) -> None:
    if gone:
        with writing(connection):
            for a, b in gone:
                _put(connection, a, b, None)


def _keep(
    connection: sqlite3.Connection,
    pairs: Sequence[Compared],
    of: int,
    done: Summary,
    on_progress: Callable[[int, int], None] | None,
) -> None:
    """Write down what pairs share; ``of``: so many are compared in all."""
    with writing(connection):
        for one, other, found in pairs:
            _put(connection, one, other, found)
    done.compared += len(pairs)
    if on_progress:
        on_progress(done.compared, of)


def _put(connection: sqlite3.Connection, one: int, other: int, found: Found | None) -> None:
    """Write down what two articles share in place of what was written of them before, where that is different."""
    a, b = min(one, other), max(one, other)
    copy = None if found is None else _row(one, other, found)
    spans = [] if found is None else _spans(found, turned=one > other)
    before = connection.execute(
        "SELECT copy, kind, original, jaccard, containment, confidence, reason FROM copies WHERE a = ? AND b = ?", (a, b)
    ).fetchone()
    if before is not None:
        had = connection.execute(
            "SELECT a_start, a_end, b_start, b_end FROM copy_passages WHERE copy = ? ORDER BY number", (before[0],)
        ).fetchall()
        if before[1:] == copy and had == spans:
            return
        connection.execute("DELETE FROM copy_passages WHERE copy = ?", (before[0],))
        connection.execute("DELETE FROM copies WHERE copy = ?", (before[0],))
    if copy is not None:
        made = connection.execute(
            "INSERT INTO copies (a, b, kind, original, jaccard, containment, confidence, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (a, b, *copy),
        ).lastrowid
        connection.executemany(
            "INSERT INTO copy_passages VALUES (?, ?, ?, ?, ?, ?)", [(made, i, *span) for i, span in enumerate(spans, 1)]
        )
    if before is not None or copy is not None:
        # Where claims of these come from is to be traced anew.
        connection.execute("DELETE FROM weighed WHERE step = 'origins' AND article IN (?, ?)", (a, b))


def _row(one: int, other: int, found: Found) -> tuple[object, ...]:
    original = None if found.original is None else one if found.original == "a" else other
    sure = round(found.confidence * 10_000)
    return found.kind, original, found.jaccard, found.containment, sure, found.reason


def _spans(found: Found, *, turned: bool) -> list[tuple[int, int, int, int]]:
    """The passages, in the order of the article with the lower number."""
    order: Iterable[tuple[tuple[int, int], tuple[int, int]]] = ((b, a) if turned else (a, b) for a, b in found.passages)
    return sorted((*a, *b) for a, b in order)


def _packed(sketch: Sketch) -> bytes:
    return sketch.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :_BYTES].tobytes()


def _unpacked(packed: Sequence[bytes]) -> list[Sketch]:
    """The sketches again; all at once, for one by one takes as long as all that is then done with them."""
    data = np.frombuffer(b"".join(packed), np.uint8).reshape(-1, _BYTES)
    wide = np.zeros((len(data), 8), np.uint8)
    wide[:, :_BYTES] = data
    every = wide.view("<u8").ravel().astype(np.uint64, copy=False)
    ends = list(accumulate((len(one) // _BYTES for one in packed), initial=0))
    return [every[start:end] for start, end in pairwise(ends)]
