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
from typing import Annotated, Literal

import msgspec

from allegedly.errors import BrokenReading

Span = tuple[int, int]
Confidence = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]

EntityKind = Literal["person", "organisation", "group", "state", "place", "document", "outlet", "other"]
SourceKind = Literal["person", "organisation", "group", "state", "place", "document", "outlet", "other", "unnamed"]
Voicing = Literal["named", "office-holder", "organisation", "state", "document", "outlet", "crowd", "unnamed", "nobody", "other"]
RoleKind = Literal["office", "rank", "party", "nationality", "age", "part"]
Mode = Literal["direct", "indirect", "mixed", "narration"]
Act = Literal["statement", "belief", "promise", "demand", "question", "judgement"]
Stance = Literal["affirms", "denies", "doubts", "neutral"]
Slant = Literal["neutral", "distancing", "endorsing"]
Use = Literal["applied", "rejected"]
Standing = Literal["accepted", "corrected", "rejected"]
Fate = Literal["killed", "wounded", "missing", "arrested", "displaced", "abducted", "infected"]
Sense = Literal["place", "metonym", "demonym", "name"]
PlaceKind = Literal["town", "region", "country", "water", "facility"]
Precision = Literal["exact", "town", "region", "country"]


class _Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record: immutable, compared by value."""


class Reason(_Record, frozen=True, kw_only=True):
    """Why one thing in a record is as it is; made only where it is asked for (``--explain``)."""

    field: str
    """Which field of the record: ``stance``, ``source.entity``; of a list the one by its place or
    id: ``chain.1``, ``answers.s2``."""
    because: str
    """One sentence."""
    spans: tuple[Span, ...] = ()
    """Where the words stand that decided."""
    rule: str
    """The rule that decided, a line of ``reading/vocabulary/reasons.tsv``."""
    by: str
    """Who decided: ``grammar`` and other rules, a ``vocabulary`` by its name, the trained ``network``, trained ``weights`` by
    their name, the ``gazetteer``."""
    confidence: Confidence | None = None
    """How sure this one thing is: the share of such findings by the same rule that were right on the development set, a
    pronoun's own probability, or the record's; null where nobody has counted."""


class Dateline(_Record, frozen=True, kw_only=True):
    """Where and when an article says it was written, as its first words say."""

    place: str | None
    """Where, in normal capitals: *Jerusalem, Israel* for ``JERUSALEM, Israel``; the words themselves stand at ``span``."""
    date: str | None
    """ISO 8601 day, or null where the dateline gives none."""
    span: Span


class Article(_Record, frozen=True, kw_only=True):
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


class Voice(_Record, frozen=True, kw_only=True, omit_defaults=True):
    """One hop of a chain: the outlet itself, an entity, or words that name nobody known."""

    outlet: bool = False
    """True for the voice of the article's own outlet; then nothing else is set."""
    entity: str | None = None
    """Id of the entity that speaks."""
    text: str | None = None
    """Its words, exactly as they stand there; ``unknown``, without a span, where others pass on what nobody is named for."""
    span: Span | None = None


class Role(_Record, frozen=True, kw_only=True):
    """An office, rank, party, nationality or the like, as the article's words give it."""

    text: str
    span: Span
    of: str | None = None
    """Id of the entity in which the role is held (*Hamas* in *Hamas spokesman*)."""
    kind: RoleKind = "part"
    """What sort of role; ``part`` is any part that is no office and no rank (*witness*, *lawyer*, *mother*)."""
    by: Voice = Voice(outlet=True)
    """Who says so: the outlet, or the speaker of the quotation in which the words stand."""


