"""Who calls whom what, over all articles: labels by outlet, by who speaks, or by time; and the words behind each number."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from allegedly.ledger import store
from allegedly.ledger.names import folded

Across = Literal["outlet", "speaker", "time"]
ACROSS: tuple[str, ...] = get_args(Across)
NOBODY = "nobody named"
"""Stands for speakers of whom no name is given."""
_WHOM = 3
"""Those who are called so, of whom a row tells."""
_MONTHS = 18
"""Months up to which time goes by months; beyond them, by years."""
_AROUND = 110
"""Characters of an article that stand on either side of a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """Which labels are meant. What is null or empty does not matter."""

    words: str = ""
    """Words that the label has."""
    label: str | None = None
    """The label itself, nothing more or less."""
    of: str | None = None
    """Who is called so, by name."""
    by: str | None = None
    """Who calls them so: by name, or an outlet in its own voice; :data:`NOBODY` where no name is given."""
    outlet: str | None = None
    """In which outlet: its name, or where none has it, a part of the name."""
    month: str | None = None
    """Year or month of publication: ``2024``, ``2024-03``."""
    since: date | None = None
    until: date | None = None


class Whom(NamedTuple):
    """Somebody, and how many labels are of them."""

    name: str
    labels: int


class Cell(NamedTuple):
    """How often it is put so, and how often it is turned down."""

    applied: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """A label, who uses it or when, and who is called so."""

    word: str
    """The label, folded: without case, accents, leading article."""
    whom: tuple[Whom, ...]
    """Those who are named and most often called so; many are only described."""
    count: int
    rejected: int
    """How many of these turn it down."""
    cells: dict[str, Cell]
    """By column; columns in which there are none are left out."""
    others: int
    """How many stand in columns that are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelTable:
    """Labels by the columns."""

    across: str
    columns: tuple[str, ...]
    """Those with the most labels, the most first; times in their order. Times are ``2024`` or ``2024-03``."""
    columns_left: int
    """How many columns there are besides."""
    rows: tuple[LabelRow, ...]
    """Those with the most labels first."""
    rows_left: int
    """How many rows come after these."""
    count: int
    """How many labels there are in all rows."""


class Labelled(NamedTuple):
    """A label where it stands."""

    article: str
    """Id of the article."""
    statement: str | None
    """In which statement, ``s3``; null where it stands in none, as in a headline."""
    title: str | None
    outlet: str | None
    published: str | None
    whom: str | None
    by: str | None
    """Who calls them so; null where nobody is named."""
    use: str
    """``applied`` or ``rejected``."""
    before: str
    """The words before it."""
    text: str
    after: str


_SOURCE = (
    "FROM labels l CROSS JOIN articles a USING (article) LEFT JOIN article_entities x ON x.article = l.article AND x.number ="
    " l.of LEFT JOIN resolved r ON r.entity = x.entity"
)
_SPEAKER = (
    " LEFT JOIN article_entities y ON y.article = l.article AND y.number = l.by_entity LEFT JOIN resolved q ON q.entity ="
    " y.entity"
)
_COLUMNS = {
    "outlet": "a.outlet",
    "speaker": "iif(l.by_outlet, a.outlet, coalesce(q.whole, y.entity, l.by_text))",
    "time": "substr(a.published, 1, 7)",
}
_UNKNOWN = {"outlet": "outlet not known", "speaker": NOBODY, "time": "day not known"}
"""What the column of those is called of whom it is not known."""


class Labels:
    """What a ledger has of labels; a part of :class:`allegedly.ledger.Ledger`."""

    path: Path
    _connection: sqlite3.Connection

    def labels(
        self,
        words: str = "",
        *,
        across: Across = "outlet",
        columns: int = 12,
        limit: int = 40,
        skip: int = 0,
        **which: Any,  # noqa: ANN401 (the fields of Labelling)
    ) -> LabelTable:
        """Who is called what: a row for each, a column for each outlet, each who speaks, or each stretch of time.

        Args:
            words: Words that the label has.
            across: What the columns are.
            columns: How many columns at most.
            limit: How many rows at most.
            skip: How many rows to pass over.
            which: Whatever else the labels must be, as in :class:`Labelling`.

        Raises:
            BadLedger: The ledger cannot be read.
            ValueError: The columns cannot be that.
        """
        if across not in ACROSS:
            raise ValueError(f"{across!r} cannot be the columns of labels; there are {', '.join(ACROSS)}")
        chosen = _Chosen(self._connection, Labelling(words=words, **which))
        try:
            found = self._connection.execute(
                f"SELECT l.word, coalesce(r.whole, x.entity), {_COLUMNS[across]}, typeof({_COLUMNS[across]}) = 'integer',"
                f" count(*), sum(l.use = 'rejected') {_SOURCE}{_SPEAKER if across == 'speaker' or chosen.speaker else ''} WHERE"
                f" {chosen.conditions()} GROUP BY 1, 2, 3",
                chosen.values,
            ).fetchall()
            return _table(self._connection, found, across, columns, limit, skip)
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error

    def labelled(self, words: str = "", *, limit: int = 20, skip: int = 0, **which: Any) -> list[Labelled]:  # noqa: ANN401 (the same)
        """The labels where they stand, those of the articles added last first.

        Args:
            words: Words that the label has.
            limit: How many at most.
            skip: How many to pass over.
            which: Whatever else the labels must be, as in :class:`Labelling`.

        Raises:
            BadLedger: The ledger cannot be read.
        """
        chosen = _Chosen(self._connection, Labelling(words=words, **which))
        try:
            rows = self._connection.execute(
                f"SELECT l.article, l.number {_SOURCE}{_SPEAKER if chosen.speaker else ''} WHERE {chosen.conditions()}"
                " ORDER BY l.article DESC, l.number LIMIT ? OFFSET ?",
                (*chosen.values, limit, skip),
            ).fetchall()
            return [_standing(self._connection, *row) for row in rows]
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error


def _table(
    connection: sqlite3.Connection, found: Iterable[tuple[Any, ...]], across: str, columns: int, limit: int, skip: int
) -> LabelTable:
    """The table of what was counted: label, whom, column, whether that is an entity, how many, how many of them rejected."""
    labels = list(found)
    rows: Counter[str] = Counter()
    across_all: Counter[Any] = Counter()
    months = {column for _, _, column, *_ in labels if column} if across == "time" else set()
    year = slice(4) if len(months) > _MONTHS else slice(None)
    for word, _, column, known, count, _ in labels:
        rows[word] += count
        across_all[column[year] if isinstance(column, str) else column, known] += count
    page = sorted(rows, key=lambda word: (-rows[word], word))[skip : skip + limit]
    cells: dict[str, dict[Any, list[int]]] = {word: {} for word in page}
    whom: dict[str, Counter[int]] = {word: Counter() for word in page}
    for word, entity, column, known, count, rejected in labels:
        if word in cells:
            cell = cells[word].setdefault((column[year] if isinstance(column, str) else column, known), [0, 0])
            cell[0] += count - rejected
            cell[1] += rejected
            if entity is not None:
                whom[word][entity] += count
    shown = [at for at, _ in sorted(across_all.items(), key=lambda each: (-each[1], str(each[0])))[:columns]]
    if across == "time":
        shown.sort(key=lambda at: at[0] or "")
    most = {word: sorted(whom[word].items(), key=lambda each: (-each[1], each[0]))[:_WHOM] for word in page}
    names = _names(connection, [*(one for those in most.values() for one, _ in those), *(at for at, known in shown if known)])
    headed = {at: names[at[0]] if at[1] else at[0] or _UNKNOWN[across] for at in shown}
    return LabelTable(
        across=across,
        columns=tuple(dict.fromkeys(headed.values())),
        columns_left=len(across_all) - len(shown),
        rows=tuple(_row(word, rows[word], [Whom(names[one], n) for one, n in most[word]], cells[word], headed) for word in page),
        rows_left=max(0, len(rows) - skip - limit),
        count=sum(rows.values()),
    )


def _row(word: str, count: int, whom: Iterable[Whom], cells: dict[Any, list[int]], headed: dict[Any, str]) -> LabelRow:
    made: dict[str, Cell] = {}
    for at, name in headed.items():
        applied, rejected = cells.get(at, (0, 0))
        if applied or rejected:
            before = made.get(name, Cell(0, 0))
            made[name] = Cell(before.applied + applied, before.rejected + rejected)
    return LabelRow(
        word=word,
        whom=tuple(whom),
        count=count,
        rejected=sum(rejected for _, rejected in cells.values()),
        cells=made,
        others=count - sum(sum(cell) for cell in made.values()),
    )


def _names(connection: sqlite3.Connection, entities: Iterable[int]) -> dict[int, str]:
    names: dict[int, str] = {}
    for entity in set(entities):
        names[entity] = connection.execute(
            "SELECT coalesce(w.name, e.name) FROM entities e LEFT JOIN wholes w USING (entity) WHERE e.entity = ?", (entity,)
        ).fetchone()[0]
    return names


def _standing(connection: sqlite3.Connection, article: int, number: int) -> Labelled:
    row = connection.execute(
        "SELECT a.id, 's' || s.number, a.title, a.outlet, a.published,"
        " coalesce(w.name, e.name, x.name, substr(a.text, x.start + 1, x.end - x.start)),"
        " iif(l.by_outlet, a.outlet, coalesce((SELECT p.name FROM people p WHERE p.article = l.article AND p.number ="
        " l.by_entity), l.by_text)), l.use, substr(a.text, max(0, l.start - ?1) + 1, min(l.start, ?1)),"
        " substr(a.text, l.start + 1, l.end - l.start), substr(a.text, l.end + 1, ?1)"
        f" {_SOURCE} LEFT JOIN entities e ON e.entity = coalesce(r.whole, x.entity) LEFT JOIN wholes w ON w.entity ="
        " e.entity LEFT JOIN statements s ON s.statement = l.within WHERE l.article = ?2 AND l.number = ?3",
        (_AROUND, article, number),
    ).fetchone()
    found = Labelled(*row)
    before, after = found.before, found.after
    if len(before) == _AROUND:
        before = before.partition(" ")[2] if " " in before else before
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] if " " in after else after
    return found._replace(before=before, after=after)


class _Chosen:
    """Which labels, as conditions on the rows."""

    def __init__(self, connection: sqlite3.Connection, which: Labelling) -> None:
        self.connection = connection
        self.values: list[object] = []
        self.speaker = which.by is not None
        # What an earlier version of an article calls somebody counts no more.
        self._conditions = ["a.newer IS NULL", "l.word <> ''"]
        plain: dict[str, Any] = {
            name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
            for name in ("words", "label", "of", "by", "outlet", "month")
            for value in (getattr(which, name),)
        }
        which = replace(which, **plain)
        for word in folded(which.words).split()[:12]:
            self._where("instr(' ' || l.word || ' ', ?)", f" {word} ")
        if which.label is not None:
            self._where("l.word = ?", folded(which.label))
        if which.of is not None:
            self._members("x.entity", which.of)
        if which.by == NOBODY:
            self._where("NOT l.by_outlet AND l.by_entity IS NULL AND l.by_text IS NULL")
        elif which.by is not None:
            self._where(
                f"iif(l.by_outlet, a.outlet = ?, (y.entity IS NULL AND l.by_text = ?) OR {self._among('y.entity', which.by)})",
                which.by,
                which.by,
            )
            self.values += self._entities(which.by)
        if which.outlet == _UNKNOWN["outlet"]:
            self._where("a.outlet IS NULL")
        elif which.outlet is not None:
            exact = connection.execute("SELECT 1 FROM articles WHERE outlet = ? LIMIT 1", (which.outlet,)).fetchone()
            self._where("a.outlet = ?" if exact else "instr(lower(a.outlet), lower(?))", which.outlet)
        if which.month == _UNKNOWN["time"]:
            self._where("a.published IS NULL")
        elif which.month is not None:
            self._where("a.published >= ? AND a.published < ?", which.month, f"{which.month}.")
        if which.since is not None:
            self._where("a.published >= ?", which.since.isoformat())
        if which.until is not None:
            self._where("a.published <= ?", which.until.isoformat())

    def conditions(self) -> str:
        """All of them."""
        return " AND ".join(f"({each})" for each in self._conditions)

    def _where(self, condition: str, *values: object) -> None:
        self._conditions.append(condition)
        self.values += values

    def _members(self, column: str, name: str) -> None:
        self._where(self._among(column, name), *self._entities(name))
        # Where somebody is in few articles, these are looked through, not all labels.
        self._where(
            f"l.article IN (SELECT article FROM article_entities WHERE {self._among('entity', name)})", *self._entities(name)
        )

    def _among(self, column: str, name: str) -> str:
        return f"{column} IN ({', '.join('?' * len(self._entities(name)))})"

    def _entities(self, name: str) -> list[int]:
        rows = self.connection.execute(
            "WITH meant(entity) AS (SELECT coalesce(r.whole, n.entity) FROM names n LEFT JOIN resolved r USING (entity) WHERE"
            " n.name = ?) SELECT entity FROM meant UNION SELECT r.entity FROM meant JOIN resolved r ON r.whole = meant.entity"
            " LIMIT 900",
            (folded(name),),
        )
        return [entity for (entity,) in rows.fetchall()]
