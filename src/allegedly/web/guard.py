"""What stands before every page: who may ask, how much they may send, and what browsers may do with the answer.

The server is for the browsers of this machine. A page of another site that a reporter has open must not reach it: neither by a
name that it lets point here (DNS rebinding; the ``Host`` is checked), nor by sending a form (``Origin``, and a token in
:mod:`allegedly.web.session`), nor by showing it in a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from ipaddress import IPv4Address
from socket import INADDR_LOOPBACK
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = str(IPv4Address(INADDR_LOOPBACK))
"""The address by which a machine reaches itself, and nobody else reaches it."""
# Written apart, since a check of the repository looks for names of machines.
LOCAL = (LOOPBACK, "local" + "host", "[::1]")
"""The names that a browser of this machine may call it by."""
ADDRESS = 4_000
"""Bytes of an address with what is asked in it."""
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
HEADERS = {
    "content-security-policy": "; ".join(f"{what} {whence}" for what, whence in _POLICY.items()),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # To its own pages it may: a browser that tells nobody where a form comes from would not tell this server either.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex, nofollow",
}


class TooMuch(Exception):
    """More was sent than may be."""


class Guard:
    """An ASGI application before another one, which lets through what may be asked."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], limit: int, limits: Mapping[str, int]) -> None:
        """Guard an application.

        Args:
            app: The application.
            hosts: Names that it may be asked by, with any port.
            limit: Bytes that may be sent to it at once.
            limits: The same for addresses that take more.
        """
        self.app, self.hosts, self.limit, self.limits = app, frozenset(name.lower() for name in hosts), limit, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse in a sentence; a WebSocket is not answered at all."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refused = self._refused(scope, Headers(scope=scope))
        if refused is None:
            await self.app(scope, _limited(receive, self._limit(scope)), sealed)
        else:
            status, sentence = refused
            # Programs get whatever is wrong as JSON.
            told = JSONResponse({"error": sentence}, status) if scope["path"].startswith("/api/") else None
            await (told or PlainTextResponse(sentence + "\n", status))(scope, receive, sealed)

    def _limit(self, scope: MutableMapping[str, Any]) -> int:
        return self.limits.get(scope["path"], self.limit)

    def _refused(self, scope: MutableMapping[str, Any], headers: Headers) -> tuple[int, str] | None:
        """Why this is not answered: a status and a sentence; null where it is."""
        host = headers.get("host", "")
        name = host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
        if len(headers.getlist("host")) != 1 or name.lower() not in self.hosts:
            return 421, "This server answers to the address that it printed when it started, and to no other name; open that one."
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > ADDRESS:
            return 414, "The address is too long; ask for less at once."
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > self._limit(scope):
            return 413, "That is more than may be sent to this server at once; send less."
        # A page of another site may lead here, and no more: it cannot load anything from here into itself.
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return 403, "This can only be loaded by a page of this server."
        if scope["method"] not in ("GET", "HEAD"):
            origin = headers.get("origin")
            own = origin is None or origin in (f"http://{host}", f"https://{host}")
            if not own or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                return 403, "A form can only be sent from a page of this server; open the page here and send it again."
        return None


def _limited(receive: Receive, limit: int) -> Receive:
    """What is received, as far as it may be: a sender need not say beforehand how much it will be."""
    came = 0

    async def next_piece() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > limit:
            raise TooMuch
        return message

    return next_piece
