"""Fit the weights of ``hearing.py`` and ``circles.py`` in ``weighing/origins``.

Which passages give a source, and which two are the word of one; which article has a claim from which other one, and which
claims come back to an outlet: ``python -m training.origins.hearing``. It learns from stories that neither rules were made from
nor the network was trained on (``held.jsonl``, ``loops.jsonl``), and from judged claims of short pieces of web news
(``benchmarks/news.jsonl``, parts ``short`` and ``short-all``), so it must be run again whenever the network is. Prints what
ten-fold cross-validation by story gives, and writes ``src/allegedly/weighing/data/heard.tsv``. Some twelve minutes, most of
them for reading the articles.
"""

from __future__ import annotations

import argparse
import math
import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from allegedly.weighing.origins.circles import Ways, measured
from allegedly.weighing.origins.hearing import MANY, Carrying, Hearing, Signs
from allegedly.weighing.origins.listening import carryings
from allegedly.weighing.origins.parts import FOR
from allegedly.weighing.origins.shelf import Shelf, copies_of
from allegedly.weighing.origins.tree import Tracing
from benchmarks.shared import rows
from benchmarks.weigh_news import given as given_news
from benchmarks.weigh_news import judged
from benchmarks.weigh_origins import Story, read
from training.claims.places import DATA
from training.origins.examples import Traced, onto, traced

STORIES = [Path(__file__).parent / f"{name}.jsonl" for name in ("held", "loops")]
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


@dataclass
class Round:
    """One side of a claim, and whether it comes back to an outlet."""

    ways: Ways
    circular: bool
    claim: str


def examples(tracing: Tracing, origins: Origins, claim: str) -> Iterator[Example]:
    """What one claim that was followed teaches of its sources."""
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


def of_ways(one: Traced) -> Iterator[Example | Round]:
    """What one claim of a story teaches of who has it from whom."""
    tracing, story = one.tracing, one.story["id"]
    for side in tracing.sides.values():
        ways = measured(tracing.reports, side, tracing.left, tracing.nodes, tracing.copies)
        if ways is not None:
            for (a, b), signs in ways.signs.items():
                yield Example("from", signs, one.articles[b] in onto(one.claim["links"], one.articles[a]), story)
            yield Round(ways, one.claim["circular"], story)


def of_stories(every: list[Story]) -> Iterator[Example | Round]:
    """What stories teach."""
    for one in traced(every, read(every), Tracing):

        def origins(carrying: Carrying, one: Traced = one) -> set[str | None]:
            return one.origins(carrying.row, carrying.passage.start, carrying.passage.end)

        yield from examples(one.tracing, origins, one.story["id"])
        yield from of_ways(one)


def of_news() -> Iterator[Example]:
    """What judged claims of short pieces teach."""
    claims = [claim for part in PARTS for claim in judged(part)]
    for claim, connection, numbers in given_news(claims):
        by_statement: dict[int, set[str | None]] = {
            own: {str(n) for n, o in enumerate(claim["origins"]) if number in o["statements"]} or {None}
            for own, number in numbers.items()
        }

        def origins(carrying: Carrying, known: dict[int, set[str | None]] = by_statement) -> set[str | None]:
            return known.get(carrying.end.node.statement or 0, set())

        reports, stated = Shelf(connection).claim(1)
        tracing = Tracing(reports, stated, copies_of(connection, list(reports)))
        tracing.follow()
        yield from examples(tracing, origins, claim["id"])


def fitted(every: list[Example]) -> Signs:
    """The weights of one question's signs, in log odds."""
    table = np.array([list(one.signs.values()) for one in every])
    scale = table.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(table / scale, [one.answer for one in every])
    return {"": float(model.intercept_[0]), **dict(zip(every[0].signs, (model.coef_[0] / scale).tolist(), strict=True))}


def parted(every: Sequence[Example]) -> list[set[str]]:
    """The claims of each fold."""
    claims = sorted({one.claim for one in every})
    random.Random(0).shuffle(claims)
    return [set(claims[fold::FOLDS]) for fold in range(FOLDS)]


def told(weights: Signs, signs: Signs) -> float:
    """The probability that weights give."""
    return 1 / (1 + math.exp(-weights[""] - sum(weights[sign] * value for sign, value in signs.items())))


def cross_validated(every: list[Example]) -> float:
    """The area under the curve of what each fold's claims are told by the others'."""
    found, answers = [], []
    for held in parted(every):
        weights = fitted([one for one in every if one.claim not in held])
        for one in every:
            if one.claim in held:
                found.append(told(weights, one.signs))
                answers.append(one.answer)
    return float(roc_auc_score(answers, found))


def circles(ways: list[Example], rounds: list[Round]) -> list[Example]:
    """How likely each round's surest circle is together, by weights that have not seen it, and whether there is one."""
    found = []
    for held in parted(ways):
        weights = fitted([one for one in ways if one.claim not in held])
        for one in rounds:
            if one.claim in held:
                circle = one.ways.surest(one.ways.chances(partial(told, weights)))
                if circle is not None and circle.together:
                    found.append(Example("circle", {"together": math.log(circle.together)}, one.circular, one.claim))
    return found


def main(arguments: list[str] | None = None) -> None:
    """Fit all questions and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="keep what was measured there, or fit from it where it is there")
    options = parser.parse_args(arguments)
    if options.keep and options.keep.exists():
        every = pickle.loads(options.keep.read_bytes())  # noqa: S301 (our own)
    else:
        every = [*of_stories([story for path in STORIES for story in rows(path)]), *of_news()]
        if options.keep:
            options.keep.write_bytes(pickle.dumps(every))
    asked = {
        name: [one for one in every if isinstance(one, Example) and one.question == name] for name in ("source", "one", "from")
    }
    asked["circle"] = circles(asked["from"], [one for one in every if isinstance(one, Round)])
    lines = ["question\tsign\tweight"]
    for question, own in asked.items():
        print(
            f"{question}: {len(own):,}, {sum(one.answer for one in own):,} yes; area under the curve {cross_validated(own):.3f}"
        )
        lines += [f"{question}\t{sign}\t{weight:.4f}" for sign, weight in fitted(own).items()]
    TO.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
