"""The system that one article describes, as a graph: entities, and the ties and happenings that are said to join them.

Nothing in it is a fact: every edge has the voices that say it, the words, and who denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from allegedly.model import Entity, Happening, Reading, Span, Statement, Tie
from allegedly.publishing.safe import line
from allegedly.publishing.words import Words

_DONE = ("happened", "ongoing")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POINTING = frozenset("who which that it this these those they them he she him her we us i you what one".split())
_MARKS = "\"'“”‘’«»,;: "
_SHORT = 60
"""Characters of the longest words that stand for somebody who is no entity."""
_MOST = 400
"""Characters of the sentence that is quoted for an edge."""
_STOPS = ".!?\n"
_BEHIND = (". ", "! ", "? ", "\n", ".” ", '." ')
_CLAIMED = frozenset({"founded", "allied with", "opposed to", "hosts", "funds", "arms", "trains", "owns"})
"""Ties that a clause mostly says: whoever denies the statement denies them. Others stand in roles, which it leaves alone."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One place where the article says it."""

    voice: str
    """Whose word it is: the outlet's, or the innermost voice's by name."""
    outlet: bool
    """Whether it is the outlet's own."""
    status: str
    """Of a happening its status there; of a tie ``applied`` or ``rejected``."""
    span: Span
    before: str
    """The sentence up to the words that say it."""
    words: str
    after: str
    """The rest of the sentence."""
    statement: str | None
    """Id of the statement."""
    denied_by: tuple[str, ...]
    """Who denies that statement, by name."""
    confidence: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie or a happening between two entities, with everybody who says it."""

    id: str
    of: str
    to: str
    relation: Literal["tie", "happening"]
    kind: str
    """The kind of tie, or the happening's type."""
    label: str
    """What is written beside it: the tie's kind, the happening's own words."""
    status: str
    """What is said to have become of it; of a tie ``applied``, ``rejected`` or ``former``."""
    sayings: tuple[Saying, ...]
    when: str = ""
    """The time at which, or since and until when, it is said to be, in words."""
    where: str = ""
    much: str = ""

    @property
    def voices(self) -> tuple[str, ...]:
        """Who says it, each once."""
        return tuple(dict.fromkeys(s.voice for s in self.sayings))

    @property
    def single(self) -> bool:
        """Whether one voice alone says it."""
        return len(self.voices) == 1

    @property
    def outlet(self) -> bool:
        """Whether the outlet says it in its own voice."""
        return any(s.outlet for s in self.sayings)

    @property
    def denied_by(self) -> tuple[str, ...]:
        """Who denies a statement that says it."""
        return tuple(dict.fromkeys(who for s in self.sayings for who in s.denied_by))

    @property
    def denied(self) -> bool:
        """Whether somebody says that it is not so."""
        return bool(self.denied_by) or any(s.status in ("denied", "rejected") for s in self.sayings)

    @property
    def open(self) -> bool:
        """Whether it is said to be only planned, tried, threatened, promised or thought of, or to have failed."""
        return self.relation == "happening" and not any(s.status in (*_DONE, "denied") for s in self.sayings)


