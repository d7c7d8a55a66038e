"""Claims in a ledger: brought up to date with the statements that are new in it.

Only statements of articles that are not yet weighed are compared with the others. What is likely to say the same is kept, pair by
pair; the groups that new pairs touch are made anew of all their pairs, and those that come out otherwise are written anew and
keep their ids. A claim has a row where two statements or more say it: a statement that nothing repeats, denies or doubts is a
claim told once, and its own row in ``statements`` says all there is to say of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from functools import partial
from operator import eq
from typing import TypeVar

import msgspec
import numpy as np

from allegedly.ledger.store import writing
from allegedly.weighing.claims import paired
from allegedly.weighing.claims.antecedents import antecedents
from allegedly.weighing.claims.candidates import packed
from allegedly.weighing.claims.gathering import FAINT, compare, group
from allegedly.weighing.claims.matching import JUDGES, Judges
from allegedly.weighing.claims.paired import Ahead, AtHand, keys_of, state_of
from allegedly.weighing.claims.reading import DENIES, countries, days, parts, stated
from allegedly.weighing.claims.writing import ANSWERS, put_claims

T = TypeVar("T")
VERSION = "11"
STEP = "claims"
_FEW = 1_000
"""New articles, up to which the statements that are read are kept in memory until the end."""
Progress = Callable[[int, int], None]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What was done."""

    articles: int
    """Articles that were weighed."""
    statements: int
    """Statements of these that can be repeated elsewhere."""
    claims: int
    """Claims of two statements and more that the ledger has now."""
    changed: int
    """Claims that are new or were gathered anew."""

    def __str__(self) -> str:
        changed = "1 claim" if self.changed == 1 else f"{self.changed:,} claims"
        return (
            f"{self.statements:,} statements of {self.articles:,} articles compared with all others:"
            f" {changed} new or gathered anew, {self.claims:,} in all"
        )


def bring_up_to_date(
    connection: sqlite3.Connection, *, judges: Judges = JUDGES, on_progress: Progress | None = None, ahead: Ahead | None = None
) -> Summary:
    """Gather the statements of articles that are new since the last time into claims.

    Args:
        connection: An open ledger, inside no transaction.
        judges: Who judges pairs of statements.
        on_progress: Told how many of how many statements have been compared.
        ahead: What :func:`allegedly.weighing.claims.paired.ahead_in` gave of those that were :func:`due`, if it was asked;
            where something was added, read or reviewed since it is found anew.
    """
    with writing(connection):
        return _bring(connection, judges, on_progress, ahead)


def due(connection: sqlite3.Connection) -> list[int]:
    """The articles that are new, where they are so few that another process may look at them ahead; else none."""
    articles = _new(connection)
    return articles if len(articles) <= _FEW and not _other_method(connection) else []


def _other_method(connection: sqlite3.Connection) -> bool:
    known = connection.execute("SELECT version FROM weighings WHERE step = ?", (STEP,)).fetchone()
    return known is not None and known[0] != VERSION


def _new(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "SELECT article FROM articles WHERE newer IS NULL AND article NOT IN (SELECT article FROM weighed WHERE step = ?)"
        " ORDER BY article",
        (STEP,),
    )
    return [row for (row,) in rows]


