"""People's decisions on claims, applied to what the machine gathered: they are final, and hold however often it is weighed."""

from __future__ import annotations

import hashlib
import sqlite3

from allegedly.ledger.claiming import decisions


def apply(connection: sqlite3.Connection) -> int:
    """Put the claims together and apart that people put so; how many changed. Inside a transaction."""
    together, apart = decisions(connection)
    changed: set[int] = set()
    for statements in together:
        claims = list(dict.fromkeys(claim for s in statements if (claim := _claim_of(connection, s)) is not None))
        for other in claims[1:]:
            connection.execute("UPDATE claim_statements SET claim = ? WHERE claim = ?", (claims[0], other))
            _drop(connection, other)
            changed.discard(other)
            changed.add(claims[0])
    for own, other in apart:
        claim = _claim_of(connection, own)
        if claim is None or claim != _claim_of(connection, other):
            continue
        made = connection.execute(
            "INSERT INTO claims (id, statement, statements, articles, outlets, voices_for, voices_against, voices_doubting)"
            " VALUES (?, ?, 0, 0, 0, 0, 0, 0)",
            (_id(connection, own), own),
        ).lastrowid
        assert made is not None
        connection.execute("UPDATE claim_statements SET claim = ? WHERE statement = ?", (made, own))
        changed |= {claim, made}
    for claim in sorted(changed):
        recount(connection, claim)
    return len(changed)


def recount(connection: sqlite3.Connection, claim: int) -> None:
    """Count a claim's statements, articles, outlets and voices anew, and have its origins traced anew."""
    connection.execute("DELETE FROM origin_links WHERE claim = ?", (claim,))
    connection.execute("DELETE FROM origins WHERE claim = ?", (claim,))
    rows = connection.execute(
        "SELECT x.side, s.article, a.outlet, a.published,"
        " coalesce('e' || e.entity, w.source_name, w.source, a.outlet, 'a' || a.article) FROM claim_statements x"
        " JOIN statements s USING (statement) JOIN statements_in_words w USING (statement) JOIN articles a"
        " ON a.article = s.article LEFT JOIN article_entities e ON e.article = s.article AND e.number = s.source_entity"
        " WHERE x.claim = ?",
        (claim,),
    ).fetchall()
    days = [day for _, _, _, day, _ in rows if day]
    voices = {side: len({voice for own, *_, voice in rows if own == side}) for side in ("for", "against", "doubting")}
    connection.execute(
        "UPDATE claims SET first_seen = ?, last_seen = ?, statements = ?, articles = ?, outlets = ?, voices_for = ?,"
        " voices_against = ?, voices_doubting = ?, origins = NULL, at_least = NULL, denials = NULL, families = NULL,"
        " unestablished = NULL, circular = NULL WHERE claim = ?",
        (
            *(min(days, default=None), max(days, default=None), len(rows), len({article for _, article, *_ in rows})),
            *(len({outlet or f"article {article}" for _, article, outlet, *_ in rows}), *voices.values(), claim),
        ),
    )


def _claim_of(connection: sqlite3.Connection, statement: int) -> int | None:
    found = connection.execute("SELECT claim FROM claim_statements WHERE statement = ?", (statement,)).fetchone()
    return None if found is None else int(found[0])


def _drop(connection: sqlite3.Connection, claim: int) -> None:
    for command in (
        "DELETE FROM origin_links WHERE claim = ?",
        "DELETE FROM origins WHERE claim = ?",
        "DELETE FROM claims WHERE claim = ?",
    ):
        connection.execute(command, (claim,))


def _id(connection: sqlite3.Connection, statement: int) -> str:
    """An id made from where the statement stands."""
    article, start, end = connection.execute(
        "SELECT id, start, end FROM statements JOIN articles USING (article) WHERE statement = ?", (statement,)
    ).fetchone()
    return f"c{hashlib.sha256(f'{article} {start} {end} split'.encode()).hexdigest()[:11]}"
