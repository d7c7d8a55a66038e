"""What a review is about, by where it stands and what it says, so that it is found again in another reading of the article.

Ids (*s3*) hold inside one reading only. A statement is found again by its words' place and by who says it, an entity by its
name and mentions, and everything else by its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from allegedly.ledger.names import folded
from allegedly.model import Entity, Reading, Span, Statement

Kind = Literal["article", "statement", "entity", "label", "time", "place", "amount", "happening", "tie"]
LETTERS: dict[str, Kind] = {
    "s": "statement",
    "e": "entity",
    "l": "label",
    "t": "time",
    "p": "place",
    "a": "amount",
    "h": "happening",
    "r": "tie",
}
"""With which letter the ids of each kind begin; ``l2`` is the second label of the reader's reading."""
_ENOUGH = 0.5
"""Share of characters that two places have in common (Jaccard) from which on they may be the same record."""
_SHOWN = 80


class Anchor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record of an article, by place and meaning."""

    kind: Kind
    id: str | None = None
    """Its id in the reading that was looked at."""
    spans: tuple[Span, ...] = ()
    """A statement's content, an entity's or a happening's mentions, else the span."""
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    name: str | None = None
    """Who says it, who it is, what is called so, or what sort of happening or tie it is."""
    words: str = ""
    """Its first words, for people."""


def anchors(reading: Reading) -> dict[str, Anchor]:
    """Every record of a reading that can be reviewed, by its id."""
    text = reading.article.text
    named = {e.id: e for e in reading.entities}

    def words(span: Span) -> str:
        shown = " ".join(text[span[0] : span[1]].split())
        return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 2]} …"

    found: dict[str, Anchor] = {}
    for s in reading.statements:
        found[s.id] = Anchor(
            kind="statement",
            id=s.id,
            spans=s.content,
            cue=s.cue,
            source=s.source.span,
            name=speaker(s, named),
            words=words(s.content[0]),
        )
    for e in reading.entities:
        found[e.id] = Anchor(kind="entity", id=e.id, spans=e.mentions, name=e.name, words=e.kind)
    for number, label in enumerate(reading.labels, 1):
        of = named.get(label.of or "")
        found[f"l{number}"] = Anchor(
            kind="label", id=f"l{number}", spans=(label.span,), name=of.name if of else None, words=words(label.span)
        )
    for t in reading.times:
        found[t.id] = Anchor(kind="time", id=t.id, spans=(t.span,), words=words(t.span))
    for p in reading.places:
        found[p.id] = Anchor(kind="place", id=p.id, spans=named[p.entity].mentions, name=p.name)
    for a in reading.amounts:
        found[a.id] = Anchor(kind="amount", id=a.id, spans=(a.span,), words=words(a.span))
    for h in reading.happenings:
        spans = tuple(m.span for m in h.mentions)
        found[h.id] = Anchor(kind="happening", id=h.id, spans=spans, name=h.type, words=words(spans[0]))
    for tie in reading.ties:
        found[tie.id] = Anchor(kind="tie", id=tie.id, spans=(tie.span,), name=tie.kind, words=words(tie.span))
    return found


def speaker(statement: Statement, named: dict[str, Entity]) -> str | None:
    """Who says it: the entity's name, else the source's words; null for the outlet and for nobody."""
    entity = named.get(statement.source.entity or "")
    return entity.name if entity else statement.source.text


def again(anchor: Anchor, known: Iterable[Anchor], also: str | None = None) -> str | None:
    """The id of the record among those known that this anchor is about, or null where it is not found.

    Args:
        anchor: What is looked for.
        known: The records of a reading.
        also: Another name of the source: the one that a person put in, which a better reader may find by itself.
    """
    best, most = None, 0.0
    for other in known:
        likely = _likeness(anchor, other, also)
        if likely > most:
            best, most = other.id, likely
    return best


def _likeness(a: Anchor, b: Anchor, also: str | None) -> float:
    """How surely two are the same record: 0 for *not*."""
    if a.kind != b.kind:
        return 0.0
    if a.spans == b.spans and a.cue == b.cue and a.source == b.source and a.name == b.name:
        return 4.0
    share = _shared(a.spans, b.spans)
    if a.kind == "statement":
        if a.spans == b.spans and a.cue == b.cue:
            return 3.0
        if not (_alike(a, b) or (also is not None and _same_name(also, b.name))):
            return 0.0
        if a.spans == b.spans or (a.cue and a.cue == b.cue):
            return 1.0 + share
        # Statements within one another share words and often a source; their cues lie apart.
        near = not a.cue or not b.cue or _shared(a.cue, b.cue) > 0
        return share if near and share >= _ENOUGH else 0.0
    if a.kind in ("entity", "place") and a.name and b.name and folded(a.name) == folded(b.name):
        return 1.0 + share
    return share if share >= _ENOUGH and a.kind != "place" else 0.0


def _alike(a: Anchor, b: Anchor) -> bool:
    """Whether two statements have the same source: none, the same name or part of it, or words in the same place."""
    if a.source is None and b.source is None and a.name is None and b.name is None:
        return True
    if a.source and b.source and _shared((a.source,), (b.source,)) > 0:
        return True
    return _same_name(a.name, b.name)


def _same_name(a: str | None, b: str | None) -> bool:
    """Whether one name's words are all among the other's."""
    first, second = set(folded(a or "").split()), set(folded(b or "").split())
    return bool(first and second) and (first <= second or second <= first)


def _shared(a: Iterable[Span], b: Iterable[Span]) -> float:
    """The share of the characters of either that are of both."""
    a, b = list(a), list(b)
    both = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    every = sum(end - start for start, end in a) + sum(end - start for start, end in b) - both
    return both / every if every else 0.0
