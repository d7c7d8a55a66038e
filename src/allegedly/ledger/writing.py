"""A reading into the ledger's tables, and out of them."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from allegedly.ledger.names import folded, identity, names_of, proper
from allegedly.ledger.store import now
from allegedly.model import Article, Entity, Label, Reading, Span, Statement, Voice

TERMS = "words, source, about, outlet, labels, places, denied_by, marks"
"""Columns of the search index of statements."""
GAP = " … "
"""What stands between the pieces of a statement's words."""
_FINDINGS = (
    "statement_times statement_places statement_amounts answers evidence chain_links statement_spans".split(),
    "labels statements places times amounts".split(),
)


def put_article(connection: sqlite3.Connection, article: Article) -> tuple[int, bool]:
    """The article's row, and whether it is the newer version of one with the same URL. Call it inside a transaction."""
    line = article.dateline
    start, end = line.span if line else (None, None)
    row = connection.execute(
        "INSERT INTO articles (id, key, title, outlet, url, byline, published, dateline, dateline_date, dateline_start,"
        " dateline_end, language, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article.id, article.key, article.title, article.outlet, article.url, article.byline, article.published),
            *(line.place if line else None, line.date if line else None, start, end, article.language, article.text),
        ),
    ).lastrowid
    assert row is not None
    connection.execute(
        "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)", (row, article.title or "", article.text)
    )
    renewed = 0
    if article.url:
        renewed = connection.execute(
            "UPDATE articles SET newer = ? WHERE url = ? AND article <> ? AND newer IS NULL", (row, article.url, row)
        ).rowcount
    return row, renewed > 0


def put_reading(connection: sqlite3.Connection, row: int, reading: Reading) -> None:
    """The reading's findings, in place of those of an earlier reading, which stays on record. Call it inside a transaction."""
    by = reading.reader
    connection.execute("UPDATE readings SET replaced = ? WHERE article = ? AND replaced IS NULL", (now(), row))
    connection.execute(
        "INSERT INTO readings (article, reader, version, pipeline, notes, read) VALUES (?, ?, ?, ?, ?, ?)",
        (row, by.name, by.version, by.pipeline, msgspec.json.encode(reading.notes).decode(), now()),
    )
    put_findings(connection, row, reading)


def put_findings(connection: sqlite3.Connection, row: int, reading: Reading) -> None:
    """What was found, in place of what is there of this article. Call it inside a transaction."""
    drop_findings(connection, row)
    entities = _entities(connection, row, reading)
    _Findings(connection, row, reading, entities).put()


def drop_findings(connection: sqlite3.Connection, row: int) -> None:
    """Take an article's findings out, the search index with them; that it was read stays on record."""
    connection.execute(
        f"INSERT INTO statement_words (statement_words, rowid, {TERMS}) SELECT 'delete', statement, {TERMS}"
        " FROM statement_terms WHERE article = ?",
        (row,),
    )
    below, own = _FINDINGS
    connection.execute("UPDATE statements SET within = NULL WHERE article = ?", (row,))
    for table in below:
        connection.execute(f"DELETE FROM {table} WHERE statement IN (SELECT statement FROM statements WHERE article = ?)", (row,))
    for table in own:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (row,))
    for table in ("mentions", "roles"):
        connection.execute(
            f"DELETE FROM {table} WHERE article_entity IN (SELECT article_entity FROM article_entities WHERE article = ?)", (row,)
        )
    connection.execute("DELETE FROM article_entities WHERE article = ?", (row,))


def words_of(article: Article, spans: Iterable[Span]) -> str:
    """A statement's words, pieces joined, white space made single."""
    return GAP.join(" ".join(article.text[start:end].split()) for start, end in spans)


def _entities(connection: sqlite3.Connection, row: int, reading: Reading) -> dict[str, int]:
    """The reading's entities, each gathered with those of other articles; rows by id."""
    rows: dict[str, int] = {}
    for entity in reading.entities:
        whole = _gathered(connection, reading.article, entity)
        _, reason, score = identity(reading.article.id, entity)
        made = connection.execute(
            "INSERT INTO article_entities (article, number, kind, name, confidence, entity, reason, score)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (row, number(entity.id), entity.kind, entity.name, entity.confidence, whole, reason, score),
        ).lastrowid
        assert made is not None
        rows[entity.id] = made
    for entity in reading.entities:
        own = rows[entity.id]
        connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, ?)", [(own, i, *span) for i, span in enumerate(entity.mentions)]
        )
        connection.executemany(
            "INSERT INTO roles VALUES (?, ?, ?, ?, ?)",
            [(own, i, *role.span, rows[role.of] if role.of else None) for i, role in enumerate(entity.roles)],
        )
    return rows


def _gathered(connection: sqlite3.Connection, article: Article, entity: Entity) -> int:
    """The entity across articles, made where it is new, with the names that it goes by here."""
    key, _, _ = identity(article.id, entity)
    found = connection.execute("SELECT entity FROM entities WHERE folded = ? AND kind = ?", (key, entity.kind)).fetchone()
    if found is None:
        whole = connection.execute(
            "INSERT INTO entities (kind, name, folded) VALUES (?, ?, ?)", (entity.kind, entity.name, key)
        ).lastrowid
        assert whole is not None
    else:
        whole = found[0]
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?)", [(name, whole) for name in set(names_of(article, entity)) if name]
    )
    return int(whole)


def number(name: str) -> int:
    """3 for *s3*."""
    return int(name[1:])


