"""Header block and dateline are nobody's words: what the reader does with what stands before the prose."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.model import Reading

PROSE = "The ferry was overloaded. The coast guard said on Thursday that nobody had counted the passengers."


def said(reading: Reading) -> list[tuple[str | None, str]]:
    """Source and first piece of the content of each statement."""
    text = reading.article.text
    return [(s.source.text, text[slice(*s.content[0])]) for s in reading.statements]


@pytest.mark.parametrize(
    "head",
    [
        "",
        "LISBON – ",
        "LISBON, May 6 (AP) — ",
        " date 2021-05-06 LISBON, Portugal – ",
        "(AP) -- ",
        "May 6, 2021\n\nLISBON (Reuters) - ",
        "Title: Ferry sinks\nDate: 2021-05-06\n\nLISBON – ",
    ],
)
def test_what_stands_before_the_prose_is_not_said(head: str) -> None:
    """The statements are the same with and without header and dateline."""
    assert said(allegedly.read(head + PROSE)) == [
        (None, "The ferry was overloaded"),
        ("The coast guard", "that nobody had counted the passengers"),
    ]


def test_a_headline_above_a_dateline_is_read() -> None:
    """A headline that is no header is the outlet's; the dateline below it is nobody's."""
    found = said(allegedly.read(f"Ferry was overloaded\n\nLISBON (AP) -- {PROSE}"))
    assert found == [
        (None, "Ferry was overloaded"),
        (None, "The ferry was overloaded"),
        ("The coast guard", "that nobody had counted the passengers"),
    ]
