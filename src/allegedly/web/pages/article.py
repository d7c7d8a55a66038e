"""One article: its text with the voices in the margin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.page import Page


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    from allegedly.publishing.words import Words

    return {"words": Words(ledger.reading(request.path_params["id"]))}


PAGE = Page(name="article", path="/article/{id}", template="article.html", make=_make)
