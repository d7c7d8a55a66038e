"""Numerals: numbers as they are written, in figures and in words, with their fractions and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(k|m|mn|bn|b|tn)?", re.IGNORECASE)
_LONGEST = 12
"""Words that one number may have."""
DASHES = ("-", "–", "—")
_ORDERED = ("first", "second", "third", "latter", "other", "top", "bottom", "last", "final", "fourth")
"""Words after which a half or a quarter is a part of a game or a year."""


@dataclass(slots=True, frozen=True)
class Number:
    """A number: tokens ``first`` to ``last`` and its value; ``vague`` where only its order of magnitude is said."""

    first: int
    last: int
    value: float
    vague: bool
    words: bool
    """In words, not figures."""
    part: bool = False
    """A fraction of what follows."""
    high: float | None = None
    """The upper end of a range, of which the value is the lower one."""


def number_at(parse: Parse, i: int, taken: bytearray) -> Number | None:
    """The number, fraction or range that begins at a token, as long as it goes; tokens in ``taken`` belong to others."""
    found = _fraction(parse, i, taken) or _plain_number(parse, i, taken)
    if found is None or found.part or found.vague:
        return found
    return _share(parse, found, taken) or _range(parse, found, taken)


def _fraction(parse: Parse, i: int, taken: bytearray) -> Number | None:
    """*a third of*, *two-thirds of*, *half the*, *half a million*, *three quarters*."""
    lower, n = parse.lower, len(parse)
    first = lower[i]
    here = _part(parse, i)
    if first == "half" and here:
        if lower[i + 1 : i + 2] == ["a"]:
            scale = words().get(lower[i + 2] if i + 2 < n else "", (0.0, ""))
            if scale[1] == "scale":
                return Number(i, i + 2, scale[0] / 2, vague=False, words=True)
        ordered = i > 0 and (lower[i - 1] in _ORDERED or lower[i - 1] in DASHES)
        if lower[i + 1 : i + 2] in (["of"], ["the"], ["its"], ["their"], ["his"], ["her"], ["our"], ["all"]) and not ordered:
            return Number(i, i, 0.5, vague=False, words=True, part=True)
        return None
    count, kind = words().get(first, (0.0, ""))
    if first not in ("a", "one") and kind != "unit":
        return None
    j = i + 1
    if j < n and lower[j] in DASHES:
        j += 1
    part = _part(parse, j) if j < n and not taken[j] else None
    if part is None:
        return None
    if first in ("a", "one"):
        said = lower[j + 1 : j + 2] == ["of"] and not lower[j].endswith("s")
        return Number(i, j, part, vague=False, words=True, part=True) if said else None
    if lower[j] == "half" or not lower[j].endswith(("s", "halves")):
        return None
    return Number(i, j, round(count * part, 6), vague=False, words=True, part=True)


def _part(parse: Parse, i: int) -> float | None:
    value, kind = words().get(parse.lower[i], (0.0, ""))
    return value if kind == "part" else None


def _share(parse: Parse, one: Number, taken: bytearray) -> Number | None:
    """*one in five*, *two out of three*: a share, where people or things follow."""
    j = one.last + 1
    if parse.lower[j : j + 2] == ["out", "of"]:
        j += 2
    elif parse.lower[j : j + 1] == ["in"]:
        j += 1
    else:
        return None
    other = _plain_number(parse, j, taken) if j < len(parse) and not taken[j] else None
    if other is None or other.vague or not 0 < one.value < other.value or other.last + 1 >= len(parse):
        return None
    k = other.last + 1
    while k < min(len(parse) - 1, other.last + 3) and parse.tag[k] in ("JJ", "NN", "NNP"):
        k += 1
    if parse.tag[k] not in ("NNS", "NNPS") and parse.lower[k] != "people":
        return None
    return Number(one.first, other.last, round(one.value / other.value, 6), vague=False, words=one.words, part=True)


def _range(parse: Parse, one: Number, taken: bytearray) -> Number:
    """The number with the upper end that *to*, *and* or a dash joins to it, or as it is."""
    j = one.last + 1
    lower, n = parse.lower, len(parse)
    if j + 1 >= n:
        return one
    joined = lower[j] == "to" or (lower[j] in DASHES and _touch(parse, j))
    if not joined and not (lower[j] == "and" and _between(parse, one.first)):
        return one
    j += 1
    if lower[j] in signs():
        j += 1
    other = _plain_number(parse, j, taken) if j < n and not taken[j] else None
    if other is None or other.vague:
        return one
    low = one.value
    if low < 1000 <= other.value and one.last == one.first:
        mantissa = figure_of(lower[j])
        scale = other.value / mantissa[0] if mantissa and mantissa[0] else 1.0
        if scale >= 1000 and low < other.value / scale:
            low *= scale
    if not low < other.value:
        return one
    return replace(one, last=other.last, value=low, high=other.value)


def _touch(parse: Parse, dash: int) -> bool:
    """Whether a dash stands between two numbers without a space."""
    return parse.start[dash] == parse.end[dash - 1] and parse.start[dash + 1] == parse.end[dash]


def _between(parse: Parse, first: int) -> bool:
    """Whether *between* stands before a number, or before its currency's sign."""
    before = first - 1 - (first > 0 and parse.lower[first - 1] in signs())
    return before >= 0 and parse.lower[before] == "between"


