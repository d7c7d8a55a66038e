"""Denials, on four sets: ``python -m benchmarks.stance``.

Sentences of our own writing (``benchmarks/denials.tsv``: 150 that deny and 150 that do not); ``voices_gold``; and two corpora
that mark something near to it. TimeBank and AQUAINT mark what the one reported event says of the other that it is not so
(NEG_EVIDENTIAL); GUM marks attributions that are negated (*I don't know what happened*), of which few deny, so that there only
counts how many the reader takes for plain affirmations.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from csv import DictReader
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text
from allegedly.model import Reading, Statement
from allegedly.reading.reader import DEFAULT, READERS, read_article
from benchmarks.shared import data, rows, score, table
from benchmarks.statements import readings_of

OWN = Path(__file__).with_name("denials.tsv")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Denials: what is found of them, and what is taken for one.")
    parser.add_argument("--reader", choices=READERS, default=DEFAULT, help="the reader that reads")
    parser.add_argument("--errors", action="store_true", help="list the sentences of our own that are judged wrongly")
    given = parser.parse_args()
    own = list(_own())
    said = {line["id"]: _denies(read_article(article_from_text(line["text"]), reader=given.reader)) for line in own}
    predicted = [{"id": name, "denies": denies} for name, denies in said.items()]
    gold = data("dev/voices_gold.jsonl.gz")
    lines: list[list[object]] = [
        _line("our own sentences", score("stance.py", own, predicted)["denial"]),
        _line("voices_gold", score("statements.py", gold, readings_of(gold, given.reader))["denial"]),
    ]
    print(f"Denials, reader {given.reader}\n")
    print(table(["", "P", "R", "F1", "n"], lines))
    print()
    print(table(["", "found", "denied", "not affirmed", "n"], [_evidential(given.reader), _negative(given.reader)]))
    for line in own if given.errors else ():
        if line["denies"] != said[line["id"]]:
            print("missed:" if line["denies"] else "false:", line["text"])


def _line(name: str, found: dict[str, Any]) -> list[object]:
    return [name, found["p"], found["r"], found["f1"], found["gold"]]


def _own() -> Iterable[dict[str, Any]]:
    with OWN.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(DictReader(lines, delimiter="\t", quotechar=None, quoting=3), 1):
            yield {"id": f"d{number}", "text": row["text"], "denies": row["denies"] == "yes"}


def _denies(reading: Reading) -> bool:
    """Whether some statement denies that stands in nobody's words."""
    return any(s.stance == "denies" and s.within is None for s in reading.statements)


def _evidential(reader: str) -> list[object]:
    """Reports in TimeBank and AQUAINT that something is not so: of these, found by their cue, denied, and not affirmed."""
    found = []
    for row in rows(data("dev/time_tbaq.jsonl.gz")):
        links = [link for link in row["slinks"] if link["rel"] == "NEG_EVIDENTIAL"]
        events = {event["eid"]: (event["start"], event["end"]) for event in row["events"]}
        spans = sorted({events[link["event"]] for link in links if link["event"] in events})
        if spans:
            reading = read_article(article_from_text(row["text"], title=row.get("title")), reader=reader)
            found += [_at(reading, span) for span in spans]
    return _counts("NEG_EVIDENTIAL", found)


def _negative(reader: str) -> list[object]:
    """Negated attributions in GUM: of these, found by their cue, denied, and not affirmed."""
    found = []
    for row in rows(data("dev/gum_coref_attrib.jsonl.gz")):
        spans = [(a["source_start"], a["source_end"]) for a in row["attributions"] if a["polarity"] == "negative"]
        if spans:
            reading = read_article(article_from_text(row["text"], title=row.get("title")), reader=reader)
            found += [_at(reading, span) for span in spans]
    return _counts("GUM, negated", found)


def _at(reading: Reading, span: tuple[int, int]) -> Statement | None:
    """The statement whose cue stands at a span."""
    cues = ((s, cue) for s in reading.statements for cue in s.cue)
    return next((s for s, (start, end) in cues if start < span[1] and span[0] < end), None)


def _counts(name: str, found: list[Statement | None]) -> list[object]:
    known = [s for s in found if s is not None]
    denied = sum(s.stance == "denies" for s in known)
    return [name, len(known), denied, sum(s.stance != "affirms" for s in known), len(found)]


if __name__ == "__main__":
    main()