class Network:
    """The entities of one reading that ties or happenings join, and these.

    Args:
        reading: What was read.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = Words(reading)
        self._unknown: dict[str, Entity] = {}
        self._names: dict[str, str] = {}
        self._denials: dict[str, list[Statement]] = {}
        for s in reading.statements:
            if s.stance == "denies":
                for answered in s.answers:
                    self._denials.setdefault(answered, []).append(s)

    def __repr__(self) -> str:
        return f"<Network: {len(self.nodes)} entities, {len(self.edges)} edges>"

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Ties, then happenings, in reading order."""
        ties = list(_tie_edges(self, self.reading.ties))
        told: dict[int, set[frozenset[str]]] = {}
        for edge in ties:
            for at in {at for s in edge.sayings for at in range(*s.span)}:
                told.setdefault(at, set()).add(frozenset((edge.of, edge.to)))
        return (*ties, *_happening_edges(self, self.reading.happenings, told))

    @cached_property
    def nodes(self) -> tuple[Entity, ...]:
        """The entities at the ends of the edges, in reading order; then those whom only a happening's words tell of."""
        used = {end for edge in self.edges for end in (edge.of, edge.to)}
        return tuple(e for e in (*self.reading.entities, *self._unknown.values()) if e.id in used)

    def named(self, node: str) -> Entity:
        """The entity at the end of an edge."""
        return self.words.entities.get(node) or self._unknown[node]

    def unknown(self, span: Span) -> str:
        """A node for somebody or something that is none of the article's entities; the same words are the same node."""
        words = line(self.words.text[span[0] : span[1]]).strip(_MARKS)
        plain = _ARTICLE.sub("", words)
        name = "x:" + plain.casefold()
        if name not in self._names:
            self._names[name] = f"x{len(self._names) + 1}"
            made = Entity(id=self._names[name], kind="other", name=plain or words, mentions=(span,), confidence=0.5)
            self._unknown[made.id] = made
        return self._names[name]

    @cached_property
    def alone(self) -> tuple[Happening, ...]:
        """Happenings that join no two entities."""
        joined = {edge.id.split(".")[0] for edge in self.edges}
        return tuple(h for h in self.reading.happenings if h.id not in joined)

    def write(self, path: str | Path) -> None:
        """Write it in the format that the path ends in: ``.graphml``, ``.svg`` or ``.html``.

        Raises:
            BadNetwork: the suffix says no format, or the file cannot be written.
        """
        from allegedly.publishing.network import write

        write(self, Path(path))

    def saying(self, span: Span, statement: str | None, status: str, confidence: float, *, deniable: bool = True) -> Saying:
        """A place where the article says something, with its voice, its sentence and who denies it."""
        said = self.words.statements.get(statement or "")
        own = said is None or said.mode == "narration"
        low, high = self._sentence(span)
        text = self.words.text
        denials = self._denials.get(statement or "", []) if deniable else []
        return Saying(
            voice=self.words.outlet if said is None else self.words.who(said),
            outlet=own,
            status=status,
            span=span,
            before=line(text[low : span[0]]),
            words=line(text[span[0] : span[1]]),
            after=line(text[span[1] : high]),
            statement=statement,
            denied_by=tuple(dict.fromkeys(self._called(d) for d in denials)),
            confidence=confidence,
        )

    def _called(self, statement: Statement) -> str:
        """Whoever says it, by the name under which the article's other words for them go."""
        entity = self.words.entities.get(statement.source.entity or "")
        return line(entity.name) if entity is not None and statement.mode != "narration" else self.words.who(statement)

    def _sentence(self, span: Span) -> Span:
        """The bounds of the sentence around a span, as far as stops tell, and not too far."""
        text = self.words.text
        low = max(span[0] - _MOST // 2, 0)
        stops = [at + len(stop) for stop in _BEHIND if (at := text.rfind(stop, low, span[0])) >= 0]
        cut = text.find(" ", low, span[0]) + 1 if low else 0
        begin = max(stops, default=cut)
        limit = min(span[1] + _MOST // 2, len(text))
        ends = [at + 1 for stop in _STOPS if (at := text.find(stop, span[1], limit)) >= 0]
        return begin, min(ends, default=limit)

    def to_graphml(self) -> str:
        """The graph as GraphML, for Gephi, networkx, igraph, yEd."""
        from allegedly.publishing.network.graphml import graphml

        return graphml(self)

    def to_svg(self) -> str:
        """The graph as one SVG picture; each edge opens the words that say it."""
        from allegedly.publishing.network.picture import svg

        return svg(self)

    def to_html(self) -> str:
        """The graph as one HTML page that needs nothing else: the picture, and the words behind each edge."""
        from allegedly.publishing.network.page import page

        return page(self)


def _tie_edges(network: Network, ties: Iterable[Tie]) -> Iterator[Edge]:
    """One edge for each tie, whoever says it."""
    grouped: dict[tuple[str, str, str, bool], list[Tie]] = {}
    for tie in ties:
        grouped.setdefault((tie.of, tie.to, tie.kind, tie.former), []).append(tie)
    for number, ((of, to, kind, former), said) in enumerate(grouped.items(), 1):
        uses = {tie.use for tie in said}
        status = "rejected" if uses == {"rejected"} else "former" if former else "applied"
        yield Edge(
            id=f"tie{number}",
            of=of,
            to=to,
            relation="tie",
            kind=kind,
            label=f"formerly {kind}" if former else kind,
            status=status,
            sayings=tuple(
                network.saying(tie.span, tie.statement, tie.use, tie.confidence, deniable=kind in _CLAIMED) for tie in said
            ),
            when=_since(network, said),
        )


def _since(network: Network, ties: list[Tie]) -> str:
    since = next((tie.since for tie in ties if tie.since), None)
    until = next((tie.until for tie in ties if tie.until), None)
    times = network.words.times
    parts = [
        f"since {network.words.time(times[since])}" if since else "",
        f"until {network.words.time(times[until])}" if until else "",
    ]
    return " ".join(filter(None, parts))


def _happening_edges(network: Network, happenings: Iterable[Happening], told: dict[int, set[frozenset[str]]]) -> Iterator[Edge]:
    """An edge from each who does it to each to whom it is done, else to where it is; none where the same word tells a tie."""
    words = network.words
    for happening in happenings:
        tied = {ends for m in happening.mentions for at in range(*m.span) for ends in told.get(at, ())}
        pairs = [pair for pair in dict.fromkeys(_pairs(network, happening)) if frozenset(pair) not in tied]
        if not pairs:
            continue
        first = happening.mentions[0]
        sayings = tuple(network.saying(m.span, m.statement, m.status, m.confidence) for m in happening.mentions)
        status = next((m.status for m in happening.mentions if m.status in _DONE), first.status)
        place = words.entities.get(happening.place or "")
        for number, (of, to) in enumerate(pairs, 1):
            yield Edge(
                id=f"{happening.id}.{number}",
                of=of,
                to=to,
                relation="happening",
                kind=happening.type,
                label=line(first.text),
                status=status,
                sayings=sayings,
                when="; ".join(words.time(words.times[t]) for t in happening.times),
                where=line(place.name) if place else "",
                much=", ".join(line(words.amounts[a].text) for a in happening.amounts),
            )


def _pairs(network: Network, happening: Happening) -> Iterator[tuple[str, str]]:
    """Whom a happening joins, from who does it to whom it is done; those that are no entities as far as their words are short."""
    by: dict[str, list[tuple[bool, str]]] = {}
    for one in happening.participants:
        short = one.span[1] - one.span[0] <= _SHORT and one.text.casefold() not in _POINTING
        if one.entity is not None:
            by.setdefault(one.role, []).append((True, one.entity))
        elif short and one.role in ("actor", "target", "with"):
            by.setdefault(one.role, []).append((False, network.unknown(one.span)))
    others = [e for role in ("target", "with", "to", "for", "from", "about") for e in by.get(role, ())]
    doers = by.get("actor", [])
    if not doers and others:
        doers, others = others[:1], others[1:]
    if not others and happening.place is not None:
        others = [(True, happening.place)]
    # "read the letter": what is of no sort that researchers code joins only what the article names.
    least = 2 if happening.type == "other" else 1
    yield from ((of, to) for known, of in doers for other, to in others if of != to and known + other >= least)
