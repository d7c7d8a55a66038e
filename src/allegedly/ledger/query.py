"""What people type → an FTS5 expression that is never a syntax error.

Words are joined by *and*; ``"words in a row"`` are a phrase, ``bridg*`` a prefix; ``OR``, ``NOT`` (or a minus before a word) and
brackets mean what they say. Whatever does not make sense as such is taken for words.
"""

from __future__ import annotations

import re
from itertools import islice

_PIECE = re.compile(r'"([^"]*)"?(\*?)|([()])|(-?)([^\s()"]+)')
_WORD = re.compile(r"\w+")
_MOST = 64
"""Words of a query that are looked at: more makes no sense, and could be made to take long."""
LONGEST = 12
"""Words of a phrase that are looked at, for the same reason."""
_LETTERS = 1000
_BEGINNING, _BEGINNINGS = 3, 8
"""The least letters of a beginning, and how many beginnings; what is more is taken for whole words."""


def expression(typed: str) -> str | None:
    """The FTS5 expression, or null where nothing is left to look for (only *nots*, only punctuation)."""
    parser = _Parser(_pieces(typed))
    return parser.either(0)


def _pieces(typed: str) -> list[str]:
    """Quoted terms, ``(``, ``)``, ``OR``, ``NOT``, ``AND``, in order."""
    found: list[str] = []
    beginnings = 0
    for match in _PIECE.finditer(typed.replace("\0", " ")):
        phrase, star, bracket, minus, word = match.groups()
        if bracket:
            found.append(bracket)
        elif word in ("AND", "OR", "NOT") and not minus:
            found.append(word)
        else:
            text = phrase if word is None else word
            prefix = bool(star) or (word is not None and word.endswith("*"))
            quoted = quote(text.rstrip("*"))
            if quoted:
                if minus:
                    found.append("NOT")
                prefix = prefix and beginnings < _BEGINNINGS and len(quoted.rsplit(" ", 1)[-1].strip('"')) >= _BEGINNING
                beginnings += prefix
                found.append(quoted + "*" if prefix else quoted)
        if len(found) >= _MOST:
            break
    return found


def quote(text: str) -> str:
    """The words of a text as a phrase; empty where it has none."""
    end = 0
    for word in islice(_WORD.finditer(text[:_LETTERS]), LONGEST):
        end = word.end()
    return '"' + " ".join(text[:end].replace("\0", " ").replace('"', " ").split()) + '"' if end else ""


class _Parser:
    """Recursive descent over the pieces; what is out of place is passed over."""

    _DEEPEST = 8

    def __init__(self, pieces: list[str]) -> None:
        self.pieces, self.at = pieces, 0

    def _next(self) -> str | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def either(self, depth: int) -> str | None:
        """Alternatives, down to a closing bracket or the end."""
        parts: list[str] = []
        while True:
            part = self._all(depth)
            if part:
                parts.append(part)
            piece = self._next()
            if piece == "OR" or (piece == ")" and depth == 0):
                self.at += 1
                continue
            break
        if piece == ")":
            self.at += 1
        return parts[0] if len(parts) == 1 else "(" + " OR ".join(parts) + ")" if parts else None

    def _all(self, depth: int) -> str | None:
        """Terms that must all be there, without those that must not."""
        wanted: list[str] = []
        unwanted: list[str] = []
        negate = False
        while (piece := self._next()) not in (None, "OR", ")"):
            self.at += 1
            if piece == "NOT":
                negate = True
                continue
            if piece == "AND":
                continue
            term: str | None = piece
            if piece == "(":
                term = self.either(depth + 1) if depth < self._DEEPEST else None
            if term:
                (unwanted if negate else wanted).append(term)
            negate = False
        if not wanted:
            return None
        every = " AND ".join(wanted)
        if not unwanted:
            return every if len(wanted) == 1 else f"({every})"
        return f"(({every}) NOT ({' OR '.join(unwanted)}))"
