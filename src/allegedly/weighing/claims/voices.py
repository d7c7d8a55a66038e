"""Who says a statement, by the words that tell it: a name, a description, whoever a spokesman speaks for."""

from __future__ import annotations

import re
from functools import lru_cache

from allegedly.reading import lexicons
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.shares import LONGEST, lemmas, listed
from allegedly.weighing.claims.words import stem, words

_NAME = re.compile(r"[A-Z][a-z]+")


@lru_cache(maxsize=32_768)
def who(by: str) -> frozenset[str]:
    """The stems that tell who says something: of a name, else of a description, and of whom a spokesman speaks for.

    Args:
        by: The name and the article's words, with a line break between.
    """
    name, _, source = by.partition("\n")
    told = name if name and not lemmas(source) & listed("speaks for") else f"{name} {source}"
    return (frozenset(words(told).stems) | states(told)) - frozenset(map(stem, listed("speaker")))


@lru_cache(maxsize=32_768)
def states(text: str) -> frozenset[str]:
    """The stems of states whose people, capitals or seats of government it names: *Egyptians*, *Tehran*."""
    found: set[str] = set()
    for match in _NAME.finditer(text, 0, LONGEST):
        name = match[0] if match[0] in lexicons.demonyms() else match[0].removesuffix("s")
        state = lexicons.demonyms().get(name) or lexicons.metonyms().get(name, ("", ""))[0]
        found.update(words(state).stems if state else ())
    return frozenset(found)


def same_voice(one: Member, other: Member) -> bool:
    """Whether one who says one of them may be who says the other, by name."""
    return one.voice == other.voice or bool(who(one.by) & who(other.by))
