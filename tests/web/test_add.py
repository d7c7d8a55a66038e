"""Adding in the browser: files, a text, an address; what is refused, what remains, and what a kill leaves."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from allegedly.ledger import Ledger
from allegedly.web import app
from allegedly.web.guard import LOOPBACK
from tests.web.following import follow
from tests.web.server import running
from tests.web.test_pages import LOOKS
from tests.web.visitor import Answer, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
STORY = b"""Title: Bridge shut
Date: 2025-04-01

The bridge was closed on Monday, mayor Ida Holt said. "Nobody was hurt," she said.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Path]]:
    """A server of an empty ledger, the ledger, and the folder for what is temporary."""
    folder = tmp_path_factory.mktemp("add")
    path, temporary = folder / "desk.ledger", folder / "temporary"
    temporary.mkdir()
    Ledger(path, make=True).close()
    before, tempfile.tempdir = tempfile.tempdir, str(temporary)
    with running(app(path)) as site:
        yield site, path, temporary
    tempfile.tempdir = before
    assert list(temporary.iterdir()) == []


def ended(visitor: Visitor, begun: Answer) -> str:
    """The page of an addition when it is over."""
    assert (begun.status, begun.place.startswith("/add/")) == (303, True), begun.text
    for _ in range(600):
        page = visitor.get(begun.place).text
        if 'data-over="yes"' in page:
            return page
        time.sleep(0.1)
    raise AssertionError(page)


def test_a_file_a_text_and_an_address(browser: Browser, desk: tuple[str, Path, Path], tmp_path: Path) -> None:
    """All is read at one press, the page follows by itself, and says what was refused and why; it is the same as on the shell."""
    site, path, _ = desk
    (tmp_path / "story.txt").write_bytes(STORY)
    (tmp_path / "bits.txt").write_bytes(b"\0\1" * 600)
    own = f"http://{LOOPBACK}:9/page"
    page = browser.new_context(base_url=site).new_page()
    page.goto("/add")
    page.set_input_files("#files", [tmp_path / "story.txt", tmp_path / "bits.txt"])
    page.fill("#text", "The ferry will sail again, harbour master Jon Ek said on Friday.")
    page.fill("#title", "Ferry sails")
    page.fill("#outlet", "Hill Post")
    page.fill("#addresses", f"{own}\nftp://news.example/page")
    page.click("form.adding button")
    page.wait_for_selector("[data-over=yes]", timeout=120_000)
    assert page.locator("h1").inner_text() == "Added"
    assert page.locator(".job p").inner_text() == "2 read and stored (3 statements); 3 refused."
    assert page.locator(".refusals li").all_inner_texts() == [
        f"{own} is on a private network or this machine ({LOOPBACK}); --allow-private fetches it all the same.",
        "ftp://news.example/page is no address of the web; give one that begins with http:// or https://.",
        "bits.txt is not text (100 % of its first 600 characters are control characters); give plain text, HTML or JSON Lines.",
    ]
    follow(page, page.locator("text=Bridge shut"))
    assert page.locator("h1").inner_text() == "Bridge shut"
    with Ledger(path) as ledger:
        known = {(r.article.title, r.article.outlet, r.article.published) for r in ledger}
        commands = {came.command for r in ledger for came in ledger.history(r.article.id).came}
        kept = [(came.name, came.result) for came in ledger.intake("refused")]
    assert known == {("Bridge shut", "Hill Post", "2025-04-01"), ("Ferry sails", "Hill Post", None)}
    assert commands == {f"allegedly serve: added in the browser, from {LOOPBACK}"}
    assert ("bits.txt", "refused") in kept


def test_dropping_and_too_much_at_once(browser: Browser, desk: tuple[str, Path, Path]) -> None:
    """What is dropped beside the box goes into it; what is too many is said before it is sent."""
    page = browser.new_context(base_url=desk[0]).new_page()
    page.goto("/add")
    drop = """(count) => {
      const dropped = new DataTransfer();
      for (let n = 0; n < count; n += 1) dropped.items.add(new File(['words'], `${n}.txt`));
      document.querySelector('h1').dispatchEvent(new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
      const input = document.getElementById('files');
      return [input.files.length, input.validationMessage];
    }"""
    assert page.evaluate(drop, 2) == [2, ""]
    assert page.evaluate(drop, 101) == [101, "These are more than 100 files; give fewer at once."]


def test_what_is_there_already_and_hostile_names(desk: tuple[str, Path, Path]) -> None:
    """Nothing is added twice; a file's name is words, however it looks, and no path."""
    site, path, _ = desk
    visitor = Visitor(site)
    token = visitor.token("/add")
    names = ["../../etc/passwd.txt", "<script>alert(1)</script>.txt", "C:\\\\temp\\\\\u202etxt.exe", "x" * 500 + ".txt", "-"]
    page = ended(visitor, visitor.upload("/add", {"token": token}, [(name, STORY) for name in names]))
    again = ended(visitor, visitor.upload("/add", {"token": token}, [("empty.txt", b""), *[(n, b"\0\1" * 600) for n in names]]))
    assert "5 there already" in page or "1 read and stored" in page
    assert "<script>alert" not in page + again
    found = re.findall(r'<b class="file"><bdi>(.*?)</bdi>', again)
    assert found[:3] == ["empty.txt", "passwd.txt", "script&gt;.txt"]
    assert "\u202e" not in again
    assert max(map(len, found)) <= 200
    with Ledger(path) as ledger:
        assert sum(r.article.title == "Bridge shut" and r.article.outlet is None for r in ledger) == 1
        assert list(ledger.check()) == []


