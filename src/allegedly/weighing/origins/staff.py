"""An outlet's own people, whose word is the outlet's: *the Courier's reporter*, *a columnist of Harbour Lights*."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_NAME = r"(?:[Tt]he )?[A-Z][\w'’&.-]*?(?: (?:&|of|the|and|[A-Z][\w'’&.-]*?)){0,6}"

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_LONGEST = 200
"""Characters of the words for somebody that are looked at."""


@cache
def _forms(observers: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    who = "|".join(sorted((re.escape(word) for word in observers), key=lambda word: (-len(word), word)))
    return (
        re.compile(rf"(?:^|, )(?:\S+ ){{0,4}}?(?:{who})s? (?:of|for|from|at|with) (?P<name>{_NAME})(?=$|,| who | that | which )"),
        re.compile(rf"(?P<name>{_NAME})(?:['’]s?)? (?:[\w-]+ ){{0,2}}?(?:{who})s?\b"),
        re.compile(rf"(?P<name>{_NAME})(?:['’]s?) (?:own )?(?:wo)?man (?:in|on|at|on the spot|there)\b"),
    )


_PERSON = r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,3}"
_REPORTERS = re.compile(rf"(?P<name>{_NAME})(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,3}}?{_PERSON}(?:(?:, and |, | and ){_PERSON})*$")
"""*The Orrel Courier's Ana Ruiz and Ivo Brandt*."""


def whose_reporters(text: str) -> str:
    """Of whom people are by what they are called, be it an outlet: *the Orrel Courier's Ana Ruiz*; nothing where it says none."""
    m = _REPORTERS.match(text[:_LONGEST])
    return m["name"].removeprefix("the ").removeprefix("The ") if m else ""


def is_piece_of(outlet: str, text: str, words: str, at: int | None) -> bool:
    """Whether words are a piece of an outlet's name as it stands there: *Strecke* of *Stadion & Strecke*.

    Args:
        outlet: The outlet.
        text: The article's text.
        words: The words.
        at: Where they stand in it.
    """
    own = _IN_BRACKETS.sub("", outlet).partition(",")[0].strip().removeprefix("The ")
    if at is None or words not in own or len(own) < len(words):
        return False
    begin = max(0, at - len(own))
    return own in text[begin : at + len(words) + len(own)]


@lru_cache(maxsize=16_384)
def outlets_of(text: str, observers: frozenset[str]) -> tuple[str, ...]:
    """The names that stand in words for somebody as that of the outlet whose people he is of.

    Args:
        text: The words for somebody.
        observers: What an outlet's people are called.
    """
    within, *whole = _forms(observers)
    found = (within.search(text), *(form.match(text) for form in whole))
    return tuple(m["name"].removeprefix("the ").removeprefix("The ") for m in found if m)
