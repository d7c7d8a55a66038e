"""Numbers of a statement as they are compared: *74*, *seventy-four*; *2,100,000*, *2.1 million*, *2.1m*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from allegedly.reading.numerals import words

_LONGEST = 12
"""Words that one number may have."""
_JOINTS = frozenset((" ", "-", "‑", "–", "\u00a0"))
"""What may stand between two words of a number."""


class Numeral(NamedTuple):
    """A number in a text."""

    value: str
    """In figures, without commas."""
    after: int
    """The place of the first word behind it."""


@cache
def beginnings() -> frozenset[str]:
    """Words with which a number may begin, in lower case; figures begin others."""
    return frozenset(word for word, (_, kind) in words().items() if kind in ("unit", "ten", "scale"))


def numeral(text: str, tokens: Sequence[re.Match[str]], i: int) -> Numeral | None:
    """The number that begins at a word or a figure of a text, as long as it goes.

    Words of magnitude alone (*thousands*, *several hundred*) and *one* are none.
    """
    lower = tokens[i][0].lower()
    if lower[0].isdigit():
        return _figure(text, tokens, i)
    value, kind = words().get(lower, (0.0, ""))
    if kind == "scale" and i and tokens[i - 1][0].lower() == "a":
        half = i > 1 and tokens[i - 2][0].lower() == "half"
        return Numeral(_written(value / 2 if half else value), i + 1)
    if kind not in ("unit", "ten"):
        return None
    total, current, last = 0.0, value, kind
    j = i + 1
    while j < min(len(tokens), i + _LONGEST) and text[tokens[j - 1].end() : tokens[j].start()] in _JOINTS:
        k = j + 1 if tokens[j][0].lower() == "and" and last == "scale" and j + 1 < len(tokens) else j
        value, kind = words().get(tokens[k][0].lower(), (0.0, ""))
        if kind == "scale" and k == j:
            if value <= 100:  # a hundred multiplies what stands right before it, a thousand all of it
                current *= value
            else:
                total, current = total + current * value, 0.0
        elif (kind in ("unit", "ten") and last == "scale") or (kind == "unit" and last == "ten" and k == j):
            current += value
        else:
            break
        last, j = kind, k + 1
    return None if lower == "one" and j == i + 1 else Numeral(_written(total + current), j)


def _figure(text: str, tokens: Sequence[re.Match[str]], i: int) -> Numeral:
    plain = tokens[i][0].replace(",", "")
    if i + 1 < len(tokens) and plain.count(".") < 2:
        value, kind = words().get(tokens[i + 1][0].lower(), (0.0, ""))
        if kind in ("scale", "letter"):
            between = text[tokens[i].end() : tokens[i + 1].start()]
            if between in _JOINTS if kind == "scale" else not between:
                return Numeral(_written(float(plain) * value), i + 2)
    return Numeral(plain, i + 1)


def _written(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
