"""How likely two statements say the same: trees over what :mod:`allegedly.weighing.claims.pairs` tells of them.

Fitted by ``training/claims``. Those that judge any pair: to sentences of ECB+ (Cybulska and Vossen 2014), in which people marked
which events are one. Those that judge statements of articles that tell of the same: to the stories in ``benchmarks/origins`` and
to pairs of news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegedly.reading.network.forest import forest
from allegedly.weighing.claims import meanings
from allegedly.weighing.claims.pairs import COLUMNS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STORY = (
    *("earlier start", "later start", "narrated", "same voice", "denied", "one negates"),
    *("fewer statements", "more statements"),
    *meanings.COLUMNS,
)
"""What is looked at only where two articles tell of the same."""
MATCHED = tuple(name for name in COLUMNS if name not in _STORY)
"""What is looked at of any pair."""
UNENCODED = tuple(name for name in MATCHED if name not in ("cosine", "heads in context"))
"""What is known of that before the encoder has seen the pair."""
RETOLD = tuple(name for name in COLUMNS if name not in ("cosine", "heads in context", "same article"))
"""What is looked at where two articles tell of the same."""


def likely(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The probability for each row of :func:`allegedly.weighing.claims.pairs.table`."""
    return _judged("matches.tsv", MATCHED, table)


def plausible(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The same, by what is known without the encoder."""
    return _judged("plausible.tsv", UNENCODED, table)


def retold(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The same for pairs out of two articles that tell of the same, where it is told in words that differ."""
    return _judged("retold.tsv", RETOLD, table)


_MOST_OF_IT = 0.5
"""What two statements share, of what the one with more says, at least, that may be one told again after weeks."""
_PLAINLY = 0.9
"""How likely they must be to say the same, where nothing else holds their articles together."""


def repeated(table: NDArray[np.float32], sure: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pairs may be one thing told again in articles that lie far apart: of most words, and with the same names.

    What an outlet prints in its own voice again and again is not looked at.
    """
    at = {name: table[:, number] for number, name in enumerate(COLUMNS)}
    differ = at["same article"] + at["names apart"] + at["numbers apart"]
    standing = (at["narrated"] == 2) & (at["same voice"] > 0)
    alike = (at["shared of both"] >= _MOST_OF_IT) & (at["names shared"] >= 1)
    found: NDArray[np.bool_] = (sure < _PLAINLY) & (differ == 0) & ~standing & alike
    return found


def repeating(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """How likely such pairs say the same, as :func:`retold` judges; 0 where this is not plain."""
    sure = retold(table)
    return np.where(sure >= _PLAINLY, sure, 0.0)


_SAME_STORY = 0.2
"""How alike two articles are, at least, that tell of the same."""


def held(table: NDArray[np.float32], sure: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same, where both name somebody or something and nothing alike is named: then who or where differs, and it is halved.

    So no claim comes about by such pairs alone, while one that others hold together need not fall apart over another name.
    Out of two articles that tell of the same, where no name, number or negation differs, it is moved halfway to the encoder's
    cosine where that is more: one thing is told there in other words.
    """
    at = {name: table[:, number] for number, name in enumerate(COLUMNS)}
    differ = at["same article"] + at["names apart"] + at["numbers apart"] + at["contrary"]
    retold = (differ == 0) & (at["articles"] >= _SAME_STORY)
    raised = np.where(retold, np.maximum(sure, (sure + at["cosine"]) / 2), sure)
    return np.where(at["names apart"] > 0, sure / 2, raised)


def columns(names: tuple[str, ...]) -> list[int]:
    """Where these stand among :data:`allegedly.weighing.claims.pairs.COLUMNS`."""
    return [COLUMNS.index(name) for name in names]


def _judged(name: str, names: tuple[str, ...], table: NDArray[np.float32]) -> NDArray[np.float64]:
    odds = forest("weighing", name, names).odds(table[:, columns(names)])
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
    return found
