"""The words of a text as numbers: where each stands, and a hash of it that is the same in every process.

A word is a run of letters, combining marks and digits, with the apostrophes and soft hyphens inside it. Words that differ in
capitals alone, or in the form of the apostrophe, are the same. What stands between words (spaces, punctuation, quotation
marks) does not count.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SHINGLE = 5
"""Words in a shingle."""

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_LETTER, _INSIDE = 1, 2
_TYPEWRITER = ord("'")
_APOSTROPHES = "'’ʼ＇`´"


class Words(NamedTuple):
    """The words of one text, in order."""

    hashes: Hashes
    starts: Places
    """Offset of the first character of each."""
    ends: Places
    """Offset after the last character of each."""

    def shingles(self) -> Hashes:
        """A hash of every run of :data:`SHINGLE` words, in order; empty where there are fewer words."""
        many = len(self.hashes) - SHINGLE + 1
        if many <= 0:
            return np.zeros(0, np.uint64)
        total = np.zeros(many, np.uint64)
        for at in range(SHINGLE):
            total = total * _BASE + self.hashes[at : at + many]
        return _mixed(total)


def words(text: str) -> Words:
    """The words of the text; time and memory grow linearly with its length."""
    codes = _codes(text)
    classes = _classes(codes)
    letter = classes == _LETTER
    # What may stand inside a word counts where a letter stands before it (other such marks between) and after it.
    part = letter.copy()
    inside = np.flatnonzero(classes == _INSIDE)
    if len(inside):
        part[inside[_between(letter, inside)]] = True
    edges = np.flatnonzero(np.diff(part, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << max(len(codes) - 1, 1).bit_length())
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes.astype(np.uint64) * powers[: len(codes)], out=sums[1:])
    return Words(_mixed((sums[ends] - sums[starts]) * inverses[starts]), starts, ends)


def same(one: str, other: str) -> bool:
    """Whether two passages have the same words, compared letter by letter."""
    return _spelled(one) == _spelled(other)


def _spelled(text: str) -> list[str]:
    found = words(text)
    folded = _codes(text).tobytes().decode("utf-32-le", "surrogatepass")
    return [folded[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def _codes(text: str) -> NDArray[np.uint32]:
    """The code points in small letters, one for each character of the text."""
    low = text.replace("\u0130", "i").lower()  # the only character whose small letter is two characters
    codes = np.frombuffer(low.encode("utf-32-le", "surrogatepass"), np.uint32)
    assert len(codes) == len(text)
    if text.isascii() and "`" not in text:
        return codes
    return np.where(np.isin(codes, _apostrophes()), np.uint32(_TYPEWRITER), codes)


def _classes(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    plain = _ascii()
    if not len(codes) or codes.max() < 128:
        return plain[codes]
    classes = plain[np.minimum(codes, 127)]
    foreign = np.flatnonzero(codes > 127)
    which, back = np.unique(codes[foreign], return_inverse=True)
    classes[foreign] = np.array([_class(chr(code)) for code in which.tolist()], np.uint8)[back]
    return classes


def _between(letter: NDArray[np.bool_], inside: Places) -> NDArray[np.bool_]:
    """Which of these places have a letter right before them and right after, runs of such places taken as one."""
    first = np.diff(inside, prepend=-2) > 1
    run = np.cumsum(first) - 1
    begins = inside[first]
    ends = np.append(inside[np.flatnonzero(first)[1:] - 1], inside[-1])
    before = (begins > 0) & letter[begins - 1]
    after = np.zeros(len(ends), np.bool_)
    fits = ends + 1 < len(letter)
    after[fits] = letter[ends[fits] + 1]
    joined: NDArray[np.bool_] = (before & after)[run]
    return joined


@cache
def _ascii() -> NDArray[np.uint8]:
    return np.array([_class(chr(code)) for code in range(128)], np.uint8)


@cache
def _apostrophes() -> NDArray[np.uint32]:
    return np.array([ord(c) for c in _APOSTROPHES], np.uint32)


def _class(character: str) -> int:
    kind = unicodedata.category(character)
    if character.isalnum() or kind[0] == "M":
        return _LETTER
    return _INSIDE if character == "'" or kind == "Cf" else 0


@cache
def _powers(length: int) -> tuple[Hashes, Hashes]:
    base, inverse = np.full(length, _BASE, np.uint64), np.full(length, _INVERSE, np.uint64)
    base[0] = inverse[0] = 1
    return np.multiply.accumulate(base), np.multiply.accumulate(inverse)


def _mixed(values: Hashes) -> Hashes:
    """Every bit of the outcome depends on every bit of the value: the finisher of SplitMix64 (Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
