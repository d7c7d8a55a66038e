"""What a reading finds in its article's words, as immutable types; :mod:`allegedly.model` is the place to import them from.

Where a record carries a ``text`` beside its ``span``, ``article.text[start:end] == text``.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

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


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record: immutable, compared by value."""


class Reason(Record, frozen=True, kw_only=True):
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


class Voice(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One hop of a chain: the outlet itself, an entity, or words that name nobody known."""

    outlet: bool = False
    """True for the voice of the article's own outlet; then nothing else is set."""
    entity: str | None = None
    """Id of the entity that speaks."""
    text: str | None = None
    """Its words, exactly as they stand there; ``unknown``, without a span, where others pass on what nobody is named for."""
    span: Span | None = None


class Role(Record, frozen=True, kw_only=True):
    """An office, rank, party, nationality or the like, as the article's words give it."""

    text: str
    span: Span
    of: str | None = None
    """Id of the entity in which the role is held (*Hamas* in *Hamas spokesman*)."""
    kind: RoleKind = "part"
    """What sort of role; ``part`` is any part that is no office and no rank (*witness*, *lawyer*, *mother*)."""
    by: Voice = Voice(outlet=True)
    """Who says so: the outlet, or the speaker of the quotation in which the words stand."""


class Entity(Record, frozen=True, kw_only=True):
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


class Anonymity(Record, frozen=True, kw_only=True):
    """The words by which an article says that a source is not to be named."""

    span: Span
    text: str
    because: Span | None = None
    """The words that say why; null where none are given."""


class Source(Record, frozen=True, kw_only=True):
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


class Addressee(Record, frozen=True, kw_only=True):
    """To whom it is said (*told reporters*)."""

    span: Span
    text: str
    entity: str | None = None
    """Id of the entity that is meant."""


class Evidence(Record, frozen=True, kw_only=True):
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


class Reviewed(Record, frozen=True, kw_only=True):
    """What people decided about a statement in a ledger."""

    standing: Standing
    """What became of it; a rejected one is shown only where it is asked for."""
    who: tuple[str, ...]
    """Who decided, by their names."""
    at: str
    """When the last of them did, UTC."""
    fields: tuple[str, ...] = ()
    """Which fields are theirs and not the reader's: ``stance``, ``source.entity`` …"""


class Statement(Record, frozen=True, kw_only=True):
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


class Label(Record, frozen=True, kw_only=True):
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


class Time(Record, frozen=True, kw_only=True):
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


class Toponym(Record, frozen=True, kw_only=True):
    """Words that name a place."""

    span: Span
    sense: Sense
    """What the name is here: the ``place`` itself; a ``metonym`` for those who govern it; a ``demonym``, its adjective or
    people; or part of another ``name`` (*Boston* in *Boston University*)."""


class Place(Record, frozen=True, kw_only=True):
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


class Amount(Record, frozen=True, kw_only=True):
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