def _bring(connection: sqlite3.Connection, judges: Judges, on_progress: Progress | None, ahead: Ahead | None) -> Summary:
    if _other_method(connection):
        for table in ("origin_links", "origins", "claim_statements", "claims", "statement_keys", "likely_pairs"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM weighed WHERE step IN (?, 'origins')", (STEP,))
    articles = _new(connection)
    # Somebody may have read or reviewed an article meanwhile, and the statements that were looked at be gone.
    holds = ahead is not None and list(ahead.every) == articles and ahead.state == state_of(connection)
    ahead = ahead.voiced(connection) if ahead and holds else None
    # Where few articles are new, what is read of statements is kept: it is asked for three times.
    at_hand: AtHand = {} if len(articles) <= _FEW else None
    statements, denials = write_keys(connection, articles, at_hand, ahead)
    touched = _pair(connection, articles, at_hand, judges, on_progress, ahead) | _deny(connection, denials) | _left(connection)
    changed = _gather(connection, touched, at_hand)
    connection.executemany("INSERT INTO weighed (article, step) VALUES (?, ?)", [(row, STEP) for row in articles])
    connection.execute("INSERT OR REPLACE INTO weighings (step, version, reviews) VALUES (?, ?, 0)", (STEP, VERSION))
    (claims,) = connection.execute("SELECT count(*) FROM claims").fetchone()
    return Summary(articles=len(articles), statements=statements, claims=claims, changed=changed)


def write_keys(
    connection: sqlite3.Connection, articles: Sequence[int], at_hand: AtHand = None, ahead: Ahead | None = None
) -> tuple[int, list[tuple[int, int]]]:
    """Write down the key of each statement of the articles that others could repeat; keep all in ``at_hand``.

    Args:
        connection: The ledger.
        articles: The articles.
        at_hand: Where what is read is kept.
        ahead: What is known of the articles already.

    Returns:
        How many there are, and which statements deny another one of their article, each with this.
    """
    written, denials = 0, list[tuple[int, int]]()
    for article in articles:
        every = ahead.every[article] if ahead else list(stated(connection, [article], least=0))
        if at_hand is not None:
            at_hand.update((one.statement, one) for one in every)
        made = ahead.keys[article] if ahead else keys_of(every)
        if made:
            connection.execute("INSERT OR REPLACE INTO statement_keys VALUES (?, ?)", (article, packed(made)))
        written += len(made)
        denials += antecedents(every, partial(_answered, connection))
    if at_hand is not None and ahead:
        at_hand.update((one.statement, one) for one in ahead.others)
    return written, denials


def _answered(connection: sqlite3.Connection, statement: int) -> set[int]:
    """The statements that the reader says this one answers."""
    return {row for (row,) in connection.execute("SELECT answered FROM answers WHERE statement = ?", (statement,))}


def _deny(connection: sqlite3.Connection, denials: Sequence[tuple[int, int]]) -> set[int]:
    """Keep which statements deny another one; whom they touch."""
    connection.executemany("INSERT OR REPLACE INTO likely_pairs VALUES (?, ?, ?)", [(*pair, DENIES) for pair in denials])
    return {statement for pair in denials for statement in pair}


def _pair(
    connection: sqlite3.Connection,
    articles: Sequence[int],
    at_hand: AtHand,
    judges: Judges,
    on_progress: Progress | None,
    ahead: Ahead | None,
) -> set[int]:
    """Compare the statements of these articles with all others; keep which may say the same, and tell which those are."""
    if not articles:
        return set()
    own, puts, pairs, told, known = ahead.paired() if ahead else paired.paired(connection, articles, at_hand)
    kept, sure = compare(puts, pairs, told, known, judges=judges, progress=on_progress)
    likely = sure >= FAINT
    found = own[kept[likely]]
    connection.executemany(
        "INSERT OR REPLACE INTO likely_pairs VALUES (?, ?, ?)",
        [(a, b, p) for (a, b), p in zip(found.tolist(), sure[likely].tolist(), strict=True)],
    )
    return set(found.ravel().tolist())


def _left(connection: sqlite3.Connection) -> set[int]:
    """Statements of claims of which others are gone: their article was read again, or has a newer version."""
    # The crosses keep the order: few claims or articles, and what is in them.
    rows = connection.execute(
        "SELECT x.statement FROM claims c CROSS JOIN claim_statements x ON x.claim = c.claim WHERE c.statement IS NULL UNION"
        " SELECT y.statement FROM articles a CROSS JOIN statements s ON s.article = a.article CROSS JOIN claim_statements x"
        " ON x.statement = s.statement CROSS JOIN claim_statements y ON y.claim = x.claim WHERE a.newer IS NOT NULL"
    )
    return {statement for (statement,) in rows}


def _gather(connection: sqlite3.Connection, touched: set[int], at_hand: AtHand) -> int:
    """Group anew all that hangs together with these statements; how many claims are new or came out otherwise."""
    reach = _reach(connection, touched)
    own = _ordered(connection, reach)
    place = {statement: i for i, statement in enumerate(own)}
    rows = [
        (place[a], place[b], sure)
        for some in parts(own)
        for a, b, sure in connection.execute(f"SELECT a, b, sure FROM likely_pairs WHERE a IN ({some})")
        if b in place
    ]
    # Who plainly denies something goes where that goes, whatever his words are like.
    denied = {a: b for a, b, sure in rows if sure == DENIES}
    rows = [row for row in rows if row[0] not in denied and row[1] not in denied]
    pairs = np.sort(np.array([(a, b) for a, b, _ in rows], np.int64).reshape(-1, 2), axis=1)
    sure = np.array([sure for *_, sure in rows], np.float64)
    order = np.lexsort((sure, pairs[:, 1], pairs[:, 0]))
    when, where = days(connection, own), countries(connection, own)

    def apart(a: int, b: int) -> bool:
        one, two = own[a], own[b]
        return _differ(when.get(one), when.get(two), _near) or _differ(where.get(one), where.get(two), eq)

    found = group(len(own), pairs[order], sure[order], apart)
    groups = [[own[i] for i in members] for members in found.groups]
    central = {own[i]: sure for i, sure in found.central.items()}
    # What nobody repeats is a claim where somebody denies it.
    alone = sorted(set(denied.values()) - found.central.keys() - denied.keys())
    groups += [[own[i]] for i in alone]
    central.update((own[i], ANSWERS) for i in alone)
    return put_claims(connection, groups, central, reach, at_hand)


def _reach(connection: sqlite3.Connection, touched: Collection[int]) -> set[int]:
    """All statements that hang together with these by pairs or by claims."""
    reach = set(touched)
    ahead = reach
    while ahead:
        found: set[int] = set()
        for some in parts(sorted(ahead)):
            rows = connection.execute(
                f"SELECT b FROM likely_pairs WHERE a IN ({some}) UNION ALL SELECT a FROM likely_pairs WHERE b IN ({some})"
                " UNION ALL SELECT y.statement FROM claim_statements x JOIN claim_statements y USING (claim)"
                f" WHERE x.statement IN ({some})"
            )
            found.update(statement for (statement,) in rows)
        ahead = found - reach
        reach |= ahead
    return reach


def _ordered(connection: sqlite3.Connection, statements: Collection[int]) -> list[int]:
    """The statements in the order of their articles' days; those of articles that have a newer version are left out."""
    rows = [
        row
        for some in parts(sorted(statements))
        for row in connection.execute(
            "SELECT coalesce(a.published, ''), a.id, s.number, s.statement FROM statements s JOIN articles a USING (article)"
            f" WHERE s.statement IN ({some}) AND a.newer IS NULL"
        )
    ]
    return [statement for *_, statement in sorted(rows)]


def _differ(one: frozenset[T] | None, two: frozenset[T] | None, same: Callable[[T, T], bool]) -> bool:
    """Whether both have something, and nothing that the one has is the same as anything that the other has."""
    return bool(one and two) and not any(same(a, b) for a in one or () for b in two or ())


def _near(one: int, two: int) -> bool:
    """Whether two days may be the same one: reports differ by one where it was night, or far away."""
    return abs(one - two) <= 1
