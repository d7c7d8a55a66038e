"""The trees that judge statements of two articles: fitted to stories with some pairs marked, and to news."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims.matching import RETOLD, SAME, Judges, columns
from training.claims.trees import trees

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sklearn.ensemble import HistGradientBoostingClassifier

    from benchmarks.retellings import News, Retellings

_MARKED = 0.6
"""How many of the pairs in the stories that say the same are marked, about, by eye: not all statements are listed there."""
_NEWS = 5.0
"""What a pair of news counts beside one of the stories, of which there are more."""
_ACROSS = 6_000
"""How many pairs out of two stories."""
_LAST = 200
"""How many trees judge in the end."""


class Told(NamedTuple):
    """Pairs of the stories that say something."""

    rows: NDArray[np.float32]
    same: NDArray[np.bool_]
    story: NDArray[np.int64]


def told(stories: Retellings) -> Told:
    """Those of articles that tell of the same, and some of those out of two stories, which never say the same."""
    one, two = stories.story[stories.paired.pairs].T
    across = np.nonzero(one != two)[0]
    used = stories.judged() & stories.paired.told
    used[across[:: max(1, len(across) // _ACROSS)]] = True
    return Told(stories.rows(used), stories.same()[used], stories.story[stories.paired.pairs[used, 0]])


class Fitted(NamedTuple):
    """What judges before the encoder has seen a pair, and what judges in the end."""

    first: HistGradientBoostingClassifier
    last: HistGradientBoostingClassifier

    def judges(self) -> Judges:
        """The same as :func:`allegedly.weighing.claims.gathering.compare` is given it."""
        return Judges(partial(_judged, self.first, RETOLD), partial(_judged, self.last, SAME))


def _judged(model: HistGradientBoostingClassifier, names: tuple[str, ...], rows: NDArray[np.float32]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = model.predict_proba(rows[:, columns(names)])[:, 1] if len(rows) else np.zeros(0)
    return found


def fitted(stories: Told, news: News) -> Fitted:
    """The trees."""
    return Fitted(_fitted(stories, news, RETOLD), _fitted(stories, news, SAME, _LAST))


def _fitted(stories: Told, news: News, names: tuple[str, ...], many: int | None = None) -> HistGradientBoostingClassifier:
    """Trees over these columns.

    A pair of the stories that is not marked says the same with the probability that follows from how many are marked, and counts
    for both by that (Elkan and Noto 2008).
    """
    rows, same = stories.rows[:, columns(names)], stories.same
    sure = trees(many=many).fit(rows, same).predict_proba(rows)[:, 1]
    weight = np.where(same, 1.0, np.minimum((1 - _MARKED) / _MARKED * sure / (1 - sure), 1.0))
    every = np.concatenate([rows, rows, news.rows[:, columns(names)]])
    answers = np.concatenate([np.ones(len(rows)), np.zeros(len(rows)), news.same])
    weights = np.concatenate([weight, np.where(same, 0.0, 1.0 - weight), np.full(len(news.same), _NEWS)])
    return trees(many=many).fit(every[weights > 0], answers[weights > 0], sample_weight=weights[weights > 0])
