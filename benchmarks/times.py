"""Times against TimeBank and AQUAINT as cleaned for TempEval-3, and against MEANTIME: ``python -m benchmarks.times``.

Spans, TIMEX3 values, and the days that they stand for, with each article's day of publication given. Only the parse and
:func:`allegedly.reading.times.find_times` run, which is all that the times of a reading come from. MEANTIME's annotators
marked the first sentences of an article only, so there it is asked what is found, and not what is too much.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text, preamble
from allegedly.reading import pipeline
from allegedly.reading.times import find_times
from benchmarks.shared import data, rows, score, table

# TempEval-3 platinum, end to end, of other articles (UzZaman et al. 2013; Lee et al. 2014).
PEERS = [("HeidelTime, TempEval-3 platinum", 0.903, 0.776), ("UWTime, TempEval-3 platinum", 0.914, 0.824)]
TYPES = ("DATE", "TIME", "DURATION", "SET")


def meantime() -> list[dict[str, Any]]:
    """MEANTIME's articles in the form of ``time_tbaq``."""
    return [
        {**row, "timexes": [m for m in row["mentions"] if m["tag"] == "TIMEX3"]} for row in rows(data("dev/meantime.jsonl.gz"))
    ]


def predictions(gold: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The times of every article in the scorer's form."""
    nlp = pipeline.load()
    found = []
    for row in gold:
        article = article_from_text(row["text"], published=row["dct"], key=row["id"])
        begin = next((end for _, end in reversed(preamble(article.text))), 0)
        parse = pipeline.parse_text(article.text, nlp, begin)
        times = [{"span": t.span, "start": t.start, "end": t.end, "value": t.value} for t in find_times(parse, article)]
        found.append({"id": row["id"], "times": times})
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Times against TimeBank and AQUAINT.")
    parser.add_argument("--data", type=Path, default=None, help="another file in the form of time_tbaq")
    given = parser.parse_args()
    gold = given.data or data("dev/time_tbaq.jsonl.gz")
    found = predictions(rows(gold))
    all_types = score("times.py", gold, found)
    days = all_types["interval"]
    measures = [("span, relaxed", all_types["relaxed"]), ("span, strict", all_types["strict"]), ("value", all_types["value"])]
    measures += [("days, exact", days["exact"]), ("days, half in common", days["jaccard50"])]
    print(f"{gold.name}: {len(found)} articles\n")
    print(table(["", "P", "R", "F1", "right of found", "of"], [_line(name, measure) for name, measure in measures]), "\n")
    print(f"days exactly right, of those found with days: {days['accuracy_exact']:.3f} of {days['matched']}\n")
    lines: list[list[object]] = []
    for kind in TYPES:
        only = [{**row, "timexes": [t for t in row["timexes"] if t["type"] == kind]} for row in rows(gold)]
        part = score("times.py", only, found)
        lines.append([kind, part["relaxed"]["r"], part["value"]["r"], part["relaxed"]["gold"]])
    print(table(["by type, recall", "span", "value", "of"], lines), "\n")
    if given.data is None:
        others = meantime()
        part = score("times.py", others, predictions(others))
        line = [part["relaxed"]["r"], part["value"]["accuracy"], part["interval"]["accuracy_exact"], part["relaxed"]["gold"]]
        print(table(["", "found", "value, of those", "days, of those", "of"], [["MEANTIME, first sentences", *line]]), "\n")
    print(table(["F1 of others, other articles", "span", "value"], [list(peer) for peer in PEERS]))


def _line(name: str, measure: dict[str, Any]) -> list[object]:
    return [name, measure["p"], measure["r"], measure["f1"], measure.get("accuracy"), measure["gold"]]


if __name__ == "__main__":
    main()
