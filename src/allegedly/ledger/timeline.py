"""When and where things are said to have happened: the times and the places that statements name, counted.

Statements are looked through from those added last, as many as :data:`LOOKED`; how many these are is told with the numbers, and
the words behind each number are among them. What is counted stands in two queries, ``_PLACES`` and ``_TIMES``: a statement with a
place, and with days. Another kind of finding with times and places (happenings) is counted by two more of the same columns.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from allegedly.ledger import store
from allegedly.ledger.finding import Found, Search, Wanted, found_of
from allegedly.ledger.restoring import happenings_of

LOOKED = 5_000
"""Statements that are looked through."""
_YEARS = 40
"""Years that are shown one by one; those before and after them by decades."""
_FEW = 3
"""Years up to which time goes by months."""
WHEN = "[0-9]{3}(?:[0-9](?:-[0-9]{2}(?:-[0-9]{2})?)?)?"
"""What a stretch of time is written like; its first three digits alone are a decade."""


class Site(NamedTuple):
    """A place, and how many statements name it."""

    key: str
    """By which it is asked for: its number in GeoNames; its name, where it has none."""
    name: str
    latitude: float
    longitude: float
    country: str | None
    kind: str
    precision: str
    """Of the coordinates: ``exact``, ``town``, ``region``, ``country``."""
    statements: int


class Period(NamedTuple):
    """A stretch of time, and how many statements name it or a part of it."""

    when: str
    """``199`` for the nineties, ``1998``, ``1998-03``, ``1998-03-24``."""
    statements: int


class Happened(NamedTuple):
    """Something that a statement says has happened, is going on or is to come."""

    words: str
    """The words that stand for it."""
    type: str
    mode: str | None
    status: str
    """What is said to have become of it, as in :class:`allegedly.model.HappeningMention`."""
    parts: tuple[tuple[str, str], ...]
    """Who has a part in it: which part, and in which words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The times and places of statements."""

    looked: int
    """How many statements were looked through."""
    every: bool
    """Whether these are all that were asked for; else those added last."""
    periods: tuple[Period, ...]
    """Years, months or days, in order; those in which there is nothing are left out."""
    decades: tuple[Period, ...]
    """What lies before and after the years that are counted one by one."""
    vaguer: int
    """Statements whose time is no more exact than what is counted: *in 2019*, where it goes by months."""
    sites: tuple[Site, ...]
    """Those named most first."""
    sites_left: int
    """How many places there are besides."""


_PLACES = (
    "SELECT x.statement, p.site FROM looked CROSS JOIN statement_places x USING (statement) CROSS JOIN places p ON p.article ="
    " x.article AND p.number = x.place"
)
_TIMES = (
    "SELECT x.statement, t.first_day, t.last_day FROM looked CROSS JOIN statement_times x USING (statement) CROSS JOIN times t ON"
    " t.article = x.article AND t.number = x.time AND t.first_day IS NOT NULL"
)
_SITES = (
    "SELECT site, coalesce(CAST(geonames AS TEXT), name), name, latitude, longitude, country, kind, precision FROM sites"
    " WHERE site IN (SELECT value FROM json_each(?)) ORDER BY site DESC"
)


class Times:
    """What a ledger has of times and places; a part of :class:`allegedly.ledger.Ledger`."""

    path: Path
    _connection: sqlite3.Connection
    _last: tuple[tuple[object, ...], _Looked] | None = None

    def timeline(
        self,
        words: str = "",
        *,
        when: str | None = None,
        at: str | None = None,
        most: int = 200,
        **wanted: Any,  # noqa: ANN401 (the filters of find)
    ) -> Timeline:
        """The times and places that statements name: when and where things are said to be.

        Args:
            words: Words that the statements hold, as in :meth:`allegedly.ledger.Ledger.find`.
            when: A year, month or day that they name, as ``2019-12``: then it goes by the next smaller stretches, and places are
                those of statements that name this time.
            at: A place that they name, by the key of a :class:`Site`: then times are those of statements that name it.
            most: How many places at most.
            wanted: The other filters of :meth:`allegedly.ledger.Ledger.find`.

        Raises:
            BadLedger: The ledger cannot be read.
            ValueError: ``when`` is no such stretch of time.
        """
        try:
            looked = self._looked(Wanted(words=words, **wanted), when, at)
            sites, left = looked.sites(most)
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error
        periods, decades, vaguer = _periods(looked.times(), when or "")
        return Timeline(
            looked=looked.count,
            every=looked.count < LOOKED,
            periods=periods,
            decades=decades,
            vaguer=vaguer,
            sites=sites,
            sites_left=left,
        )

    def told(
        self,
        words: str = "",
        *,
        when: str | None = None,
        at: str | None = None,
        limit: int = 20,
        skip: int = 0,
        **wanted: Any,  # noqa: ANN401 (the filters of find)
    ) -> list[Found]:
        """The statements that are counted in :meth:`timeline`: those that name this time, this place, or both.

        Args:
            words: Words that they hold.
            when: A year, month or day.
            at: A place, by the key of a :class:`Site`.
            limit: How many at most.
            skip: How many to pass over.
            wanted: The other filters of :meth:`allegedly.ledger.Ledger.find`.

        Raises:
            BadLedger: The ledger cannot be read.
            ValueError: ``when`` is no such stretch of time.
        """
        try:
            looked = self._looked(Wanted(words=words, **wanted), when, at)
            those = sorted(looked.then & looked.there, reverse=True)[skip : skip + limit]
            rows = self._connection.execute(
                "SELECT s.statement, s.article, s.words FROM statements_in_words s WHERE s.statement IN (SELECT value FROM"
                " json_each(?)) ORDER BY 1 DESC",
                (json.dumps(those),),
            ).fetchall()
            return [found_of(self._connection, *row) for row in rows]
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error

    def happened(self, found: Iterable[Found]) -> list[list[Happened]]:
        """What each of these statements says has happened, is going on or is to come; in reading order.

        Raises:
            BadLedger: The ledger cannot be read.
        """
        told: dict[str, dict[str, list[tuple[int, Happened]]]] = {}
        found = list(found)
        try:
            for article in {one.article.id: one.article for one in found}.values():
                (row,) = self._connection.execute("SELECT article FROM articles WHERE id = ?", (article.id,)).fetchone()
                own = told.setdefault(article.id, {})
                for each in happenings_of(self._connection, row, article):
                    parts = tuple((p.role, p.text) for p in each.participants)
                    for m in each.mentions:
                        made = Happened(m.text, each.type, each.mode, m.status, parts)
                        own.setdefault(m.statement or "", []).append((m.span[0], made))
        except sqlite3.DatabaseError as error:
            raise store.told(self.path, error) from error
        return [[one for _, one in sorted(told[each.article.id].get(each.statement.id, []))] for each in found]

    def _looked(self, wanted: Wanted, when: str | None, at: str | None) -> _Looked:
        """What is looked through; kept for who asks for the numbers and then for the words, until something is written."""
        state = self._connection.execute("PRAGMA data_version").fetchone()[0], self._connection.total_changes
        asked = (wanted, when, at, *state)
        if self._last is None or self._last[0] != asked:
            self._last = (asked, _Looked(self._connection, wanted, when, at))
        return self._last[1]


class _Looked:
    """The statements that are looked through, with their times and places, read at one go."""

    def __init__(self, connection: sqlite3.Connection, wanted: Wanted, when: str | None, at: str | None) -> None:
        if when and not re.fullmatch(WHEN, when):
            raise ValueError(f"{when!r} is no year, month or day; write it as 2019, 2019-12 or 2019-12-18")
        self._connection = connection
        search = Search(connection)
        query, values = search.query("s.statement") if search.take(wanted) else ("SELECT 1 AS statement WHERE 0", [])
        rows = connection.execute(
            f"WITH looked(statement) AS MATERIALIZED ({query} LIMIT {LOOKED}) SELECT statement, NULL, NULL FROM looked UNION ALL"
            f" SELECT statement, site, NULL FROM ({_PLACES}) UNION ALL {_TIMES}",
            values,
        ).fetchall()
        every = {statement for statement, site, _ in rows if site is None}
        self.count = len(every)
        placed = {(statement, site) for statement, site, _ in rows if isinstance(site, int)}
        # A place may have several rows, of different precision.
        known = connection.execute(_SITES, (json.dumps(sorted({site for _, site in placed})),)).fetchall()
        keys = {site: key for site, key, *_ in known}
        self._known: dict[str, tuple[Any, ...]] = {key: (key, *rest) for _, key, *rest in known}
        self._placed = {(statement, keys[site]) for statement, site in placed}
        self._timed = {(statement, first, last) for statement, first, last in rows if last is not None}
        self.there = {statement for statement, key in self._placed if key == at} if at else every
        """Those that name the place that is asked for."""
        self.then = {s for s, first, last in self._timed if first.startswith(when) and last.startswith(when)} if when else every
        """Those that name the time."""

    def times(self) -> list[tuple[int, str, str]]:
        """The times of those that name the place."""
        return [one for one in self._timed if one[0] in self.there]

    def sites(self, most: int) -> tuple[tuple[Site, ...], int]:
        """The places of those that name the time, those named most first, and how many are left out."""
        counts = Counter(key for statement, key in self._placed if statement in self.then)
        found = sorted(
            (Site._make((*self._known[key], n)) for key, n in counts.items()), key=lambda one: (-one.statements, one.name)
        )
        return tuple(found[:most]), max(0, len(found) - most)


def _periods(timed: Iterable[tuple[int, str, str]], when: str) -> tuple[tuple[Period, ...], tuple[Period, ...], int]:
    """Years, months or days with their statements, decades besides, and how many statements are not so exact."""
    inside = [(statement, first, last) for statement, first, last in timed if first.startswith(when)]
    length = {0: 4, 3: 4, 4: 7}.get(len(when), 10)
    spans = [(statement, first, last) for statement, first, last in inside if last.startswith(when)]
    if not when:
        years = {first[:4] for _, first, last in spans if first[:4] == last[:4]}
        length = 7 if len(years) <= _FEW else 4
    by: dict[str, set[int]] = {}
    exact: set[int] = set()
    for statement, first, last in spans:
        if first[:length] == last[:length]:
            by.setdefault(first[:length], set()).add(statement)
            exact.add(statement)
    vaguer = len({statement for statement, _, _ in spans} - exact)
    decades: Counter[str] = Counter()
    if length == 4 and not when and by:
        begin = _window(by)
        for year in [year for year in by if not begin <= int(year) < begin + _YEARS]:
            decades[year[:3]] += len(by.pop(year))
    return (
        tuple(Period(period, len(by[period])) for period in sorted(by)),
        tuple(Period(*each) for each in sorted(decades.items())),
        vaguer,
    )


def _window(by: dict[str, set[int]]) -> int:
    """The first of those years in a row that have the most statements; the last of such, where there are several."""
    years = {int(year): len(those) for year, those in by.items()}
    last = max(years)
    starts = [year for year in years if year + _YEARS <= last] + [max(min(years), last - _YEARS + 1)]
    return max(starts, key=lambda begin: (sum(n for year, n in years.items() if begin <= year < begin + _YEARS), begin))
