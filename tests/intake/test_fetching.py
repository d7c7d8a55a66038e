"""Fetching, from a real server on this machine: politely, carefully, and never more than was asked for."""

from __future__ import annotations

import gzip
import re
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.errors import NotFetched
from allegedly.intake import exchange, fetching
from allegedly.intake.fetching import Fetched, Fetcher, Seen
from tests.intake.server import HERE, Site
from tests.intake.test_html import ONE, PAGE, TWO

HTML = PAGE.replace("CHARSET", "utf-8")


def refusal(url: str, **options: Any) -> str:  # noqa: ANN401 (whatever a fetcher takes)
    """The sentence with which a URL is refused."""
    with pytest.raises(NotFetched) as caught:
        Fetcher(**{"allow_private": True, **options}).get(url)
    return str(caught.value)


def test_a_page(take: Callable[..., Any], site: Site) -> None:
    """A web address that is named is fetched and read, with its metadata."""
    url = site.page("/ferry", HTML)
    (article,) = take({}, [url], allow_private=True).articles
    assert article.text == f"{ONE}\n\n{TWO}"
    assert (article.title, article.outlet, article.published) == ("Ferry was overloaded", "Odra Times", "2021-05-06")
    assert article.url == url  # the page claims the address of another host
    assert [path for path, _ in site.asked] == ["/robots.txt", "/ferry"]
    _, headers = site.asked[1]
    assert headers["user-agent"] == fetching.AGENT
    assert re.fullmatch(r"Allegedly/\d+\.\d+\.\d+ \(fetches what a person named\)", fetching.AGENT)
    assert headers["host"] == site.address
    assert "cookie" not in headers


def test_what_is_named_with_others(take: Callable[..., Any], site: Site) -> None:
    """Files and web addresses are read in the order in which they are named; what cannot be had is refused, the rest goes on."""
    gone, page = site.url("/gone"), site.page("/page", HTML)
    taken = take({"a.txt": "The mayor said no."}, ["a.txt", gone, page], allow_private=True)
    assert [article.text[:9] for article in taken.articles] == ["The mayor", "The ferry"]
    assert taken.refused == [f"{gone}: is not there (status 404); check the address"]
    assert taken.kinds == [NotFetched]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-ndjson"])
def test_other_formats(take: Callable[..., Any], site: Site, kind: str) -> None:
    """What is at an address is read in whatever format it is."""
    site.page("/a.txt", "The mayor said no.", "text/plain")
    site.page("/b", '{"text": "One."}\n{"text": "Two.", "url": "https://odra.example/2"}\n', kind)
    found = take({}, [site.url("/a.txt"), site.url("/b")], allow_private=True).articles
    assert [(a.text, a.url) for a in found] == [
        ("The mayor said no.", site.url("/a.txt")),
        ("One.", None),
        ("Two.", "https://odra.example/2"),
    ]


def test_the_encoding_that_the_server_names(take: Callable[..., Any], site: Site) -> None:
    """The server's word for the encoding counts before the page's own."""
    page = HTML.replace("Bo Lark", "Łucja Żak")
    url = site.page("/pl", page.encode("windows-1250"), "text/html; charset=Windows-1250")
    (article,) = take({}, [url], allow_private=True).articles
    assert "Łucja Żak" in article.text


@pytest.mark.parametrize(
    "host", [HERE, "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:7f00:1]", "localhos" + "t", "[::]", "0"]
)
def test_this_machine_is_not_asked(site: Site, host: str) -> None:
    """Without leave, no way of writing this machine's address is followed, and nothing is connected to."""
    url = f"http://{host}:{site.address.rpartition(':')[2]}/page"
    assert re.search(
        r": (is on a private network or this machine \([0-9a-f.:]+\); --allow-private fetches it all the same"
        r"|has a host that cannot be found; check the address and the connection)$",
        refusal(url, allow_private=False),
    )
    assert site.asked == []


