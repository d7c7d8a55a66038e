"""Every page in a real browser: it opens, loads nothing from elsewhere, logs no error, and passes axe, light, dark and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}, "has_touch": True},
    "scripts off": {"java_script_enabled": False, "viewport": {"width": 1280, "height": 900}},
}


PAGES = {
    "front": "/",
    "find": "/find?words=trawler&since=2025-03-01",
    "find nothing": "/find?words=zeppelin",
    "find wrongly": "/find?stance=perhaps&since=soon",
    "claims": "/claims?sort=repeated",
    "claim": "/claim/{claim}",
    "article": "/article/{article}",
    "who": "/who?name=Klara+Lindqvist-Moen",
    "outlet": "/who?name=The+Tesmark+Courier",
    "nobody": "/who?name=Lind",
    "labels": "/labels?across=speaker&until=2025-12-31&since=soon",
    "label": "/labels?label=unprovoked+attack",
    "no such label": "/labels?words=zeppelin",
    "when and where": "/timeline",
    "a month": "/timeline?when=2025-03&since=2024-01-01",
    "a place": "/timeline?at=2660646",
    "for programs": "/api",
    "people": "/who",
    "outlets": "/outlets",
    "not read": "/intake",
    "read": "/intake?which=read",
    "nothing there": "/nothing",
    "versions": "/article/{article}/versions",
    "no such claim": "/claim/c00000000",
}
"""One address of every kind of page, and of what can be wrong."""


@pytest.fixture(params=LOOKS)
def looked(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[tuple[Page, str]]:
    """A page of the browser in one of the looks, whose errors and requests are watched; and the look's name."""
    context = browser.new_context(base_url=site, **LOOKS[request.param])
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"page error: {error}"))
    page.on("request", lambda asked: asked.url.startswith(site) or wrong.append(f"asked elsewhere: {asked.url}"))
    page.on(
        "console",
        lambda said: (
            said.type in ("error", "warning")
            and "the server responded with a status of 404" not in said.text
            and wrong.append(f"console: {said.text}")
        ),
    )
    yield page, request.param
    context.close()
    assert wrong == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_opens_and_everybody_can_use_it(looked: tuple[Page, str], ids: dict[str, str], kind: str) -> None:
    """A page opens, has one heading and one main part, is no wider than the window, and axe finds nothing, light or dark."""
    page, look = looked
    answer = page.goto(PAGES[kind].format(**ids))
    assert answer is not None
    assert answer.status == (404 if kind in ("nothing there", "no such claim") else 200)
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    if look == "scripts off":
        return
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    if look == "phone":
        return  # what axe looks at, colours and names, is the same there
    from axe_playwright_python.sync_playwright import Axe

    assert [f"{v['id']}: {v['nodes'][0]['html']}" for v in Axe().run(page).response["violations"]] == []
