"""An article in, a reading out: the rooms of this folder in their order.

Everything here is a pure function of the article and the reader's version.
"""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from allegedly import __version__
from allegedly.intake.dateline import preamble, prose_start
from allegedly.model import (
    Addressee,
    Amount,
    Article,
    Entity,
    Label,
    Place,
    Reader,
    Reading,
    Source,
    Span,
    Statement,
    Time,
    check,
)
from allegedly.reading import gazetteer as gazetteers
from allegedly.reading import pipeline as pipelines
from allegedly.reading.amounts import find_amounts
from allegedly.reading.answers import find_answers, settle
from allegedly.reading.attribution import find_attributions
from allegedly.reading.chain import chains, find_addressee
from allegedly.reading.evidence import find_evidence
from allegedly.reading.firsthand import with_hands
from allegedly.reading.happenings import find_happenings
from allegedly.reading.labels import distances, find_labels
from allegedly.reading.narration import find_narration
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.particulars import with_particulars
from allegedly.reading.places import locate
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import judge
from allegedly.reading.ties import find_ties
from allegedly.reading.times import find_times
from allegedly.reading.voices import Cast, cast
from allegedly.reading.voicing import anonymities, voice_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

READERS = {"trained": "allegedly-trained", "rules": "allegedly-rules"}
"""The readers by name, and what readings call them: ``trained`` is rules and network together."""

DEFAULT = "trained"
_NEAR = 64
"""Contents looked back on for those that hold a span; far more than ever stand in one another."""


def check_reader(name: str) -> str:
    """The name of a reader.

    Raises:
        ValueError: there is no such reader.
    """
    if name not in READERS:
        raise ValueError(f"there is no reader {name!r}; there are {', '.join(READERS)}")
    return name


def present(*, pipeline: str | None = None, reader: str = DEFAULT) -> Reader:
    """Who reads when these are asked for, as readings carry it.

    Raises:
        NoPipeline: the pipeline is not installed or lacks a component.
    """
    return Reader(name=READERS[reader], version=__version__, pipeline=pipelines.label(pipelines.load(pipeline)))


def read_article(
    article: Article,
    *,
    pipeline: str | None = None,
    reader: str = DEFAULT,
    gazetteer: str | Path | None = None,
    explain: bool = False,
) -> Reading:
    """Read one article.

    Args:
        article: What to read.
        pipeline: Name of the spaCy pipeline; see :mod:`allegedly.reading.pipeline`.
        reader: ``trained``, or ``rules`` for the rules alone: quicker, and it finds less.
        gazetteer: A gazetteer of the user's; see :func:`allegedly.reading.gazetteer.use`.
        explain: Whether its records say why they are as they are.

    Raises:
        NoPipeline: the pipeline is not installed or lacks a component.
        BadGazetteer: the gazetteer is missing or is none.
    """
    gazetteers.use(gazetteer)
    nlp = pipelines.load(pipeline)
    parse = pipelines.parse_text(article.text, nlp, _break(article.text))
    return read_parse(article, parse, pipelines.label(nlp), reader=reader, explain=explain)


def read_parse(article: Article, parse: Parse, pipeline: str, *, reader: str = DEFAULT, explain: bool = False) -> Reading:
    """Read an article whose grammar is known; ``pipeline`` says what parsed it."""
    relations = find_relations(article, parse, reader=reader)
    times = find_times(parse, article)
    amounts = find_amounts(parse, times)
    voices = cast(parse, article, relations)
    places, others = locate(parse, article, voices.entities)
    entities = (*with_particulars(parse, voices.entities, relations, voices), *others)
    labels = find_labels(parse, voices, relations)
    statements = _statements(parse, relations, voices, times, amounts, places, entities, labels)
    happenings = find_happenings(
        parse, relations, statements, voices, entities, times, places, amounts, prose_start(article.text)
    )
    reading = Reading(
        article=article,
        entities=_placed(entities, places),
        statements=statements,
        labels=tuple(labels),
        times=tuple(times),
        places=tuple(places),
        amounts=tuple(amounts),
        happenings=happenings,
        ties=find_ties(parse, voices, entities, relations, statements, times, places),
        notes=_notes(article, times),
        reader=Reader(name=READERS[reader], version=__version__, pipeline=pipeline),
    )
    if explain:
        from allegedly.reading.explaining import explained

        reading = explained(reading, parse, relations)
    return check(reading)


def find_relations(article: Article, parse: Parse, *, reader: str = DEFAULT) -> list[Attribution]:
    """Attributions and narration in reading order; entry *i* becomes statement ``s{i+1}``."""
    begin = prose_start(article.text)
    if not len(parse):
        return []
    attributions = find_attributions(parse, paragraphs_of(article.text), begin, network=reader == "trained")
    merged = [*attributions, *find_narration(parse, attributions, begin)]
    # A dateline below a headline is nobody's words.
    lines = [span for span in preamble(article.text) if span[0] >= begin]
    kept = [i for i, relation in enumerate(merged) if not any(_touches(relation, line) for line in lines)]
    # In reading order; what holds another comes before it.
    order = sorted(kept, key=lambda i: (merged[i].content[0][0], -merged[i].content[-1][1], i))
    place = {old: new for new, old in enumerate(order)}
    for relation in merged:
        if relation.within is not None:
            relation.within = place.get(relation.within)
    return [merged[i] for i in order]


def _touches(relation: Attribution, line: Span) -> bool:
    """Whether the relation's cue or the beginning of its content stands in the line."""
    return any(line[0] <= start < line[1] for start, _ in [*relation.cue, relation.content[0]])


