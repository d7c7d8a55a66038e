"""How many independent origins: counted by weighing, against what an able reader finds in small stories that we wrote.

``python -m benchmarks.weigh_origins`` prints it for the development stories of ``benchmarks/origins``, once with the stories'
own claims and copies given, so that origins alone are measured, and once from the bare texts, all stories in one ledger. With
``--part fresh``, ``kept``, ``late`` or ``last`` it does so for stories that the method had not seen when its figures were first
printed, with ``--part test`` for those that nobody looks at while the method is still changed; with ``--list`` it names each
claim whose count is wrong.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.ledger.store import writing
from allegedly.model import Article, Reading
from allegedly.reading.reader import read_article
from allegedly.weighing.entities import keeping as entities
from allegedly.weighing.origins.keeping import bring_up_to_date

HERE = Path(__file__).resolve().parent / "origins"
Story = dict[str, Any]
Readings = dict[str, Reading]
_KINDS = {"rewrite": "excerpt"}
"""A text that follows another sentence by sentence is, among the kinds of copies of a ledger, nearest to this."""


@dataclass
class Score:
    """What was counted, claim by claim."""

    errors: list[int] = field(default_factory=list)
    circular: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    """(by the story, by us)"""
    single: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, claim: Story, found: tuple[int, bool, bool] | None) -> None:
        """One claim: how many origins were found, whether in a circle, whether of a single origin; null: no such claim."""
        count, circular, single = found or (0, False, False)
        self.errors.append(abs(count - claim["independent"]))
        self.circular[claim["circular"], circular] += 1
        self.single[claim["single_origin"], single] += 1
        if self.errors[-1] or claim["circular"] != circular:
            how = f"{claim['independent']} origins, found {count if found else 'no such claim'}"
            self.wrong.append(f"{name} {claim['id']}: {how}{'; circular' * (claim['circular'] != circular)}")

    def rows(self) -> Iterator[tuple[str, str]]:
        """The figures."""
        n = len(self.errors)
        yield "claims", f"{n}"
        yield "origins counted right", f"{sum(not e for e in self.errors) / n:.3f}"
        yield "mean absolute error", f"{sum(self.errors) / n:.3f}"
        for name, counts in (("circular", self.circular), ("single origin", self.single)):
            both, ours, theirs = counts[True, True], counts[False, True], counts[True, False]
            precision = both / (both + ours) if both + ours else 1.0
            recall = both / (both + theirs) if both + theirs else 1.0
            yield f"{name}: precision, recall", f"{precision:.3f}  {recall:.3f}  ({both + theirs} of {n} are)"


def stories(name: str) -> list[Story]:
    """The stories of one part."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def article_of(given: Story) -> Article:
    """One article of a story."""
    return article_from_text(given["text"], **{k: given[k] for k in ("title", "outlet", "url", "byline", "published")})


def read(every: list[Story]) -> Readings:
    """The readings of all articles, by the article's id."""
    return {a.id: read_article(a) for s in every for a in map(article_of, s["articles"])}


def connected(ledger: Ledger) -> sqlite3.Connection:
    """The file under a ledger: a benchmark writes what the steps before would have found."""
    return ledger._connection  # noqa: SLF001 (nobody else may)


def stored(ledger: Ledger, every: list[Story], readings: Readings) -> dict[tuple[str, str], int]:
    """Put the stories' articles in; the row of each."""
    run = Adding(connected(ledger), "benchmark")
    for story in every:
        for given in story["articles"]:
            article = article_of(given)
            run.put(article, readings[article.id])
    run.flush()
    rows = dict(connected(ledger).execute("SELECT id, article FROM articles").fetchall())
    return {(s["id"], a["id"]): rows[article_of(a).id] for s in every for a in s["articles"]}


def meant(connection: sqlite3.Connection, row: int, start: int, end: int) -> list[int]:
    """The statements of an article that say what stands at a span: the one that is most nearly this, and those beside it."""
    fits: list[tuple[float, int, int, int]] = []
    query = "SELECT statement, start, end FROM statements WHERE article = ?"
    for own, a, b in connection.execute(query, (row,)).fetchall():
        last = connection.execute(
            "SELECT max(end) FROM statement_spans WHERE statement = ? AND part = 'content'", (own,)
        ).fetchone()
        stop = max(b, last[0] or 0)
        common = min(stop, end) - max(a, start)
        if common > 0:
            fits.append((common / (max(stop, end) - min(a, start)), -own, a, stop))
    chosen: list[tuple[float, int, int, int]] = []
    for fit in sorted(fits, reverse=True):
        _, _, a, stop = fit
        apart = all(stop <= x or y <= a for *_, x, y in chosen)
        if not chosen or (apart and start <= a and stop <= end):
            chosen.append(fit)
    return [-own for _, own, *_ in chosen]


def put_copies(connection: sqlite3.Connection, story: Story, rows: dict[tuple[str, str], int]) -> None:
    """Write a story's copies down as that step would."""
    for pair in story["copies"]:
        a, b = sorted((rows[story["id"], pair["a"]], rows[story["id"], pair["b"]]))
        original = rows[story["id"], pair["original"]] if pair["original"] else None
        connection.execute(
            "INSERT INTO copies (a, b, kind, original, jaccard, containment, confidence, reason)"
            " VALUES (?, ?, ?, ?, 1, 1, 10000, '')",
            (a, b, _KINDS.get(pair["kind"], pair["kind"]), original),
        )


