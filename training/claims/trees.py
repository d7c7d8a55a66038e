"""Boosted trees as the package reads them: one node a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from allegedly.weighing.claims.matching import columns

if TYPE_CHECKING:
    from numpy.typing import NDArray


def trees(
    seed: int = 0, many: int = 120, leaves: int = 8, share: float = 1.0, *, watched: bool = True
) -> HistGradientBoostingClassifier:
    """What is fitted everywhere here: ``many`` small trees, each leaf with enough in it.

    Args:
        seed: Of chance, which chooses the columns.
        many: How many trees.
        leaves: Of each, at most.
        share: Of the columns, that each split may choose from.
        watched: Where there are more than 10,000 rows, one in ten is kept out, by chance, to tell when more trees help no more.
    """
    return HistGradientBoostingClassifier(
        max_iter=many, learning_rate=0.06, max_leaf_nodes=leaves, min_samples_leaf=40, l2_regularization=1.0,
        max_features=share, random_state=seed, early_stopping="auto" if watched else False,
    )  # fmt: skip


def judged(
    models: Sequence[HistGradientBoostingClassifier], names: tuple[str, ...], rows: NDArray[np.float32]
) -> NDArray[np.float64]:
    """How likely models over these columns find each row; their log odds are averaged."""
    if not len(rows):
        return np.zeros(0)
    odds = np.mean([model.decision_function(rows[:, columns(names)]) for model in models], axis=0)
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
    return found


def write(
    model: HistGradientBoostingClassifier | Sequence[HistGradientBoostingClassifier],
    columns: tuple[str, ...],
    to: Path,
    part: int = 0,
) -> None:
    """Write a fitted model's trees (of class ``part``, where there are more than two); the first line has the log odds of all.

    Of several models the log odds are averaged.
    """
    models = [model] if isinstance(model, HistGradientBoostingClassifier) else list(model)
    start = np.mean([np.ravel(one._baseline_prediction)[part] for one in models])  # noqa: SLF001 - there is no other door to its trees
    lines = ["node\tdepth\tcolumn\tbound\tlow\thigh\tvalue", f"-1\t0\t\t0\t-1\t-1\t{start:.5f}"]
    base = 0
    for stage in (stage for one in models for stage in one._predictors):  # noqa: SLF001
        nodes: Any = stage[part].nodes
        for i, node in enumerate(nodes):
            if node["is_leaf"]:
                bound, ways = "\t0", f"{base + i}\t{base + i}\t{node['value'] / len(models):.5f}"
            else:
                bound = f"{columns[node['feature_idx']]}\t{float(node['num_threshold'])!r}"
                ways = f"{base + node['left']}\t{base + node['right']}\t0"
            lines.append(f"{base + i}\t{node['depth']}\t{bound}\t{ways}")
        base += len(nodes)
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")
