"""Attributions against PolNeAR (Newell, Margolin, Ruths 2018): ``python -m benchmarks.attribution``.

PolNeAR does not annotate attributions inside attributions, nor the outlet's own voice, so the headline leaves out what a
reading marks as nested or as narration; the line below it counts the nested ones as errors.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text
from allegedly.model import Reading
from allegedly.reading.reader import DEFAULT, READERS, read_article
from benchmarks.shared import data, rows, score, table

# Measured on the same file with the same scorer; see the development data's index.
PEERS = [
    ("textacy", 0.275),
    ("SaysWho", 0.291),
    ("Gender Gap Tracker", 0.415),
    ("Citron, cue classifier retrained", 0.423),
    ("Citron, all retrained on the training part", 0.531),
    ("two trained people, of one another", 0.74),
]


def attributions(reading: Reading, *, nested: bool) -> list[dict[str, Any]]:
    """The reading's attributions in the scorer's form."""
    return [
        {"source": [s.source.span] if s.source.span else [], "cue": list(s.cue), "content": list(s.content)}
        for s in reading.statements
        if s.mode != "narration" and (nested or s.within is None)
    ]


def polnear_readings(gold: Path, reader: str) -> list[tuple[str, Reading]]:
    """Id and reading of each article of a file in PolNeAR's form."""
    return [
        (
            row["id"],
            read_article(article_from_text(row["text"], outlet=row.get("publisher"), published=row.get("date")), reader=reader),
        )
        for row in rows(gold)
    ]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Attributions found, against PolNeAR.")
    parser.add_argument("--data", type=Path, default=None, help="another file in PolNeAR's form")
    parser.add_argument("--reader", choices=READERS, default=DEFAULT, help="the reader that reads")
    parser.add_argument("--errors", action="store_true", help="print the scorer's figures whole")
    given = parser.parse_args()
    gold = given.data or data("attribution/polnear-dev.jsonl.gz")
    readings = polnear_readings(gold, given.reader)
    outer = score("attribution.py", gold, [{"id": i, "attributions": attributions(r, nested=False)} for i, r in readings])
    every = score("attribution.py", gold, [{"id": i, "attributions": attributions(r, nested=True)} for i, r in readings])
    print(f"{gold.name}: {len(readings)} articles, {outer['pair']['gold']} attributions\n")
    lines: list[list[object]] = [[f"Allegedly, {given.reader}", *_prf(outer["pair"])]]
    lines.append(["  nested ones counted as errors", *_prf(every["pair"])])
    lines += [[name, None, None, f1] for name, f1 in PEERS]
    print(table(["pair (content and source)", "P", "R", "F1"], lines), "\n")
    names = ("pair_cue", "content_overlap", "content_exact", "content_char", "cue_overlap")
    print(table(["", "P", "R", "F1"], [[name, *_prf(outer[name])] for name in names]), "\n")
    right = outer["source_given_content"]
    print(f"source right, given the content: {right['accuracy']:.3f}\n")
    by_type = [[kind, *_prf(figures)] for kind, figures in outer["pair_by_type"].items()]
    print(table(["by content", "P", "R", "F1"], by_type), "\n")
    breakdown = []
    for group, classes in outer["recall_by"].items():
        breakdown += [[f"{group}: {name}", f["n"], f["hit"], f["recall"]] for name, f in classes.items()]
    print(table(["recall by", "n", "found", "recall"], breakdown))
    if given.errors:
        print(outer)


def _prf(figures: dict[str, Any]) -> list[object]:
    return [figures["p"], figures["r"], figures["f1"]]


if __name__ == "__main__":
    main()
