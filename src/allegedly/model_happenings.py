"""What an article's statements say has happened, and who is tied to whom; :mod:`allegedly.model` is the place to import from.

Nothing here is a fact either: each mention of a happening and each tie stands in a statement, and has its voice.
"""

from __future__ import annotations

from typing import Literal

from allegedly.model_findings import Confidence, Record, Span, Use

Status = Literal["happened", "ongoing", "planned", "attempted", "failed", "threatened", "promised", "hypothetical", "denied"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Part = Literal["actor", "target", "with", "for", "from", "to", "means", "about"]
TieKind = Literal[
    "leads",
    "member of",
    "part of",
    "founded",
    "works for",
    "represents",
    "allied with",
    "opposed to",
    "hosts",
    "funds",
    "arms",
    "trains",
    "owns",
    "married to",
    "related to",
    "located in",
]


class HappeningMention(Record, frozen=True, kw_only=True):
    """One place where an article tells of a happening, with what is said of it there."""

    span: Span
    text: str
    """The word or words that stand for it: a verb, a noun, both in *carried out attacks*."""
    statement: str | None
    """Id of the innermost statement in whose content it stands; null where the outlet says it beside all statements (in a
    headline, or as that which introduces a statement: *accused*, *urged*)."""
    status: Status
    """What is said to have become of it: it ``happened``, is ``ongoing``, ``planned`` or meant to come, was ``attempted`` with an
    end that is not told, ``failed``, is ``threatened`` or ``promised``; is only thought of, feared, asked for or depends on
    something (``hypothetical``); or is ``denied``, said not to be so."""
    polarity: Polarity
    """``negative`` where the words say that it did not, does not or will not happen."""
    certainty: Certainty
    """How sure the statement's words make it: ``certain``, ``probable`` (*is likely to*), ``possible`` (*may*, *reportedly*)."""
    confidence: Confidence


class Participant(Record, frozen=True, kw_only=True):
    """Who or what has a part in a happening."""

    role: Part
    """``actor``: who does it; ``target``: to whom or what it is done; ``with`` whom; ``for`` whom or what; ``from`` and ``to``
    where or whom; by what ``means``; ``about`` what."""
    entity: str | None
    """Id of the entity that is meant."""
    span: Span
    text: str


class Happening(Record, frozen=True, kw_only=True):
    """Something that is said to have happened, to be going on or to come; told once or several times in the article."""

    id: str
    type: str
    """What sort of thing: a type of the vocabulary ``reading/vocabulary/happenings.tsv`` (``assault``, ``consult`` …); ``other``
    where none fits."""
    mode: str | None = None
    """What sort more closely, where the words show it: ``bombing`` of ``assault``, ``travel`` of ``move``."""
    mentions: tuple[HappeningMention, ...]
    """Where it is told, in reading order."""
    participants: tuple[Participant, ...] = ()
    """Who has a part in it; each of several in the same part has an entry."""
    times: tuple[str, ...] = ()
    """Ids of the times at which it is said to be."""
    place: str | None = None
    """Id of the entity where it is said to be."""
    amounts: tuple[str, ...] = ()
    """Ids of the amounts that measure it: how much, how many."""
    confidence: Confidence


class Tie(Record, frozen=True, kw_only=True):
    """How one entity is said to be tied to another."""

    id: str
    kind: TieKind
    """What sort of tie."""
    of: str
    """Id of the entity that leads, is a member, hosts …"""
    to: str
    """Id of the entity that is led, has it as a member, is hosted …"""
    span: Span
    text: str
    """The words that say so."""
    statement: str | None
    """Id of the innermost statement in whose content they stand; null where the outlet says it beside all statements."""
    use: Use
    """Whether the voice says that it is so, or turns it down."""
    former: bool = False
    """Whether it is said to be over."""
    since: str | None = None
    """Id of the time from which on it is said to be."""
    until: str | None = None
    """Id of the time up to which it is said to be."""
    confidence: Confidence
