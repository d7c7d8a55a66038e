"""Whole readings against articles annotated for this project: ``python -m benchmarks.statements``.

Statements found, who is meant, stance, act, chain, evidence, answers, labels and times on ``voices_gold``: 36 articles of
other kinds than election news (wire copy, Wikinews, courts, foreign news). Nobody else measures these.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text
from allegedly.model import to_json
from allegedly.reading.reader import DEFAULT, READERS, read_article
from benchmarks.shared import data, rows, score, table


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Whole readings against annotated articles.")
    parser.add_argument("--data", type=Path, default=None, help="another file in the form of voices_gold")
    parser.add_argument("--reader", choices=READERS, default=DEFAULT, help="the reader that reads")
    given = parser.parse_args()
    gold = given.data or data("dev/voices_gold.jsonl.gz")
    readings = readings_of(gold, given.reader)
    found: dict[str, Any] = score("statements.py", gold, readings)
    print(f"{gold.name}: {len(readings)} articles, reader {given.reader}\n")
    print(table(["", "P", "R", "F1", "share", "n"], list(_lines(found))))


def readings_of(gold: Path, reader: str) -> list[dict[str, Any]]:
    """What the reader makes of the articles of a file in the form of voices_gold, in the public format."""
    readings = []
    for row in rows(gold):
        article = article_from_text(
            row["text"],
            title=row.get("title"),
            outlet=row.get("outlet"),
            url=row.get("url"),
            published=row.get("published"),
            key=row["id"],
        )
        readings.append(json.loads(to_json(read_article(article, reader=reader))))
    return readings


def _lines(found: dict[str, Any], prefix: str = "") -> list[list[object]]:
    lines: list[list[object]] = []
    for name, value in found.items():
        if not isinstance(value, dict):
            if isinstance(value, float):
                lines.append([f"{prefix}{name}", None, None, None, value, None])
            continue
        share = next((value[k] for k in ("accuracy", "share", "recall") if k in value), None)
        if share is not None or "f1" in value:
            count = next((value[k] for k in ("n", "gold") if k in value), None)
            lines.append([f"{prefix}{name}", value.get("p"), value.get("r"), value.get("f1"), share, count])
        if "nested_recall" in value:
            lines.append([f"{prefix}{name}: nested", None, value["nested_recall"], None, None, None])
        lines += _lines({k: v for k, v in value.items() if isinstance(v, dict)}, f"{prefix}{name}: ")
    return lines


if __name__ == "__main__":
    main()
