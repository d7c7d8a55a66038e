"""A reading into the ledger's tables."""

from __future__ import annotations

import json
import sqlite3

import msgspec

from allegedly.ledger.mentions import windows
from allegedly.ledger.names import folded, identity, names_of
from allegedly.ledger.packing import packed
from allegedly.ledger.restoring import implied
from allegedly.ledger.store import now
from allegedly.ledger.terms import TERMS, terms_of
from allegedly.ledger.weighed import drop_weighed
from allegedly.model import Article, Entity, Label, Place, Reading, Statement, Voice

_UNDER_STATEMENTS = (
    "statement_times",
    "statement_places",
    "statement_amounts",
    "answers",
    "anonymities",
    "evidence_hands",
    "evidence",
    "chain_links",
    "addressees",
    "statement_spans",
)
_UNDER_ARTICLES = (
    "happenings",
    "labels",
    "statements",
    "times",
    "toponyms",
    "places",
    "amounts",
    "roles",
    "mention_windows",
    "article_entities",
)
"""In the order in which they can go."""


def put_article(connection: sqlite3.Connection, article: Article) -> tuple[int, bool]:
    """The article's row, and whether it is the newer version of one with the same URL. Call it inside a transaction."""
    line = article.dateline
    start, end = line.span if line else (None, None)
    text = article.text.replace("\0", " ")
    zeros = [at for at, character in enumerate(article.text) if not ord(character)] if text != article.text else None
    row = connection.execute(
        "INSERT INTO articles (id, key, title, outlet, url, byline, published, dateline, dateline_date, dateline_start,"
        " dateline_end, language, zeros, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article.id, article.key, article.title, article.outlet, article.url, article.byline, article.published),
            *(line.place if line else None, line.date if line else None, start, end, article.language),
            *(json.dumps(zeros) if zeros else None, text),
        ),
    ).lastrowid
    assert row is not None
    connection.execute("INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)", (row, article.title or "", text))
    renewed = 0
    if article.url:
        renewed = connection.execute(
            "UPDATE articles SET newer = ? WHERE url = ? AND article <> ? AND newer IS NULL", (row, article.url, row)
        ).rowcount
    return row, renewed > 0


def put_reading(connection: sqlite3.Connection, row: int, reading: Reading) -> None:
    """The reading's findings, in place of those of an earlier reading, which stays on record. Call it inside a transaction."""
    if connection.execute("UPDATE readings SET replaced = ? WHERE article = ? AND replaced IS NULL", (now(), row)).rowcount:
        drop_findings(connection, row)
    by = reading.reader
    connection.execute(
        "INSERT INTO readings (article, reader, version, pipeline, notes, read) VALUES (?, ?, ?, ?, ?, ?)",
        (row, by.name, by.version, by.pipeline, msgspec.json.encode(reading.notes).decode(), now()),
    )
    _Findings(connection, row, reading).put()


def put_findings(connection: sqlite3.Connection, row: int, reading: Reading) -> None:
    """Other findings of the same reading: people's decisions applied. Call it inside a transaction."""
    first, count = connection.execute("SELECT min(statement), count(*) FROM statements WHERE article = ?", (row,)).fetchone()
    drop_findings(connection, row)
    # A person may let a statement stand within a later one.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    # In their old rows, since searches give the articles that were added last first.
    _Findings(connection, row, reading, first if count == len(reading.statements) else None).put()


def drop_findings(connection: sqlite3.Connection, row: int) -> None:
    """Take an article's findings out, the search index and what was weighed with them; that it was read stays on record."""
    drop_weighed(connection, row)
    connection.execute(
        f"INSERT INTO statement_words (statement_words, rowid, {TERMS}) SELECT 'delete', statement, {TERMS}"
        " FROM statement_terms WHERE article = ?",
        (row,),
    )
    for table in _UNDER_STATEMENTS:
        connection.execute(f"DELETE FROM {table} WHERE statement IN (SELECT statement FROM statements WHERE article = ?)", (row,))
    for table in _UNDER_ARTICLES:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (row,))


def number(name: str) -> int:
    """3 for *s3*."""
    return int(name[1:])


def parts(confidence: float) -> int:
    """A confidence in ten-thousandths."""
    return round(confidence * 10_000)


