"""Pictures of when and where: marks stand where they should, and each leads to the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from allegedly.ledger.timeline import Period, Site
from allegedly.web.pictures.map import worldmap
from allegedly.web.pictures.times import called, times
from allegedly.web.pictures.world import HEIGHT, WIDTH, projected
from tests.web.following import follow
from tests.web.test_guard import asked

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def site(name: str, latitude: float, longitude: float, precision: str = "town", statements: int = 1) -> Site:
    """A place."""
    return Site(name, name, latitude, longitude, "TR", "town", precision, statements)


def test_the_projection() -> None:
    """The middle is in the middle, the ends at the ends; positions are those of the authors' own table."""
    assert projected(0, 0) == (WIDTH / 2, HEIGHT / 2)
    assert [round(n) for n in projected(180, 0)] == [WIDTH, 974]
    assert [round(n) for n in projected(0, 90)] == [2000, 0]
    assert projected(30, 40)[0] < projected(30, 0)[0]


def test_a_vague_place_is_wide() -> None:
    """Circles are as wide as places are vague, wide ones under narrow ones; more named is darker; a name is text."""
    sites = [
        site("Town <b>", 41.0, 29.0, statements=9),
        site("Country", 39.0, 35.0, "country"),
        site("House", 40.0, 30.0, "exact"),
    ]
    made = str(worldmap(sites, "/static/world.svg", lambda one: f"/?at={one.key}", "House"))
    assert re.findall(r'class="(site[^"]*)".*? r="([0-9.]+)"', made) == [
        ("site d2", "21"),
        ("site d5", "6"),
        ("site d2 chosen", "4"),
    ]
    assert "<b>" not in made
    assert 'href="/static/world.svg#land"' in made
    assert worldmap([], "", lambda _: "") is None


@pytest.mark.parametrize(("latitude", "longitude"), [(90, 180), (-90, -180), (0, 179.9), (71, -179.9), (-55, -70)])
def test_places_at_the_ends_of_the_world_are_on_the_map(latitude: float, longitude: float) -> None:
    """Wherever a place lies, its circle is within the picture."""
    made = str(worldmap([site("End", latitude, longitude), site("Middle", 41, 29)], "", lambda _: "/"))
    for x, y in re.findall(r'cx="([-0-9.]+)" cy="([-0-9.]+)"', made):
        assert 0 <= float(x) <= 800
        assert 0 <= float(y) <= 440


def test_bars() -> None:
    """There is a place for every month between, and a bar for each in which there is something; each leads on."""
    made = str(times([Period("2024-11", 2), Period("2025-02", 4)], lambda when: f"/?when={when}", "2025-02"))
    assert re.findall(r'href="([^"]+)"[^>]*aria-label="([^"]+)"|aria-label="([^"]+)"[^>]*href="([^"]+)"', made)
    assert made.count('class="column"') == 2
    assert made.count('class="stretch chosen"') == 1
    assert re.findall(r">([A-Z][a-z]{2}|2025)</text>", made) == ["Nov", "Dec", "2025", "Feb"]
    assert times([], lambda _: "") is None
    long = [Period(f"{year:04}", 1) for year in (1, 9000)]
    assert str(times(long, lambda _: "/")).count('class="stretch"') == 2


def test_times_in_words() -> None:
    """A stretch of time is called as people call it; what is none is left as it is."""
    assert [called(when) for when in ("199", "1998", "1998-03", "1998-03-24", "1998-77", "1998-02-31", "")] == [
        *("the 1990s", "1998", "March 1998", "24 March 1998", "1998-77", "1998-02-31", ""),
    ]


def test_a_wrong_time_is_told(site_: str) -> None:
    """What is no time is told, and the rest of what is asked is answered."""
    status, text, _ = asked(site_, "/timeline?when=soon&words=trawler")
    assert status == 200
    assert "“soon” is no year, month or day; write it as 2019, 2019-12 or 2019-12-18." in text


@pytest.fixture(name="site_")
def _site(request: pytest.FixtureRequest) -> str:
    """The server; its name is taken by the place."""
    address: str = request.getfixturevalue("site")
    return address


def test_every_mark_leads_to_the_words(browser: Browser, site_: str) -> None:
    """A bar leads to the words that name its time, a place to those that name it; without scripts, and back again."""
    context = browser.new_context(base_url=site_, java_script_enabled=False)
    page = context.new_page()
    for mark, name in ((".times a", "when"), (".sites a", "at")):
        page.goto("/timeline")
        assert page.locator(".told").count() == 0
        follow(page, page.locator(mark).last)
        assert f"/timeline?{name}=" in page.url
        assert page.locator(".told .found").count() >= 1
        follow(page, page.locator(".chips a"))
        assert page.url == f"{site_}/timeline"
    context.close()
