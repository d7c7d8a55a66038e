"""How fast a ledger of a million statements is served to many at once: ``python -m benchmarks.web --ledger FILE``.

The ledger (that of ``benchmarks.find``, weighed) is served as ``allegedly serve`` does it, in a process of its own. First one
user opens pages of every kind one after the other: how long the processor worked for each is hardly changed by what else the
machine does. Then so many users at once open pages, each after a pause such as people make; every page is another one, drawn from
what the ledger has. Server time is from when the server has the request to when it has the answer, and told by itself; the time
that users wait stands beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.parse import quote, urlencode

from allegedly.ledger import Ledger
from allegedly.web.guard import LOOPBACK
from allegedly.web.readers import READERS
from benchmarks.shared import table

USERS, SECONDS, PAUSE = 50, 60.0, 5.0
"""Users, how long they stay, and how long each looks at a page, in the mean."""
NEEDED = {"claim": 300.0, "who": 300.0}
"""Milliseconds within which 95 % of the answers must come; 150 for other pages."""
WEIGHT = 300_000
"""Bytes that a page may have, without its pictures and style sheets."""
ALONE = 10
"""Pages of each kind that one user opens alone, before."""
_DURATIONS = re.compile(rb"dur=([0-9.]+)")
MIX = {
    "front": 2,
    "find words": 6,
    "find by": 3,
    "find filters": 3,
    "claims": 3,
    "claim": 6,
    "article": 6,
    "who": 5,
    "labels": 2,
    "labels words": 2,
    "label": 2,
    "timeline": 2,
    "timeline words": 2,
    "timeline when": 2,
    "api statements": 2,
    "api claim": 1,
    "api reading": 2,
    "style": 3,
}
"""How often each kind of page is opened."""


def pages(path: Path, random: Random) -> dict[str, list[str]]:
    """Addresses of every kind of page, of what the ledger has."""
    with Ledger(path) as ledger:
        count = ledger.counts()["articles"]
        articles = [one.id[7:19] for skip in random.sample(range(count), 40) for one in ledger.newest(1, skip)]
        claims = [claim.id for sort in ("disputed", "repeated", "newest") for claim in ledger.claims(sort=sort, limit=40)]
        known = [one.name for one in ledger.most_named(60)]
        outlets = [name for name, _ in ledger.outlets()]
        labels = [row.word for row in ledger.labels(limit=60).rows]
        statements = [one for skip in random.sample(range(5000), 60) for one in ledger.find(limit=1, skip=skip)]
    words = sorted({w for one in statements for w in one.highlighted.lower().split() if w.isalpha() and len(w) > 3})
    random.shuffle(words)
    pairs = [f"{a} {b}" for a, b in zip(words[::2], words[1::2], strict=False)]
    who = [one.source for one in statements if one.source][:60] + known[:20]
    days = [f"{year}-{month:02}-01" for year in range(2012, 2021) for month in range(1, 13)]

    def asked(page: str, **query: str) -> str:
        return f"/{page}?{urlencode(query)}"

    return {
        "front": ["/"],
        "find words": [asked("find", words=w) for w in (*words[:60], *pairs[:40], *(f"{w[:4]}*" for w in words[:20]))],
        "find by": [asked("find", by=name) for name in who],
        "find filters": [
            asked(
                "find",
                words=w,
                stance=random.choice(["denies", "doubts", "affirms"]),
                outlet=random.choice(outlets[:80]),
                since=d,
            )
            for w, d in zip(words[:60], random.sample(days, 60), strict=False)
        ],
        "claims": [
            asked("claims", sort=s, skip=str(k))
            for s in ("disputed", "repeated", "single-origin", "newest")
            for k in (0, 20, 200)
        ]
        + [asked("claims", words=w) for w in words[:20]],
        "claim": [f"/claim/{one}" for one in claims],
        "article": [f"/article/{one}" for one in articles],
        "who": [asked("who", name=name) for name in (*known, *who, *outlets[:20])] + ["/who"],
        "labels": [asked("labels", across=a) for a in ("outlet", "speaker", "time")],
        "labels words": [asked("labels", words=label, across=a) for label in labels[:20] for a in ("outlet", "time")]
        + [asked("labels", of=name) for name in known[:30]],
        "label": [asked("labels", label=label) for label in labels]
        + [asked("labels", label=a, outlet=outlets[0]) for a in labels[:20]],
        "timeline": ["/timeline"],
        "timeline words": [asked("timeline", words=w) for w in words[:60]] + [asked("timeline", by=name) for name in known[:20]],
        "timeline when": [asked("timeline", words=w, when=str(y)) for w in words[:30] for y in (2012, 2019)],
        "api statements": [asked("api/statements", words=w, limit="20") for w in words[60:100]],
        "api claim": [f"/api/claims/{one}" for one in claims],
        "api reading": [f"/api/readings/{one}" for one in articles],
        "style": [f"/static/{quote(name)}" for name in ("page.css", "article.css", "article.js", "world.svg")],
    }


class Got(NamedTuple):
    """An answer."""

    status: int
    size: int
    own: float
    """Milliseconds from when the server had the request to when it had the answer."""
    worked: float
    """Milliseconds for which the server's processor worked meanwhile, for whomever."""
    seen: float
    """Milliseconds that the user waited."""
    path: str


