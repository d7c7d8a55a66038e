"""What weighing made of an article's findings, and that it goes with them: nothing may speak of statements that are gone.

The steps of weighing write the tables; here is only what everything else that writes must do to them.
"""

from __future__ import annotations

import sqlite3


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
    for table in ("origin_links", "origins"):
        connection.executemany(f"DELETE FROM {table} WHERE claim = ?", claims)
    connection.execute(f"DELETE FROM claim_statements WHERE statement IN ({own})", (row,))
    connection.executemany(
        "UPDATE claims SET statement = NULL, origins = NULL, at_least = NULL, denials = NULL, families = NULL,"
        " unestablished = NULL, circular = NULL WHERE claim = ?",
        claims,
    )
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
