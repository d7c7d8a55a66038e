"""How fast it reads, and in how much memory: ``python -m benchmarks.speed``.

Words a second on one process, model load apart, beside the bare spaCy pipeline on the same texts in the same run; where the
reading's time goes; the most memory of that process; how long the command takes from a cold start. ``--long`` reads texts of
half a million to two million characters, to show that time grows linearly.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

from allegedly.intake import article_from_text
from allegedly.model import Article
from allegedly.reading import pipeline
from allegedly.reading.reader import read_article
from benchmarks.shared import data, rows, table

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "strait-cited.txt"


def memory() -> int:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def cold(*words: str, times: int = 3) -> float:
    """Median seconds of the command in processes of its own."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "allegedly", *words], check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def side_by_side(articles: list[Article], repeats: int) -> None:
    """Print words a second of the bare pipeline and of the whole reader, turn by turn on the same articles."""
    import spacy

    bare = spacy.load(pipeline.pipeline_name())
    used = pipeline.load()
    words = sum(len(a.text.split()) for a in articles)
    read_article(articles[0])
    bare(articles[0].text)
    speeds: dict[str, list[float]] = {"bare": [], "used": [], "reader": []}
    for _ in range(repeats):
        totals = dict.fromkeys(speeds, 0.0)
        # Turn by turn, article by article, so that whatever else the machine does falls on all alike.
        for article in articles:
            for name, work in (("bare", bare), ("used", used), ("reader", None)):
                begin = time.perf_counter()
                if work is None:
                    read_article(article)
                else:
                    work(article.text)
                totals[name] += time.perf_counter() - begin
        for name, taken in totals.items():
            speeds[name].append(words / taken)
    middle = {name: statistics.median(values) for name, values in speeds.items()}
    lines: list[list[object]] = [
        ["spaCy, the packaged pipeline whole", f"{middle['bare']:,.0f}", 1.0],
        ["spaCy, the components that are used", f"{middle['used']:,.0f}", middle["used"] / middle["bare"]],
        ["Allegedly, the whole reading", f"{middle['reader']:,.0f}", middle["reader"] / middle["bare"]],
    ]
    print(f"{len(articles)} articles, {words:,} words, one process, model load apart, median of {repeats}\n")
    print(table(["", "words a second", "ratio"], lines), "\n")
    print(f"most memory of the process, both pipelines loaded: {memory()} MB\n")


STEPS = (
    ("parse: tagger, parser, names (spaCy)", "allegedly.reading.reader.pipelines", "parse_text"),
    ("the network's encoder", "allegedly.reading.attribution", "Marks"),
    ("attributions: candidates, links, weighing", "allegedly.reading.reader", "find_attributions"),
    ("narration", "allegedly.reading.reader", "find_narration"),
    ("who is meant", "allegedly.reading.reader", "cast"),
    ("labels", "allegedly.reading.reader", "find_labels"),
    ("times", "allegedly.reading.reader", "find_times"),
    ("places", "allegedly.reading.reader", "locate"),
    ("amounts", "allegedly.reading.reader", "find_amounts"),
    ("stance, evidence, chains, answers", "allegedly.reading.reader", "_statements"),
    ("happenings", "allegedly.reading.reader", "find_happenings"),
    ("checking every span", "allegedly.reading.reader", "check"),
)
"""The steps of a reading, and the functions that take them."""
WITHIN = {"the network's encoder": "attributions: candidates, links, weighing"}
"""Steps that are taken inside others."""


def shares(articles: list[Article]) -> None:
    """Print where the time of a reading goes."""
    taken = dict.fromkeys((name for name, _, _ in STEPS), 0.0)

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **more: Any) -> Any:  # noqa: ANN401 (whatever the step takes and gives)
            begin = time.perf_counter()
            try:
                return work(*given, **more)
            finally:
                taken[name] += time.perf_counter() - begin

        return run

    with ExitStack() as stack:
        for name, module, function in STEPS:
            where = resolve_name(module)
            stack.enter_context(patch.object(where, function, timed(name, getattr(where, function))))
        begin = time.perf_counter()
        for article in articles:
            read_article(article)
        whole = time.perf_counter() - begin
    for inner, outer in WITHIN.items():
        taken[outer] -= taken[inner]
    taken["the rest"] = whole - sum(taken.values())
    print(table(["where the time goes", "share"], [[name, seconds / whole] for name, seconds in taken.items()]), "\n")


def alone() -> None:
    """Print the memory of a process that only reads."""
    code = (
        "import resource, sys, allegedly\n"
        "from pathlib import Path\n"
        "for path in sorted(Path(sys.argv[1]).glob('*.txt')): allegedly.read(path)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(EXAMPLE.parent)], capture_output=True, text=True, check=True)
    print(f"memory of one reading process: {done.stdout.strip()} MB")
    print(f"allegedly --help, cold: {cold('--help'):.2f} s")
    print(f"allegedly read, one short article, cold: {cold('read', str(EXAMPLE)):.2f} s\n")


def long(articles: list[Article]) -> None:
    """Print the time for ever longer texts."""
    whole = "\n\n".join(a.text for a in articles)
    lines: list[list[object]] = []
    for size in (500_000, 1_000_000, 2_000_000):
        text = (whole * (size // len(whole) + 1))[:size]
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as file:
            file.write(text)
        code = (
            "import resource, sys, time, allegedly\n"
            "allegedly.read('He said so.')\nbegin = time.perf_counter()\n"
            "from pathlib import Path\nfound = allegedly.read(Path(sys.argv[1]))\n"
            "most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
            "print(time.perf_counter() - begin, len(found.statements), most)"
        )
        done = subprocess.run([sys.executable, "-c", code, file.name], capture_output=True, text=True, check=True)
        os.unlink(file.name)  # noqa: PTH108 (made by tempfile)
        taken, statements, most = done.stdout.split()
        lines.append([f"{size:,} characters", float(taken), f"{1e6 * float(taken) / size:.1f}", statements, most])
    print(table(["one text of", "seconds", "µs a character", "statements", "MB"], lines))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How fast it reads, and in how much memory.")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--long", action="store_true", help="read texts of up to two million characters too (minutes)")
    given = parser.parse_args()
    articles = [article_from_text(row["text"]) for row in rows(data("attribution/polnear-dev.jsonl.gz"))]
    side_by_side(articles, given.repeats)
    shares(articles)
    alone()
    if given.long:
        long(articles)


if __name__ == "__main__":
    main()
