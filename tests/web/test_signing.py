"""Where other machines may ask: who is let in, how often a password may be tried, what is put on record, and TLS."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from starlette.datastructures import FormData
from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web import app
from allegedly.web.guard import LOOPBACK
from allegedly.web.server import Remote
from allegedly.web.session import COOKIE, Sessions
from allegedly.web.signing import Refused, Signing
from tests.web.server import running
from tests.web.test_review import NAVY
from tests.web.visitor import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WORDS = "correct horse battery"
HOST = "desk.example"


@pytest.fixture(scope="module")
def secret() -> str:
    """The hash of the password, a cheap one."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(WORDS)


@pytest.fixture(scope="module")
def desk(weighed: Path, secret: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Path]]:
    """A server of a ledger for which people sign in, behind a proxy; the ledger, and the record of who came."""
    path = tmp_path_factory.mktemp("signing") / "desk.ledger"
    log = path.with_name("desk.ledger.log")
    with Ledger(weighed) as ledger:
        ledger.backup(path)
    application = app(path, hosts=(HOST, LOOPBACK), password=secret, log=log)
    with running(application, Remote(password=secret, behind_proxy=True)) as site:
        yield site, path, log


def sign_in(visitor: Visitor, who: str = "Ana Ruiz", password: str = WORDS, address: str = "/sign-in", **headers: str) -> str:
    """Sign in; gives where the browser is sent."""
    token = visitor.token("/sign-in")
    answer = visitor.send(address, {"token": token, "who": who, "password": password}, **headers)
    assert answer.status == 303, answer.text
    return answer.place


def told(log: Path) -> list[tuple[str, str, str, str]]:
    """What is on record: what, who, whence, about."""
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert all(set(line) == {"at", "from", "who", "what", "about"} for line in lines)
    return [(line["what"], line["who"], line["from"], line["about"]) for line in lines]


def test_nobody_is_let_in_without_a_password(desk: tuple[str, Path, Path]) -> None:
    """Every page leads to where people sign in, and back; nothing of the ledger is told; forms and programs are refused."""
    site, _, _ = desk
    visitor = Visitor(site)
    for path in ("/", "/find?words=trawler", f"/article/{NAVY}", "/nothing", "/add"):
        answer = visitor.get(path)
        assert (answer.status, answer.text) == (303, "")
    assert answer.place == "/sign-in?then=%2Fadd"
    assert visitor.get("/").place == "/sign-in"
    assert visitor.get("/find?words=trawler").place == "/sign-in?then=%2Ffind%3Fwords%3Dtrawler"
    refused = (401, "Sign in first, and send it again.\n")
    assert visitor.send("/review/decide", {"verdict": "accept"})[:2] == refused
    assert visitor.get("/api/statements")[:2] == (401, '{"error":"Sign in first, and send it again."}')
    page = visitor.get("/sign-in")
    assert page.status == 200
    assert "desk.ledger" not in page.text
    assert visitor.get("/static/page.css").status == 200
    # A cookie of one's own invention lets nobody in.
    visitor.cookies[COOKIE] = "a" * 43
    assert visitor.get("/find").status == 303


