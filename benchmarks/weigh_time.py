"""How long weighing takes beside reading, how that grows, and how long a hundred articles more take.

``python -m benchmarks.weigh_time LEDGER`` takes the first 2,000, 5,000, 10,000 … articles of a ledger that is read and not
weighed, and weighs each part; the reading's own time is worked out from the articles' length and the speed that
``--characters-per-second`` gives (``python -m benchmarks.speed`` measures it). The ledger itself is only read.
"""

from __future__ import annotations

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding

PARTS = (2_000, 5_000, 10_000, 18_466)
MORE = 100
"""Articles that come in afterwards."""


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


def weighed(path: Path) -> tuple[float, int, dict[str, float]]:
    """Seconds of the processor and megabytes that weighing a ledger takes, in a process of its own, and seconds by step."""
    code = (
        "import sys, resource\n"
        "from allegedly.ledger import Ledger\n"
        "before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])\n"
        "with Ledger(sys.argv[1]) as ledger: done = ledger.weigh()\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(used[0] + used[1] - before, used[2] // 1024, *(f'{k}={v:.1f}' for k, v in done.seconds.items()))\n"
    )
    out = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout.split()
    return float(out[0]), int(out[1]), {k: float(v) for k, _, v in (one.partition("=") for one in out[2:])}


def main(arguments: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path, nargs="?", help="a ledger of many articles")
    parser.add_argument("--parts", type=int, nargs="*", default=PARTS, help="how many articles")
    parser.add_argument("--characters-per-second", type=float, default=17_800.0, help="how fast one process reads")
    options = parser.parse_args(arguments)
    if options.ledger is None:
        print("time: name a ledger of many articles: python -m benchmarks.weigh_time LEDGER")
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
            seconds, megabytes, steps = weighed(path)
            reading = characters / options.characters_per_second
            size = path.stat().st_size / 1e6
            print(
                f"{count - MORE:>7,} articles: {seconds:8.1f} s of the processor, {seconds / reading:.1%} of reading,"
                f" {megabytes:,} MB of memory, a file of {size:,.0f} MB;"
                f" {', '.join(f'{k} {v:.0f} s' for k, v in steps.items())}"
            )
            part(options.ledger, path, count - MORE, count)
            begun = time.monotonic()
            seconds, _, steps = weighed(path)
            print(
                f"        {MORE} more: {seconds:8.1f} s of the processor, {time.monotonic() - begun:.1f} s by the clock;"
                f" {', '.join(f'{k} {v:.1f} s' for k, v in steps.items())}"
            )


if __name__ == "__main__":
    main()
