"""One claim: who says it, who denies it, who doubts it, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.page import Page


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    claim = ledger.claim(request.path_params["id"])
    sides = {side: [s for s in claim.statements if s.side == side] for side in ("for", "against", "doubting", "neutral")}
    return {"claim": claim, "sides": sides}


PAGE = Page(name="claim", path="/claim/{id}", template="claim.html", make=_make)