def put_claim(connection: sqlite3.Connection, story: Story, claim: Story, rows: dict[tuple[str, str], int]) -> None:
    """Write one claim down, in place of any other."""
    texts = {a["id"]: article_of(a).text for a in story["articles"]}
    for table in ("origin_links", "origins", "claim_statements", "claims"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (names from above)
    found: dict[int, str] = {}
    for given in claim["statements"]:
        row = rows[story["id"], given["article"]]
        at = texts[given["article"]].index(given["quote"])
        for own in meant(connection, row, at, at + len(given["quote"])):
            found.setdefault(own, given["side"])
    connection.execute(
        "INSERT INTO claims (claim, id, statement, statements, articles, outlets, voices_for, voices_against, voices_doubting)"
        " VALUES (1, ?, ?, ?, 0, 0, 0, 0, 0)",
        (f"{story['id']} {claim['id']}", min(found, default=None), len(found)),
    )
    connection.executemany("INSERT INTO claim_statements VALUES (?, 1, ?, 10000, '')", found.items())


def given(
    every: list[Story], readings: Readings
) -> Iterator[tuple[Story, Story, sqlite3.Connection, dict[tuple[str, str], int]]]:
    """Each claim of the stories in a ledger of its own story, with the story's copies, and the rows of its articles there."""
    for story in every:
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "story.ledger", make=True) as ledger:
            connection = connected(ledger)
            rows = stored(ledger, [story], readings)
            with writing(connection):
                put_copies(connection, story, rows)
            entities.bring_up_to_date(connection)
            for claim in story["claims"]:
                with writing(connection):
                    put_claim(connection, story, claim, rows)
                yield story, claim, connection, rows


def alone(every: list[Story], readings: Readings) -> Score:
    """Origins with the stories' own claims and copies given."""
    score = Score()
    for story, claim, connection, _ in given(every, readings):
        bring_up_to_date(connection)
        count, circular = connection.execute("SELECT origins, circular FROM claims").fetchone()
        score.add(story["id"], claim, (count, bool(circular), count == 1 and _outlets(connection, 1) > 1))
    return score


def together(every: list[Story], readings: Readings) -> Score:
    """Claims and origins from the bare texts: all stories in one ledger, weighed."""
    score = Score()
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "stories.ledger", make=True) as ledger:
        connection = connected(ledger)
        rows = stored(ledger, every, readings)
        ledger.weigh()
        for story in every:
            texts = {a["id"]: article_of(a).text for a in story["articles"]}
            for claim in story["claims"]:
                shared: Counter[int] = Counter()
                for given in claim["statements"]:
                    row = rows[story["id"], given["article"]]
                    at = texts[given["article"]].index(given["quote"])
                    for own in meant(connection, row, at, at + len(given["quote"])):
                        found = connection.execute("SELECT claim FROM claim_statements WHERE statement = ?", (own,)).fetchone()
                        shared.update(found or ())
                score.add(story["id"], claim, _counted(connection, shared))
    return score


def _counted(connection: sqlite3.Connection, shared: Counter[int]) -> tuple[int, bool, bool] | None:
    """What is counted of the claim that has the most statements in common."""
    if not shared:
        return None
    best = min(shared, key=lambda claim: (-shared[claim], claim))
    count, circular = connection.execute("SELECT origins, circular FROM claims WHERE claim = ?", (best,)).fetchone()
    return count, bool(circular), count == 1 and _outlets(connection, best) > 1


def _outlets(connection: sqlite3.Connection, claim: int) -> int:
    """How many outlets put a claim forward."""
    found = connection.execute(
        "SELECT count(DISTINCT coalesce(a.outlet, a.article)) FROM claim_statements x JOIN statements s USING (statement)"
        " JOIN articles a USING (article) WHERE x.claim = ? AND x.side = 'for'",
        (claim,),
    ).fetchone()
    return int(found[0])


def guessed(every: list[Story]) -> Iterator[tuple[str, str]]:
    """How right, and how far off on average, are those who do not read: who says "one" of every claim, who counts outlets."""
    ones, outlets = [], []
    for story in every:
        names = {article["id"]: article["outlet"] for article in story["articles"]}
        for claim in story["claims"]:
            telling = {names[s["article"]] for s in claim["statements"] if s["side"] == "for"}
            ones.append(abs(1 - claim["independent"]))
            outlets.append(abs(len(telling) - claim["independent"]))
    for name, errors in (("one, of every claim", ones), ("as many as outlets", outlets)):
        yield name, f"{errors.count(0) / len(errors):.3f}  {sum(errors) / len(errors):.3f}"


def show(title: str, score: Score, *, listed: bool) -> None:
    """Print the figures."""
    print(title)
    for name, value in score.rows():
        print(f"  {name:30} {value}")
    if listed:
        for line in score.wrong:
            print(f"    {line}")


def main(arguments: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "fresh", "test", "kept", "late", "last"), default="dev", help="which stories")
    parser.add_argument("--list", action="store_true", help="name each claim that is counted wrong")
    options = parser.parse_args(arguments)
    every = stories(options.part)
    print("who does not read: counted right, mean absolute error")
    for name, value in guessed(every):
        print(f"  {name:30} {value}")
    readings = read(every)
    show(f"origins alone, claims and copies given, {len(every)} stories", alone(every, readings), listed=options.list)
    show(f"from the bare texts, {len(every)} stories in one ledger", together(every, readings), listed=options.list)


if __name__ == "__main__":
    main()
