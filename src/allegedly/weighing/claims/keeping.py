"""Claims in a ledger: brought up to date with the statements that are new in it.

Only statements of articles that are not yet weighed are compared with all the others; claims that they touch are gathered anew,
with whatever else is near to these, and keep their ids. A claim has a row where two statements or more say it: a statement
that nothing repeats, denies or doubts is a claim told once, and its own row in ``statements`` says all there is to say of it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from operator import eq
from typing import TYPE_CHECKING, TypeVar

import msgspec
import numpy as np

from allegedly.ledger.store import writing
from allegedly.model_claims import Side
from allegedly.weighing.claims.candidates import candidates, key, read_keys
from allegedly.weighing.claims.gathering import compare, group
from allegedly.weighing.claims.heads import likeliest_head, negated
from allegedly.weighing.claims.reading import Stated, countries, days, denials, parts, stated
from allegedly.weighing.claims.reasons import reason
from allegedly.weighing.claims.sides import Member, side, wording
from allegedly.weighing.claims.words import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T")
VERSION = "2"
STEP = "claims"
_EVERYWHERE = 4
"""Articles of one outlet with the same sentence, that make it a caption or a standing note."""
_ANSWERS = 0.58
"""How sure it is that a statement answers the one that the reader says it does: so many are right in the benchmark."""
_OPPOSITE: dict[Side, Side] = {"for": "against", "against": "for", "doubting": "against", "neutral": "against"}
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
        return (
            f"{self.statements:,} statements of {self.articles:,} articles compared with all others:"
            f" {self.changed:,} claims new or gathered anew, {self.claims:,} in all"
        )


def bring_up_to_date(connection: sqlite3.Connection, *, on_progress: Progress | None = None) -> Summary:
    """Gather the statements of articles that are new since the last time into claims.

    Args:
        connection: An open ledger, inside no transaction.
        on_progress: Told how many of how many statements have been compared.
    """
    with writing(connection):
        return _bring(connection, on_progress)


def _bring(connection: sqlite3.Connection, on_progress: Progress | None) -> Summary:
    known = connection.execute("SELECT version FROM weighings WHERE step = ?", (STEP,)).fetchone()
    if known and known[0] != VERSION:
        for table in ("origin_links", "origins", "claim_statements", "claims", "statement_vectors"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM weighed WHERE step IN (?, 'origins')", (STEP,))
    articles = [
        row
        for (row,) in connection.execute(
            "SELECT article FROM articles WHERE newer IS NULL AND article NOT IN (SELECT article FROM weighed WHERE step = ?)"
            " ORDER BY article",
            (STEP,),
        )
    ]
    statements = _key(connection, articles)
    touched = _gather(connection, set(articles), on_progress)
    connection.executemany("INSERT INTO weighed (article, step) VALUES (?, ?)", [(row, STEP) for row in articles])
    connection.execute("INSERT OR REPLACE INTO weighings (step, version, reviews) VALUES (?, ?, 0)", (STEP, VERSION))
    (claims,) = connection.execute("SELECT count(*) FROM claims").fetchone()
    return Summary(articles=len(articles), statements=statements, claims=claims, changed=touched)


def _key(connection: sqlite3.Connection, articles: Sequence[int]) -> int:
    """Write down the key of each statement of the articles."""
    written = 0
    for one in stated(connection, articles):
        made = key({*words(one.text).stems, *one.names})
        connection.execute("INSERT OR REPLACE INTO statement_vectors VALUES (?, ?)", (one.statement, made))
        written += 1
    return written


def _gather(connection: sqlite3.Connection, new_articles: set[int], on_progress: Progress | None) -> int:
    rows = connection.execute(
        "SELECT v.statement, v.vector, s.article FROM statement_vectors v JOIN statements s USING (statement)"
        " JOIN articles a USING (article) WHERE a.newer IS NULL ORDER BY a.published, a.id, s.number"
    ).fetchall()
    ids = np.array([row[0] for row in rows], np.int64)
    keys = read_keys([row[1] for row in rows])
    article = [row[2] for row in rows]
    order = np.arange(len(ids))
    new = np.array([row in new_articles for row in article], np.bool_)
    stale = connection.execute(
        "SELECT x.statement FROM claims c JOIN claim_statements x USING (claim) WHERE c.statement IS NULL"
    ).fetchall()
    new |= np.isin(ids, np.array([row[0] for row in stale], np.int64))
    if not new.any():
        return 0
    pairs = candidates(keys, order, new)
    if not new.all():
        pairs = _widened(connection, ids, keys, order, pairs, new)
    del rows, keys
    needed, local = np.unique(pairs, return_inverse=True)
    which = _stated(connection, ids[needed].tolist(), {article[i] for i in needed.tolist()})
    kept, sure = compare([one.put() for one in which], local.reshape(-1, 2), progress=on_progress)
    when, where = days(connection, ids[needed].tolist()), countries(connection, ids[needed].tolist())

    def apart(a: int, b: int) -> bool:
        one, two = which[a].statement, which[b].statement
        return _differ(when.get(one), when.get(two), _near) or _differ(where.get(one), where.get(two), eq)

    found = group(len(which), kept, sure, apart)
    return _write(connection, which, found.groups, found.central)


def _widened(
    connection: sqlite3.Connection, ids: NDArray[np.int64], keys: NDArray[np.uint32], order: NDArray[np.int64],
    pairs: NDArray[np.int64], new: NDArray[np.bool_],
) -> NDArray[np.int64]:  # fmt: skip
    """The pairs among the new statements, those near to them, and the other members of the claims of these."""
    near = set(ids[np.unique(pairs)].tolist()) | set(ids[new].tolist())
    claims = {row[0] for some in parts(sorted(near)) for row in connection.execute(
        f"SELECT claim FROM claim_statements WHERE statement IN ({some})")}  # fmt: skip
    members = {row[0] for some in parts(sorted(claims)) for row in connection.execute(
        f"SELECT statement FROM claim_statements WHERE claim IN ({some})")}  # fmt: skip
    chosen = np.nonzero(np.isin(ids, np.array(sorted(near | members), np.int64)))[0]
    inner = candidates(keys[chosen], order[chosen], np.ones(len(chosen), np.bool_))
    found: NDArray[np.int64] = chosen[inner]
    return found


def _stated(connection: sqlite3.Connection, statements: Sequence[int], articles: set[int]) -> list[Stated]:
    """The statements of these numbers, in their order."""
    wanted = set(statements)
    found = {one.statement: one for one in stated(connection, sorted(articles), wanted=wanted)}
    return [found[statement] for statement in statements]


def _differ(one: frozenset[T] | None, two: frozenset[T] | None, same: Callable[[T, T], bool]) -> bool:
    """Whether both have something, and nothing that the one has is the same as anything that the other has."""
    return bool(one and two) and not any(same(a, b) for a in one or () for b in two or ())


def _near(one: int, two: int) -> bool:
    """Whether two days may be the same one: reports differ by one where it was night, or far away."""
    return abs(one - two) <= 1


def _repeated(members: Sequence[Stated]) -> bool:
    """Whether two of them stand in different places: one that stands in the other is the same words again."""
    first = members[0]
    start, end = first.start, first.end
    for one in members[1:]:
        if one.article != first.article or one.start >= end or one.end <= start:
            return True
        start, end = max(start, one.start), min(end, one.end)
    return False


def _write(
    connection: sqlite3.Connection, which: Sequence[Stated], groups: Sequence[Sequence[int]], central: dict[int, float]
) -> int:
    """Put the groups in the place of the claims that their statements were in."""
    before: dict[int, str] = {}
    for some in parts([one.statement for one in which]):
        before.update(
            connection.execute(
                f"SELECT x.statement, c.id FROM claim_statements x JOIN claims c USING (claim) WHERE x.statement IN ({some})"
            ).fetchall()
        )
    gone = sorted(set(before.values()))
    for table in ("origin_links", "origins", "claim_statements", "claims"):
        connection.executemany(
            f"DELETE FROM {table} WHERE claim IN (SELECT claim FROM claims WHERE id = ?)",
            [(name,) for name in gone],
        )
    groups = [
        group_
        for group_ in groups
        if _repeated([which[i] for i in group_]) and not _boilerplate(connection, [which[i] for i in group_])
    ]
    names = _names(connection, which, groups, before)
    answered = denials(connection, [which[i].statement for group_ in groups for i in group_])
    taken = {which[i].statement for group_ in groups for i in group_}
    # One that stands in a claim already, which nothing here has touched, stays there.
    for some in parts(sorted({one.statement for found in answered.values() for one in found})):
        taken |= {row for (row,) in connection.execute(f"SELECT statement FROM claim_statements WHERE statement IN ({some})")}
    for name, group_ in zip(names, groups, strict=True):
        members = [which[i] for i in group_]
        joining = {d.statement: (d, one) for one in members for d in answered.get(one.statement, ()) if d.statement not in taken}
        taken |= joining.keys()
        _write_claim(connection, name, members, [central[i] for i in group_], list(joining.values()))
    return len(groups)


def _boilerplate(connection: sqlite3.Connection, members: Sequence[Stated]) -> bool:
    """Whether it is what one outlet prints in article after article in its own voice: a caption, a note, no claim."""
    if any(one.mode != "narration" for one in members):
        return False
    articles = parts(sorted({one.article for one in members}))
    outlets = {row for some in articles for row in connection.execute(f"SELECT outlet FROM articles WHERE article IN ({some})")}
    return len(outlets) == 1 and len({one.article for one in members}) >= _EVERYWHERE


def _names(
    connection: sqlite3.Connection, which: Sequence[Stated], groups: Sequence[Sequence[int]], before: dict[int, str]
) -> list[str]:
    """The ids of the groups: that of the claim most of whose statements are here, else a digest of the first statement's id."""
    claimed: dict[str, tuple[int, int]] = {}
    for number, group_ in enumerate(groups):
        for name, many in Counter(before[which[i].statement] for i in group_ if which[i].statement in before).items():
            claimed[name] = min(claimed.get(name, (0, 0)), (-many, number))
    kept: dict[int, str] = {}
    for name, (_, number) in sorted(claimed.items(), key=lambda item: (item[1], item[0])):
        kept.setdefault(number, name)
    taken = set(kept.values()) | {name for (name,) in connection.execute("SELECT id FROM claims")}
    names = []
    for number, group_ in enumerate(groups):
        name = kept.get(number, "")
        if not name:
            first = which[group_[0]]
            (article,) = connection.execute("SELECT id FROM articles WHERE article = ?", (first.article,)).fetchone()
            digest = sha256(f"{article}:s{first.number}".encode()).hexdigest()
            name = next(n for n in (f"c{digest[:length]}" for length in range(12, 65)) if n not in taken)
            taken.add(name)
        names.append(name)
    return names


