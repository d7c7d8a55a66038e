"""Threads that hold the ledger open: several that read, at most one that writes. A reader waits for nobody."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from allegedly.ledger import Ledger

T = TypeVar("T")
READERS = 4
"""Threads that read. More would only share the same processor."""
PATIENCE = 10.0
"""Seconds that a page may look for what it shows."""


class Threads:
    """Threads, each with the ledger open for itself: a connection of SQLite belongs to the thread that opened it."""

    def __init__(self, path: Path, count: int) -> None:
        self._path, self._count = path, count
        self._own = threading.local()
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="ledger")

    async def run(self, work: Callable[[Ledger], T]) -> T:
        """Do this with the ledger, in one of the threads."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: work(self._ledger()))

    def _ledger(self) -> Ledger:
        opened: Ledger | None = getattr(self._own, "ledger", None)
        if opened is None:
            opened = self._own.ledger = Ledger(self._path)
        return opened

    def close(self) -> None:
        """Let each thread close what it opened, when what it is doing is done."""
        together = threading.Barrier(self._count)

        def close() -> None:
            together.wait()  # so that every thread takes exactly one of these
            opened: Ledger | None = getattr(self._own, "ledger", None)
            if opened is not None:
                opened.close()

        done = [self._pool.submit(close) for _ in range(self._count)]
        for each in done:
            each.result()
        self._pool.shutdown()


class Readers(Threads):
    """Threads that only read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, READERS)

    async def run(self, work: Callable[[Ledger], T]) -> T:
        """Do this with the ledger as it is at one moment; nothing can be written in it."""

        def read(ledger: Ledger) -> T:
            with ledger.snapshot(PATIENCE):
                return work(ledger)

        return await super().run(read)


class Writer(Threads):
    """One thread that writes, so that one change after the other is made."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, 1)
