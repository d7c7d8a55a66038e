"""What was decided, in words for a page: who, what, in place of what."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.ledger.reviews import Review
from allegedly.publishing.reviews import changes
from allegedly.publishing.safe import line
from allegedly.web.reviewer import reviewer

DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "note": "noted",
    "merge": "merged",
    "split": "split off",
    "withdraw": "undid a review",
}
"""What somebody did, by the verdict."""


def record_id(review: Review) -> str | None:
    """The id of the statement that a review is about, as pages have it; null where it is about something else."""
    if review.article is None or review.record is None or review.record.kind != "statement" or review.record.id is None:
        return None
    return f"{review.article.removeprefix('sha256:')[:12]}:{review.record.id}"


def last_done(ledger: Ledger, request: Request) -> Review | None:
    """The review that was made just before; null where there is none, or it is not this person's."""
    review = ledger.reviews.named(request.query_params.get("done", "")[:16])
    return review if review and review.who == reviewer(request) and record_id(review) else None


def told(review: Review, text: str) -> list[str]:
    """What a review put in place of what; places as the words that stand there."""
    before, after = review.before or {}, review.after or {}
    places = [field for field, value in after.items() if _places(value) or _places(before.get(field))]
    rest = {field: value for field, value in after.items() if field not in places}
    said = [f"{line(field)}: {_quoted(before.get(field), text)} → {_quoted(after[field], text)}" for field in places]
    return said + changes(msgspec.structs.replace(review, after=rest))


def _places(value: Any) -> list[Any]:  # noqa: ANN401 (any JSON)
    """The spans that a value is made of; none where it is no such value."""
    pairs = [value] if isinstance(value, list) and value and isinstance(value[0], int) else value
    whole = isinstance(pairs, list) and all(isinstance(one, list) and len(one) == 2 for one in pairs)
    return pairs if whole and all(isinstance(at, int) for one in pairs for at in one) else []


def _quoted(value: Any, text: str) -> str:  # noqa: ANN401 (any JSON)
    return " … ".join(f"“{line(text[start:end])}”" for start, end in _places(value)) or "nothing"
