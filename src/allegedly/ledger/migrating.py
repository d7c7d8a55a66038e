"""A ledger of an earlier schema becomes one of the present schema; a copy of it as it was is kept beside it.

The new tables are made in a file beside it, out of the old ones or next to them, and its pages then take the place of the old
ones in one transaction. A kill before its end leaves the ledger as it was, and the next command begins anew.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from allegedly.errors import BadLedger
from allegedly.ledger import version1
from allegedly.ledger.mentions import windows
from allegedly.ledger.store import VERSION, beside, complete_tables, make_tables, told, writing
from allegedly.ledger.writing import put_article, put_reading

_BATCH = 256
_PATIENCE = 60.0
"""Seconds that it waits until nobody else has the file open."""


def migrate(path: Path, on_warning: Callable[[str], None] | None = None) -> None:
    """Bring the ledger in this file up to the present schema.

    Args:
        path: The file.
        on_warning: Called with the sentence that says so, before it is done.

    Raises:
        BadLedger: Another command uses it, or there is no room for the copy and the new file beside it.
    """
    made = beside(path)
    try:
        old = _alone(path)
        if old is None:
            return
        try:
            version = old.execute("PRAGMA user_version").fetchone()[0]
            kept = path.with_name(f"{path.name}.before-{VERSION}")
            if on_warning:
                on_warning(f"{path}: an earlier Allegedly made it; it is brought up to date, and kept as it was in {kept.name}")
            _copy(old, kept)
            remove(made)
            new = sqlite3.connect(made, isolation_level=None)
            try:
                # Nobody needs this file when it is not finished.
                new.execute("PRAGMA journal_mode = OFF")
                new.execute("PRAGMA synchronous = OFF")
                _FROM[version](old, new)
                new.backup(old)
            finally:
                new.close()
        finally:
            remove(made)
            old.close()
    except sqlite3.DatabaseError as error:
        raise _said(path, error) from error
    except OSError as error:
        raise BadLedger(str(path), f"cannot be brought up to date ({error.strerror or error}); check its folder") from error


def _said(path: Path, error: sqlite3.DatabaseError) -> BadLedger:
    what = str(error)
    if "locked" in what or "busy" in what:
        return BadLedger(str(path), "is to be brought up to date, and another command uses it; try again when that has ended")
    return told(path, error)


def _alone(path: Path) -> sqlite3.Connection | None:
    """The file for oneself: nobody reads or writes what is about to be replaced. Null where another command has done it."""
    until = time.monotonic() + _PATIENCE
    while True:
        old = sqlite3.connect(path, timeout=0.1, isolation_level=None)
        try:
            if old.execute("PRAGMA user_version").fetchone()[0] >= VERSION:
                old.close()
                return None
            # A file with a log beside it can be locked against writers only.
            old.execute("PRAGMA journal_mode = DELETE")
            old.execute("PRAGMA locking_mode = EXCLUSIVE")
            old.execute("BEGIN EXCLUSIVE")
            old.execute("COMMIT")
        except sqlite3.OperationalError as error:
            # Two that wait for one another would wait for ever: each lets go, and tries again a little later.
            old.close()
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02 + 0.1 * random.random())
        else:
            if old.execute("PRAGMA user_version").fetchone()[0] < VERSION:
                return old
            old.close()
            return None


def _copy(old: sqlite3.Connection, kept: Path) -> None:
    """Keep a copy; it takes its name when it is whole. One of an attempt that was cut off is replaced."""
    part = kept.with_name(f"{kept.name}.part")
    part.unlink(missing_ok=True)
    copy = sqlite3.connect(part)
    try:
        old.backup(copy)
    finally:
        copy.close()
    part.replace(kept)


def remove(made: Path) -> None:
    """Take away the file in which a ledger was brought up to date, and what SQLite wrote beside it."""
    for name in (made, made.with_name(f"{made.name}-journal")):
        name.unlink(missing_ok=True)


def _from_1(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Articles, readings and the record of the intake out of version 1."""
    make_tables(new)
    rows = {}
    every = [row for (row,) in old.execute("SELECT article FROM articles ORDER BY article").fetchall()]
    for at in range(0, len(every), _BATCH):
        with writing(new):
            for row in every[at : at + _BATCH]:
                rows[row], _ = put_article(new, version1.article_of(old, row))
                _readings_1(old, new, row, rows[row])
    with writing(new):
        new.executemany(
            "INSERT INTO intake (at, command, name, result, reason, article) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (*told, rows.get(row))
                for *told, row in old.execute("SELECT at, command, name, result, reason, article FROM intake ORDER BY intake")
            ),
        )


