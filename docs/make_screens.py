"""Takes the pictures of the browser's pages that the documentation shows. Needs Chromium; look at them before committing.

python docs/make_screens.py
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from allegedly.ledger import Ledger  # noqa: E402 (the tree that this file is in)
from allegedly.web import app  # noqa: E402
from tests.web.server import running  # noqa: E402

WINDOW = {"width": 1180, "height": 860}


def main() -> None:
    """Read and weigh the examples, serve them, and take a picture of each kind of page that the documentation shows."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "examples.ledger"
        with Ledger(path, make=True) as ledger:
            ledger.add([ROOT / "examples"])
            ledger.weigh()
            claim = ledger.claims()[0].id
            article = next(r.article.id for r in ledger if r.article.title == "Navy rejects 'fantasy' of attack on trawler")
        pages = {
            "article": f"/article/{article.removeprefix('sha256:')[:12]}#s3",
            "claim": f"/claim/{claim}",
            "labels": "/labels",
            "timeline": "/timeline",
        }
        with running(app(path)) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            for name, address in pages.items():
                page = browser.new_page(viewport=WINDOW, color_scheme="light", reduced_motion="reduce")
                page.goto(site + address)
                if name == "article":
                    page.evaluate("scrollTo(0, 0)")
                page.screenshot(path=ROOT / "docs" / f"browser-{name}.png")
            browser.close()


if __name__ == "__main__":
    main()
