"""The grammar of an article as columns: one list a property, one entry a token.

Every room of ``reading`` works on a :class:`Parse`. spaCy's tokens are convenient but cost a call for each look; plain
lists are ten times quicker, join several passages into one numbering, and can be pickled. ``parse[i]`` does not exist
on purpose: a token is its index.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allegedly.model import Span
from allegedly.reading.posts import signatures

if TYPE_CHECKING:
    from spacy.tokens import Doc

_EVERY_LINE = re.compile(r"\n\s*")
_INDENTED = re.compile(r"\n(?:[^\S\n]*\n\s*|[^\S\n]{2,})")
_WORD = re.compile(r"\S{0,40}")
_SPACE = re.compile(r"\s*")
_STOPS = frozenset((".", "!", "?", ":", ";", '"', "”", "’", "'", ")", "…", ""))
_INDENT = 3
"""Characters of an end of line with the spaces after it, from which they are an indent."""
_WIDEST = 140
"""Characters of the longest line in a text that a typesetter can have broken."""
_WRAPPED = range(38, 100)
"""Characters of a line in a text whose lines were broken by a typesetter rather than by its author."""


@dataclass(slots=True)
class Name:
    """A name as the entity recogniser marks it: tokens ``first`` to ``last`` (inclusive) and its OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass(slots=True)
