"""A look over a ledger: at one moment, within a time, and nothing changes by it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.model import Reading
from tests.ledger.conftest import stored


def test_what_is_read_is_of_one_moment(ledger: Ledger, readings: list[Reading]) -> None:
    """What somebody else writes meanwhile is seen afterwards, not inside."""
    stored(ledger, readings[:2])
    with Ledger(ledger.path) as other, ledger.snapshot():
        assert ledger.counts()["articles"] == 2
        stored(other, readings[2:4])
        assert ledger.counts()["articles"] == 2
    assert ledger.counts()["articles"] == 4


def test_nothing_is_written_inside(ledger: Ledger, readings: list[Reading]) -> None:
    """A write inside is refused; afterwards it is possible as before."""
    with pytest.raises(BadLedger, match="attempt to write a readonly database"), ledger.snapshot():
        ledger._connection.execute("DELETE FROM articles")
    stored(ledger, readings[:1])
    assert ledger.counts()["articles"] == 1


def test_what_takes_too_long_is_given_up(ledger: Ledger) -> None:
    """A search ends after its time with a sentence; the next one has its own time."""
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(BadLedger) as caught, ledger.snapshot(0.05):
        ledger._connection.execute(endless)
    assert str(caught.value) == f"{ledger.path}: takes too long to answer that; ask for less at once"
    assert isinstance(caught.value.__cause__, sqlite3.Error)
    with ledger.snapshot(5):
        assert ledger.counts()["articles"] == 0


def test_the_state_changes_when_somebody_writes(ledger: Ledger, readings: list[Reading]) -> None:
    """The number of the state is another one after another program has written, and the same where nobody has."""
    before = ledger.state()
    assert ledger.state() == before
    with Ledger(ledger.path) as other:
        stored(other, readings[:1])
    assert ledger.state() != before


def test_what_is_in_it(whole: Ledger) -> None:
    """The days, the outlets with their articles, those that came last."""
    days = sorted(reading.article.published for reading in whole if reading.article.published)
    assert whole.days() == (days[0], days[-1])
    outlets = whole.outlets()
    assert sum(count for _, count in outlets) <= whole.counts()["articles"]
    assert [count for _, count in outlets] == sorted((count for _, count in outlets), reverse=True)
    newest = whole.newest(3)
    assert [one.id for one in newest] == [reading.article.id for reading in whole][::-1][:3]
    assert newest[0].statements == len(whole.reading(newest[0].id).statements)
    assert whole.newest(3, 1)[0] == newest[1]


def test_what_was_refused(tmp_path: Path) -> None:
    """What was given and not read is listed with the reason, the last first."""
    bad, empty = tmp_path / "bad.txt", tmp_path / "empty.txt"
    bad.write_bytes(b"\0\1\2")
    empty.write_bytes(b"")
    with Ledger(tmp_path / "test.ledger", make=True) as ledger:
        ledger.add([bad, empty], reader="rules")
        refused = ledger.intake("refused")
        assert [Path(one.name).name for one in refused] == ["empty.txt", "bad.txt"]
        assert all(one.reason and one.article is None for one in refused)
        assert ledger.intake("added") == []
        assert len(ledger.intake(limit=1)) == 1
