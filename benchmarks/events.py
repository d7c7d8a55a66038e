"""ECB+ (Cybulska and Vossen 2014) as statements: sentences that tell of events, and which events are the same one.

A statement is a sentence and the words in it that say what happens. A sentence's *main* event is the one of those marked in it
whose clause is the longest; a verb of saying only where there is no other, for what is said is the statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.reading import pipeline
from allegedly.weighing.claims.gathering import encoded
from allegedly.weighing.claims.pairs import article_vectors, table
from allegedly.weighing.claims.said import Put, Stems, said
from benchmarks.event_ledgers import holding, statements
from benchmarks.shared import data, rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from allegedly.weighing.claims.reading import Stated
    from benchmarks.event_ledgers import Readings


@dataclass(slots=True)
class Event:
    """One event that a sentence tells of."""

    name: str
    """As the scorer names it: ``ARTICLE:START-END``."""
    topic: int
    cluster: str
    put: Put
    main: bool = False
    stated: Stated | None = None
    """Of a main event: the statement that the reader has of it."""

    @property
    def article(self) -> str:
        """The name of its article."""
        return self.name.rpartition(":")[0]

    @property
    def start(self) -> int:
        """Where in its article it begins."""
        return int(self.name.rpartition(":")[2].partition("-")[0])


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

    around: list[Put]
    """All statements that the reader has of the articles: what an article speaks of is told by these too."""

    def sentences(self, *, given: bool = True) -> list[Put]:
        """The sentences that have a main event, in order, said by whom the reader has it from; behind them what is around.

        Args:
            given: Where the main event stands is told; else it is guessed.
        """
        found = []
        for event in self.events:
            if event.main:
                put = event.put if given else replace(event.put, head=None)
                own = event.stated
                if own is not None:
                    bearing = own.put()
                    put = replace(put, voice=bearing.voice, narrated=bearing.narrated, negative=bearing.negative)
                found.append(put)
        return [*found, *self.around]

    def sentence_pairs(self) -> NDArray[np.int64]:
        """The pairs of which both are main events, by the sentences' places among these."""
        numbers = np.nonzero([event.main for event in self.events])[0]
        return np.searchsorted(numbers, self.pairs[self.main])


def load(readings: Readings) -> Events:
    """The development data; ``readings``: of the articles, as :func:`benchmarks.event_ledgers.read` gives them."""
    standing = statements(readings)
    events: list[Event] = []
    around: list[Put] = []
    for number, row in enumerate(rows(data("dev/ecbplus_train_dev.jsonl.gz"))):
        around += [replace(one.stated.put(), article=number) for one in standing[row["id"]]]
        events += _events(row, number)
    for event in events:
        if event.main:
            event.stated = holding(standing[event.article], event.start)
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
        around=around,
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
                put = Put(line, number, head=(low - start, high - start), start=start, narrated=True)
                event = Event(f"{row['id']}:{low}-{high}", row["topic"], mention["cluster"], put)
                found.append((not mention["tag"].endswith("REPORTING"), last - first, -low, event))
        if found:
            max(found, key=lambda one: one[:3])[3].main = True
            yield from (event for *_, event in found)
        start = end + 1
