"""What weighing finds across articles, as immutable types; their JSON is a public format like that of :mod:`allegedly.model`.

An id of an article is that of :class:`allegedly.model.Article`; a statement is named by its article's id and its own, as in
``sha256:…:s3``. Nothing here says that something is true: it says who says so, and on how many independent words.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from allegedly.model import Confidence, Fate, Span

CopyKind = Literal["reprint", "excerpt", "update", "shared source", "boilerplate"]
Side = Literal["for", "against", "doubting", "neutral"]
OriginKind = Literal["voice", "document", "unnamed", "outlet", "external"]
OriginSide = Literal["for", "against", "both"]
LinkKind = Literal["copies", "cites", "says"]


class _Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record: immutable, compared by value."""


class Passage(_Record, frozen=True, kw_only=True):
    """Words that two articles have in common, where they stand in each."""

    a: Span
    """In the first article."""
    b: Span
    """In the second one."""


class Copy(_Record, frozen=True, kw_only=True):
    """Two articles with words in common that neither wrote by chance."""

    a: str
    """Id of the one article."""
    b: str
    """Id of the other."""
    kind: CopyKind
    """``reprint``: one is the other; ``excerpt``: one is a part of the other; ``update``: a later version by the same outlet;
    ``shared source``: both quote the same text, neither the other; ``boilerplate``: words that stand under everything."""
    original: str | None
    """Id of the one that is copied; null where that is not established, or neither is."""
    jaccard: Confidence
    """Share of all their word sequences that both have."""
    containment: Confidence
    """Share of the shorter one's word sequences that the other has."""
    passages: tuple[Passage, ...]
    """What they have in common, in reading order of the first."""
    confidence: Confidence
    reason: str
    """Why they are taken for this, in a sentence."""


class ClaimStatement(_Record, frozen=True, kw_only=True):
    """One statement of a claim, and on which side of it."""

    statement: str
    """Id of the article and of the statement: ``sha256:…:s3``."""
    outlet: str | None
    published: str | None
    """ISO 8601 day on which its article was published."""
    source: str | None
    """Who says it, by name or in the article's words; the outlet itself where it is in the outlet's voice."""
    words: str
    """Its content; pieces that stand apart are joined by an ellipsis."""
    side: Side
    """Whether it puts the claim forward, denies it, doubts it, or says nothing either way."""
    score: Confidence
    """How sure it is that it belongs to the claim."""
    reason: str
    """Why it belongs, in a sentence."""


class SaidAmount(_Record, frozen=True, kw_only=True):
    """How many, as one voice has it."""

    statement: str
    """Id of the article and of the statement that says so first: ``sha256:…:s3``."""
    source: str | None
    """Who says it, as in the statement."""
    words: str
    """The number in the article's words."""
    value: float
    """The number."""
    unit: str | None
    """What it counts or measures: an ISO 4217 code for money, ``percent``, a measure, or the noun."""
    low: float | None
    """The least that the words allow: 11 for *at least 11*; null where they set no bound."""
    high: float | None
    """The most that they allow."""


class Amounts(_Record, frozen=True, kw_only=True):
    """Amounts of one thing that voices of several articles give, and how far they lie apart."""

    unit: str | None
    """What is counted or measured; null where the voices do not call it alike."""
    fate: Fate | None
    """What became of those who are counted."""
    least: float
    """The least number that a voice has."""
    most: float
    """The most that one has."""
    by: tuple[SaidAmount, ...]
    """Who says how many, the first said first; each voice once with each number."""


class Origin(_Record, frozen=True, kw_only=True):
    """What articles rest on: a root where the trail ends, or a station that is not in the ledger."""

    id: str
    """Its id in this claim: ``o1``."""
    kind: OriginKind
    """A named ``voice`` that speaks; a ``document``; an ``unnamed`` source of one outlet; what an ``outlet`` says that it saw
    itself; an ``external`` outlet or agency, of which the ledger has no article."""
    name: str | None
    """Who or what, as the article has it."""
    root: bool
    """True for an origin, which counts; false for a station on the way to one."""
    side: OriginSide
    """``for``: it puts the claim forward; ``against``: it denies or doubts it; ``both``: it took back what it had said."""
    article: str | None
    """Id of the article in which it is met first."""
    statement: str | None
    """The statement in which it speaks first: ``sha256:…:s3``."""
    reason: str
    """Why it counts as one, in a sentence."""


class OriginLink(_Record, frozen=True, kw_only=True):
    """That one article or station rests on another, or on an origin."""

    of: str
    """What rests on the other: id of an article, or ``o2`` for a station."""
    onto: str
    """On what: id of an article, or ``o1`` for an origin or a station."""
    kind: LinkKind
    """``copies`` its text, ``cites`` it by name, or ``says`` on its word: reports a voice, a document, an unnamed source."""
    statement: str | None
    """The statement that shows it."""
    reason: str
    """Why, in a sentence."""


class Origins(_Record, frozen=True, kw_only=True):
    """Where a claim comes from: its tree, and what is counted in it."""

    independent: int
    """How many independent origins there are among those who put it forward."""
    at_least: int
    """The same, if all unnamed sources that the articles do not tell apart were one."""
    denying: int
    """How many independent origins there are among those who deny it."""
    origins: tuple[Origin, ...]
    """Roots and stations."""
    links: tuple[OriginLink, ...]
    """Who rests on whom."""
    unestablished: tuple[str, ...]
    """Ids of the articles of which nothing says where they have it from."""
    circular: bool
    """Whether outlets cite one another in a circle."""


class Claim(_Record, frozen=True, kw_only=True):
    """One proposition that statements put forward, repeat, deny or doubt."""

    id: str
    """``c`` and hexadecimal digits; it stays when the ledger is weighed again."""
    statement: str
    """The statement whose words stand for it."""
    words: str
    """Its wording: of that statement's words, as its article has them, those that read as a proposition."""
    first_seen: str | None
    """ISO 8601 day of the first article."""
    last_seen: str | None
    """ISO 8601 day of the last article."""
    articles: int
    """How many articles put it forward, repeat, deny or doubt it."""
    outlets: int
    """How many outlets."""
    families: int
    """How many publishers: outlets that the list of families knows count by family, others for themselves."""
    voices_for: int
    """How many different voices put it forward, the outlets' own among them."""
    voices_against: int
    """How many deny it."""
    voices_doubting: int
    """How many doubt it."""
    statements: tuple[ClaimStatement, ...]
    """The first said first."""
    amounts: tuple[Amounts, ...] = ()
    """How many, by voice, where statements of several articles say so."""
    origins: Origins | None
    """Its origins; null where it was not traced since its statements changed: ``allegedly weigh`` does so."""
