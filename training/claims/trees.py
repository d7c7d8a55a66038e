"""Boosted trees as the package reads them: one node a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier


def trees(seed: int = 0, many: int | None = None) -> HistGradientBoostingClassifier:
    """What is fitted everywhere here: 120 small trees (or ``many``), each leaf with enough in it."""
    return HistGradientBoostingClassifier(
        max_iter=many or 120, learning_rate=0.06, max_leaf_nodes=8, min_samples_leaf=40, l2_regularization=1.0, random_state=seed
    )


def write(model: HistGradientBoostingClassifier, columns: tuple[str, ...], to: Path, part: int = 0) -> None:
    """Write a fitted model's trees (of class ``part``, where there are more than two); the first line has the log odds of all."""
    start = np.ravel(model._baseline_prediction)[part]  # noqa: SLF001 - scikit-learn has no other door to its trees
    lines = ["node\tdepth\tcolumn\tbound\tlow\thigh\tvalue", f"-1\t0\t\t0\t-1\t-1\t{start:.5f}"]
    base = 0
    for stage in model._predictors:  # noqa: SLF001
        nodes: Any = stage[part].nodes
        for i, node in enumerate(nodes):
            if node["is_leaf"]:
                bound, ways = "\t0", f"{base + i}\t{base + i}\t{node['value']:.5f}"
            else:
                bound = f"{columns[node['feature_idx']]}\t{node['num_threshold']:.9g}"
                ways = f"{base + node['left']}\t{base + node['right']}\t0"
            lines.append(f"{base + i}\t{node['depth']}\t{bound}\t{ways}")
        base += len(nodes)
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")
