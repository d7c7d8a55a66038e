"""How likely two statements say the same: trees over what :mod:`allegedly.weighing.claims.pairs` tells of them.

Fitted by ``training/claims``. Those of events: to sentences of ECB+ (Cybulska and Vossen 2014), in which people marked which
events are one. Those that judge statements of two articles: to the stories in ``benchmarks/origins`` and to pairs of news.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.reading.network.forest import forest
from allegedly.weighing.claims import meanings
from allegedly.weighing.claims.pairs import COLUMNS, ENCODED

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ELSEWHERE = (
    *("lesser in context", "greater in context"),
    *("earlier start", "later start", "narrated", "same voice", "denied", "one negates"),
    *("fewer statements", "more statements"),
    *("days apart", "lesser name lacking", "greater name lacking", "events"),
    *meanings.COLUMNS,
)
"""What is looked at only where two statements stand in two articles."""
MATCHED = tuple(name for name in COLUMNS if name not in _ELSEWHERE)
"""What is looked at to tell whether two events are one."""
UNENCODED = tuple(name for name in MATCHED if name not in COLUMNS[:ENCODED])
"""What is known of that before the encoder has seen the pair."""
RETOLD = tuple(name for name in COLUMNS[ENCODED:] if name not in ("same article", "events"))
"""What is known of statements of two articles before the encoder has seen them."""
SAME = tuple(name for name in COLUMNS if name != "same article")
"""What is looked at in the end."""


def likely(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """How likely two tell of one event, for each row of :func:`allegedly.weighing.claims.pairs.table`."""
    return _judged("matches.tsv", MATCHED, table)


def plausible(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The same, by what is known without the encoder."""
    return _judged("plausible.tsv", UNENCODED, table)


def retold(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """How likely statements of two articles say the same, by what is known without the encoder."""
    return unless_apart(table, _judged("retold.tsv", RETOLD, table))


def same(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """How likely statements of two articles say the same, by all that is known."""
    return unless_apart(table, _judged("same.tsv", SAME, table))


_SAME_STORY = 0.2
"""How alike two articles are, at least, that tell of the same."""


def unless_apart(table: NDArray[np.float32], sure: NDArray[np.float64]) -> NDArray[np.float64]:
    """Half of it where both name somebody or something and nothing alike is named, and their articles do not tell of the same."""
    names, articles = (table[:, COLUMNS.index(name)] for name in ("names apart", "articles"))
    return np.where((names > 0) & (articles < _SAME_STORY), sure / 2, sure)


class Judges(NamedTuple):
    """Who judges, each by rows of :func:`allegedly.weighing.claims.pairs.table`."""

    plausible: Callable[[NDArray[np.float32]], NDArray[np.float64]]
    """Whether two tell of one event, before the encoder has seen them."""
    likely: Callable[[NDArray[np.float32]], NDArray[np.float64]]
    """The same in the end."""
    first: Callable[[NDArray[np.float32]], NDArray[np.float64]]
    """Whether statements of two articles say the same, before the encoder has seen them."""
    last: Callable[[NDArray[np.float32]], NDArray[np.float64]]
    """The same in the end."""


JUDGES = Judges(plausible, likely, retold, same)


_MOST_OF_IT = 0.5
"""What two statements share, of what the one with more says, at least, that may be one told again after weeks."""
_PLAINLY = 0.8
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


def plainly(sure: NDArray[np.float64]) -> NDArray[np.float64]:
    """How likely such pairs say the same; 0 where this is not plain."""
    return np.where(sure >= _PLAINLY, sure, 0.0)


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
