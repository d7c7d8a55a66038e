"""The whole noun phrase around a head, as corpora of coreference mark mentions (OntoNotes; GUM, Zeldes 2017).

Determiners, possessors, adjectives, the phrases and clauses behind it and a possessive sign belong to it; what is joined by
*and* or stands in apposition is a phrase of its own.
"""

from __future__ import annotations

from allegedly.reading.parse import Parse

_CUT = ("cc", "conj", "appos", "parataxis", "ccomp", "advcl")
_ALONE = ("PRP", "PRP$", "WP", "WDT", "WP$", "EX")
_MARKS = frozenset(",.;:—–-/”“\"'()[]")
_CLOSING = {'"': '"', "”": "“", ")": "(", "]": "[", "''": "``"}
_DETERMINERS = ("DT", "PRP$", "PDT")
_PROPER = ("NNP", "NNPS")
_OF_NAMES = ("of", "for")
"""Prepositions by which names go on; *Denmark in a deal* does not."""
_LONGEST = 80
"""Tokens of the longest phrase before or behind its head."""


def extent(parse: Parse, head: int) -> tuple[int, int]:
    """First and last token of the noun phrase that the token heads."""
    if parse.tag[head] in _ALONE:
        return head, head
    return _first(parse, head), _last(parse, head)


def _first(parse: Parse, head: int) -> int:
    first = max(parse.left[head], head - _LONGEST)
    for child in parse.children[head]:
        if child >= head:
            break
        if parse.left[child] == first and parse.dep[child] in ("cc", "punct", "preconj"):
            first = parse.right[child] + 1
    while first < head and (parse.tag[first] == "_SP" or parse.word[first] in _MARKS):
        first += 1
    if first + 1 < head and parse.tag[first] == "RB" and parse.tag[first + 1] in _DETERMINERS:
        first += 1  # "even our allies", "not the door"
    return first


def _last(parse: Parse, head: int) -> int:
    begin, last = max(parse.left[head], head - _LONGEST), min(parse.right[head], head + _LONGEST)
    proper = parse.tag[head] in _PROPER
    for child in parse.children[head]:
        if child <= head:
            continue
        dep = parse.dep[child]
        start = parse.left[child]
        if parse.tag[child] == "POS":
            return child
        if (
            dep in _CUT
            or (dep == "prep" and proper and (parse.lower[child] not in _OF_NAMES or parse.word[start - 1] == ","))
            or (dep in ("advmod", "npadvmod") and parse.right[child] == last)
        ):
            last = min(last, start - 1)
            break
    while last > head and (parse.tag[last] == "_SP" or parse.word[last] in _MARKS or parse.dep[last] == "cc"):
        opened = _CLOSING.get(parse.word[last])
        if opened is not None and opened in parse.word[begin:last]:
            break
        last -= 1
    if last + 1 < len(parse) and _left_open(parse.word[begin : last + 1], parse.word[last + 1]):
        last += 1
    return last


def _left_open(words: list[str], mark: str) -> bool:
    """Whether the mark closes what the words have opened."""
    opener = _CLOSING.get(mark)
    if opener is None:
        return False
    return words.count(opener) % 2 == 1 if opener == mark else words.count(opener) > words.count(mark)
