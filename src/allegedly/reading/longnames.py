"""What belongs to a name though no proper noun: the preposition in a law's, the number of a version, the article of a title."""

from __future__ import annotations

import re

from allegedly.reading.parse import Parse

_PROPER = ("NNP", "NNPS")
_LONGEST = 12
_VERSION = re.compile(r"\d{1,2}(\.\d{1,2}){0,2}")


def numbered(parse: Parse, first: int, last: int) -> int:
    """The number behind a name of more words than one, where it is the name's own: *Harbour Master 6*; no result of a match."""
    number = last + 1
    if last == first or number + 1 >= len(parse) or not _VERSION.fullmatch(parse.word[number]):
        return last
    own = parse.dep[number] == "nummod" and first <= parse.head[number] <= last
    end = parse.sentences[parse.sentence[number]][1]
    scored = any(parse.word[i] in ("-", "–") or parse.tag[i] in _PROPER for i in range(number + 1, min(number + 2, end) + 1))
    scored = scored or (first > 1 and parse.word[first - 1] == "," and parse.tag[first - 2] == "CD")
    return number if own and not scored else last


def law(parse: Parse, last: int) -> int:
    """Last token of the law's name that goes on over a preposition: *the Vera Holm Safety in Harbours Act*."""
    end = min(len(parse), last + _LONGEST)
    if last + 1 >= end or parse.lower[last + 1] not in ("in", "of", "for", "on", "against", "to"):
        return last
    for token in range(last + 2, end):
        proper = parse.tag[token] in _PROPER or parse.lower[token] in ("and", "of")
        if not proper or parse.sentence[token] != parse.sentence[last]:
            break
        if parse.word[token] == "Act":
            return token
    return last


def entitled(parse: Parse, token: int) -> bool:
    """Whether a capitalised article in the middle of a sentence belongs to the name: *written for The Lantern*."""
    before = token - 1
    return before > parse.sentences[parse.sentence[token]][0] and parse.word[before] == "The" and parse.word[token].istitle()