async def fetched(port: int, path: str) -> Got:
    """What is answered; one connection for each page."""
    begin = time.perf_counter()
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}:{port}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read(-1)
    seen = 1000 * (time.perf_counter() - begin)
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    own, worked = (float(told) for told in _DURATIONS.findall(head.lower()))
    return Got(int(head.split(b" ", 2)[1]), len(body), own, worked, seen, path)


Found = dict[str, list[Got]]


async def together(port: int, path: str) -> None:
    """Several get a page at once: what is kept until somebody writes is worked out by each thread of the server for itself."""
    await asyncio.gather(*(fetched(port, path) for _ in range(3 * READERS)))


async def alone(port: int, kinds: dict[str, list[str]], random: Random) -> Found:
    """What one user gets who opens one page after the other."""
    found: Found = {}
    for kind, paths in kinds.items():
        found[kind] = [await fetched(port, path) for path in random.sample(paths, min(ALONE, len(paths)))]
    return found


async def visit(
    port: int, kinds: dict[str, list[str]], seconds: float, random: Random
) -> dict[str, list[tuple[int, int, float, float, str]]]:
    """What all users got, by kind of page."""
    found: Found = defaultdict(list)
    end = time.monotonic() + seconds

    async def user(own: Random) -> None:
        await asyncio.sleep(own.uniform(0, PAUSE))
        while time.monotonic() < end:
            kind = own.choices(list(MIX), list(MIX.values()))[0]
            path = own.choice(kinds[kind])
            found[kind].append(await fetched(port, path))
            await asyncio.sleep(own.expovariate(1 / PAUSE))

    await asyncio.gather(*(user(Random(random.random())) for _ in range(USERS)))
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How fast a large ledger is served to many at once.")
    parser.add_argument(
        "--ledger", type=Path, required=True, help="a weighed ledger, as benchmarks.find and benchmarks.weigh make"
    )
    parser.add_argument("--seconds", type=float, default=SECONDS)
    given = parser.parse_args()
    random = Random(7)
    kinds = pages(given.ledger, random)
    program = [sys.executable, "-m", "benchmarks.web_served", str(given.ledger)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        port = int(server.stdout.readline())
        try:
            for path in ("/", "/who", "/timeline", *kinds["labels"]):
                asyncio.run(together(port, path))
            single = asyncio.run(alone(port, kinds, random))
            before, begin = os.getloadavg()[0], time.perf_counter()
            found = asyncio.run(visit(port, kinds, given.seconds, random))
            took = time.perf_counter() - begin
        finally:
            server.terminate()
    every = [got for those in found.values() for got in those]
    load = f"load {before:.1f} before and {os.getloadavg()[0]:.1f} after, {os.cpu_count()} processors"
    print(f"{USERS} users, {len(every)} pages in {took:.0f} s; {load}")
    print(f"answers: {dict(Counter(got.status for got in every))}\n")
    report(single, found)


def report(single: Found, found: Found) -> None:
    """Print what was measured, kind by kind."""
    lines: list[list[object]] = []
    for kind, alone in single.items():
        those = found.get(kind) or alone
        needed = NEEDED.get(kind.rpartition(" ")[2], 150.0)
        own = sorted(got.own for got in those)
        lines.append(
            [
                *(kind, len(found.get(kind, ())), *_spread(own), f"{_at(sorted(got.seen for got in those), 0.95):.0f}"),
                "yes" if _at(own, 0.95) < needed else f"no (< {needed:.0f})",
                *_spread(sorted(got.worked for got in alone)),
                f"{max(got.size for got in (*those, *alone)) / 1000:.0f}",
            ]
        )
    head = [
        "milliseconds",
        "pages",
        "median",
        "95 %",
        "most",
        "seen, 95 %",
        "as needed",
        "alone: work",
        "95 %",
        "most",
        "KB, most",
    ]
    print(table(head, lines), "\n")
    every = [got for those in (*single.values(), *found.values()) for got in those]
    for got in sorted(every, key=lambda got: -got.own)[:8]:
        print(f"slowest: {got.own:.0f} ms, {got.worked:.0f} of work meanwhile  {got.path[:100]}")
    for size, path in sorted({(got.size, got.path) for got in every if got.size > WEIGHT}, reverse=True)[:5]:
        print(f"heavy: {size / 1000:.0f} KB  {path[:100]}")


def _spread(ordered: list[float]) -> tuple[str, ...]:
    return tuple(f"{one:.0f}" for one in (statistics.median(ordered), _at(ordered, 0.95), ordered[-1]))


def _at(ordered: list[float], share: float) -> float:
    return ordered[int(share * (len(ordered) - 1))]


if __name__ == "__main__":
    main()
