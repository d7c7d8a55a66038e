"""A real server of a ledger for tests, in a thread of its own."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from allegedly.web.guard import LOOPBACK
from allegedly.web.server import Remote, configured


@contextmanager
def running(application: ASGIApp, remote: Remote | None = None) -> Iterator[str]:
    """Run an application; gives its address, without the last slash."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen(64)
        server = uvicorn.Server(configured(application, remote))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield f"{'https' if remote and remote.certificate else 'http'}://{LOOPBACK}:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
