"""The ledger's file: made, opened, refused, copied."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.model import Reading
from tests.ledger.conftest import stored


def test_missing(tmp_path: Path) -> None:
    """A ledger that is not there is made only by what adds to it."""
    with pytest.raises(BadLedger, match=r"none\.ledger: there is no such ledger; 'allegedly add' makes one$"):
        Ledger(tmp_path / "none.ledger")
    assert not list(tmp_path.iterdir())


def test_something_else(tmp_path: Path) -> None:
    """A text, a folder, another program's database and a newer ledger are refused, each with its sentence, and left alone."""
    text = tmp_path / "notes.txt"
    text.write_text("Not a ledger but words, and more of them than a header has: " * 20, encoding="utf-8")
    with pytest.raises(BadLedger, match=r"is not a ledger; name another file$"):
        Ledger(text, make=True)
    assert text.read_text(encoding="utf-8").startswith("Not a ledger")
    with pytest.raises(BadLedger, match=r"is a folder, not a ledger; name a file$"):
        Ledger(tmp_path, make=True)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(BadLedger, match=r"is a SQLite file, but no ledger; name another file$"):
        Ledger(other, make=True)
    newer = tmp_path / "newer.ledger"
    Ledger(newer, make=True).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(BadLedger, match=r"was made by a newer Allegedly \(schema 999\); install that one$"):
        Ledger(newer)


def test_made_by_two_at_once(tmp_path: Path) -> None:
    """Two commands that make the same ledger at the same time get one, and both can use it."""
    path = tmp_path / "two.ledger"
    make = f"from allegedly.ledger import Ledger; Ledger({str(path)!r}, make=True).counts()"
    running = [subprocess.Popen([sys.executable, "-c", make]) for _ in range(4)]
    assert [one.wait(60) for one in running] == [0, 0, 0, 0]
    with Ledger(path) as ledger:
        assert list(ledger.check()) == []


def test_any_tool_opens_it(whole: Ledger) -> None:
    """The tables and views are plain: another program asks who denies what, and by which word somebody is called."""
    connection = sqlite3.connect(f"file:{whole.path}?mode=ro", uri=True)
    denied = connection.execute("SELECT source, words FROM said WHERE stance = 'denies' AND source LIKE '%Brekk%'").fetchall()
    assert any("No shot was fired" in words for _, words in denied)
    assert ("terrorist", "applied") in {(w.rstrip("s"), u) for w, u in connection.execute("SELECT word, use FROM called")}
    loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
    assert all("_words" in name for (name,) in connection.execute(loose))


def test_backup(whole: Ledger, tmp_path: Path) -> None:
    """A copy is whole, also while somebody writes, and never takes the place of a file."""
    copy = tmp_path / "copy.ledger"
    whole.backup(copy)
    with Ledger(copy) as other:
        assert list(other) == list(whole)
        assert list(other.check()) == []
    with pytest.raises(BadLedger, match=r"copy\.ledger: is there already; name a new file for the copy$"):
        whole.backup(copy)


def test_readers_do_not_wait(ledger: Ledger, readings: list[Reading]) -> None:
    """While one command is writing, another reads what was there before."""
    stored(ledger, readings[:1])
    ledger._connection.execute("BEGIN IMMEDIATE")
    ledger._connection.execute("UPDATE articles SET key = 'other'")
    with Ledger(ledger.path) as other:
        assert len(other.find(limit=1000)) == len(readings[0].statements)
    ledger._connection.execute("ROLLBACK")