def test_who_signs_in_is_who_reviews(desk: tuple[str, Path, Path]) -> None:
    """The name stands on what is decided, whatever a form says; who came, what they did and from where is put on record."""
    site, path, log = desk
    visitor = Visitor(site)
    before = len(told(log))
    seen = {"x_forwarded_for": "198.51.100.4, 203.0.113.9", "x_forwarded_proto": "https"}
    token = visitor.token("/sign-in")
    old = visitor.cookies[COOKIE]
    answer = visitor.send("/sign-in", {"token": token, "who": "Ana Ruiz", "password": WORDS}, **seen)
    assert (answer.status, answer.place) == (303, "/")
    assert answer.headers["set-cookie"] == f"{COOKIE}={visitor.cookies[COOKIE]}; HttpOnly; Path=/; SameSite=strict; Secure"
    assert visitor.cookies[COOKIE] != old
    # The old name, which somebody may have planted, is nobody's.
    stranger = Visitor(site)
    stranger.cookies[COOKIE] = old
    assert stranger.get("/find").status == 303
    page = visitor.get(f"/review/{NAVY}:s9")
    assert "Reviewing as <b><bdi>Ana Ruiz</bdi></b>" in page.text
    state = page.text.partition('name="state" value="')[2][:16]
    form = {"token": visitor.token("/review"), "record": f"{NAVY}:s9", "state": state, "verdict": "accept", "who": "Ben Okoro"}
    assert visitor.send("/review/decide", form, **seen).status == 303
    with Ledger(path) as ledger:
        (review,) = [r for r in ledger.reviews if r.record and r.record.id == "s9"]
    assert review.who == "Ana Ruiz"
    assert visitor.send("/sign-out", {"token": visitor.token("/review")}, **seen).place == "/sign-in"
    assert visitor.get("/find").status == 303
    assert told(log)[before:] == [
        ("signed in", "Ana Ruiz", "203.0.113.9", ""),
        ("decide", "Ana Ruiz", "203.0.113.9", f"{NAVY}:s9"),
        ("signed out", "Ana Ruiz", "203.0.113.9", ""),
    ]
    assert log.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("/find?words=a", "/find?words=a"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("/%0d%0aset-cookie:x", "/%0d%0aset-cookie:x"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_after_it_nobody_is_sent_elsewhere(desk: tuple[str, Path, Path], then: str, place: str) -> None:
    """Whoever has signed in is sent to a page of this server."""
    from urllib.parse import quote

    assert sign_in(Visitor(desk[0]), address=f"/sign-in?then={quote(then, safe='')}") == place


def test_a_form_from_elsewhere_signs_nobody_in(desk: tuple[str, Path, Path]) -> None:
    """Without the token of its own session the form is refused, and nothing is tried."""
    visitor, other = Visitor(desk[0]), Visitor(desk[0])
    token = other.token("/sign-in")
    visitor.get("/sign-in")
    form = {"who": "Ana Ruiz", "password": WORDS}
    assert visitor.send("/sign-in", form).status == 403
    assert visitor.send("/sign-in", {**form, "token": token}).status == 403
    assert other.send("/sign-in", {**form, "token": token}, origin="https://evil.example").status == 403


def test_wrong_passwords_are_few(desk: tuple[str, Path, Path]) -> None:
    """After five from one place, that place waits, whoever it says to be; other places do not; all are on record."""
    site, _, log = desk
    visitor = Visitor(site)
    token = visitor.token("/sign-in")
    before = len(told(log))

    def tried(password: str, whence: str) -> tuple[int, str]:
        form = {"token": token, "who": "<script>Ana", "password": password}
        answer = visitor.send("/sign-in", form, x_forwarded_for=whence)
        return answer.status, answer.text.partition('role="alert">')[2].partition("</p>")[0]

    for _ in range(5):
        assert tried("wrong", "192.0.2.1") == (403, "That is not the password.")
    status, sentence = tried(WORDS, "192.0.2.1")
    assert status == 429
    assert sentence.startswith("Too many wrong passwords came from where you are; try again in ")
    assert [(what, who, whence) for what, who, whence, _ in told(log)[before:]] == [
        ("was refused", "<script>Ana", "192.0.2.1")
    ] * 6
    assert tried("", "192.0.2.2")[0] == 403
    assert tried("x" * 10_000, "192.0.2.2")[0] == 403
    assert tried(WORDS, "192.0.2.2")[0] == 303


def asking(host: str, cookie: str = "") -> Request:
    """A request from this address."""
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    scope = {"type": "http", "method": "POST", "scheme": "http", "path": "/", "query_string": b"", "headers": headers}
    return Request({**scope, "client": (host, 1)})


def test_waits_double_and_sessions_end(secret: str) -> None:
    """Each further wrong password doubles the wait, up to a quarter of an hour; half a day after it one signs in again."""
    now = 0.0
    signing = Signing(Sessions(), secret, clock=lambda: now)
    right, wrong = FormData([("who", "Ana"), ("password", WORDS)]), FormData([("who", "Ana"), ("password", "no")])

    def tried(form: FormData, host: str = "2001:db8:1:2::9") -> int:
        try:
            return signing.enter(form, asking(host)).status_code
        except Refused as refused:
            return refused.status

    assert [tried(wrong) for _ in range(5)] == [403] * 5
    assert tried(right) == 429
    # The rest of a network of the sixth version is one place.
    assert tried(right, "2001:db8:1:2:ffff::1") == 429
    now += 2.1
    assert tried(wrong) == 403
    now += 2.1
    assert tried(right) == 429
    now += 2.1
    assert tried(right) == 303
    for _ in range(12):
        tried(wrong)
        now += 901
    assert tried(wrong) == 403
    assert tried(right) == 429
    now += 901
    response = signing.enter(right, asking("192.0.2.1"))
    cookie = response.headers["set-cookie"].partition("=")[2].partition(";")[0]
    assert signing.who(asking("192.0.2.1", cookie)) == "Ana"
    now += 12 * 3600
    assert signing.who(asking("192.0.2.1", cookie)) is None


def test_only_its_own_names_are_answered(desk: tuple[str, Path, Path]) -> None:
    """It answers to the names that were given, and refuses others before anybody could sign in."""
    visitor = Visitor(desk[0])
    assert visitor.ask("GET", "/sign-in", host=HOST).status == 200
    assert visitor.ask("GET", "/sign-in", host=HOST.upper() + ":8443").status == 200
    assert visitor.ask("GET", "/sign-in", host="evil.example").status == 421
    assert visitor.ask("GET", "/sign-in", host="sub." + HOST).status == 421


def test_in_a_browser(browser: Browser, desk: tuple[str, Path, Path]) -> None:
    """Somebody who follows a link signs in and is where the link leads; axe finds nothing; signing out is at the foot."""
    from axe_playwright_python.sync_playwright import Axe

    for look in ("light", "dark"):
        page = browser.new_context(base_url=desk[0], color_scheme=look).new_page()  # type: ignore[arg-type]
        page.goto("/find?words=trawler")
        assert page.locator("h1").inner_text() == "Sign in"
        assert [f"{v['id']}: {v['nodes'][0]['html']}" for v in Axe().run(page).response["violations"]] == []
        page.fill("#who", "Ana Ruiz")
        page.fill("#password", "wrong")
        page.keyboard.press("Enter")
        page.wait_for_selector("[role=alert]")
        assert page.locator("[role=alert]").inner_text() == "That is not the password."
        page.fill("#password", WORDS)
        page.keyboard.press("Enter")
        page.wait_for_url("**/find?words=trawler")
        assert [f"{v['id']}: {v['nodes'][0]['html']}" for v in Axe().run(page).response["violations"]] == []
        page.click("text=Sign out")
        page.wait_for_url("**/sign-in")


def test_tls(weighed: Path, secret: str, tmp_path: Path) -> None:
    """With a certificate all is encrypted, and cookies are for encrypted connections alone."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes a certificate for the test, is not installed")
    key, certificate = tmp_path / "desk.key", tmp_path / "desk.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=desk", "-addext", f"subjectAltName=IP:{LOOPBACK}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *names], check=True, capture_output=True)
    remote = Remote(password=secret, certificate=certificate, key=key)
    with running(app(weighed, read_only=True, password=secret), remote) as site:
        assert site.startswith("https://")
        visitor = Visitor(site, trusted=str(certificate))
        answer = visitor.get("/sign-in")
        assert (answer.status, answer.headers["set-cookie"].endswith("; SameSite=strict; Secure")) == (200, True)
        assert sign_in(visitor, origin=site) == "/"
        assert visitor.get("/find").status == 200
        # It only reads: nothing is there that changes anything, and the record has who came all the same.
        assert [visitor.get(path).status for path in ("/review", "/add")] == [404, 404]
