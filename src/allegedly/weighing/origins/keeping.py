"""Origins of a ledger's claims, kept in it: those that were traced stay until their statements, or what these rest on, change."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from allegedly.ledger.restoring import said_in
from allegedly.ledger.store import writing
from allegedly.weighing.origins.families import families_of
from allegedly.weighing.origins.outlets import plain
from allegedly.weighing.origins.parts import Copied, Stated, Traced
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.tree import trace

VERSION = "13"
"""Of the method; where it is another one, every claim is traced anew."""
_BATCH = 200
"""Claims of one transaction."""
_KEPT = 1_500
"""Articles that are kept in memory: claims of the same days have the same articles."""


@dataclass
class Summary:
    """What was done."""

    traced: int = 0
    """Claims whose origins were worked out."""
    left: int = 0
    """Claims whose origins stand."""

    def __str__(self) -> str:
        traced = "1 claim traced to its origins" if self.traced == 1 else f"{self.traced:,} claims traced to their origins"
        return traced + (f", {self.left:,} left as they are" if self.left else "")


def bring_up_to_date(connection: sqlite3.Connection, *, on_progress: Callable[[int, int], None] | None = None) -> Summary:
    """Trace those claims that were not traced since their statements, copies or lists changed.

    Args:
        connection: The ledger.
        on_progress: Called with how many of how many claims are done.
    """
    _touched(connection)
    # In the order of their first articles, so that each article is taken out of the ledger about once.
    rows = connection.execute(
        "SELECT c.claim FROM claims c JOIN claim_statements x USING (claim) JOIN statements s ON s.statement = x.statement"
        " WHERE c.origins IS NULL GROUP BY c.claim ORDER BY min(s.article), c.claim"
    ).fetchall()
    done = Summary(left=connection.execute("SELECT count(*) FROM claims WHERE origins IS NOT NULL").fetchone()[0])
    shelf = Shelf(connection)
    families = families_of(connection)
    open_ = iter([claim for (claim,) in rows])
    while batch := list(islice(open_, _BATCH)):
        with writing(connection):
            for claim in batch:
                reports, stated = shelf.claim(claim)
                _put(connection, claim, trace(reports, stated, copies_of(connection, list(reports))), reports, families)
        done.traced += len(batch)
        if on_progress:
            on_progress(done.traced, len(rows))
    with writing(connection):
        connection.execute("INSERT OR IGNORE INTO weighed SELECT article, 'origins' FROM articles")
        connection.execute("INSERT OR REPLACE INTO weighings VALUES ('origins', ?, 0)", (VERSION,))
    return done


def _touched(connection: sqlite3.Connection) -> None:
    """Let those claims be traced anew of which an article was weighed anew, or all where the method is another one."""
    last = connection.execute("SELECT version FROM weighings WHERE step = 'origins'").fetchone()
    with writing(connection):
        if last is not None and last[0] != VERSION:
            connection.execute("UPDATE claims SET origins = NULL")
            return
        connection.execute(
            "UPDATE claims SET origins = NULL WHERE origins IS NOT NULL AND claim IN (SELECT x.claim FROM articles a"
            " CROSS JOIN statements s ON s.article = a.article CROSS JOIN claim_statements x ON x.statement = s.statement"
            " WHERE NOT EXISTS (SELECT 1 FROM weighed w WHERE w.article = a.article AND w.step = 'origins'))"
        )


class Shelf:
    """Articles out of the ledger, those used last at hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.reports: OrderedDict[int, Report] = OrderedDict()
        names = connection.execute("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")
        self.outlets = {plain(name) for (name,) in names}

    def claim(self, claim: int) -> tuple[dict[int, Report], list[Stated]]:
        """The articles and statements of a claim; what people rejected is left out."""
        rows = self.connection.execute(
            "SELECT x.statement, s.article, x.side FROM claim_statements x JOIN statements s USING (statement) WHERE x.claim = ?"
            " ORDER BY x.statement",
            (claim,),
        ).fetchall()
        stated = [Stated(*row) for row in rows]
        return {row: self.report(row) for row in dict.fromkeys(s.article for s in stated)}, stated

    def report(self, row: int) -> Report:
        """One article."""
        found = self.reports.get(row)
        if found is not None:
            self.reports.move_to_end(row)
            return found
        reading = said_in(self.connection, row)
        assert reading is not None  # it has statements
        statements = [own for (own,) in self._all("SELECT statement FROM statements WHERE article = ? ORDER BY statement", row)]
        wholes = {f"e{n}": whole for n, whole in self._all("SELECT number, entity FROM known_as WHERE article = ?", row)}
        made = Report(row, reading, statements, wholes, self._is_outlet)
        self.reports[row] = made
        if len(self.reports) > _KEPT:
            self.reports.popitem(last=False)
        return made

    def _all(self, query: str, row: int) -> Iterator[tuple[int, ...]]:
        return iter(self.connection.execute(query, (row,)).fetchall())

    def _is_outlet(self, name: str) -> bool:
        return plain(name) in self.outlets


def copies_of(connection: sqlite3.Connection, articles: list[int]) -> list[Copied]:
    """The copies among these articles."""
    if len(articles) < 2:
        return []
    own = set(articles)
    found = []
    for a in articles:
        for copy, b, kind, original in connection.execute(
            "SELECT copy, b, kind, original FROM copies WHERE a = ?", (a,)
        ).fetchall():
            if b in own and kind != "boilerplate":
                spans = connection.execute(
                    "SELECT a_start, a_end, b_start, b_end FROM copy_passages WHERE copy = ? ORDER BY number", (copy,)
                ).fetchall()
                found.append(Copied(a, b, kind, original, tuple(spans)))
    return found


def _put(
    connection: sqlite3.Connection, claim: int, traced: Traced, reports: dict[int, Report], families: Callable[[str], str]
) -> None:
    """Write a claim's tree down in place of an earlier one."""
    connection.execute("DELETE FROM origin_links WHERE claim = ?", (claim,))
    connection.execute("DELETE FROM origins WHERE claim = ?", (claim,))
    connection.executemany(
        "INSERT INTO origins VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (claim, i, r.kind, r.name, int(r.root), r.side, r.article, r.statement or None, r.reason)
            for i, r in enumerate(traced.roots, 1)
        ],
    )
    connection.executemany(
        "INSERT INTO origin_links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (claim, i, k.article, _place(k.station), k.onto_article, _place(k.onto_origin), k.kind, k.statement or None, k.reason)
            for i, k in enumerate(traced.links, 1)
        ],
    )
    owners = {families(r.outlet) if r.outlet else f"article {r.row}" for r in reports.values()}
    connection.execute(
        "UPDATE claims SET origins = ?, at_least = ?, denials = ?, families = ?, unestablished = ?, circular = ? WHERE claim = ?",
        (
            *(traced.independent, traced.at_least, traced.denying, len(owners)),
            *(len(traced.unestablished), int(traced.circular), claim),
        ),
    )


def _place(at: int | None) -> int | None:
    return None if at is None else at + 1
