"""Plain text: one file is one article, kept character for character."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from allegedly.intake import article_from_text
from allegedly.intake.article import kept

TEXT = "The bridge at Odra Ferry is safe, the mayor said.\n\n\tShe had not been asked about the other one. \n"


def test_text_is_kept(take: Callable[..., Any]) -> None:
    """White space, tabs and the last line end stay as they are."""
    (article,) = take({"bridge.txt": TEXT}).articles
    assert article.text == TEXT


def test_byte_order_mark_and_carriage_returns_go(take: Callable[..., Any]) -> None:
    """A byte order mark is no part of the text, and CR LF is one line end."""
    (article,) = take({"bridge.txt": b"\xef\xbb\xbfThe mayor said it.\r\nThe council did not."}).articles
    assert article.text == "The mayor said it.\nThe council did not."


def test_old_macintosh_line_ends(take: Callable[..., Any]) -> None:
    """Where a file has carriage returns only, each is a line end."""
    (article,) = take({"bridge.txt": b"The mayor said it.\rThe council did not."}).articles
    assert article.text == "The mayor said it.\nThe council did not."


def test_the_day_in_the_name_is_the_last_resort(take: Callable[..., Any]) -> None:
    """A file's name gives the day of publication where nothing else does, and the header counts before it."""
    without, with_header = take({"bridge-2021-05-06.txt": TEXT, "bridge-2021-05-07.txt": f"Date: 2021-05-01\n\n{TEXT}"}).articles
    assert without.published == "2021-05-06"
    assert with_header.published == "2021-05-01"


def test_what_the_caller_says_counts_first(take: Callable[..., Any]) -> None:
    """``published`` and ``outlet`` of the caller count before those of the article itself."""
    (article,) = take(
        {"a.txt": f"Date: 2021-05-01\nOutlet: The Ferry Post\n\n{TEXT}"}, published="2 March 2020", outlet="Odra Times"
    ).articles
    assert (article.published, article.outlet) == ("2020-03-02", "Odra Times")


@given(st.text(st.characters(codec=None)))
def test_any_string_is_an_article(text: str) -> None:
    """Any string is taken; what is kept is the string but for a byte order mark, CR LF and lone surrogates."""
    article = article_from_text(text)
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert len(article.text) == len(plain)
    assert all(a == b or "\ud800" <= b <= "\udfff" for a, b in zip(article.text, plain, strict=True))
    assert article.text.encode("utf-8").decode("utf-8") == article.text
    assert kept(article.text) in (article.text, article.text.removeprefix("\ufeff").replace("\r\n", "\n"))


def test_the_same_text_has_the_same_id() -> None:
    """The id depends on text and metadata, and not on the caller's key."""
    one = article_from_text(TEXT, title="Bridge", key="1")
    assert one.id == article_from_text(TEXT, title="Bridge", key="2").id
    assert one.id != article_from_text(TEXT, title="Bridges", key="1").id
    assert one.id != article_from_text(TEXT).id
