"""A node is called by what names it best."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.hops import Hop
from allegedly.weighing.origins.nodes import node_of


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("One of the women, Ana Ruiz", ("voice", "Ana Ruiz")),
        ("one of his neighbours, Ivo B. Brandt,", ("voice", "Ivo B. Brandt")),
        ("one of the women, who fled", ("unnamed", "one of the women")),
        ("one of the women, Orrel", ("unnamed", "one of the women, Orrel")),
    ],
)
def test_one_of_several_who_is_named_is_a_voice(name: str, found: tuple[str, str]) -> None:
    """*One of the women, Ana Ruiz* is Ana Ruiz."""
    node = node_of(Hop("unnamed", name), "Paper", frozenset(), 1, 1)
    assert (node.kind, node.name) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ruiz campaign on Sunday", "Ruiz campaign"),
        ("Ruiz late Sunday night", "Ruiz"),
        ("Sunday", "Sunday"),
        ("Bloody Sunday inquiry", "Bloody Sunday inquiry"),
    ],
)
def test_a_day_is_no_part_of_a_name(name: str, found: str) -> None:
    """When somebody spoke does not belong to what he is called."""
    assert node_of(Hop("voice", name), "Paper", frozenset(), 1, 1).name == found


def test_an_outlet_that_is_not_known_is_the_article() -> None:
    """Whose own people were there has a name to be shown by, also where the article tells no outlet."""
    assert node_of(Hop("own", ""), "7", frozenset(), 7, 1).name == "the article"
