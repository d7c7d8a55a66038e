"""A web site on this machine, for the tests of fetching: what it answers is written out by each test."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = str(ipaddress.ip_address(0x7F000001))
"""This machine's own address."""

Answer = tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A running site; ``pages`` are its answers by path, ``asked`` the requests that it got."""

    address: str
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def page(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Put a page there; its URL."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, {"Content-Type": kind, **named}, body.encode() if isinstance(body, str) else body)
        return self.url(path)

    def answer(self, path: str, status: int, body: bytes = b"", **headers: str) -> str:
        """Answer so; the URL."""
        self.pages[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)
        return self.url(path)

    def raw(self, path: str, write: Callable[[BaseHTTPRequestHandler], None]) -> str:
        """Let a function write the whole answer; the URL."""
        self.pages[path] = write
        return self.url(path)

    def url(self, path: str) -> str:
        """The URL of a path."""
        return f"http://{self.address}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, without the robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def running() -> Iterator[Site]:
    """A site that runs meanwhile."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = site.pages.get(self.path, (404, {}, b""))
            try:
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                if status != 304:
                    self.wfile.write(body)
            except OSError:
                pass  # who asked is gone, as some tests want it

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer((HERE, 0), Handler)
    server.daemon_threads = True
    site = Site(f"{HERE}:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
