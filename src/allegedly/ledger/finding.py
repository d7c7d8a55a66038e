"""Statements out of a ledger by words, voice, subject, stance, date and the rest; newest added or least sure first.

What narrows the search is a term of one full-text expression, which the index intersects without looking at a row, so that rare
and common terms together stay quick. What most statements have (they affirm, they are simply said, they are in a wide range of
days) would make that slow and is looked up in the rows instead: the next that has it is never far.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

import msgspec

from allegedly.intake import dates
from allegedly.ledger.joining import also_called
from allegedly.ledger.keeping import reviewed_of
from allegedly.ledger.names import abbreviates, abbreviations, bare, folded, proper
from allegedly.ledger.query import expression, quote
from allegedly.ledger.restoring import article_of, statement_of
from allegedly.ledger.terms import SURE, USUAL, outlet_mark
from allegedly.ledger.writing import number
from allegedly.model import Article, Statement

Sort = Literal["newest", "least-sure"]
SORTS: tuple[Sort, ...] = get_args(Sort)
OPEN, CLOSE = "\x02", "\x03"
"""Marks around what was found in :attr:`Found.highlighted`."""
_WIDE = 0.1
"""A share of a ledger's articles from which on a filter is looked up in the rows."""
_INITIALS = 4
"""Letters of what can be initials: *f.b.i.* is looked for as *FBI* too, and that as *F.B.I.*"""
_TYPED = ("words", "by", "about", "denied_by", "evidence", "outlet", "label", "place", "stance", "act")
_MOST = 10_000
"""Outlets that a part of a name may stand for."""
_UNSURE = 7_000
"""Statements that are less sure than this, in ten-thousandths, have an index of their own."""
_MANY = 64
"""Names of outlets, or other names of somebody, that are looked for at once."""


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
    undecided: bool = False


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
    """Its words, with :data:`OPEN` and :data:`CLOSE` around what was found; without, where the least sure come first."""


def day_of(given: date | str | None) -> date | None:
    """The day that is given, of a time its day.

    Raises:
        ValueError: It is text that cannot be read as a day.
    """
    if not isinstance(given, str):
        return given.date() if isinstance(given, datetime) else given
    day = dates.day(given)
    if day is None:
        raise ValueError(f"{given!r} cannot be read as a day; write it as 2019-12-18")
    return date.fromisoformat(day)


def find(
    connection: sqlite3.Connection,
    wanted: Wanted,
    limit: int,
    skip: int = 0,
    sort: Sort = "newest",
    after: int | None = None,
) -> Iterator[Found]:
    """The statements that are wanted.

    Args:
        connection: The ledger.
        wanted: What is looked for.
        limit: How many at most.
        skip: How many to pass over.
        sort: Those of the articles added last first, or those that the reader is least sure of.
        after: Row of a statement: only what comes behind it.
    """
    search = Search(connection)
    if not search.take(wanted):
        return
    for row in search.rows(limit, skip, sort, after):
        yield found_of(connection, *row)


def found_of(connection: sqlite3.Connection, row: int, article_row: int, words: str) -> Found:
    """A statement that was found, of its row, its article's, and its words with what was found marked."""
    article = article_of(connection, article_row)
    statement = statement_of(connection, article_row, row, article)
    review = reviewed_of(connection, article_row).get(statement.id)
    if review is not None:
        statement = msgspec.structs.replace(statement, review=review)
    return Found(
        id=f"{article.id.removeprefix('sha256:')[:12]}:{statement.id}",
        article=article,
        statement=statement,
        source=_source(connection, article_row, article, statement),
        highlighted=" ".join(words.split()),
    )