class Entity(_Record, frozen=True, kw_only=True):
    """A person, organisation, group, state, place or document, resolved across one article."""

    id: str
    kind: EntityKind
    """What sort of thing it is."""
    name: str
    """The fullest name or description in the article; its words stand in the article."""
    mentions: tuple[Span, ...]
    """Every mention in reading order: names, role nouns, pronouns."""
    roles: tuple[Role, ...] = ()
    place: str | None = None
    """Id of the record in ``places``, for a place or a state whose position is known."""
    confidence: Confidence = 1.0
    why: tuple[Reason, ...] | None = None
    """Why it is as it is, where an explanation was asked for; else null."""


class Anonymity(_Record, frozen=True, kw_only=True):
    """The words by which an article says that a source is not to be named."""

    span: Span
    text: str
    because: Span | None = None
    """The words that say why; null where none are given."""


class Source(_Record, frozen=True, kw_only=True):
    """Who is said to say it, as the article's words name them. ``span`` is null for the outlet and for nobody named."""

    span: Span | None = None
    text: str | None = None
    entity: str | None = None
    """Id of the entity that is meant."""
    kind: SourceKind = "unnamed"
    """What sort of source; ``unnamed`` where nobody is named, ``outlet`` with a null span for narration."""
    voice: Voicing | None = None
    """What kind of voice: ``named`` people; an ``office-holder`` without a name (*the defence minister*); a ``crowd``
    (*residents*); ``unnamed`` people (*officials*); ``nobody`` (*it is believed*). Null for narration and earlier readers."""
    anonymity: Anonymity | None = None
    """What the article says of why the source has no name (*who asked not to be named because …*)."""


class Addressee(_Record, frozen=True, kw_only=True):
    """To whom it is said (*told reporters*)."""

    span: Span
    text: str
    entity: str | None = None
    """Id of the entity that is meant."""


class Evidence(_Record, frozen=True, kw_only=True):
    """What the source is said to rest on."""

    span: Span
    text: str
    kind: str
    """A class of the vocabulary ``reading/vocabulary/evidence.tsv`` (record, recording, report, poll …); ``observation`` for what
    a source says to have seen or heard itself, ``witness`` for a source that was there; ``other`` for anything else."""
    of: Voice | None = None
    """Whose it is (*the ministry's records*); null where that is not said."""
    seen: Span | None = None
    """The words by which the outlet says that it has seen it (*seen by this newspaper*)."""


class Reviewed(_Record, frozen=True, kw_only=True):
    """What people decided about a statement in a ledger."""

    standing: Standing
    """What became of it; a rejected one is shown only where it is asked for."""
    who: tuple[str, ...]
    """Who decided, by their names."""
    at: str
    """When the last of them did, UTC."""
    fields: tuple[str, ...] = ()
    """Which fields are theirs and not the reader's: ``stance``, ``source.entity`` …"""


class Statement(_Record, frozen=True, kw_only=True):
    """One attribution with everything resolved; the unit of the ledger."""

    id: str
    mode: Mode
    act: Act
    stance: Stance
    source: Source
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    within: str | None = None
    """Id of the statement whose content holds this one."""
    addressee: Addressee | None = None
    slant: Slant = "neutral"
    """How far the outlet's cue stands behind the words: *said*, *claimed*, *pointed out*."""
    chain: tuple[Voice, ...]
    """The voices, outermost (the outlet) first."""
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[str, ...] = ()
    """Ids of the statements that this one denies, doubts, confirms or comments on."""
    times: tuple[str, ...] = ()
    """Ids of the times in its content."""
    places: tuple[str, ...] = ()
    """Ids of the places in its content."""
    amounts: tuple[str, ...] = ()
    """Ids of the amounts in its content."""
    confidence: Confidence
    review: Reviewed | None = None
    """What people decided about it; the reader itself leaves it null."""
    why: tuple[Reason, ...] | None = None
    """Why it is as it is, where an explanation was asked for; else null."""


