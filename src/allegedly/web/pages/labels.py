"""Who calls whom what: labels by outlet, by who speaks, or over time; every number leads to the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from starlette.requests import Request

from allegedly.intake import dates
from allegedly.ledger import Ledger
from allegedly.ledger.labels import ACROSS, Across, LabelTable
from allegedly.web.page import Page
from allegedly.web.pages.find import skipped
from allegedly.web.remembered import remembered

_ROWS, _COLUMNS, _WORDS, _BARS = 40, 12, 20, 12
_MONTH = re.compile(r"[0-9]{4}(?:-[0-9]{2})?|day not known")
_DEGREES = 5
"""Shades by which the numbers of a table are told apart at a glance."""
NAMES = {
    "label": "label",
    "words": "with the words",
    "of": "of",
    "by": "by",
    "outlet": "in",
    "month": "in",
    "since": "from",
    "until": "until",
}
"""What a filter is called on the page."""
_TOLD = {"outlet": "by outlet", "speaker": "by who speaks", "time": "over time"}
_FILTER = {"outlet": "outlet", "speaker": "by", "time": "month"}
"""Which filter a column stands for."""


def _asked(request: Request) -> tuple[dict[str, str], dict[str, Any], list[str]]:
    """What is asked as it is written, as the ledger takes it, and a sentence for each thing that cannot be meant."""
    plain = {name: value for name in NAMES if (value := request.query_params.get(name, "").strip()[:300])}
    wanted: dict[str, Any] = {}
    wrong = []
    for name, value in plain.items():
        if name in ("since", "until"):
            day = dates.day(value)
            if day:
                wanted[name] = date.fromisoformat(day)
            else:
                wrong.append(f"“{value}” cannot be read as a day; write it as 2019-12-18.")
        elif name == "month" and not _MONTH.fullmatch(value):
            wrong.append(f"“{value}” is no year or month; write it as 2019 or 2019-12.")
        else:
            wanted[name] = value
    return plain, wanted, wrong


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    plain, wanted, wrong = _asked(request)
    across = request.query_params.get("across", "outlet")
    across = across if across in ACROSS else "outlet"
    skip = skipped(request)

    def made(kind: str, ledger: Ledger = ledger) -> LabelTable:
        return ledger.labels(**wanted, across=cast("Across", kind), columns=_COLUMNS, limit=_ROWS, skip=skip)

    shown: dict[str, Any] = {
        "asked_for": plain,
        "names": NAMES,
        "without": lambda name: {other: value for other, value in plain.items() if other != name},
        "wrong": wrong,
        "across": across,
        "told": _TOLD,
        "filter": _FILTER,
        "skip": skip,
        "less": None,
        "more": None,
    }
    if "label" in wanted:
        found = ledger.labelled(**wanted, limit=_WORDS + 1, skip=skip)
        step = _WORDS
        more = len(found) > _WORDS
        shown["words"] = found[:_WORDS]
        shown["bars"] = {} if skip else {kind: _bars(ledger, wanted, kind) for kind in ACROSS if _FILTER[kind] not in wanted}
    else:
        table = remembered(ledger, f"labels {across}", lambda one: made(across, one)) if not wanted and not skip else made(across)
        step = _ROWS
        more = bool(table.rows_left)
        shown |= {"table": table, "degree": _degrees(table)}
    shown["more"] = skip + step if more else None
    shown["less"] = max(0, skip - step) if skip else None
    return shown


def _bars(ledger: Ledger, wanted: Mapping[str, Any], kind: str) -> list[tuple[str, int]]:
    """How often one label is used, by the columns of a kind."""
    table = ledger.labels(**wanted, across=cast("Across", kind), columns=_BARS, limit=1)
    return [(column, sum(row.cells[column])) for row in table.rows for column in table.columns if column in row.cells]


def _degrees(table: LabelTable) -> Callable[[int], int]:
    most = max((sum(cell) for row in table.rows for cell in row.cells.values()), default=1)
    return lambda count: min(_DEGREES, round(_DEGREES * (count / most) ** 0.5 + 0.3))


PAGE = Page(name="labels", path="/labels", template="labels.html", make=_make, nav="Labels")
