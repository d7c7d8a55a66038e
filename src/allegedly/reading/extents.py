"""The whole noun phrase around a head, as corpora of coreference mark mentions (OntoNotes; GUM, Zeldes 2017).

Determiners, possessors, adjectives, the phrases and clauses behind it and a possessive sign belong to it; what is joined by
*and* or stands in apposition is a phrase of its own.
"""

from __future__ import annotations

from allegedly.reading.parse import Parse

_CUT = ("cc", "conj", "appos", "parataxis", "ccomp", "advcl")
_ALONE = ("PRP", "PRP$", "WP", "WDT", "WP$", "EX")
_MARKS = frozenset(",.;:—–-”“\"'()[]")
_LONGEST = 80
"""Tokens of the longest phrase before or behind its head."""


def extent(parse: Parse, head: int) -> tuple[int, int]:
    """First and last token of the noun phrase that the token heads."""
    if parse.tag[head] in _ALONE:
        return head, head
    first, last = max(parse.left[head], head - _LONGEST), min(parse.right[head], head + _LONGEST)
    for child in parse.children[head]:
        if child < head and parse.left[child] == first and parse.dep[child] in ("cc", "punct", "preconj"):
            first = parse.right[child] + 1
        elif child > head and parse.dep[child] in _CUT:
            last = min(last, parse.left[child] - 1)
            break
    while last > head and (parse.tag[last] == "_SP" or parse.word[last] in _MARKS or parse.dep[last] == "cc"):
        last -= 1
    while first < head and (parse.tag[first] == "_SP" or parse.word[first] in _MARKS):
        first += 1
    return first, last
