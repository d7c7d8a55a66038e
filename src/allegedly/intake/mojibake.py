"""Text that was decoded wrongly somewhere before it came here: UTF-8 read as Windows-1252 (``â€™`` for ``’``).

It is kept as it is unless a person asks for mending, because mending moves every span that was found elsewhere.
"""

from __future__ import annotations

import re
from functools import cache

_FEWEST = 3
"""Fewer places than this may be meant; ``â€`` is never meant."""


@cache
def _seen() -> dict[int, str]:
    """Byte → the character that it was taken for."""
    seen = {}
    for byte in range(0x80, 0x100):
        try:
            seen[byte] = bytes([byte]).decode("windows-1252")
        except UnicodeDecodeError:
            seen[byte] = chr(byte)
    return seen


@cache
def _bytes() -> dict[str, int]:
    return {char: byte for byte, char in _seen().items()}


@cache
def _pattern() -> re.Pattern[str]:
    def among(first: int, last: int) -> str:
        return "[" + "".join(re.escape(_seen()[byte]) for byte in range(first, last + 1)) + "]"

    more = among(0x80, 0xBF)
    return re.compile(
        f"{among(0xC2, 0xDF)}{more}|{among(0xE0, 0xEF)}{more}{{2}}|{among(0xF0, 0xF4)}{more}{{3}}",
    )


def _meant(match: re.Match[str]) -> str:
    try:
        return bytes(_bytes()[char] for char in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _telling(meant: str) -> bool:
    """Whether the mended character is one that English news have: a Latin-1 letter or sign, or a printer's mark."""
    return len(meant) == 1 and ("\xa0" <= meant <= "\xff" or "\u2010" <= meant <= "\u203a" or meant in "€™")


def places(text: str) -> int:
    """How many characters of the text were plainly decoded wrongly; 0 where it does not look so."""
    found = [match[0] for match in _pattern().finditer(text) if _telling(_meant(match))]
    sure = any(piece.startswith("â€") for piece in found)
    return len(found) if sure or len(found) >= _FEWEST else 0


def mended(text: str) -> str:
    """The text as it was meant. Its length changes, and with it every span."""
    return _pattern().sub(_meant, text)
