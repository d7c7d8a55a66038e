"""A weighed ledger of the example articles, served; and a real Chromium to look at it with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from allegedly.ledger import Ledger
from allegedly.web import app
from tests.web.server import running

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def weighed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the example articles, read by the rules and weighed."""
    path = tmp_path_factory.mktemp("web") / "examples.ledger"
    with Ledger(path, make=True) as ledger:
        ledger.add([EXAMPLES], reader="rules")
        ledger.weigh()
    return path


@pytest.fixture(scope="session")
def ids(weighed: Path) -> dict[str, str]:
    """A claim and an article that the addresses name."""
    with Ledger(weighed) as ledger:
        article = next(r.article.id for r in ledger if r.article.title == "Navy rejects 'fantasy' of attack on trawler")
        return {"claim": ledger.claims()[0].id, "article": article.removeprefix("sha256:")[:12]}


@pytest.fixture(scope="session")
def site(weighed: Path) -> Iterator[str]:
    """The address of a server of that ledger."""
    with running(app(weighed)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as it is installed on this machine; without it, or without playwright, these tests are skipped."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright, which drives the browser, is not installed")
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed (Debian, Ubuntu: apt install chromium); pages are not looked at in a browser")
    switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=program, args=[*switches, "--disable-component-update", "--disable-sync"]
        )
        yield opened
        opened.close()
