"""Who is who across a ledger's articles, and what is around them: who speaks of whom, what they are called, their roles.

What is around somebody is counted in the articles that name them, in those added last where there are very many; how many that
are is told with it. Nothing of it says what somebody is: it says who says so, and how often.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from allegedly.ledger.names import folded

LOOKED = 250
"""Articles that are looked through for what is around somebody."""
_LIKE = 30
"""Names that are offered."""


class Known(NamedTuple):
    """Somebody or something across articles."""

    id: int
    """Its number in this ledger; it may be another one when its articles were read anew."""
    name: str
    kind: str
    also: tuple[str, ...]
    """Other names that it goes by."""
    articles: int
    """How many articles name it."""


class Count(NamedTuple):
    """Another one, and in how many statements."""

    name: str
    statements: int


class Called(NamedTuple):
    """That somebody is called something."""

    word: str
    use: str
    """``applied``, or ``rejected`` by who speaks."""
    by: str | None
    times: int
    first: str | None
    """First day of publication."""
    last: str | None


class Held(NamedTuple):
    """A role in the words of articles."""

    words: str
    kind: str
    articles: int
    first: str | None
    """First day of publication of an article that says so."""
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """What is around somebody."""

    looked: int
    """In how many of its articles this was counted."""
    speaks_of: tuple[Count, ...]
    """Of whom it speaks."""
    spoken_of_by: tuple[Count, ...]
    """Who speaks of it."""
    called: tuple[Called, ...]
    roles: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Whose voices an outlet carries, in its articles that were added last."""

    articles: int
    looked: int
    voices: tuple[Count, ...]
    statements: dict[str, int]
    """How many statements by what kind of source, ``outlet`` for its own voice."""


_WHO = """
    SELECT coalesce(w.name, e.name), count(DISTINCT f.statement) FROM found f JOIN entities one ON one.entity = f.entity
    LEFT JOIN resolved r ON r.entity = one.entity JOIN entities e ON e.entity = coalesce(r.whole, one.entity)
    LEFT JOIN wholes w ON w.entity = e.entity GROUP BY e.entity ORDER BY 2 DESC, 1 LIMIT ?2
"""

_NAMED = (
    "SELECT own.article, own.number, m.start FROM own CROSS JOIN mentions m ON m.article = own.article AND m.entity = own.number"
)
"""Where somebody is named in the articles that are looked through: unpacked once for all their statements."""