@cache
def signs() -> frozenset[str]:
    """Signs of currencies that stand before a number."""
    return frozenset(row["word"] for row in rows("currencies") if row["kind"] == "sign")


@cache
def words() -> dict[str, tuple[float, str]]:
    """Number words: value, and whether it is a unit, a ten, a scale, a letter, a part or an order of magnitude."""
    return {row["word"]: (float(row["value"]), row["kind"]) for row in rows("numbers")}


def figure_of(word: str) -> tuple[float, str] | None:
    """Value and letter of a token in figures (*20,000*, *2.3m*)."""
    if not word[0].isascii() or not word[0].isdigit():
        return None
    match = _FIGURE.fullmatch(word)
    if match is None:
        return None
    return float(match[1].replace(",", "") + (match[2] or "")), (match[3] or "").lower()


def _plain_number(parse: Parse, i: int, taken: bytearray) -> Number | None:
    """The number that begins at a token, as long as it goes."""
    known_words = words()
    figure = figure_of(parse.lower[i])
    total, current, last, vague = 0.0, 0.0, i, False
    if figure is not None:
        current, letter = figure
        if letter:
            current *= known_words[letter][0]
    else:
        known = known_words.get(parse.lower[i])
        if known is None or known[1] in ("letter", "part") or (known[1] == "scale" and not _counted(parse, i)):
            return None
        current, vague = known[0], known[1] == "vague"
    in_words = figure is None
    j = i + 1
    while j < len(parse) and j - i < _LONGEST and not taken[j]:
        word = parse.lower[j]
        joined = word in DASHES and parse.start[j] == parse.end[j - 1] and j + 1 < len(parse)
        linked = word == "and" and in_words and last == j - 1 and (total or current) >= 100
        if (
            (joined or linked)
            and in_words
            and known_words.get(parse.lower[j + 1] if j + 1 < len(parse) else "", (0, ""))[1] in ("unit", "ten")
        ):
            j += 1
            continue
        if word == "of" and vague and j + 1 < len(parse) and known_words.get(parse.lower[j + 1], (0, ""))[1] == "vague":
            j += 1
            continue
        if word == "and" and parse.lower[j + 1 : j + 3] == ["a", "half"] and last == j - 1:
            current, last, j = current + 0.5, j + 2, j + 3
            continue
        if joined and figure is not None and last == j - 1 and known_words.get(parse.lower[j + 1], (0, ""))[1] == "scale":
            j += 1
            continue
        value, kind = known_words.get(word.rstrip(".") if figure is not None and last == j - 1 else word, (0.0, ""))
        if (
            kind == "scale"
            or (kind == "letter" and figure is not None and last == j - 1)
            or (kind == "vague" and vague and parse.lower[j - 1] == "of")
        ):
            if value > 100 or kind == "vague":
                total, current = (total + current) * value, 0.0
            else:
                current *= value
        elif (
            kind in ("unit", "ten")
            and in_words
            and not vague
            and (parse.lower[j - 1] in (*DASHES, "and") or last == j - 1)
            and (current == 0 or current >= 20)
        ):
            if current and not (current % 100 == 0 or (kind == "unit" and current % 10 == 0)):
                break
            current += value
        else:
            break
        last = j
        j += 1
    return Number(i, last, total + current, vague=vague, words=in_words)


def _counted(parse: Parse, i: int) -> bool:
    """Whether a scale word by itself stands for one of it: *a million*, *a dozen*."""
    return i > 0 and parse.lower[i - 1] in ("a", "the", "per", "few", "several", "half")
