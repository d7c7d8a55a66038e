"""Who calls whom what → text for a terminal, JSON, CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from allegedly.ledger.labels import Labelled, LabelTable
from allegedly.publishing.lines import harmless
from allegedly.publishing.safe import cell, line
from allegedly.publishing.words import day, many

_WHERE = ("article", "statement", "outlet", "published", "whom", "by", "use", "before", "text", "after", "title")


def write_table(table: LabelTable, form: str, file: TextIO) -> None:
    """Write the table of labels.

    Args:
        table: The table.
        form: ``text``, ``json``, or ``csv`` (a row for each number: label, column, how often used, how often turned down).
        file: Where to.
    """
    if form == "json":
        file.write(harmless(json.dumps(plain(table), ensure_ascii=False, indent=1)) + "\n")
    elif form == "csv":
        rows = csv.writer(file, lineterminator="\r\n")
        rows.writerow(("label", table.across, "applied", "rejected"))
        rows.writerows((cell(row.word), cell(column), *numbers) for row in table.rows for column, numbers in row.cells.items())
    else:
        file.writelines(f"{row}\n" for row in _text(table))


def write_list(found: Sequence[Labelled], form: str, file: TextIO) -> None:
    """Write labels where they stand.

    Args:
        found: The labels.
        form: ``text``, ``json`` (one list) or ``csv``.
        file: Where to.
    """
    if form == "json":
        file.write(harmless(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=1)) + "\n")
    elif form == "csv":
        rows = csv.writer(file, lineterminator="\r\n")
        rows.writerow(_WHERE)
        rows.writerows([cell(getattr(one, name) or "") for name in _WHERE] for one in found)
    else:
        file.writelines(f"{row}\n" for one in found for row in _one(one))


def plain(table: LabelTable) -> dict[str, Any]:
    """The table, for JSON."""
    return {
        "across": table.across,
        "columns": list(table.columns),
        "columns_left": table.columns_left,
        "rows": [
            {
                "word": row.word,
                "whom": [one._asdict() for one in row.whom],
                "count": row.count,
                "rejected": row.rejected,
                "cells": {column: numbers._asdict() for column, numbers in row.cells.items()},
                "others": row.others,
            }
            for row in table.rows
        ],
        "rows_left": table.rows_left,
        "count": table.count,
    }


def _text(table: LabelTable) -> Iterator[str]:
    for row in table.rows:
        whom = f", of {', '.join(f'{line(one.name)} ({one.labels:,})' for one in row.whom)}" if row.whom else ""
        no = f", turned down {many(row.rejected, 'time')}" if row.rejected else ""
        yield f"“{line(row.word)}”  {many(row.count, 'time')}{no}{whom}"
        columns = sorted(row.cells.items(), key=lambda each: -sum(each[1])) if table.across != "time" else row.cells.items()
        told = [f"{line(column)} {sum(numbers):,}" for column, numbers in columns]
        if row.others:
            told.append(f"others {row.others:,}")
        yield f"    {', '.join(told)}"
    if table.rows_left:
        yield f"{many(table.rows_left, 'other label')} further in the list"


def _one(one: Labelled) -> Iterator[str]:
    verb = "calls" if one.use == "applied" else "does not call"
    whom = line(one.whom or "") or "somebody who is only described"
    article = one.article.removeprefix("sha256:")[:12]
    yield f"{line(one.by or 'nobody named')} {verb} {whom} so  {article}{f':{one.statement}' if one.statement else ''}"
    yield f"    … {line(f'{one.before}[{one.text}]{one.after}')} …"
    known = [line(one.title or ""), line(one.outlet or ""), day(one.published) if one.published else ""]
    yield f"    {' · '.join(filter(None, known)) or article}"
    yield ""
