"""Articles of ECB+ as a ledger has them: read and weighed topic by topic; and in which claims their main events are said."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from allegedly.intake import article_from_text
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.model import Reading
from allegedly.reading.reader import read_article
from allegedly.weighing.claims import keeping as claims
from allegedly.weighing.claims.reading import Stated, stated
from allegedly.weighing.entities import keeping as entities
from benchmarks.shared import data, rows
from benchmarks.weigh_origins import connected

if TYPE_CHECKING:
    import sqlite3

    from allegedly.weighing.claims.matching import Judges
    from benchmarks.events import Events

Readings = dict[int, dict[str, Reading]]
"""By topic, and by the article's name."""


class Standing(NamedTuple):
    """A statement that can be in a claim, and where in its article it stands."""

    stated: Stated
    spans: list[tuple[int, int]]


def read() -> Readings:
    """The readings of all articles."""
    found: Readings = {}
    for row in rows(data("dev/ecbplus_train_dev.jsonl.gz")):
        found.setdefault(row["topic"], {})[row["id"]] = read_article(article_from_text(row["text"], url=row["url"]))
    return found


def _ledgers(readings: Readings) -> Iterator[tuple[int, sqlite3.Connection, dict[str, list[Standing]]]]:
    """For each topic a ledger of its articles, and the statements of each by its name."""
    for topic, own in readings.items():
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "topic.ledger", make=True) as ledger:
            connection = connected(ledger)
            run = Adding(connection, "benchmark")
            for reading in own.values():
                run.put(reading.article, reading)
            run.flush()
            entities.bring_up_to_date(connection)
            row_of = dict(connection.execute("SELECT id, article FROM articles").fetchall())
            yield topic, connection, {name: _standing(connection, row_of[one.article.id]) for name, one in own.items()}


def statements(readings: Readings) -> dict[str, list[Standing]]:
    """Of each article, by its name, the statements that can be in a claim."""
    return {name: own for _, _, every in _ledgers(readings) for name, own in every.items()}


def holding(own: list[Standing], at: int) -> Stated | None:
    """The shortest of an article's statements in which this place stands."""
    there = [one.stated for one in own if any(start <= at < end for start, end in one.spans)]
    return min(there, key=lambda one: (one.end - one.start, one.number), default=None)


def said(seen: Events, readings: Readings, judges: Callable[[int], Judges]) -> dict[str, str]:
    """For each main event, by its name, where it is said: a name for the claim, or for the statement that is in none.

    A main event is said by the shortest of the statements in which it stands that can be in a claim; one that stands in none of
    them is not here.

    Args:
        seen: The events.
        readings: What :func:`read` gives.
        judges: For each topic, who judges its pairs.
    """
    found: dict[str, str] = {}
    for topic, connection, standing in _ledgers(readings):
        claims.bring_up_to_date(connection, judges=judges(topic))
        claim = dict(connection.execute("SELECT statement, claim FROM claim_statements").fetchall())
        for event in seen.events:
            if event.main and event.topic == topic:
                one = holding(standing[event.article], event.start)
                if one is not None:
                    found[event.name] = f"{topic} " + (
                        f"c{claim[one.statement]}" if one.statement in claim else f"s{one.statement}"
                    )
    return found


def _standing(connection: sqlite3.Connection, article: int) -> list[Standing]:
    further: dict[int, list[tuple[int, int]]] = {}
    for statement, start, end in connection.execute(
        "SELECT x.statement, x.start, x.end FROM statement_spans x JOIN statements s USING (statement)"
        " WHERE s.article = ? AND x.part = 'content'",
        (article,),
    ):
        further.setdefault(statement, []).append((start, end))
    return [Standing(one, [(one.start, one.end), *further.get(one.statement, [])]) for one in stated(connection, [article])]
