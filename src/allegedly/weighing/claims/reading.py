"""Statements out of a ledger, as claims are gathered from them."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

import msgspec

from allegedly.weighing.claims.said import Put
from allegedly.weighing.claims.words import stem, words

T = TypeVar("T")
_AT_ONCE = 5_000
"""Row numbers in one query."""
LEAST = 3
"""Words with meaning that a statement must have to be compared with others."""
_ACTS = ("statement", "belief", "promise", "judgement")
"""Acts that put something forward; questions and demands do not."""


class Stated(msgspec.Struct, frozen=True):
    """One statement of a ledger."""

    statement: int
    article: int
    number: int
    text: str
    start: int
    end: int
    stance: str
    mode: str
    voice: str
    """Who says it, as voices are told apart."""
    names: frozenset[str]

    def put(self) -> Put:
        """The same as it is compared."""
        return Put(self.text, self.article, names=self.names, negative=self.stance == "denies")


def stated(
    connection: sqlite3.Connection, articles: Iterable[int], *, least: int = LEAST, wanted: Collection[int] | None = None
) -> Iterator[Stated]:
    """The statements of these articles that put something forward and that nobody has rejected, in order.

    Args:
        connection: The ledger.
        articles: Row numbers.
        least: Words with meaning that each must have.
        wanted: Their row numbers, where not all of them are.
    """
    for article in articles:
        rows = connection.execute(
            "SELECT w.statement, w.number, w.words, s.start, s.end, w.stance, w.mode, w.source_kind,"
            " coalesce(w.source_name, w.source, ''), coalesce(r.whole, e.entity)"
            " FROM statements_in_words w JOIN statements s USING (statement)"
            " LEFT JOIN article_entities e ON e.article = s.article AND e.number = s.source_entity"
            " LEFT JOIN resolved r ON r.entity = e.entity WHERE w.article = ?"
            f" AND w.act IN ({', '.join('?' * len(_ACTS))}) AND NOT EXISTS (SELECT 1 FROM reviewed r WHERE r.article = w.article"
            " AND r.number = w.number AND r.standing = 'rejected') ORDER BY w.number",
            (article, *_ACTS),
        ).fetchall()
        meant = _meant(connection, article)
        outlet = connection.execute("SELECT coalesce(outlet, '') FROM articles WHERE article = ?", (article,)).fetchone()[0]
        for statement, number, text, start, end, stance, mode, kind, source, entity in rows:
            if (wanted is not None and statement not in wanted) or len(words(text).stems) < least:
                continue
            voice = f"e{entity}" if entity else f"{kind}:{source.lower() or outlet.lower()}"
            yield Stated(statement, article, number, text, start, end, stance, mode, voice, _inside(meant, start, end))


def _meant(connection: sqlite3.Connection, article: int) -> list[tuple[int, int, frozenset[str]]]:
    """Where an article names or means somebody, and the stems of the name, in order."""
    rows = connection.execute(
        "SELECT m.start, m.end, coalesce(e.name, substr(a.text, e.start + 1, e.end - e.start)) FROM mentions m"
        " JOIN article_entities e ON e.article = m.article AND e.number = m.entity JOIN articles a ON a.article = m.article"
        " LEFT JOIN entities x ON x.entity = e.entity WHERE m.article = ?"
        " AND coalesce(e.kind, x.kind) IN ('person', 'organisation', 'state', 'place') ORDER BY 1, 2",
        (article,),
    ).fetchall()
    return [(start, end, _stems(name)) for start, end, name in rows]


@lru_cache(maxsize=20_000)
def _stems(name: str) -> frozenset[str]:
    """The stems of a name; the last words of a person's and the whole of others' tell them apart well enough."""
    return frozenset(stem(word) for word in words(name).forms[-2:])


def _inside(meant: list[tuple[int, int, frozenset[str]]], start: int, end: int) -> frozenset[str]:
    found: set[str] = set()
    for i in range(bisect_left(meant, start, key=lambda m: m[0]), len(meant)):
        if meant[i][0] >= end:
            break
        found |= meant[i][2]
    return frozenset(found)


def denials(connection: sqlite3.Connection, statements: Sequence[int]) -> dict[int, list[Stated]]:
    """For each of these statements the ones that deny it in its article, whatever their own words."""
    rows = [
        row
        for some in parts(statements)
        for row in connection.execute(
            "SELECT x.answered, x.statement, s.article FROM answers x JOIN statements s ON s.statement = x.statement"
            f" JOIN manners m USING (manner) WHERE x.answered IN ({some}) AND m.stance = 'denies'"
            " ORDER BY x.answered, x.statement"
        )
    ]
    wanted = {statement for _, statement, _ in rows}
    articles = sorted({article for *_, article in rows})
    found = {one.statement: one for one in stated(connection, articles, least=0, wanted=wanted)}
    made: dict[int, list[Stated]] = {}
    for answered, statement, _ in rows:
        if statement in found:
            made.setdefault(answered, []).append(found[statement])
    return made


def parts(numbers: Sequence[int]) -> list[str]:
    """Row numbers as lists for a query, not too many in one."""
    return [", ".join(map(str, numbers[i : i + _AT_ONCE])) for i in range(0, len(numbers), _AT_ONCE)]


def days(connection: sqlite3.Connection, statements: Sequence[int]) -> dict[int, frozenset[int]]:
    """The days that each statement names, as ordinals; none where it names other times too."""
    return _gathered(
        (statement, date.fromisoformat(first).toordinal() if first == last else None)
        for some in parts(statements)
        for statement, first, last in connection.execute(
            "SELECT x.statement, t.first_day, t.last_day FROM statement_times x JOIN times t ON t.article = x.article"
            f" AND t.number = x.time WHERE x.statement IN ({some}) AND t.first_day IS NOT NULL"
        )
    )


def countries(connection: sqlite3.Connection, statements: Sequence[int]) -> dict[int, frozenset[str]]:
    """The countries in which the places lie that each statement names; none where one lies in no country."""
    return _gathered(
        (statement, country)
        for some in parts(statements)
        for statement, country in connection.execute(
            "SELECT x.statement, g.country FROM statement_places x JOIN places p ON p.article = x.article"
            f" AND p.number = x.place JOIN sites g USING (site) WHERE x.statement IN ({some})"
        )
    )


def _gathered(rows: Iterable[tuple[int, T | None]]) -> dict[int, frozenset[T]]:
    found: dict[int, set[T]] = {}
    unclear: set[int] = set()
    for statement, value in rows:
        if value is None:
            unclear.add(statement)
        else:
            found.setdefault(statement, set()).add(value)
    return {statement: frozenset(values) for statement, values in found.items() if statement not in unclear}
