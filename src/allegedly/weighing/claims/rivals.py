"""Names of which one part is the same and another is not: *Vela Marsh* here, *Mala Marsh* there. Two such are two.

Namesakes stand in one story more often than chance would have it, and what is told of them is told in the same words: two
brothers in one team, two ships of one owner, the second and the third gate.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.words import role
from allegedly.weighing.entities.people import given_near
from allegedly.weighing.entities.spelling import plain

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_JOINED = (" ", "-", "‐", "–")
"""What stands between the parts of a name."""
_LONGEST, _MOST = 1_000, 4
"""Characters of a statement that are looked at, and parts of a name."""
_HEADLINE = 0.6
"""The share of capitalised words from which on capitals tell nothing."""
_ALIKE = 0.7
"""How like two spellings are, letter by letter, that may be of one name."""
_SHORTEST = 2
"""Letters that a part of a name has, at least, where it is no number."""


class _Names(NamedTuple):
    tokens: frozenset[str]
    """All words of the statement, plainly written."""
    frames: dict[tuple[str, ...], frozenset[str]]
    """Names with a gap, and what stands in the gap."""


@cache
def _no_names() -> frozenset[str]:
    """Words that are written with a capital before a name or in one and tell no two of the same name apart."""
    found = {row["noun"] for name in ("offices", "rolenouns") for row in rows(name)}
    found |= {row["title"] for row in rows("titles")} | {row["word"] for name in ("mastheads", "parties") for row in rows(name)}
    found |= {one for row in rows("countries") for one in row["demonyms"].split("|")}
    found |= {row["word"] for row in rows("calendar", "weighing")}
    return frozenset(plain(one) for one in found)


@lru_cache(maxsize=32_768)
def _names(text: str) -> _Names:
    tokens = list(_TOKEN.finditer(text, 0, _LONGEST))
    small = [plain(match[0].removesuffix("'s").removesuffix("’s")) for match in tokens]
    named = [match[0][0].isupper() or match[0][0].isdigit() for match in tokens]
    frames: dict[tuple[str, ...], set[str]] = {}
    if sum(named) <= _HEADLINE * len(tokens):
        run: list[str] = []
        end = -1
        for match, word, is_named in zip(tokens, small, named, strict=True):
            if text[end : match.start()] not in _JOINED:
                _frame(run, frames)
                run = []
            if is_named and _tells(word):
                run.append(word)
                # Behind *Oddo's* begins another name.
                end = match.end() if not match[0].endswith(("'s", "’s")) else -1
        _frame(run, frames)
    return _Names(frozenset(small), {frame: frozenset(own) for frame, own in frames.items()})


def _tells(word: str) -> bool:
    """Whether a word in capitals may be the part of a name that tells two apart."""
    able = word.isdigit() or len(word) >= _SHORTEST
    return able and word not in _no_names() and role(word) is None


def _frame(run: list[str], frames: dict[tuple[str, ...], set[str]]) -> None:
    """Put down a name of several parts, with each of them left out in turn; a number alone tells which where it comes last."""
    if not 2 <= len(run) <= _MOST or run[0].isdigit():
        return
    for i, word in enumerate(run):
        frames.setdefault((*run[:i], "", *run[i + 1 :]), set()).add(word)


@lru_cache(maxsize=32_768)
def _apart(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit():
        return one.isdigit() and other.isdigit()
    return not given_near((one,), (other,))[0] and Levenshtein.normalized_similarity(one, other) < _ALIKE


def rivals(text: str, other: str) -> bool:
    """Whether each of two statements names somebody or something whose name the other has in part, and nothing alike.

    Spellings and short forms of one name are alike, and titles, offices and parties tell nobody apart.
    """
    one, two = _names(text), _names(other)
    for frame in one.frames.keys() & two.frames.keys():
        own, theirs = one.frames[frame], two.frames[frame]
        if own & two.tokens or theirs & one.tokens:
            continue
        if all(_apart(a, b) for a in sorted(own) for b in sorted(theirs)):
            return True
    return False
