"""What is to be reviewed, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.model import Act, Stance
from allegedly.web.page import Page
from allegedly.web.pages.find import NAMES
from allegedly.web.queue import ORDERS, Queue
from allegedly.web.reviewer import reviewer
from allegedly.web.trail import DONE, last_done, record_id

_SHOWN = 12
"""Statements, and reviews, that the page lists."""


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    queue = Queue.of(request)
    return {
        "queue": queue,
        "names": NAMES,
        "orders": ORDERS,
        "choices": {"stance": get_args(Stance), "act": get_args(Act)},
        "waiting": queue.next(ledger, _SHOWN),
        "who": reviewer(request),
        "done": last_done(ledger, request),
        "done_record": record_id,
        "latest": ledger.reviews.latest(_SHOWN),
        "did": DONE,
    }


PAGE = Page(name="queue", path="/review", template="queue.html", make=_make, nav="Review", changes=True)
