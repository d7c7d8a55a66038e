"""One person, organisation, state, document or outlet: what it says, what is said of it, what it is called, who is around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.ledger.who import Held, Known
from allegedly.web.page import Page
from allegedly.web.pictures.circle import circle
from allegedly.web.remembered import remembered

_FEW = 6
_OTHERS = 8
_MOST = 36
"""Of those whom most articles name, how many are offered."""
_SOURCES = {
    "outlet": "the outlet’s own voice",
    "person": "people",
    "organisation": "organisations",
    "group": "groups",
    "state": "states",
    "place": "places, for those who govern them",
    "document": "documents",
    "unnamed": "nobody who is named",
    "other": "others",
}
"""What kinds of sources are called on the page of an outlet."""


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    name = request.query_params.get("name", "").strip()[:300]
    known = _known(ledger, name) if name else []
    number = request.query_params.get("n", "")
    one = next((each for each in known if str(each.id) == number), known[0] if known else None)
    shown = one.name if one else name
    carried = ledger.carried(shown) if shown else None
    if one is None and carried is None:
        found = ledger.find(by=name, limit=_FEW) if name else []
        named = [] if name else remembered(ledger, "named", lambda one: one.most_named(_MOST))
        return {"name": name, "one": None, "like": ledger.like(name), "by": found, "searched": name, "named": named}
    around = ledger.circle(one) if one else None

    def address(other: str) -> str:
        return str(request.url_for("entity").include_query_params(name=other).replace(scheme="", netloc=""))

    return {
        "name": shown,
        "one": one,
        "searched": "",
        "others": [each for each in known if each is not one][:_OTHERS],
        "around": around,
        "picture": circle(shown, around, address) if around else None,
        "roles": _over_time(around.roles) if around else [],
        "carried": carried,
        "sources": sorted(carried.statements.items(), key=lambda each: -each[1]) if carried else [],
        "kinds": _SOURCES,
        "lists": [
            ("Says", "by", ledger.find(by=shown, limit=_FEW + 1)),
            ("Is spoken of", "about", ledger.find(about=shown, limit=_FEW + 1)),
            ("Denials, and what they answer", "denied_by", ledger.find(denied_by=shown, limit=_FEW + 1)),
        ],
        "few": _FEW,
    }


def _over_time(roles: Sequence[Held]) -> list[tuple[Held, float, float] | tuple[Held, None, None]]:
    """Roles, each with where the days of its articles begin and how long they are, in percent of all; null without days."""
    days = [date.fromisoformat(day).toordinal() for held in roles for day in (held.first, held.last) if day]
    if len(set(days)) < 2:
        return [(held, None, None) for held in roles]
    first, whole = min(days), max(days) - min(days)
    found: list[tuple[Held, float, float] | tuple[Held, None, None]] = []
    for held in roles:
        if not held.first or not held.last:
            found.append((held, None, None))
            continue
        begin, end = (date.fromisoformat(day).toordinal() for day in (held.first, held.last))
        # A day alone is seen too.
        width = max(100 * (end - begin) / whole, 1.2)
        found.append((held, min(100 * (begin - first) / whole, 100 - width), width))
    return found


def _known(ledger: Ledger, name: str) -> list[Known]:
    """Who is meant by a name as pages have it: *Tomas Brekk*, *Tomas Brekk (the captain)*, *navy spokesman Tomas Brekk*."""
    for words in dict.fromkeys((name, name.partition(" (")[0])):
        found = ledger.who(words)
        if found:
            return found
    # Roles stand before names: the last words that are a name are whom it is.
    said = name.partition(" (")[0].split()
    for start in range(1, min(len(said) - 1, 8)):
        found = ledger.who(" ".join(said[start:]))
        if found:
            return found
    return []


PAGE = Page(name="entity", path="/who", template="entity.html", make=_make, nav="People and bodies")
