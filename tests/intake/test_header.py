"""The header block with which a plain text may begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.intake.header import Header, body_start, header_of

BLOCK = "Title: Ferry sinks\nDate: 6 May 2021\nSource: Odra Times\nURL: https://odra.example/1\nBy: Ada Wren\n\n"
PROSE = "The ferry sank, police said."


def test_every_field() -> None:
    """Each known key gives its field, by any of its names, and the block ends where the prose begins."""
    assert header_of(BLOCK + PROSE) == Header(
        end=97,
        title="Ferry sinks",
        published="2021-05-06",
        outlet="Odra Times",
        url="https://odra.example/1",
        byline="Ada Wren",
    )
    assert (BLOCK + PROSE)[97:] == PROSE


def test_the_first_of_a_kind_counts() -> None:
    """Where two lines give the same field, the first counts."""
    assert header_of(f"Title: One\nHeadline: Two\n\n{PROSE}").title == "One"


def test_a_date_that_cannot_be_read_is_left_out() -> None:
    """A day that can be read in two ways gives none, and the rest of the header holds."""
    header = header_of(f"Title: One\nDate: 03/04/2021\n\n{PROSE}")
    assert (header.title, header.published, header.unread) == ("One", None, "03/04/2021")


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"Title: Ferry sinks\n{PROSE}\n\nMore.",
        "Mayor: I did not say that.\n\nThe council disagreed.",
        f"Title: Ferry sinks\nWeather: dull\n\n{PROSE}",
        "Title: nothing else and no blank line",
        f"Title:\nDate:\n\n{PROSE}",
        f"Section: Home\n\n{PROSE}",
        "",
        "\n\n",
    ],
)
def test_what_is_no_header(text: str) -> None:
    """A line that is not ``Key: value`` with a known key, no blank line, or no value: it is all prose."""
    assert header_of(text) == Header()
    assert body_start(text) == 0


@given(st.text())
def test_the_end_lies_in_the_text(text: str) -> None:
    """For any text the body starts inside it, and not on white space where there is a header."""
    end = body_start(text)
    assert 0 <= end <= len(text)
    assert end in (0, len(text)) or not text[end].isspace()


def test_between_hyphens() -> None:
    """The block that Markdown has between two lines of hyphens is read, whatever else stands in it."""
    text = (
        '---\nlayout: post\ntitle: "Bridge: it\'s safe"\ndate: 2021-05-06 08:00:00 +0200\n'
        "authors:\n  - Ada Wren\n  - 'Bo Lark'\n"
        "tags: [a, b]\nsource: 'Odra Times'\n---\n\n# Bridge\n"
    )
    header = header_of(text)
    assert (header.title, header.published, header.byline) == ("Bridge: it's safe", "2021-05-06", "Ada Wren, Bo Lark")
    assert (header.outlet, text[header.end :]) == ("Odra Times", "# Bridge\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe mayor said no.\n---\nMore.\n",
        "---\ntitle: a\n",
        "---",
        "----\ntitle: a\n---\n",
        "---\n" + "title: y\n" * 300 + "---\n",
    ],
)
def test_hyphens_that_are_none(text: str) -> None:
    """A rule in a text, and a block that does not end or says nothing, is text."""
    assert header_of(text) == Header()
