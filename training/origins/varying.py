"""Passages as the network reads them for once: cut, under other names, without some of their words.

A story's names and words stand nowhere else, so that whoever reads its pairs again soon knows the answers by them. Names are
changed for others of other stories, the same in both passages; word pieces are hidden, as when BERT was made (Devlin et al.
2019).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from allegedly.reading.network.marks import mark
from allegedly.weighing.origins.passages import Passage

RENAMED, EACH = 0.5, 0.6
"""How often two passages are read under other names, and how many of their names are then changed."""
HIDDEN = 0.15
"""The part of the word pieces that is hidden."""
_UNTOLD = 0.1
"""How often a passage's source is not told, so that it is not needed."""
_FAR = 1_000
"""Characters on either side of a claim's words that are renamed: more than are read."""
_NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}")
_WORD = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_MARKS = 1_996
"""Below it are the word pieces of marks and single characters, which are never hidden."""


def names_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The words that never stand in small letters, in the order in which they are met."""
    small: set[str] = set()
    found: dict[str, None] = {}
    for text in texts:
        small |= set(_WORD.findall(text))
        found |= dict.fromkeys(_NAME.findall(text))
    return tuple(name for name in found if name.lower() not in small and f"{name.lower()}s" not in small)


@dataclass(frozen=True)
class Varying:
    """How two passages are read for once.

    Args:
        names: What names are changed for.
    """

    names: tuple[str, ...]
    _known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.names))

    def pieces(self, a: Passage, b: Passage, chance: random.Random) -> tuple[list[int], list[int]]:
        """Their word pieces."""
        a, b = _cut(a, chance), _cut(b, chance)
        if chance.random() < RENAMED:
            a, b = self.renamed(a, b, chance)
        return _hidden(a.pieces(), chance), _hidden(b.pieces(), chance)

    def renamed(self, a: Passage, b: Passage, chance: random.Random) -> tuple[Passage, Passage]:
        """Both under other names, the same in both."""
        others: dict[str, str] = {}

        def other(found: re.Match[str]) -> str:
            name = found[0]
            if name in self._known and name not in others:
                others[name] = chance.choice(self.names) if chance.random() < EACH else name
            return others.get(name, name)

        def renamed(own: Passage) -> Passage:
            text, start, end = own.text, own.start, own.end
            before, inside, after = (
                _NAME.sub(other, part) for part in (text[max(0, start - _FAR) : start], text[start:end], text[end : end + _FAR])
            )
            at, outlet, source = len(before), _NAME.sub(other, own.outlet), _NAME.sub(other, own.source)
            return Passage(outlet, before + inside + after, at, at + len(inside), source)

        return renamed(a), renamed(b)


def _cut(passage: Passage, chance: random.Random) -> Passage:
    """Half of the time without a part of the words that are quoted, or now and then without its source."""
    if passage.source:
        return replace(passage, source="") if chance.random() < _UNTOLD else passage
    words = [m.span() for m in re.finditer(r"\S+", passage.text[passage.start : passage.end])]
    if len(words) < 6 or chance.random() < 0.5:
        return passage
    many = chance.randint(max(3, len(words) // 3), len(words))
    first = chance.randint(0, len(words) - many)
    return replace(passage, start=passage.start + words[first][0], end=passage.start + words[first + many - 1][1])


def _hidden(pieces: list[int], chance: random.Random) -> list[int]:
    return [mark("[MASK]") if piece >= _MARKS and chance.random() < HIDDEN else piece for piece in pieces]
