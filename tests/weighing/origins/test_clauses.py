"""Who says what is told of him in a clause."""

from __future__ import annotations

import pytest

from tests.weighing.origins.conftest import Claimed, roots


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Stahl Mills contradicted the divers' union, which said that the dam at Orrel has a crack.", "the divers' union"),
        ("Stahl Mills contradicted Ana Ruiz, who had claimed that the dam at Orrel has a crack.", "Ana Ruiz"),
        ("Stahl Mills said that the dam at Orrel has a crack, which the union denies.", "Stahl Mills"),
    ],
)
def test_who_is_contradicted(claimed: Claimed, text: str, who: str) -> None:
    """What the clause says is the word of whoever is contradicted there, and not of who contradicts it."""
    connection = claimed(
        (
            "The Orrel Post",
            "2024-05-03",
            text,
            [text[text.index("contradicted ") + 13 :].rstrip(".")]
            if "contradicted" in text
            else ["the dam at Orrel has a crack"],
        )
    )
    assert [name for _, name, _ in roots(connection)] == [who]
