"""Amounts in sentences of our own: ``python -m benchmarks.amounts``.

``amounts.tsv`` holds the shapes that amounts have in news: money, shares, counts, measures, ranges, orders of magnitude,
casualties, and numbers that are none. A line is right where value, unit, what it is of and what became of those counted are
all right; its bounds are counted apart. No text of anybody else's is in it.
"""

from __future__ import annotations

import argparse
import csv
import math
from pathlib import Path

from allegedly.intake import article_from_text
from allegedly.model import Amount
from allegedly.reading import pipeline
from allegedly.reading.amounts import find_amounts
from allegedly.reading.times import find_times
from benchmarks.shared import table

TABLE = Path(__file__).with_name("amounts.tsv")


def found_in(text: str) -> list[Amount]:
    """The amounts of a sentence."""
    parse = pipeline.parse_text(text, pipeline.load())
    return find_amounts(parse, find_times(parse, article_from_text(text)))


def _same(found: float | None, said: str) -> bool:
    return (found is None and not said) or (found is not None and bool(said) and math.isclose(found, float(said), rel_tol=1e-5))


def judge(row: dict[str, str], amounts: list[Amount]) -> dict[str, bool]:
    """Which fields of a line are right; a line without words is right where there is no amount."""
    if not row["words"]:
        return dict.fromkeys(("found", "value", "unit", "of", "fate", "bounds"), not amounts)
    start = row["text"].index(row["words"])
    end = start + len(row["words"])
    here = max(amounts, key=lambda a: min(a.span[1], end) - max(a.span[0], start), default=None)
    if here is None or min(here.span[1], end) <= max(here.span[0], start):
        return dict.fromkeys(("found", "value", "unit", "of", "fate", "bounds"), False)
    return {
        "found": True,
        "value": _same(here.value, row["value"]),
        "unit": (here.unit or "") == row["unit"],
        "of": (here.of or "") == row["of"],
        "fate": (here.fate or "") == row["fate"],
        "bounds": _same(here.low, row["low"]) and _same(here.high, row["high"]),
    }


def main() -> None:
    """Print the table, and with ``--wrong`` the lines that are not right."""
    parser = argparse.ArgumentParser(description="Amounts in sentences of our own.")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    given = parser.parse_args()
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    right: dict[str, int] = {}
    for row in rows:
        amounts = found_in(row["text"])
        judged = judge(row, amounts)
        judged["value, unit and what is counted"] = all(judged[k] for k in ("value", "unit", "of", "fate"))
        judged["and its bounds"] = judged["value, unit and what is counted"] and judged["bounds"]
        for name, good in judged.items():
            right[name] = right.get(name, 0) + good
        if given.wrong and not judged["and its bounds"]:
            said = [(a.text, a.value, a.unit, a.of, a.fate, a.low, a.high) for a in amounts]
            print(row["text"], *(f"{k}={row[k]}" for k in row if k != "text" and row[k]), "| found:", said)
    print(table([f"{len(rows)} shapes", "right", "share"], [[name, n, n / len(rows)] for name, n in right.items()]))


if __name__ == "__main__":
    main()