def _break(text: str) -> int:
    """Where a sentence starts whatever the parser thinks: after header block and dateline."""
    return next((end for _, end in reversed(preamble(text))), 0)


def _statements(
    parse: Parse,
    relations: list[Attribution],
    voices: Cast,
    times: list[Time],
    amounts: list[Amount],
    places: list[Place],
    entities: tuple[Entity, ...],
    labels: list[Label],
) -> tuple[Statement, ...]:
    judgements = judge(parse, relations)
    evidence = find_evidence(parse, relations, voices.entity_at)
    chain = chains(parse, relations, voices, evidence)
    evidence = with_hands(parse, relations, evidence, voices)
    answers = find_answers(parse, relations, judgements, voices)
    judgements = settle(parse, relations, judgements, answers)
    holders = _Holders(relations)
    when = holders.share([(t.span, t.id) for t in times])
    much = holders.share([(a.span, a.id) for a in amounts])
    mentions = {e.id: e.mentions for e in entities}
    where = holders.share(sorted((span, p.id) for p in places for span in _named(p, mentions)))
    sources = _sources(parse, relations, voices)
    # "The “ceasefire” lasted an hour": the outlet's own marks hold the word away from it, whatever the cue.
    held = {label.within for label in labels if distances(parse, label)}
    made = []
    for i, relation in enumerate(relations):
        judgement = judgements[i]
        made.append(
            Statement(
                id=f"s{i + 1}",
                mode=relation.mode,
                act=judgement.act,
                stance=judgement.stance,
                source=sources[i],
                cue=tuple(relation.cue),
                content=tuple(relation.content),
                within=None if relation.within is None else f"s{relation.within + 1}",
                addressee=_addressee(parse, relation, voices),
                slant="distancing" if judgement.slant == "neutral" and f"s{i + 1}" in held else judgement.slant,
                chain=chain[i],
                evidence=evidence[i],
                answers=tuple(f"s{k + 1}" for k in answers[i]),
                times=when[i],
                places=where[i],
                amounts=much[i],
                confidence=round(relation.confidence, 2),
            )
        )
    return tuple(made)


def _sources(parse: Parse, relations: list[Attribution], voices: Cast) -> list[Source]:
    """The source of each attribution with the kind of its voice, and why it has no name where that is said."""
    found = []
    for relation in relations:
        source = Source(kind="outlet") if relation.mode == "narration" else voices.source_of(relation)
        found.append(msgspec.structs.replace(source, voice=voice_of(parse, voices, relation, source)))
    why = anonymities(parse, relations, found)
    return [
        source if said is None else msgspec.structs.replace(source, anonymity=said)
        for source, said in zip(found, why, strict=True)
    ]


def _addressee(parse: Parse, relation: Attribution, voices: Cast) -> Addressee | None:
    span = relation.addressee or find_addressee(parse, relation)
    if span is None or relation.mode == "narration":
        return None
    return Addressee(span=span, text=parse.text[span[0] : span[1]], entity=voices.entity_at(span))


def _named(place: Place, mentions: dict[str, tuple[Span, ...]]) -> set[Span]:
    """Where a place is spoken of: by its names and by whatever stands for them, but not by its people."""
    named = {toponym.span for toponym in place.toponyms if toponym.sense != "demonym"}
    return named.union(mentions[place.entity])


class _Holders:
    """Which statements a span belongs to: all in whose content it stands, the outer ones and those within them."""

    def __init__(self, relations: list[Attribution]) -> None:
        self.count = len(relations)
        self.spans = sorted((a, b, i) for i, r in enumerate(relations) for a, b in r.content)
        self.starts = [a for a, _, _ in self.spans]

    def share(self, things: list[tuple[Span, str]]) -> list[tuple[str, ...]]:
        """For each statement the ids of the things in its words."""
        found: list[dict[str, None]] = [{} for _ in range(self.count)]
        for (start, end), name in things:
            at = bisect_right(self.starts, start)
            for _, stop, i in self.spans[max(0, at - _NEAR) : at]:
                if stop >= end:
                    found[i].setdefault(name)
        return [tuple(names) for names in found]


def _placed(entities: tuple[Entity, ...], places: list[Place]) -> tuple[Entity, ...]:
    at = {p.entity: p.id for p in places}
    return tuple(msgspec.structs.replace(e, place=at[e.id]) if e.id in at else e for e in entities)


def _notes(article: Article, times: list[Time]) -> tuple[str, ...]:
    notes = []
    if not article.published and not (article.dateline and article.dateline.date) and any(t.start is None for t in times):
        notes.append("No publication date is known, so times such as 'on Monday' have no date; give one with --published.")
    return tuple(notes)


def read_doc(doc: Doc, *, reader: str = DEFAULT) -> Reading:
    """Read a spaCy document that a tagger, a parser and an entity recogniser have been over.

    Args:
        doc: The document.
        reader: ``trained``, or ``rules`` for the rules alone.

    Raises:
        NoPipeline: the document has no dependency parse.
    """
    from allegedly.errors import NoPipeline
    from allegedly.intake import article_from_text
    from allegedly.reading.mending import mended
    from allegedly.reading.parse import parse_of

    if len(doc) and not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
        raise NoPipeline("the document has no tags and dependencies; add 'allegedly' after the tagger and the parser")
    article = article_from_text(doc.text)
    if article.text != doc.text:
        raise NoPipeline("the document's text has carriage returns or lone surrogates; give it without them")
    return read_parse(article, mended(parse_of(doc.text, [(0, doc)])), f"{doc.lang_}_doc", reader=reader)