def test_limits_and_what_cannot_be_meant(desk: tuple[str, Path, Path]) -> None:
    """Too much, too many, nothing, no day, no token: each is a sentence, and nothing is added."""
    site, path, _ = desk
    visitor = Visitor(site)
    token = visitor.token("/add")
    with Ledger(path) as ledger:
        before = ledger.counts()
    assert visitor.ask("POST", "/add", None, content_length=str(65 * 2**20))[:2] == (
        413,
        "That is more than may be sent to this server at once; send less.\n",
    )
    # Only the page for it takes so much.
    assert visitor.ask("POST", "/review/decide", None, content_length=str(2**20)).status == 413
    many = visitor.upload("/add", {"token": token}, [(f"{n}.txt", b"words") for n in range(101)])
    assert (many.status, "Maximum number of files is 100" in many.text) == (400, True)
    nothing = visitor.upload("/add", {"token": token}, [])
    assert (nothing.status, "Nothing is given; choose a file, paste a text, or name an address." in nothing.text) == (400, True)
    soon = visitor.upload("/add", {"token": token, "text": "<b>Words</b> she said", "published": "soon"}, [])
    assert (soon.status, "“soon” cannot be read as a day; write it as 2019-12-18." in soon.text) == (400, True)
    assert "&lt;b&gt;Words&lt;/b&gt; she said" in soon.text
    foreign = visitor.upload("/add", {"token": "0" * 64}, [("story.txt", STORY)])
    assert (foreign.status, "The form is from another session" in foreign.text) == (403, True)
    assert visitor.get("/add/nothing").status == 404
    with Ledger(path) as ledger:
        assert ledger.counts() == before


@pytest.mark.parametrize("look", ["light", "dark", "phone", "scripts off"])
def test_everybody_can_use_it(browser: Browser, desk: tuple[str, Path, Path], tmp_path: Path, look: str) -> None:
    """The form and the page of an addition are no wider than the window, axe finds nothing; scripts off, all works the same."""
    from axe_playwright_python.sync_playwright import Axe

    site, _, _ = desk
    page = browser.new_context(base_url=site, **LOOKS[look]).new_page()
    (tmp_path / "bits.txt").write_bytes(b"\0\1" * 600)
    page.goto("/add")
    for _ in range(2):
        assert page.locator("h1").count() == 1
        if look != "scripts off":
            assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
            assert [f"{v['id']}: {v['nodes'][0]['html']}" for v in Axe().run(page).response["violations"]] == []
        if "/add/" not in page.url:
            page.set_input_files("#files", [tmp_path / "bits.txt"])
            page.click("form.adding button")
            page.wait_for_selector("[data-over=yes]", timeout=60_000)  # the page looks again by itself


def test_a_kill_leaves_the_ledger_whole(tmp_path: Path) -> None:
    """A server that is killed while it reads leaves a whole ledger and no upload; the same sent again reads the rest."""
    path, temporary = tmp_path / "desk.ledger", tmp_path / "temporary"
    temporary.mkdir()
    Ledger(path, make=True).close()
    lines = "".join(f'{{"text": "Storm {n} is coming, said forecaster Ada Lund in Ostrel."}}\n' for n in range(120)).encode()
    command = [sys.executable, "-c", "from allegedly.cli import main; main()", "serve", str(path), "--port", "0", "--no-browser"]
    environment = {**os.environ, "TMPDIR": str(temporary)}

    def begun() -> tuple[subprocess.Popen[str], Visitor, Answer]:
        server = subprocess.Popen(
            command, cwd=ROOT / "src", env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert server.stdout is not None
        visitor = Visitor(server.stdout.readline().strip().partition(": ")[2])
        return server, visitor, visitor.upload("/add", {"token": visitor.token("/add")}, [("storms.jsonl", lines)])

    server, visitor, answer = begun()
    while not re.search(r"[1-9]\d* articles so far", visitor.get(answer.place).text):
        time.sleep(0.02)
    server.send_signal(signal.SIGKILL)
    server.wait()
    assert server.stdout is not None
    server.stdout.close()
    assert list(temporary.iterdir()) == []
    with Ledger(path) as ledger:
        assert list(ledger.check()) == []
        there = ledger.counts()["articles"]
    assert there < 120
    server, visitor, answer = begun()
    assert f"{120 - there} read and stored" in ended(visitor, answer)
    server.send_signal(signal.SIGINT)
    server.wait(30)
    assert server.stdout is not None
    server.stdout.close()
    assert list(temporary.iterdir()) == []
