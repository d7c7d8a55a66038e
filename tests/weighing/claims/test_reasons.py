"""Why a statement belongs to a claim."""

from __future__ import annotations

from allegedly.weighing.claims.reasons import reason

CLAIM = "12 people died when the Corvale dam collapsed"


def test_the_same_words_say_so() -> None:
    """White space does not count."""
    assert reason("12 people died  when the Corvale dam collapsed", CLAIM) == "It is in the same words as the claim."


def test_what_is_shared_is_named_and_numbers_that_differ() -> None:
    """The rarest words first, as the statement has them."""
    assert reason("the collapse of the Corvale dam killed 14", CLAIM) == (
        "It shares “Corvale”, “dam” and “collapse” with the claim's wording; where that has “12”, it has “14”."
    )


def test_nothing_shared_is_admitted() -> None:
    """It came by way of others."""
    assert reason("the death toll rose", CLAIM) == "It is like others of the claim, though no word of the wording stands in it."
