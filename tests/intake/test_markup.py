"""Markup to paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.intake.markup import root_of, text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("no markup\nat all", "no markup\nat all"),
        ("<p>One <b>two</b>\n three.</p><p>Four.</p>", "One two three.\n\nFour."),
        ("One.<br>Two.<br/><br/>Three.", "One.\nTwo.\nThree."),
        ("<ul><li>One<li>Two</ul>Three", "One\n\nTwo\n\nThree"),
        ("a &amp; b &lt;c&gt; &nbsp; d", "a & b <c> d"),
        ("<p>One</p><script>x()</script><style>p {}</style><figure>boat</figure> rest <!-- no --> of it", "One\n\nrest of it"),
        ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
        ("<p>a\0b", "ab"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_paragraphs(markup: str, text: str) -> None:
    """Blocks become paragraphs, line breaks stay, tags and what is no text go."""
    assert text_of(markup) == text


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<br>", "<!--", "<script>", "&", "&#xd800;", "\0", "\ud800"]) | st.text(max_size=6))
)
def test_any_markup(pieces: list[str]) -> None:
    """Any string is taken."""
    text_of("".join(pieces))


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<rss>", "rss"),
        (b" \n<?xml version='1.0'?><!-- <feed> --><rdf:RDF xmlns='x'>", "rdf"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]> <RSS/>", "rss"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"text", ""),
        (b"<!-- never ends <rss>", ""),
        (b"<!DOCTYPE a [", ""),
        (b"<rss", ""),
        (b"", ""),
    ],
)
def test_the_first_tag(head: bytes, name: str) -> None:
    """What stands before the first tag of a document does not hide it."""
    assert root_of(head) == name


@given(
    st.binary(max_size=60) | st.lists(st.sampled_from([b"<!--", b"-->", b"<?", b"<!", b"[", b"]", b">", b"<a>"])).map(b"".join)
)
def test_any_head(head: bytes) -> None:
    """Any bytes are taken."""
    root_of(head)
