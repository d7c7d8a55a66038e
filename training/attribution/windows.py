"""Annotated articles as the network sees them in training: windows with codes, cues, and the roles of the words around each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.model import Span
from allegedly.reading.network.features import Pairs, of_tokens
from allegedly.reading.network.marks import CONTENT, CUE, SOURCE, tokenizer
from allegedly.reading.network.windows import windows
from allegedly.reading.parse import Parse
from allegedly.reading.pipeline import plain
from training.attribution.articles import Annotated

if TYPE_CHECKING:
    from numpy.typing import NDArray

Example = dict[str, Any]
"""A window: ``pieces``, ``places``, ``tok`` codes, and ``gold``: for each cue its place, the tokens' roles, the pair codes."""


def examples(article: Annotated) -> list[Example]:
    """The windows of an annotated article."""
    parse, quotations = article.parse, article.layout.quotations
    codes, pairs = of_tokens(parse, quotations), Pairs(parse, quotations)
    roles = dict(_roles(article))
    made = []
    for window in windows(parse, tokenizer(), plain(parse.text)):
        first, last = window.first, window.last
        gold = [
            (cue - first, whole[first : last + 1], pairs.of(cue, first, last).astype(np.int8))
            for cue, whole in roles.items()
            if first <= cue <= last
        ]
        made.append({"pieces": window.pieces, "places": window.places, "tok": codes[first : last + 1], "gold": gold})
    return made


def _roles(article: Annotated) -> Iterable[tuple[int, NDArray[np.int8]]]:
    """For each cue's head the roles of all tokens of the article; of two attributions with one head the first."""
    parse = article.parse
    taken = set()
    for gold in article.gold:
        cue = _tokens(parse, gold.cue)
        if not cue:
            continue
        head = _head(parse, cue, _tokens(parse, gold.cue[:1]) or cue)
        if head in taken:
            continue
        taken.add(head)
        roles = np.zeros(len(parse), dtype=np.int8)
        for role, tokens in ((CUE, cue), (CONTENT, _tokens(parse, gold.content)), (SOURCE, _tokens(parse, gold.source))):
            roles[tokens] = role
        yield head, roles


def _head(parse: Parse, cue: list[int], first: list[int]) -> int:
    """The head of a cue's first piece: the word that hangs on none of the cue's own."""
    heads = [i for i in first if parse.head[i] not in cue or parse.head[i] == i] or first
    return next((i for i in heads if parse.word[i][:1].isalpha()), heads[0])


def _tokens(parse: Parse, spans: Iterable[Span]) -> list[int]:
    """Tokens of which more than half lies in one of the spans."""
    return [
        i
        for start, end in spans
        for i in parse.tokens((start, end))
        if 2 * (min(end, parse.end[i]) - max(start, parse.start[i])) > parse.end[i] - parse.start[i]
    ]
