"""Articles of a ledger read again by the present reader; people's reviews stay, and the earlier readers stay on record."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from allegedly.errors import Refused
from allegedly.ledger.keeping import put_machine, row_of
from allegedly.ledger.restoring import article_of
from allegedly.ledger.store import writing
from allegedly.model import Article, Reader, Reading

_BATCH = 32
"""Articles of one transaction: a kill loses no more than these, and the same command reads them again."""
_SECONDS = 5.0
"""A transaction is ended after this time too."""


@dataclass
class Reread:
    """What became of the articles of a ledger that were to be read again."""

    read: int = 0
    """Articles whose reading was replaced, or that were unread before."""
    statements: int = 0
    """Statements in the new readings."""
    left: int = 0
    """Articles whose reading is by the present reader already, or that are kept unread."""
    orphaned: int = 0
    """Reviews of the articles read whose record the new readings do not have; they are kept."""
    refused: list[Refused] = field(default_factory=list)
    """What could not be read, and keeps the reading that it had."""

    def __str__(self) -> str:
        parts = [f"{self.read:,} read again ({self.statements:,} statements)"]
        if self.left:
            parts.append(f"{self.left:,} left as they are")
        if self.orphaned:
            parts.append(f"{self.orphaned:,} reviews orphaned")
        if self.refused:
            parts.append(f"{len(self.refused):,} refused")
        return "; ".join(parts)


class Rereading:
    """One run: readings take the place of earlier ones in transactions of :data:`_BATCH` articles."""

    def __init__(self, connection: sqlite3.Connection, reader: Reader, *, every: bool, force: bool) -> None:
        """``every``: also those that this reader read; ``force``: also those that are kept unread."""
        self.connection, self.reader = connection, reader
        self.done = Reread()
        self._waiting: list[Reading] = []
        self._since = time.monotonic()
        own = (reader.name, reader.version, reader.pipeline)
        rows = connection.execute(
            "SELECT a.article, r.reader, r.version, r.pipeline FROM articles a LEFT JOIN readings r"
            " ON r.article = a.article AND r.replaced IS NULL ORDER BY a.article"
        )
        self.rows = [row for row, *by in rows if (force if by[0] is None else every or tuple(by) != own)]
        self.done.left = connection.execute("SELECT count(*) FROM articles").fetchone()[0] - len(self.rows)

    def articles(self) -> Iterator[Article]:
        """Those that must be read."""
        for row in self.rows:
            yield article_of(self.connection, row)

    def put(self, reading: Reading) -> None:
        """Let a reading take the place of an earlier one, soon."""
        self._waiting.append(reading)
        if len(self._waiting) >= _BATCH or time.monotonic() - self._since > _SECONDS:
            self.flush()

    def flush(self) -> None:
        """Store what waits, in one transaction."""
        with writing(self.connection):
            for reading in self._waiting:
                row = row_of(self.connection, reading.article.id)
                assert row is not None  # articles are never taken out
                made = put_machine(self.connection, row, reading)
                self.done.read += 1
                self.done.statements += len(reading.statements)
                self.done.orphaned += len(made.orphans) if made else 0
        self._waiting.clear()
        self._since = time.monotonic()
