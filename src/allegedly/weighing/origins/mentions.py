"""Who is meant at which places of an article, found by place: an article of a megabyte has tens of thousands of mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter

from allegedly.ledger.names import folded
from allegedly.model import Entity
from allegedly.weighing.origins.hops import is_name, offices
from allegedly.weighing.origins.vocabularies import words

Mention = tuple[int, int, Entity]
_OWNERS = frozenset("his her its their my our your whose".split())
_HOUSE = re.compile(
    r" (?:White House|administration|campaign|team|family|foundation|ministry|government|presidency)", re.IGNORECASE
)
"""Behind the name of whose it is."""
_BACK = 300
"""Mentions before a place in which somebody is looked for who was named before."""


def _bare(name: str) -> str:
    """A name without *Jr.* behind it."""
    return name.removesuffix(" Jr.").removesuffix(" Jr").removesuffix(",")


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

    def rather(self, called: str, entity: Entity | None, at: int | None) -> Entity | None:
        """Who is meant by words, if the reader has this one: whom a surname means, and no town before a mayor's name."""
        if entity is not None and entity.kind in ("place", "state", "group") and at is not None:
            return self.titled(at, at + len(called)) or entity
        if entity is not None and entity.kind != "person" and _HOUSE.fullmatch(entity.name.removeprefix(called)):
            # *Ruiz said*, where the reader has the Ruiz campaign.
            return self._surnames[called][1] if called in self._surnames else entity
        return self.by_surname(called, entity)

    def titled(self, a: int, b: int) -> Entity | None:
        """The person with whose name words end, behind an office: *South Orrel Mayor Ana Ruiz*."""
        for x, y, e in self.inside(a, b):
            before = folded(self.text[a:x]).split()[-1:]
            office = bool(before) and (before[0] in offices() or before[0] in words("honorifics"))
            if e.kind == "person" and y == b and office and " " in e.name and is_name(self.text[x:y]):
                return e
        return None

    def is_surname(self, word: str) -> bool:
        """Whether somebody of this article is called so, by his surname alone."""
        return word in self._surnames

    def by_surname(self, called: str, entity: Entity | None) -> Entity | None:
        """Who is meant by a surname alone, if the reader has this one: whom the article called so before it named another.

        *Ruiz* stays Ana Ruiz where the article has told in passing of her brother Ivo Ruiz.
        """
        if entity is None or entity.kind != "person" or " " not in entity.name:
            return entity
        surname = called.removeprefix("Mr. ").removeprefix("Mr ")
        first = self._surnames.get(surname)
        if first is None or first[1].id == entity.id or not _bare(entity.name).endswith(f" {surname}") or not entity.mentions:
            return entity
        return first[1] if first[0] < min(x for x, _ in entity.mentions) else entity

    @cached_property
    def _surnames(self) -> dict[str, tuple[int, Entity]]:
        """By surname, where somebody of this name is first called by it alone, and who."""
        found: dict[str, tuple[int, Entity]] = {}
        for x, y, e in self._every:
            called = self.text[x:y]
            if e.kind == "person" and called not in found and " " not in called and e.name.endswith(f" {called}"):
                found[called] = x, e
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for e in self.entities.values():
            for start, end in e.mentions if is_name(e.name) else ():
                found.setdefault(folded(self.text[start:end]), e.name)
        return found

    def resolved(self, words_: str) -> str:
        """The full name of whom these words mean in the article; the words where they mean nobody named."""
        return self._names.get(folded(words_), words_)

    def called(self, name: str) -> Entity | None:
        """The entity of a name."""
        return self._called.get(name)

    @cached_property
    def _called(self) -> dict[str, Entity]:
        found: dict[str, Entity] = {}
        for e in self.entities.values():
            found.setdefault(e.name, e)
        return found
