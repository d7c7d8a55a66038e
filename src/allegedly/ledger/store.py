"""The ledger's file: made, opened, checked and copied. One SQLite file, which any SQLite tool opens."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from allegedly.errors import BadLedger

APPLICATION = 0x416C6C67
"""``PRAGMA application_id`` of a ledger: the letters *Allg*."""
VERSION = 4
"""``PRAGMA user_version``: which schema the file has. A file of an earlier one is migrated when it is opened."""
OLDEST = (3, 40)
"""The least version of SQLite: strict tables, and what its full-text search has learnt."""
_PAGE = 2048
"""Bytes of a page: an article's text fills several, and half of the last one stays empty on the average."""
_INDEXES = ("article_words", "statement_words")
_MAKES = re.compile(r"^(?:CREATE (?:UNIQUE )?(?:VIRTUAL )?(?:TABLE|INDEX|VIEW|TRIGGER)|INSERT INTO) (\w+)", re.MULTILINE)
"""What a statement of the schema makes or fills."""
_MEMORY = 16_000
"""Kilobytes of the file that stay in memory: what a page of the browser looks up again and again in a large ledger."""
_PART = 4
"""One article of so many that are new is a good part of all."""
_PATIENCE = 60.0
"""Seconds that a command waits for another that is writing."""
_AGAIN = 0.05
"""Seconds between two attempts where SQLite does not wait by itself."""


def now() -> str:
    """The time as it is written into the ledger: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def opened(path: Path, *, make: bool = False, on_warning: Callable[[str], None] | None = None) -> sqlite3.Connection:
    """The ledger in this file, brought up to the present schema where it has an earlier one.

    Args:
        path: The file.
        make: Make it where there is none. A folder or a file that is something else is never touched.
        on_warning: Called with a sentence where the file is changed before it is used.

    Raises:
        BadLedger: It is missing, no ledger, damaged, or of a newer version.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        raise BadLedger(str(path), f"SQLite {sqlite3.sqlite_version} is too old for a ledger; use a Python with 3.40 or newer")
    if path.is_dir():
        raise BadLedger(str(path), "is a folder, not a ledger; name a file")
    fresh = not path.exists() or not path.stat().st_size
    if fresh and not make:
        raise BadLedger(str(path), "there is no such ledger; 'allegedly add' makes one")
    try:
        connection = _connected(path)
        if fresh:
            make_tables(connection)
        if _known(connection, path) < VERSION:
            from allegedly.ledger.migrating import migrate

            connection.close()
            migrate(path, on_warning)
            connection = _connected(path)
        elif beside(path).exists():
            # It was killed after its last write: the ledger is the new one, and nobody needs this file.
            from allegedly.ledger.migrating import remove

            remove(beside(path))
        _keep_a_log(connection)
        # Written through at the end of every transaction: a power cut takes nothing that was said to be done.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{_MEMORY}")
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error
    except OSError as error:
        raise BadLedger(str(path), f"cannot be opened ({error.strerror or error}); check the path and its permissions") from error
    return connection


def beside(path: Path) -> Path:
    """The file in which a ledger is brought up to the present schema."""
    return path.with_name(f"{path.name}.migrating")


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Have writers and readers side by side; while another command opens the same new file SQLite refuses that at once."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_AGAIN)
        else:
            return


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables in one transaction, so that a kill leaves either none or all; who comes second finds them made."""
    connection.execute(f"PRAGMA page_size = {_PAGE}")
    with writing(connection):
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return
        for statement in _statements(_script()):
            connection.execute(statement)
        for index in _INDEXES:
            # A piece of the index fills a page with what SQLite writes around it.
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('pgsz', {_PAGE - 46})")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def complete_tables(connection: sqlite3.Connection) -> None:
    """Make those tables, indexes and views of the present schema that a ledger of an earlier one lacks; what it has stays."""
    with writing(connection):
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        for statement in _statements(_script()):
            made = _MAKES.search(statement)
            if made and made[1] not in there:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _script() -> str:
    return resources.files("allegedly.ledger").joinpath("schema.sql").read_text(encoding="utf-8")


def tidy(connection: sqlite3.Connection, *, added: int) -> None:
    """Pack the file after many additions: the pieces of the search indexes are made one, and no page stays half empty.

    It takes time by the size of the whole, so it is done only where a good part of all is new; where there is no room for it on
    the disk, or somebody else is at work, the ledger is left as it is, larger by a tenth and no worse.

    Args:
        connection: The ledger.
        added: Articles that were added.
    """
    articles = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    if added * _PART < articles:
        return
    with suppress(sqlite3.OperationalError):
        for index in _INDEXES:
            with writing(connection):
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        connection.execute("VACUUM")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction that it runs in."""
    piece = ""
    for line in script.splitlines(keepends=True):
        piece += line
        if sqlite3.complete_statement(piece):
            yield piece
            piece = ""


def _known(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a ledger that this program can open."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise BadLedger(str(path), "is a SQLite file, but no ledger; name another file")
    if version > VERSION:
        raise BadLedger(str(path), f"was made by a newer Allegedly (schema {version}); install that one")
    return int(version)


def told(path: Path, error: sqlite3.Error) -> BadLedger:
    """SQLite's complaint as one sentence with the remedy."""
    what = str(error)
    if "not a database" in what:
        return BadLedger(str(path), "is not a ledger; name another file")
    if "locked" in what or "busy" in what:
        return BadLedger(str(path), "another command is writing to it and did not end; try again when it has")
    if "interrupted" in what:
        return BadLedger(str(path), "takes too long to answer that; ask for less at once")
    if "full" in what:
        return BadLedger(str(path), "the disk is full; make room and run the same command again, nothing is lost")
    if "readonly" in what or "unable to open" in what:
        return BadLedger(str(path), f"cannot be opened for writing ({what}); check the path, its folder and their permissions")
    return BadLedger(str(path), f"SQLite says: {what}; 'allegedly check' looks it over, and 'allegedly backup' makes copies")


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction: all of it or nothing. Another writer is waited for."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def backup(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the ledger while it is in use; the copy appears under its name when it is whole.

    Raises:
        BadLedger: The file exists, or cannot be written.
    """
    if path.exists():
        raise BadLedger(str(path), "is there already; name a new file for the copy")
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        copy = sqlite3.connect(part)
        try:
            connection.backup(copy, pages=4096)
        finally:
            copy.close()
        part.replace(path)
    except sqlite3.DatabaseError as error:
        part.unlink(missing_ok=True)
        raise told(path, error) from error
    except OSError as error:
        raise BadLedger(str(path), f"cannot be written ({error.strerror or error}); check the path and the disk") from error
