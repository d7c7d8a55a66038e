"""Saved web pages: the article and what is known of it, and nothing around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from allegedly.errors import Empty, TooLong

ONE = "The ferry that sank on Thursday had been overloaded, the coast guard of Odra said in a statement."
TWO = "Its owner, Bo Lark, denied that. “We counted everybody twice,” he told the Odra Times on the quay."
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="CHARSET"><title>Ferry was overloaded | Odra Times</title>
<meta property="og:site_name" content="Odra Times">
<meta property="og:title" content="Ferry was overloaded">
<meta name="author" content="Ada Wren">
<meta property="article:published_time" content="2021-05-06T23:30:00-08:00">
<link rel="canonical" href="https://odra.example/ferry">
<script>var said = "The script said nothing that anybody said.";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry was overloaded</h1><p>{ONE}</p><p>{TWO}</p></article>
<footer><p>All rights reserved by the owners of the site.</p></footer></body></html>
"""


def test_the_article_of_a_page(take: Callable[..., Any]) -> None:
    """Body, title, outlet, author, day and address are read; menus, scripts and the foot are not."""
    (article,) = take({"ferry.html": PAGE.replace("CHARSET", "utf-8")}).articles
    assert article.text == f"{ONE}\n\n{TWO}"
    assert (article.title, article.outlet, article.byline) == ("Ferry was overloaded", "Odra Times", "Ada Wren")
    assert (article.published, article.url) == ("2021-05-06", "https://odra.example/ferry")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16", "iso-8859-1"])
def test_the_encoding_of_a_page(take: Callable[..., Any], encoding: str) -> None:
    """A page is read in the encoding that its bytes show, or that it names."""
    data = PAGE.replace("CHARSET", encoding).encode("windows-1252" if encoding == "iso-8859-1" else encoding)
    assert [article.text for article in take({"ferry.html": data}).articles] == [f"{ONE}\n\n{TWO}"]


def test_a_page_by_its_content(take: Callable[..., Any]) -> None:
    """A page is a page whatever its name; a text under a page's name is a text."""
    page, text = take({"ferry.txt": PAGE.replace("CHARSET", "utf-8"), "text.html": ONE}).articles
    assert page.text == f"{ONE}\n\n{TWO}"
    assert text.text == ONE


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Menu</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html></html>",
        "<p>",
        "<!doctype html>",
        "<html><body>" + "<div>" * 3000 + "</body></html>",
    ],
)
def test_a_page_without_an_article(take: Callable[..., Any], page: str) -> None:
    """A page that has only menus, or nothing, is refused with what to do."""
    taken = take({"menu.html": page})
    assert taken.refused == ["menu.html: is a page without an article in it; save the article's text as plain text"]
    assert taken.kinds == [Empty]


def test_a_page_of_nothing_but_tags(take: Callable[..., Any]) -> None:
    """A page with more tags than any page has is refused before it is taken apart."""
    taken = take({"bomb.html": "<html><body>" + "<b>" * 200_001})
    assert taken.refused == ["bomb.html: has more than 200,000 tags, too many for a page; save the article's text as plain text"]
    assert taken.kinds == [TooLong]


def test_a_page_gives_the_same_on_any_day(take: Callable[..., Any]) -> None:
    """Reading a page twice gives the same article: no clock, no state."""
    page = PAGE.replace("CHARSET", "utf-8").replace('content="2021-05-06T23:30:00-08:00"', 'content="2098-01-02"')
    one, two = take({"a.html": page, "b.html": page}).articles
    assert one == two
    assert one.published == "2098-01-02"
