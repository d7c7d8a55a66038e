"""Who somebody is across a ledger's articles → a page for a terminal, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from allegedly.ledger.who import Circle, Count, Known
from allegedly.publishing.lines import harmless
from allegedly.publishing.safe import line
from allegedly.publishing.words import days_of, many


def write(those: Sequence[tuple[Known, Circle]], form: str, file: TextIO) -> None:
    """Write those who go by a name, each with what is around them.

    Args:
        those: Who they are, of :meth:`allegedly.ledger.Ledger.who`, and their circles.
        form: ``json`` and its like: one list; else a page.
        file: Where to.
    """
    if form in ("json", "jsonl"):
        every = [plain(known, around) for known, around in those]
        file.write(harmless(json.dumps(every, ensure_ascii=False, indent=1)) + "\n")
        return
    for known, around in those:
        file.writelines(f"{row}\n" for row in _page(known, around))


def _page(known: Known, around: Circle) -> Iterator[str]:
    also = f", also as {', '.join(map(line, known.also[:8]))}" if known.also else ""
    yield f"{line(known.name)}  {known.kind}, named in {many(known.articles, 'article')}{also}"
    if around.looked < known.articles:
        yield f"  counted in the {around.looked} of these that were added last:"
    yield from _counts("is spoken of by", around.spoken_of_by)
    yield from _counts("speaks of", around.speaks_of)
    for one in around.called:
        verb = "is called" if one.use == "applied" else "is not called"
        yield f"  {verb} “{line(one.word)}” by {line(one.by or 'nobody named')}{_days(one.first, one.last)}"
    for held in around.roles:
        yield f"  {line(held.words)}: {many(held.articles, 'article')}{_days(held.first, held.last)}"
    yield ""


def _counts(what: str, those: Iterable[Count]) -> Iterator[str]:
    told = ", ".join(f"{line(one.name)} ({one.statements:,})" for one in those)
    if told:
        yield f"  {what} {told}"


def _days(first: str | None, last: str | None) -> str:
    return f", {days_of(first, last or first)}" if first else ""


def plain(known: Known, around: Circle) -> dict[str, object]:
    """Somebody and what is around them, for JSON."""
    # The number in the ledger is left out: it is another one when articles are read anew.
    return {
        "name": known.name,
        "kind": known.kind,
        "also": known.also,
        "articles": known.articles,
        "looked": around.looked,
        "spoken_of_by": [one._asdict() for one in around.spoken_of_by],
        "speaks_of": [one._asdict() for one in around.speaks_of],
        "called": [one._asdict() for one in around.called],
        "roles": [one._asdict() for one in around.roles],
    }
