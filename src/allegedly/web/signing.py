"""Signing in, where other machines may ask: a name and the password, few attempts, a session that ends.

Everybody has the same password. The name is what people say of themselves, and stands on everything that they change.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from allegedly.web.password import fits
from allegedly.web.reviewer import named
from allegedly.web.session import Sessions

SIGN_IN = "/sign-in"
_LASTS = 12 * 3600.0
"""Seconds for which somebody stays signed in."""
_FREE = 5
"""Wrong passwords from one place that cost nothing yet; each further one doubles the wait."""
_LONGEST = 900.0
"""Seconds that one waits at most."""
_FORGOTTEN = 3600.0
"""Seconds after which a place's wrong passwords are forgotten."""
_PLACES = 10_000
"""Places, and sessions, that are kept in mind."""
_AT_ONCE = 4
"""Passwords that may wait to be looked at."""


class Refused(Exception):
    """Somebody is not let in; a status and a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


class _Signed(NamedTuple):
    who: str
    until: float


class _Tries(NamedTuple):
    wrong: int
    last: float


def whence(request: Request) -> str:
    """The address that a request comes from."""
    return request.client.host if request.client else "nowhere"


class Signing:
    """Who is signed in."""

    def __init__(self, sessions: Sessions, password: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Let in who knows a password.

        Args:
            sessions: The browsers' sessions.
            password: Its hash.
            clock: Gives the time in seconds.
        """
        self._sessions, self._password, self._clock = sessions, password, clock
        self._signed: OrderedDict[str, _Signed] = OrderedDict()
        self._tries: OrderedDict[str, _Tries] = OrderedDict()
        self._looking = threading.Lock()
        self._line = threading.BoundedSemaphore(_AT_ONCE)

    def who(self, request: Request) -> str | None:
        """Who signed in with this browser; null where nobody did."""
        name = self._sessions.of(request).name
        found = self._signed.get(name) if name else None
        return found.who if found and found.until > self._clock() else None

    def enter(self, form: FormData, request: Request) -> Response:
        """Sign somebody in, under a session of a new name.

        Raises:
            Refused: The password is wrong, no name is given, or too many were tried.
        """
        who, words = named(form.get("who")), form.get("password")
        place = _place(whence(request))
        wait = self._wait(place)
        if wait > 0:
            minutes = f"{round(wait / 60)} minutes" if wait > 90 else f"{max(1, round(wait))} seconds"
            raise Refused(429, f"Too many wrong passwords came from where you are; try again in {minutes}.")
        if who is None:
            raise Refused(400, "Nobody is named; say who you are, since it stands on everything that you change.")
        if not isinstance(words, str) or not self._fits(words):
            self._failed(place)
            raise Refused(403, "That is not the password.")
        self._tries.pop(place, None)
        session = self._sessions.fresh()
        self._signed[session.name or ""] = _Signed(who, self._clock() + _LASTS)
        while len(self._signed) > _PLACES:
            self._signed.popitem(last=False)
        then = request.query_params.get("then", "/")
        response = RedirectResponse(then if _local(then) else "/", 303)
        session.remember(request, response)
        return response

    def leave(self, request: Request) -> Response:
        """Sign somebody out."""
        self._signed.pop(self._sessions.of(request).name or "", None)
        return RedirectResponse(SIGN_IN, 303)

    def _fits(self, words: str) -> bool:
        if not self._line.acquire(blocking=False):
            raise Refused(429, "Too many sign in at once; try again in a moment.")
        try:
            with self._looking:  # one at a time: each takes much memory
                return fits(self._password, words)
        finally:
            self._line.release()

    def _wait(self, place: str) -> float:
        tries = self._tries.get(place)
        if tries is None or tries.wrong < _FREE:
            return 0.0
        return tries.last + min(2.0 ** (tries.wrong - _FREE + 1), _LONGEST) - self._clock()

    def _failed(self, place: str) -> None:
        now = self._clock()
        tries = self._tries.pop(place, None)
        count = tries.wrong if tries and now - tries.last < _FORGOTTEN else 0
        self._tries[place] = _Tries(count + 1, now)
        while len(self._tries) > _PLACES:
            self._tries.popitem(last=False)


class Door:
    """An ASGI application before another one, which lets in who is signed in, and others to the page where they sign in."""

    def __init__(self, app: ASGIApp, signing: Signing) -> None:
        self.app, self.signing = app, signing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say where to sign in."""
        if scope["type"] == "http":
            request = Request(scope)
            who, path = self.signing.who(request), scope["path"]
            if who is not None:
                scope.setdefault("state", {})["who"] = who
            elif path != SIGN_IN and not path.startswith("/static/"):
                await _outside(request)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _outside(request: Request) -> Response:
    if request.url.path.startswith("/api/"):  # programs get whatever is wrong as JSON
        return JSONResponse({"error": "Sign in first, and send it again."}, 401)
    if request.method in ("GET", "HEAD"):
        then = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"{SIGN_IN}?then={quote(then, safe='')}" if then != "/" else SIGN_IN, 303)
    return PlainTextResponse("Sign in first, and send it again.\n", 401)


def _local(address: str) -> bool:
    """Whether an address is one of this server, however a browser reads it."""
    return address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()


def _place(host: str) -> str:
    """Where somebody asks from: of an IPv6 address the half that a household has to itself."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(IPv6Address(int(address) >> 64 << 64)) if isinstance(address, IPv6Address) else host
