"""Instruments that are told to go wrong, and those that show something."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.instruments import goes_wrong
from tests.weighing.origins.conftest import Claimed, roots


@pytest.mark.parametrize(
    ("called", "shown", "wrong"),
    [
        ("The clock on the town hall", "ten minutes too few", True),
        ("The scales in the fish market", "half a pound too much", True),
        ("The gauge at the weir", "the wrong level", True),
        ("The taximeter", "more than it should", True),
        ("The camera at the gate", "a man who carries a ladder", False),
        ("The gauge at the weir", "too much lead", False),
        ("The letter", "ten minutes too much", False),
    ],
)
def test_what_goes_wrong(called: str, shown: str, *, wrong: bool) -> None:
    """An instrument whose error is told; not what it measures, and no paper."""
    assert goes_wrong(called, shown) is wrong


def test_an_instrument_is_no_source_of_its_error(claimed: Claimed) -> None:
    """The outlet has measured it."""
    text = "The petrol pump at Hask shows a litre too much. We filled our own can there nine times and weighed it."
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["shows a litre too much", "We filled our own can"]))
    assert [kind for kind, _, _ in roots(connection)] == ["outlet"]
