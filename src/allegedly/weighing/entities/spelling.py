"""Words of names in the letters of English papers, and what transliterations of one word have in common.

Three strictnesses: the letters themselves without accents (:func:`plain`); the *sound*, in which spellings that differ by the
rules of ``transliteration.tsv`` are one (*Haniyeh*, *Haniya*); and the *bones*, the sound's consonants, in which spellings that
differ in vowels are one too (*Mohammed*, *Muhammad*) and much else besides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from allegedly.weighing.entities.vocabularies import rows

_WORDS = 1 << 16
"""Words that are kept worked out; a ledger of 18,000 articles has about as many."""
LONGEST = 64
"""Letters of a word that are compared; names of people and places have fewer."""
_VOWELS = re.compile(r"[aeiou]+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])[\s.,;:]*$")
_APOSTROPHES = re.compile("['’‘ʼ`´ʻʿʾ]")


@cache
def _letters() -> dict[str, str]:
    return {r["letter"]: r["written"] for r in rows("letters")}


@cache
def _rules() -> tuple[tuple[re.Pattern[str] | str, str], ...]:
    """Patterns, and what stands for them. Letters alone stay a string: they are replaced five times as fast."""
    every = ((r["pattern"], r["instead"]) for r in rows("transliteration"))
    return tuple((pattern if pattern.isalpha() else re.compile(pattern), instead) for pattern, instead in every)


def _stripped(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


def _written(words: str) -> str:
    letters = _letters()
    return "".join(letters.get(c, c) for c in words)


def owner(name: str) -> str:
    """A name without a possessive sign at its end."""
    return _POSSESSIVE.sub("", name)


@lru_cache(_WORDS)
def plain(words: str) -> str:
    """Words in small Latin letters and digits, a space between: without accents, apostrophes and other signs."""
    small = _APOSTROPHES.sub("", words.lower())
    if not small.isascii():
        # Umlauts without their dots, as most papers write them; letters that do not come apart by the table.
        small = _written(_stripped(small)).casefold()
    return " ".join(_NOT_LETTERS.sub(" ", small).split())


@lru_cache(_WORDS)
def spelt(word: str) -> tuple[str, ...]:
    """How a word may be written in plain letters: *Müller* is *muller* or *mueller*."""
    small = _APOSTROPHES.sub("", word.lower())
    one = plain(word)
    if small.isascii():
        return (one,)
    other = " ".join(_NOT_LETTERS.sub(" ", _stripped(_written(unicodedata.normalize("NFC", small)))).split())
    return (one,) if one == other else (one, other)


@lru_cache(_WORDS)
def sound(word: str) -> str:
    """A plain word as the rules of transliteration leave it: *hania* for *haniyeh* and *haniya*."""
    made = word[:LONGEST]
    for pattern, instead in _rules():
        made = made.replace(pattern, instead) if isinstance(pattern, str) else pattern.sub(instead, made)
    return made


@lru_cache(_WORDS)
def bones(word: str) -> str:
    """The consonants of a plain word's sound, *a* for a vowel that begins it: *mhmd* for *mohammed* and *muhammad*."""
    made = sound(word)
    return ("a" if made[:1] in tuple("aeiou") else "") + _VOWELS.sub("", made)


SAME, SOUND, VOWELS, LETTER, OTHER = 1.0, 0.95, 0.85, 0.8, 0.0
"""How near two words are: the same letters; one sound; the same consonants; one letter (or two swapped) apart; not near."""
_ALIKE = 0.6
"""Likeness of two words of the same consonants, from which on they are spellings of one: *utilities* and *outlets* are not."""
_LONG_ENOUGH = 5
"""Letters of a word in which other vowels, or one other letter, are a slip and not another name (*Hung*, *Hong*)."""


def near(one: str, other: str) -> float:
    """How near two words are, by the grades above; each word as :func:`spelt` gives it."""
    if one == other:
        return SAME
    if sound(one) == sound(other):
        return SOUND
    if min(len(one), len(other)) < _LONG_ENOUGH:
        return OTHER
    if one[:1] == other[:1] or bones(one)[:1] == bones(other)[:1]:
        if len(bones(one)) >= 3 and bones(one) == bones(other) and Levenshtein.normalized_similarity(one, other) >= _ALIKE:
            return VOWELS
        if min(len(one), len(other)) > _LONG_ENOUGH and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1:
            return LETTER
    return OTHER
