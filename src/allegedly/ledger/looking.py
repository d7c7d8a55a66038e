"""A look over a ledger: what is in it, what came last, what was refused; and all of it at one moment."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from allegedly.ledger import store

_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""
LISTED = (
    "a.id, a.title, a.outlet, a.published, substr(a.text, coalesce(a.dateline_end, 0) + 1, 300),"
    " (SELECT count(*) FROM statements s WHERE s.article = a.article)"
)
"""What a :class:`Listed` is made of, of articles ``a``."""


class Listed(NamedTuple):
    """An article without its text."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    begin: str
    """Its first words, for one that has no title."""
    statements: int


class Came(NamedTuple):
    """What came of a file, a page or a record that was given."""

    at: str
    """When, UTC."""
    name: str
    result: str
    """``refused``, ``kept unread``, ``added`` …"""
    reason: str | None
    article: str | None
    """Id of the article."""


class Looking:
    """What a ledger tells of itself; a part of :class:`allegedly.ledger.Ledger`."""

    path: Path
    _connection: sqlite3.Connection

    @contextmanager
    def snapshot(self, seconds: float | None = None) -> Iterator[None]:
        """All that is read inside is of one moment, whatever others write meanwhile; nothing can be written inside.

        Args:
            seconds: After how long a search is given up; never, where it is null.

        Raises:
            BadLedger: The ledger cannot be read, or that took too long.
        """
        connection = self._connection
        if seconds is not None:
            end = time.monotonic() + seconds
            connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            yield
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error
        finally:
            connection.set_progress_handler(None, 0)
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.execute("PRAGMA query_only = OFF")

    def state(self) -> int:
        """A number that is another one after somebody else has written to the ledger."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def days(self) -> tuple[str, str] | None:
        """The first and the last day on which an article was published; null where no day is known."""
        first, last = (
            self._connection.execute(f"SELECT {end}(published) FROM articles WHERE published IS NOT NULL").fetchone()[0]
            for end in ("min", "max")
        )
        return (first, last) if first else None

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets, each with how many articles it has; those with the most first."""
        return self._connection.execute(
            "SELECT outlet, count(*) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1"
        ).fetchall()

    def newest(self, limit: int = 20, skip: int = 0) -> list[Listed]:
        """The articles that were added last."""
        rows = self._connection.execute(
            f"SELECT {LISTED} FROM articles a ORDER BY a.article DESC LIMIT ? OFFSET ?", (limit, skip)
        )
        return [Listed(*row) for row in rows.fetchall()]

    def intake(self, *results: str, limit: int = 20, skip: int = 0) -> list[Came]:
        """What was given and what came of it, the last first.

        Args:
            results: Only that of which this came: ``refused``, ``kept unread``, ``added`` …; all, where none is named.
            limit: How many at most.
            skip: How many to pass over.
        """
        those = f"WHERE i.result IN ({', '.join('?' * len(results))})" if results else ""
        rows = self._connection.execute(
            f"SELECT i.at, i.name, i.result, i.reason, a.id FROM intake i LEFT JOIN articles a USING (article) {those}"
            " ORDER BY i.intake DESC LIMIT ? OFFSET ?",
            (*results, limit, skip),
        )
        return [Came(*row) for row in rows.fetchall()]
