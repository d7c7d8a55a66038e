"""Threads that hold the ledger open: readers wait for nobody, one writer at a time, all closed at the end."""

from __future__ import annotations

import asyncio
import shutil
import threading
import time
from pathlib import Path

import pytest

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.web.readers import READERS, Readers, Writer
from tests.web.server import finished


@pytest.fixture
def path(weighed: Path, tmp_path: Path) -> Path:
    """A ledger that a test may write to."""
    return Path(shutil.copy(weighed, tmp_path / "copy.ledger"))


def test_readers_do_not_wait_for_a_writer(path: Path) -> None:
    """While another one writes, a page is read, as it was before."""

    async def read() -> int:
        readers = Readers(path)
        try:
            return await asyncio.wait_for(readers.run(lambda ledger: ledger.counts()["articles"]), 5)
        finally:
            readers.close()

    with Ledger(path) as other:
        before = other.counts()["articles"]
        other._connection.execute("BEGIN IMMEDIATE")
        other._connection.execute("DELETE FROM intake")
        assert finished(read()) == before
        other._connection.execute("ROLLBACK")


def test_readers_cannot_write(path: Path) -> None:
    """What only reads cannot change anything, whatever a page does."""

    async def write() -> None:
        readers = Readers(path)
        try:
            await readers.run(lambda ledger: ledger.review("note", "0000:s1", who="a", why="b"))
        finally:
            readers.close()

    with pytest.raises(BadLedger):
        finished(write())


def test_each_thread_has_its_own_and_all_are_closed(path: Path) -> None:
    """As many pages as there are readers are read at once, each with a connection of its own; at the end none is left open."""
    meeting = threading.Barrier(READERS)
    seen: list[Ledger] = []

    def look(ledger: Ledger) -> str:
        meeting.wait(10)
        seen.append(ledger)
        return threading.current_thread().name

    async def read() -> list[str]:
        readers = Readers(path)
        try:
            return list(await asyncio.gather(*(readers.run(look) for _ in range(READERS))))
        finally:
            readers.close()

    assert len(set(finished(read()))) == READERS
    assert len({id(ledger) for ledger in seen}) == READERS
    for ledger in seen:
        with pytest.raises(Exception, match=r"closed database|created in a thread"):
            ledger.counts()


def test_one_change_after_the_other(path: Path) -> None:
    """Two forms that are sent at once are done one after the other."""
    busy: list[int] = []

    def work(_: Ledger) -> int:
        busy.append(1)
        time.sleep(0.02)
        together = len(busy)
        busy.pop()
        return together

    async def write() -> list[int]:
        writer = Writer(path)
        try:
            return list(await asyncio.gather(*(writer.run(work) for _ in range(4))))
        finally:
            writer.close()

    assert finished(write()) == [1, 1, 1, 1]
