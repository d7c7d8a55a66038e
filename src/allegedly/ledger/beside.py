"""What stands beside an article: copies of its words, claims that its statements are of, its versions, how it came."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from allegedly.ledger.looking import LISTED, Came, Listed
from allegedly.model_claims import Copy, Passage, Side


class CopyWith(NamedTuple):
    """That an article shares words with another one."""

    other: Listed
    copy: Copy
    own: tuple[tuple[int, int], ...]
    """Where the common words stand in the article that was asked about."""


class InClaim(NamedTuple):
    """That a statement is of a claim that others make, deny or doubt too."""

    claim: str
    side: Side
    articles: int
    outlets: int
    origins: int | None
    """Independent ones that put it forward; null where it was not traced."""
    denials: int | None


class Beside:
    """What a ledger knows beside its articles and claims; a part of :class:`allegedly.ledger.Ledger`."""

    path: Path
    _connection: sqlite3.Connection

    def _row(self, name: str) -> int:
        raise NotImplementedError

    def copies(self, name: str) -> list[CopyWith]:
        """The articles that share words with this one, those with the most first; without what stands under everything.

        Raises:
            BadLedger: There is no such article.
        """
        row = self._row(name)
        found = self._connection.execute(
            "SELECT c.copy, c.a = ?1, x.id, y.id, c.kind, o.id, c.jaccard, c.containment, c.confidence / 10000.0, c.reason,"
            f" {LISTED}"
            " FROM copies c JOIN articles x ON x.article = c.a JOIN articles y ON y.article = c.b LEFT JOIN articles o ON"
            " o.article"
            " = c.original JOIN articles a ON a.article = iif(c.a = ?1, c.b, c.a) WHERE (c.a = ?1 OR c.b = ?1) AND c.kind <>"
            " 'boilerplate' ORDER BY c.containment DESC, a.published, a.article",
            (row,),
        )
        made = []
        for copy, first, x, y, kind, original, jaccard, containment, sure, reason, *listed in found.fetchall():
            passages = self._passages(copy)
            record = Copy(
                a=x,
                b=y,
                kind=kind,
                original=original,
                jaccard=jaccard,
                containment=containment,
                passages=passages,
                confidence=sure,
                reason=reason,
            )
            made.append(CopyWith(Listed(*listed), record, tuple(p.a if first else p.b for p in passages)))
        return made

    def _passages(self, copy: int) -> tuple[Passage, ...]:
        rows = self._connection.execute(
            "SELECT a_start, a_end, b_start, b_end FROM copy_passages WHERE copy = ? ORDER BY number", (copy,)
        )
        return tuple(Passage(a=(a, b), b=(c, d)) for a, b, c, d in rows.fetchall())

    def claims_of(self, name: str) -> dict[str, InClaim]:
        """The claims of more than one article that an article's statements are of, by the statements' ids (``s3``).

        Raises:
            BadLedger: There is no such article.
        """
        rows = self._connection.execute(
            "SELECT 's' || s.number, c.id, x.side, c.articles, c.outlets, c.origins, c.denials FROM statements s"
            " JOIN claim_statements x USING (statement) JOIN claims c USING (claim)"
            " WHERE s.article = ? AND c.articles > 1 AND c.statement IS NOT NULL",
            (self._row(name),),
        )
        return {own: InClaim(*rest) for own, *rest in rows.fetchall()}

    def listed(self, ids: Iterable[str]) -> dict[str, Listed]:
        """Articles without their text, by their whole ids."""
        found = {}
        for name in ids:
            row = self._connection.execute(f"SELECT {LISTED} FROM articles a WHERE a.id = ?", (name,)).fetchone()
            if row is not None:
                found[name] = Listed(*row)
        return found

    def versions_listed(self, name: str) -> list[Listed]:
        """All versions of an article, the oldest first, without their text.

        Raises:
            BadLedger: There is no such article.
        """
        rows = self._connection.execute(
            f"SELECT {LISTED} FROM articles a WHERE a.article = ?1 OR (a.url = (SELECT url FROM articles WHERE article = ?1)"
            " AND (a.newer IS NOT NULL OR EXISTS (SELECT 1 FROM articles b WHERE b.url = a.url AND b.newer = a.article)))"
            " ORDER BY a.article",
            (self._row(name),),
        )
        return [Listed(*row) for row in rows.fetchall()]

    def came(self, name: str) -> list[Came]:
        """How an article came into the ledger: each time that it was given, the first first.

        Raises:
            BadLedger: There is no such article.
        """
        rows = self._connection.execute(
            "SELECT i.at, i.name, i.result, i.reason, a.id FROM intake i JOIN articles a USING (article) WHERE i.article = ?"
            " ORDER BY i.intake",
            (self._row(name),),
        )
        return [Came(*row) for row in rows.fetchall()]
