"""All outlets, those with the most articles first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.page import Page
from allegedly.web.remembered import remembered

_MOST = 1_000
"""Outlets that are listed."""


def _make(ledger: Ledger, _: Request) -> Mapping[str, Any]:
    every = remembered(ledger, "outlets", lambda one: one.outlets())
    return {"outlets": every[:_MOST], "left": max(0, len(every) - _MOST)}


PAGE = Page(name="outlets", path="/outlets", template="outlets.html", make=_make)
