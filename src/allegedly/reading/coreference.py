"""Everything that an article speaks of more than once, people and things alike, with the whole noun phrase of each mention.

Entities (:mod:`allegedly.reading.voices`) are drawn from the same figures, and are fewer: whoever has a name, speaks or is a
person or a body. What is here is what corpora of coreference mark, and what ``benchmarks.voices`` measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allegedly.model import Article, Span
from allegedly.reading.extents import extent
from allegedly.reading.mentions import Figure, Mention
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stage import Stage

_RELATIVE = ("who", "which")
_MODIFIES = ("compound", "nmod", "amod")


def clusters(parse: Parse, article: Article, attributions: Sequence[Attribution]) -> list[tuple[Span, ...]]:
    """The mentions of each figure that has a name or more mentions than one, in reading order, none of them twice.

    Args:
        parse: The article's parse.
        article: The article.
        attributions: Its attributions in reading order.
    """
    stage = Stage(parse, article, attributions)
    stage.run()
    return phrases(parse, stage.figures)


def phrases(parse: Parse, figures: Sequence[Figure]) -> list[tuple[Span, ...]]:
    """The noun phrases of each figure that has a name or more mentions than one, and nouns that only ever qualify others."""
    taken: set[Span] = set()
    inside = {token for figure in figures for name in figure.names for token in range(name.first, name.last + 1)}
    named: list[bool] = []
    found: list[set[Span]] = []
    words: dict[str, int] = {}
    for figure in figures:
        spans = {_span(parse, mention, figure) for mention in figure.mentions if mention.lemma not in _RELATIVE} - taken
        taken |= spans
        for mention in figure.mentions:
            if mention.form != "pronoun" and not figure.parts:
                words.setdefault(
                    _bare(parse, mention.first if mention.form == "name" else mention.last + 1, mention.head), len(found)
                )
        named.append(bool(figure.names))
        found.append(spans)
    for first, last in _qualifiers(parse):
        if last in inside:
            continue
        span = parse.span(first, last)
        if span not in taken:
            place = words.setdefault(parse.text[span[0] : span[1]].lower(), len(found))
            if place == len(found):
                named.append(False)
                found.append(set())
            found[place].add(span)
    kept = (tuple(sorted(spans)) for spans, name in zip(found, named, strict=True) if len(spans) > 1 or (spans and name))
    return sorted(kept)


def _bare(parse: Parse, first: int, head: int) -> str:
    """A noun phrase up to its head, in lower case, without its determiner or possessor."""
    if first > head:
        first = head
        for child in reversed(parse.children[head]):
            if child < first and parse.dep[child] in ("compound", "amod", "nmod") and parse.right[child] == first - 1:
                first = parse.left[child]
    return parse.slice(first, head).lower()


def _qualifiers(parse: Parse) -> Iterator[tuple[int, int]]:
    """Nouns that qualify the noun behind them, each with what qualifies it: *public domain* works."""
    for token, dep in enumerate(parse.dep):
        above = parse.head[token]
        plain = parse.tag[token] in ("NN", "NNS") or parse.tag[above] in ("NN", "NNS")
        if dep == "compound" and plain and parse.tag[token][:2] == "NN" and token < above and parse.right[token] == token:
            yield parse.left[token], token


def _span(parse: Parse, mention: Mention, figure: Figure) -> Span:
    if figure.parts or (mention.form == "name" and parse.dep[mention.head] in _MODIFIES):
        return parse.span(mention.first, mention.last)
    first, last = extent(parse, mention.head)
    if mention.form == "name":  # a law's name goes on over a preposition
        first, last = min(first, mention.first), max(last, mention.last)
    return parse.span(first, last)