class Who:
    """Whom a ledger knows; a part of :class:`allegedly.ledger.Ledger`."""

    path: Path
    _connection: sqlite3.Connection

    def who(self, name: str) -> list[Known]:
        """Everybody and everything that goes by a name, those of the most articles first: it may be several.

        Args:
            name: The name, in any spelling: without case, accents and leading article.
        """
        rows = self._connection.execute(
            "SELECT DISTINCT coalesce(r.whole, n.entity) FROM names n LEFT JOIN resolved r USING (entity) WHERE n.name = ?",
            (folded(name.encode("utf-8", "replace").decode()),),
        )
        found = [self._known(entity) for (entity,) in rows.fetchall()]
        # Where weighing told namesakes apart, the plain name may be left with nobody.
        return sorted((known for known in found if known.articles), key=lambda known: (-known.articles, known.id))

    def like(self, name: str, limit: int = _LIKE) -> list[str]:
        """Names with these words in them, the shortest first."""
        words = folded(name.encode("utf-8", "replace").decode())
        if not words:
            return []
        escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rows = self._connection.execute(
            "SELECT DISTINCT e.name FROM names n JOIN entities e USING (entity) WHERE n.name LIKE ? ESCAPE '\\' AND n.main"
            " ORDER BY length(n.name), n.name LIMIT ?",
            (f"%{escaped}%", limit),
        )
        return [one for (one,) in rows.fetchall()]

    def most_named(self, limit: int = 30) -> list[Known]:
        """Those whom the most articles name, places and documents left out."""
        rows = self._connection.execute(
            "SELECT coalesce(r.whole, x.entity) FROM article_entities x LEFT JOIN resolved r USING (entity) JOIN entities e"
            " ON e.entity = coalesce(r.whole, x.entity) WHERE x.entity IS NOT NULL AND e.kind NOT IN ('place', 'document',"
            " 'other')"
            " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?",
            (limit,),
        )
        found = [self._known(entity) for (entity,) in rows.fetchall()]
        return sorted(found, key=lambda known: (-known.articles, known.id))

    def circle(self, known: Known, most: int = 12) -> Circle:
        """What is around somebody.

        Args:
            known: Of :meth:`who`.
            most: How many of each at most.
        """
        rows = self._connection.execute(
            f"SELECT article, number FROM article_entities WHERE entity IN ({self._marks(known.id)}) ORDER BY article DESC"
            " LIMIT ?",
            (*self._members(known.id), LOOKED),
        ).fetchall()
        own = json.dumps(rows)
        return Circle(
            looked=len({article for article, _ in rows}),
            speaks_of=self._counts(
                "SELECT s.statement, e.entity FROM own JOIN statements s ON s.article = own.article AND s.source_entity ="
                " own.number"
                " CROSS JOIN mentions m ON m.article = s.article AND m.place BETWEEN s.start / 512 AND s.end / 512"
                " AND m.start >= s.start AND m.start < s.end AND m.entity <>"
                " own.number"
                " JOIN article_entities e ON e.article = m.article AND e.number = m.entity",
                own,
                most,
            ),
            spoken_of_by=self._counts(
                "SELECT s.statement, e.entity FROM named CROSS JOIN statements s ON s.article = named.article AND"
                " s.source_entity <> named.number AND s.start <= named.start AND s.end > named.start"
                " CROSS JOIN article_entities e ON e.article = s.article AND e.number = s.source_entity",
                own,
                most,
            ),
            called=tuple(Called(*row) for row in self._called(own, most)),
            roles=tuple(Held(*row) for row in self._roles(own, most)),
        )

    def carried(self, outlet: str, most: int = 15) -> Carried | None:
        """Whose voices an outlet carries; null where the ledger has no article of an outlet of this name, in any spelling."""
        called = folded(outlet.encode("utf-8", "replace").decode())
        every = self._connection.execute("SELECT outlet, count(*) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet")
        names = {name: articles for name, articles in every.fetchall() if folded(name) == called}
        if not names:
            return None
        rows = self._connection.execute(
            f"SELECT article, 0 FROM articles WHERE outlet IN ({', '.join('?' * len(names))}) ORDER BY article DESC LIMIT ?",
            (*names, LOOKED),
        ).fetchall()
        own = json.dumps(rows)
        kinds = self._connection.execute(
            f"{_own()} SELECT iif(m.mode = 'narration', 'outlet', m.source_kind), count(*) FROM own JOIN statements s USING"
            " (article)"
            " JOIN manners m USING (manner) GROUP BY 1",
            (own,),
        ).fetchall()
        voices = self._counts(
            "SELECT s.statement, e.entity FROM own JOIN statements s ON s.article = own.article JOIN article_entities e"
            " ON e.article = s.article AND e.number = s.source_entity",
            own,
            most,
        )
        return Carried(articles=sum(names.values()), looked=len(rows), voices=voices, statements=dict(kinds))

    def _known(self, whole: int) -> Known:
        name, kind = self._connection.execute(
            "SELECT coalesce(w.name, e.name), e.kind FROM entities e LEFT JOIN wholes w USING (entity) WHERE entity = ?", (whole,)
        ).fetchone()
        members = self._members(whole)
        marks = self._marks(whole)
        articles = self._connection.execute(
            f"SELECT count(DISTINCT article) FROM article_entities WHERE entity IN ({marks})", members
        ).fetchone()[0]
        others = self._connection.execute(f"SELECT DISTINCT name FROM entities WHERE entity IN ({marks}) ORDER BY name", members)
        also = tuple(other for (other,) in others.fetchall() if folded(other) != folded(name))
        return Known(whole, name, kind, also, articles)

    def _members(self, whole: int) -> list[int]:
        rows = self._connection.execute("SELECT entity FROM resolved WHERE whole = ?1 UNION SELECT ?1", (whole,))
        return [entity for (entity,) in rows.fetchall()][:900]

    def _marks(self, whole: int) -> str:
        return ", ".join("?" * len(self._members(whole)))

    def _counts(self, found: str, own: str, most: int) -> tuple[Count, ...]:
        rows = self._connection.execute(
            f"{_own()}, named(article, number, start) AS MATERIALIZED ({_NAMED}), found(statement, entity) AS ({found}) {_WHO}",
            (own, most),
        ).fetchall()
        return tuple(Count(*row) for row in rows)

    def _called(self, own: str, most: int) -> Sequence[tuple[str, str, str | None, int, str | None, str | None]]:
        return self._connection.execute(
            f"{_own()} SELECT l.word, l.use, CASE WHEN l.by_outlet THEN a.outlet ELSE coalesce((SELECT p.name FROM people p"
            " WHERE p.article = l.article AND p.number = l.by_entity), l.by_text) END, count(*), min(a.published),"
            " max(a.published)"
            " FROM own JOIN labels l ON l.article = own.article AND l.of = own.number JOIN articles a ON a.article = l.article"
            " GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 3 LIMIT ?",
            (own, most),
        ).fetchall()

    def _roles(self, own: str, most: int) -> Sequence[tuple[str, str, int, str | None, str | None]]:
        return self._connection.execute(
            f"{_own()} SELECT substr(a.text, r.start + 1, r.end - r.start), coalesce(r.kind, 'part'), count(DISTINCT r.article),"
            " min(a.published), max(a.published) FROM own JOIN roles r ON r.article = own.article AND r.entity = own.number"
            " JOIN articles a ON a.article = r.article GROUP BY lower(substr(a.text, r.start + 1, r.end - r.start))"
            " ORDER BY 3 DESC, 4, 1 LIMIT ?",
            (own, most),
        ).fetchall()


def _own() -> str:
    """The beginning of a query: the articles that are looked through, and who somebody is in each, of a JSON list of pairs."""
    return "WITH own(article, number) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(?1))"
