"""What the search index of statements is made of, out of a reading.

The view ``statement_terms`` gives the same out of the tables, and the index is checked against it. It is made here too since the
view looks each word up in the article's text, which takes long where that is a book.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from allegedly.model import Reading, Statement

TERMS = "words, source, about, labels, places, denied_by, marks"
"""The columns of the index."""
SURE = 0.98
"""Statements that are at least so sure are few, and marked."""
USUAL = {"stance": "affirms", "act": "statement"}
"""What most statements have, and so no mark stands for."""

THINGS = frozenset({"document", "other"})
"""Kinds of entities that nobody asks about by a name: their words are found as such."""


def terms_of(reading: Reading) -> Iterator[tuple[str | None, ...]]:
    """The index's row of each statement, in their order."""
    article, text = reading.article, reading.article.text
    called = {e.id: e.name for e in reading.entities}
    named = [e for e in reading.entities if e.kind not in THINGS]
    mentions = sorted((start, e.id) for e in named for start, _ in e.mentions)
    places = {p.id: p.name for p in reading.places}
    labels: dict[str, list[str]] = {}
    for label in reading.labels:
        if label.within:
            labels.setdefault(label.within, []).append(label.text)
    deniers: dict[str, list[str]] = {}
    for s in reading.statements:
        if s.stance == "denies":
            name = called.get(s.source.entity or "")
            for answered in s.answers:
                deniers.setdefault(answered, []).append(f"{name} | {s.source.text or ''}" if name else s.source.text or "")
    for s in reading.statements:
        about: set[str] = set()
        for start, end in s.content:
            about.update(name for _, name in mentions[bisect_left(mentions, (start, "")) : bisect_left(mentions, (end, ""))])
        yield (
            " … ".join(text[start:end] for start, end in s.content),
            _source(s, called.get(s.source.entity or ""), article.outlet),
            " | ".join(e.name for e in named if e.id in about),
            " | ".join(labels.get(s.id, ())),
            " | ".join(places[place] for place in s.places),
            " | ".join(deniers.get(s.id, ())),
            _marks(s, article.outlet, article.published),
        )


def outlet_mark(outlet: str) -> str:
    """The mark of an outlet: among the sources of what it says in its own voice, else among the marks."""
    return f"outlet_{outlet.replace(' ', '_')}"


def _source(s: Statement, name: str | None, outlet: str | None) -> str | None:
    text = s.source.text
    if text is None:
        return name or (outlet_mark(outlet) if s.source.kind == "outlet" and outlet is not None else None)
    if name is None or name in text:
        return text
    return name if text in name else f"{name} | {text}"


def _marks(s: Statement, outlet: str | None, published: str | None) -> str:
    found = ["sure"] if s.confidence >= SURE else []
    found += [f"{kind}_{value}" for kind, value in (("act", s.act), ("stance", s.stance)) if value != USUAL[kind]]
    if published:
        found.append(f"day_{published.replace('-', '')}")
    if outlet is not None and not (s.source.kind == "outlet" and s.source.text is None):
        found.append(outlet_mark(outlet))
    found += [f"evidence_{e.kind}" for e in s.evidence]
    return " ".join(found)
