"""Several people's reviews of one record → what stands, and where they disagree.

A review counts before those that its author had before them (``over``). Two that did not know of one another, made by people
who worked apart, and that say different things about the same field, are in conflict: the earlier stands until somebody
decides again, who then has both before them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from allegedly.ledger.reviews import Review
from allegedly.model import Reviewed

STANDING = "standing"
TAKEN = "taken for"
_ASREAD = object()
"""What an *accept* says of a field that a *correct* beside it changes."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reviews that say different things about one field of one record; the first of them stands."""

    article: str | None
    record: str
    """What it is about, by the id that ``show`` gives it."""
    field: str
    reviews: tuple[Review, ...]


@dataclass(slots=True)
class Decision:
    """What reviews of one record come to."""

    rejected: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    """Fields that are put in, each with the review that did so."""
    owners: dict[str, Review] = field(default_factory=dict)
    conflicts: list[tuple[str, tuple[Review, ...]]] = field(default_factory=list)
    reviewed: Reviewed | None = None
    taken: tuple[str, Review] | None = None
    """Whom an entity is taken for across articles, and the review that says so."""


def decided(reviews: Iterable[Review]) -> Decision:
    """What stands by these reviews of one record, all of them in force, the earliest first."""
    reviews = list(reviews)
    made = Decision()
    splits = [(r, r.after["name"]) for r in reviews if r.verdict == "split" and r.after and isinstance(r.after.get("name"), str)]
    if splits:
        name, owner, against = settled(splits)
        made.taken = name, owner
        if against:
            made.conflicts.append((TAKEN, against))
    verdicts = [r for r in reviews if r.verdict in ("accept", "reject", "correct")]
    if not verdicts:
        return made
    standing, who, against = settled([(r, r.verdict == "reject") for r in verdicts])
    made.rejected = bool(standing)
    if against:
        made.conflicts.append((STANDING, against))
    fields = sorted({name for r in verdicts for name in r.after or {}})
    for name in fields:
        claims: list[tuple[Review, Any]] = [(r, r.after[name]) for r in verdicts if r.after and name in r.after]
        claims += [(r, _ASREAD) for r in verdicts if r.verdict == "accept" and name not in (r.after or {}) and _apart(r, claims)]
        claims.sort(key=_order)
        value, owner, against = settled(claims)
        if value is not _ASREAD:
            made.values[name] = value
            made.owners[name] = owner
        if against:
            made.conflicts.append((name, against))
    if made.rejected:
        made.reviewed = Reviewed(standing="rejected", who=(who.who,), at=who.at)
    else:
        by = [*made.owners.values()] or [who]
        names = tuple(dict.fromkeys(r.who for r in sorted(by, key=lambda r: (r.at, r.id))))
        kind = "corrected" if made.values else "accepted"
        made.reviewed = Reviewed(standing=kind, who=names, at=max(r.at for r in by), fields=tuple(made.values))  # type: ignore[arg-type]
    return made


def _order(claim: tuple[Review, Any]) -> tuple[str, str]:
    return claim[0].at, claim[0].id


def _apart(review: Review, claims: list[tuple[Review, Any]]) -> bool:
    """Whether some correction and this review were made without knowing of one another."""
    return any(c.id not in review.over and review.id not in c.over for c, _ in claims)


def settled(claims: list[tuple[Review, Any]]) -> tuple[Any, Review, tuple[Review, ...]]:
    """The value that stands, whose it is, and the reviews that disagree about it (none where they do not).

    Args:
        claims: Reviews with the value that each gives, the earliest first.
    """
    last = [(r, value) for r, value in claims if not any(r.id in other.over for other, _ in claims)]
    owner, value = last[0]
    differing = [r for r, other in last if other is not value and other != value]
    return value, owner, (owner, *differing) if differing else ()
