"""Statements that were found, with what was asked for as chips that can be taken away one by one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.requests import Request

from allegedly.intake import dates
from allegedly.ledger import Ledger
from allegedly.model import Act, Stance
from allegedly.web.page import Elsewhere, Page

_PAGE = 20
_FARTHEST = 10_000
"""How many statements may be passed over; who wants more asks for less."""
_WORDS = ("words", "by", "about", "denied_by", "evidence", "outlet", "label", "place")
_CHOICES: dict[str, tuple[str, ...]] = {"stance": get_args(Stance), "act": get_args(Act)}
_DAYS = ("since", "until")
NAMES = {
    "words": "words",
    "by": "said by",
    "about": "about",
    "denied_by": "denied by",
    "stance": "stance",
    "act": "kind",
    "evidence": "rests on",
    "since": "from",
    "until": "until",
    "outlet": "in",
    "label": "called",
    "place": "place",
    "min_confidence": "surer than",
    "rejected": "with rejected",
}
"""What a filter is called on the page."""


def asked(request: Request) -> tuple[dict[str, Any], list[str]]:
    """What is asked for, as :meth:`allegedly.ledger.Ledger.find` takes it; and a sentence for each thing that cannot be meant."""
    wanted: dict[str, Any] = {}
    wrong: list[str] = []
    for name, called in NAMES.items():
        value = request.query_params.get(name, "").strip()
        if not value:
            continue
        if name in _WORDS:
            wanted[name] = value
        elif name in _CHOICES:
            if value in _CHOICES[name]:
                wanted[name] = value
            else:
                wrong.append(f"There is no {called} “{value}”; there are {', '.join(_CHOICES[name])}.")
        elif name in _DAYS:
            day = dates.day(value)
            if day:
                wanted[name] = date.fromisoformat(day)
            else:
                wrong.append(f"“{value}” cannot be read as a day; write it as 2019-12-18.")
        elif name == "min_confidence":
            share = value.removesuffix("%").strip()
            if share.isascii() and share.isdigit() and int(share) <= 100:
                wanted[name] = int(share) / 100
            else:
                wrong.append(f"“{value}” is no share; write it as a number from 0 to 100.")
        else:
            wanted[name] = True
    return wanted, wrong


def skipped(request: Request) -> int:
    """How many are passed over."""
    value = request.query_params.get("skip", "0")
    return min(int(value), _FARTHEST) if value.isascii() and value.isdigit() and len(value) < 9 else 0


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    plain = {name: value for name in NAMES if (value := request.query_params.get(name, "").strip())}
    if any(not value.strip() for value in request.query_params.values()):
        # A form sends its empty fields too; the address that people pass on has only what is asked.
        raise Elsewhere(f"{request.url.path}?{urlencode(plain, errors='replace')}" if plain else request.url.path)
    wanted, wrong = asked(request)
    skip = skipped(request)
    found = ledger.find(**wanted, limit=_PAGE + 1, skip=skip)
    return {
        "asked": plain,
        "names": NAMES,
        "without": lambda name: {other: value for other, value in plain.items() if other != name},
        "wrong": wrong,
        "found": found[:_PAGE],
        "skip": skip,
        "more": skip + _PAGE if len(found) > _PAGE and skip < _FARTHEST else None,
        "less": max(0, skip - _PAGE) if skip else None,
    }


PAGE = Page(name="find", path="/find", template="find.html", make=_make, nav="Statements")
