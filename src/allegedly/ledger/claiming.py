"""People's decisions on claims: which are one, and which statement does not belong to its claim.

A claim has no place of its own in any article, so what is decided is about statements: two claims are one where the statements
whose words stood for them then are; a statement that is split off stands in no claim with the one whose words stood for it then.
"""

from __future__ import annotations

import sqlite3
from typing import Any

import msgspec

from allegedly.errors import BadReview
from allegedly.ledger.anchor import Anchor, again, anchors
from allegedly.ledger.claims import names_claim
from allegedly.ledger.keeping import machine_of, row_of
from allegedly.ledger.overlay import Orphan
from allegedly.ledger.reviews import Review, across, every_review, identified, in_force

GONE_STATEMENT = "the ledger does not find the statement any more that stood for the claim"


def is_about_claims(review: Review) -> bool:
    """Whether a decision is about claims."""
    return "claims" in (review.before or {})


def claims_named(names: tuple[str, ...]) -> bool:
    """Whether these are ids of claims rather than names of entities."""
    return bool(names) and all(names_claim(name) for name in names)


def merge_of_claims(connection: sqlite3.Connection, blank: Review, names: tuple[str, ...]) -> Review:
    """The decision that these claims are one.

    Raises:
        BadReview: There are fewer than two, or one is not in the ledger.
    """
    found = dict.fromkeys(_claim(connection, name) for name in names)
    if len(found) < 2:
        raise BadReview(names[0], "one claim alone cannot be merged; name two or more, the one whose id is kept first")
    told = [_told(connection, statement) for _, statement in found]
    over = tuple(r.id for r in across(connection) if any(one in told for one in (r.before or {}).get("claims", ())))
    return identified(msgspec.structs.replace(blank, before={"claims": told}, over=over))


def split_of_statement(connection: sqlite3.Connection, blank: Review, record: str, row: int, number: int) -> Review:
    """What a decision says that a statement does not belong to its claim: put into the review as what there was before.

    Raises:
        BadReview: It is alone in its claim, or in none.
    """
    found = connection.execute(
        "SELECT c.statement, s.statement, c.statements FROM statements s JOIN claim_statements x USING (statement)"
        " JOIN claims c USING (claim) WHERE s.article = ? AND s.number = ?",
        (row, number),
    ).fetchone()
    if found is None or found[2] < 2 or found[0] is None:
        raise BadReview(record, "it stands in no claim with others; 'allegedly weigh' gathers claims")
    canonical, own, _ = found
    if canonical == own:
        raise BadReview(record, "its words stand for the claim; split the others off")
    return msgspec.structs.replace(blank, before={"claims": [_told(connection, canonical)]})


def _claim(connection: sqlite3.Connection, name: str) -> tuple[int, int]:
    start = name.strip().lower()
    rows = connection.execute(
        "SELECT claim, statement FROM claims WHERE id >= ? AND id < ? AND statement IS NOT NULL LIMIT 2", (start, f"{start}g")
    ).fetchall()
    if len(rows) != 1:
        how = (
            "several claims begin so; give more of the id"
            if rows
            else "the ledger has no such claim; 'allegedly claims' lists them"
        )
        raise BadReview(name, how)
    return rows[0][0], rows[0][1]


def _told(connection: sqlite3.Connection, statement: int) -> dict[str, Any]:
    """A statement by its article's id, and by its place and meaning there."""
    row, number, article = connection.execute(
        "SELECT article, number, id FROM statements JOIN articles USING (article) WHERE statement = ?", (statement,)
    ).fetchone()
    reading = machine_of(connection, row)
    assert reading is not None  # it has statements
    return {"article": article, "record": msgspec.to_builtins(anchors(reading)[f"s{number}"])}


def _row(connection: sqlite3.Connection, told: dict[str, Any]) -> int | None:
    """The row of a statement that was told of so, or null where it is not found."""
    return _found(connection, told["article"], msgspec.convert(told["record"], Anchor))


def _found(connection: sqlite3.Connection, article: str, anchor: Anchor) -> int | None:
    row = row_of(connection, article)
    reading = None if row is None else machine_of(connection, row)
    name = None if reading is None else again(anchor, anchors(reading).values())
    if name is None:
        return None
    found = connection.execute(
        "SELECT statement FROM statements WHERE article = ? AND number = ?", (row, int(name[1:]))
    ).fetchone()
    return None if found is None else int(found[0])


def decisions(connection: sqlite3.Connection) -> tuple[list[list[int]], list[tuple[int, int]]]:
    """Groups of statements that people put into one claim, and pairs that they put apart: by rows, the earliest first.

    What is not found any more is left out.
    """
    together: list[list[int]] = []
    apart: list[tuple[int, int]] = []
    for review in in_force(r for r in every_review(connection) if is_about_claims(r) or r.withdraws):
        told = [_row(connection, one) for one in (review.before or {})["claims"]]
        found = [row for row in told if row is not None]
        if review.verdict == "merge" and len(found) > 1:
            together.append(found)
        elif review.verdict == "split" and found and review.article and review.record:
            own = _found(connection, review.article, review.record)
            if own is not None and own != found[0]:
                apart.append((own, found[0]))
    return together, apart


def lost_claims(connection: sqlite3.Connection) -> list[Orphan]:
    """Merges of claims whose statements the ledger does not find any more."""
    return [
        Orphan(review, GONE_STATEMENT)
        for review in in_force(across(connection))
        if review.verdict == "merge" and is_about_claims(review)
        if any(_row(connection, one) is None for one in (review.before or {})["claims"])
    ]
