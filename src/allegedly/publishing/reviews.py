"""Reviews → lines for a terminal: who decided what, when and why, what it was before and after, and how it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from allegedly.publishing.safe import line

if TYPE_CHECKING:
    from allegedly.ledger.deciding import Conflict
    from allegedly.ledger.history import Entry, History
    from allegedly.ledger.overlay import Orphan
    from allegedly.ledger.reviews import Review

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "note": "noted",
    "merge": "merged",
    "split": "split off",
    "withdraw": "withdrew",
}
_LONG = 100


def write_history(history: History, file: TextIO) -> None:
    """Write what happened to an article or to one record of it."""
    article = history.article
    file.write(f"{article.id.removeprefix('sha256:')[:12]}  {line(article.title or '')}\n")
    file.writelines(
        f"{came.at}  {came.result}: {line(came.name)}{f', {came.digest}' if came.digest else ''}\n" for came in history.came
    )
    for read in history.reads:
        gone = f", replaced {read.replaced}" if read.replaced else ""
        file.write(f"{read.at}  read by {read.reader} {read.version} over {read.pipeline}{gone}\n")
    write_entries(history.entries, file)


def write_entries(entries: Iterable[Entry], file: TextIO) -> None:
    """Write reviews, each with how it stands."""
    for entry in entries:
        _write(entry.review, entry.record, file, entry.state)


def write_made(reviews: Iterable[Review], file: TextIO) -> None:
    """Write reviews that were just made."""
    for review in reviews:
        _write(review, review.record.id or "" if review.record else "", file, "")


def write_orphans(orphans: Sequence[Orphan], file: TextIO) -> None:
    """Write reviews that are kept and not applied, with the reasons."""
    for orphan in orphans:
        record = orphan.review.record
        _write(orphan.review, record.id or "" if record else "", file, f"is orphaned: {orphan.reason}")


def write_conflicts(conflicts: Sequence[Conflict], file: TextIO) -> None:
    """Write where people who worked apart decided differently, what stands first."""
    for conflict in conflicts:
        file.write(f"{_place(conflict.article, conflict.record)}  {conflict.field} is in conflict\n")
        for number, review in enumerate(conflict.reviews):
            stands = "stands" if not number else "does not"
            value = (review.after or {}).get(conflict.field)
            said = f" {_value(value, {})}" if conflict.field in (review.after or {}) else ""
            who = line(review.who)
            file.write(f"    {stands}: {who} {_DONE[review.verdict]}{said}, {_at(review)} ({review.id}): {line(review.why)}\n")


def _write(review: Review, record: str, file: TextIO, state: str) -> None:
    head = f"{_at(review)}  {line(review.who)} {_DONE[review.verdict]} {_about(review, record)}"
    file.write(f"{head}  ({review.id}){f'  {line(state)}' if state and state != 'counts' else ''}\n")
    if review.record and review.record.words:
        said = f"{line(review.record.name)}: " if review.record.name else ""
        file.write(f"    {said}{line(review.record.words)}\n")
    file.writelines(f"    {words}\n" for words in changes(review))
    if review.why:
        file.write(f"    why: {line(review.why)}\n")


def changes(review: Review) -> list[str]:
    """What a review puts in place of what: *stance: affirms → denies*."""
    if review.verdict not in ("correct", "split", "accept"):
        return []
    before = review.before or {}
    named = {name: anchor.name for name, anchor in review.means.items() if anchor.name}
    return [
        f"{line(name)}: {_value(before.get(name), named)} → {_value(value, named)}"
        for name, value in (review.after or {}).items()
    ]


def _about(review: Review, record: str) -> str:
    if review.verdict == "withdraw":
        return f"the review {review.withdraws}"
    if review.verdict == "merge":
        names = [one.get("name") for one in (review.before or {}).get("entities", ())]
        return " and ".join(line(str(name)) for name in names)
    return _place(review.article, record)


def _place(article: str | None, record: str) -> str:
    short = (article or "").removeprefix("sha256:")[:12]
    return f"{short}:{record}" if short and record else short or record


def _at(review: Review) -> str:
    return f"{line(review.at)[:19].replace('T', ' ')} UTC"


def _value(value: Any, named: dict[str, str]) -> str:  # noqa: ANN401 (any JSON)
    """A field's value: a chain as its voices, an id with its name, anything else as it is written."""
    if value is None:
        return "nothing"
    if isinstance(value, list) and value and all(isinstance(one, dict) and one.keys() & {"outlet", "entity"} for one in value):
        return " → ".join("the outlet" if one.get("outlet") else _value(one.get("entity"), named) for one in value)
    if isinstance(value, str) and value in named:
        return f"{line(value)} ({line(named[value])})"
    shown = line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return shown if len(shown) <= _LONG else f"{shown[: _LONG - 2]} …"
