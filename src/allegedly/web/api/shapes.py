"""What the endpoints answer, as types: the OpenAPI description is made of them."""

from __future__ import annotations

import msgspec

from allegedly.model import Article, Span, Statement
from allegedly.model_claims import Claim

ArticleKnown = msgspec.defstruct(
    "ArticleKnown",
    [(f.name, f.type) for f in msgspec.structs.fields(Article) if f.name != "text"],
    namespace={"__doc__": "What is known of an article, without its text."},
)


class Wrong(msgspec.Struct):
    """What is wrong, and what to do."""

    error: str


class Counts(msgspec.Struct):
    """How much there is."""

    articles: int
    statements: int
    entities: int
    intake: int
    first_day: str | None
    last_day: str | None


class ArticleListed(msgspec.Struct):
    """An article in a list."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    begin: str
    statements: int


class Articles(msgspec.Struct):
    """A page of articles."""

    items: list[ArticleListed]
    next: str | None


class StatementFound(msgspec.Struct):
    """A statement with what is known of its article, as ``allegedly find --format json`` has it."""

    id: str
    article: ArticleKnown  # type: ignore[valid-type]
    source: str | None
    words: str
    found: list[Span]
    pieces: list[str]
    statement: Statement


class Statements(msgspec.Struct):
    """A page of statements."""

    items: list[StatementFound]
    next: str | None


class Claims(msgspec.Struct):
    """A page of claims."""

    items: list[Claim]
    next: str | None


class Counted(msgspec.Struct):
    """Another one, and in how many statements."""

    name: str
    statements: int


class Naming(msgspec.Struct):
    """That somebody is called something."""

    word: str
    use: str
    by: str | None
    times: int
    first: str | None
    last: str | None


class RoleHeld(msgspec.Struct):
    """A role in the words of articles."""

    words: str
    kind: str
    articles: int
    first: str | None
    last: str | None


class EntityKnown(msgspec.Struct):
    """Somebody or something across articles, and what is around it."""

    name: str
    kind: str
    also: list[str]
    articles: int
    looked: int
    spoken_of_by: list[Counted]
    speaks_of: list[Counted]
    called: list[Naming]
    roles: list[RoleHeld]


class Entities(msgspec.Struct):
    """Those who go by a name; where nobody does, names that are like it."""

    items: list[EntityKnown]
    like: list[str]


class LabelWhom(msgspec.Struct):
    """Somebody, and how many labels are of them."""

    name: str
    labels: int


class LabelCell(msgspec.Struct):
    """How often a label is used, and how often turned down."""

    applied: int
    rejected: int


class LabelRow(msgspec.Struct):
    """A label, who is called so most, and its numbers by column."""

    word: str
    whom: list[LabelWhom]
    count: int
    rejected: int
    cells: dict[str, LabelCell]
    others: int


class LabelTable(msgspec.Struct):
    """Labels by outlet, by who speaks, or by time."""

    across: str
    columns: list[str]
    columns_left: int
    rows: list[LabelRow]
    rows_left: int
    count: int


class LabelStanding(msgspec.Struct):
    """A label where it stands."""

    article: str
    statement: str | None
    title: str | None
    outlet: str | None
    published: str | None
    whom: str | None
    by: str | None
    use: str
    before: str
    text: str
    after: str


class LabelsStanding(msgspec.Struct):
    """A page of labels where they stand."""

    items: list[LabelStanding]
    next: str | None


class Site(msgspec.Struct):
    """A place, and how many statements name it."""

    key: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    kind: str
    precision: str
    statements: int


class Period(msgspec.Struct):
    """A stretch of time, and how many statements name it."""

    when: str
    statements: int


class Timeline(msgspec.Struct):
    """Times and places that statements name."""

    looked: int
    every: bool
    periods: list[Period]
    decades: list[Period]
    vaguer: int
    sites: list[Site]
    sites_left: int
