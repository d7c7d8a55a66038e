"""Reviews: people's decisions, written down once and never changed. One is undone by a further one that withdraws it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Literal, get_args

import msgspec

from allegedly.ledger.anchor import Anchor
from allegedly.ledger.store import now

Verdict = Literal["accept", "reject", "correct", "note", "merge", "split", "withdraw"]
VERDICTS: tuple[str, ...] = get_args(Verdict)
_COLUMNS = "id, at, who, verdict, why, article, record, before, after, means, over, withdraws, given"
_JSON = frozenset(("record", "before", "after", "means", "over"))


class Review(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One decision: who, when, why, about what, and what it was before and after. A line of JSON when it travels."""

    id: str = ""
    """Made from everything else in it, so the same in every ledger, and different when somebody changed a word."""
    at: str
    """When, UTC."""
    who: str
    verdict: Verdict
    why: str = ""
    article: str | None = None
    """Id of the article; null where it is about entities across articles."""
    record: Anchor | None = None
    """What it is about."""
    before: dict[str, Any] | None = None
    """What is decided upon, as it was shown then."""
    after: dict[str, Any] | None = None
    """The fields that are put in, with their values in the reading format."""
    means: dict[str, Anchor] = {}
    """What the ids in ``after`` stand for."""
    over: tuple[str, ...] = ()
    """Earlier reviews of the same record that were there when it was made: it counts before them, and before no others."""
    withdraws: str | None = None
    """The review that it undoes."""
    given: str | None = None
    """Digest of the line of a file that it was taken from, by which the same line is not taken twice."""


def moment() -> str:
    """The time of a review: UTC, to the microsecond, so that reviews have an order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def identified(review: Review) -> Review:
    """The review with its id."""
    return msgspec.structs.replace(review, id=identity(review))


def identity(review: Review) -> str:
    """The id that belongs to a review: a digest of all that is in it."""
    plain = msgspec.structs.replace(review, id="")
    return hashlib.sha256(msgspec.json.encode(plain, order="deterministic")).hexdigest()[:16]


def put_review(connection: sqlite3.Connection, review: Review) -> bool:
    """Write a review down; false where it is there already. Call it inside a transaction."""
    if connection.execute("SELECT 1 FROM reviews WHERE id = ?", (review.id,)).fetchone():
        return False
    plain = msgspec.structs.asdict(review)
    values = [_cell(name, plain[name]) for name in _COLUMNS.split(", ")]
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO reviews ({_COLUMNS}, entered) VALUES ({marks}, ?)", (*values, now()))
    return True


def _cell(name: str, value: object) -> object:
    if name not in _JSON:
        return value
    return None if value in (None, {}, ()) else msgspec.json.encode(value, order="deterministic").decode()


def reviews_of(connection: sqlite3.Connection, article: str) -> list[Review]:
    """The reviews of an article's records, the earliest first."""
    return list(_chosen(connection, "article = ?", (article,)))


def every_review(connection: sqlite3.Connection) -> Iterator[Review]:
    """All reviews, the earliest first."""
    return _chosen(connection, "1", ())


def latest(connection: sqlite3.Connection, limit: int) -> list[Review]:
    """The reviews that were entered last, the last first."""
    # None is ever deleted, so their numbers have no gaps.
    found = list(_chosen(connection, "review > (SELECT max(review) FROM reviews) - ?", (limit,)))
    return found[::-1]


def across(connection: sqlite3.Connection) -> list[Review]:
    """The reviews of entities across articles."""
    return list(_chosen(connection, "article IS NULL", ()))


def beginning(connection: sqlite3.Connection, start: str) -> list[Review]:
    """The reviews whose id begins so; no more than two, since one is wanted."""
    return list(_chosen(connection, "id >= ? AND id < ? || 'g'", (start, start)))[:2]


def _chosen(connection: sqlite3.Connection, where: str, values: tuple[object, ...]) -> Iterator[Review]:
    rows = connection.execute(f"SELECT {_COLUMNS} FROM reviews WHERE {where} ORDER BY at, id", values)
    names = _COLUMNS.split(", ")
    for row in rows.fetchall():
        given = {k: msgspec.json.decode(v) if k in _JSON else v for k, v in zip(names, row, strict=True) if v is not None}
        yield msgspec.convert(given, Review)


def in_force(reviews: Iterable[Review]) -> list[Review]:
    """The decisions that count: neither withdrawn, nor themselves withdrawals."""
    reviews = list(reviews)
    withdrawals: dict[str, list[Review]] = {}
    for review in reviews:
        if review.withdraws:
            withdrawals.setdefault(review.withdraws, []).append(review)
    # Ids are digests, so no chain of withdrawals leads back to where it began.
    counts: dict[str, bool] = {}

    def counted(review: Review) -> bool:
        if review.id not in counts:
            counts[review.id] = not any(counted(w) for w in withdrawals.get(review.id, ()))
        return counts[review.id]

    return [r for r in reviews if r.verdict != "withdraw" and counted(r)]
