"""Pages from the web, and only those that a person named, or that a feed links to which they named.

Politely: the site's robots.txt counts, a host is asked once a second, what has not changed is not sent again. Carefully:
http and https only, no machine inside the own network unless it is allowed, five redirects, one minute, 32 MB.
"""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol
from urllib.parse import quote, unquote, urljoin, urlsplit

from allegedly import __version__
from allegedly.errors import NotFetched
from allegedly.intake.addresses import Private, addresses
from allegedly.intake.coding import Undecodable, decoded
from allegedly.intake.exchange import Answer, Unanswered, ask
from allegedly.intake.html import charset_of
from allegedly.intake.robots import LIMIT as ROBOTS
from allegedly.intake.robots import Robots
from allegedly.intake.sources import shown
from allegedly.intake.stream import Input
from allegedly.intake.terms import Terms

AGENT = f"Allegedly/{__version__} (fetches what a person named)"
LIMIT = 33_554_432
"""Bytes of an answer, packed and unpacked."""
SECONDS = 60.0
"""For one answer, from looking up its host to its last byte."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
HOPS = 5
_LONGEST = 2_000
_MOVED = frozenset((301, 302, 303, 307, 308))
_NO_TEXT = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript")
_ENDINGS = (("html", ".html"), ("json", ".json"), ("csv", ".csv"), ("rss", ".rss"), ("atom", ".atom"), ("xml", ".xml"))
"""Words in a content type, and the ending of a file of that kind."""
_SAFE = "/:?#[]@!$&'()*+,;=%~"


class Seen(NamedTuple):
    """How a page was marked when it was fetched before."""

    etag: str | None
    last_modified: str | None
    at: str
    """UTC."""


class Fetched(NamedTuple):
    """A page as its server gave it."""

    url: str
    """Where it is, after redirects."""
    status: int
    """200, or 304 where it has not changed; then there are no data."""
    headers: dict[str, str]
    data: bytes
    at: str
    """UTC."""
    since: str | None = None
    """When it was fetched before, where it has not changed since."""
    digest: str = ""
    """``sha256:…`` of the data."""


def opened(name: str, fetched: Fetched, characters: int, terms: Terms) -> Input:
    """What was fetched, as an input."""
    return Input(
        name,
        io.BytesIO(fetched.data),
        filename=_filename(fetched),
        characters=characters,
        url=fetched.url,
        charset=charset_of(fetched.headers.get("content-type", "")),
        terms=terms,
    )


def _filename(fetched: Fetched) -> str:
    """The name that a file of it would have; its ending says in which format it is."""
    name = PurePosixPath(unquote(urlsplit(fetched.url).path)).name[-200:]
    kind = fetched.headers.get("content-type", "").split(";")[0].lower()
    ending = next((ending for word, ending in _ENDINGS if word in kind), "")
    return name if PurePosixPath(name).suffix or not ending else f"{name}{ending}"


class Memory(Protocol):
    """What was fetched before, so that only what has changed is sent again."""

    def seen(self, url: str) -> Seen | None:
        """The marks of a page, or null."""

    def put(self, name: str, fetched: Fetched) -> None:
        """Remember a page; ``name`` is what messages call it."""


class Fetcher:
    """Fetches pages one by one, and remembers when it asked which host, and what the site's robots.txt says."""

    def __init__(self, *, allow_private: bool = False, memory: Memory | None = None) -> None:
        """Make one for a whole run.

        Args:
            allow_private: Ask machines of the own network too.
            memory: What was fetched before.
        """
        self._private = allow_private
        self._memory = memory
        self._asked: dict[str, float] = {}
        self._robots: dict[str, Robots] = {}

    def get(self, url: str) -> Fetched:
        """Fetch a page.

        Raises:
            NotFetched: It cannot be had, or may not: with the reason.
        """
        name = shown(url)[:_LONGEST]
        at = url
        for hop in range(HOPS + 1):
            where = _Place(at, name, f"leads to {shown(at)[:_LONGEST]}, which " if hop else "")
            robots = self._rules(where)
            if not robots.allow(where.url):
                why = "its robots.txt cannot be had" if robots.unknown else "its robots.txt asks programs not to"
                raise where.no(f"is not fetched, {why}", "open it in a browser and save the page")
            seen = self._memory.seen(where.url) if self._memory else None
            answer = self._ask(where, _conditions(seen), LIMIT, robots.pause, _textual(where))
            if answer.status in _MOVED and answer.headers.get("location"):
                at = _joined(where, answer.headers["location"])
                continue
            fetched = _fetched(where, answer, seen)
            if self._memory:
                self._memory.put(name, fetched)
            return fetched
        raise NotFetched(name, f"is redirected more than {HOPS} times; check the address")

    def _rules(self, where: _Place) -> Robots:
        known = self._robots.get(where.origin)
        if known is None:
            at = _Place(f"{where.origin}/robots.txt", where.name, where.lead)
            answer = Answer(508, {}, b"")
            for _ in range(HOPS + 1):
                answer = self._ask(at, {}, ROBOTS, 0, lambda _status, _headers: None, cut=True)
                if answer.status not in _MOVED or not answer.headers.get("location"):
                    break
                at = _Place(_joined(at, answer.headers["location"]), where.name, where.lead)
            known = self._robots[where.origin] = Robots(answer.status, answer.body, AGENT)
        return known

    def _ask(
        self,
        where: _Place,
        headers: dict[str, str],
        limit: int,
        pause: float,
        wanted: Callable[[int, dict[str, str]], None],
        *,
        cut: bool = False,
    ) -> Answer:
        begun = time.monotonic()
        try:
            found = addresses(where.host, where.port, allow_private=self._private)
        except Private as error:
            why = f"is on a private network or this machine ({error.args[0]})"
            raise where.no(why, "--allow-private fetches it all the same") from error
        except (OSError, UnicodeError) as error:
            raise where.no("has a host that cannot be found", "check the address and the connection") from error
        looked_up = time.monotonic() - begun
        left = self._asked.get(where.host, -1e9) + max(PAUSE, pause) - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._asked[where.host] = time.monotonic()
        try:
            answer = ask(
                where.host,
                where.port,
                where.target,
                found,
                {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close", **headers},
                secure=where.secure,
                seconds=max(SECONDS - looked_up, 1),
                limit=limit,
                wanted=wanted,
            )
            body = decoded(answer.body, {"content-encoding": answer.headers.get("content-encoding", "")}, limit)
        except (Unanswered, Undecodable) as finding:
            if cut and isinstance(finding, Undecodable):
                return Answer(599, {}, b"")
            raise where.no(*finding.args) from finding
        if body.notes:
            raise where.no("breaks off in the middle", "try again later")
        return answer._replace(body=body.data)


class _Place:
    """A URL that may be asked for, in its parts."""

    def __init__(self, url: str, name: str, lead: str) -> None:
        """Take it apart.

        Args:
            url: The URL.
            name: What messages call the page that was asked for.
            lead: How a sentence begins that is about another, to which that one leads.

        Raises:
            NotFetched: It is no URL of the web.
        """
        self.name, self.lead = name, lead
        if len(url) > _LONGEST or any(c.isspace() or not c.isprintable() or c == "\\" for c in url):
            raise self.no("is no web address", "check it")
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError as error:
            raise self.no("is no web address", "check it") from error
        if parts.scheme not in {"http", "https"}:
            raise self.no("is not fetched, only http and https are", "save it and give its file")
        if parts.username is not None or parts.password is not None:
            raise self.no("holds a name or password, which is not sent", "save the page and give its file")
        try:
            self.host = host if host.isascii() else host.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise self.no("has a host that is no name", "check it") from error
        if not 0 < len(self.host) <= 253:
            raise self.no("has a host that is no name", "check it")
        self.secure = parts.scheme == "https"
        self.port = port if port is not None else 443 if self.secure else 80
        path = quote(parts.path or "/", safe=_SAFE)
        self.target = f"{path}?{quote(parts.query, safe=_SAFE)}" if parts.query else path
        usual = 443 if self.secure else 80
        named = f"[{self.host}]" if ":" in self.host else self.host
        self.origin = f"{parts.scheme}://{named}{'' if self.port == usual else f':{self.port}'}"
        self.url = self.origin + self.target

    def no(self, reason: str, remedy: str) -> NotFetched:
        """The refusal of it."""
        return NotFetched(self.name, f"{self.lead}{reason}; {remedy}")


def _conditions(seen: Seen | None) -> dict[str, str]:
    found = {}
    if seen and seen.etag:
        found["If-None-Match"] = seen.etag
    if seen and seen.last_modified:
        found["If-Modified-Since"] = seen.last_modified
    return found


def _textual(where: _Place) -> Callable[[int, dict[str, str]], None]:
    """What refuses an answer by its headers, before its body is read."""

    def wanted(status: int, headers: dict[str, str]) -> None:
        kind = headers.get("content-type", "").split(";")[0].strip().lower()
        if status == 200 and kind.startswith(_NO_TEXT):
            raise where.no(f"is no text ({shown(kind)[:60]})", "give the address of an article or a feed")
        length = headers.get("content-length", "")
        if status == 200 and length.isdigit() and len(length) < 19 and int(length) > LIMIT:
            raise where.no(f"is larger than {LIMIT:,} bytes", "save it and give its file")

    return wanted


def _joined(where: _Place, location: str) -> str:
    try:
        return urljoin(where.url, location.encode("latin-1", "replace").decode("utf-8", "replace").strip()).partition("#")[0]
    except ValueError as error:
        raise where.no("leads to what is no web address", "check it") from error


def _fetched(where: _Place, answer: Answer, seen: Seen | None) -> Fetched:
    status = answer.status
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if status == 200:
        digest = f"sha256:{hashlib.sha256(answer.body).hexdigest()}"
        return Fetched(where.url, status, answer.headers, answer.body, at, digest=digest)
    if status == 304 and seen:
        return Fetched(where.url, status, answer.headers, b"", at, since=seen.at)
    if status in {404, 410}:
        raise where.no(f"is not there (status {status})", "check the address")
    if status in {401, 402, 403, 407, 451}:
        raise where.no(f"is not given to everybody (status {status})", "open it in a browser and save the page")
    if status in {429, 503}:
        raise where.no(f"asks for patience (status {status})", "try again later")
    if status >= 500:
        raise where.no(f"has a server that fails (status {status})", "try again later")
    raise where.no(f"gives no page (status {status})", "check the address")
