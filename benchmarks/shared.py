"""What the benchmarks share: where the development data lie, and how readings go to a scorer."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from allegedly.model import Span

SHARED = Path(__file__).resolve().parents[2] / "shared"


def data(name: str) -> Path:
    """A file of the development data.

    Raises:
        SystemExit: with one sentence, where the data are not beside the checkout.
    """
    path = SHARED / "data" / name
    if not path.exists():
        raise SystemExit(f"{path}: the development data are not here; this benchmark needs them beside the checkout")
    return path


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Offsets of the letters and digits in the spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def score(
    scorer: str, gold: Path | Iterable[dict[str, Any]], predictions: Iterable[dict[str, Any]], *options: str
) -> dict[str, Any]:
    """What a scorer of ``shared/score`` prints for these predictions; the gold as a file or as rows."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "gold.jsonl"
        plain.write_text(
            "".join(json.dumps(row) + "\n" for row in (rows(gold) if isinstance(gold, Path) else gold)), encoding="utf-8"
        )
        predicted = Path(folder) / "predictions.jsonl"
        predicted.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
        command = [sys.executable, str(SHARED / "score" / scorer), str(plain), str(predicted), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{scorer}: {done.stderr.strip() or done.stdout.strip()}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def table(head: list[str], lines: list[list[object]]) -> str:
    """A table in plain text, the first column to the left, the others to the right."""
    cells = [head, *([("" if c is None else f"{c:.3f}" if isinstance(c, float) else str(c)) for c in line] for line in lines)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]

    def line(row: list[str]) -> str:
        return "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True)))

    return "\n".join([line(cells[0]), "  ".join("-" * w for w in widths), *map(line, cells[1:])])
