"""Who is meant at which places of an article, found by place: an article of a megabyte has tens of thousands of mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter

from allegedly.ledger.names import folded
from allegedly.model import Entity
from allegedly.weighing.origins.hops import is_name

Mention = tuple[int, int, Entity]
_OWNERS = frozenset("his her its their my our your whose".split())
_BACK = 300
"""Mentions before a place in which somebody is looked for who was named before."""


class Mentions:
    """Where somebody is meant in one article, and who.

    Args:
        text: The article's text.
        entities: Its entities.
    """

    def __init__(self, text: str, entities: Iterable[Entity]) -> None:
        self.text = text
        self.entities = {e.id: e for e in entities}

    @cached_property
    def _every(self) -> list[Mention]:
        entities = sorted(self.entities.values(), key=lambda e: e.id)
        found = [(start, end, e) for e in entities for start, end in e.mentions]
        # By where they start; of those that start at one place the longest first, then by their entities.
        found.sort(key=itemgetter(1), reverse=True)
        found.sort(key=itemgetter(0))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [x for x, _, _ in self._every]

    def inside(self, a: int, b: int) -> list[Mention]:
        """Those between two places, in reading order."""
        found = []
        for i in range(bisect_left(self._starts, a), len(self._starts)):
            if self._starts[i] > b:
                break
            if self._every[i][1] <= b:
                found.append(self._every[i])
        return found

    def before(self, at: int) -> Iterator[Mention]:
        """The last ones before a place, the nearest first."""
        end = bisect_left(self._starts, at)
        yield from reversed(self._every[max(0, end - _BACK) : end])

    def first(self) -> Iterator[Mention]:
        """The first ones of the article, in reading order."""
        yield from self._every[:_BACK]

    def begins(self, a: int, b: int) -> Entity | None:
        """Who is meant by words as a whole: whoever stands at their beginning, behind no more than an article."""
        return next((e for x, y, e in self.inside(a, b) if x <= a + 4 and self.text[x:y].lower() not in _OWNERS), None)

    def met(self, a: int, b: int) -> Entity | None:
        """Who is meant by words: somebody who is named there in full, else whoever stands at their beginning."""
        named = (e for x, y, e in self.inside(a, b) if e.kind == "person" and is_name(e.name) and is_name(self.text[x:y]))
        return next(named, None) or self.begins(a, b)

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for e in self.entities.values():
            for start, end in e.mentions if is_name(e.name) else ():
                found.setdefault(folded(self.text[start:end]), e.name)
        return found

    def resolved(self, words: str) -> str:
        """The full name of whom these words mean in the article; the words where they mean nobody named."""
        return self._names.get(folded(words), words)

    def called(self, name: str) -> Entity | None:
        """The entity of a name."""
        return self._called.get(name)

    @cached_property
    def _called(self) -> dict[str, Entity]:
        found: dict[str, Entity] = {}
        for e in self.entities.values():
            found.setdefault(e.name, e)
        return found
