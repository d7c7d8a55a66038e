"""The dateline: where and when, as an article's first words say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.intake import article_from_text, body_start, preamble, prose_start
from allegedly.intake.dateline import dateline

PROSE = "The ferry was overloaded, the coast guard said."
PUBLISHED = "2021-05-07"


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("ODRA FERRY, Poland – ", "Odra Ferry, Poland", None),
        (" date 2019-12-18 JERUSALEM, Israel – ", "Jerusalem, Israel", "2019-12-18"),
        ("ISTANBUL (Reuters) - ", "Istanbul", None),
        ("WASHINGTON, May 6 (AP) — ", "Washington", "2021-05-06"),
        ("WASHINGTON May 6 (Reuters) - ", "Washington", "2021-05-06"),
        ("BAGHDAD/LONDON — ", "Baghdad/London", None),
        ("Washington (CNN) ", "Washington", None),
        ("ST. LOUIS, Dec. 30 — ", "St. Louis", "2020-12-30"),
        ("RIO DE JANEIRO, Brazil -- ", "Rio de Janeiro, Brazil", None),
        ("Thursday, May 6, 2021\n\n", None, "2021-05-06"),
        ("May 6, 2021\n\nLISBON — ", "Lisbon", "2021-05-06"),
        ("Ferry sinks\n\nBy Ada Wren\n\nLISBON (AP) -- ", "Lisbon", None),
        ("Title: Ferry sinks\n\nLISBON, 6 May 2021 – ", "Lisbon", "2021-05-06"),
    ],
)
def test_place_and_day(line: str, place: str | None, date: str | None) -> None:
    """Place and day are read from every usual form; the span holds the words without the dash behind them."""
    text = line + PROSE
    found = dateline(text, PUBLISHED)
    assert found is not None
    assert (found.place, found.date) == (place, date)
    words = text[slice(*found.span)]
    assert words == words.strip(" -–—\n")
    assert words in line


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"BREAKING — {PROSE}",
        f"BREAKING NEWS: {PROSE}",
        "The ferry – an old one – sank on Monday, police said.",
        "NATO said on Monday that it had not been asked.",
        "ODRA FERRY SINKS — ALL ABOARD ARE SAFE, POLICE SAY",
        f"“WE ARE SAFE” — {PROSE}",
        f"By ADA WREN — {PROSE}",
        f"1. LISBON 2. PARIS — {PROSE}",
        "",
        "—",
        "\n\n – \n",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    """Kickers, prose with dashes, headlines in capitals and bylines are no datelines."""
    assert dateline(text, PUBLISHED) is None
    assert prose_start(text) == 0


def test_the_odd_header() -> None:
    """A date before the place, and white space before both: date, place and publication are read, prose begins after it."""
    text = f" date 2019-12-18 JERUSALEM, Israel – {PROSE}"
    article = article_from_text(text)
    assert article.published == "2019-12-18"
    assert article.dateline is not None
    assert article.dateline.place == "Jerusalem, Israel"
    assert article.dateline.date == "2019-12-18"
    assert text[slice(*article.dateline.span)] == "date 2019-12-18 JERUSALEM, Israel"
    assert body_start(text) == 0
    assert preamble(text) == ((1, 37),)
    assert text[prose_start(text) :] == PROSE


@pytest.mark.parametrize(
    "head",
    [
        "",
        "LISBON – ",
        "LISBON (AP) -- ",
        "(AP) -- ",
        "Title: Ferry sinks\nDate: 2021-05-06\n\n",
        "Title: Ferry sinks\n\nLISBON, May 6 (AP) — ",
        "May 6, 2021\n\nLISBON — ",
    ],
)
def test_where_the_prose_begins(head: str) -> None:
    """Header block, dateline, dash and white space stand before the prose and are no part of it."""
    text = head + PROSE
    assert text[prose_start(text) :] == PROSE


def test_a_headline_is_prose() -> None:
    """What stands before a dateline and is no header is read; the dateline is told apart all the same."""
    text = f"Ferry sinks, police say\n\nLISBON (AP) -- {PROSE}"
    assert prose_start(text) == 0
    assert [text[slice(*span)] for span in preamble(text)] == ["LISBON (AP) -- "]


@given(st.text() | st.text("AB (),–-/.\n 12may"))
def test_any_text_has_its_parts_in_order(text: str) -> None:
    """For any text the parts before the prose lie inside it, in order, and do not overlap."""
    at = 0
    for start, end in preamble(text):
        assert at <= start < end <= len(text)
        at = end
    assert 0 <= prose_start(text) <= len(text)
