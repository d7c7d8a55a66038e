"""A statement's words as weighing compares them: stems of what carries meaning, its names, its numbers, whether it negates."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.reading.inflection import lemma_of
from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.numerals import beginnings, numeral

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_ENDS = re.compile(r"(?:^|[.!?:;—–\"“”„»«]\s*|['‘’]\s|\n\s*)$")
_NUMBERED = re.compile(r"\.?\s?\d")
"""What stands behind *no* where it says which, and negates nothing: *beam no. 3*."""
_TAIL = 12
"""Letters before a word that are looked at to tell whether it begins a sentence."""
_LONGEST = 4_000
"""Characters of a statement that are looked at; longer ones are whole speeches."""


class Words(NamedTuple):
    """What :func:`words` finds."""

    stems: tuple[str, ...]
    """Of the words that carry meaning, numbers included, in order."""
    forms: tuple[str, ...]
    """The same as they are written, in lower case."""
    starts: tuple[int, ...]
    """Where each begins in the text."""
    after: tuple[str | None, ...]
    """What stands before it where that has no meaning of its own: a negation, else what the last such word is; else nothing."""
    heads: tuple[bool, ...]
    """For each of these whether it can say what happens: it is no name, no number."""
    names: frozenset[str]
    """Stems of words in capitals that begin no sentence."""
    numbers: frozenset[str]
    """Numbers in figures, without the commas that part thousands; *seventy-four* is 74."""
    negations: int
    """Words that turn a sentence into its contrary."""


@cache
def _roles() -> dict[str, str]:
    """Words without meaning of their own: what each of them is."""
    return {row["word"]: row["role"] for row in rows("fillers", "weighing")}


def role(word: str) -> str | None:
    """What a word in lower case is where it has no meaning of its own: a pronoun, a negation or the like."""
    return _roles().get(word)


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """What forms of one word have in common, and words that are made of it: *resigned*, *resigns*, *resignation* → *resign*."""
    base = lemma_of(word)
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "als", "al", "ly"):
        if base.endswith(ending) and len(base) - len(ending) >= 4:
            base = base[: -len(ending)]
            break
    return base[:-1] if base.endswith("e") and len(base) > 4 else base


class _Word(NamedTuple):
    """What a word is by itself, wherever it stands."""

    lower: str
    """In lower case, without *'s*."""
    role: str | None
    stem: str
    counts: bool
    """Whether a number may begin with it."""
    negates: bool
    """Whether it ends in *n't*."""


@lru_cache(maxsize=65_536)  # most words of a statement were met before
def _word(written: str) -> _Word:
    lower = written.replace("’", "'").lower()
    own = lower.removesuffix("'s")
    return _Word(own, _roles().get(own), stem(own), lower[0].isdigit() or lower in beginnings(), lower.endswith("n't"))


@lru_cache(maxsize=16_384)  # a statement's words are asked for again soon
def words(text: str) -> Words:
    """The words of a text."""
    stems: list[str] = []
    forms: list[str] = []
    starts: list[int] = []
    after: list[str | None] = []
    heads: list[bool] = []
    last: str | None = None
    names: set[str] = set()
    numbers: set[str] = set()
    negations = 0
    tokens = list(_WORD.finditer(text, 0, _LONGEST))
    at = 0
    while at < len(tokens):
        start = tokens[at].start()
        lower, role, one, counts, negates = _word(tokens[at][0])
        number = numeral(text, tokens, at) if counts else None
        if number is not None:
            numbers.add(number.value)
            stems.append(number.value)
            forms.append(text[start : tokens[number.after - 1].end()].lower())
            starts.append(start)
            after.append(last)
            heads.append(False)
            last = None
            at = number.after
            continue
        at += 1
        if negates:
            negations += 1
            last = "negation"
            continue
        if lower == "no" and _NUMBERED.match(text, tokens[at - 1].end()):
            continue
        if role is not None:
            negations += role == "negation"
            last = "negation" if last == "negation" else role
            continue
        if len(lower) < 2:
            continue
        # Most words stand behind another one and a space: such begin no sentence.
        inside = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()
        named = text[start].isupper() and (inside or not _ENDS.search(text[max(0, start - _TAIL) : start]))
        if named:
            names.add(one)
        stems.append(one)
        forms.append(lower)
        starts.append(start)
        after.append(last)
        heads.append(not named)
        last = None
    return Words(
        tuple(stems), tuple(forms), tuple(starts), tuple(after), tuple(heads), frozenset(names), frozenset(numbers), negations
    )
