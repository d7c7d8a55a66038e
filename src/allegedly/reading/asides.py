"""When somebody was charged is no part of the charge, though it stands inside it: *accused the navy on Monday of firing*."""

from __future__ import annotations

from functools import cache

from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows

_DAYS = ("weekday", "weekday_abbr", "month", "month_verb", "month_abbr", "deictic", "unit", "part", "parts")
"""Classes of words that a time cannot do without."""
_BESIDE = ("number", "ordinal", "early", "later", "previous", "current", "edge", "filler")
_SMALL = frozenset(("on", "in", "at", "the", "this", "last", "late", "early", "earlier", "later", ","))
_LONGEST = 60
"""Tokens behind the cue in which what somebody is charged with begins."""


@cache
def _prepositions() -> dict[str, str]:
    return {row["lemma"]: row["preposition"] for row in rows("charges")}


@cache
def _classes() -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for row in rows("times"):
        made.setdefault(row["word"], set()).add(row["class"])
    return {word: frozenset(classes) for word, classes in made.items()}


def cut_aside(parse: Parse, attribution: Attribution) -> None:
    """Take the time out of an attribution's content that stands between whom it charges and what with."""
    preposition = _prepositions().get(attribution.lemma)
    if preposition is None or attribution.cue_token is None or len(attribution.content) != 1:
        return
    start, end = attribution.content[0]
    tokens = parse.tokens((start, end))
    if not tokens or tokens[0] <= attribution.cue_token:
        return
    for at in tokens[2:_LONGEST]:
        if parse.lower[at] != preposition:
            continue
        first = at
        while first - 1 > tokens[0] and _is_of_time(parse, first - 1):
            first -= 1
        if any(_classes().get(parse.lower[i], frozenset()) & set(_DAYS) for i in range(first, at)):
            attribution.content = [(start, parse.end[first - 1]), (parse.start[at], end)]
            return


def _is_of_time(parse: Parse, token: int) -> bool:
    word = parse.lower[token]
    return word in _SMALL or word.isdigit() or bool(_classes().get(word, frozenset()) & {*_DAYS, *_BESIDE})
