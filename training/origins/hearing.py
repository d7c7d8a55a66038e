"""Fit the weights of ``weighing/origins/hearing.py``: which passages give a source, and which two are the word of one.

``python -m training.origins.hearing``. It learns from stories that neither rules were made from nor the network was trained on
(``held.jsonl``), and from judged claims of short pieces of web news (``benchmarks/news.jsonl``, parts ``short`` and
``short-all``), so it must be run again whenever the network is. Prints what ten-fold cross-validation by story gives, and writes
``src/allegedly/weighing/data/heard.tsv``. Some ten minutes, most of them for reading the articles.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from allegedly.weighing.origins.hearing import MANY, Carrying, Hearing, Signs
from allegedly.weighing.origins.keeping import Shelf, copies_of
from allegedly.weighing.origins.listening import carryings
from allegedly.weighing.origins.parts import FOR
from allegedly.weighing.origins.tree import Tracing
from benchmarks.shared import rows
from benchmarks.weigh_news import given as given_news
from benchmarks.weigh_news import judged
from benchmarks.weigh_origins import Story, article_of, given, read
from training.claims.places import DATA

STORIES = Path(__file__).parent / "held.jsonl"
PARTS = ("short", "short-all")
TO = DATA / "heard.tsv"
STRENGTH = 0.1
"""How freely weights may grow: the inverse of the penalty, with all signs of one scale."""
FOLDS = 10
Origins = Callable[[Carrying], set[str | None]]
"""What a reader has of a carrying: its origins, null for none; empty where he does not have the carrying."""


@dataclass
class Example:
    """One carrying, or two of one claim, and the answer."""

    question: str
    signs: Signs
    answer: bool
    claim: str


def examples(tracing: Tracing, origins: Origins, claim: str) -> Iterator[Example]:
    """What one claim teaches."""
    tracing.follow()
    side, ends = tracing.sides[FOR], tracing.ends()
    every = carryings(tracing.reports, side, tracing.left, ends)
    if not every or len(every) > MANY or all(tracing.reports[row].long for row in side.articles):
        return
    number = tracing.one(())
    hearing, told = Hearing(every, len(side.articles)), [origins(carrying) for carrying in every]
    for i in range(len(every)):
        if told[i]:
            yield Example("source", hearing.signs_of_source(i), told[i] != {None}, claim)
    for i, j in combinations(range(len(every)), 2):
        groups = {None if every[k].node is None else number[every[k].node or 0] for k in (i, j)}
        one, other = told[i] - {None}, told[j] - {None}
        if one and other and (len(groups) == 2 or groups == {None}):
            yield Example("one", hearing.signs_of_one(i, j), bool(one & other), claim)


def of_stories(every: list[Story]) -> Iterator[Example]:
    """What stories teach."""
    texts = {(s["id"], a["id"]): article_of(a).text for s in every for a in s["articles"]}
    for story, claim, connection, rows_ in given(every, read(every)):
        names = {row: name for (_, name), row in rows_.items()}
        spans = []
        for told in claim["statements"]:
            at = texts[story["id"], told["article"]].index(told["quote"])
            spans.append((told["article"], at, at + len(told["quote"]), told["origin"]))

        def origins(
            carrying: Carrying, spans: list[tuple[str, int, int, str | None]] = spans, names: dict[int, str] = names
        ) -> set[str | None]:
            own, start, end = names[carrying.row], carrying.passage.start, carrying.passage.end
            return {origin for article, a, b, origin in spans if article == own and min(end, b) > max(start, a)}

        reports, stated = Shelf(connection).claim(1)
        yield from examples(Tracing(reports, stated, copies_of(connection, list(reports))), origins, story["id"])


def of_news() -> Iterator[Example]:
    """What judged claims of short pieces teach."""
    claims = [claim for part in PARTS for claim in judged(part)]
    for claim, connection, numbers in given_news(claims):
        by_statement = {
            own: {str(n) for n, o in enumerate(claim["origins"]) if number in o["statements"]} or {None}
            for own, number in numbers.items()
        }

        def origins(carrying: Carrying, known: dict[int, set[str | None]] = by_statement) -> set[str | None]:  # type: ignore[assignment]
            return known.get(carrying.end.node.statement or 0, set())

        reports, stated = Shelf(connection).claim(1)
        yield from examples(Tracing(reports, stated, copies_of(connection, list(reports))), origins, claim["id"])


def fitted(every: list[Example]) -> Signs:
    """The weights of one question's signs, in log odds."""
    table = np.array([list(one.signs.values()) for one in every])
    scale = table.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(table / scale, [one.answer for one in every])
    return {"": float(model.intercept_[0]), **dict(zip(every[0].signs, (model.coef_[0] / scale).tolist(), strict=True))}


def cross_validated(every: list[Example]) -> float:
    """The area under the curve of what each fold's claims are told by the others'."""
    claims = sorted({one.claim for one in every})
    random.Random(0).shuffle(claims)
    found, answers = [], []
    for fold in range(FOLDS):
        held = set(claims[fold::FOLDS])
        weights = fitted([one for one in every if one.claim not in held])
        for one in every:
            if one.claim in held:
                found.append(weights[""] + sum(weights[sign] * value for sign, value in one.signs.items()))
                answers.append(one.answer)
    return float(roc_auc_score(answers, found))


def main(arguments: list[str] | None = None) -> None:
    """Fit both questions and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="keep what was measured there, or fit from it where it is there")
    options = parser.parse_args(arguments)
    if options.keep and options.keep.exists():
        every = pickle.loads(options.keep.read_bytes())  # noqa: S301 (our own)
    else:
        every = [*of_stories(list(rows(STORIES))), *of_news()]
        if options.keep:
            options.keep.write_bytes(pickle.dumps(every))
    lines = ["question\tsign\tweight"]
    for question in ("source", "one"):
        own = [one for one in every if one.question == question]
        print(
            f"{question}: {len(own):,}, {sum(one.answer for one in own):,} yes; area under the curve {cross_validated(own):.3f}"
        )
        lines += [f"{question}\t{sign}\t{weight:.4f}" for sign, weight in fitted(own).items()]
    TO.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
