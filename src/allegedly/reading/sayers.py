"""Whose words a stretch of text is: the outlet's, or those of whoever is quoted there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from allegedly.model import Span, Voice
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.quotations import find_quotations
from allegedly.reading.relation import Attribution
from allegedly.reading.voices import Cast

OUTLET = Voice(outlet=True)
_NEAR = 64
"""Contents looked back on for those that hold a span; far more than ever stand in one another."""


class Sayers:
    """The speakers of an article's quotations, by where they stand."""

    def __init__(self, parse: Parse, relations: Sequence[Attribution], cast: Cast) -> None:
        self.relations, self.cast = relations, cast
        self.quotations = [q.span for q in find_quotations(parse.text, paragraphs_of(parse.text))]
        self.starts = [start for start, _ in self.quotations]
        said = [(a, b, i) for i, r in enumerate(relations) if r.mode != "narration" for a, b in r.content]
        self.contents = sorted(said)
        self.begins = [a for a, _, _ in self.contents]

    def of(self, span: Span) -> Voice:
        """Who says these words: the innermost voice whose quoted words they are, else the outlet."""
        at = bisect_right(self.starts, span[0]) - 1
        if at < 0 or self.quotations[at][1] < span[1]:
            return OUTLET
        near = self.contents[max(0, bisect_right(self.begins, span[0]) - _NEAR) : bisect_right(self.begins, span[0])]
        holding = [(b - a, i) for a, b, i in near if b >= span[1]]
        if not holding:
            return OUTLET
        source = self.cast.source_of(self.relations[min(holding)[1]])
        return Voice(entity=source.entity, text=source.text, span=source.span) if source.span else OUTLET
