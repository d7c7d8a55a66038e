"""Origins of a ledger's claims, kept in it: those that were traced stay until their statements, or what these rest on, change."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from allegedly.ledger.store import writing
from allegedly.weighing.helpers import Helpers
from allegedly.weighing.origins.parts import Traced
from allegedly.weighing.origins.tracing import traced

VERSION = "13"
"""Of the method; where it is another one, every claim is traced anew."""
_BATCH = 200
"""Claims of one transaction."""


@dataclass
class Summary:
    """What was done."""

    traced: int = 0
    """Claims whose origins were worked out."""
    left: int = 0
    """Claims whose origins stand."""

    def __str__(self) -> str:
        traced = "1 claim traced to its origins" if self.traced == 1 else f"{self.traced:,} claims traced to their origins"
        return traced + (f", {self.left:,} left as they are" if self.left else "")


def bring_up_to_date(
    connection: sqlite3.Connection, *, on_progress: Callable[[int, int], None] | None = None, helpers: Helpers | None = None
) -> Summary:
    """Trace those claims that were not traced since their statements, copies or lists changed.

    Args:
        connection: The ledger.
        on_progress: Called with how many of how many claims are done.
        helpers: Processes that trace some of them.
    """
    _touched(connection)
    # In the order of their first articles, so that each article is taken out of the ledger about once.
    rows = connection.execute(
        "SELECT c.claim FROM claims c JOIN claim_statements x USING (claim) JOIN statements s ON s.statement = x.statement"
        " WHERE c.origins IS NULL GROUP BY c.claim ORDER BY min(s.article), c.claim"
    ).fetchall()
    done = Summary(left=connection.execute("SELECT count(*) FROM claims WHERE origins IS NOT NULL").fetchone()[0])
    found = traced(connection, [claim for (claim,) in rows], helpers)
    while batch := list(islice(found, _BATCH)):
        with writing(connection):
            for claim, tree, families in batch:
                _put(connection, claim, tree, families)
        done.traced += len(batch)
        if on_progress:
            on_progress(done.traced, len(rows))
    with writing(connection):
        connection.execute("INSERT OR IGNORE INTO weighed SELECT article, 'origins' FROM articles")
        connection.execute("INSERT OR REPLACE INTO weighings VALUES ('origins', ?, 0)", (VERSION,))
    return done


def _touched(connection: sqlite3.Connection) -> None:
    """Let those claims be traced anew of which an article was weighed anew, or all where the method is another one."""
    last = connection.execute("SELECT version FROM weighings WHERE step = 'origins'").fetchone()
    with writing(connection):
        if last is not None and last[0] != VERSION:
            connection.execute("UPDATE claims SET origins = NULL")
            return
        connection.execute(
            "UPDATE claims SET origins = NULL WHERE origins IS NOT NULL AND claim IN (SELECT x.claim FROM articles a"
            " CROSS JOIN statements s ON s.article = a.article CROSS JOIN claim_statements x ON x.statement = s.statement"
            " WHERE NOT EXISTS (SELECT 1 FROM weighed w WHERE w.article = a.article AND w.step = 'origins'))"
        )


def _put(connection: sqlite3.Connection, claim: int, traced: Traced, families: int) -> None:
    """Write a claim's tree down in place of an earlier one."""
    connection.execute("DELETE FROM origin_links WHERE claim = ?", (claim,))
    connection.execute("DELETE FROM origins WHERE claim = ?", (claim,))
    connection.executemany(
        "INSERT INTO origins VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (claim, i, r.kind, r.name, int(r.root), r.side, r.article, r.statement or None, r.reason)
            for i, r in enumerate(traced.roots, 1)
        ],
    )
    connection.executemany(
        "INSERT INTO origin_links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (claim, i, k.article, _place(k.station), k.onto_article, _place(k.onto_origin), k.kind, k.statement or None, k.reason)
            for i, k in enumerate(traced.links, 1)
        ],
    )
    connection.execute(
        "UPDATE claims SET origins = ?, at_least = ?, denials = ?, families = ?, unestablished = ?, circular = ? WHERE claim = ?",
        (
            *(traced.independent, traced.at_least, traced.denying, families),
            *(len(traced.unestablished), int(traced.circular), claim),
        ),
    )


def _place(at: int | None) -> int | None:
    return None if at is None else at + 1
