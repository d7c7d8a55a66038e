"""One row for each happening, for spreadsheets and statistics packages (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from allegedly.model import Happening, Part, Reading
from allegedly.publishing.safe import cell
from allegedly.publishing.words import Words

COLUMNS = (
    "voice", "stance", "type", "mode", "actor", "target", "with", "date", "date_end", "date_precision", "place", "latitude",
    "longitude", "place_precision", "status", "polarity", "certainty", "amount", "words", "confidence", "happening", "statement",
    "article", "key", "outlet", "published", "span",
)  # fmt: skip


def write(readings: Iterable[Reading], file: TextIO, *, width: int, colour: bool) -> None:  # noqa: ARG001 (every format takes them)
    """Write a head and the happenings of all readings.

    Several values in a cell are parted by `` | ``: of one that is told several times, voice, stance, status, polarity, certainty,
    words, statement and span are those of each mention in turn.
    """
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for reading in readings:
        words = Words(reading)
        for happening in reading.happenings:
            row = _row(words, happening)
            rows.writerow([cell(value) if isinstance(value, str) else "" if value is None else value for value in row])
        file.flush()


def _row(words: Words, h: Happening) -> list[str | float | None]:
    article = words.reading.article
    said = [words.statements.get(m.statement or "") for m in h.mentions]
    times = [words.times[t] for t in h.times]
    dated = [t for t in times if t.start] or times
    where = words.entities.get(h.place or "")
    place = words.places.get(where.place or "") if where else None
    return [
        _each(words.outlet if s is None else words.who(s) for s in said),
        _each("affirms" if s is None else s.stance for s in said),
        h.type,
        h.mode,
        _names(words, h, "actor"),
        _names(words, h, "target"),
        _names(words, h, "with"),
        min((t.start for t in dated if t.start), default=None),
        max((t.end for t in dated if t.end), default=None),
        _each(t.grain or "" for t in dated[:1]),
        where.name if where else None,
        place.latitude if place else None,
        place.longitude if place else None,
        place.precision if place else None,
        _each(m.status for m in h.mentions),
        _each(m.polarity for m in h.mentions),
        _each(m.certainty for m in h.mentions),
        _each(words.amounts[a].text for a in h.amounts),
        _each(m.text for m in h.mentions),
        h.confidence,
        h.id,
        _each(m.statement or "" for m in h.mentions),
        article.id,
        article.key,
        article.outlet,
        article.published,
        _each(f"{m.span[0]}-{m.span[1]}" for m in h.mentions),
    ]


def _each(values: Iterable[str]) -> str:
    return " | ".join(values)


def _names(words: Words, h: Happening, role: Part) -> str:
    return _each(words.participant(one) for one in h.participants if one.role == role)
