"""When and where things are said to be: the times and places that statements name, and their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.ledger.timeline import Site
from allegedly.web.page import Page
from allegedly.web.pages.find import NAMES, asked, skipped
from allegedly.web.pictures.map import RADII, worldmap
from allegedly.web.pictures.times import called, times
from allegedly.web.remembered import remembered

_PAGE, _SITES, _LISTED = 20, 200, 24

_CALLED = {**NAMES, "when": "time", "at": "place"}


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    query = request.query_params
    plain = {name: value for name in (*NAMES, "when", "at") if (value := query.get(name, "").strip()[:300])}
    wanted, wrong = asked(request)
    when, at = plain.get("when"), plain.get("at")
    skip = skipped(request)

    def look(one: Ledger) -> Any:  # noqa: ANN401 (a timeline)
        return one.timeline(**wanted, when=when, at=at, most=_SITES)

    try:
        line = look(ledger) if plain else remembered(ledger, "timeline", look)
        found = ledger.told(**wanted, when=when, at=at, limit=_PAGE + 1, skip=skip) if when or at else []
    except ValueError:
        wrong.append(f"“{when}” is no year, month or day; write it as 2019, 2019-12 or 2019-12-18.")
        plain.pop("when", None)
        when = None
        line, found = look(ledger), []
    place = next((site.name for site in line.sites if site.key == at), at)

    base = request.url_for("timeline").path

    def address(**more: str | None) -> str:
        query = urlencode({name: value for name, value in {**plain, **more}.items() if value}, errors="replace")
        return f"{base}?{query}" if query else base

    def to_site(site: Site) -> str:
        return address(at=None if site.key == at else site.key)

    told = {"when": called(when or ""), "at": place}
    return {
        "asked": {name: value for name, value in plain.items() if name in NAMES},
        "chips": [(_CALLED[name], told.get(name, value), address(**{name: None})) for name, value in plain.items()],
        "all": plain,
        "wrong": wrong,
        "line": line,
        "place": place,
        "when": when,
        "at": at,
        "called": called,
        "address": address,
        "to_site": to_site,
        "up": address(when=when[:-3] if when and len(when) > 4 else None) if when else None,
        "times": times(line.periods, lambda period: address(when=period), when),
        "map": lambda world: worldmap(line.sites, world, to_site, at),
        "radii": RADII,
        "listed": line.sites[:_LISTED],
        "rest": line.sites[_LISTED:],
        "found": list(zip(found[:_PAGE], ledger.happened(found[:_PAGE]), strict=True)),
        "skip": skip,
        "more": skip + _PAGE if len(found) > _PAGE else None,
        "less": max(0, skip - _PAGE) if skip else None,
    }


PAGE = Page(name="timeline", path="/timeline", template="timeline.html", make=_make, nav="When and where")
