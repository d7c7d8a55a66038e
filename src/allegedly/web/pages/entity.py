"""One person, organisation, state, document or outlet: what it says, what is said about it, what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.page import Page

_FEW = 10


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    name = request.query_params.get("name", "").strip()
    return {
        "name": name,
        "by": ledger.find(by=name, limit=_FEW) if name else [],
        "about": ledger.find(about=name, limit=_FEW) if name else [],
        "denied": ledger.find(denied_by=name, limit=_FEW) if name else [],
    }


PAGE = Page(name="entity", path="/who", template="entity.html", make=_make)
