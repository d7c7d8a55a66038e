"""What a web page says of its article: the headline, day and authors that its readers saw."""

from __future__ import annotations

import json

import pytest
import trafilatura

from allegedly.intake.page import Told, told


def page(head: str = "", body: str = "") -> Told:
    """What is told of a page with this head and body."""
    return told(trafilatura.load_html(f"<html><head>{head}</head><body>{body}<p>The bridge is safe, she said.</p></body></html>"))


def linked(**said: object) -> str:
    """A script with schema.org data of an article."""
    return f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "NewsArticle", **said}]})}</script>'


UTC_TIME = '<meta property="article:published_time" content="2021-05-07T01:00:00Z">'
OG = '<meta property="og:title" content="{}"><meta property="og:site_name" content="Odra Times">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        # The heading on the page counts before what the page is called for search engines.
        (OG.format("Is the Odra bridge safe?"), "<h1>Odra bridge is safe, says mayor</h1>", "Odra bridge is safe, says mayor"),
        # A site's name in the biggest letters is no headline, and goes from the title too.
        (OG.format("Bridge is safe - Odra Times"), "<h1>Odra Times</h1><h1>Bridge is safe</h1>", "Bridge is safe"),
        (OG.format("Bridge is safe | Odra Times"), "<h1>Menu</h1>", "Bridge is safe"),
        # A kicker before the headline goes where the page's data know the headline.
        (linked(headline="Bridge is safe"), "<h1><span>Local News</span> | Bridge is safe</h1>", "Bridge is safe"),
        ("<title>Bridge is safe</title>", "", "Bridge is safe"),
        ("", "<h1>Bridge</h1>", "Bridge"),
        (OG.format("x" * 600), "", None),
        ("", "", None),
    ],
)
def test_title(head: str, body: str, title: str | None) -> None:
    """The title is the headline that is seen, where it can be told apart."""
    assert page(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2021-05-06T08:00:00+02:00">', "", "2021-05-06"),
        (linked(datePublished="2021-05-06 08:00"), '<meta itemprop="datePublished" content="2021-05-05">', "2021-05-06"),
        ('<meta name="DC.date.issued" content="6 May 2021">', "", "2021-05-06"),
        # A time in UTC, where the page's address says the day of the place.
        (UTC_TIME + '<link rel="canonical" href="https://odra.example/2021/05/06/bridge">', "", "2021-05-06"),
        ("", "<h1>Bridge</h1><p class='date'>Written: 2021-05-06 15:03</p><p class='date'>2021-05-03</p>", "2021-05-06"),
    ],
)
def test_day(head: str, body: str, day: str) -> None:
    """The day comes from the page's data, or from what stands as a date below the headline."""
    assert page(head, body).published == day


def test_a_day_that_cannot_be_read() -> None:
    """An absurd day is unknown, and what the page said is kept."""
    told = page('<meta property="article:published_time" content="0001-01-01T00:00:00Z">')
    assert (told.published, told.unread) == (None, "0001-01-01T00:00:00Z")


def test_authors() -> None:
    """People are named; organisations, accounts and single words are not people."""
    person = {"@type": "Person", "name": " Ada  Wren "}
    others = [{"@type": "Organization", "name": "Odra Times"}, {"@type": "Person", "name": "ada.wren"}, "Bo", None]
    assert page(linked(author=[person, *others, person])).byline == "Ada Wren"
    assert page(linked(author="Ada Wren")).byline is None


@pytest.mark.parametrize(
    "said", ["{", "[" * 5000, "null", '{"@type": ["NewsArticle", 5], "headline": 5, "author": 7, "datePublished": []}']
)
def test_hostile_data(said: str) -> None:
    """Data that cannot be read, or that hold something else than they should, cost nothing."""
    assert page(f'<script type="application/ld+json">{said}</script>') == Told(None, None, None)
