"""The server that runs the application until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from allegedly.errors import NoServer
from allegedly.web.application import app
from allegedly.web.guard import LOOPBACK

PORT = 8370
"""Where it listens unless another port is named; no well-known service has it."""


def serve(
    ledger: str | Path, *, port: int = PORT, read_only: bool = False, on_start: Callable[[str], None] | None = None
) -> None:
    """Serve a ledger to the browsers of this machine, until Ctrl-C.

    Args:
        ledger: The file.
        port: Where to listen; 0 takes any that is free.
        read_only: Nothing can be changed through it.
        on_start: Called with the address when it listens.

    Raises:
        BadLedger: The file is missing, damaged, or no ledger.
        NoServer: The port is taken.
    """
    application = app(ledger, read_only=read_only)
    with _listening(port) as listener:
        address = f"http://{LOOPBACK}:{listener.getsockname()[1]}/"
        if on_start:
            on_start(address)
        # The server ends by itself on Ctrl-C, and then says it once more.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configured(application)).run(sockets=[listener])


def configured(application: ASGIApp) -> uvicorn.Config:
    """How the server runs an application: it believes no proxy, tells nothing of itself, and writes no record of what is read."""
    return uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        limit_concurrency=256,
        timeout_graceful_shutdown=5,
    )


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise NoServer(f"port {port} cannot be used ({error.strerror}); name another with --port, or 0 for any") from error
    return listener
