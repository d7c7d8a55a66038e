"""A text by its sentences, and what is quoted in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from allegedly.ledger.names import folded
from allegedly.model import Span
from allegedly.weighing.origins.sayings import Saying

_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Brig|Gen|Col|Capt|Lt|Sgt|Maj|Cmdr|Adm|Rev|Fr|St|No|Sen|Rep|Gov|Cllr|Hon|Insp|Supt|Jr"
    r"|Sr|ca?|cf|approx|vol|pp?|fig|art|nr|[A-Z])\.$"
)
"""A full stop that ends no sentence."""
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,400})[\"”]")
LONGEST = 2_000
"""Characters of a sentence that are looked at."""


class Sentences:
    """The sentences of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._quotes: dict[Span, frozenset[str]] = {}

    @cached_property
    def _breaks(self) -> list[int]:
        return [
            0,
            *(
                m.end()
                for m in _SENTENCE.finditer(self.text)
                if not _SHORT.search(self.text, max(0, m.start() - 8), m.start() + 1)
            ),
        ]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentences in which a span lies."""
        breaks = self._breaks
        first, last = bisect_right(breaks, start) - 1, bisect_right(breaks, max(start, end - 1))
        return breaks[first], breaks[last] if last < len(breaks) else len(self.text)

    def beside(self, saying: Saying) -> list[tuple[int, int]]:
        """The sentences before and after it, in its own paragraph; after its last one, the first of the next."""
        start, end = self.sentence(saying.start, saying.end)
        found = [self.sentence(end, end + 1)] if end < len(self.text) else []
        if start and "\n" not in self.text[max(0, start - 3) : start]:
            found.append(self.sentence(start - 1, start))
        return found

    def near(self, saying: Saying, *, back: int = 700, ahead: int = 300) -> Iterator[tuple[int, int]]:
        """The sentences around a statement, the nearest first.

        Args:
            saying: The statement.
            back: Characters before it that are looked at.
            ahead: Characters behind it.
        """
        breaks = self._breaks
        first, last = bisect_right(breaks, max(0, saying.start - back)) - 1, bisect_right(breaks, saying.start + ahead)
        here = bisect_right(breaks, saying.start) - 1
        for i in sorted(range(first, last), key=lambda i: (abs(i - here), i)):
            yield breaks[i], breaks[i + 1] if i + 1 < len(breaks) else len(self.text)

    def sentence_of(self, saying: Saying) -> str:
        """The words of these."""
        start, end = self.sentence(saying.start, saying.end)
        return self.text[start : min(end, start + LONGEST)]

    def quotes(self, saying: Saying) -> frozenset[str]:
        """What is quoted in its sentences, folded, without single words."""
        return self.quotes_in(saying.start, saying.end)

    def quotes_in(self, start: int, end: int) -> frozenset[str]:
        """The same between two places."""
        if (start, end) not in self._quotes:
            begin, stop = self.sentence(start, end)
            text = self.text[begin : min(stop, begin + LONGEST)]
            self._quotes[start, end] = frozenset(q for m in _QUOTED.finditer(text) if len((q := folded(m[1])).split()) > 2)
        return self._quotes[start, end]
