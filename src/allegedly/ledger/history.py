"""What happened to an article: which readers read it and when, and every review of it, withdrawn and orphaned ones too."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from allegedly.ledger.joining import lost_merges
from allegedly.ledger.keeping import applied_of
from allegedly.ledger.overlay import lost
from allegedly.ledger.restoring import article_of
from allegedly.ledger.reviews import Review, in_force, reviews_of
from allegedly.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """That an article was read."""

    at: str
    """When, UTC."""
    reader: str
    version: str
    pipeline: str
    replaced: str | None
    """When another reading took its place; null for the one that is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """That an article was given."""

    at: str
    """When, UTC."""
    name: str
    """The file, and the place in it."""
    digest: str | None
    """``sha256:`` and the hash of the bytes that it was read from."""
    result: str
    """``added``, ``new version``, ``there already``, ``kept unread``."""
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A review, and how it stands now."""

    review: Review
    record: str
    """What it is about: the id that the record has now, else the one that it had."""
    state: str
    """``counts``; ``is orphaned: …``, ``withdrawn``, ``in conflict``, ``overruled``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What happened to an article."""

    article: Article
    came: tuple[Came, ...]
    reads: tuple[Read, ...]
    entries: tuple[Entry, ...]


def history_of(connection: sqlite3.Connection, row: int, record: str = "") -> History:
    """The history of an article, or of one of its records."""
    article = article_of(connection, row)
    reads = connection.execute(
        "SELECT read, reader, version, pipeline, replaced FROM readings WHERE article = ? ORDER BY reading", (row,)
    ).fetchall()
    came = connection.execute(
        "SELECT at, name, digest, result, command FROM intake WHERE article = ? ORDER BY intake", (row,)
    ).fetchall()
    entries = entries_of(connection, article, reviews_of(connection, article.id))
    return History(
        article=article,
        came=tuple(Came(at=at, name=n, digest=d, result=r, command=c) for at, n, d, r, c in came),
        reads=tuple(Read(at=at, reader=r, version=v, pipeline=p, replaced=gone) for at, r, v, p, gone in reads),
        entries=tuple(e for e in entries if not record or e.record == record),
    )


def entries_of(connection: sqlite3.Connection, article: Article | None, reviews: list[Review]) -> list[Entry]:
    """Each of the reviews of one article with what became of it.

    Args:
        connection: The ledger.
        article: The article; null where it is not in the ledger, or the reviews are about entities across articles.
        reviews: Its reviews, the earliest first.
    """
    force = {r.id for r in in_force(reviews)}
    applied = None
    if article is not None:
        (row,) = connection.execute("SELECT article FROM articles WHERE id = ?", (article.id,)).fetchone()
        applied = applied_of(connection, row)
    if applied is not None:
        orphans = applied.orphans
    else:
        about_entities = all(r.article is None for r in reviews)
        orphans = lost_merges(connection) if about_entities else lost(article, reviews)
    gone = {o.review.id: o.reason for o in orphans}
    disputed = {r.id for c in applied.conflicts for r in c.reviews} if applied else set()
    found = dict(applied.found) if applied else {}
    entries = []
    for review in reviews:
        old = review.record.id if review.record else None
        own = found.get(review.withdraws or review.id) or old or ""
        later = [r for r in reviews if r.id in force and review.id in r.over and _overrules(r, review)]
        if review.verdict == "withdraw":
            state = "counts" if review.id in force or not _undone(review, reviews) else "withdrawn"
        elif review.id not in force:
            state = "withdrawn"
        elif review.id in gone:
            state = f"is orphaned: {gone[review.id]}"
        elif review.id in disputed:
            state = "in conflict"
        else:
            state = "overruled" if later else "counts"
        entries.append(Entry(review=review, record=own, state=state))
    return entries


def _undone(review: Review, reviews: list[Review]) -> bool:
    return any(r.withdraws == review.id and not _undone(r, reviews) for r in reviews)


def _overrules(later: Review, earlier: Review) -> bool:
    """Whether a later review of the same record leaves nothing of an earlier one."""
    decisions = ("accept", "reject", "correct")
    if earlier.verdict == "split" or later.verdict == "split":
        return earlier.verdict == later.verdict
    if later.verdict not in decisions or earlier.verdict not in decisions:
        return False
    if earlier.verdict == "correct":
        return later.verdict == "correct" and set(earlier.after or {}) <= set(later.after or {})
    return True