class _Findings:
    """Statements, labels, times, places and amounts of one reading on their way in."""

    def __init__(self, connection: sqlite3.Connection, row: int, reading: Reading, entities: dict[str, int]) -> None:
        self.put_one = connection.execute
        self.put_many = connection.executemany
        self.row, self.reading, self.entities = row, reading, entities
        self.called: dict[str | None, str] = {e.id: e.name for e in reading.entities}
        self.mentions = sorted((start, end, e.id) for e in reading.entities for start, end in e.mentions)

    def put(self) -> None:
        """All of them."""
        reading, row = self.reading, self.row
        times = {
            t.id: self._new(
                "INSERT INTO times (article, number, start, end, first_day, last_day, grain, confidence)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (row, number(t.id), *t.span, t.start, t.end, t.grain, t.confidence),
            )
            for t in reading.times
        }
        places = {
            p.id: self._new(
                "INSERT INTO places (article, number, article_entity, name, folded, latitude, longitude, country, geonames,"
                " confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(row, number(p.id), self.entities[p.entity], p.name, folded(p.name)),
                    *(p.latitude, p.longitude, p.country, p.geonames, p.confidence),
                ),
            )
            for p in reading.places
        }
        amounts = {
            a.id: self._new(
                "INSERT INTO amounts (article, number, start, end, value, unit, qualifier, confidence)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (row, number(a.id), *a.span, a.value, a.unit, a.qualifier, a.confidence),
            )
            for a in reading.amounts
        }
        rows = {s.id: self._statement(s) for s in reading.statements}
        for s in reading.statements:
            own = rows[s.id]
            if s.within:
                self.put_one("UPDATE statements SET within = ? WHERE statement = ?", (rows[s.within], own))
            self.put_many("INSERT INTO answers VALUES (?, ?, ?)", [(own, i, rows[x]) for i, x in enumerate(s.answers)])
            self.put_many("INSERT INTO statement_times VALUES (?, ?, ?)", [(own, i, times[x]) for i, x in enumerate(s.times)])
            self.put_many("INSERT INTO statement_places VALUES (?, ?, ?)", [(own, i, places[x]) for i, x in enumerate(s.places)])
            self.put_many(
                "INSERT INTO statement_amounts VALUES (?, ?, ?)", [(own, i, amounts[x]) for i, x in enumerate(s.amounts)]
            )
        for label in reading.labels:
            self._label(label, rows)
        self.put_one(
            f"INSERT INTO statement_words (rowid, {TERMS}) SELECT statement, {TERMS} FROM statement_terms WHERE article = ?",
            (row,),
        )

    def _new(self, command: str, values: tuple[object, ...]) -> int:
        made = self.put_one(command, values).lastrowid
        assert made is not None
        return made

    def _entity(self, name: str | None) -> int | None:
        return self.entities[name] if name else None

    def _statement(self, s: Statement) -> int:
        words = words_of(self.reading.article, s.content)
        own = self._new(
            "INSERT INTO statements (article, number, mode, act, stance, slant, source_kind, source_start, source_end,"
            " source_entity, addressee_start, addressee_end, addressee_entity, confidence, words, source, about)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self.row, number(s.id), s.mode, s.act, s.stance, s.slant, s.source.kind),
                *(s.source.span or (None, None)),
                self._entity(s.source.entity),
                *(s.addressee.span if s.addressee else (None, None)),
                self._entity(s.addressee.entity) if s.addressee else None,
                *(s.confidence, words, self._name(s), "; ".join(self._about(s))),
            ),
        )
        spans = [(own, "content", *span) for span in s.content] + [(own, "cue", *span) for span in s.cue]
        self.put_many("INSERT INTO statement_spans VALUES (?, ?, ?, ?)", spans)
        self.put_many(
            "INSERT INTO chain_links VALUES (?, ?, ?, ?, ?, ?, ?)", [(own, i, *self._voice(v)) for i, v in enumerate(s.chain)]
        )
        self.put_many(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", [(own, i, *e.span, e.kind) for i, e in enumerate(s.evidence)]
        )
        return own

    def _name(self, s: Statement) -> str | None:
        """Who says it: the entity's name, with the source's own words where they say more; the outlet by its name."""
        if s.source.kind == "outlet" and s.source.span is None:
            return self.reading.article.outlet
        name, text = self.called.get(s.source.entity), s.source.text
        if name is None or text is None or not proper(text):
            return name or text
        whole = " ".join(text.split())
        if name in whole:
            return whole[4:] if whole[:4].lower() == "the " else whole
        return name if whole in name else f"{name} ({whole})"

    def _about(self, s: Statement) -> Iterator[str]:
        """Names of the entities that its words mention, in the order of the reading's list."""
        seen = set()
        for start, end in s.content:
            for at in range(bisect_left(self.mentions, (start, 0, "")), bisect_left(self.mentions, (end, 0, ""))):
                seen.add(self.mentions[at][2])
        yield from (name for key, name in self.called.items() if key in seen)

    def _voice(self, voice: Voice) -> tuple[object, ...]:
        return (int(voice.outlet), self._entity(voice.entity), voice.text, *(voice.span or (None, None)))

    def _label(self, label: Label, rows: dict[str, int]) -> None:
        self.put_one(
            "INSERT INTO labels (article, of, by_outlet, by_entity, by_text, by_start, by_end, start, end, word, use, within,"
            " confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self.row, self._entity(label.of), *self._voice(label.by), *label.span),
                *(folded(label.text), label.use, rows[label.within] if label.within else None, label.confidence),
            ),
        )
