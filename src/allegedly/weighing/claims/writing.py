"""Claims written into a ledger, in place of those that their statements were in."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256

from allegedly.ledger.restoring import article_of
from allegedly.model_claims import Side
from allegedly.weighing.claims.heads import likeliest_head, negated
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.polarity import denied_whole
from allegedly.weighing.claims.polarity import negated as turned
from allegedly.weighing.claims.reading import Answer, Stated, deniers, parts, picked
from allegedly.weighing.claims.reasons import reason
from allegedly.weighing.claims.sides import answering, denying, side
from allegedly.weighing.claims.wording import wording
from allegedly.weighing.claims.words import words
from allegedly.weighing.notes import is_report
from allegedly.weighing.origins.pages import body_of

_EVERYWHERE = 4
"""Articles of one outlet with the same sentence, that make it a caption or a standing note."""
ANSWERS = 0.58
"""How sure it is that a statement answers the one that the reader says it does: so many are right in the benchmark."""


def put_claims(
    connection: sqlite3.Connection,
    groups: Sequence[Sequence[int]],
    central: Mapping[int, float],
    reach: Collection[int],
    at_hand: dict[int, Stated] | None = None,
) -> int:
    """Put groups in the place of the claims that their statements were in; how many are new or other than these.

    Inside a transaction. A claim whose statements are those of a group stays as it is.

    Args:
        connection: The ledger.
        groups: Row numbers of statements, in the order of their days.
        central: For each of them, how likely it says the same as the others of its group, on average.
        reach: All statements that were looked at.
        at_hand: Statements that were read already.
    """
    before = _claims_of(connection, reach)
    members = _members(connection, set(before.values()))
    grouped = {statement for group in groups for statement in group}
    answers = deniers(connection, sorted(grouped))
    at = _claims_of(connection, {one.statement for found in answers.values() for one in found})
    standing: set[int] = set()
    changed: list[Sequence[int]] = []
    for group in groups:
        claim = before.get(group[0])
        joined = {one.statement for statement in group for one in answers.get(statement, ())} - grouped
        # Those that would join now, and those that others have.
        due = {one for one in joined if at.get(one) in (None, claim)}
        if claim is not None and members.get(claim) == {*group, *due}:
            standing.add(claim)
        else:
            changed.append(group)
    gone = sorted(set(before.values()) - standing)
    named = _ids(connection, gone)
    for table in ("origin_links", "origins", "claim_statements", "claims"):
        connection.executemany(f"DELETE FROM {table} WHERE claim = ?", [(claim,) for claim in gone])
    kept = {one: named[claim] for one, claim in before.items() if claim in named}
    return _put(connection, changed, central, kept, at_hand)


def _claims_of(connection: sqlite3.Connection, statements: Collection[int]) -> dict[int, int]:
    """In which claim each of these statements stands, if in any."""
    return {
        statement: claim
        for some in parts(sorted(statements))
        for statement, claim in connection.execute(f"SELECT statement, claim FROM claim_statements WHERE statement IN ({some})")
    }


def _members(connection: sqlite3.Connection, claims: Collection[int]) -> dict[int, set[int]]:
    """The statements of each of these claims, but for those that are to be written anew."""
    found: dict[int, set[int]] = {}
    for some in parts(sorted(claims)):
        for claim, statement in connection.execute(
            "SELECT claim, x.statement FROM claims c JOIN claim_statements x USING (claim)"
            f" WHERE claim IN ({some}) AND c.statement IS NOT NULL"
        ):
            found.setdefault(claim, set()).add(statement)
    return found


def _ids(connection: sqlite3.Connection, claims: Sequence[int]) -> dict[int, str]:
    return {
        claim: name
        for some in parts(claims)
        for claim, name in connection.execute(f"SELECT claim, id FROM claims WHERE claim IN ({some})")
    }


def _put(
    connection: sqlite3.Connection,
    changed: Sequence[Sequence[int]],
    central: Mapping[int, float],
    before: Mapping[int, str],
    at_hand: dict[int, Stated] | None,
) -> int:
    """Write those groups down that are claims; ``before``: the ids of the claims that statements were in; how many."""
    which = {one.statement: one for one in picked(connection, sorted({one for group in changed for one in group}), at_hand)}
    groups = [[which[one] for one in group] for group in changed]
    answers = deniers(connection, sorted(which))
    free = {one.statement for found in answers.values() for one in found}
    # One that stands in a claim already, which nothing here has touched, stays there.
    free -= which.keys() | _claims_of(connection, free).keys()
    denials = {one.statement: one for one in picked(connection, sorted(free), at_hand)}

    def told(group: Sequence[Stated]) -> bool:
        return any(answer.plain and answer.statement in denials for one in group for answer in answers.get(one.statement, ()))

    groups = [group for group in groups if (_repeated(group) or told(group)) and not _boilerplate(connection, group)]
    names = _names(connection, groups, before)
    for name, group in zip(names, groups, strict=True):
        due = [each for one in group for each in answers.get(one.statement, ()) if each.statement in denials]
        joining = {each.statement: (denials[each.statement], each) for each in due}
        for statement in joining:
            del denials[statement]
        _put_claim(connection, name, group, [central[one.statement] for one in group], list(joining.values()))
    return len(groups)


def _repeated(members: Sequence[Stated]) -> bool:
    """Whether two of them stand in different places: one that stands in the other is the same words again."""
    first = members[0]
    start, end = first.start, first.end
    for one in members[1:]:
        if one.article != first.article or one.start >= end or one.end <= start:
            return True
        start, end = max(start, one.start), min(end, one.end)
    return False


def _boilerplate(connection: sqlite3.Connection, members: Sequence[Stated]) -> bool:
    """Whether it is what one outlet prints in article after article in its own voice: a caption, a note, no claim."""
    if any(one.mode != "narration" for one in members):
        return False
    articles = parts(sorted({one.article for one in members}))
    outlets = {row for some in articles for row in connection.execute(f"SELECT outlet FROM articles WHERE article IN ({some})")}
    # Where no outlet is known they may be as many as the articles.
    return len(outlets) == 1 and (None,) not in outlets and len({one.article for one in members}) >= _EVERYWHERE


def _names(connection: sqlite3.Connection, groups: Sequence[Sequence[Stated]], before: Mapping[int, str]) -> list[str]:
    """The ids of the groups: that of the claim most of whose statements are here, else a digest of the first statement's id."""
    claimed: dict[str, tuple[int, int]] = {}
    for number, group in enumerate(groups):
        for name, many in Counter(before[one.statement] for one in group if one.statement in before).items():
            claimed[name] = min(claimed.get(name, (0, 0)), (-many, number))
    kept: dict[int, str] = {}
    for name, (_, number) in sorted(claimed.items(), key=lambda item: (item[1], item[0])):
        kept.setdefault(number, name)
    taken = set(kept.values())

    def free(name: str) -> bool:
        return name not in taken and connection.execute("SELECT 1 FROM claims WHERE id = ?", (name,)).fetchone() is None

    names = []
    for number, group in enumerate(groups):
        name = kept.get(number, "")
        if not name:
            first = group[0]
            (article,) = connection.execute("SELECT id FROM articles WHERE article = ?", (first.article,)).fetchone()
            digest = sha256(f"{article}:s{first.number}".encode()).hexdigest()
            name = next(n for n in (f"c{digest[:length]}" for length in range(12, 65)) if free(n))
            taken.add(name)
        names.append(name)
    return names


