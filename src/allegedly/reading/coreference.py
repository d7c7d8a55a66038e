"""Everything that an article speaks of more than once, people and things alike, with the whole noun phrase of each mention.

Entities (:mod:`allegedly.reading.voices`) are drawn from the same figures, and are fewer: whoever has a name, speaks or is a
person or a body. What is here is what corpora of coreference mark, and what ``benchmarks.voices`` measures.
"""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.model import Article, Span
from allegedly.reading.extents import extent
from allegedly.reading.mentions import Figure, Mention
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stage import Stage

_RELATIVE = ("who", "which")
_MODIFIES = ("compound", "nmod", "amod")


def clusters(parse: Parse, article: Article, attributions: Sequence[Attribution]) -> list[tuple[Span, ...]]:
    """The mentions of each figure that has two or more, in reading order, none of them twice.

    Args:
        parse: The article's parse.
        article: The article.
        attributions: Its attributions in reading order.
    """
    stage = Stage(parse, article, attributions)
    stage.run()
    return phrases(parse, stage.figures)


def phrases(parse: Parse, figures: Sequence[Figure]) -> list[tuple[Span, ...]]:
    """The noun phrases of each figure that has two or more."""
    taken: set[Span] = set()
    found = []
    for figure in figures:
        spans = {_span(parse, mention, figure) for mention in figure.mentions if mention.lemma not in _RELATIVE} - taken
        if len(spans) > 1:
            taken |= spans
            found.append(tuple(sorted(spans)))
    return sorted(found)


def _span(parse: Parse, mention: Mention, figure: Figure) -> Span:
    if figure.parts or (mention.form == "name" and parse.dep[mention.head] in _MODIFIES):
        return parse.span(mention.first, mention.last)
    return parse.span(*extent(parse, mention.head))
