"""Attributions as the network alone would have them: the likeliest source and content of each likely cue."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from allegedly.model import Span
from allegedly.reading.frames import Candidate, Layout, joined
from allegedly.reading.network.marks import CONTENT, CUE, SOURCE, Marks
from allegedly.reading.parse import Parse

FRAME = "network"
"""The frame of candidates that the network made."""

LIKELY = 0.15
"""Tokens that head a cue with less than this probability make no candidate of their own."""
_WIDEST_GAP = 3
"""Tokens that the network left out between two pieces of content and that join them where no other role has them."""


def likely_cues(marks: Marks) -> list[int]:
    """Tokens that probably head a cue, in order."""
    return [int(i) for i in np.flatnonzero(marks.cue >= LIKELY)]


def proposals(layout: Layout, marks: Marks) -> Iterator[Candidate]:
    """One candidate for each likely cue that has some content."""
    parse = layout.parse
    cues = likely_cues(marks)
    marks.link(cues)
    for cue in cues:
        first = marks.window(cue).first
        roles = marks.roles(cue)
        best = roles.argmax(axis=1)
        content = _content(parse, best, first)
        if not content:
            continue
        source = _source(roles, best)
        span = None if source is None else parse.span(first + source[0], first + source[1])
        yield Candidate(
            frame=FRAME,
            token=cue,
            cue=_cue(parse, best, cue, first),
            source=span,
            source_token=None if source is None else parse.head_of(first + source[0], first + source[1]),
            content=joined(layout.whole(s) for s in content),
            quotation=layout.inside(content[0][0]) is not None,
            proposed=True,
        )


def _runs(chosen: np.ndarray) -> list[tuple[int, int]]:
    """First and last place of each run of true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8)))
    return [(int(low), int(high) - 1) for low, high in zip(edges[::2], edges[1::2], strict=True)]


def _content(parse: Parse, best: np.ndarray, first: int) -> list[Span]:
    """Spans of the content: runs of its tokens, joined over short gaps that are nothing else, punctuation trimmed."""
    joined: list[tuple[int, int]] = []
    for low, high in _runs(best == CONTENT):
        if joined and low - joined[-1][1] <= _WIDEST_GAP + 1 and not best[joined[-1][1] + 1 : low].any():
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    spans = []
    for begin, end in joined:
        low, high = begin, end
        while low <= high and not _letters(parse, first + low, "\"'(“‘`$#"):
            low += 1
        while high >= low and not _letters(parse, first + high, "\"')”’%"):
            high -= 1
        if any(parse.word[first + i][:1].isalnum() for i in range(low, high + 1)):
            spans.append(parse.span(first + low, first + high))
    return spans


def _letters(parse: Parse, token: int, marks: str) -> bool:
    word = parse.word[token]
    return any(c.isalnum() or c in marks for c in word)


def _source(roles: np.ndarray, best: np.ndarray) -> tuple[int, int] | None:
    """The surest run of source tokens, or None."""
    runs = _runs(best == SOURCE)
    if not runs:
        return None
    return max(runs, key=lambda r: (round(float(roles[r[0] : r[1] + 1, SOURCE].sum()), 4), -r[0]))


def _cue(parse: Parse, best: np.ndarray, cue: int, first: int) -> Span:
    """The cue's head with the words around it that belong to the cue."""
    low = high = cue - first
    while low > 0 and best[low - 1] == CUE:
        low -= 1
    while high + 1 < len(best) and best[high + 1] == CUE:
        high += 1
    return parse.span(first + low, first + high)