def _negated(one: Stated) -> bool:
    """Whether a negation means what happens: one right before it, or a *no* of its subject or object; not *no fewer than*."""
    found = words(one.text)
    at = likeliest_head(found, one.names)
    if at is None or found.stems[at] not in turned(one.text):
        return False
    return negated(found, at) or found.stems[at] in denied_whole(one.text)


def _member(one: Stated, sure: float, day: str, characters: int) -> Member:
    told = one.text, one.stance, _negated(one), one.mode, sure, day, one.cue, one.by, one.voice, one.names
    return Member(*told, is_report(characters))


def sided(
    members: Sequence[Stated], central: Sequence[float], days: Sequence[str], lengths: Sequence[int]
) -> tuple[int, list[Side], list[Member]]:
    """Which member's words stand for the claim, on which side of it each stands, and what each is as far as sides go.

    Args:
        members: In the order of their days.
        central: How likely each says the same as the others, on average.
        days: On which their articles were published, as ISO dates; empty: nobody knows.
        lengths: How many characters their articles have.
    """
    plain = [_member(*each) for each in zip(members, central, days, lengths, strict=True)]
    best = wording(plain)
    return best, [side(one, plain[best]) for one in plain], plain


def _denied_around(members: Sequence[Stated], sides: Sequence[Side]) -> list[tuple[int, Stated]]:
    """Members that stand inside another one that is on the other side, each with this: *the report that he left is false*."""
    found = []
    for i, (one, at) in enumerate(zip(members, sides, strict=True)):
        around = next(
            (
                other
                for other, own in zip(members, sides, strict=True)
                if other.article == one.article
                and (at, own) == ("for", "against")
                and other.start <= one.start
                and one.end <= other.end
            ),
            None,
        )
        if around is not None:
            found.append((i, around))
    return found


