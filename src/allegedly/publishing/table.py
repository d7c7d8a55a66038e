"""One row for each statement, for spreadsheets and statistics packages (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from allegedly.model import Reading
from allegedly.publishing.safe import cell
from allegedly.publishing.words import Words

COLUMNS = (
    "article", "key", "outlet", "published", "title", "statement", "within", "mode", "act", "stance", "slant", "source",
    "source_kind", "source_entity", "source_roles", "addressee", "cue", "content", "chain", "evidence", "answers", "times",
    "first_day", "last_day", "places", "amounts", "confidence", "start", "end", "source_voice", "unnamed", "unnamed_because",
    "evidence_kinds", "evidence_of", "evidence_seen",
)  # fmt: skip


def write(readings: Iterable[Reading], file: TextIO, *, width: int, colour: bool) -> None:  # noqa: ARG001 (every format takes them)
    """Write a head and the statements of all readings. Several values in a cell are parted by `` | ``."""
    rows = csv.writer(file, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for reading in readings:
        for row in _rows(reading):
            rows.writerow([cell(value) if isinstance(value, str) else "" if value is None else value for value in row])
        file.flush()


def _rows(reading: Reading) -> Iterable[list[str | int | float | None]]:
    words, article = Words(reading), reading.article
    for s in reading.statements:
        times = [words.times[t] for t in s.times]
        entity = words.entities.get(s.source.entity or "")
        unnamed = s.source.anonymity
        yield [
            article.id,
            article.key,
            article.outlet,
            article.published,
            article.title,
            s.id,
            s.within,
            s.mode,
            s.act,
            s.stance,
            s.slant,
            s.source.text,
            s.source.kind,
            entity.name if entity else None,
            " | ".join(r.text for r in entity.roles) if entity else None,
            s.addressee.text if s.addressee else None,
            " | ".join(words.text[a:b] for a, b in s.cue),
            " | ".join(words.text[a:b] for a, b in s.content),
            " > ".join(words.voice(hop) for hop in s.chain),
            " | ".join(e.text for e in s.evidence),
            " ".join(s.answers),
            " | ".join(t.text for t in times),
            min((t.start for t in times if t.start), default=None),
            max((t.end for t in times if t.end), default=None),
            " | ".join(words.places[p].name for p in s.places),
            " | ".join(words.amounts[a].text for a in s.amounts),
            s.confidence,
            s.content[0][0],
            s.content[-1][1],
            s.source.voice,
            unnamed.text if unnamed else None,
            words.text[slice(*unnamed.because)] if unnamed and unnamed.because else None,
            " | ".join(e.kind for e in s.evidence),
            " | ".join(words.voice(e.of) if e.of else "" for e in s.evidence),
            " | ".join(words.text[slice(*e.seen)] if e.seen else "" for e in s.evidence),
        ]
