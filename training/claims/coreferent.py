"""What ECB+ teaches: the trees that judge whether two events are one, and pairs of sentences for those that judge statements."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims.matching import MATCHED, UNENCODED, columns, held
from allegedly.weighing.claims.pairs import COLUMNS
from benchmarks.retellings import known_of
from training.claims.retelling import Weighed
from training.claims.trees import judged, trees

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sklearn.ensemble import HistGradientBoostingClassifier

    from benchmarks.events import Events

PARTS = 6
"""Topics are dealt out to so many parts."""
_EASY, _ONE_IN = 0.05, 6
"""Of pairs that tell of different events and that trees of events find so unlikely, one in so many serves, and counts for all."""
_LESS = 5
"""One pair in so many serves to fit trees that only say how likely a pair is for others to learn from."""
_EVENTS = COLUMNS.index("events")


class EventTrees(NamedTuple):
    """The trees that judge whether two events are one."""

    plausible: HistGradientBoostingClassifier
    """Before the encoder has seen the pair."""
    likely: HistGradientBoostingClassifier


def fitted(seen: Events, used: NDArray[np.bool_] | None = None) -> EventTrees:
    """Fitted to these pairs, or to all."""
    rows, same = (seen.rows, seen.same) if used is None else (seen.rows[used], seen.same[used])
    return EventTrees(*(trees().fit(rows[:, columns(names)], same) for names in (UNENCODED, MATCHED)))


class Sentences:
    """Pairs of sentences of ECB+ for the trees that judge statements: each once with its event told, once with it guessed.

    How likely the trees of events find a pair is told by such as have not seen its topic.
    """

    def __init__(self, seen: Events) -> None:
        self.seen = seen
        topics = sorted(set(seen.topics.tolist()))
        part = {topic: i % PARTS for i, topic in enumerate(topics)}
        self.part = np.array([part[topic] for topic in seen.topics.tolist()])
        """Of each pair of events."""

    @cached_property
    def _rows(self) -> list[NDArray[np.float32]]:
        return [known_of(self.seen.sentences(given=given), self.seen.sentence_pairs()) for given in (True, False)]

    def pairs(self, without: int | None = None) -> list[Weighed]:
        """Those to fit to; nothing in them knows of the part ``without``."""
        part, same = self.part[self.seen.main], self.seen.same[self.seen.main]
        kept = part != without
        made = [rows.copy() for rows in self._rows]
        for number in sorted(set(part[kept].tolist())):
            fit = (self.part != number) & (self.part != without)
            fit[np.arange(len(fit)) % _LESS > 0] = False
            model = trees().fit(self.seen.rows[fit][:, columns(MATCHED)], self.seen.same[fit])
            for rows in made:
                rows[part == number, _EVENTS] = held(rows[part == number], judged([model], MATCHED, rows[part == number]))
        found = []
        for rows in made:
            easy = ~same & (rows[:, _EVENTS] < _EASY)
            use = kept & (~easy | (np.arange(len(easy)) % _ONE_IN == 0))
            found.append(Weighed(rows[use], same[use], np.where(easy[use], float(_ONE_IN), 1.0)))
        return found
