"""What words for a voice say by themselves."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.hops import head, is_name, is_paper, offices_in, posts_in, say, says


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Ana Ruiz", True),
        ("the Harbour Board", True),
        ("Neighbours", False),
        ("Residents of Mill Street", False),
        ("two officials", False),
        ("Page 31", False),
    ],
)
def test_names(words: str, named: bool) -> None:
    """A capital makes no name where only a sentence begins there, or where a crowd of some street is meant."""
    assert is_name(words) is named


def test_heads() -> None:
    """The head of a phrase is its last noun before *of*, *who*, *with*."""
    assert head("last keeper of stack light") == "keeper"
    assert head("person with knowledge of the talks") == "person"


def test_papers_and_verbs() -> None:
    """Documents are told by their nouns; verbs of saying by their form."""
    assert is_paper("memo")
    assert is_paper("testament")
    assert not is_paper("mayor")
    assert says("insists")
    assert not says("insist")
    assert say("show")
    assert not says("swims")


def test_offices_and_posts() -> None:
    """Offices and callings are read off a description, and the bodies whose posts they are."""
    assert offices_in("mayor of fell") == ("mayor",)
    assert offices_in("a man of fifty") == ()
    assert posts_in("chief fire officer ada pell") == ("fire service",)
    assert posts_in("baker ada pell") == ()
