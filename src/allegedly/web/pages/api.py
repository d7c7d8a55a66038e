"""What programs can ask, as a page: every endpoint with its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.api.endpoints import ENDPOINTS
from allegedly.web.page import Page


def _make(_: Ledger, request: Request) -> Mapping[str, Any]:
    return {"endpoints": ENDPOINTS, "base": str(request.base_url).rstrip("/")}


PAGE = Page(name="api", path="/api", template="api.html", make=_make)
