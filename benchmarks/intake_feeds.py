"""Feeds and web archives, odd and broken ones, read or refused with a sentence: ``python -m benchmarks.intake_feeds``.

Prints how many inputs were read, were refused with one sentence, or crashed, and the slowest of them. Nothing is fetched.
"""

from __future__ import annotations

import base64
import io
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from allegedly.errors import Refused
from allegedly.intake import Source, articles
from benchmarks.shared import data, rows, table


class Sample(NamedTuple):
    """One input: as bytes on standard input, or as a file."""

    name: str
    bytes: bytes | None
    source: str | Source


def feeds() -> Iterator[Sample]:
    """The feeds of feedparser's own tests."""
    for row in rows(data("bulk/feeds_feedparser.jsonl.gz")):
        whole = base64.b64decode(row["xml_base64"]) if "xml_base64" in row else row["xml"].encode()
        yield Sample(row["id"], whole, "-")


def archives() -> Iterator[Sample]:
    """The web archives of warcio's own tests."""
    for path in sorted(data("bulk/warc_samples").iterdir()):
        yield Sample(path.name, None, str(path))


def counted(kind: str, samples: Iterable[Sample]) -> tuple[list[object], Counter[str], list[str]]:
    """A line of the table, the reasons of the refusals, and what crashed."""
    results: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    crashes: list[str] = []
    slowest = 0.0
    found = refusals = 0
    for sample in samples:
        refused: list[Refused] = []
        begun = time.perf_counter()
        stdin: BinaryIO | None = io.BytesIO(sample.bytes) if sample.bytes is not None else None
        try:
            read = len(list(articles([sample.source], stdin=stdin, force=True, on_refused=refused.append)))
        except Exception as error:  # noqa: BLE001 (that is what is counted)
            crashes.append(f"{sample.name}: {type(error).__name__}: {error}")
            results["crashed"] += 1
            continue
        slowest = max(slowest, time.perf_counter() - begun)
        found += read
        refusals += len(refused)
        reasons.update(one.reason for one in refused)
        results["read" if read and not refused else "in part" if read else "refused" if refused else "silent"] += 1
    names = ("read", "in part", "refused", "silent", "crashed")
    line: list[object] = [kind, sum(results.values()), *(results[name] for name in names), found, refusals, f"{slowest:.2f} s"]
    return line, reasons, crashes


def main() -> None:
    """Print the tables."""
    head = ["", "samples", "read", "in part", "refused", "silent", "crashed", "articles", "refusals", "slowest"]
    made = [counted("feeds", feeds()), counted("web archives", archives())]
    print(table(head, [line for line, _, _ in made]), "\n")
    for line, reasons, crashes in made:
        print(f"{line[0]}: the reasons")
        for reason, count in reasons.most_common(12):
            print(f"{count:6,}  {reason}")
        for crash in crashes:
            print(f"CRASH  {crash}")
        print()


if __name__ == "__main__":
    main()
