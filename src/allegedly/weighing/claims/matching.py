"""How likely two statements say the same: trees over what :mod:`allegedly.weighing.claims.pairs` tells of them.

Fitted by ``training/claims`` to sentences of ECB+ (Cybulska and Vossen 2014) in which people marked which events are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from allegedly.reading.network.forest import forest
from allegedly.weighing.claims.pairs import COLUMNS

if TYPE_CHECKING:
    from numpy.typing import NDArray

UNENCODED = tuple(name for name in COLUMNS if name not in ("cosine", "heads in context"))
"""What is known of a pair before the encoder has seen it."""


def likely(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The probability for each row of :func:`allegedly.weighing.claims.pairs.table`."""
    return _sure(forest("weighing", "matches.tsv", COLUMNS).odds(table))


def plausible(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The same, by what is known without the encoder."""
    columns = [COLUMNS.index(name) for name in UNENCODED]
    return _sure(forest("weighing", "plausible.tsv", UNENCODED).odds(table[:, columns]))


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


def _sure(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
    return found