def test_the_address_that_was_checked_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that stands for another machine at a second look is not looked up a second time."""
    looked_up = []
    true = socket.getaddrinfo

    def lookup(host: str, port: int, **more: Any) -> Any:  # noqa: ANN401 (the resolver's own types)
        looked_up.append(host)
        return true("93.184.216.34" if len(looked_up) == 1 else HERE, port, **more)

    asked: list[object] = []

    def connect(_: socket.socket, place: object) -> None:
        asked.append(place)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket.socket, "connect", connect)
    sentence = refusal("http://rebinding.example/secret", allow_private=False)
    assert sentence.endswith(": cannot be reached (Connection refused); check the address and the connection")
    assert (looked_up, asked) == (["rebinding.example"], [("93.184.216.34", 80)])


def test_one_private_address_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that stands for a public and a private machine is not asked at all."""
    true = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, port, **more: [*true("93.184.216.34", port, **more), *true("10.0.0.1", port, **more)]
    )
    sentence = "http://both.example/: is on a private network or this machine (10.0.0.1); --allow-private fetches it all the same"
    assert refusal("http://both.example/", allow_private=False) == sentence


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https:///path", "has a host that is no name; check it"),
        ("http://[::1", "is no web address; check it"),
        ("http://a b.example/", "is no web address; check it"),
        ("http://odra.example:99999/", "is no web address; check it"),
        ("http://ada:secret@odra.example/", "holds a name or password, which is not sent; save the page and give its file"),
        ("http://odra.example\\@10.0.0.1/", "is no web address; check it"),
        (f"http://{'a' * 64}.example/", "has a host that cannot be found; check the address and the connection"),
        (f"http://{'é' * 70}.example/", "has a host that is no name; check it"),
        (f"http://odra.example/{'a' * 3000}", "is no web address; check it"),
        ("gopher://odra.example/", "is not fetched, only http and https are; save it and give its file"),
        ("file://odra.example/etc/passwd", "is not fetched, only http and https are; save it and give its file"),
    ],
)
def test_what_is_no_address(url: str, reason: str) -> None:
    """What cannot be asked for is refused before anything is looked up."""
    assert refusal(url, allow_private=False).endswith(f": {reason}")


def test_robots(site: Site) -> None:
    """What the site asks programs not to fetch is not fetched; the rules are asked for once."""
    site.page("/robots.txt", "User-agent: allegedly\nDisallow: /private/\n\nUser-agent: *\nDisallow: /\n", "text/plain")
    site.page("/private/a", HTML)
    site.page("/b", HTML)
    fetcher = Fetcher(allow_private=True)
    assert fetcher.get(site.url("/b")).status == 200
    with pytest.raises(NotFetched) as caught:
        fetcher.get(site.url("/private/a"))
    assert str(caught.value) == (
        f"{site.url('/private/a')}: is not fetched, its robots.txt asks programs not to; open it in a browser and save the page"
    )
    assert [path for path, _ in site.asked] == ["/robots.txt", "/b"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_site_without_robots(site: Site, status: int, allowed: bool) -> None:
    """Where there is no robots.txt all may be fetched; where the site fails to say, nothing."""
    site.answer("/robots.txt", status)
    url = site.page("/a", HTML)
    if allowed:
        assert Fetcher(allow_private=True).get(url).status == 200
    else:
        reason = "is not fetched, its robots.txt cannot be had; open it in a browser and save the page"
        assert refusal(url) == f"{url}: {reason}"
        assert site.paths == []


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["User-agent: *", "Disallow: /[", "Allow: //[", "Crawl-delay: 9" + "9" * 5000, "Disallow: %zz"])
        | st.text(max_size=20)
    )
)
def test_any_robots(site: Site, lines: list[str]) -> None:
    """Whatever a robots.txt holds, a page is fetched or refused."""
    site.page("/robots.txt", "\n".join(lines).encode("utf-8", "replace"), "text/plain")
    site.page("/a", HTML)
    try:
        Fetcher(allow_private=True)._rules(fetching._Place(site.url("/a"), "a", "")).allow(site.url("/a"))
    except NotFetched as one:
        sentence = str(one)
    else:
        sentence = "; "
    assert "; " in sentence


def test_redirects(site: Site) -> None:
    """Five redirects are followed, and each is asked for by its own address."""
    for i in range(5):
        site.answer(f"/{i}", 301 + i % 2, Location=f"/{i + 1}")
    site.page("/5", HTML)
    found = Fetcher(allow_private=True).get(site.url("/0"))
    assert found.url == site.url("/5")
    assert site.paths == ["/0", "/1", "/2", "/3", "/4", "/5"]


