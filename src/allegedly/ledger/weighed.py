"""What weighing made of an article's findings, and that it goes with them: nothing may speak of statements that are gone.

The steps of weighing write the tables; here is only what everything else that writes must do to them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

_AT_ONCE = 5_000
"""Row numbers in one query."""


def drop_weighed(connection: sqlite3.Connection, row: int) -> None:
    """Take out what rests on an article's statements, and have the article weighed next time. Inside a transaction.

    Copies stay: they rest on its text, which never changes. A claim of other articles' statements too stays with these, without
    its wording and its origins, until it is weighed again.
    """
    connection.execute("DELETE FROM weighed WHERE article = ? AND step <> 'copies'", (row,))
    connection.execute(
        "INSERT INTO unresolved SELECT DISTINCT entity, 1 FROM article_entities WHERE article = ? AND entity IS NOT NULL"
        " ON CONFLICT (entity) DO UPDATE SET stale = 1",
        (row,),
    )
    own = "SELECT statement FROM statements WHERE article = ?"
    connection.execute("DELETE FROM statement_keys WHERE article = ?", (row,))
    for end in ("a", "b"):
        connection.execute(f"DELETE FROM likely_pairs WHERE {end} IN ({own})", (row,))
    claims = connection.execute(f"SELECT DISTINCT claim FROM claim_statements WHERE statement IN ({own})", (row,)).fetchall()
    if not claims:
        return
    _open(connection, claims)
    connection.execute(f"DELETE FROM claim_statements WHERE statement IN ({own})", (row,))
    connection.executemany(
        "DELETE FROM claims WHERE claim = ?1 AND NOT EXISTS (SELECT 1 FROM claim_statements WHERE claim = ?1)", claims
    )


def forget_entity(connection: sqlite3.Connection, entity: int) -> None:
    """Take an entity that no article names any more out of its group, which is then resolved anew. Inside a transaction."""
    connection.execute(
        "INSERT OR IGNORE INTO unresolved SELECT r.entity, 0 FROM resolved r WHERE r.whole = (SELECT whole FROM resolved"
        " WHERE entity = ?1) AND r.entity <> ?1",
        (entity,),
    )


def unsettle(connection: sqlite3.Connection, entities: Sequence[int]) -> None:
    """Have those claims weighed anew in which one of these entities speaks, or passes on what is said. Inside a transaction."""
    for at in range(0, len(entities), _AT_ONCE):
        some = ", ".join(map(str, entities[at : at + _AT_ONCE]))
        # The crosses keep the order: few entities, their articles, and what these say.
        spoken = "FROM article_entities e CROSS JOIN statements s ON s.article = e.article"
        claims = connection.execute(
            f"SELECT x.claim {spoken} AND s.source_entity = e.number CROSS JOIN claim_statements x ON x.statement = s.statement"
            f" WHERE e.entity IN ({some}) UNION SELECT x.claim {spoken} CROSS JOIN chain_links l ON l.statement = s.statement"
            f" AND l.entity = e.number CROSS JOIN claim_statements x ON x.statement = s.statement WHERE e.entity IN ({some})"
        ).fetchall()
        _open(connection, claims)


def _open(connection: sqlite3.Connection, claims: Sequence[tuple[int]]) -> None:
    """Leave claims their statements, without wording and origins: they are gathered and traced anew."""
    for table in ("origin_links", "origins"):
        connection.executemany(f"DELETE FROM {table} WHERE claim = ?", claims)
    connection.executemany(
        "UPDATE claims SET statement = NULL, origins = NULL, at_least = NULL, denials = NULL, families = NULL,"
        " unestablished = NULL, circular = NULL WHERE claim = ?",
        claims,
    )
