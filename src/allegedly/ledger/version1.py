"""What a ledger of schema version 1 holds, as its tables had it. Nothing else may change here: that schema does not either."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

import msgspec

from allegedly.model import (
    Addressee,
    Amount,
    Article,
    Dateline,
    Entity,
    Evidence,
    Label,
    Place,
    Reader,
    Reading,
    Role,
    Source,
    Span,
    Statement,
    Time,
    Voice,
)

Row = tuple[Any, ...]


def article_of(connection: sqlite3.Connection, row: int) -> Article:
    """One article."""
    given = connection.execute(
        "SELECT id, key, title, outlet, url, byline, published, language, text, dateline, dateline_date, dateline_start,"
        " dateline_end FROM articles WHERE article = ?",
        (row,),
    ).fetchone()
    names = ("id", "key", "title", "outlet", "url", "byline", "published", "language", "text")
    place, date, start, end = given[9:]
    line = None if start is None else Dateline(place=place, date=date, span=(start, end))
    return Article(**dict(zip(names, given[:9], strict=True)), dateline=line)


def reading_of(connection: sqlite3.Connection, row: int) -> Reading | None:
    """The current reading of an article, or null where it is kept unread."""
    by = connection.execute(
        "SELECT reader, version, pipeline, notes FROM readings WHERE article = ? AND replaced IS NULL", (row,)
    ).fetchone()
    return None if by is None else _Restored(connection, row).reading(by)


def readings_of(connection: sqlite3.Connection, row: int) -> list[Row]:
    """Reader, version, pipeline, notes, when it was read and when it was replaced, of each reading; the current one last."""
    return connection.execute(
        "SELECT reader, version, pipeline, notes, read, replaced FROM readings WHERE article = ?"
        " ORDER BY replaced IS NULL, reading",
        (row,),
    ).fetchall()


class _Restored:
    """The rows of one article, and records of them."""

    def __init__(self, connection: sqlite3.Connection, row: int) -> None:
        self.connection, self.row = connection, row
        self.article = article_of(connection, row)
        self.entity: dict[int | None, str] = {
            own: f"e{number}"
            for own, number in self._all("SELECT article_entity, number FROM article_entities WHERE article = ?")
        }
        self.statement: dict[int | None, str] = {
            own: f"s{number}" for own, number in self._all("SELECT statement, number FROM statements WHERE article = ?")
        }

    def _all(self, query: str) -> list[Row]:
        return self.connection.execute(query, (self.row,)).fetchall()

    def _of_statement(self, columns: str, table: str, order: str) -> dict[int, list[Row]]:
        """Rows of a table under statements, by statement."""
        found: dict[int, list[Row]] = defaultdict(list)
        query = (
            f"SELECT t.statement, {columns} FROM statements s JOIN {table} t USING (statement)"
            f" WHERE s.article = ? ORDER BY t.statement, {order}"
        )
        for own, *rest in self._all(query):
            found[own].append(tuple(rest))
        return found

    def _text(self, start: int, end: int) -> str:
        return self.article.text[start:end]

    def reading(self, by: Row) -> Reading:
        """All of it."""
        reader, version, pipeline, notes = by
        return Reading(
            article=self.article,
            entities=self._entities(),
            statements=self.statements(),
            labels=self._labels(),
            times=tuple(
                Time(id=f"t{n}", span=(a, b), text=self._text(a, b), start=first, end=last, grain=grain, confidence=sure)
                for n, a, b, first, last, grain, sure in self._all(
                    "SELECT number, start, end, first_day, last_day, grain, confidence FROM times WHERE article = ? ORDER BY time"
                )
            ),
            places=tuple(
                Place(
                    id=f"p{n}", entity=self.entity[e], name=name, latitude=y, longitude=x, country=c, geonames=g, confidence=sure
                )
                for n, e, name, y, x, c, g, sure in self._all(
                    "SELECT number, article_entity, name, latitude, longitude, country, geonames, confidence FROM places"
                    " WHERE article = ? ORDER BY place"
                )
            ),
            amounts=tuple(
                Amount(id=f"a{n}", span=(a, b), text=self._text(a, b), value=v, unit=u, qualifier=q, confidence=sure)
                for n, a, b, v, u, q, sure in self._all(
                    "SELECT number, start, end, value, unit, qualifier, confidence FROM amounts WHERE article = ? ORDER BY amount"
                )
            ),
            notes=msgspec.json.decode(notes, type=tuple[str, ...]),
            reader=Reader(name=reader, version=version, pipeline=pipeline),
        )

    def _entities(self) -> tuple[Entity, ...]:
        mentions: dict[int, list[Span]] = defaultdict(list)
        for own, start, end in self._all(
            "SELECT article_entity, start, end FROM article_entities JOIN mentions m USING (article_entity)"
            " WHERE article = ? ORDER BY article_entity, m.number"
        ):
            mentions[own].append((start, end))
        roles: dict[int, list[Role]] = defaultdict(list)
        for own, start, end, of in self._all(
            "SELECT article_entity, start, end, of FROM article_entities JOIN roles r USING (article_entity)"
            " WHERE article = ? ORDER BY article_entity, r.number"
        ):
            roles[own].append(Role(text=self._text(start, end), span=(start, end), of=self.entity.get(of)))
        place: dict[int, int] = dict(self._all("SELECT article_entity, number FROM places WHERE article = ?"))
        return tuple(
            Entity(
                id=f"e{n}",
                kind=kind,
                name=name,
                mentions=tuple(mentions[own]),
                roles=tuple(roles[own]),
                place=f"p{place[own]}" if own in place else None,
                confidence=sure,
            )
            for own, n, kind, name, sure in self._all(
                "SELECT article_entity, number, kind, name, confidence FROM article_entities WHERE article = ?"
                " ORDER BY article_entity"
            )
        )

    def statements(self) -> tuple[Statement, ...]:
        """The statements, in reading order."""
        spans = self._of_statement("t.part, t.start, t.end", "statement_spans", "t.start")
        chains = self._of_statement("t.outlet, t.entity, t.text, t.start, t.end", "chain_links", "t.number")
        evidence = self._of_statement("t.start, t.end, t.kind", "evidence", "t.number")
        answers = self._of_statement("t.answered", "answers", "t.number")
        held = {name: self._held(name, letter) for name, letter in (("time", "t"), ("place", "p"), ("amount", "a"))}
        made = []
        for own, n, mode, act, stance, slant, kind, a, b, entity, c, d, whom, within, sure in self._all(
            "SELECT statement, number, mode, act, stance, slant, source_kind, source_start, source_end, source_entity,"
            " addressee_start, addressee_end, addressee_entity, within, confidence FROM statements s"
            " WHERE article = ? ORDER BY statement"
        ):
            source = Source(kind=kind, entity=self.entity.get(entity))
            if a is not None:
                source = msgspec.structs.replace(source, span=(a, b), text=self._text(a, b))
            made.append(
                Statement(
                    id=f"s{n}",
                    mode=mode,
                    act=act,
                    stance=stance,
                    slant=slant,
                    source=source,
                    cue=tuple((x, y) for part, x, y in spans[own] if part == "cue"),
                    content=tuple((x, y) for part, x, y in spans[own] if part == "content"),
                    within=self.statement.get(within),
                    addressee=None if c is None else Addressee(span=(c, d), text=self._text(c, d), entity=self.entity.get(whom)),
                    chain=tuple(self._voice(*link) for link in chains[own]),
                    evidence=tuple(Evidence(span=(x, y), text=self._text(x, y), kind=k) for x, y, k in evidence[own]),
                    answers=tuple(self.statement[x] for (x,) in answers[own]),
                    times=tuple(held["time"][own]),
                    places=tuple(held["place"][own]),
                    amounts=tuple(held["amount"][own]),
                    confidence=sure,
                )
            )
        return tuple(made)

    def _held(self, name: str, letter: str) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for own, n in self._all(
            f"SELECT l.statement, x.number FROM statements s JOIN statement_{name}s l USING (statement)"
            f" JOIN {name}s x USING ({name}) WHERE s.article = ? ORDER BY l.statement, l.number"
        ):
            found[own].append(f"{letter}{n}")
        return found

    def _voice(self, outlet: int, entity: int | None, text: str | None, start: int | None, end: int | None) -> Voice:
        span = None if start is None or end is None else (start, end)
        return Voice(outlet=bool(outlet), entity=self.entity.get(entity), text=text, span=span)

    def _labels(self) -> tuple[Label, ...]:
        return tuple(
            Label(
                of=self.entity.get(of),
                by=self._voice(*by),
                text=self._text(start, end),
                span=(start, end),
                use=use,
                within=self.statement.get(within),
                confidence=sure,
            )
            for of, *by, start, end, use, within, sure in self._all(
                "SELECT of, by_outlet, by_entity, by_text, by_start, by_end, start, end, use, within, confidence FROM labels"
                " WHERE article = ? ORDER BY label"
            )
        )