def test_a_circle_of_redirects(site: Site) -> None:
    """A redirect to itself ends."""
    url = site.answer("/again", 302, Location="/again")
    assert refusal(url) == f"{url}: is redirected more than 5 times; check the address"
    assert len(site.paths) == 6


def test_a_redirect_inside(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that redirects to this machine leads nowhere: each hop is checked."""
    monkeypatch.setattr(fetching, "public", None, raising=False)
    url = site.answer("/out", 302, Location="http://[::1]/secret")
    checks: list[str] = []
    true = fetching.addresses

    def first_is_public(host: str, port: int, *, allow_private: bool) -> Any:  # noqa: ANN401 (as the function it stands for)
        checks.append(host)
        return true(host, port, allow_private=host == HERE or allow_private)

    monkeypatch.setattr(fetching, "addresses", first_is_public)
    assert refusal(url, allow_private=False) == (
        f"{url}: leads to http://[::1]/secret, which is on a private network or this machine (::1); "
        "--allow-private fetches it all the same"
    )
    assert checks == [HERE, HERE, "::1"]


@pytest.mark.parametrize("location", ["file://odra.example/etc/hosts", "ftp://odra.example/", "javascript:alert(1)"])
def test_a_redirect_out_of_the_web(site: Site, location: str) -> None:
    """A redirect to what is no web address is refused."""
    url = site.answer("/out", 302, Location=location)
    assert refusal(url).endswith("which is not fetched, only http and https are; save it and give its file")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "is not there (status 404); check the address"),
        (410, "is not there (status 410); check the address"),
        (403, "is not given to everybody (status 403); open it in a browser and save the page"),
        (429, "asks for patience (status 429); try again later"),
        (500, "has a server that fails (status 500); try again later"),
        (204, "gives no page (status 204); check the address"),
        (304, "gives no page (status 304); check the address"),
        (302, "gives no page (status 302); check the address"),
    ],
)
def test_other_answers(site: Site, status: int, reason: str) -> None:
    """Each answer that is no page is told with what to do."""
    url = site.answer("/a", status)
    assert refusal(url) == f"{url}: {reason}"


def test_what_is_no_text(site: Site) -> None:
    """A picture or a film is refused by its headers, without its body."""
    sent = threading.Event()

    def film(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        for _ in range(2000):
            handler.wfile.write(b"\0" * 65536)
        sent.set()

    url = site.raw("/film", film)
    assert refusal(url) == f"{url}: is no text (video/mp4); give the address of an article or a feed"
    assert not sent.is_set()


def test_too_large_by_its_own_word(site: Site) -> None:
    """What says that it is larger than the limit is not read."""
    url = site.raw("/a", lambda h: h.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"))
    assert refusal(url) == f"{url}: is larger than 33,554,432 bytes; save it and give its file"


def test_an_endless_body(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that never ends is cut at the limit."""
    monkeypatch.setattr(fetching, "LIMIT", 500_000)

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            handler.wfile.write(b"<p>and so on " * 1000)

    url = site.raw("/a", endless)
    assert refusal(url) == f"{url}: is larger than 500,000 bytes; save it and give its file"


@pytest.mark.parametrize("layers", [1, 3])
def test_a_gzip_bomb(site: Site, monkeypatch: pytest.MonkeyPatch, layers: int) -> None:
    """What unpacks to more than the limit is stopped there."""
    monkeypatch.setattr(fetching, "LIMIT", 500_000)
    body = b"x" * 20_000_000
    for _ in range(layers):
        body = gzip.compress(body)
    url = site.page("/a", body, Content_Encoding=", ".join(["gzip"] * layers))
    assert refusal(url) == f"{url}: is larger than 500,000 bytes, unpacked; raise the limit with --max-characters"


def drip(handler: BaseHTTPRequestHandler, head: bytes) -> None:
    """Send some bytes, and then one every tenth of a second."""
    handler.wfile.write(head)
    for _ in range(300):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"",
    ],
)
def test_a_slow_drip(site: Site, monkeypatch: pytest.MonkeyPatch, head: bytes) -> None:
    """A server that sends a byte now and then is left when the time for the whole answer is over, wherever it stands."""
    monkeypatch.setattr(fetching, "SECONDS", 1.0)
    url = site.raw("/a", lambda handler: drip(handler, head))
    begun = time.monotonic()
    assert refusal(url) == f"{url}: is too slow; try again later, or save the page and give its file"
    assert time.monotonic() - begun < 5


