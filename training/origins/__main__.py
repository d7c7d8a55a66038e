"""Fit the trees of ``weighing/origins`` to the development stories and write them into the package.

``python -m training.origins``. First those that say from which article a statement is, after the rules have had their say; then,
with these at work, those that say which voices are one. It takes some minutes, most of them for reading the stories.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from allegedly.reading.network.forest import forest
from allegedly.weighing.origins import likeness, mentioning
from allegedly.weighing.origins.tree import Tracing
from benchmarks.weigh_origins import Readings, Story, read, stories
from training.claims.trees import write
from training.origins.examples import ByRule, mentions, pairs, traced

if TYPE_CHECKING:
    from numpy.typing import NDArray

DATA = Path(__file__).parents[2] / "src" / "allegedly" / "weighing" / "data"


def _fitted(parts: Iterable[tuple[NDArray[np.float32], list[bool]]]) -> HistGradientBoostingClassifier:
    tables, answers = zip(*parts, strict=True)
    rows, true = np.concatenate(tables), np.concatenate([np.array(some, dtype=bool) for some in answers])
    print(f"{len(true):,} examples, {int(true.sum()):,} true")
    trees = HistGradientBoostingClassifier(
        max_iter=120, learning_rate=0.06, max_leaf_nodes=8, min_samples_leaf=15, l2_regularization=1.0, random_state=0
    )
    return trees.fit(rows, true)


def fit(every: list[Story], readings: Readings, to: Path = DATA) -> None:
    """Fit both to stories and write them."""
    write(
        _fitted(part for one in traced(every, readings, ByRule) for part in mentions(one)),
        mentioning.COLUMNS,
        to / "mentioned.tsv",
    )
    forest.cache_clear()
    write(_fitted(pairs(one) for one in traced(every, readings, Tracing)), likeness.COLUMNS, to / "one.tsv")
    forest.cache_clear()


if __name__ == "__main__":
    chosen = stories("dev")
    fit(chosen, read(chosen))
