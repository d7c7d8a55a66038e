"""Sources into a ledger: what is new is read and stored, and everything that was given is on record."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from allegedly.errors import Refused
from allegedly.ledger.keeping import put_machine
from allegedly.ledger.store import now, writing
from allegedly.ledger.writing import put_article
from allegedly.model import Article, Reading

BATCH = 32
"""Articles of one transaction: a kill loses no more than these, and the same command reads them again."""
_SECONDS = 5.0
"""A transaction is ended after this time too, so that readers of the ledger see progress."""
_PASSED = 512
"""Articles that are there already and are put on record at once."""
_ENGLISH = ("en", None)


@dataclass
class Added:
    """What became of what was given."""

    added: int = 0
    """Articles read and stored."""
    unread: int = 0
    """Articles kept without a reading: not English."""
    there: int = 0
    """Articles that were in the ledger already."""
    versions: int = 0
    """Of the stored ones, newer versions of an article with the same URL."""
    statements: int = 0
    refused: list[Refused] = field(default_factory=list)
    """What is not in the ledger, and why."""
    storing: float = 0.0
    """Seconds spent on storing."""

    def __str__(self) -> str:
        parts = [f"{self.added:,} read and stored ({self.statements:,} statements)"]
        if self.versions:
            parts.append(f"{self.versions:,} of them newer versions")
        if self.unread:
            parts.append(f"{self.unread:,} kept unread, not English")
        if self.there:
            parts.append(f"{self.there:,} there already")
        if self.refused:
            parts.append(f"{len(self.refused):,} refused")
        return "; ".join(parts)


@dataclass
class _Line:
    """What waits to be stored."""

    article: Article
    reading: Reading | None
    name: str


class Adding:
    """One run of ``add``: what comes in is stored in transactions of :data:`BATCH` articles."""

    def __init__(self, connection: sqlite3.Connection, command: str) -> None:
        self.connection, self.command = connection, command
        self.done = Added()
        self._waiting: list[_Line] = []
        self._passed: list[_Line] = []
        self._since = time.monotonic()
        self._handed: set[str] = set()

    def new(
        self, given: Iterator[Article], *, force: bool, on_article: Callable[[Article], None] | None = None
    ) -> Iterator[Article]:
        """Those of the articles that must be read. What is there is counted; what is not English is stored unread.

        Args:
            given: The articles.
            force: Read what is not English too.
            on_article: Called with each that need not be read.
        """
        for article in given:
            if len(self._passed) >= _PASSED:
                self.flush()
            if article.id in self._handed or self._there(article):
                self.done.there += 1
                self._passed.append(_Line(article, None, named(article)))
                if on_article:
                    on_article(article)
            elif not force and article.language not in _ENGLISH:
                self._handed.add(article.id)
                self.put(article, None)
                if on_article:
                    on_article(article)
            else:
                self._handed.add(article.id)
                yield article

    def _there(self, article: Article) -> bool:
        """Whether the article is stored, and read or not to be read."""
        found = self.connection.execute("SELECT 1 FROM articles WHERE id = ?", (article.id,)).fetchone()
        return found is not None

    def put(self, article: Article, reading: Reading | None) -> None:
        """Store an article with its reading, soon."""
        self._waiting.append(_Line(article, reading, named(article)))
        self._handed.discard(article.id)
        if len(self._waiting) >= BATCH or time.monotonic() - self._since > _SECONDS:
            self.flush()

    def refuse(self, refused: Refused) -> None:
        """Put on record that an input is not read, soon; the rest goes on."""
        self.done.refused.append(refused)
        self._log(refused.name, "refused", refused.reason, None)

    def _log(self, name: str, result: str, reason: str | None, row: int | None) -> None:
        self.connection.execute(
            "INSERT INTO intake (at, command, name, result, reason, article) VALUES (?, ?, ?, ?, ?, ?)",
            (now(), self.command, name, result, reason, row),
        )

    def flush(self) -> None:
        """Store what waits, in one transaction."""
        begun = time.monotonic()
        with writing(self.connection):
            for line in self._waiting:
                # Another command may have stored it meanwhile.
                if self._there(line.article):
                    self.done.there += 1
                    continue
                row, renewed = put_article(self.connection, line.article)
                if line.reading:
                    put_machine(self.connection, row, line.reading)
                    self.done.added += 1
                    self.done.statements += len(line.reading.statements)
                    result, reason = "new version" if renewed else "added", None
                else:
                    self.done.unread += 1
                    result, reason = "kept unread", f"looks like {line.article.language}, which the reader does not know"
                self.done.versions += renewed
                self._log(line.name, result, reason, row)
            for line in self._passed:
                found = self.connection.execute("SELECT article FROM articles WHERE id = ?", (line.article.id,)).fetchone()
                self._log(line.name, "there already", None, found[0] if found else None)
        self._waiting.clear()
        self._passed.clear()
        self._since = time.monotonic()
        self.done.storing += self._since - begun


def named(article: Article) -> str:
    """What the record of the intake calls an article."""
    return article.key or article.title or article.url or article.id
