"""Copies in a ledger, kept in it: only articles that are new are compared, with all the others.

What comes of it is what comparing all of them at once would give. Where new articles show that an outlet prints some words again
and again, the pairs of earlier ones that have these words are compared anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

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
_BYTES = 6
"""Bytes of a hash and what stands beside it."""


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


def bring_up_to_date(connection: sqlite3.Connection, *, on_progress: Callable[[int, int], None] | None = None) -> Summary:
    """Compare the articles that were not compared yet with all the others, and write down what they share.

    Args:
        connection: The ledger.
        on_progress: Called with how many of how many pairs are done.
    """
    last = connection.execute("SELECT version FROM weighings WHERE step = 'copies'").fetchone()
    with writing(connection):
        if last is not None and last[0] != VERSION:
            connection.execute("DELETE FROM copy_passages")
            connection.execute("DELETE FROM copies")
            connection.execute("DELETE FROM copy_sketches")
            connection.execute("DELETE FROM weighed WHERE step = 'copies'")
        connection.execute("INSERT OR REPLACE INTO weighings VALUES ('copies', ?, 0)", (VERSION,))
    new = [
        row
        for (row,) in connection.execute(
            "SELECT article FROM articles a"
            " WHERE NOT EXISTS (SELECT 1 FROM weighed w WHERE w.article = a.article AND w.step = 'copies') ORDER BY article"
        )
    ]
    done = Summary(articles=len(new))
    if new:
        _sketch(connection)
        _compare(connection, set(new), done, on_progress)
    done.copies = connection.execute("SELECT count(*) FROM copies WHERE kind <> 'boilerplate'").fetchone()[0]
    return done


def _sketch(connection: sqlite3.Connection) -> None:
    """Make the sketches that are missing."""
    missing = connection.execute(
        "SELECT article FROM articles WHERE article NOT IN (SELECT article FROM copy_sketches) ORDER BY article"
    ).fetchall()
    for at in range(0, len(missing), _BATCH):
        made = [(row, _packed(sketch_of(article_of(connection, row)))) for (row,) in missing[at : at + _BATCH]]
        with writing(connection):
            connection.executemany("INSERT INTO copy_sketches VALUES (?, ?)", made)


def _compare(
    connection: sqlite3.Connection, new: set[int], done: Summary, on_progress: Callable[[int, int], None] | None
) -> None:
    every = connection.execute(
        "SELECT article, id, outlet, published, sketch FROM articles JOIN copy_sketches USING (article)"
    ).fetchall()
    every.sort(key=lambda one: (day(one[3]), one[1]))
    rows = np.array([one[0] for one in every], np.int64)
    days = [day(one[3]) for one in every]
    sketches = _unpacked([one[4] for one in every])
    index = index_of(sketches, [one[2] for one in every], days, [one[0] in new for one in every])
    pairs = index.pairs()
    _forget(connection, rows[pairs])
    # Those that are left: what touches an article that is new, or whose words have become usual.
    pairs = pairs[index.touched[pairs[:, 0]] | index.touched[pairs[:, 1]]]
    numbers = rows.tolist()
    for at in range(0, len(pairs), _BATCH):
        some = pairs[at : at + _BATCH].tolist()
        found = {(a, b): it for a, b, it in compare(index, some, lambda place: article_of(connection, numbers[place]))}
        with writing(connection):
            for a, b in some:
                _put(connection, numbers[a], numbers[b], found.get((a, b)))
        done.compared += len(some)
        if on_progress:
            on_progress(done.compared, len(pairs))
    with writing(connection):
        connection.executemany("INSERT OR IGNORE INTO weighed VALUES (?, 'copies')", [(row,) for row in sorted(new)])


def _forget(connection: sqlite3.Connection, candidates: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> None:
    """Take out the copies that would not be looked for any more: what they share is usual now, or very many have it."""
    still = {(min(a, b), max(a, b)) for a, b in candidates.tolist()}
    gone = [pair for pair in connection.execute("SELECT a, b FROM copies").fetchall() if pair not in still]
    if gone:
        with writing(connection):
            for a, b in gone:
                _put(connection, a, b, None)


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
