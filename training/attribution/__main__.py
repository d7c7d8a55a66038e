"""Fit the weights of the signs of attribution: ``python -m training.attribution`` (about ten minutes on one core).

Reads the training part of PolNeAR, makes every candidate that the reader would make, calls it right where a trained
annotator has one with the same source and half of the same content (as ``shared/score/attribution.py`` does), and fits a
logistic regression with an L2 penalty. Candidates inside an annotated content are left out where they are not annotated
themselves: PolNeAR does not annotate attributions inside attributions. The result goes to
``src/allegedly/reading/data/weights.tsv``; nothing of the texts but single words goes with it. Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from allegedly.model import Span
from allegedly.reading import pipeline
from allegedly.reading.candidates import candidates
from allegedly.reading.cues import family_of
from allegedly.reading.frames import Candidate, Layout
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.quotations import find_quotations
from allegedly.reading.signs import signs

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "attribution" / "polnear-train.jsonl.gz"
WEIGHTS = ROOT / "src" / "allegedly" / "reading" / "data" / "weights.tsv"

FEWEST = 3
"""A sign seen less often than this in training has no weight."""
PENALTY = 1.0
SMALLEST = 0.02
"""Weights nearer to nothing than this are left out of the file."""


def characters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Offsets of the letters and digits in the spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def is_right(text: str, candidate: Candidate, gold: list[dict[str, Any]]) -> bool:
    """Whether an annotated attribution has the candidate's source and at least half of its content."""
    content = characters(text, candidate.content)
    source = characters(text, [candidate.source] if candidate.source else [])
    for attribution in gold:
        other = attribution["_content"]
        shared = len(content & other)
        # The rest of a speech is joined to its first quotation later on: here it must only be part of the right speech.
        begun = candidate.quotation and shared >= 0.8 * len(content)
        if shared and (begun or shared / (len(content) + len(other) - shared) >= 0.5):
            said_by = attribution["_source"]
            if source & said_by or not (source or said_by):
                return True
    return False


def examples(row: dict[str, Any], parse: Parse) -> Iterable[tuple[list[str], bool]]:
    """The signs of each candidate in an annotated article, and whether it is right."""
    text = row["text"]
    layout = Layout(parse, find_quotations(text, paragraphs_of(text)))
    gold = [
        {**a, "_content": characters(text, a["content"]), "_source": characters(text, a["source"])}
        for a in row["attributions"]
        if a["content"]
    ]
    found = list(candidates(layout))
    frames: dict[int, set[str]] = defaultdict(set)
    for candidate in found:
        frames[candidate.token].add(candidate.frame)
    for candidate in found:
        right = is_right(text, candidate, gold)
        place = parse.start[candidate.token]
        if not right and any(start <= place < end for a in gold for start, end in a["content"]):
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


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description="Fit the weights of the signs of attribution to PolNeAR.")
    parser.add_argument("--data", type=Path, default=DATA, help="PolNeAR's training part, JSON Lines, gzip")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    if not given.data.exists():
        raise SystemExit(f"{given.data}: not here; name PolNeAR's training part with --data")
    nlp = pipeline.load()
    seen: list[tuple[list[str], bool]] = []
    with gzip.open(given.data, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            seen.extend(examples(row, pipeline.parse_text(row["text"], nlp)))
            if number % 50 == 0:
                print(f"{number} articles, {len(seen)} candidates", flush=True)
    weights = fit(seen)
    write(weights, given.out)
    print(f"{len(seen)} candidates, {sum(r for _, r in seen)} right; {len(weights)} signs; written to {given.out}")


if __name__ == "__main__":
    main()
