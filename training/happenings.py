"""Train what tells the words that stand for happenings from others.

    python -m training.happenings ../shared/data/dev/{meantime,ecbplus_train_dev}.jsonl.gz

writes ``reading/data/triggers.tsv``. ``benchmarks.happenings`` trains in the same way without each fifth of the documents in turn
(ECB+: of the topics), and on each of the two alone, and prints what is then reached on the rest.

Data: MEANTIME (CC BY 4.0), whose headlines and first four sentences have every event marked, verbs of saying and *be* among them;
ECB+ (CC BY 3.0), in whose chosen sentences those events are marked that the topic is about, reports of them and states. Both mark
verbs and nouns; where a mark covers several words, its head counts. A logistic regression with an L2 penalty, fitted by gradient
descent (Adam) over all examples at once.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from allegedly.model import Span
from allegedly.reading import happenings_triggers
from allegedly.reading.happenings_triggers import candidates, signs
from allegedly.reading.parse import Parse
from allegedly.reading.pipeline import load, parse_text

Row = dict[str, Any]
TABLE = Path(happenings_triggers.__file__).parent / "data" / "triggers.tsv"
LEAST = 4
"""Words that must have a sign for it to be kept."""
PENALTY, STEPS, RATE = 1.0, 300, 0.05
SMALL = 0.02
"""Weights nearer to nothing than this are left out."""
FOLDS = 5


@dataclass(slots=True)
class Example:
    """One word that may stand for a happening."""

    group: int
    """Which fold its document, or its topic, belongs to."""
    corpus: str
    signs: list[str]
    right: bool


@dataclass(slots=True)
class Document:
    """A document with the heads of its events."""

    corpus: str
    group: int
    row: Row
    parse: Parse
    spans: list[Span]
    """The sentences in which every event is marked."""
    heads: dict[int, Row]
    """Head token → the event's mention."""


def documents(path: Path) -> Iterator[Document]:
    """The documents of a corpus."""
    corpus = path.name.partition(".")[0].partition("_")[0]
    nlp = load()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = [(a, b) for a, b in (row["sentences"][:6] if corpus == "meantime" else row["gold_sents"])]
            parse = parse_text(row["text"], nlp)
            group = zlib.crc32(str(row["id"] if corpus == "meantime" else row["topic"]).encode()) % FOLDS
            heads: dict[int, Row] = {}
            for mention in row["mentions"]:
                tokens = parse.tokens((mention["start"], mention["end"]))
                if len(tokens) and _event(mention["tag"]) and any(a <= mention["start"] < b for a, b in spans):
                    heads.setdefault(parse.head_of(tokens[0], tokens[-1]), mention)
            yield Document(corpus, group, row, parse, spans, heads)


def _event(tag: str) -> bool:
    return tag.startswith(("EVENT", "ACTION", "NEG"))


def examples(document: Document) -> Iterator[Example]:
    """The words of a document's marked sentences."""
    parse = document.parse
    for token in candidates(parse):
        if any(a <= parse.start[token] < b for a, b in document.spans):
            yield Example(document.group, document.corpus, signs(parse, token), token in document.heads)


def fitted(cases: list[Example]) -> dict[str, float]:
    """The weights of a logistic regression over the examples."""
    counted = Counter(sign for case in cases for sign in case.signs)
    names = sorted(sign for sign, n in counted.items() if n >= LEAST)
    place = {sign: i for i, sign in enumerate(names)}
    pairs = [(row, place[sign]) for row, case in enumerate(cases) for sign in case.signs if sign in place]
    rows, columns = np.array(pairs, np.int64).T
    right = np.array([case.right for case in cases], np.float64)
    weight, always = np.zeros(len(names)), 0.0
    first, second = np.zeros(len(names) + 1), np.zeros(len(names) + 1)
    for step in range(1, STEPS + 1):
        total = np.bincount(rows, weight[columns], len(cases)) + always
        wrong = 1 / (1 + np.exp(-total)) - right
        slope = np.append(np.bincount(columns, wrong[rows], len(names)) + PENALTY * weight, wrong.sum())
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        move = RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weight -= move[:-1]
        always -= move[-1]
    return {"always": float(always), **{sign: float(w) for sign, w in zip(names, weight, strict=True) if abs(w) >= SMALL}}


def write(weights: dict[str, float]) -> None:
    """Write the table that the reader loads."""
    lines = ["sign\tweight", *(f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items()))]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Train on the files that are named."""
    cases = [case for name in sys.argv[1:] for document in documents(Path(name)) for case in examples(document)]
    weights = fitted(cases)
    write(weights)
    print(f"{len(cases):,} words, {sum(case.right for case in cases):,} of them for happenings; {len(weights):,} weights")


if __name__ == "__main__":
    main()
