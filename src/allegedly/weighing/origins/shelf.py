"""A claim's articles and statements out of a ledger, as tracing takes them."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator

from allegedly.ledger.restoring import said_in
from allegedly.weighing.origins.outlets import plain
from allegedly.weighing.origins.parts import Copied, Stated
from allegedly.weighing.origins.report import Report

_KEPT = 1_500
"""Articles that are kept in memory: claims of the same days have the same articles."""


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
