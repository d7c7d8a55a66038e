"""Whom an article has its text from, as it says itself."""

from __future__ import annotations

import pytest

from allegedly.weighing.copies.credit import cites, owner, suppliers

from .conftest import COUNCIL, LEAD, article


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Reuters", "Reuters"),
        ("reuters.com", "Reuters"),
        ("The Associated Press", "Associated Press"),
        ("CNN (Web News)", "CNN"),
        ("Lenning Courier", "Lenning Courier"),
        ("Time to Fish", "Time to Fish"),
        (None, None),
    ],
)
def test_owner(outlet: str | None, expected: str | None) -> None:
    """An outlet goes by its best-known name; one that nobody knows by its own."""
    assert owner(outlet) == expected


@pytest.mark.parametrize(
    ("paragraphs", "byline", "expected"),
    [
        ((f"PORT LENNING, March 4 (Reuters) - {LEAD}",), None, {"Reuters"}),
        ((LEAD, "The Associated Press contributed to this report."), None, {"Associated Press"}),
        ((LEAD, "(Reporting by Ana Ruiz; Editing by Bo Lund, Reuters)"), None, {"Reuters"}),
        ((LEAD,), "Ana Ruiz, Associated Press", {"Associated Press"}),
        (("By Ana Ruiz, Associated Press", LEAD), None, {"Associated Press"}),
        ((LEAD, "Copyright 2031 The Associated Press. All rights reserved."), None, {"Associated Press"}),
        ((LEAD, "Ana Ruiz contributed to this report."), None, set()),
        ((LEAD, "Reuters asked for comment."), None, set()),
    ],
)
def test_suppliers(paragraphs: tuple[str, ...], byline: str | None, expected: set[str]) -> None:
    """An agency that signs or is thanked supplies the text; one that is only mentioned does not."""
    given = {} if byline is None else {"byline": byline}
    assert suppliers(article(*paragraphs, **given)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("She told the Lenning Courier that it was late.", True),
        ("The Lenning Courier first reported the delay.", True),
        ("It rained, according to the Lenning Courier.", True),
        ("The Lenning Courier's building is old.", False),
    ],
)
def test_cites(words: str, expected: bool) -> None:
    """An outlet is cited where somebody told it something or it reported something."""
    assert cites(article(COUNCIL, words), "Lenning Courier") is expected
