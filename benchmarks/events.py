"""ECB+ (Cybulska and Vossen 2014) as statements: sentences that tell of events, and which events are the same one.

A statement is a sentence and the words in it that say what happens. A sentence's *main* event is the one of those marked in it
whose clause is the longest; a verb of saying only where there is no other, for what is said is the statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.reading import pipeline
from allegedly.weighing.claims.gathering import encoded
from allegedly.weighing.claims.pairs import article_vectors, table
from allegedly.weighing.claims.said import Put, Stems, said
from benchmarks.shared import data, rows

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(slots=True)
class Event:
    """One event that a sentence tells of."""

    name: str
    """As the scorer names it: ``ARTICLE:START-END``."""
    topic: int
    cluster: str
    put: Put
    main: bool = False


@dataclass(slots=True)
class Events:
    """Events, and all pairs of them within a topic."""

    events: list[Event]
    pairs: NDArray[np.int64]
    topics: NDArray[np.int64]
    """Of each pair."""
    same: NDArray[np.bool_]
    """Whether people marked the two as one."""
    main: NDArray[np.bool_]
    """Whether both are the main events of their sentences."""
    rows: NDArray[np.float32]
    """What :func:`allegedly.weighing.claims.pairs.table` says of each pair."""


def load(*, given: bool = True) -> Events:
    """The development data; ``given``: where the sentence says what happens is told, else it is guessed."""
    events = [event for number, row in enumerate(rows(data("dev/ecbplus_train_dev.jsonl.gz"))) for event in _events(row, number)]
    if not given:
        for event in events:
            event.put = Put(event.put.text, event.put.article)
    by_topic: dict[int, list[int]] = {}
    for i, event in enumerate(events):
        by_topic.setdefault(event.topic, []).append(i)
    pairs = np.array([pair for members in by_topic.values() for pair in combinations(members, 2)], np.int64)
    stems = Stems()
    puts = [event.put for event in events]
    every = said(puts, stems)
    articles = article_vectors(every, np.array(stems.hash, np.int64))
    clusters = np.unique([event.cluster for event in events], return_inverse=True)[1]
    main = np.array([event.main for event in events])
    a, b = pairs[:, 0], pairs[:, 1]
    return Events(
        events=events,
        pairs=pairs,
        topics=np.array([event.topic for event in events])[a],
        same=clusters[a] == clusters[b],
        main=main[a] & main[b],
        rows=table(every, pairs, encoded([put.text for put in puts], every.heads, pairs), articles),
    )


def _events(row: dict[str, Any], number: int) -> Iterator[Event]:
    marked = {}
    for mention in row["mentions"]:
        if mention["tag"].startswith(("ACTION", "NEG")) and mention.get("cluster") is not None:
            marked.setdefault((mention["start"], mention["end"]), mention)
    if not marked:
        return
    parse = pipeline.parse_text(row["text"], pipeline.load())
    start = 0
    for line in row["text"].split("\n"):
        end = start + len(line)
        found = []
        for (low, high), mention in sorted(marked.items()):
            if start <= low < end:
                tokens = parse.tokens((low, high))
                root = parse.head_of(tokens[0], tokens[-1]) if tokens else 0
                first, last = parse.span(parse.left[root], parse.right[root])
                put = Put(line, number, head=(low - start, high - start))
                event = Event(f"{row['id']}:{low}-{high}", row["topic"], mention["cluster"], put)
                found.append((not mention["tag"].endswith("REPORTING"), last - first, -low, event))
        if found:
            max(found, key=lambda one: one[:3])[3].main = True
            yield from (event for *_, event in found)
        start = end + 1
