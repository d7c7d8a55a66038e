"""Figures that are taken again and again: what one poll or one month gave is not what the next one gave.

*How many* may differ within a claim, since nobody counts the dead alike. But *Benko leads by nine points* and *Benko leads by
two points* are two polls, and *the port added 300 jobs* and *the port added 40 jobs* two months, however alike their words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.shares import lemmas

_LONGEST = 1_000
"""Characters of a statement that are looked at."""
_NUMBER = r"(?<![\d.,$])(\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,3})?)"
_MEASURED = re.compile(_NUMBER + r"(?: |-)?(%|per ?cent(?:age)?\b|points?\b|jobs?\b)", re.IGNORECASE)
_SCORE = re.compile(
    _NUMBER + r"(?:%| percent| per cent)?(?: to | ?[-–—] ?)"
    r"(\d{1,3}(?:\.\d)?)(?![\d,]| (?:days?|hours?|minutes?|weeks?|years?)\b)"
)
_ANY = re.compile(_NUMBER)
_ROUNDED = 0.051
"""By how much a number may differ from another one that is rounded to a tenth."""
_WHOLE = 100
"""Per cent."""


class _Taken(NamedTuple):
    """What one statement measures."""

    leads: bool
    """Whether it says who is in front."""
    changes: bool
    """Whether it says how a measure has changed."""
    numbers: dict[str, frozenset[float]]
    """By unit."""
    scores: frozenset[tuple[float, float]]
    """How many have the one and the other, the more first: *48 percent to 45*."""
    every: frozenset[float]
    """All numbers, of whatever unit."""


_NOTHING = _Taken(leads=False, changes=False, numbers={}, scores=frozenset(), every=frozenset())


@cache
def _listed(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("figures", "weighing") if row["use"] == use)


@lru_cache(maxsize=32_768)
def _taken(text: str) -> _Taken:
    numbers: dict[str, set[float]] = {}
    for match in _MEASURED.finditer(text, 0, _LONGEST):
        numbers.setdefault(_unit(match[2].lower()), set()).add(_value(match[1]))
    pairs = ((_value(match[1]), _value(match[2])) for match in _SCORE.finditer(text, 0, _LONGEST))
    scores = frozenset((max(pair), min(pair)) for pair in pairs if sum(pair) <= _WHOLE)
    if not numbers and not scores:
        return _NOTHING  # most statements
    found = lemmas(text[:_LONGEST])
    leads, changes = (not _listed(use).isdisjoint(found) for use in ("lead", "change"))
    every = frozenset(_value(match[0]) for match in _ANY.finditer(text, 0, _LONGEST))
    return _Taken(leads, changes, {unit: frozenset(own) for unit, own in numbers.items()}, scores, every)


def _unit(word: str) -> str:
    return "%" if word.startswith(("%", "per")) else word.removesuffix("s")


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def taken_anew(text: str, other: str) -> bool:
    """Whether two statements give what two polls, two months or two counts gave: in one measure, and no number is the same."""
    one, two = _taken(text), _taken(other)
    if _NOTHING in (one, two):
        return False
    if one.leads and two.leads and one.scores and two.scores and not one.scores & two.scores:
        return True
    units = {"%", "point"} if one.leads and two.leads else {"%", "job"} if one.changes and two.changes else set()
    common = units & one.numbers.keys() & two.numbers.keys()
    measured = ((each.numbers[unit], rest.every) for unit in common for each, rest in ((one, two), (two, one)))
    return bool(common) and not any(_alike(a, b) for own, every in measured for a in own for b in every)


def _alike(one: float, other: float) -> bool:
    """Whether one number may be the other, rounded."""
    return abs(one - other) <= _ROUNDED or (round(one) == round(other) and one.is_integer() != other.is_integer())
