"""Weights of the signs of attribution: a logistic regression with an L2 penalty over what the rules propose.

A candidate is right where a trained annotator has one with the same source and half of the same content, as
``shared/score/attribution.py`` has it. Candidates inside an annotated content are left out where they are not annotated
themselves: PolNeAR does not annotate attributions inside attributions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from allegedly.reading.candidates import candidates
from allegedly.reading.cues import family_of
from allegedly.reading.inflection import lemma_of
from allegedly.reading.signs import signs
from training.attribution.articles import Annotated, is_right

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "allegedly" / "reading" / "data" / "weights.tsv"

FEWEST = 3
"""A sign seen less often than this in training has no weight."""
PENALTY = 1.0
SMALLEST = 0.02
"""Weights nearer to nothing than this are left out of the file."""


def examples(article: Annotated) -> Iterable[tuple[list[str], bool]]:
    """The signs of each candidate in an annotated article, and whether it is right."""
    layout, parse = article.layout, article.parse
    found = list(candidates(layout))
    frames: dict[int, set[str]] = defaultdict(set)
    for candidate in found:
        frames[candidate.token].add(candidate.frame)
    for candidate in found:
        right = is_right(parse.text, candidate, article.gold)
        if not right and article.inside(parse.start[candidate.token]):
            continue
        lemma = lemma_of(parse.lower[candidate.token])
        rivals = frozenset(frames[candidate.token] - {candidate.frame})
        yield signs(layout, candidate, lemma, family_of(lemma), rivals), right


def fit(seen: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Weights of the signs by logistic regression; the same examples give the same weights."""
    counts = Counter(sign for found, _ in seen for sign in set(found))
    columns = {sign: i for i, sign in enumerate(sorted(s for s, n in counts.items() if n >= FEWEST))}
    places = [(i, columns[sign]) for i, (found, _) in enumerate(seen) for sign in set(found) if sign in columns]
    ones = np.ones(len(places))
    table = csr_matrix((ones, tuple(zip(*places, strict=True))), shape=(len(seen), len(columns)))
    right = np.array([float(r) for _, r in seen])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sure = 1.0 / (1.0 + np.exp(-(table @ weights)))
        miss = -(right * np.log(sure + 1e-12) + (1 - right) * np.log(1 - sure + 1e-12)).sum()
        return miss + 0.5 * PENALTY * weights @ weights, table.T @ (sure - right) + PENALTY * weights

    best = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {sign: float(best.x[i]) for sign, i in columns.items()}


def write(weights: dict[str, float], path: Path) -> None:
    """The weights as lines of sign and log odds, sorted by sign."""
    lines = [f"{sign}\t{weight:.3f}" for sign, weight in sorted(weights.items()) if abs(weight) >= SMALLEST]
    path.write_text("\n".join(["sign\tweight", *lines]) + "\n", encoding="utf-8")


def make(parsed: list[Annotated]) -> None:
    """Fit the weights to the articles and write them into the package."""
    seen = [example for article in parsed for example in examples(article)]
    weights = fit(seen)
    write(weights, WEIGHTS)
    print(f"signs: {len(seen)} candidates, {sum(r for _, r in seen)} right; {len(weights)} signs in {WEIGHTS.name}", flush=True)
