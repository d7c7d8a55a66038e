"""The forest that weighs rules and network.

Gradient-boosted trees (Friedman 2001) fitted to whether a trained annotator has the candidate, on the articles that the
network was not trained on. The signs' weights that go into it are fitted without those articles too. What is chosen in
articles that the trees have not seen (five parts in turn) says how its log odds must be stretched and shifted, so that of
what the reader gives at 80 % about 80 % are right. Needs scikit-learn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from allegedly.reading import attribution
from allegedly.reading.confidence import weights
from allegedly.reading.cues import hedges
from allegedly.reading.inflection import lemma_of
from allegedly.reading.network.agreement import log_odds
from allegedly.reading.network.forest import forest
from allegedly.reading.network.marks import Marks
from allegedly.reading.network.proposals import likely_cues, proposals
from allegedly.reading.network.weighing import COLUMNS, table
from training.attribution import rules
from training.attribution.articles import FOLD, Annotated, is_right, judged
from training.attribution.rules import WEIGHTS, fit

FOREST = WEIGHTS.with_name("forest.tsv")
PARTS = 5


def candidates_of(article: Annotated) -> Iterator[tuple[list[float], bool]]:
    """The table's row of each candidate in an annotated article, and whether it is right."""
    layout, parse = article.layout, article.parse
    marks = Marks(parse, layout.quotations)
    by_rules = attribution._rivals(layout, 0)  # noqa: SLF001 - what the reader weighs is what is learned from
    marks.link([*by_rules, *likely_cues(marks)])
    proposed = {c.token: c for c in proposals(layout, marks) if lemma_of(parse.lower[c.token]) not in hedges()}
    for token in sorted({*by_rules, *proposed}):
        every = [*by_rules.get(token, []), *((c, 0.0) for c in [proposed.get(token)] if c)]
        inside = article.inside(parse.start[token])
        for (candidate, _), numbers in zip(every, table(layout, marks, every), strict=True):
            right = is_right(parse.text, candidate, article.gold)
            if right or not inside:
                yield numbers, right


def make(parsed: list[Annotated]) -> None:
    """Fit the trees to every :data:`FOLD`-th article, match their confidence to what it is worth, and write them."""
    shipped = weights()
    try:
        rules.write(
            fit([example for i, article in enumerate(parsed) if i % FOLD for example in rules.examples(article)]), WEIGHTS
        )
        _forget()
        held = parsed[::FOLD]
        seen = [list(candidates_of(article)) for article in held]
        found = []
        for part in range(PARTS):
            _write(_fitted([one for i, some in enumerate(seen) if i % PARTS != part for one in some]))
            _forget()
            found += [one for article in held[part::PARTS] for one in judged(article)]
    finally:
        rules.write(shipped, WEIGHTS)
    scale, shift = _matched(found)
    every = [one for some in seen for one in some]
    _write(_fitted(every), scale, shift)
    _forget()
    print(f"forest: {len(every)} candidates, {sum(r for _, r in every)} right; {len(found)} chosen, log odds times ", end="")
    print(f"{scale:.3f} plus {shift:.3f}; written to {FOREST.name}", flush=True)


def _forget() -> None:
    """Let go of the weights that were loaded."""
    weights.cache_clear()
    forest.cache_clear()


def _fitted(seen: list[tuple[list[float], bool]]) -> tuple[GradientBoostingClassifier, float]:
    """The trees, and the log odds that they begin with."""
    right = np.array([r for _, r in seen])
    model = GradientBoostingClassifier(
        n_estimators=300, max_depth=3, learning_rate=0.05, subsample=0.5, min_samples_leaf=20, max_features=0.5, random_state=0
    )
    return model.fit(np.array([numbers for numbers, _ in seen]), right), math.log(right.mean() / (1 - right.mean()))


def _matched(found: list[tuple[float, bool]]) -> tuple[float, float]:
    """Scale and shift of the log odds (Platt 1999): the surest of a cue's candidates is chosen, and is less sure than it says."""
    odds = np.array([[log_odds(sure)] for sure, _ in found])
    model = LogisticRegression(C=1e6).fit(odds, [right for _, right in found])
    return float(model.coef_[0][0]), float(model.intercept_[0])


def _write(fitted: tuple[GradientBoostingClassifier, float], scale: float = 1.0, shift: float = 0.0) -> None:
    """The trees as lines, one a node; the first line holds the log odds that all begin with."""
    model, start = fitted
    lines = ["node\tdepth\tcolumn\tbound\tlow\thigh\tvalue", f"-1\t0\t\t0\t-1\t-1\t{scale * start + shift:.5f}"]
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
                value = scale * model.learning_rate * tree.value[i][0][0]
                bound, ways = "\t0", f"{base + i}\t{base + i}\t{value:.5f}"
            lines.append(f"{base + i}\t{depth[i]}\t{bound}\t{ways}")
        base += tree.node_count
    FOREST.write_text("\n".join(lines) + "\n", encoding="utf-8")
