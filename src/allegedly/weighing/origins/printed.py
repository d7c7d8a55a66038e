"""What an article prints as somebody's own words without quotation marks: a speech or statement in full, talk in a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from allegedly.ledger.names import folded
from allegedly.model import Statement
from allegedly.weighing.origins.hops import Hop, is_name
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.sayings import Saying

_IN_FULL = re.compile(
    r"(?:(?:[Rr]ead )?(?:[Tt]he )?(?:[Ff]ull |[Cc]omplete |[Pp]repared )?(?:[Tt]ext|[Tt]ranscript)(?: [Oo]f|:)"
    r"|[Ii]n full:) (?:the )?(?P<who>[^:'’\n]{3,60})['’]s? (?:[\w'’-]+ ){0,4}?"
    r"(?:speech|statement|remarks|address|testimony|letter|message|resignation|eulogy)\b",
    re.IGNORECASE,
)
"""*Transcript: Ana Ruiz's speech*: a title over what somebody said, all of it."""
_TALK = re.compile(r"\b(?:interview|debate|conversation|talk|call)\b", re.IGNORECASE)
"""What several say."""
_QUOTING = 3
"""Statements before and behind one among which is that by which its words are quoted."""


def in_full(title: str) -> str:
    """Whose speech, statement or letter an article prints in full, by its title; nothing where it prints none."""
    m = _IN_FULL.search(title)
    return m["who"] if m and not _TALK.search(title) else ""


class Printed:
    """Who speaks in what one article prints without quotation marks.

    Args:
        text: The article's text.
        title: Its title.
        naming: Its voices.
        statements: Its statements.
    """

    def __init__(self, text: str, title: str, naming: Naming, statements: Sequence[Statement]) -> None:
        self._text, self._title, self._naming, self._statements = text, title, naming, statements

    def voices(self, at: int, s: Statement, kept: list[Hop], sayings: Sequence[Saying]) -> list[Hop]:
        """The voices of a statement, if the reader has found these.

        Args:
            at: Which of the article's statements it is.
            s: The statement.
            kept: The voices that the reader has.
            sayings: All statements with their voices.
        """
        if kept and kept[-1].kind == "own" and (quoted := self._quoted_by(at, s)) is not None:
            # *“We never met,” Ana Ruiz says*
            found = [hop for hop in sayings[quoted].hops if hop.kind in ("voice", "unnamed", "outlet")]
            kept = found or kept
        if (not kept or kept[-1].kind == "own") and self._speaker is not None:
            kept = [self._speaker]
        return kept

    def is_named(self, called: str) -> bool:
        """Whether who speaks by one name in capitals is named in full elsewhere: *RUIZ: No*, and no host of a programme."""
        people = (e.name for e in self._naming.mentions.entities.values() if e.kind == "person" and " " in e.name)
        return any(folded(name).split()[-1] == folded(called) for name in people if is_name(name) and not name.isupper())

    def _quoted_by(self, at: int, s: Statement) -> int | None:
        """Which statement quotes the words in which somebody says *I* or *we*."""
        if s.source.span is None:
            return None
        a, b = s.source.span
        for i in range(max(0, at - _QUOTING), min(len(self._statements), at + _QUOTING + 1)):
            one = self._statements[i]
            if i == at or one.mode != "direct" or one.source.span is None or _length(one) <= _length(s):
                continue  # What quotes another is the longer: else two might quote each other, and neither would end.
            inside = any(x <= a and b <= y for x, y in one.content)
            if inside and not any(x <= one.source.span[0] < y for x, y in one.content):
                return i
        return None

    @cached_property
    def _speaker(self) -> Hop | None:
        """Whose speech or statement the article prints in full."""
        name = in_full(self._title)
        entity = self._naming.mentions.called(name) if name else None
        return self._naming.hop(name, entity, entity.kind if entity else "person", None) if name else None


def _length(s: Statement) -> int:
    """Characters from the beginning of what is said to its end."""
    return s.content[-1][1] - s.content[0][0]
