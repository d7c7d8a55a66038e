"""A ledger served as ``allegedly serve`` does it; each answer says how long it took: ``python -m benchmarks.web_served``."""

from __future__ import annotations

import socket
import sys
import time
from typing import TYPE_CHECKING

import uvicorn
from starlette.datastructures import MutableHeaders

from allegedly.web import app
from allegedly.web.guard import LOOPBACK
from allegedly.web.server import configured

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Timed:
    """An application whose answers say how long they took to begin, all being worked out then."""

    def __init__(self, application: ASGIApp) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        begin, worked = time.perf_counter(), time.process_time()

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                headers["server-timing"] = (
                    f"all;dur={1000 * (time.perf_counter() - begin):.1f}, cpu;dur={1000 * (time.process_time() - worked):.1f}"
                )
            await send(message)

        await self.application(scope, receive, told)


def main() -> None:
    """Serve until it is ended; print the port first."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen(128)
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(configured(Timed(app(sys.argv[1], read_only=True)))).run(sockets=[listener])


if __name__ == "__main__":
    main()
