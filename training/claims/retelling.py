"""The trees that judge statements of articles that tell of the same: from stories with some pairs marked, and from news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegedly.weighing.claims.matching import RETOLD, columns
from training.claims.trees import trees

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sklearn.ensemble import HistGradientBoostingClassifier

    from benchmarks.retellings import Retellings

_MARKED = 0.6
"""How many of the pairs in the stories that say the same are marked, about, by eye: not all statements are listed there."""
_NEWS = 5.0
"""What a pair of news counts beside one of the stories, of which there are more."""


def fitted(
    stories: Retellings, news: tuple[NDArray[np.float32], NDArray[np.bool_]], leave: NDArray[np.bool_] | None = None
) -> HistGradientBoostingClassifier:
    """The trees.

    A pair of the stories that is not marked says the same with the probability that follows from how many are marked, and counts
    for both by that (Elkan and Noto 2008).

    Args:
        stories: Their pairs.
        news: Rows of pairs that were judged, and whether they say the same.
        leave: Pairs of the stories that are left out.
    """
    used = stories.judged() & stories.paired.told
    if leave is not None:
        used &= ~leave
    rows, same = stories.rows()[used][:, columns(RETOLD)], stories.same()[used]
    sure = trees().fit(rows, same).predict_proba(rows)[:, 1]
    weight = np.where(same, 1.0, np.minimum((1 - _MARKED) / _MARKED * sure / (1 - sure), 1.0))
    every = np.concatenate([rows, rows, news[0][:, columns(RETOLD)]])
    answers = np.concatenate([np.ones(len(rows)), np.zeros(len(rows)), news[1]])
    weights = np.concatenate([weight, np.where(same, 0.0, 1.0 - weight), np.full(len(news[1]), _NEWS)])
    return trees().fit(every[weights > 0], answers[weights > 0], sample_weight=weights[weights > 0])
