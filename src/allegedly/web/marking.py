"""An article's text as its page has it: paragraph by paragraph, every word in elements that say what it is part of.

The words of a statement stand in an element of its own, in those of the statements around it where it is nested; where statements
cross, the inner one is closed and opened again. Everything else that is known of a word (source, cue, who is meant, label …)
is a class of an element inside. All elements are made in one sweep over the text, whatever it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from allegedly.intake.header import header_of
from allegedly.model import Reading, Span, Statement
from allegedly.reading.parse import paragraphs_of
from allegedly.web.templates import shown

HUES = 12
"""Colours for voices; with more of them, colours come again."""
LETTERS, STATEMENTS = 45_000, 350
"""How much of a very long article is shown on a page."""


@dataclass(slots=True)
class Voice:
    """Somebody who is said to say something in an article."""

    name: str
    entity: str | None
    """Its entity in the article."""
    hue: int = 0
    statements: list[Statement] = field(default_factory=list)

    def count(self, stance: str) -> int:
        """How many of its statements have this stance."""
        return sum(s.stance == stance for s in self.statements)


class Row(NamedTuple):
    """A paragraph, and the statements that begin in it."""

    words: Markup
    statements: tuple[Statement, ...]
    span: Span
    header: bool
    """Whether it stands in the block of ``Title: …`` lines with which a plain text may begin."""


class _Part(NamedTuple):
    """A stretch of the text that is something; ``statement`` where it is the words of one."""

    start: int
    end: int
    kind: str
    statement: Statement | None = None


def key(statement: Statement) -> str:
    """By what statements have the same voice."""
    return statement.source.entity or (statement.source.text or "").casefold()


class Marked:
    """A reading with its text marked."""

    def __init__(self, reading: Reading, copied: Iterable[Span] = (), quiet: Iterable[str] = ()) -> None:
        """Mark a text.

        Args:
            reading: The reading.
            copied: Where the text has words that other articles have too.
            quiet: Statements of which there is nothing to say but their words: these have a name and no more.
        """
        self._quiet = frozenset(quiet)
        self.reading = reading
        self.text = reading.article.text
        self.voices: dict[str, Voice] = {}
        names = {e.id: e.name for e in reading.entities}
        for s in reading.statements:
            if s.mode == "narration":
                continue
            name = names.get(s.source.entity or "") or s.source.text or "nobody named"
            self.voices.setdefault(key(s), Voice(name, s.source.entity)).statements.append(s)
        # Those who speak most get the colours that are furthest apart, which come first.
        for number, voice in enumerate(sorted(self.voices.values(), key=lambda voice: -len(voice.statements))):
            voice.hue = number % HUES
        self._depths = _depths(reading.statements)
        self._paragraphs = paragraphs_of(self.text)
        self._begins = sorted(s.content[0][0] for s in reading.statements)
        self.portions = self._portioned()
        """The paragraphs, by number, that are shown on a page together; one range alone unless the article is very long."""
        self._parts = sorted(self._found(copied), key=lambda part: (part.start, -part.end))
        self._told: set[str] = set()

    def hue(self, statement: Statement) -> str:
        """The class that gives a statement the colour of its voice; none for the outlet's own."""
        voice = self.voices.get(key(statement)) if statement.mode != "narration" else None
        return f"v{voice.hue}" if voice else "own"

    def depth(self, statement: Statement) -> int:
        """How deep a statement stands in others."""
        return self._depths[statement.id]

    def portion(self, statement: Statement) -> int:
        """In which of the portions the words of a statement begin."""
        start = statement.content[0][0]
        ends = [self._paragraphs[each.stop - 1][1] for each in self.portions]
        return min(bisect_left(ends, start + 1), len(ends) - 1)

    def _portioned(self) -> list[range]:
        made: list[range] = []
        begin = 0
        for number, (_, high) in enumerate(self._paragraphs):
            first = self._paragraphs[begin][0]
            many = bisect_left(self._begins, high) - bisect_left(self._begins, first)
            if number > begin and (high - first > LETTERS or many > STATEMENTS):
                made.append(range(begin, number))
                begin = number
        return [*made, range(begin, len(self._paragraphs))]

    def _found(self, copied: Iterable[Span]) -> Iterator[_Part]:
        reading = self.reading
        for s in reading.statements:
            yield from (_Part(a, b, "said", s) for a, b in s.content)
            if s.mode == "narration":
                continue
            yield from (_Part(a, b, "cue") for a, b in s.cue)
            if s.source.span:
                yield _Part(*s.source.span, f"src {self.hue(s)}")
        for e in reading.entities:
            yield from (_Part(a, b, "ent") for a, b in e.mentions)
        yield from (_Part(*label.span, "lab") for label in reading.labels)
        yield from (_Part(*time.span, "tim") for time in reading.times)
        yield from (_Part(*toponym.span, "plc") for place in reading.places for toponym in place.toponyms)
        yield from (_Part(*amount.span, "amt") for amount in reading.amounts)
        yield from (_Part(a, b, "cpy") for a, b in copied)

    def rows(self, portion: int = 0) -> Iterator[Row]:
        """The paragraphs of a portion, each with the statements that begin in it."""
        waiting = sorted(self.reading.statements, key=lambda s: (s.content[0][0], -s.content[0][1]))
        at = next_statement = 0
        over: list[_Part] = []
        paragraphs, shown_here = self._paragraphs, self.portions[portion]
        header = header_of(self.text).end
        for number, (low, high) in enumerate(paragraphs):
            stop = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(self.text) + 1
            begin = at
            while at < len(self._parts) and self._parts[at].start < high:
                at += 1
            here = [part for part in (*over, *self._parts[begin:at]) if part.end > low]
            over = [part for part in here if part.end > high]
            first = next_statement
            while next_statement < len(waiting) and waiting[next_statement].content[0][0] < stop:
                next_statement += 1
            if number in shown_here:
                words = self._paragraph(low, high, here)
                yield Row(words, tuple(waiting[first:next_statement]), (low, high), high <= header)

    def _paragraph(self, low: int, high: int, parts: list[_Part]) -> Markup:
        """A paragraph's words in their elements."""
        edges = sorted({low, high, *(max(low, p.start) for p in parts), *(min(high, p.end) for p in parts)})
        made: list[str] = []
        opened: list[Statement] = []
        active: list[_Part] = []
        at = 0
        for start, end in pairwise(edges):
            active = [part for part in active if part.end > start]
            while at < len(parts) and max(low, parts[at].start) <= start:
                active.append(parts[at])
                at += 1
            wanted = sorted(
                {p.statement.id: p.statement for p in active if p.statement is not None}.values(), key=self._outermost_first
            )
            same = 0
            while same < min(len(opened), len(wanted)) and opened[same] is wanted[same]:
                same += 1
            made.append("</span>" * (len(opened) - same))
            made += map(self._opening, wanted[same:])
            opened = wanted
            kinds = " ".join(dict.fromkeys(part.kind for part in active if part.statement is None))
            words = escape(shown(self.text[start:end]))
            made.append(f'<span class="{kinds}">{words}</span>' if kinds else str(words))
        made.append("</span>" * len(opened))
        return Markup("".join(made))  # noqa: S704 (every piece of it is escaped above, or made here)

    def _outermost_first(self, s: Statement) -> tuple[int, int, int]:
        return self._depths[s.id], -(s.content[-1][1] - s.content[0][0]), s.content[0][0]

    def _opening(self, s: Statement) -> str:
        """The opening tag of a statement's words; the first of them has its id."""
        own = "" if s.id in self._told else f' id="{s.id}"'
        self._told.add(s.id)
        if s.id in self._quiet:
            return f"<span{own}>"
        if s.mode == "narration":
            return f'<span{own} class="own" data-s="{s.id}">'
        deep = f" n{min(self._depths[s.id], 3)}" if self._depths[s.id] else ""
        return f'<span{own} class="said {s.stance} {self.hue(s)}{deep}" data-s="{s.id}">'


def _depths(statements: Iterable[Statement]) -> dict[str, int]:
    """How deep each statement stands in others."""
    outer = {s.id: s.within for s in statements}
    depths: dict[str, int] = {}
    for name in outer:
        path = [name]
        while (above := outer.get(path[-1])) is not None and above not in depths and len(path) < 100:
            path.append(above)
        deep = depths.get(outer.get(path[-1]) or "", -1)
        for each in reversed(path):
            deep += 1
            depths[each] = deep
    return depths
