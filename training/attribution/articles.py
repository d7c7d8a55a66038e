"""Annotated articles with their parses, and whether what is found in them is what a trained person found."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from allegedly.model import Span
from allegedly.reading import pipeline
from allegedly.reading.attribution import find_attributions
from allegedly.reading.frames import Candidate, Layout
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.quotations import find_quotations

FOLD = 8
"""Of so many articles the first is kept from the network, for the forest to learn from."""


class Gold(NamedTuple):
    """An annotated attribution."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    by: frozenset[int]
    """Offsets of the letters and digits of its source."""
    said: frozenset[int]
    """The same of its content."""


class Found(NamedTuple):
    """An attribution that was found."""

    source: Span | None
    content: list[Span]
    confidence: float


@dataclass(slots=True)
class Annotated:
    """An article with its parse and what is annotated in it."""

    layout: Layout
    gold: list[Gold]

    @property
    def parse(self) -> Parse:
        """The article's parse."""
        return self.layout.parse

    def inside(self, place: int) -> bool:
        """Whether the place is in an annotated content, where PolNeAR leaves attributions out."""
        return any(start <= place < end for gold in self.gold for start, end in gold.content)


def characters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Offsets of the letters and digits in the spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def articles(path: Path, most: int | None = None) -> list[Annotated]:
    """The articles of a part of PolNeAR (JSON Lines, gzip), parsed: about five minutes for the training part."""
    nlp = pipeline.load()
    made = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["text"]
            gold = [
                Gold(*parts, characters(text, parts[0]), characters(text, parts[2]))
                for parts in ([[tuple(s) for s in a[name]] for name in ("source", "cue", "content")] for a in row["attributions"])
                if parts[2]
            ]
            made.append(Annotated(Layout(pipeline.parse_text(text, nlp), find_quotations(text, paragraphs_of(text))), gold))
            if len(made) % 100 == 0:
                print(f"{path.name}: {len(made)} articles parsed", flush=True)
            if len(made) == most:
                break
    return made


def is_right(text: str, candidate: Candidate, gold: list[Gold]) -> bool:
    """Whether an annotated attribution has the candidate's source and at least half of its content."""
    content = characters(text, candidate.content)
    source = characters(text, [candidate.source] if candidate.source else [])
    for other in gold:
        shared = len(content & other.said)
        # The rest of a speech is joined to its first quotation later on: here it must only be part of the right speech.
        begun = candidate.quotation and shared >= 0.8 * len(content)
        if shared and (begun or shared / (len(content) + len(other.said) - shared) >= 0.5) and _same(source, other.by):
            return True
    return False


def _same(source: frozenset[int], other: frozenset[int]) -> bool:
    return bool(source & other or not (source or other))


def read(article: Annotated) -> list[Found]:
    """What the reader as it stands finds, without what is inside something else."""
    parse = article.parse
    found = find_attributions(parse, paragraphs_of(parse.text), network=True)
    return [Found(a.source, a.content, a.confidence) for a in found if a.within is None]


def judged(article: Annotated) -> list[tuple[float, bool]]:
    """Confidence of each attribution that the reader as it stands finds, and whether a trained annotator has it too."""
    text = article.parse.text
    found = []
    for one in read(article):
        said, by = characters(text, one.content), characters(text, [one.source] if one.source else [])
        right = any(len(said & gold.said) >= 0.5 * len(said | gold.said) and _same(by, gold.by) for gold in article.gold)
        found.append((one.confidence, right))
    return found


def pair_f1(dev: list[Annotated], finder: Callable[[Annotated], list[Found]]) -> float:
    """F1 of attributions with the annotated source and half of the annotated content, matched one to one, best first."""
    right = found = annotated = 0
    for article in dev:
        text = article.parse.text
        mine = finder(article)
        found += len(mine)
        annotated += len(article.gold)
        pairs = []
        for i, one in enumerate(mine):
            said, by = characters(text, one.content), characters(text, [one.source] if one.source else [])
            for j, gold in enumerate(article.gold):
                alike = len(said & gold.said) / max(1, len(said | gold.said))
                if alike >= 0.5:
                    pairs.append((-alike, i, j, _same(by, gold.by)))
        used: set[tuple[str, int]] = set()
        for _, i, j, same in sorted(pairs):
            if ("mine", i) not in used and ("gold", j) not in used:
                used |= {("mine", i), ("gold", j)}
                right += same
    return 2 * right / max(1, found + annotated)
