"""Readings out of the ledger's tables, the same as they went in."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from functools import cached_property
from typing import Any

import msgspec

from allegedly.ledger.mentions import unwound
from allegedly.ledger.packing import unpacked
from allegedly.model import (
    Addressee,
    Amount,
    Anonymity,
    Article,
    Dateline,
    Entity,
    Evidence,
    Happening,
    Label,
    Place,
    Reader,
    Reading,
    Role,
    Source,
    Span,
    Statement,
    Tie,
    Time,
    Toponym,
    Voice,
)

Row = tuple[Any, ...]
_SURE = "confidence / 10000.0"
_BY = "SELECT reader, version, pipeline, notes FROM readings WHERE article = ? AND replaced IS NULL"
_OUTLET = Voice(outlet=True)


def article_of(connection: sqlite3.Connection, row: int) -> Article:
    """One article."""
    given = connection.execute(
        "SELECT id, key, title, outlet, url, byline, published, language, text, dateline, dateline_date, dateline_start,"
        " dateline_end, zeros FROM articles WHERE article = ?",
        (row,),
    ).fetchone()
    names = ("id", "key", "title", "outlet", "url", "byline", "published", "language", "text")
    place, date, start, end, zeros = given[9:]
    line = None if start is None else Dateline(place=place, date=date, span=(start, end))
    article = Article(**dict(zip(names, given[:9], strict=True)), dateline=line)
    if not zeros:
        return article
    text = list(article.text)
    for at in json.loads(zeros):
        text[at] = "\0"
    return msgspec.structs.replace(article, text="".join(text))


def reading_of(connection: sqlite3.Connection, row: int) -> Reading | None:
    """The current reading of an article, or null where it is kept unread."""
    by = connection.execute(_BY, (row,)).fetchone()
    return None if by is None else _Restored(connection, row).reading(by)


def said_in(connection: sqlite3.Connection, row: int) -> Reading | None:
    """Who says what in an article and who is named there, without the rest of its reading; null where it is kept unread.

    The statements come without what they rest on, what they answer, and what times, places and amounts they name: reading that
    takes longer than the voices do, and tracing a claim does not look at it.
    """
    by = connection.execute(_BY, (row,)).fetchone()
    return None if by is None else _Restored(connection, row).said(by, voices_alone=True)


def statement_of(connection: sqlite3.Connection, row: int, statement: int, article: Article) -> Statement:
    """One statement of an article's current reading, without the rest of it."""
    return _Restored(connection, row, article, statement).statements()[0]


def happenings_of(connection: sqlite3.Connection, row: int, article: Article) -> tuple[Happening, ...]:
    """What the statements of an article say has happened, without the rest of its reading."""
    return _Restored(connection, row, article).happenings()[0]