def _explaining(
    connection: sqlite3.Connection, members: Sequence[Stated], sides: Sequence[Side], best: int
) -> list[tuple[int, Stated]]:
    """Members that stand beside a denial on the page of a body that speaks for itself, each with this.

    A body is of one mind on one page: *No slurry left our yard. Every tank was found full and sound.*
    """
    own: dict[int, dict[Side, list[int]]] = {}
    for i, (one, at) in enumerate(zip(members, sides, strict=True)):
        if one.mode == "narration":
            own.setdefault(one.article, {}).setdefault(at, []).append(i)
    return [
        (i, members[of["against"][0]])
        for article, of in own.items()
        if "against" in of and "for" in of and best not in of["for"] and body_of(article_of(connection, article))
        for i in of["for"]
    ]


def _put_claim(
    connection: sqlite3.Connection,
    name: str,
    members: Sequence[Stated],
    central: Sequence[float],
    joining: Sequence[tuple[Stated, Answer]],
) -> None:
    """Write a claim of these members, and of those that deny one of them without saying what in their own words."""
    about = {
        article: (published or "", outlet, characters)
        for some in parts(sorted({one.article for one in members}))
        for article, published, outlet, characters in connection.execute(
            f"SELECT article, published, outlet, length(text) FROM articles WHERE article IN ({some})"
        )
    }
    days, lengths = [about[one.article][0][:10] for one in members], [about[one.article][2] for one in members]
    best, sides, plain = sided(members, central, days, lengths)
    reasons = [reason(one.text, members[best].text) for one in members]
    reasons[best] = "Its words stand for the claim."
    for i, around in _denied_around(members, sides):
        sides[i] = "neutral"
        reasons[i] = f"It stands in s{around.number}, which denies it, and is nobody's word."
    for i, beside in _explaining(connection, members, sides, best):
        sides[i] = "against"
        reasons[i] = f"It stands beside s{beside.number} on the page of a body, which denies the claim there."
    rows = list(zip(members, sides, central, reasons, strict=True))
    place = {one.statement: i for i, one in enumerate(members)}
    for one, answer in joining:
        i, own = place[answer.answered], _member(one, ANSWERS, *about[one.article][::2])
        at = denying(plain[i], sides[i], plain[best]) if answer.plain else "neutral"
        if at == "neutral":
            at = answering(own, plain[i], sides[i], plain[best], one.start - members[i].start)
        does = "answers" if at == "neutral" else "denies"
        rows.append((one, at, ANSWERS, f"It {does} what s{members[i].number} of the same article says."))
    published = [day for day, *_ in about.values() if day]
    outlets = {outlet for _, outlet, _ in about.values() if outlet}
    voices = {at: len({one.voice for one, own, _, _ in rows if own == at}) for at in ("for", "against", "doubting")}
    cursor = connection.execute(
        "INSERT INTO claims (id, statement, first_seen, last_seen, statements, articles, outlets, voices_for, voices_against,"
        " voices_doubting) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (name, members[best].statement, min(published, default=None), max(published, default=None), len(rows), len(about),
         len(outlets), voices["for"], voices["against"], voices["doubting"]),
    )  # fmt: skip
    for one, at, sure, why in rows:
        connection.execute(
            "INSERT INTO claim_statements VALUES (?, ?, ?, ?, ?)", (one.statement, cursor.lastrowid, at, round(sure * 10000), why)
        )
