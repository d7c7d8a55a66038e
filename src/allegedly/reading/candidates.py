"""Every place in an article where something may be attributed, in the order of the cues."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.model import Span
from allegedly.reading.closing_words import QUOTES
from allegedly.reading.closings import Closing, closings
from allegedly.reading.credits import account, credits_in
from allegedly.reading.frames import AUXILIARY, Candidate, Layout, joined, piece, trim
from allegedly.reading.nouns import adjective_frames, noun_frames
from allegedly.reading.phrases import according, adverb, speakers
from allegedly.reading.verbs import verb_frames

_BESIDE = 3
"""Characters between a source and a cue that stand side by side."""


def candidates(layout: Layout) -> Iterator[Candidate]:
    """All candidates of the article in the order of their cues, each with some content."""
    for found in _all(layout):
        held = layout.inside(layout.parse.start[found.token])
        spans = found.content if held is None else _clipped(found.content, layout.quotations[held].span)
        if held is not None and found.source is not None and layout.inside(found.source[0]) != held and _afar(found):
            found.source = found.source_token = None  # who speaks a quotation is not who is quoted in it
        found.content = joined(layout.whole(span) for span in spans) if held is None else spans
        if found.content:
            yield found


def _afar(found: Candidate) -> bool:
    """Whether the source does not stand beside the cue: marks gone astray part no name from its verb."""
    if found.source is None:
        return False
    return max(found.cue[0] - found.source[1], found.source[0] - found.cue[1]) > _BESIDE


def _clipped(content: list[Span], quotation: Span) -> list[Span]:
    """The parts of the content inside the quotation that holds the cue: what a quoted voice reports ends where it does."""
    low, high = quotation[0] + 1, quotation[1] - 1
    parts = ((max(start, low), min(end, high)) for start, end in content)
    return [(start, end) for start, end in parts if end - start > 1]


def _closed(layout: Layout, closing: Closing) -> Candidate:
    """The candidate of a closing."""
    parse = layout.parse
    spans = [piece(parse, *part) for part in (closing.before, closing.after) if part is not None]
    quoted = layout.before(parse.end[closing.before[1]]) if parse.word[closing.before[1]] in QUOTES else None
    if quoted is not None:
        spans[0] = [layout.quotations[quoted].span]
    return Candidate(
        frame="as" if closing.compares else "fronted",
        token=closing.verb,
        cue=parse.span(*closing.group),
        source=trim(parse.text, *parse.span(*closing.source)) if closing.source is not None else None,
        source_token=closing.head,
        content=[span for some in spans for span in some],
        closing=True,
        addressee=parse.span(*closing.told) if closing.told is not None else None,
    )


def _all(layout: Layout) -> Iterator[Candidate]:
    parse = layout.parse
    yield from speakers(layout)
    yield from credits_in(layout)
    closed = {c.verb: c for c in closings(parse) if layout.inside(parse.start[c.verb]) is None}
    for i in range(len(parse)):
        tag = parse.tag[i]
        if parse.lower[i] == "according" and parse.lower[i + 1 : i + 2] == ["to"]:
            yield from according(layout, i, i + 1)
        elif i in closed:
            yield _closed(layout, closed[i])
            yield from verb_frames(layout, i)
        elif tag[:2] == "VB":
            if parse.dep[i] not in AUXILIARY:
                yield from verb_frames(layout, i)
        elif tag in ("NN", "NNS"):
            yield from account(layout, i)
            yield from noun_frames(layout, i)
        elif tag in ("JJ", "JJR") and parse.dep[i] in ("acomp", "ROOT", "conj", "amod", "oprd", "advcl", "acl"):
            yield from adjective_frames(layout, i)
        elif tag == "RB" and parse.lower[i] in ("reportedly", "allegedly"):
            yield from adverb(layout, i)
