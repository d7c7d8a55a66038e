"""How long weighing takes beside reading, how that grows, and how long a hundred articles more take.

``python -m benchmarks.weigh_time LEDGER`` takes the first 2,000, 5,000, 10,000 … articles of a ledger that is read and not
weighed, and weighs each part. Before and after, some of its articles are read again: what reading all of them takes is worked out
from that, so that both times are of the same machine in the same hour. The ledger itself is only read.

``--rest`` is for a ledger that is weighed, and to which articles were added since: how long these take, ``--again`` and again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.reading.reader import read_article
from allegedly.weighing.claims.keeping import due

PARTS = (2_000, 5_000, 10_000, 18_466)
MORE = 100
"""Articles that come in afterwards."""
_READ = 40
"""Articles that are read again to see how fast that is."""


def part(source: Path, target: Path, first: int, last: int) -> int:
    """Put the articles of these places of one ledger into another, with the readings that they have; how many characters."""
    characters = 0
    with Ledger(source) as whole, Ledger(target, make=True) as made:
        run = Adding(made._connection, "benchmark")  # noqa: SLF001 (as they are, without reading them again)
        rows = whole._connection.execute(  # noqa: SLF001 (the same)
            "SELECT id FROM articles JOIN readings USING (article) WHERE replaced IS NULL ORDER BY article LIMIT ? OFFSET ?",
            (last - first, first),
        ).fetchall()
        for (name,) in rows:
            reading = whole.reading(name, machine=True)
            run.put(reading.article, reading)
            characters += len(reading.article.text)
        run.flush()
    return characters


def reading_speed(path: Path) -> float:
    """How many characters of a ledger's articles are read in a second of the processor, on one process, model load apart."""
    with Ledger(path) as ledger:
        names = [name for (name,) in ledger._connection.execute("SELECT id FROM articles ORDER BY article")]  # noqa: SLF001 (all)
        articles = [ledger.reading(name, machine=True).article for name in names[:: max(1, len(names) // _READ)]]
    read_article(articles[0])
    begun = time.process_time()
    for article in articles:
        read_article(article)
    return sum(len(article.text) for article in articles) / (time.process_time() - begun)


class Took(NamedTuple):
    """What weighing took."""

    seconds: dict[str, float]
    """Of the processor, by step; *all* of them."""
    clock: float
    megabytes: int
    """Of memory, at most."""

    def __str__(self) -> str:
        return ", ".join(f"{step} {seconds:.1f} s" for step, seconds in self.seconds.items() if step != "all")


def weighed(path: Path, processes: int = 2) -> Took:
    """What weighing a ledger takes, in a process of its own and in others beside it."""
    command = [sys.executable, "-m", "benchmarks.weigh_steps", str(path), "--processes", str(processes)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [line.split("\t") for line in lines]
    return Took({row[0]: float(row[1]) for row in rows}, float(rows[-1][2]), int(rows[-1][3]))


def rest(path: Path, times: int, processes: int) -> None:
    """Print what weighing the articles takes that a ledger has more than it was weighed with, each time in a copy of it."""
    clocks, speeds = [], []
    with Ledger(path) as ledger, tempfile.TemporaryDirectory() as folder:
        more = len(due(ledger._connection))  # noqa: SLF001 (as weighing counts them)
        for _ in range(times):
            copy = Path(folder) / "more.ledger"
            shutil.copy(path, copy)
            os.sync()  # what is still written to the disk would be counted
            speeds.append(reading_speed(path))
            took = weighed(copy, processes)
            clocks.append(took.clock)
            print(
                f"        {more} more: {took.seconds['all']:8.1f} s of the processor, {took.clock:.1f} s by the clock,"
                f" {took.megabytes:,} MB of memory, where {speeds[-1]:,.0f} characters a second are read; {took}",
                flush=True,
            )
    print(
        f"        median of {times}: {statistics.median(clocks):.1f} s by the clock ({min(clocks):.1f} to {max(clocks):.1f}),"
        f" where {statistics.median(speeds):,.0f} characters a second are read"
    )


def main(arguments: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path, nargs="?", help="a ledger of many articles")
    parser.add_argument("--parts", type=int, nargs="*", default=PARTS, help="how many articles")
    parser.add_argument("--processes", type=int, default=2, help="how many weigh")
    parser.add_argument("--again", type=int, default=1, help="how often the hundred more are weighed, each time by itself")
    parser.add_argument("--rest", action="store_true", help="weigh only what a ledger has more than it was weighed with")
    options = parser.parse_args(arguments)
    if options.ledger is None:
        print("time: name a ledger of many articles: python -m benchmarks.weigh_time LEDGER")
        return
    if options.rest:
        rest(options.ledger, options.again, options.processes)
        return
    with sqlite3.connect(f"file:{options.ledger}?mode=ro", uri=True) as connection:
        there = connection.execute("SELECT count(*) FROM readings WHERE replaced IS NULL").fetchone()[0]
    connection.close()
    for count in options.parts:
        if count > there:
            print(f"{count:,} articles: the ledger has {there:,}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "part.ledger"
            characters = part(options.ledger, path, 0, count - MORE)
            before = reading_speed(path)
            took = weighed(path, options.processes)
            speed = (before + reading_speed(path)) / 2
            seconds, reading = took.seconds["all"], characters / speed
            size = path.stat().st_size / 1e6
            print(
                f"{count - MORE:>7,} articles: {seconds:8.1f} s of the processor, {seconds / reading:.1%} of reading"
                f" at {speed:,.0f} characters a second,"
                f" {took.clock:.0f} s by the clock, {took.megabytes:,} MB of memory, a file of {size:,.0f} MB; {took}",
                flush=True,
            )
            part(options.ledger, path, count - MORE, count)
            rest(path, options.again, options.processes)


if __name__ == "__main__":
    main()
