"""Outlets by the names that others call them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.origins.outlets import best, called, plain


@pytest.mark.parametrize(
    ("words", "outlet", "fit"),
    [
        ("the Orrel Post", "The Orrel Post", 3),
        ("the Post", "The Orrel Post", 1),
        ("the website Orrel Today", "Orrel Today (English service)", 3),
        ("VNA", "Vale News Agency", 2),
        ("RCN", "Ridge & Coast News Agency", 2),
        ("the Evening News", "Westland Evening News", 2),
        ("the state news agency", "Ruvanian State Agency", 2),
        ("the agency", "Vale News Agency", 0),
        ("the Mail", "The Orrel Post", 0),
        ("", "The Orrel Post", 0),
    ],
)
def test_a_name_fits(words: str, outlet: str, fit: int) -> None:
    """The whole name, its letters, most of it, a part; a word that says only what sort it is names none."""
    assert called(words, outlet) == fit


def test_the_best_fit_is_meant() -> None:
    """Where several outlets have the word in their names, the one with the whole name is meant; else all of them may be."""
    assert best("the Post", ["The Orrel Post", "The Post"]) == ["The Post"]
    assert best("the Post", ["The Orrel Post", "The Dell Post"]) == ["The Orrel Post", "The Dell Post"]
    assert best("the Sun", ["The Orrel Post"]) == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_names(words: str, outlet: str) -> None:
    """Any words can be compared, and a name is its own."""
    assert called(words, outlet) in (0, 1, 2, 3)
    assert not plain(words) or called(words, words) == 3
