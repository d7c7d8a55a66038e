"""What was given to the ledger, and what came of it: read, there already, kept unread, refused, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.page import Page
from allegedly.web.pages.find import skipped

_PAGE = 50
_RESULTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "unread": ("not read", ("refused", "kept unread")),
    "read": ("read", ("added", "new version")),
    "again": ("there already", ("there already",)),
    "all": ("everything", ()),
}
"""What is listed, by its name in the address: what it is called, and what came of it."""


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    which = request.query_params.get("which", "unread")
    which = which if which in _RESULTS else "unread"
    skip = skipped(request)
    found = ledger.intake(*_RESULTS[which][1], limit=_PAGE + 1, skip=skip)
    return {
        "which": which,
        "results": {name: called for name, (called, _) in _RESULTS.items()},
        "found": found[:_PAGE],
        "more": skip + _PAGE if len(found) > _PAGE else None,
        "less": max(0, skip - _PAGE) if skip else None,
    }


PAGE = Page(name="intake", path="/intake", template="intake.html", make=_make)
