"""Claims in one of their orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.ledger.claims import SORTS, Sort
from allegedly.web.page import Page
from allegedly.web.pages.find import skipped

_PAGE = 20
_SORTS = {
    "disputed": "most disputed",
    "repeated": "most repeated",
    "single-origin": "one origin, many outlets",
    "circular": "citing one another",
    "newest": "newest",
}


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    words = request.query_params.get("words", "").strip()
    sort = request.query_params.get("sort", "disputed")
    sort = sort if sort in SORTS else "disputed"
    skip = skipped(request)
    found = ledger.claims(words, sort=cast("Sort", sort), limit=_PAGE + 1, skip=skip)
    return {
        "words": words,
        "sort": sort,
        "sorts": _SORTS,
        "found": found[:_PAGE],
        "skip": skip,
        "more": skip + _PAGE if len(found) > _PAGE else None,
        "less": max(0, skip - _PAGE) if skip else None,
    }


PAGE = Page(name="claims", path="/claims", template="claims.html", make=_make, nav="Claims")