def _negated(one: Stated) -> bool:
    found = words(one.text)
    return negated(found, likeliest_head(found, one.names))


def _write_claim(
    connection: sqlite3.Connection,
    name: str,
    members: Sequence[Stated],
    central: Sequence[float],
    joining: Sequence[tuple[Stated, Stated]],
) -> None:
    """Write a claim of these members, and of those that deny one of them without saying what in their own words."""
    plain = [
        Member(text=one.text, stance=one.stance, negated=_negated(one), mode=one.mode, central=sure)
        for one, sure in zip(members, central, strict=True)
    ]
    best = wording(plain)
    sides = [side(one, plain[best]) for one in plain]
    side_of = {one.statement: at for one, at in zip(members, sides, strict=True)}
    rows = [
        (one, at, sure, "Its words stand for the claim." if i == best else reason(one.text, members[best].text))
        for i, (one, at, sure) in enumerate(zip(members, sides, central, strict=True))
    ]
    rows += [
        (one, _OPPOSITE[side_of[denied.statement]], _ANSWERS, f"It denies what s{denied.number} of the same article says.")
        for one, denied in joining
    ]
    articles = sorted({one.article for one in members})
    days, outlets = [], set()
    for article in articles:
        published, outlet = connection.execute("SELECT published, outlet FROM articles WHERE article = ?", (article,)).fetchone()
        days += [published] if published else []
        outlets |= {outlet} if outlet else set()
    voices = {at: len({one.voice for one, own, _, _ in rows if own == at}) for at in ("for", "against", "doubting")}
    cursor = connection.execute(
        "INSERT INTO claims (id, statement, first_seen, last_seen, statements, articles, outlets, voices_for, voices_against,"
        " voices_doubting) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (name, members[best].statement, min(days, default=None), max(days, default=None), len(rows), len(articles),
         len(outlets), voices["for"], voices["against"], voices["doubting"]),
    )  # fmt: skip
    for one, at, sure, why in rows:
        connection.execute(
            "INSERT INTO claim_statements VALUES (?, ?, ?, ?, ?)", (one.statement, cursor.lastrowid, at, round(sure * 10000), why)
        )
