"""Sources into a ledger: what is new is read and stored, and everything that was given is on record."""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from allegedly.errors import Refused
from allegedly.intake import Received, Seen
from allegedly.intake.record import Provenance
from allegedly.ledger.keeping import put_machine, row_of
from allegedly.ledger.store import now, writing
from allegedly.ledger.writing import put_article
from allegedly.model import Article, Reading

BATCH = 32
"""Articles of one transaction: a kill loses no more than these, and the same command reads them again."""
_SECONDS = 5.0
"""A transaction is ended after this time too, so that readers of the ledger see progress."""
_PASSED = 512
"""Articles that are there already, and refusals, that are put on record at once."""
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

    given: Received
    reading: Reading | None


class Adding:
    """One run of ``add``: what comes in is stored in transactions of :data:`BATCH` articles."""

    def __init__(self, connection: sqlite3.Connection, command: str) -> None:
        self.connection, self.command = connection, command
        self.done = Added()
        self._waiting: list[_Line] = []
        self._passed: list[Received] = []
        self._since = time.monotonic()
        self._handed: dict[str, Received] = {}
        self._seen: Seen | None = None
        self._lines: list[tuple[object, ...]] = []
        self._last: tuple[str, str | None] = ("", None)

    def new(
        self, given: Iterator[Received], *, force: bool, on_article: Callable[[Article], None] | None = None
    ) -> Iterator[Article]:
        """Those of the articles that must be read. What is there is counted; what is not English is stored unread.

        Args:
            given: The articles with what they were read from.
            force: Read what is not English too.
            on_article: Called with each that need not be read.
        """
        for one in given:
            article = one.article
            self._through()
            self._last = (one.name, one.digest)
            self._some()
            if article.id in self._handed or self._there(article):
                self.done.there += 1
                self._passed.append(one)
                if on_article:
                    on_article(article)
            elif not force and article.language not in _ENGLISH:
                self._handed[article.id] = one
                self.put(article, None)
                if on_article:
                    on_article(article)
            else:
                self._handed[article.id] = one
                yield article

    def _some(self) -> None:
        """Store what needs no reading when it is much."""
        if len(self._passed) + len(self._lines) >= _PASSED:
            self.flush()

    def _there(self, article: Article) -> bool:
        """Whether the article is stored, and read or not to be read."""
        found = self.connection.execute("SELECT 1 FROM articles WHERE id = ?", (article.id,)).fetchone()
        return found is not None

    def put(self, article: Article, reading: Reading | None) -> None:
        """Store an article with its reading, soon."""
        given = self._handed.pop(article.id, None) or Received(article, named(article), named(article), None)
        self._waiting.append(_Line(given, reading))
        if len(self._waiting) >= BATCH or time.monotonic() - self._since > _SECONDS:
            self.flush()

    def seen(self, seen: Seen) -> None:
        """Put on record that an input was gone through, unless its one article or its refusal says so."""
        self._through()
        self._seen = seen

    def _through(self) -> None:
        """Put the input that was gone through last on record."""
        seen, self._seen = self._seen, None
        if seen is not None and (seen.name, seen.digest) != self._last:
            self._log(seen.name, "gone through", None, None, seen.digest)

    def refuse(self, refused: Refused) -> None:
        """Put on record that an input is not read; the rest goes on."""
        digest = None
        if self._seen is not None and self._seen.name == refused.name:
            digest, self._seen = self._seen.digest, None
        self.done.refused.append(refused)
        self._log(refused.name, "refused", refused.reason, None, digest)
        self._some()

    def fail(self, article: Article, refused: Refused) -> None:
        """Put on record that an article cannot be read; the rest goes on."""
        given = self._handed.pop(article.id, None)
        self.done.refused.append(refused)
        self._log(given.name if given else refused.name, "refused", refused.reason, None, given.digest if given else None)

    def _log(
        self,
        name: str,
        result: str,
        reason: str | None,
        row: int | None,
        digest: str | None,
        provenance: Provenance | None = None,
    ) -> None:
        self._lines.append((now(), self.command, name, result, reason, row, digest, *(provenance or Provenance())))

    def _keep(self, given: Received) -> None:
        """The bytes themselves, where they are asked for."""
        if given.raw is not None and given.digest is not None:
            self.connection.execute("INSERT OR IGNORE INTO raws VALUES (?, ?)", (given.digest, zlib.compress(given.raw)))

    def flush(self) -> None:
        """Store what waits, in one transaction."""
        begun = time.monotonic()
        with writing(self.connection):
            for line in self._waiting:
                # Another command may have stored it meanwhile.
                if self._there(line.given.article):
                    self.done.there += 1
                    self._passed.append(line.given)
                    continue
                row, renewed = put_article(self.connection, line.given.article)
                if line.reading:
                    put_machine(self.connection, row, line.reading)
                    self.done.added += 1
                    self.done.statements += len(line.reading.statements)
                    result, reason = "new version" if renewed else "added", None
                else:
                    self.done.unread += 1
                    language = line.given.article.language
                    result, reason = "kept unread", f"looks like {language}, which the reader does not know"
                self.done.versions += renewed
                self._log(line.given.name, result, reason, row, line.given.digest, line.given.provenance)
                self._keep(line.given)
            for given in self._passed:
                there = row_of(self.connection, given.article.id)
                self._log(given.name, "there already", None, there, given.digest, given.provenance)
                self._keep(given)
            self._through()
            self.connection.executemany(
                "INSERT INTO intake (at, command, name, result, reason, article, digest, record, record_digest, captured)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                self._lines,
            )
        self._lines.clear()
        self._waiting.clear()
        self._passed.clear()
        self._since = time.monotonic()
        self.done.storing += self._since - begun


def named(article: Article) -> str:
    """What the record of the intake calls an article of which nothing else is known."""
    return article.key or article.title or article.url or article.id
