"""The forest that weighs rules and network: ``python -m training.attribution.forest``, after the other two.

Reads PolNeAR's training part, takes the articles that the network was not trained on, and fits gradient-boosted trees to
whether a trained annotator has the candidate. The signs' weights for it are fitted without those articles. Needs
scikit-learn.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from allegedly.reading import attribution, pipeline
from allegedly.reading.cues import family_of, hedges
from allegedly.reading.frames import Layout
from allegedly.reading.inflection import lemma_of
from allegedly.reading.network.agreement import log_odds
from allegedly.reading.network.marks import Marks
from allegedly.reading.network.proposals import proposals
from allegedly.reading.network.weighing import COLUMNS, table
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.quotations import find_quotations
from allegedly.reading.signs import signs
from training.attribution.__main__ import DATA, WEIGHTS, characters, examples, fit, is_right

FOREST = WEIGHTS.with_name("forest.tsv")
FOLD = 8


def candidates_of(row: dict[str, Any], parse: Parse, weights: dict[str, float]) -> Iterator[tuple[list[float], bool]]:
    """The table's row of each candidate in an annotated article, and whether it is right."""
    text = row["text"]
    layout = Layout(parse, find_quotations(text, paragraphs_of(text)))
    gold = [
        {**a, "_content": characters(text, a["content"]), "_source": characters(text, a["source"])}
        for a in row["attributions"]
        if a["content"]
    ]
    marks = Marks(parse, layout.quotations)
    by_rules = attribution._rivals(layout, 0)  # noqa: SLF001 - what the reader weighs is what is learned from
    proposed = {c.token: c for c in proposals(layout, marks) if lemma_of(parse.lower[c.token]) not in hedges()}
    for token in sorted({*by_rules, *proposed}):
        lemma = lemma_of(parse.lower[token])
        rivals = by_rules.get(token, [])
        frames = frozenset(r.frame for r in rivals)
        odds = []
        for r in rivals:
            total = math.fsum(weights.get(s, 0.0) for s in set(signs(layout, r, lemma, family_of(lemma), frames - {r.frame})))
            odds.append(log_odds(1 / (1 + math.exp(-max(-30.0, min(30.0, total))))))
        every = [*rivals, proposed[token]] if token in proposed else rivals
        place = parse.start[token]
        inside = any(start <= place < end for a in gold for start, end in a["content"])
        for candidate, numbers in zip(every, table(layout, marks, every, odds), strict=True):
            right = is_right(text, candidate, gold)
            if right or not inside:
                yield numbers, right


def write(model: GradientBoostingClassifier, start: float, path: Path) -> None:
    """The trees as lines, one a node; the first line holds the log odds that all begin with."""
    lines = ["node\tdepth\tcolumn\tbound\tlow\thigh\tvalue", f"-1\t0\t\t0\t-1\t-1\t{start:.5f}"]
    base = 0
    for (estimator,) in model.estimators_:
        tree = estimator.tree_
        depth = {0: 0}
        for i in range(tree.node_count):
            low, high = int(tree.children_left[i]), int(tree.children_right[i])
            if low >= 0:
                depth[low] = depth[high] = depth[i] + 1
                bound, ways = f"{COLUMNS[tree.feature[i]]}\t{tree.threshold[i]:.9g}", f"{base + low}\t{base + high}\t0"
            else:
                bound, ways = "\t0", f"{base + i}\t{base + i}\t{model.learning_rate * tree.value[i][0][0]:.5f}"
            lines.append(f"{base + i}\t{depth[i]}\t{bound}\t{ways}")
        base += tree.node_count
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read, fit, write."""
    nlp = pipeline.load()
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    parsed = [(row, pipeline.parse_text(row["text"], nlp)) for row in articles]
    weights = fit([e for i, (row, parse) in enumerate(parsed) if i % FOLD for e in examples(row, parse)])
    seen = [e for row, parse in parsed[::FOLD] for e in candidates_of(row, parse, weights)]
    right = np.array([r for _, r in seen])
    model = GradientBoostingClassifier(
        n_estimators=300, max_depth=3, learning_rate=0.05, subsample=0.5, min_samples_leaf=20, max_features=0.5, random_state=0
    ).fit(np.array([numbers for numbers, _ in seen]), right)
    write(model, math.log(right.mean() / (1 - right.mean())), FOREST)
    print(f"{len(seen)} candidates, {right.sum()} right; written to {FOREST}")


if __name__ == "__main__":
    main()
