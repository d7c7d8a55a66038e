"""The text in which a statement stands, with what belongs to it marked, so that a place on the page is one in the text.

Every character of the text is one character of the page: whoever marks words there marks their places in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from allegedly.intake.header import header_of
from allegedly.model import Span, Statement
from allegedly.reading.parse import paragraphs_of

_AROUND = 6_000
"""Characters of the text that are shown before a statement, and behind it."""
_LONGEST = 30_000
"""Characters that are shown of a text at most."""
# Controls, marks of direction, halves of characters: what a browser would act on. What only joins letters stays.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Paragraph(NamedTuple):
    """A paragraph, or the part of it that is shown."""

    start: int
    """Where it begins in the text."""
    html: Markup


class Shown(NamedTuple):
    """The part of a text that is shown."""

    paragraphs: list[Paragraph]
    before: bool
    """Whether there is more before it."""
    behind: bool


def parts(statement: Statement) -> dict[str, tuple[Span, ...]]:
    """What belongs to a statement, and where it stands."""
    return {
        "source": (statement.source.span,) if statement.source.span else (),
        "cue": statement.cue,
        "content": statement.content,
    }


def marked(text: str, statement: Statement) -> Shown:
    """The text around a statement, with its source, cue and content marked."""
    spans = [(a, b, what) for what, places in parts(statement).items() for a, b in places]
    first = min(a for a, _, _ in spans)
    header = header_of(text).end
    low = max(header if header <= first else 0, first - _AROUND)
    high = min(len(text), max(b for _, b, _ in spans) + _AROUND, low + _LONGEST)
    found = [Paragraph(*one) for one in _paragraphs(text, low, high, spans)]
    return Shown(found, low > header, high < len(text))


def _paragraphs(text: str, low: int, high: int, spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, Markup]]:
    for first, last in paragraphs_of(text):
        start, end = max(first, low), min(last, high)
        if start >= end:
            continue
        edges = sorted({start, end, *(edge for a, b, _ in spans for edge in (a, b) if start < edge < end)})
        pieces = Markup("").join(_piece(text, a, b, spans) for a, b in pairwise(edges))
        yield start, pieces


def _piece(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> Markup:
    words = exact(text[start:end])
    over = dict.fromkeys(what for a, b, what in spans if a <= start and end <= b)
    return Markup('<span class="m {}">{}</span>').format(" ".join(over), words) if over else words


def exact(words: str) -> Markup:
    """The words for a page, one character for each; what a browser would act on is U+FFFD."""
    return escape(_ACTING.sub("\ufffd", words.replace("\t", " ").replace("\r", " ")))
