"""Fit the weights of ``weighing/origins/distinct.py`` to claims of real news that were read.

``python -m training.origins.distinct``. The claims are those of ``benchmarks/news.jsonl`` that are for developing. It needs the
articles beside the checkout and takes some minutes, most of them for reading these.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from allegedly.weighing.origins import distinct
from allegedly.weighing.origins.likeness import End
from allegedly.weighing.origins.parts import FOR
from allegedly.weighing.origins.shelf import Shelf, copies_of
from allegedly.weighing.origins.tree import JUDGES, Tracing
from benchmarks.weigh_news import Judged, given, judged

TO = Path(__file__).parents[2] / "src" / "allegedly" / "weighing" / "data" / "distinct.tsv"
PARTS = ("several", "dev")
Example = tuple[dict[str, float], bool]
"""The signs of two origins, and whether they are two."""


def groups(tracing: Tracing) -> list[list[End]]:
    """The origins that rules leave for a claim, each with the ends that are it."""
    tracing.follow()
    number = tracing.one(JUDGES[:1])
    found: dict[int, list[End]] = {}
    for node, end in tracing.ends():
        if end.side == FOR and not end.node.bare:  # never judged by these signs
            found.setdefault(number[node], []).append(end)
    return list(found.values())


def pairs(claim: Judged, tracing: Tracing, numbers: dict[int, int]) -> Iterator[Example]:
    """For each two origins that rules leave the signs, on the average of their ends, and whether the reader has two there."""
    for one, other in combinations(groups(tracing), 2):
        measured = [distinct.signs(a, b) for a in one for b in other]
        its, others = (_origins(claim, [numbers.get(end.node.statement or 0, 0) for end in own]) for own in (one, other))
        mean = {sign: float(np.mean([signs[sign] for signs in measured])) for sign in measured[0]}
        yield mean, bool(its and others) and its.isdisjoint(others)


def _origins(claim: Judged, statements: list[int]) -> set[int]:
    """The reader's origins of these statements."""
    return {n for n, origin in enumerate(claim["origins"]) if not {*statements}.isdisjoint(origin["statements"])}


def examples() -> Iterator[Example]:
    """All of them."""
    claims = [claim for part in PARTS for claim in judged(part)]
    for claim, connection, numbers in given(claims):
        reports, stated = Shelf(connection).claim(1)
        yield from pairs(claim, Tracing(reports, stated, copies_of(connection, list(reports))), numbers)


def fit(every: list[Example], to: Path = TO) -> None:
    """Fit the weights and write them."""
    rows, two = np.array([list(signs.values()) for signs, _ in every]), np.array([own for _, own in every])
    print(f"{len(two):,} pairs, {int(two.sum()):,} of them two")
    scale = rows.std(0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=3000).fit(rows / scale, two)
    weights = zip(every[0][0], model.coef_[0] / scale, strict=True)
    lines = [f"\t{model.intercept_[0]:.4f}", *(f"{sign}\t{weight:.4f}" for sign, weight in weights)]
    to.write_text("\n".join(["sign\tweight", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    fit(list(examples()))
