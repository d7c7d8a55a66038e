"""Where names begin and end, and what sort of thing each names: laws, products, titles of works."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.aliases import join_names
from allegedly.reading.names import find_names
from allegedly.reading.parse import Parse

Parsed = Callable[[str], Parse]


def names(parse: Parse) -> list[tuple[str, str | None]]:
    """Each name with its kind."""
    return [(parse.slice(name.first, name.last), name.kind) for name in find_names(parse, None, frozenset())]


def test_a_law_goes_on_over_a_preposition(parse_of_text: Parsed) -> None:
    """*The Vera Holm Safety in Harbours Act* is one name, and a document's."""
    text = "Parliament will vote on the Vera Holm Safety in Harbours Act."
    assert names(parse_of_text(text))[-1] == ("Vera Holm Safety in Harbours Act", "document")


def test_a_model_is_a_thing(parse_of_text: Parsed) -> None:
    """What has a digit in its name is neither a person nor a place."""
    assert ("XR7", "other") in names(parse_of_text("The firm built the XR7 in Oster. The XR7 is small."))


def test_a_number_of_its_own(parse_of_text: Parsed) -> None:
    """A number right behind a name belongs to it, and tells it from what has none."""
    parse = parse_of_text("Norvik Systems sells Harbour Master 6 to shipyards. Harbour Master is old.")
    assert names(parse)[1] == ("Harbour Master 6", "other")
    figures = join_names(parse, find_names(parse, None, frozenset()))
    told = [[" ".join(name.words) for name in figure.names] for figure in figures]
    assert ["Harbour Master 6"] in told


@pytest.mark.parametrize("text", ["Oster Rovers 2-1 Lunder Town.", "Vera Holm won 6 races."])
def test_a_number_of_something_else(text: str, parse_of_text: Parsed) -> None:
    """The goals of a match and what is counted are in no name."""
    assert not any(name[-1].isdigit() for name, _ in names(parse_of_text(text)))


def test_a_capital_article_in_a_sentence(parse_of_text: Parsed) -> None:
    """*Written for The Lantern*: the article's capital says that a name follows; at the beginning it says nothing."""
    assert [name for name, _ in names(parse_of_text("She has written jokes for The Lantern for years."))] == ["Lantern"]
    assert names(parse_of_text("The lantern is old.")) == []