class _Findings:
    """What was found in one article, on its way in."""

    def __init__(self, connection: sqlite3.Connection, row: int, reading: Reading, first: int | None = None) -> None:
        """``first``: the row of its first statement; null: after all others."""
        self.first = first
        self.put_one = connection.execute
        self.put_many = connection.executemany
        self.row, self.reading = row, reading
        self.manners: dict[tuple[str | None, ...], int] = {}
        self.sites: dict[tuple[object, ...], int] = {}

    def put(self) -> None:
        """All of them."""
        row, reading = self.row, self.reading
        self._entities()
        self.put_many(
            "INSERT INTO times VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(row, number(t.id), *t.span, t.start, t.end, t.grain, t.value, parts(t.confidence)) for t in reading.times],
        )
        self.put_many(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?)",
            [
                (
                    row,
                    number(p.id),
                    number(p.entity),
                    self._site(p),
                    parts(p.confidence),
                )
                for p in reading.places
            ],
        )
        self.put_many(
            "INSERT INTO toponyms VALUES (?, ?, ?, ?, ?)",
            [(row, number(p.id), *toponym.span, toponym.sense) for p in reading.places for toponym in p.toponyms],
        )
        self.put_many(
            "INSERT INTO amounts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(row, number(a.id), *a.span, a.value, a.unit, a.qualifier),
                    *(a.of, a.fate, a.low, a.high, parts(a.confidence)),
                )
                for a in reading.amounts
            ],
        )
        first = self.first or self.put_one("SELECT coalesce(max(statement), 0) + 1 FROM statements").fetchone()[0]
        rows = {s.id: first + i for i, s in enumerate(reading.statements)}
        self.put_many(
            "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [self._statement(s, rows) for s in reading.statements],
        )
        for s in reading.statements:
            self._under(s, rows)
        self.put_many(
            "INSERT INTO labels VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [self._label(i, label, rows) for i, label in enumerate(reading.labels, 1)],
        )
        self.put_many(
            f"INSERT INTO statement_words (rowid, {TERMS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(rows[s.id], *terms) for s, terms in zip(reading.statements, terms_of(reading), strict=True)],
        )

        self._happenings()

    def _happenings(self) -> None:
        reading = self.reading
        sorts = {(h.type, h.mode): 0 for h in reading.happenings}
        for sort in sorts:
            sorts[sort] = self._of("sorts", "type, mode", sort)
        self.put_many(
            "INSERT INTO happenings VALUES (?, ?, ?)",
            [(self.row, i, piece) for i, piece in enumerate(packed(reading.happenings, reading.ties, sorts))],
        )

    def _entities(self) -> None:
        row, reading = self.row, self.reading
        made = []
        for e in reading.entities:
            whole, reason = self._gathered(e)
            made.append((row, number(e.id), *self._named(e), parts(e.confidence), None if whole else e.kind, whole, reason))
        self.put_many("INSERT INTO article_entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", made)
        self.put_many(
            "INSERT INTO mention_windows VALUES (?, ?, ?, ?)",
            windows((*span, number(e.id), row) for e in reading.entities for span in e.mentions),
        )
        self.put_many(
            "INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (row, number(e.id), i, *role.span, _number(role.of), role.kind, int(role.by.outlet), *_voice(role.by))
                for e in reading.entities
                for i, role in enumerate(e.roles)
            ],
        )

    def _named(self, entity: Entity) -> tuple[int | None, int | None, str | None]:
        """Where the article has the entity's name, or the name itself."""
        text, name = self.reading.article.text, entity.name
        for start, end in (*entity.mentions, (0, len(text))):
            at = text.find(name, start, end)
            if at >= 0:
                return at, at + len(name), None
        return None, None, name

    def _gathered(self, entity: Entity) -> tuple[int | None, int | None]:
        """The entity across articles, made where it is new, with the names that it goes by here; and the reason."""
        found = identity(entity)
        if found is None:
            return None, None
        key, words, score = found
        old = self.put_one(
            "SELECT entity FROM names JOIN entities USING (entity) WHERE names.name = ? AND main AND kind = ?", (key, entity.kind)
        ).fetchone()
        if old is None:
            whole = self.put_one("INSERT INTO entities (kind, name) VALUES (?, ?)", (entity.kind, entity.name)).lastrowid
            assert whole is not None
        else:
            whole = int(old[0])
        names = set(names_of(self.reading.article, entity)) - {key, ""}
        self.put_many("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", [(key, 1, whole), *((name, 0, whole) for name in names)])
        return whole, self._of("reasons", "words, score", (words, score))

    def _of(self, table: str, columns: str, values: tuple[object, ...]) -> int:
        """The row of these values in a table of few, made where it is new."""
        named = columns.split(", ")
        query = f"SELECT {table[:-1]} FROM {table} WHERE {' AND '.join(f'{c} IS ?' for c in named)}"
        found = self.put_one(query, values).fetchone()
        if found is None:
            found = (self.put_one(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(named))})", values).lastrowid,)
        return int(found[0])

    def _site(self, p: Place) -> int:
        values = (p.name, p.latitude, p.longitude, p.country, p.geonames, p.region, p.kind, p.precision)
        return self._of("sites", "name, latitude, longitude, country, geonames, region, kind, precision", values)

    def _statement(self, s: Statement, rows: dict[str, int]) -> tuple[object, ...]:
        manner = (s.mode, s.act, s.stance, s.slant, s.source.kind, s.source.voice)
        if manner not in self.manners:
            self.manners[manner] = self._of("manners", "mode, act, stance, slant, source_kind, voice", manner)
        return (
            *(rows[s.id], self.row, number(s.id), self.manners[manner]),
            *s.content[0],
            *(s.cue[0] if s.cue else (None, None)),
            *(s.source.span or (None, None)),
            *(_number(s.source.entity), rows[s.within] if s.within else None, len(s.chain), parts(s.confidence)),
        )

    def _under(self, s: Statement, rows: dict[str, int]) -> None:
        own, row = rows[s.id], self.row
        for command, values in (
            (
                "statement_spans VALUES (?, ?, ?, ?)",
                [(own, part, *span) for part, spans in (("content", s.content), ("cue", s.cue)) for span in spans[1:]],
            ),
            ("addressees VALUES (?, ?, ?, ?, ?)", [(own, row, *a.span, _number(a.entity)) for a in (s.addressee,) if a]),
            (
                "chain_links VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (own, i, int(v.outlet), row, *_voice(v))
                    for i, v in enumerate(s.chain)
                    if v != implied(i, s.source) or 0 < i < len(s.chain) - 1
                ],
            ),
            ("evidence VALUES (?, ?, ?, ?, ?)", [(own, i, *e.span, e.kind) for i, e in enumerate(s.evidence)]),
            (
                "evidence_hands VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (own, i, row, int(e.of is not None), *(_voice(e.of) if e.of else _NOBODY), *(e.seen or (None, None)))
                    for i, e in enumerate(s.evidence)
                    if e.of or e.seen
                ],
            ),
            (
                "anonymities VALUES (?, ?, ?, ?, ?)",
                [(own, *a.span, *(a.because or (None, None))) for a in (s.source.anonymity,) if a],
            ),
            ("answers VALUES (?, ?, ?)", [(own, i, rows[x]) for i, x in enumerate(s.answers)]),
            ("statement_times VALUES (?, ?, ?, ?)", [(own, i, row, number(x)) for i, x in enumerate(s.times)]),
            ("statement_places VALUES (?, ?, ?, ?)", [(own, i, row, number(x)) for i, x in enumerate(s.places)]),
            ("statement_amounts VALUES (?, ?, ?, ?)", [(own, i, row, number(x)) for i, x in enumerate(s.amounts)]),
        ):
            if values:
                self.put_many(f"INSERT INTO {command}", values)

    def _label(self, i: int, label: Label, rows: dict[str, int]) -> tuple[object, ...]:
        return (
            *(self.row, i, _number(label.of), int(label.by.outlet), *_voice(label.by), *label.span),
            *(folded(label.text), label.use, rows[label.within] if label.within else None, parts(label.confidence)),
        )


_NOBODY = (None, None, None, None)


def _number(name: str | None) -> int | None:
    return number(name) if name else None


def _voice(voice: Voice) -> tuple[object, ...]:
    return (_number(voice.entity), voice.text, *(voice.span or (None, None)))