def _readings_1(old: sqlite3.Connection, new: sqlite3.Connection, row: int, own: int) -> None:
    reading = version1.reading_of(old, row)
    for *by, read, replaced in version1.readings_of(old, row):
        if replaced is None and reading is not None:
            put_reading(new, own, reading)
            new.execute("UPDATE readings SET read = ? WHERE article = ? AND replaced IS NULL", (read, own))
        else:
            new.execute(
                "INSERT INTO readings (article, reader, version, pipeline, notes, read, replaced) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (own, *by, read, replaced),
            )


def _from_2(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """All of version 2, which has every table but those of what weighing makes and those of version 3 that went into others."""
    old.backup(new)
    for script in _SORTED_APART:
        new.execute(script)
    _repacked(new)


def _from_3(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """All of version 3, some of it where it takes less room."""
    old.backup(new)
    _repacked(new)


_SORTED_APART = (
    "CREATE TABLE voicings (statement INTEGER PRIMARY KEY, voice TEXT)",
    (
        "CREATE TABLE role_sorts (article INTEGER, entity INTEGER, number INTEGER, kind TEXT, by_outlet INTEGER,"
        " by_entity INTEGER, by_text TEXT, by_start INTEGER, by_end INTEGER)"
    ),
)
"""Tables that only version 3 had."""
_TAKE = (
    "CREATE TEMP TABLE old_manners AS SELECT * FROM main.manners",
    "CREATE TEMP TABLE old_roles AS SELECT * FROM main.roles LEFT JOIN main.role_sorts USING (article, entity, number)",
    "CREATE TEMP TABLE old_mentions AS SELECT start, end, entity, article FROM main.mentions",
    "DROP TABLE main.manners",
    "DROP TABLE main.roles",
    "DROP TABLE main.mentions",
    "DROP TABLE IF EXISTS statement_vectors",
)
_FILL = (
    (
        "INSERT INTO manners (mode, act, stance, slant, source_kind, voice)"
        " SELECT DISTINCT mode, act, stance, slant, source_kind, voice FROM statements JOIN old_manners USING (manner)"
        " LEFT JOIN voicings USING (statement) ORDER BY mode, act, stance, slant, source_kind, voice"
    ),
    (
        "CREATE TEMP TABLE became AS SELECT o.manner AS before, n.voice, n.manner FROM old_manners o"
        " JOIN manners n USING (mode, act, stance, slant, source_kind)"
    ),
    "CREATE INDEX temp.became_of ON became (before, voice)",
    (
        "UPDATE statements SET manner = (SELECT b.manner FROM became b WHERE b.before = statements.manner"
        " AND b.voice IS (SELECT v.voice FROM voicings v WHERE v.statement = statements.statement))"
    ),
    (
        "INSERT INTO roles SELECT article, entity, number, start, end, of, kind, by_outlet, by_entity, by_text, by_start, by_end"
        " FROM old_roles ORDER BY article, entity, number"
    ),
    "DROP TABLE voicings",
    "DROP TABLE role_sorts",
)


def _repacked(new: sqlite3.Connection) -> None:
    """Put what took more room than it needs where it takes less: mentions into windows, what sorts roles and voices into rows.

    Views, which name these tables, are made anew. What claims were gathered by is kept otherwise now: they are gathered anew when
    the ledger is weighed.
    """
    with writing(new):
        for (name,) in new.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
            new.execute(f"DROP VIEW {name}")
        for command in _TAKE:
            new.execute(command)
    complete_tables(new)
    with writing(new):
        for command in _FILL:
            new.execute(command)
        rows = new.execute("SELECT start, end, entity, article FROM old_mentions ORDER BY article")
        for _, group in groupby(rows, key=itemgetter(3)):
            new.executemany("INSERT INTO mention_windows VALUES (?, ?, ?, ?)", windows(group))
    new.execute("VACUUM")


_FROM: dict[int, Callable[[sqlite3.Connection, sqlite3.Connection], None]] = {
    1: _from_1,
    2: _from_2,
    3: _from_3,
}
"""From each earlier version to the present one."""
