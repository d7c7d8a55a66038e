"""Processes that work for a weighing beside it: each reads the ledger for itself, and none writes into it."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from allegedly.interrupts import unheard
from allegedly.weighing.garbage import MADE

if TYPE_CHECKING:
    from concurrent.futures import Future
    from types import TracebackType

P = ParamSpec("P")
T = TypeVar("T")


class Helpers:
    """So many processes. They begin when they are first given something, and end with the ``with`` block.

    Args:
        path: The ledger's file.
        many: How many.
    """

    def __init__(self, path: str, many: int) -> None:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        self.many, self._path = many, path
        self._pool = ProcessPoolExecutor(many, mp_context=get_context("spawn"), initializer=_prepare)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let them end, with what they are at."""
        self._pool.shutdown(cancel_futures=True)

    def submit(self, work: Callable[Concatenate[str, P], T], /, *given: P.args, **more: P.kwargs) -> Future[T]:
        """Have one of them do some work, which is given the ledger's path first.

        It loads no more than the module that the work is in, so what is waited for first is best in one that needs little.

        Raises:
            BrokenProcessPool: One of them was killed, for want of memory as a rule.
        """
        with unheard():
            return self._pool.submit(work, self._path, *given, **more)


def _prepare() -> None:
    """Leave Ctrl-C to the process that began this one, and search seldom for what refers to itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(MADE)