class Label(_Record, frozen=True, kw_only=True):
    """Who calls whom what."""

    of: str | None
    """Id of the entity that is called so, or null where it is none of the article's entities."""
    by: Voice
    """Who calls them so."""
    text: str
    span: Span
    use: Use
    """Whether the voice uses the word or turns it down."""
    within: str | None = None
    """Id of the statement in which it stands."""
    confidence: Confidence
    why: tuple[Reason, ...] | None = None
    """Why it is as it is, where an explanation was asked for; else null."""


class Time(_Record, frozen=True, kw_only=True):
    """A time expression and the days that it covers, both inclusive; null where the article does not give them."""

    id: str
    span: Span
    text: str
    start: str | None
    """First day, ISO 8601."""
    end: str | None
    """Last day, ISO 8601."""
    grain: str | None
    """How fine the words are: *day*, *weekend*, *month*, *decade* …"""
    value: str | None = None
    """The same in TIMEX3: ``2019-12-18TMO``, ``2019-W50-WE``, ``P3W`` for a length, ``XXXX-WXX-5`` for every Friday,
    ``PAST_REF`` for *recently*, ``2015/2017`` for a range; null where the words need a day that is not known."""
    confidence: Confidence
    why: tuple[Reason, ...] | None = None
    """Why it is as it is, where an explanation was asked for; else null."""


class Toponym(_Record, frozen=True, kw_only=True):
    """Words that name a place."""

    span: Span
    sense: Sense
    """What the name is here: the ``place`` itself; a ``metonym`` for those who govern it; a ``demonym``, its adjective or
    people; or part of another ``name`` (*Boston* in *Boston University*)."""


class Place(_Record, frozen=True, kw_only=True):
    """Where an entity lies, by the gazetteer."""

    id: str
    entity: str
    """Id of the entity that lies there."""
    name: str
    """The gazetteer's name."""
    latitude: float
    """Degrees north, WGS 84."""
    longitude: float
    """Degrees east, WGS 84."""
    country: str | None
    """ISO 3166-1 alpha-2 code."""
    geonames: int | None
    """GeoNames id."""
    region: str | None = None
    """Name of the first-level division in which it lies (state, province, region)."""
    kind: PlaceKind = "town"
    """What sort of place; a ``town`` is any populated place."""
    precision: Precision = "town"
    """How near the coordinates come to what is meant: a building's are ``exact``, a country's are its middle."""
    toponyms: tuple[Toponym, ...] = ()
    """Where it is named, in reading order, its people and its name within other names among them."""
    confidence: Confidence
    why: tuple[Reason, ...] | None = None
    """Why it is as it is, where an explanation was asked for; else null."""


class Amount(_Record, frozen=True, kw_only=True):
    """A number with what it counts and how firmly it is put."""

    id: str
    span: Span
    text: str
    value: float
    """The number."""
    unit: str | None
    """ISO 4217 code for money, ``percent``, ``fraction``, a measure, or the noun that is counted."""
    of: str | None = None
    """What it is a share or a measure of, as it stands: *grain* in *20 tonnes of grain*."""
    fate: Fate | None = None
    """What became of those who are counted."""
    low: float | None = None
    """The least that the words allow: 11 for *at least 11*; null where they set no bound."""
    high: float | None = None
    """The most that they allow: 400 for *up to 400*. Both are the value where it is plainly said."""
    qualifier: str | None
    """*at least*, *about*, *up to* … as the article puts it."""
    confidence: Confidence
    why: tuple[Reason, ...] | None = None
    """Why it is as it is, where an explanation was asked for; else null."""


class Reader(_Record, frozen=True, kw_only=True):
    """What read the article; the same reader reads the same article to the same bytes."""

    name: str
    """Which reader."""
    version: str
    """Version of Allegedly."""
    pipeline: str
    """Name and version of the spaCy pipeline under it."""


class Reading(_Record, frozen=True, kw_only=True):
    """All that was found in one article: a pure function of article and reader version."""

    article: Article
    """What was read."""
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    labels: tuple[Label, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    amounts: tuple[Amount, ...] = ()
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
