"""Posts that a page shows: who signs says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly import read
from allegedly.reading.parse import paragraphs_of
from allegedly.reading.posts import posts


def said(text: str) -> list[tuple[str, str, str]]:
    """Words, name and cue of each post."""
    return [
        tuple(text[a:b] for a, b in (post.words, post.name, post.cue))  # type: ignore[misc]
        for post in posts(text, paragraphs_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I never signed that lease! pic.twitter.com/Ab3dE5fGh1 — Tomas Riker (@TomasRiker) June 4, 2018",
            [("I never signed that lease!", "Tomas Riker", "—")],
        ),
        (
            "The bridge is shut.\n— Port of Sundmark (@SundmarkPort) 5 June 2018\n\nTraffic stood for hours.",
            [("The bridge is shut.", "Port of Sundmark", "—")],
        ),
        (
            "Skip Twitter post by @lenavoss We stand by it. https://t.co/EHnY -- Lena Voss (@lenavoss) Sept. 6, 2018 Report",
            [("We stand by it.", "Lena Voss", "--")],
        ),
        (
            "First. — Ada Lind (@ada) May 1, 2020 Second. — Ben Oduya (@ben) May 2, 2020",
            [("First.", "Ada Lind", "—"), ("Second.", "Ben Oduya", "—")],
        ),
        (
            'He deleted what he had written: "The lease is forged." — Tomas Riker (@TomasRiker) June 7, 2018',
            [('"The lease is forged."', "Tomas Riker", "—")],
        ),
    ],
)
def test_words_and_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    """What is posted ends before links and the dash; several in one paragraph are several."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (@TomasRiker) wrote on June 4, 2018 that he was away.",
        "Write to Lena Voss (@lenavoss) or call.",
        "Rain is expected — the first (since May) — on June 4, 2018.",
        "— Ada Lind (@ada) May 1, 2020",
    ],
)
def test_none(text: str) -> None:
    """A handle alone makes no post, nor does a signature without any words."""
    assert said(text) == []


def test_read() -> None:
    """The author of a post says it; neither it nor its signature is the outlet's word."""
    reading = read(
        "SUNDMARK - The mayor answered on Monday.\n\n"
        "I never signed that lease. Whoever says so is lying! pic.twitter.com/Ab3d — Tomas Riker (@TomasRiker) June 4, 2018\n\n"
        "The port has not commented."
    )
    text = reading.article.text
    found = [(s.source.text if s.source else None, " ".join(text[a:b] for a, b in s.content)) for s in reading.statements]
    assert found == [
        (None, "The mayor answered on Monday"),
        ("Tomas Riker", "I never signed that lease. Whoever says so is lying!"),
        (None, "The port has not commented"),
    ]


@given(st.text(alphabet='ab .\n—-(@)"“”:1,' + "May", max_size=120).map(lambda s: s + "— Ada (@ada) May 1, 2020"))
def test_any_text(text: str) -> None:
    """Words lie in the text before their signature, and posts do not overlap."""
    at = 0
    for post in posts(text, paragraphs_of(text)):
        assert at <= post.words[0] < post.words[1] <= post.cue[0] < post.name[0] < post.name[1] <= len(text)
        at = post.name[1]


@pytest.mark.parametrize(
    "piece",
    ["— Ada (@ada) ", "t.co/", "— a", "(@ada) May 1, 2020", "— Ada (@ada) May 1, 2020 ", ": “", "Go. — Ada (@ada) May 1, 2020 "],
)
def test_long_hostile(piece: str) -> None:
    """A megabyte of beginnings of posts comes to an end: no search goes back over what it has looked at."""
    text = piece * (1_000_000 // len(piece))
    found = list(posts(text, [(0, len(text))]))
    assert len(found) == text.count("Go. ")


def test_quoted_whole() -> None:
    """A post in quotation marks is its author's by name, without handle and day."""
    reading = read('The senator answered.\n\n"We owe nobody a cent." — Ada Lind (@adalind) May 1, 2020\n\nHe laughed.')
    assert [s.source.text for s in reading.statements if s.source and s.source.span] == ["Ada Lind"]
