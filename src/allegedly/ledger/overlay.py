"""A machine's reading and people's reviews → the reading with the decisions applied. A pure function of the two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from allegedly.errors import BrokenReading
from allegedly.ledger.anchor import Anchor, again, anchors
from allegedly.ledger.correcting import put_in, renamed
from allegedly.ledger.deciding import Conflict, decided
from allegedly.ledger.reviews import Review, in_force
from allegedly.model import Article, Reading, Reviewed

GONE_ARTICLE = "its article is not in this ledger"
GONE_RECORD = "this reading of the article has no such record"
UNREAD = "its article is kept unread"


@dataclass(frozen=True, slots=True)
class Orphan:
    """A review that is kept and not applied, since what it is about is not there."""

    review: Review
    reason: str


@dataclass(slots=True)
class Applied:
    """A reading with decisions applied."""

    reading: Reading
    """Rejected statements are still in it, and nothing refers to them; all else that was rejected is out."""
    reviewed: dict[str, Reviewed] = field(default_factory=dict)
    """What was decided about each statement, by id."""
    orphans: list[Orphan] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)
    """The record in this reading that each review is about."""
    taken: dict[str, tuple[str, Review]] = field(default_factory=dict)
    """Whom entities are taken for across articles, by id, and the review that says so."""
    labels: tuple[int, ...] = ()
    """Which of the machine's labels are left, by their places in its list."""


def find_again(reviews: Iterable[Review], known: dict[str, Anchor]) -> dict[str, str]:
    """The records in a reading that reviews are about, by the reviews' ids; without those that are not found."""
    found = {}
    for review in reviews:
        if review.record is None or review.record.kind == "article":
            continue
        named = review.means.get(str((review.after or {}).get("source.entity")))
        name = again(review.record, known.values(), named.name if named else None)
        if name is not None:
            found[review.id] = name
    return found


def apply(machine: Reading, reviews: Iterable[Review]) -> Applied:
    """The reading that these reviews make of the machine's."""
    force = in_force(reviews)
    known = anchors(machine)
    made = Applied(machine, found=find_again(force, known))
    groups: dict[str, list[Review]] = {}
    for review in force:
        if review.id in made.found:
            groups.setdefault(made.found[review.id], []).append(review)
        elif review.record is not None and review.record.kind != "article":
            made.orphans.append(Orphan(review, GONE_RECORD))
    rejected: set[str] = set()
    for name in known:
        if name not in groups:
            continue
        decision = decided(groups[name])
        made.conflicts += [Conflict(machine.article.id, name, what, who) for what, who in decision.conflicts]
        if decision.taken is not None:
            made.taken[name] = decision.taken
        left = {}
        for what, value in decision.values.items():
            owner = decision.owners[what]
            ids = {old: again(anchor, known.values()) for old, anchor in owner.means.items()}
            lost = [owner.means[old] for old, new in ids.items() if new is None]
            if lost:
                made.orphans.append(Orphan(owner, f"it names {lost[0].name or lost[0].words!r}, which is not found any more"))
            else:
                left[what] = renamed(value, {old: new for old, new in ids.items() if new is not None}, what.rpartition(".")[2])
        try:
            made.reading = put_in(made.reading, name, left)
        except (BrokenReading, msgspec.ValidationError, TypeError, KeyError) as error:
            owners = {r.id: r for r in decision.owners.values()}
            made.orphans += [Orphan(r, f"it cannot be applied ({error})") for r in owners.values()]
        if decision.rejected:
            rejected.add(name)
        if decision.reviewed is not None and name[0] == "s":
            made.reviewed[name] = decision.reviewed
    # One review may fail in several fields.
    made.orphans = list({orphan.review.id: orphan for orphan in made.orphans}.values())
    made.labels = tuple(i for i in range(len(machine.labels)) if f"l{i + 1}" not in rejected)
    if rejected:
        made.reading = _without(made.reading, rejected)
    return made


def _without(reading: Reading, rejected: set[str]) -> Reading:
    """The reading in which nothing refers to what was rejected; of that, only statements are left."""
    outer = {s.id: s.within for s in reading.statements}

    def within(name: str | None) -> str | None:
        for _ in outer:
            if name is None or name not in rejected:
                return name
            name = outer[name]
        return None

    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in rejected)

    replace = msgspec.structs.replace
    statements = tuple(
        replace(
            s,
            within=None if s.id in rejected else within(s.within),
            answers=() if s.id in rejected else kept(s.answers),
            times=kept(s.times),
            places=kept(s.places),
            amounts=kept(s.amounts),
        )
        for s in reading.statements
    )
    return replace(
        reading,
        statements=statements,
        entities=tuple(replace(e, place=None) if e.place in rejected else e for e in reading.entities),
        labels=tuple(replace(x, within=within(x.within)) for i, x in enumerate(reading.labels, 1) if f"l{i}" not in rejected),
        times=tuple(t for t in reading.times if t.id not in rejected),
        places=tuple(p for p in reading.places if p.id not in rejected),
        amounts=tuple(a for a in reading.amounts if a.id not in rejected),
        happenings=tuple(
            replace(
                h,
                mentions=tuple(replace(m, statement=within(m.statement)) for m in h.mentions),
                times=kept(h.times),
                amounts=kept(h.amounts),
            )
            for h in reading.happenings
            if h.id not in rejected
        ),
        ties=tuple(
            replace(
                r,
                statement=within(r.statement),
                since=None if r.since in rejected else r.since,
                until=None if r.until in rejected else r.until,
            )
            for r in reading.ties
            if r.id not in rejected
        ),
    )


def marked(reading: Reading, reviewed: dict[str, Reviewed], *, rejected: bool = False) -> Reading:
    """The reading as it is shown: each statement with what was decided about it, and without those that were rejected.

    Args:
        reading: What :func:`apply` made.
        reviewed: What was decided, by id of the statement.
        rejected: Leave the rejected in.
    """
    if not reviewed:
        return reading
    replace = msgspec.structs.replace
    statements = tuple(
        replace(s, review=reviewed[s.id]) if s.id in reviewed else s
        for s in reading.statements
        if rejected or s.id not in reviewed or reviewed[s.id].standing != "rejected"
    )
    return replace(reading, statements=statements)


def lost(article: Article | None, reviews: Iterable[Review]) -> list[Orphan]:
    """The orphans where there is no reading at all."""
    reason = GONE_ARTICLE if article is None else UNREAD
    return [
        Orphan(r, reason) for r in in_force(reviews) if r.record is not None and (article is None or r.record.kind != "article")
    ]
