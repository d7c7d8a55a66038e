"""Python's searches for what refers to itself, made seldom: weighing makes millions of things, and hardly any of them does."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

MADE = 500_000
"""Things that are made between two searches."""


@contextmanager
def seldom_collected() -> Iterator[Callable[[], None]]:
    """With fewer searches for what refers to itself: little does, and looking through it all takes a tenth of the time.

    Yields what settles all that there is: later searches pass it over. Where the caller has done so himself, nothing more is,
    for it can only be undone as a whole.
    """
    before = gc.get_threshold()
    settled = gc.get_freeze_count() > 0
    gc.set_threshold(MADE, *before[1:])
    try:
        yield (lambda: None) if settled else gc.freeze
    finally:
        gc.set_threshold(*before)
        if not settled:
            gc.unfreeze()
