"""One question over HTTP to one checked address, bounded in time and size from the first byte to the last."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from types import TracebackType
from typing import NamedTuple, Self

from allegedly.intake.addresses import Address

CONNECT = 10.0
"""Seconds to get through to a server."""
SILENCE = 20.0
"""Seconds without a byte."""
_PIECE = 65_536


class Answer(NamedTuple):
    """What a server answered; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Unanswered(Exception):
    """There is no whole answer; the first argument says why, the second what to do."""


class _Clock:
    """Ends a connection when its time is over, whatever it is doing: a server that sends a byte a second never times out."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.over = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        for one in self._sockets:
            one.close()

    def watch(self, connection: socket.socket) -> None:
        # A copy of it: TLS takes the first one over, and shutting a copy ends both.
        self._sockets.append(connection.dup())

    def _end(self) -> None:
        self.over = True
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


class _Connection(http.client.HTTPConnection):
    """A connection that goes to the address that was checked, whatever its host's name stands for by now."""

    def __init__(self, host: str, port: int, address: Address, context: ssl.SSLContext | None, clock: _Clock) -> None:
        super().__init__(host, port, timeout=SILENCE)
        self.default_port = 443 if context else 80
        self._address, self._context, self._clock = address, context, clock

    def connect(self) -> None:
        made = socket.socket(self._address.family, socket.SOCK_STREAM)
        try:
            made.settimeout(min(CONNECT, self._clock.seconds))
            made.connect(self._address.place)
            self._clock.watch(made)
            made.settimeout(min(SILENCE, self._clock.seconds))
            self.sock = self._context.wrap_socket(made, server_hostname=self.host) if self._context else made
        except BaseException:
            made.close()
            raise


@cache
def _context() -> ssl.SSLContext:
    import certifi

    made = ssl.create_default_context()  # what the machine trusts, and SSL_CERT_FILE
    made.load_verify_locations(certifi.where())
    return made


def ask(
    host: str,
    port: int,
    target: str,
    found: list[Address],
    headers: dict[str, str],
    *,
    secure: bool,
    seconds: float,
    limit: int,
    wanted: Callable[[int, dict[str, str]], None],
) -> Answer:
    """GET, once.

    Args:
        host: The server's name.
        port: Its port.
        target: Path and query.
        found: Its addresses; they are tried in order until one accepts.
        headers: What is said beside it.
        secure: Speak TLS, and check the certificate against the name.
        seconds: Time for all of it.
        limit: Bytes that the body may have as it comes.
        wanted: Called with status and headers before the body is read; what it raises ends the exchange.

    Raises:
        Unanswered: The server cannot be reached, answers no HTTP, is too slow, or sends too much.
    """
    with _Clock(seconds) as clock:
        try:
            return _asked(host, port, target, found, headers, secure, clock, limit, wanted)
        except Unanswered:
            raise
        except ssl.SSLCertVerificationError as error:
            why = error.verify_message or "it cannot be checked"
            raise Unanswered(f"has a certificate that is not trusted ({why})", "save the page in a browser") from error
        except (http.client.HTTPException, OSError, ValueError) as error:
            if clock.over or isinstance(error, TimeoutError):
                raise Unanswered("is too slow", "try again later, or save the page and give its file") from error
            if isinstance(error, http.client.IncompleteRead):
                raise Unanswered("breaks off in the middle", "try again later") from error
            if isinstance(error, (http.client.HTTPException, ValueError, ssl.SSLError)):
                raise Unanswered(f"gives an answer that is no HTTP ({type(error).__name__})", "check the address") from error
            why = error.strerror or type(error).__name__
            raise Unanswered(f"cannot be reached ({why})", "check the address and the connection") from error


def _asked(
    host: str,
    port: int,
    target: str,
    found: list[Address],
    headers: dict[str, str],
    secure: bool,
    clock: _Clock,
    limit: int,
    wanted: Callable[[int, dict[str, str]], None],
) -> Answer:
    with closing(_connected(host, port, found, secure, clock)) as connection:
        connection.request("GET", target, headers=headers)
        return _whole(connection.getresponse(), clock, limit, wanted)


def _whole(
    response: http.client.HTTPResponse, clock: _Clock, limit: int, wanted: Callable[[int, dict[str, str]], None]
) -> Answer:
    with response:
        told = {name.lower(): value for name, value in response.getheaders()}
        wanted(response.status, told)
        pieces: list[bytes] = []
        size = 0
        while piece := response.read1(_PIECE):
            size += len(piece)
            if size > limit:
                raise Unanswered(f"is larger than {limit:,} bytes", "save it and give its file")
            pieces.append(piece)
        if clock.over:
            raise TimeoutError
        if response.length:  # read1 does not say that bytes are missing
            raise http.client.IncompleteRead(b"", response.length)
        return Answer(response.status, told, b"".join(pieces))


def _connected(host: str, port: int, found: list[Address], secure: bool, clock: _Clock) -> _Connection:
    problem: OSError | None = None
    for address in found:
        connection = _Connection(host, port, address, _context() if secure else None, clock)
        try:
            connection.connect()
        except ssl.SSLError:
            raise
        except OSError as error:
            problem = error
            if clock.over:
                break
        else:
            return connection
    raise problem or OSError("no address")
