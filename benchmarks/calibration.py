"""What a stated confidence is worth: ``python -m benchmarks.calibration``.

Of the attributions in PolNeAR's development part that are given with a confidence, how many has a trained annotator too:
expected calibration error over bins of equal mass (Naeini et al. 2015; Nguyen and O'Connor 2015) and the reliability table.
Nested statements and narration are left out: PolNeAR marks neither.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allegedly.model import Reading
from allegedly.reading.reader import DEFAULT, READERS
from benchmarks.attribution import polnear_readings
from benchmarks.shared import data, letters, rows, score, table


def judged(row: dict[str, Any], reading: Reading) -> Iterator[tuple[str, float, bool]]:
    """Key, confidence, and whether it is right, of each attribution of one article: source and half of the content."""
    text = row["text"]
    marked = [(letters(text, a["content"]), letters(text, a["source"])) for a in row["attributions"] if a["content"]]
    for s in reading.statements:
        if s.mode == "narration" or s.within is not None:
            continue
        content, source = letters(text, s.content), letters(text, [s.source.span] if s.source.span else [])
        right = any(
            len(content & said) >= 0.5 * len(content | said) and bool(source & by or not (source or by)) for said, by in marked
        )
        yield f"{row['id']} {s.id}", s.confidence, right


def main() -> None:
    """Print the error and the table."""
    parser = argparse.ArgumentParser(description="What a stated confidence is worth, on PolNeAR.")
    parser.add_argument("--data", type=Path, default=None, help="another file in PolNeAR's form")
    parser.add_argument("--reader", choices=READERS, default=DEFAULT, help="the reader that reads")
    given = parser.parse_args()
    gold = given.data or data("attribution/polnear-dev.jsonl.gz")
    found = [
        one
        for row, (_, reading) in zip(rows(gold), polnear_readings(gold, given.reader), strict=True)
        for one in judged(row, reading)
    ]
    result = score(
        "calibration.py",
        [{"id": key, "right": right} for key, _, right in found],
        [{"id": key, "confidence": sure} for key, sure, _ in found],
    )
    print(f"{gold.name}, reader {given.reader}: {result['n']} attributions given, {result['accuracy']:.3f} of them right")
    print(f"mean confidence {result['mean_confidence']:.3f}, expected calibration error {result['ece']:.3f}, ", end="")
    print(f"Brier score {result['brier']:.3f}\n")
    bins = [[f"{b['from']:.2f} to {b['to']:.2f}", b["n"], b["confidence"], b["right"]] for b in result["bins"]]
    print(table(["confidence", "n", "mean", "right"], bins))


if __name__ == "__main__":
    main()
