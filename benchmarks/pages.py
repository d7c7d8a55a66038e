"""How long the browser's pages take and how large they are: ``python -m benchmarks.pages LEDGER``.

Pages of each kind, of articles, claims and people drawn by lot and of the largest that there are, are asked of a real server one
after the other. Wall time is what a person waits on a machine as busy as this one; processor time is what the page costs anyway.
With Chromium and playwright, first paint and weight are measured too: the page with its style sheets and scripts.
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import sqlite3
import statistics
import time
from pathlib import Path
from random import Random
from urllib.parse import quote

from allegedly.web import app
from benchmarks.shared import table
from tests.web.server import running

_WORDS = "bridge president tax war economy police climate court hospital election".split()
_SORTS = ("disputed", "repeated", "single-origin", "circular", "newest")
_NAMES = "SELECT name FROM entities e WHERE entity IN (SELECT entity FROM article_entities GROUP BY entity ORDER BY"
_DRAWN = {
    "article": "SELECT substr(id, 8, 12) FROM articles ORDER BY substr(id, 20, 12) LIMIT ?",
    "largest articles": "SELECT substr(a.id, 8, 12) FROM statements JOIN articles a USING (article) GROUP BY article"
    " ORDER BY count(*) DESC LIMIT ?",
    "claim": "SELECT id FROM claims WHERE articles > 1 AND statement IS NOT NULL ORDER BY substr(id, 4) LIMIT ?",
    "largest claims": "SELECT id FROM claims WHERE statement IS NOT NULL ORDER BY statements DESC LIMIT ?",
    "who": "SELECT name FROM entities WHERE kind IN ('person', 'organisation', 'state') ORDER BY entity * 7919 % 10007 LIMIT ?",
    "in most articles": f"{_NAMES} count(*) DESC LIMIT ?)",
}
_PATHS = {"article": "/article/", "claim": "/claim/", "who": "/who?name=", "in most articles": "/who?name="}


def drawn(ledger: Path, many: int) -> dict[str, list[str]]:
    """The addresses that are asked for, by kind of page."""
    found = {
        "front": ["/"] * 20,
        "find": [f"/find?words={word}" for word in _WORDS]
        + [f"/find?by={word}&stance=denies" for word in _WORDS]
        + [f"/find?about={word}&skip=200" for word in _WORDS],
        "claims": [f"/claims?sort={sort}" for sort in _SORTS] + [f"/claims?words={word}" for word in _WORDS],
    }
    connection = sqlite3.connect(f"file:{quote(str(ledger))}?mode=ro", uri=True)
    for kind, query in _DRAWN.items():
        path = _PATHS.get(kind) or _PATHS[kind.split()[-1].removesuffix("s")]
        found[kind] = [path + quote(one) for (one,) in connection.execute(query, (many if kind in _PATHS else many // 4,))]
    connection.close()
    return found


def main() -> None:
    """Ask for the pages and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--many", type=int, default=60, help="pages of each kind")
    options = parser.parse_args()
    rows: list[list[object]] = []
    with running(app(options.ledger, read_only=True)) as site:
        server = http.client.HTTPConnection(site.partition("//")[2], timeout=60)
        for kind, addresses in drawn(options.ledger, options.many).items():
            Random(1).shuffle(addresses)
            waited, worked, weight = [], [], []
            for address in addresses:
                wall, work = time.perf_counter(), time.process_time()
                server.request("GET", address)
                answer = server.getresponse()
                body = answer.read()
                waited.append(1000 * (time.perf_counter() - wall))
                worked.append(1000 * (time.process_time() - work))
                weight.append(len(body) / 1000)
                if answer.status != 200:
                    print(f"{answer.status} {address}")
            size = (f"{statistics.median(weight):.0f}", f"{max(weight):.0f}")
            rows.append([kind, len(addresses), *_told(waited), *_told(worked), *size])
        server.close()
        print(f"pages of {options.ledger.name}, load {os.getloadavg()[0]:.1f}")
        print(table(["page", "n", "wall ms", "95 %", "processor ms", "95 %", "KB", "most"], rows))
        painted(site, drawn(options.ledger, 4))


def _told(values: list[float]) -> tuple[str, str]:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return f"{statistics.median(ordered):.0f}", f"{ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]:.0f}"


def painted(site: str, addresses: dict[str, list[str]]) -> None:
    """First paint and weight in Chromium, where it is installed."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        print("Chromium is not installed: first paint is not measured")
        return
    from playwright.sync_api import sync_playwright

    rows: list[list[object]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for kind, those in addresses.items():
            page = browser.new_page()  # with nothing kept of other pages
            page.goto(site + those[0])
            # The pages' policy lets nothing be evaluated in them, so it is asked from outside until it is there.
            while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
                page.wait_for_timeout(20)
            paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            loaded = "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
            weight = page.evaluate(f"{loaded}.reduce((sum, each) => sum + each.encodedBodySize, 0)")
            rows.append([kind, f"{paint:.0f}", f"{weight / 1000:.0f}"])
            page.close()
        browser.close()
    print("\nin Chromium, with nothing kept")
    print(table(["page", "first paint ms", "KB with styles and scripts"], rows))


if __name__ == "__main__":
    main()
