"""The words of the project as immutable types; their JSON is the public format.

What always holds of a value in this module:

* A span is ``[start, end)`` in Unicode code points of ``article.text``, and where a record carries a ``text`` beside
  its ``span``, ``article.text[start:end] == text``. :func:`check` raises where it does not.
* Nothing here is a fact: a statement has a source, and where no source is said, the outlet's own voice.

The field names are the public format's (``docs/format.md``). Fields may be added; these keep their names and meanings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from allegedly.errors import BrokenReading
from allegedly.model_findings import (
    Act,
    Addressee,
    Amount,
    Anonymity,
    Confidence,
    Entity,
    EntityKind,
    Evidence,
    Fate,
    Label,
    Mode,
    Place,
    PlaceKind,
    Precision,
    Reason,
    Record,
    Reviewed,
    Role,
    RoleKind,
    Sense,
    Slant,
    Source,
    SourceKind,
    Span,
    Stance,
    Standing,
    Statement,
    Time,
    Toponym,
    Use,
    Voice,
    Voicing,
)
from allegedly.model_happenings import (
    Certainty,
    Happening,
    HappeningMention,
    Part,
    Participant,
    Polarity,
    Status,
    Tie,
    TieKind,
)

__all__ = [
    "Act",
    "Addressee",
    "Amount",
    "Anonymity",
    "Article",
    "Certainty",
    "Confidence",
    "Dateline",
    "Entity",
    "EntityKind",
    "Evidence",
    "Fate",
    "Happening",
    "HappeningMention",
    "Label",
    "Mode",
    "Part",
    "Participant",
    "Place",
    "PlaceKind",
    "Polarity",
    "Precision",
    "Reader",
    "Reading",
    "Reason",
    "Reviewed",
    "Role",
    "RoleKind",
    "Sense",
    "Slant",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "Tie",
    "TieKind",
    "Time",
    "Toponym",
    "Use",
    "Voice",
    "Voicing",
    "article_id",
    "check",
    "from_json",
    "quoted",
    "reasons",
    "schema",
    "to_json",
]


class Dateline(Record, frozen=True, kw_only=True):
    """Where and when an article says it was written, as its first words say."""

    place: str | None
    """Where, in normal capitals: *Jerusalem, Israel* for ``JERUSALEM, Israel``; the words themselves stand at ``span``."""
    date: str | None
    """ISO 8601 day, or null where the dateline gives none."""
    span: Span


class Article(Record, frozen=True, kw_only=True):
    """One published text with what is known of it. Immutable; the id is made from its text and metadata."""

    id: str
    """``sha256:`` and the hexadecimal digest, see :func:`article_id`."""
    key: str | None = None
    """The caller's own id, given back as it came (``id`` of a JSON Lines record)."""
    text: str
    """The article's text, character for character as it came, but for a byte order mark and carriage returns."""
    title: str | None = None
    """Its headline."""
    outlet: str | None = None
    url: str | None = None
    """Where it was published."""
    byline: str | None = None
    """Who wrote it, as the outlet says."""
    published: str | None = None
    """ISO 8601 day of publication, or null where it is not known."""
    dateline: Dateline | None = None
    language: str | None = None
    """ISO 639-1 code of the language that the text looks like, or null where it is too short to tell."""


class Reader(Record, frozen=True, kw_only=True):
    """What read the article; the same reader reads the same article to the same bytes."""

    name: str
    """Which reader."""
    version: str
    """Version of Allegedly."""
    pipeline: str
    """Name and version of the spaCy pipeline under it."""


