"""Web addresses that were fetched into a ledger: how they were marked, so that what has not changed is not fetched again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from allegedly.errors import Refused
from allegedly.intake.fetching import Fetched, Seen
from allegedly.ledger.store import writing


class Fetches:
    """The memory of a ledger for :class:`allegedly.intake.fetching.Fetcher`.

    What a run fetches is written down at its end only, and only where all that came of it is stored: a run that is cut off
    fetches again.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._new: dict[str, tuple[str, Fetched]] = {}

    def seen(self, url: str) -> Seen | None:
        """How a page was marked when it was fetched last, or null."""
        row = self._connection.execute("SELECT etag, last_modified, at FROM fetches WHERE url = ?", (url,)).fetchone()
        return Seen(*row) if row else None

    def put(self, name: str, fetched: Fetched) -> None:
        """Remember a page until the end of the run; ``name`` is what messages call it."""
        self._new[fetched.url] = (name, fetched._replace(data=b""))

    def forget(self) -> None:
        """Remember nothing of what was fetched until now: something of it could not be read."""
        self._new.clear()

    def keep(self, refused: Iterable[Refused]) -> None:
        """Write down what was fetched, without what was refused in whole or in part: that is fetched again next time."""
        bad = tuple(one.name for one in refused)
        with writing(self._connection):
            for name, fetched in self._new.values():
                # An entry of a feed is called "feed entry 3", its page "feed entry 3 › page".
                if any(other == name or other.startswith(f"{name} ") or other.endswith(f" › {name}") for other in bad):
                    continue
                if fetched.since:
                    self._connection.execute("UPDATE fetches SET at = ? WHERE url = ?", (fetched.at, fetched.url))
                    continue
                self._connection.execute(
                    "INSERT OR REPLACE INTO fetches VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        *(fetched.url, fetched.headers.get("etag"), fetched.headers.get("last-modified")),
                        *(fetched.at, fetched.status, fetched.digest),
                    ),
                )
        self._new.clear()
