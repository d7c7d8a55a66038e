"""An article's words made harmless for where they are shown; articles are hostile input."""

from __future__ import annotations

import unicodedata

_SPACES = str.maketrans(dict.fromkeys("\t\n\r\v\f\x85\u2028\u2029", " "))


def line(words: str) -> str:
    """The words on one line, without a character that a terminal or a reader of left-to-right text would act on.

    Line ends and tabs become spaces; control characters become U+FFFD; marks of direction and of no width go.
    """
    plain = words.translate(_SPACES)
    if plain.isascii() and plain.isprintable():
        return " ".join(plain.split())
    shown = []
    for character in plain:
        kind = unicodedata.category(character)
        if kind in ("Cc", "Cs"):
            shown.append("\ufffd")
        elif kind != "Cf":
            shown.append(character)
    return " ".join("".join(shown).split())


def cell(words: str) -> str:
    """The words as one cell of a table: on one line, and never a formula, whatever program opens it."""
    plain = line(words)
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@", "\t", "\r") else plain
