"""The front page: what is in the ledger, what is new, what is disputed, what many repeat from one origin, what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.page import Page
from allegedly.web.remembered import remembered

_FEW = 5


def _make(ledger: Ledger, _: Request) -> Mapping[str, Any]:
    return remembered(ledger, "front", _look)


def _look(ledger: Ledger) -> Mapping[str, Any]:
    return {
        "counts": ledger.counts(),
        "days": ledger.days(),
        "outlets": ledger.outlets(),
        "newest": ledger.newest(_FEW),
        "disputed": [c for c in ledger.claims(sort="disputed", limit=_FEW) if c.voices_against or c.voices_doubting],
        "repeated": ledger.claims(sort="single-origin", limit=_FEW),
        "refused": ledger.intake("refused", "kept unread", limit=_FEW),
    }


PAGE = Page(name="front", path="/", template="front.html", make=_make)