class Reading(Record, frozen=True, kw_only=True):
    """All that was found in one article: a pure function of article and reader version."""

    article: Article
    """What was read."""
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    labels: tuple[Label, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    amounts: tuple[Amount, ...] = ()
    happenings: tuple[Happening, ...] = ()
    ties: tuple[Tie, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader could not do here, and why, a sentence each."""
    reader: Reader

    def __str__(self) -> str:
        named = self.article.title or self.article.key or self.article.id[:19]
        return f"{named}: {len(self.statements)} statements, {len(self.entities)} entities"


_IDENTITY = ("text", "title", "outlet", "url", "byline", "published")


def article_id(article: Article) -> str:
    """The article's id: SHA-256 over its text and metadata (``key`` and what is worked out from the text left out).

    Each of text, title, outlet, URL, byline and publication date is written as ``length:value`` in UTF-8 (``-`` where
    it is null), so that no two different articles can be written alike.
    """
    digest = hashlib.sha256()
    for field in _IDENTITY:
        value: str | None = getattr(article, field)
        if value is None:
            digest.update(b"-")
        else:
            data = value.encode("utf-8")
            digest.update(b"%d:" % len(data) + data)
    return "sha256:" + digest.hexdigest()


def quoted(reading: Reading) -> Iterator[tuple[str, Span, str | None]]:
    """Every span of the reading as ``(where, span, text)``; ``text`` is null where the record quotes none."""
    if reading.article.dateline:
        yield "article.dateline", reading.article.dateline.span, None
    for e in reading.entities:
        yield from ((f"{e.id}.mentions", span, None) for span in e.mentions)
        yield from ((f"{e.id}.roles", role.span, role.text) for role in e.roles)
    for s in reading.statements:
        if s.source.span:
            yield f"{s.id}.source", s.source.span, s.source.text
        yield from ((f"{s.id}.cue", span, None) for span in s.cue)
        yield from ((f"{s.id}.content", span, None) for span in s.content)
        if s.source.anonymity:
            yield f"{s.id}.anonymity", s.source.anonymity.span, s.source.anonymity.text
            if s.source.anonymity.because:
                yield f"{s.id}.anonymity.because", s.source.anonymity.because, None
        if s.addressee:
            yield f"{s.id}.addressee", s.addressee.span, s.addressee.text
        yield from ((f"{s.id}.evidence", item.span, item.text) for item in s.evidence)
        more = [span for item in s.evidence for span in (item.seen, item.of.span if item.of else None) if span]
        yield from ((f"{s.id}.evidence", span, None) for span in more)
        yield from ((f"{s.id}.chain", hop.span, None) for hop in s.chain if hop.span)
    for label in reading.labels:
        yield "labels", label.span, label.text
    for t in reading.times:
        yield t.id, t.span, t.text
    for p in reading.places:
        yield from ((f"{p.id}.toponyms", toponym.span, None) for toponym in p.toponyms)
    for a in reading.amounts:
        yield a.id, a.span, a.text
    for h in reading.happenings:
        yield from ((f"{h.id}.mentions", mention.span, mention.text) for mention in h.mentions)
        yield from ((f"{h.id}.participants", one.span, one.text) for one in h.participants)
    for tie in reading.ties:
        yield tie.id, tie.span, tie.text
    for name, reason in reasons(reading):
        yield from ((f"{name}.why", span, None) for span in reason.spans)


def reasons(reading: Reading) -> Iterator[tuple[str, Reason]]:
    """All reasons of the reading, each with its record's id (a label's is its place in the list, from *labels.0* on)."""
    records: list[Entity | Statement | Time | Place | Amount] = [*reading.entities, *reading.statements, *reading.times]
    for record in (*records, *reading.places, *reading.amounts):
        yield from ((record.id, reason) for reason in record.why or ())
    for number, label in enumerate(reading.labels):
        yield from ((f"labels.{number}", reason) for reason in label.why or ())


def check(reading: Reading) -> Reading:
    """Give the reading back if its spans lie in the text and quote it, and its references meet.

    Raises:
        BrokenReading: naming the record that does not hold.
    """
    text = reading.article.text
    for where, (start, end), words in quoted(reading):
        if not 0 <= start < end <= len(text):
            raise BrokenReading(f"{where}: span [{start}, {end}] is not inside the text of {len(text)} characters")
        if words is not None and text[start:end] != words:
            raise BrokenReading(f"{where}: {words!r} is not what stands at [{start}, {end}]")
    entities = {e.id for e in reading.entities}
    statements = {s.id for s in reading.statements}
    times, places = {t.id for t in reading.times}, {p.id for p in reading.places}
    amounts = {a.id for a in reading.amounts}
    for s in reading.statements:
        voices = [s.source.entity, *(hop.entity for hop in s.chain), *(item.of.entity for item in s.evidence if item.of)]
        if s.addressee:
            voices.append(s.addressee.entity)
        _meet(s.id, voices, entities)
        _meet(s.id, [s.within, *s.answers], statements)
        _meet(s.id, s.times, times)
        _meet(s.id, s.places, places)
        _meet(s.id, s.amounts, amounts)
        if not s.content:
            raise BrokenReading(f"{s.id}: no content")
        for part in (s.content, s.cue):
            for this, following in pairwise(part):
                if following[0] < this[1]:
                    raise BrokenReading(f"{s.id}: its spans {list(this)} and {list(following)} overlap or are out of order")
    for label in reading.labels:
        _meet("labels", [label.of, label.by.entity], entities)
        _meet("labels", [label.within], statements)
    for e in reading.entities:
        _meet(e.id, [name for role in e.roles for name in (role.of, role.by.entity)], entities)
        _meet(e.id, [e.place], places)
    for p in reading.places:
        _meet(p.id, [p.entity], entities)
    for h in reading.happenings:
        _meet(h.id, [*(one.entity for one in h.participants), h.place], entities)
        _meet(h.id, [mention.statement for mention in h.mentions], statements)
        _meet(h.id, h.times, times)
        _meet(h.id, h.amounts, amounts)
        if not h.mentions:
            raise BrokenReading(f"{h.id}: no mention")
    for tie in reading.ties:
        _meet(tie.id, [tie.of, tie.to], entities)
        _meet(tie.id, [tie.statement], statements)
        _meet(tie.id, [tie.since, tie.until], times)
    return reading


def _meet(where: str, references: list[str | None] | tuple[str, ...], known: set[str]) -> None:
    for reference in references:
        if reference is not None and reference not in known:
            raise BrokenReading(f"{where}: refers to {reference}, which is not in the reading")


def to_json(reading: Reading) -> bytes:
    """The reading in the public format, UTF-8, on one line without an end of line."""
    return msgspec.json.encode(reading)


def from_json(data: bytes | str) -> Reading:
    """The reading that :func:`to_json` wrote.

    Raises:
        BrokenReading: the data are not a reading, or a span or reference in them does not hold.
    """
    try:
        return check(msgspec.json.decode(data, type=Reading))
    except msgspec.DecodeError as error:
        raise BrokenReading(f"not a reading: {error}") from error


def schema() -> dict[str, object]:
    """JSON Schema (2020-12) of a reading, made from these types."""
    made = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Allegedly reading", **made}
