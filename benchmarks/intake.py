"""How fast articles come into a ledger, in how much memory, and how large it gets: ``python -m benchmarks.intake``.

The first AllSides articles as JSON Lines into a fresh ledger, read by one process and by two, each in a command of its own:
articles a second from the first that is stored to the last, the share of the time that goes into storing, the memory of the
process that writes when the first article is done and when the last is, and the file beside the text that is in it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.shared import data, rows, table


def memory() -> float:
    """What this process has in memory now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def added(source: Path, path: Path, processes: int) -> dict[str, float]:
    """Add the articles in this process, and measure it."""
    import resource

    from allegedly.ledger import Ledger

    moments: list[float] = []
    held: list[float] = []

    def done(_: object) -> None:
        moments.append(time.perf_counter())
        held.append(memory())

    with Ledger(path, make=True) as ledger:
        result = ledger.add([source], processes=processes, on_article=done)
    text = sum(len(row["text"].encode()) for row in rows(source))
    return {
        "articles": result.added + result.unread,
        "seconds": moments[-1] - moments[0],
        "storing": result.storing,
        "first": held[0],
        "last": held[-1],
        "most": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
        "ratio": path.stat().st_size / text,
    }


def apart(source: Path, path: Path, processes: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.intake", "--measure", str(source), str(path), str(processes)]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    measured: dict[str, float] = json.loads(result.stdout)
    return measured


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How fast articles come into a ledger.")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--measure", nargs=3, metavar=("SOURCE", "LEDGER", "PROCESSES"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        source, path, processes = given.measure
        print(json.dumps(added(Path(source), Path(path), int(processes))))
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        first: list[dict[str, Any]] = [
            r for _, r in zip(range(given.articles), rows(data("bulk/allsides_articles.jsonl.gz")), strict=False)
        ]
        source.write_text("".join(json.dumps(row) + "\n" for row in first), encoding="utf-8")
        lines: list[list[object]] = []
        rates = []
        for processes in (1, 2):
            m = apart(source, Path(folder) / f"{processes}.ledger", processes)
            rates.append((m["articles"] - 1) / m["seconds"])
            lines.append(
                [f"{processes}", f"{m['articles']:.0f}", f"{rates[-1]:.2f}", f"{m['storing'] / m['seconds']:.1%}"]
                + [f"{m[name]:.0f}" for name in ("first", "last", "most")]
                + [f"{m['ratio']:.2f}"]
            )
    head = ["reading processes", "articles", "a second", "storing", "MB at first", "MB at last", "MB at most", "file / text"]
    print(table(head, lines))
    print(f"\ntwo processes are {rates[1] / rates[0]:.2f} times as fast as one", end="; ")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