class _Restored:
    """The rows of one article, and records of them; ``only`` is the one statement that is wanted."""

    def __init__(self, connection: sqlite3.Connection, row: int, article: Article | None = None, only: int | None = None) -> None:
        self.connection, self.row = connection, row
        self.article = article or article_of(connection, row)
        self.those, self.key = ("s.article = ?", row) if only is None else ("s.statement = ?", only)

    @cached_property
    def number(self) -> dict[int, int]:
        """The numbers of the article's statements."""
        return dict(self._all("SELECT statement, number FROM statements WHERE article = ?"))

    def _all(self, query: str) -> list[Row]:
        return self.connection.execute(query, (self.row,)).fetchall()

    def _of_statement(self, columns: str, table: str, order: str) -> dict[int, list[Row]]:
        """Rows of a table under statements, by statement."""
        found: dict[int, list[Row]] = {}
        query = (
            f"SELECT t.statement, {columns} FROM statements s JOIN {table} t USING (statement)"
            f" WHERE {self.those} ORDER BY t.statement, {order}"
        )
        for own, *rest in self.connection.execute(query, (self.key,)):
            found.setdefault(own, []).append(tuple(rest))
        return found

    def _text(self, start: int, end: int) -> str:
        return self.article.text[start:end]

    def _statement(self, statement: int | None) -> str | None:
        if statement is None:
            return None
        if statement not in self.number:
            raise ValueError(f"it refers to a statement {statement}, which is not there")
        return f"s{self.number[statement]}"

    def said(self, by: Row, *, voices_alone: bool = False) -> Reading:
        """Its statements and entities."""
        reader, version, pipeline, notes = by
        return Reading(
            article=self.article,
            entities=self._entities(),
            statements=self.statements(voices_alone=voices_alone),
            notes=msgspec.json.decode(notes, type=tuple[str, ...]),
            reader=Reader(name=reader, version=version, pipeline=pipeline),
        )

    def reading(self, by: Row) -> Reading:
        """All of it."""
        happenings, ties = self.happenings()
        return msgspec.structs.replace(
            self.said(by),
            labels=self._labels(),
            times=tuple(
                Time(
                    id=f"t{n}",
                    span=(a, b),
                    text=self._text(a, b),
                    start=first,
                    end=last,
                    grain=grain,
                    value=value,
                    confidence=sure,
                )
                for n, a, b, first, last, grain, value, sure in self._all(
                    f"SELECT number, start, end, first_day, last_day, grain, value, {_SURE} FROM times WHERE article = ?"
                    " ORDER BY number"
                )
            ),
            places=self._places(),
            amounts=tuple(
                Amount(
                    id=f"a{n}",
                    span=(a, b),
                    text=self._text(a, b),
                    value=value,
                    unit=unit,
                    of=of,
                    fate=fate,
                    low=low,
                    high=high,
                    qualifier=qualifier,
                    confidence=sure,
                )
                for n, a, b, value, unit, qualifier, of, fate, low, high, sure in self._all(
                    f"SELECT number, start, end, value, unit, qualifier, of, fate, low, high, {_SURE} FROM amounts"
                    " WHERE article = ? ORDER BY number"
                )
            ),
            happenings=happenings,
            ties=ties,
        )

    def happenings(self) -> tuple[tuple[Happening, ...], tuple[Tie, ...]]:
        """What is said to have happened, and who is tied to whom."""
        pieces = self._all("SELECT bytes FROM happenings WHERE article = ? ORDER BY part")
        if not pieces:
            return (), ()
        sorts = {sort: (type_, mode) for sort, type_, mode in self.connection.execute("SELECT sort, type, mode FROM sorts")}
        return unpacked(b"".join(piece for (piece,) in pieces), self.article.text, sorts)

    def _places(self) -> tuple[Place, ...]:
        toponyms: dict[int, list[Toponym]] = defaultdict(list)
        for own, start, end, sense in self._all("SELECT place, start, end, sense FROM toponyms WHERE article = ? ORDER BY start"):
            toponyms[own].append(Toponym(span=(start, end), sense=sense))
        return tuple(
            Place(
                id=f"p{n}",
                entity=f"e{e}",
                name=name,
                latitude=y,
                longitude=x,
                country=country,
                geonames=geonames,
                region=region,
                kind=kind,
                precision=precision,
                toponyms=tuple(toponyms[n]),
                confidence=sure,
            )
            for n, e, name, y, x, country, geonames, region, kind, precision, sure in self._all(
                "SELECT number, entity, name, latitude, longitude, country, geonames, region, kind, precision,"
                f" {_SURE} FROM places JOIN sites USING (site) WHERE article = ? ORDER BY number"
            )
        )

    def _entities(self) -> tuple[Entity, ...]:
        mentions: dict[int, list[Span]] = defaultdict(list)
        # The view mentions says the same row by row, and takes longer for all of them.
        for window, coded in self._all("SELECT place, mentions FROM mention_windows WHERE article = ? ORDER BY place, part"):
            for start, end, own in unwound(window, coded):
                mentions[own].append((start, end))
        roles: dict[int, list[Role]] = defaultdict(list)
        for own, start, end, of, kind, outlet, *by in self._all(
            "SELECT entity, start, end, of, kind, by_outlet, by_entity, by_text, by_start, by_end FROM roles"
            " WHERE article = ? ORDER BY entity, number"
        ):
            # An earlier schema had no sorts of roles.
            sort = {} if kind is None else {"kind": kind, "by": _voice(outlet, *by)}
            roles[own].append(Role(text=self._text(start, end), span=(start, end), of=_entity(of), **sort))
        place: dict[int, int] = dict(self._all("SELECT entity, number FROM places WHERE article = ?"))
        return tuple(
            Entity(
                id=f"e{n}",
                kind=kind,
                name=self._text(start, end) if name is None else name,
                mentions=tuple(mentions[n]),
                roles=tuple(roles[n]),
                place=f"p{place[n]}" if n in place else None,
                confidence=sure,
            )
            for n, kind, start, end, name, sure in self._all(
                "SELECT number, coalesce(e.kind, entities.kind), start, end, e.name, confidence / 10000.0 FROM article_entities e"
                " LEFT JOIN entities USING (entity) WHERE article = ? ORDER BY number"
            )
        )

    def statements(self, *, voices_alone: bool = False) -> tuple[Statement, ...]:
        """The statements that are wanted, in reading order; perhaps without all but who says what to whom."""
        spans = self._of_statement("t.part, t.start, t.end", "statement_spans", "t.start, t.end")
        chains = self._of_statement("t.number, t.outlet, t.entity, t.text, t.start, t.end", "chain_links", "t.number")
        addressees = self._of_statement("t.start, t.end, t.entity", "addressees", "t.start")
        anonymous = {} if voices_alone else self._anonymous()
        held = {} if voices_alone else self._held()
        made = []
        rows = self.connection.execute(
            "SELECT statement, number, start, end, cue_start, cue_end, source_start, source_end, source_entity, within, voices,"
            " confidence / 10000.0, mode, act, stance, slant, source_kind, voice FROM statements s JOIN manners USING (manner)"
            f" WHERE {self.those} ORDER BY statement",
            (self.key,),
        ).fetchall()
        for own, n, start, end, cue_start, cue_end, source_start, source_end, entity, within, voices, sure, *manner in rows:
            mode, act, stance, slant, kind, voice = manner
            span = None if source_start is None else (source_start, source_end)
            source = Source(
                span=span,
                text=self._text(*span) if span else None,
                entity=_entity(entity),
                kind=kind,
                voice=voice,
                anonymity=anonymous.get(own),
            )
            pieces = spans.get(own, ())
            links = {i: _voice(*link) for i, *link in chains.get(own, ())}
            told = [Addressee(span=(a, b), text=self._text(a, b), entity=_entity(e)) for a, b, e in addressees.get(own, ())]
            made.append(
                Statement(
                    id=f"s{n}",
                    mode=mode,
                    act=act,
                    stance=stance,
                    slant=slant,
                    source=source,
                    cue=() if cue_start is None else ((cue_start, cue_end), *[(x, y) for part, x, y in pieces if part == "cue"]),
                    content=((start, end), *[(x, y) for part, x, y in pieces if part == "content"]),
                    within=self._statement(within),
                    addressee=told[0] if told else None,
                    chain=tuple([links.get(i) or implied(i, source) for i in range(voices)]),
                    confidence=sure,
                    **held.get(own, {}),
                )
            )
        return tuple(made)

    def _anonymous(self) -> dict[int, Anonymity]:
        """Why statements' sources are not named, by statement."""
        found = self._of_statement("t.start, t.end, t.because_start, t.because_end", "anonymities", "t.start")
        return {own: self._anonymity(*every[0]) for own, every in found.items()}

    def _held(self) -> dict[int, dict[str, Any]]:
        """By statement, what it rests on, what it answers, and what times, places and amounts it names."""
        found: dict[int, dict[str, Any]] = defaultdict(dict)
        hands = self._of_statement(
            "t.number, t.of, t.of_entity, t.of_text, t.of_start, t.of_end, t.seen_start, t.seen_end", "evidence_hands", "t.number"
        )
        for own, every in self._of_statement("t.number, t.start, t.end, t.kind", "evidence", "t.number").items():
            held_by = {i: row for i, *row in hands.get(own, ())}
            found[own]["evidence"] = tuple(self._evidence(x, y, k, held_by.get(i)) for i, x, y, k in every)
        for own, every in self._of_statement("t.answered", "answers", "t.number").items():
            found[own]["answers"] = tuple(f"s{self.number[x]}" for (x,) in every)
        for name in ("time", "place", "amount"):
            for own, every in self._of_statement(f"t.{name}", f"statement_{name}s", "t.number").items():
                found[own][f"{name}s"] = tuple(f"{name[0]}{x}" for (x,) in every)
        return found

    def _anonymity(self, start: int, end: int, first: int | None, last: int | None) -> Anonymity:
        because = None if first is None or last is None else (first, last)
        return Anonymity(span=(start, end), text=self._text(start, end), because=because)

    def _evidence(self, start: int, end: int, kind: str, hands: list[Any] | None) -> Evidence:
        """A piece of evidence, with whose it is and who has seen it where the ledger says either."""
        of, *owner, first, last = hands or (0, None, None, None, None, None, None)
        return Evidence(
            span=(start, end),
            text=self._text(start, end),
            kind=kind,
            of=_voice(0, *owner) if of else None,
            seen=None if first is None or last is None else (first, last),
        )

    def _labels(self) -> tuple[Label, ...]:
        return tuple(
            Label(
                of=_entity(of),
                by=_voice(*by),
                text=self._text(start, end),
                span=(start, end),
                use=use,
                within=self._statement(within),
                confidence=sure,
            )
            for of, *by, start, end, use, within, sure in self._all(
                f"SELECT of, by_outlet, by_entity, by_text, by_start, by_end, start, end, use, within, {_SURE} FROM labels"
                " WHERE article = ? ORDER BY number"
            )
        )


def implied(number: int, source: Source) -> Voice:
    """The link of a chain that is not written down: the outlet at its beginning, the statement's source at its end."""
    return Voice(entity=source.entity, text=source.text, span=source.span) if number else _OUTLET


def _entity(number: int | None) -> str | None:
    return None if number is None else f"e{number}"


def _voice(outlet: int, entity: int | None, text: str | None, start: int | None, end: int | None) -> Voice:
    span = None if start is None or end is None else (start, end)
    return Voice(outlet=bool(outlet), entity=_entity(entity), text=text, span=span)
