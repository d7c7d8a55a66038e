"""The trees that judge statements of two articles: fitted to stories with some pairs marked, to news, and to ECB+."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from allegedly.weighing.claims.matching import JUDGES, MATCHED, RETOLD, SAME, UNENCODED, Judges, columns, unless_apart
from training.claims.trees import judged, trees

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sklearn.ensemble import HistGradientBoostingClassifier

    from benchmarks.retellings import News, Retellings
    from training.claims.coreferent import EventTrees

_MARKED = 0.6
"""How many of the pairs in the stories that say the same are marked, about, by eye: not all statements are listed there."""
_NEWS = 5.0
"""What a pair of news counts beside one of the stories, of which there are more."""
_ACROSS = 6_000
"""How many pairs out of two stories."""
_SENTENCES = ((0.3, 0.15), (1.0, 0.3), (1.0, 0.3))
"""What a pair of ECB+ counts, with its events told and with them guessed: little in one model, much in two that differ by chance.

In the end all judge. Before the encoder has seen a pair one judges to which they count much.
"""
_LAST = {"many": 200, "leaves": 16, "share": 0.3, "watched": False}
"""The trees that judge in the end."""


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


class Weighed(NamedTuple):
    """Pairs, whether each says the same, and what it counts beside others."""

    rows: NDArray[np.float32]
    same: NDArray[np.bool_]
    weight: NDArray[np.float64]


class Fitted(NamedTuple):
    """What judges before the encoder has seen a pair, and what judges in the end."""

    first: HistGradientBoostingClassifier
    last: list[HistGradientBoostingClassifier]

    def judges(self, events: EventTrees | None = None) -> Judges:
        """As :func:`allegedly.weighing.claims.gathering.compare` is given them; with the shipped trees of events, or these."""
        plausible, likely = JUDGES.plausible, JUDGES.likely
        if events is not None:
            plausible, likely = partial(judged, [events.plausible], UNENCODED), partial(judged, [events.likely], MATCHED)
        return Judges(plausible, likely, partial(_unless, [self.first], RETOLD), partial(_unless, self.last, SAME))


def _unless(
    models: Sequence[HistGradientBoostingClassifier], names: tuple[str, ...], rows: NDArray[np.float32]
) -> NDArray[np.float64]:
    return unless_apart(rows, judged(models, names, rows))


def fitted(stories: Told, news: News, sentences: Sequence[Weighed]) -> Fitted:
    """The trees; ``sentences``: what :meth:`training.claims.coreferent.Sentences.pairs` gives."""
    own = Weighed(news.rows, news.same, np.full(len(news.same), _NEWS))
    each = [
        [own, *(one._replace(weight=one.weight * counts) for one, counts in zip(sentences, of, strict=True))] for of in _SENTENCES
    ]
    last = [_fitted(stories, some, SAME, _LAST | {"seed": number}) for number, some in enumerate(each)]
    return Fitted(_fitted(stories, each[-1], RETOLD, {}), last)


def _fitted(
    stories: Told, others: Sequence[Weighed], names: tuple[str, ...], how: dict[str, Any]
) -> HistGradientBoostingClassifier:
    """Trees over these columns.

    A pair of the stories that is not marked says the same with the probability that follows from how many are marked, and counts
    for both by that (Elkan and Noto 2008).
    """
    rows, same = stories.rows[:, columns(names)], stories.same
    sure = trees(**how).fit(rows, same).predict_proba(rows)[:, 1]
    weight = np.where(same, 1.0, np.minimum((1 - _MARKED) / _MARKED * sure / (1 - sure), 1.0))
    every = np.concatenate([rows, rows, *(one.rows[:, columns(names)] for one in others)])
    answers = np.concatenate([np.ones(len(rows)), np.zeros(len(rows)), *(one.same for one in others)])
    weights = np.concatenate([weight, np.where(same, 0.0, 1.0 - weight), *(one.weight for one in others)])
    return trees(**how).fit(every[weights > 0], answers[weights > 0], sample_weight=weights[weights > 0])
