"""What a statement's words share with another one's, claims aside: *the report that …* says nothing of what is reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from allegedly.reading.inflection import lemma_of
from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.said import weight, word_vector
from allegedly.weighing.claims.words import words

LIKE = 0.5
"""The cosine of two words' vectors, at least, that mean nearly the same."""
LONGEST = 4_000
"""Characters of a statement that are looked at."""
_WORD = re.compile(r"[a-z]+")


@cache
def listed(use: str) -> frozenset[str]:
    """Words of one use out of the vocabulary of denying."""
    return frozenset(row["word"] for row in rows("denying", "weighing") if row["use"] == use)


@cache
def claims() -> frozenset[str]:
    """What others say is called so: *allegation*, *report*, *wrongdoing*."""
    return listed("claim")


def is_claim(word: str) -> bool:
    """Whether a word in lower case names a claim, or several: *report*, *reports*; not *reported*."""
    return word in claims() or (word.endswith("s") and lemma_of(word) in claims())


@cache
def _idle() -> frozenset[str]:
    """Words that name a claim or point to one, and say nothing of what it is; *report*, but not *reporter*."""
    return claims() | listed("idle")


@lru_cache(maxsize=32_768)
def forms(text: str, most: int = LONGEST) -> tuple[str, ...]:
    """The words in the first characters of a text, in lower case, in order."""
    return tuple(_WORD.findall(text[:most].lower()))


@lru_cache(maxsize=32_768)
def lemmas(text: str) -> frozenset[str]:
    """Its words and their base forms: *wrongdoing* is one of its own."""
    found = forms(text)
    return frozenset(found).union(map(lemma_of, found))


@lru_cache(maxsize=32_768)
def matter(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text that say what it is about, each stem once with its form."""
    found = words(text)
    own = dict(zip(found.stems, found.forms, strict=True)).items()
    return tuple((one, form) for one, form in own if _idle().isdisjoint((form, lemma_of(form))))


def share(items: Sequence[tuple[str, str]], other: Member, *, like: float = LIKE) -> float:
    """How much of these words another one has, or words that mean nearly the same, by how rare they are; 0: there are none.

    Args:
        items: Stems, each with its form.
        other: The other one.
        like: The cosine of two words' vectors, at least, that count as one.
    """
    found = words(other.text)
    known = frozenset(found.stems) | other.names
    total = hit = 0.0
    rest = []
    for one, form in items:
        own = weight(one)
        total += own
        if one in known:
            hit += own
        elif not form[0].isdigit():
            rest.append((own, form))
    apart = found.names | found.numbers
    plain = [form for one, form in zip(found.stems, found.forms, strict=True) if one not in apart]
    if rest and plain:
        near = np.array([word_vector(form) for _, form in rest]) @ np.array([word_vector(form) for form in plain]).T
        hit += sum(own for (own, _), best in zip(rest, near.max(1).tolist(), strict=True) if best >= like)
    return hit / total if total else 0.0
