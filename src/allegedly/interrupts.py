"""Ctrl-C, which a terminal sends to all processes of a command: one of them hears it, and ends the others."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unheard() -> Iterator[None]:
    """Processes that begin in this block never hear Ctrl-C, not even while they load; this one does again behind it."""
    if threading.current_thread() is not threading.main_thread():
        yield  # nobody else may say so, and what begins here hears it until it says so itself
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