class Parse:
    """Columns over the tokens of one article. Offsets are code points of ``text``; token ranges include their last."""

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    word: list[str] = field(default_factory=list)
    """The token's characters as they stand in the text."""
    lower: list[str] = field(default_factory=list)
    """The same in lower case with straight apostrophes."""
    tag: list[str] = field(default_factory=list)
    """Penn Treebank tag; ``_SP`` for white space."""
    dep: list[str] = field(default_factory=list)
    """spaCy's (CLEAR) dependency label."""
    head: list[int] = field(default_factory=list)
    """Index of the head; a root is its own head."""
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    """First token of the subtree."""
    right: list[int] = field(default_factory=list)
    """Last token of the subtree."""
    sentence: list[int] = field(default_factory=list)
    """Number of the token's sentence."""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    """First and last token of each sentence. No sentence runs over a paragraph break."""
    paragraph: list[int] = field(default_factory=list)
    """Number of the token's paragraph."""
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    """First and last token of each paragraph."""
    names: list[Name] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.word)

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens ``first`` to ``last`` inclusive."""
        return self.start[first], self.end[last]

    def slice(self, first: int, last: int) -> str:
        """The text of tokens ``first`` to ``last`` inclusive."""
        return self.text[self.start[first] : self.end[last]]

    def token_at(self, offset: int) -> int:
        """Index of the token that holds the character, or of the next one where it stands between two."""
        return min(bisect_right(self.end, offset), len(self.end) - 1)

    def tokens(self, span: Span) -> range:
        """Indices of the tokens that touch the span."""
        return range(bisect_right(self.end, span[0]), bisect_left(self.start, span[1]))

    def child(self, token: int, *deps: str) -> int | None:
        """First child with one of the dependency labels, or None."""
        for c in self.children[token]:
            if self.dep[c] in deps:
                return c
        return None

    def head_of(self, first: int, last: int) -> int:
        """The token in the range whose head lies outside it (the first such one)."""
        for i in range(first, last + 1):
            if not first <= self.head[i] <= last or self.head[i] == i:
                return i
        return first


def breaks_of(text: str) -> list[Span]:
    """Spans of the paragraph breaks: blank lines, ends of posts, and ends of line that no typesetter has made."""
    found = _lines_end(text)
    known = {start for start, _ in found}
    gaps = [
        space.span() for end in map(re.Match.end, signatures(text)) if (space := _SPACE.match(text, end)) and end not in known
    ]
    return sorted([*found, *(gap for gap in gaps if gap[1] < len(text))]) if gaps else found


def _lines_end(text: str) -> list[Span]:
    """Breaks at ends of lines.

    Wire copy and e-mail come with lines broken at 60 to 80 characters: there a single end of line is a space, and an
    indented line starts a paragraph. Elsewhere an end of line is a space where a small letter follows, or where the line
    was filled up so that the next word would not have fitted in.
    """
    lines = [len(line) for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return []
    inner = sorted(lines)[len(lines) // 4 :]
    wrapped = len(lines) > 4 and sum(n in _WRAPPED for n in inner) > 0.9 * len(inner)
    if wrapped:
        return [(m.start(), m.end()) for m in _INDENTED.finditer(text)]
    found = [(m.start(), m.end()) for m in _EVERY_LINE.finditer(text)]
    measure = max(lines)
    if measure > _WIDEST:
        return found
    single = [m for m in found if "\n" not in text[m[0] + 1 : m[1]] and m[1] - m[0] < _INDENT]
    small = {m for m in single if text[m[1] : m[1] + 1].islower() and text[m[0] - 1 : m[0]] not in _STOPS}
    filled = {m for m in single if _filled(text, m, measure)}
    # A full stop at the end of a filled line ends a paragraph as often as not; so ask what the other lines are like.
    typeset = len(small) > 0.3 * len(single)
    soft = small | {m for m in filled if typeset or text[m[0] - 1 : m[0]] not in _STOPS}
    return [m for m in found if m not in soft]


def _filled(text: str, gap: Span, measure: int) -> bool:
    """Whether a line ended because the next word would not have fitted in."""
    begin = text.rfind("\n", 0, gap[0]) + 1
    after = _WORD.match(text, gap[1])
    return gap[0] - begin + 1 + (len(after[0]) if after else 0) > measure


def paragraphs_of(text: str) -> list[Span]:
    """Spans of the paragraphs: what the breaks part. White space at either end is left out."""
    found = []
    begin = 0
    for start, end in [*breaks_of(text), (len(text), len(text))]:
        piece = text[begin:start]
        stripped = piece.strip()
        if stripped:
            left = begin + piece.index(stripped[0])
            found.append((left, left + len(stripped)))
        begin = end
    return found


def parse_of(text: str, passages: Iterable[tuple[int, Doc]]) -> Parse:
    """Columns of an article from its parsed passages, each with the offset at which it starts in the text."""
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, SENT_START, TAG

    parse = Parse(text)
    gaps = [end for _, end in breaks_of(text)]
    sentence_starts: list[int] = []
    for offset, doc in passages:
        base = len(parse.start)
        table = doc.to_array([HEAD, DEP, TAG, SENT_START, ENT_IOB, ENT_TYPE])
        strings = doc.vocab.strings
        seen: dict[int, str] = {}
        columns = table.T
        for column, key in ((parse.dep, 1), (parse.tag, 2)):
            for value in columns[key].tolist():
                name = seen.get(value)
                if name is None:
                    name = seen[value] = strings[value]
                column.append(name)
        heads = columns[0].astype("int64").tolist()
        starts = columns[3].astype("int64").tolist()
        for i, token in enumerate(doc):
            begin = offset + token.idx
            parse.start.append(begin)
            finish = begin + len(token)
            parse.end.append(finish)
            parse.head.append(base + i + heads[i])
            if starts[i] == 1 or i == 0:
                sentence_starts.append(base + i)
        parse.names.extend(Name(base + e.start, base + e.end - 1, e.label_) for e in doc.ents)
    parse.word = [text[a:b] for a, b in zip(parse.start, parse.end, strict=True)]
    parse.lower = [w.lower().replace("’", "'") for w in parse.word]
    _layout(parse, sentence_starts, gaps)
    retree(parse)
    return parse


def _layout(parse: Parse, sentence_starts: list[int], gaps: list[int]) -> None:
    """Number sentences and paragraphs; a paragraph break ends a sentence whatever the parser says."""
    n = len(parse)
    begins = set(sentence_starts)
    paragraph_begins = set()
    for gap in gaps:
        token = bisect_left(parse.start, gap)
        if token < n:
            begins.add(token)
            paragraph_begins.add(token)
    sentence = paragraph = -1
    for i in range(n):
        if i in begins or i == 0:
            sentence += 1
            parse.sentences.append((i, i))
        if i in paragraph_begins or i == 0:
            paragraph += 1
            parse.paragraphs.append((i, i))
        parse.sentence.append(sentence)
        parse.paragraph.append(paragraph)
        parse.sentences[-1] = (parse.sentences[-1][0], i)
        parse.paragraphs[-1] = (parse.paragraphs[-1][0], i)


def retree(parse: Parse) -> None:
    """Work out anew what follows from the heads: children and subtree edges.

    A head in another sentence (cut by a paragraph break) makes the token a root.
    """
    n = len(parse)
    head, sentence = parse.head, parse.sentence
    for i in range(n):
        if sentence[head[i]] != sentence[i]:
            head[i] = i
            parse.dep[i] = "ROOT"
    children: list[list[int]] = [[] for _ in range(n)]
    for i in range(n):
        if head[i] != i:
            children[head[i]].append(i)
    left, right = list(range(n)), list(range(n))
    # Every head's edges must be known after its children's: go through the tokens deepest first.
    depth = [-1] * n
    for i in range(n):
        path = []
        j = i
        while depth[j] < 0 and head[j] != j:
            path.append(j)
            j = head[j]
        depth[j] = max(depth[j], 0)
        for step, k in enumerate(reversed(path), 1):
            depth[k] = depth[j] + step
    for i in sorted(range(n), key=depth.__getitem__, reverse=True):
        h = head[i]
        left[h] = min(left[h], left[i])
        right[h] = max(right[h], right[i])
    parse.children, parse.left, parse.right = children, left, right