class Search:
    """Terms for the search index, and conditions on the rows that it gives."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.terms: list[str] = []
        self.conditions = ["a.newer IS NULL"]
        self.values: list[object] = []

    def take(self, wanted: Wanted) -> bool:
        """Take in what is wanted; false where nothing can be that."""
        typed: dict[str, Any] = {name: _whole(getattr(wanted, name)) for name in _TYPED}
        wanted = replace(wanted, **typed)
        if wanted.words.strip():
            words = expression(wanted.words)
            if words is None:
                return False
            self.terms.append(f"words : ({words})")
        for column, name in (("source", wanted.by), ("about", wanted.about)):
            if name is not None and not self._term(self._called(column, name)):
                return False
        for column, name in (("labels", wanted.label), ("places", wanted.place)):
            if name is not None and not self._term(_phrase(column, name)):
                return False
        if wanted.denied_by is not None:
            own, theirs = self._called("source", wanted.denied_by), self._called("denied_by", wanted.denied_by)
            if not self._term(own and f"(({own} AND marks : stance_denies) OR {theirs})"):
                return False
        for kind, value in (("stance", wanted.stance), ("act", wanted.act), ("evidence", wanted.evidence)):
            if value is None:
                continue
            if value == USUAL.get(kind):
                self._where(f"m.{kind} = ?", value)
            else:
                self.terms.append(f"marks : {quote(f'{kind}_{value}')}")
        if not wanted.rejected:
            self._where(
                "NOT EXISTS (SELECT 1 FROM reviewed r WHERE r.article = s.article AND r.number = s.number"
                " AND r.standing = 'rejected')"
            )
        if wanted.undecided:
            self._where("NOT EXISTS (SELECT 1 FROM reviewed r WHERE r.article = s.article AND r.number = s.number)")
        if wanted.min_confidence > 0:
            self._where("s.confidence >= ?", round(wanted.min_confidence * 10_000, 6))
            if wanted.min_confidence >= SURE:
                self.terms.append("marks : sure")
        return (wanted.outlet is None or self._outlet(wanted.outlet)) and self._between(wanted.since, wanted.until)

    def rows(self, limit: int, skip: int, sort: Sort, after: int | None) -> list[tuple[int, int, str]]:
        """Statement, article, and the words with what was found marked."""
        if sort == "newest":
            if self.terms:
                words = f"highlight(statement_words, 0, char({ord(OPEN)}), char({ord(CLOSE)}))"
            else:
                words = "(SELECT w.words FROM statements_in_words w WHERE w.statement = s.statement)"
            if after:
                self._where(f"{'statement_words.rowid' if self.terms else 's.statement'} < ?", after)
            return self._rows(words, None, limit, skip)
        # Words are put together for what is shown alone, and not for all that is put in order; marking them would put together
        # all that is known of each statement.
        found = self._least_sure(limit, skip, after)
        these = ",".join(str(row) for row, _, _ in found)
        told = dict(self.connection.execute(f"SELECT statement, words FROM statements_in_words WHERE statement IN ({these})"))
        return [(row, article, told[row]) for row, article, _ in found]

    def _least_sure(self, limit: int, skip: int, after: int | None) -> list[tuple[int, int, str]]:
        if after:
            here = "(SELECT confidence FROM statements WHERE statement = ?)"
            self._where(f"(s.confidence, s.statement) > ({here}, ?)", after, after)
        order = "s.confidence, s.statement"
        if not self.terms:
            # The least sure are few and have an index of their own.
            conditions, self.conditions = self.conditions, [*self.conditions, f"s.confidence < {_UNSURE}"]
            found = self._rows("''", order, limit, skip)
            self.conditions = conditions
            if len(found) == limit:
                return found
        return self._rows("''", order, limit, skip)

    def query(self, columns: str, order: str | None = None) -> tuple[str, list[object]]:
        """The query for what is known of each statement that is found, those added last first; and its values."""
        conditions, values = self.conditions, self.values
        source, newest = "statements s", "s.statement DESC"
        if self.terms:
            source = "statement_words JOIN statements s ON s.statement = statement_words.rowid"
            newest = "statement_words.rowid DESC"
            conditions, values = [*conditions, "statement_words MATCH ?"], [*values, " AND ".join(self.terms)]
        # The cross joins keep the order: first what the index gives, then its rows.
        query = (
            f"SELECT {columns} FROM {source} CROSS JOIN manners m USING (manner) CROSS JOIN articles a USING (article)"
            f" WHERE {' AND '.join(conditions)} ORDER BY {order or newest}"
        )
        return query, values

    def _rows(self, words: str, order: str | None, limit: int, skip: int) -> list[tuple[int, int, str]]:
        query, values = self.query(f"s.statement, s.article, {words}", order)
        return self.connection.execute(f"{query} LIMIT ? OFFSET ?", (*values, limit, skip)).fetchall()

    def _term(self, term: str | None) -> bool:
        if term:
            self.terms.append(term)
        return bool(term)

    def _where(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values.extend(values)

    def _called(self, column: str, name: str) -> str | None:
        """The term for a name, or another name that the ledger knows somebody by: the full one for *FBI*, *FBI* for the full one.

        What an outlet says in its own voice is found by the outlet's name.
        """
        if not quote(bare(name)):
            return None
        others = (name, *self._others(name), *also_called(self.connection, folded(name)))
        names = [phrase for other in others if (phrase := quote(bare(other)))]
        if column == "source":
            names += [quote(outlet_mark(outlet)) for outlet in self._outlets(name)[:_MANY]]
        return f"{column} : ({' OR '.join(dict.fromkeys(names))})"

    def _others(self, name: str) -> list[str]:
        """Names that entities of this name have besides, and that one of them abbreviates."""
        key = folded(name)
        letters = key.replace(" ", "")
        spelt = (letters, " ".join(letters)) if len(letters) <= _INITIALS else (key, key)
        full = self._all(
            "SELECT DISTINCT e.name FROM names n JOIN entities e USING (entity) WHERE n.name IN (?, ?) AND NOT main LIMIT 999",
            spelt,
        )
        short = self._all(
            "SELECT DISTINCT n.name FROM names n JOIN names long USING (entity) WHERE n.name IN (SELECT value FROM json_each(?))"
            " AND long.name = ? LIMIT 999",
            (json.dumps(sorted(abbreviations(key))), key),
        )
        return [*spelt, *(other for other in full if abbreviates(key, other)), *short][:_MANY]

    def _all(self, query: str, values: tuple[object, ...] = ()) -> list[str]:
        return [text for (text,) in self.connection.execute(query, values)]

    def _outlets(self, name: str) -> list[str]:
        """The outlets with these words in their names."""
        words = f" {folded(name)} "
        every = self._all(
            "WITH RECURSIVE every(outlet) AS (SELECT min(outlet) FROM articles UNION ALL"
            " SELECT (SELECT min(outlet) FROM articles WHERE outlet > every.outlet) FROM every WHERE outlet IS NOT NULL)"
            " SELECT outlet FROM every WHERE outlet IS NOT NULL"
        )
        return [outlet for outlet in every if words in f" {folded(outlet)} "][:_MOST]

    def _outlet(self, name: str) -> bool:
        outlets = self._outlets(name) if folded(name) else []
        if not outlets:
            return False
        among = f"outlet IN ({', '.join('?' * len(outlets))})"
        self._where(f"a.{among}", *outlets)
        if len(outlets) <= _MANY and self._few(among, *outlets):
            self.terms.append(f"{{source marks}} : ({' OR '.join(quote(outlet_mark(outlet)) for outlet in outlets)})")
        return True

    def _between(self, since: date | None, until: date | None) -> bool:
        if since is None and until is None:
            return True
        # One by one, each from an end of the index.
        ends = [self._all(f"SELECT {end}(published) FROM articles")[0] for end in ("min", "max")]
        if not ends[0]:
            return False
        first, last = (date.fromisoformat(day) for day in ends)
        first, last = max(since or first, first), min(until or last, last)
        if first > last:
            return False
        days = (first.isoformat(), last.isoformat())
        self._where("a.published BETWEEN ? AND ?", *days)
        if self._few("published BETWEEN ? AND ?", *days):
            self.terms.append(f"marks : ({' OR '.join(_days(first, last))})")
        return True

    def _few(self, condition: str, *values: object) -> bool:
        """Whether no more than a small share of the articles is so."""
        every = self.connection.execute("SELECT max(article) FROM articles").fetchone()[0]
        most = int(every * _WIDE) + 1
        found = self.connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM articles WHERE {condition} LIMIT {most})", values)
        return int(found.fetchone()[0]) < most


def _source(connection: sqlite3.Connection, row: int, article: Article, s: Statement) -> str | None:
    """Who says it: the entity's name, with the source's own words where they say more; the outlet by its name."""
    if s.source.kind == "outlet" and s.source.span is None:
        return article.outlet
    text, name = s.source.text, None
    if s.source.entity:
        (name,) = connection.execute(
            "SELECT name FROM people WHERE article = ? AND number = ?", (row, number(s.source.entity))
        ).fetchone()
    if name is None or text is None or not proper(text):
        return name or text
    whole = " ".join(text.split())
    if name in whole:
        return whole[4:] if whole[:4].lower() == "the " else whole
    return name if whole in name else f"{name} ({whole})"


def _whole(typed: str | None) -> str | None:
    """What is typed without halves of characters, which the database does not take."""
    return typed and typed.encode("utf-8", "replace").decode("utf-8")


def _phrase(column: str, name: str) -> str | None:
    """The words of a name in a row, or null where it has none."""
    words = quote(bare(name))
    return f"{column} : {words}" if words else None


def _days(first: date, last: date) -> list[str]:
    """The fewest terms for years, months and days that cover a range, both ends with it."""
    terms: list[str] = []
    at = first
    while at <= last:
        year_end = date(at.year, 12, 31)
        month_end = (date(at.year + at.month // 12, at.month % 12 + 1, 1)) - timedelta(days=1)
        if at.month == at.day == 1 and year_end <= last:
            terms.append(f"day_{at.year:04}*")
            at = year_end
        elif at.day == 1 and month_end <= last:
            terms.append(f"day_{at:%Y%m}*")
            at = month_end
        else:
            terms.append(f"day_{at:%Y%m%d}")
        if at == date.max:
            break
        at += timedelta(days=1)
    return terms
