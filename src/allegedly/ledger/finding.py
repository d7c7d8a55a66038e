"""Statements out of a ledger by words, voice, subject, stance, date and the rest; newest added first.

Every filter but confidence is a term of one full-text expression, which the index intersects without looking at a row: rare and
common terms together stay quick.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import msgspec

from allegedly.ledger.joining import also_called
from allegedly.ledger.keeping import reviewed_of
from allegedly.ledger.names import folded
from allegedly.ledger.query import expression
from allegedly.ledger.restoring import article_of, statement_of
from allegedly.model import Article, Statement

OPEN, CLOSE = "\x02", "\x03"
"""Marks around what was found in :attr:`Found.highlighted`: characters that the words themselves are cleared of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for. What is null or empty does not matter."""

    words: str = ""
    by: str | None = None
    about: str | None = None
    denied_by: str | None = None
    stance: str | None = None
    act: str | None = None
    evidence: str | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    label: str | None = None
    place: str | None = None
    min_confidence: float = 0.0
    rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A statement with its article, and the words that were looked for marked."""

    id: str
    """By which ``show`` finds it again: the beginning of the article's id, and the statement's own."""
    article: Article
    statement: Statement
    source: str | None
    """Who says it, by the fullest name in the article."""
    highlighted: str
    """Its words, with :data:`OPEN` and :data:`CLOSE` around what was found."""


def find(connection: sqlite3.Connection, wanted: Wanted, limit: int, skip: int = 0) -> Iterator[Found]:
    """The statements that are wanted, those of the articles added last first.

    Args:
        connection: The ledger.
        wanted: What is looked for.
        limit: How many at most.
        skip: How many to pass over.
    """
    first, last = connection.execute("SELECT min(published), max(published) FROM articles").fetchone()
    match = matching(wanted, day_or(first), day_or(last), partial(also_called, connection))
    if match is None:
        return
    values: list[object] = []
    if match:
        shown = f"highlight(statement_words, 0, char({ord(OPEN)}), char({ord(CLOSE)}))"
        source = "statement_words JOIN statements s ON s.statement = statement_words.rowid"
        where, order = "statement_words MATCH ?", "statement_words.rowid"
        values.append(match)
    else:
        shown, source, where, order = "s.words", "statements s", "1", "s.statement"
    there = (
        ""
        if wanted.rejected
        else (
            " AND NOT EXISTS (SELECT 1 FROM reviewed r WHERE r.article = s.article AND r.number = s.number"
            " AND r.standing = 'rejected')"
        )
    )
    query = (
        f"SELECT s.statement, s.article, s.source, {shown} FROM {source} JOIN articles a ON a.article = s.article"
        f" WHERE {where} AND a.newer IS NULL AND s.confidence >= ?{there} ORDER BY {order} DESC LIMIT ? OFFSET ?"
    )
    for row, article_row, name, words in connection.execute(query, (*values, wanted.min_confidence, limit, skip)).fetchall():
        article = article_of(connection, article_row)
        statement = statement_of(connection, article_row, row, article)
        review = reviewed_of(connection, article_row).get(statement.id)
        if review is not None:
            statement = msgspec.structs.replace(statement, review=review)
        yield Found(
            id=f"{article.id.removeprefix('sha256:')[:12]}:{statement.id}",
            article=article,
            statement=statement,
            source=name,
            highlighted=words,
        )


def day_or(text: str | None) -> date:
    """The day; any where there is none, since then no article has one."""
    return date.fromisoformat(text) if text else date.min


def _nobody(_: str) -> list[str]:
    return []


def matching(wanted: Wanted, first: date, last: date, others: Callable[[str], list[str]] = _nobody) -> str | None:
    """The full-text expression: empty where everything is wanted, null where nothing can be.

    Args:
        wanted: What is looked for.
        first: The earliest day of publication in the ledger.
        last: The latest.
        others: Gives the other names of those whose name has these words in it, since people said that they are one.
    """
    terms: list[str] = []
    if wanted.words.strip():
        words = expression(wanted.words)
        if words is None:
            return None
        terms.append(f"words : ({words})")
    columns = (("source", wanted.by), ("about", wanted.about), ("outlet", wanted.outlet))
    for column, name in (*columns, ("labels", wanted.label), ("places", wanted.place)):
        if name is not None:
            term = _name(column, name, others if column in ("source", "about") else _nobody)
            if term is None:
                return None
            terms.append(term)
    if wanted.denied_by is not None:
        name = _name("source", wanted.denied_by, others)
        if name is None:
            return None
        terms.append(f"(({name} AND marks : stance_denies) OR {_name('denied_by', wanted.denied_by, others)})")
    for kind, value in (("stance", wanted.stance), ("act", wanted.act), ("evidence", wanted.evidence)):
        if value is not None:
            terms.append(f'marks : "{kind}_{folded(value)}"')
    if wanted.since or wanted.until:
        days = _days(max(wanted.since or first, first), min(wanted.until or last, last))
        if not days:
            return None
        terms.append(f"marks : ({' OR '.join(days)})")
    return " AND ".join(terms)


def _name(column: str, name: str, others: Callable[[str], list[str]]) -> str | None:
    """The words of a name in a row, or of another of its names; null where it has none."""
    words = folded(name)
    names = dict.fromkeys([words, *others(words)]) if words else {}
    phrases = " OR ".join(f'"{one}"' for one in names)
    return f"{column} : ({phrases})" if len(names) > 1 else f"{column} : {phrases}" if names else None


def _days(first: date, last: date) -> list[str]:
    """The fewest terms for years, months and days that cover a range, both ends with it."""
    terms: list[str] = []
    at = first
    while at <= last:
        year_end = date(at.year, 12, 31)
        month_end = (date(at.year + at.month // 12, at.month % 12 + 1, 1)) - timedelta(days=1)
        if at.month == at.day == 1 and year_end <= last:
            terms.append(f"year_{at.year:04}")
            at = year_end
        elif at.day == 1 and month_end <= last:
            terms.append(f"month_{at:%Y%m}")
            at = month_end
        else:
            terms.append(f"day_{at:%Y%m%d}")
        at += timedelta(days=1)
    return terms
