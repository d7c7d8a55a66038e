"""Claims traced one after the other, some of them in processes beside this one, which read the ledger for themselves."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from allegedly.weighing.helpers import Helpers
from allegedly.weighing.origins.families import families_of
from allegedly.weighing.origins.parts import Traced
from allegedly.weighing.origins.shelf import Shelf, copies_of
from allegedly.weighing.origins.tree import trace

if TYPE_CHECKING:
    from concurrent.futures import Future

_PART = 10
"""Claims that are handed over at a time."""
_AHEAD = 2
"""Parts that each helper has before the first of them is back, so that none waits."""


class Found(NamedTuple):
    """What came of a claim."""

    claim: int
    traced: Traced
    families: int
    """Publishers whose outlets carry it."""


class _Tracer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._shelf, self._families = Shelf(connection), families_of(connection)

    def trace(self, claim: int) -> Found:
        reports, stated = self._shelf.claim(claim)
        owners = {self._families(r.outlet) if r.outlet else f"article {r.row}" for r in reports.values()}
        return Found(claim, trace(reports, stated, copies_of(self._connection, list(reports))), len(owners))


def traced(connection: sqlite3.Connection, claims: Sequence[int], helpers: Helpers | None = None) -> Iterator[Found]:
    """Trace claims as they are asked for; with helpers not in their order.

    Args:
        connection: The ledger, in which all that they rest on is committed.
        claims: Their row numbers, those with the same articles side by side.
        helpers: Processes that work from their end.
    """
    tracer = _Tracer(connection)
    parts = deque(claims[at : at + _PART] for at in range(0, len(claims), _PART))
    ahead: deque[tuple[Sequence[int], Future[list[Found]]]] = deque()
    while parts or ahead:
        try:
            while helpers and parts and len(ahead) < _AHEAD * helpers.many:
                ahead.append((parts[-1], helpers.submit(_trace, parts[-1])))
                parts.pop()
            if ahead and (ahead[0][1].done() or not parts):
                yield from ahead[0][1].result()
                ahead.popleft()
                continue
        except BrokenProcessPool:
            # One was killed, for want of memory as a rule; what they had is done here.
            helpers = None
            parts.extend(part for part, _ in ahead)
            ahead.clear()
            continue
        yield from map(tracer.trace, parts.popleft())


def begin(path: str) -> None:
    """Load what tracing takes, which shows when a few claims are traced that stand; no word of it is kept. In a helper."""
    with closing(sqlite3.connect(path)) as connection:
        some = "SELECT claim FROM claims WHERE articles > 1 ORDER BY claim DESC LIMIT ?"
        for (claim,) in connection.execute(some, (_PART,)).fetchall():
            _Tracer(connection).trace(claim)


@cache
def _tracer(path: str) -> _Tracer:
    return _Tracer(sqlite3.connect(path))


def _trace(path: str, claims: Sequence[int]) -> list[Found]:
    """Trace these, in a helper. The ledger is opened for the first of them, when all that they rest on is in it."""
    return [_tracer(path).trace(claim) for claim in claims]