def test_a_silent_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that says nothing is left after the time for silence."""
    monkeypatch.setattr(exchange, "SILENCE", 0.3)
    url = site.raw("/a", lambda _: time.sleep(3))
    assert refusal(url) == f"{url}: is too slow; try again later, or save the page and give its file"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "gives an answer that is no HTTP (RemoteDisconnected); check the address"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "gives an answer that is no HTTP (BadStatusLine); check the address"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", "breaks off in the middle; try again later"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc", "breaks off in the middle; try again later"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc", "breaks off in the middle; try again later"),
        (
            b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
            "gives an answer that is no HTTP (HTTPException); check the address",
        ),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70000, "gives an answer that is no HTTP (LineTooLong); check the address"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>" * 9000)[:-20],
            "breaks off in the middle; try again later",
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nabc",
            "is packed as 'zstd', which is not known; save its page as HTML",
        ),
    ],
)
def test_broken_answers(site: Site, answer: bytes, reason: str) -> None:
    """What is no whole HTTP is told so."""
    url = site.raw("/a", lambda handler: handler.wfile.write(answer))
    assert refusal(url) == f"{url}: {reason}"


def test_a_server_that_is_not_there() -> None:
    """A port at which nothing listens is told."""
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    url = f"http://{HERE}:{port}/"
    assert refusal(url) == f"{url}: cannot be reached (Connection refused); check the address and the connection"


def test_one_request_a_second(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two requests to one host lies a second, or as long as the site asks for."""
    slept: list[float] = []
    monkeypatch.setattr(fetching, "PAUSE", 1.0)
    monkeypatch.setattr("time.sleep", slept.append)
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 4\n", "text/plain")
    site.page("/a", HTML)
    Fetcher(allow_private=True).get(site.url("/a"))
    (pause,) = [one for one in slept if one > 0.5]
    assert 3.5 < pause <= 4


class Marks:
    """A memory in the tests: what was put into it is seen again."""

    def __init__(self) -> None:
        self.kept: dict[str, Fetched] = {}

    def seen(self, url: str) -> Seen | None:
        """What was put, as its marks."""
        kept = self.kept.get(url)
        return Seen(kept.headers.get("etag"), kept.headers.get("last-modified"), kept.at) if kept else None

    def put(self, name: str, fetched: Fetched) -> None:
        """Keep it."""
        assert name
        self.kept[fetched.url] = fetched


def test_what_has_not_changed(take: Callable[..., Any], site: Site) -> None:
    """A page that was fetched before is asked for with its marks; that it has not changed is noted."""
    day = "Wed, 12 Mar 2025 10:00:00 GMT"
    url = site.page("/a", HTML, ETag='"v1"', Last_Modified=day)
    memory = Marks()
    assert len(take({}, [url], allow_private=True, memory=memory).articles) == 1
    assert "if-none-match" not in site.asked[-1][1]
    site.answer("/a", 304)
    taken = take({}, [url], allow_private=True, memory=memory)
    _, headers = site.asked[-1]
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"v1"', day)
    assert (taken.articles, taken.refused) == ([], [])
    (note,) = taken.warned
    assert re.fullmatch(
        re.escape(url) + r": has not changed since it was fetched on \d{4}-\d\d-\d\d, and is not read again", note
    )


def test_a_name_beyond_ascii(site: Site) -> None:
    """Letters beyond ASCII in an address are written as the web writes them."""
    site.page("/caf%C3%A9?q=%C3%BC", HTML)
    assert Fetcher(allow_private=True).get(site.url("/café?q=ü")).status == 200
    assert site.paths == ["/caf%C3%A9?q=%C3%BC"]


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.booleans())
def test_any_answer(site: Site, data: bytes, whole: bool) -> None:
    """Whatever a server sends, a page or a refusal comes of it."""
    site.raw("/a", lambda handler: handler.wfile.write((b"HTTP/1.1 200 OK\r\n" if whole else b"") + data))
    try:
        came = str(Fetcher(allow_private=True).get(site.url("/a")).status)
    except NotFetched as one:
        came = str(one)
    assert came == "200" or came.startswith(f"{site.url('/a')}: ")
