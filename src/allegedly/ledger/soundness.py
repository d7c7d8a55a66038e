"""Whether a review that somebody else made is one: what its verdict needs is there, and nothing that no verdict may touch."""

from __future__ import annotations

import re

import msgspec

from allegedly.errors import BadReview
from allegedly.ledger.anchor import Anchor
from allegedly.ledger.correcting import FIELDS
from allegedly.ledger.reviews import Review, identity

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_ARTICLE = re.compile(r"sha256:[0-9a-f]{64}")


def sound(review: Review) -> Review:
    """The review, if it can be taken in.

    Raises:
        BadReview: It was changed after it was made, or lacks what its verdict needs.
    """
    if identity(review) != review.id:
        raise BadReview(review.id, "its id does not belong to what it says; it was changed after it was made")
    fault = _fault(review)
    if fault:
        raise BadReview(review.id, f"{fault}; export it anew from the ledger that it was made in")
    return review


def _fault(r: Review) -> str | None:
    """What is wrong with it."""
    if not r.who.strip() or not _MOMENT.fullmatch(r.at):
        return "it does not say who decided, or when"
    if r.verdict == "withdraw":
        return None if r.withdraws else "it withdraws nothing"
    if r.withdraws:
        return "only a withdrawal undoes another review"
    if r.verdict == "merge":
        claims = (r.before or {}).get("claims")
        named = (r.before or {}).get("entities") if claims is None else claims
        sound_one = _entity if claims is None else _claim
        good = isinstance(named, list) and len(named) > 1 and all(sound_one(one) for one in named)
        return None if good and r.article is None else "it does not name the entities that are one"
    if r.article is None or not _ARTICLE.fullmatch(r.article) or r.record is None:
        return "it does not say what it is about"
    if r.record.kind == "article":
        return None if r.verdict == "note" else "only a note is about a whole article"
    if r.verdict == "split" and r.record.kind == "statement" and "claims" in (r.before or {}):
        claims = (r.before or {})["claims"]
        return None if isinstance(claims, list) and len(claims) == 1 and _claim(claims[0]) else "it does not say from which claim"
    if r.verdict == "split":
        name = (r.after or {}).get("name")
        return (
            None
            if r.record.kind == "entity" and isinstance(name, str) and name.strip()
            else "it does not say whose name it takes"
        )
    if r.verdict == "reject" and r.record.kind == "entity":
        return "an entity cannot be rejected"
    if r.verdict == "correct" and not r.after:
        return "it puts nothing in"
    other = set(r.after or {}) - set(FIELDS[r.record.kind])
    return f"{min(other)!r} is no field that can be corrected" if other else None


def _entity(one: object) -> bool:
    return isinstance(one, dict) and all(isinstance(one.get(key), str) and one[key] for key in ("name", "kind"))


def _claim(one: object) -> bool:
    """Whether this tells of a statement that stands for a claim."""
    if not isinstance(one, dict) or not isinstance(one.get("article"), str) or not _ARTICLE.fullmatch(one["article"]):
        return False
    try:
        return msgspec.convert(one.get("record"), Anchor).kind == "statement"
    except msgspec.ValidationError:
        return False
