"""The statements of an article as tracing sees them: each with the voices on whose word it is, outermost first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from allegedly.model import Statement
from allegedly.reading.cues import family_of
from allegedly.weighing.origins.hops import Hop


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of an article."""

    statement: int
    start: int
    end: int
    stance: str
    act: str
    quoted: bool
    hops: tuple[Hop, ...]
    """Outermost first; none where it is in the outlet's own voice."""
    others: tuple[Hop, ...] = ()
    """Where several say it in one breath, all of them; else none."""
    told: str = ""
    """To whom it is said, in the article's words."""
    by: tuple[int, int] | None = None
    """Where the words for its source stand."""
    cue: str = ""
    """The base form of the verb that attributes it."""
    sure: float = 1.0
    """How sure the reader is of it."""


def innermost(sayings: Iterable[Saying]) -> list[Saying]:
    """Those in whose words no other stands that goes further: *the Courier says the mayor says …* is the mayor's."""
    every = list(sayings)
    return [s for s in every if not any(_goes_further(one, s) for one in every)]


def _goes_further(one: Saying, other: Saying) -> bool:
    """Whether a statement stands within another one and gives for its words whom that one's have them from."""
    if one is other or not (other.start <= one.start and one.end <= other.end) or len(one.hops) <= len(other.hops):
        return False
    first = all(a.name == b.name for a, b in zip(one.hops, other.hops, strict=False))
    return first and bool(other.hops) and one.hops[-1].kind not in ("own", "nobody") and bool(family_of(one.cue))


class Sayings(Sequence[Saying]):
    """The statements of an article in reading order, each looked at when it is asked for: most are of no claim."""

    def __init__(self, make: Callable[[int, Statement], Saying], every: tuple[tuple[int, Statement], ...]) -> None:
        self._make, self._every = make, every
        self._made: dict[int, Saying] = {}

    def __len__(self) -> int:
        return len(self._every)

    @overload
    def __getitem__(self, at: int) -> Saying: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Saying, ...]: ...

    def __getitem__(self, at: int | slice) -> Saying | tuple[Saying, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        at = range(len(self))[at]
        if at not in self._made:
            self._made[at] = self._make(*self._every[at])
        return self._made[at]
