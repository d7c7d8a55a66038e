"""Whether one statement says by a *not* that it is not so what another one says."""

from __future__ import annotations

import pytest

from allegedly.weighing.claims.contraries import contradicts
from allegedly.weighing.claims.member import Member


def member(text: str, by: str, *, day: str = "2026-03-02", mode: str = "indirect", stance: str = "affirms") -> Member:
    """A statement out of a long article."""
    return Member(text=text, stance=stance, negated=False, mode=mode, central=0.8, day=day, by=f"{by}\n{by}", voice=by, long=True)


CLAIM = member("Orrel interfered in the election in Tarnholm", "Ruiz")


@pytest.mark.parametrize(
    "text",
    [
        "Orrel did not interfere in the Tarnholm election",
        "Orrel has never interfered in an election in Tarnholm",
        "Orrel hadn’t “interfered in the election” in Tarnholm",
        "We were all asked about it … Orrel did not interfere in the election in Tarnholm",
        "Orrel didn’t interfere with an election in Tarnholm",
    ],
)
def test_the_same_with_a_not(text: str) -> None:
    """In whichever order, and where a piece of what somebody says denies it."""
    assert contradicts(member(text, "Oddo"), CLAIM)
    assert contradicts(CLAIM, member(text, "Oddo"))


@pytest.mark.parametrize(
    "text",
    [
        "Orrel must not interfere in the election in Tarnholm",
        "Orrel has not yet interfered in the election in Tarnholm",
        "If Orrel did not interfere in the election in Tarnholm, who did?",
        "Orrel did not stop the count in Tarnholm, though it interfered with the mail there",
        "Orrel failed to interfere in the election in Tarnholm",
        "Sarn did not interfere in the election in Velsund",
        "nobody other than Orrel interfered in the election in Tarnholm",
    ],
)
def test_other_negations_deny_nothing_of_it(text: str) -> None:
    """What should not be, is not yet, stands behind an *if*, means another verb, other people, or all others."""
    assert not contradicts(member(text, "Oddo"), CLAIM)


def test_an_outlet_that_tells_of_it_denies_nothing() -> None:
    """In its own voice it tells the state of things, and so does what is said months later."""
    text = "Orrel did not interfere in the election in Tarnholm"
    assert not contradicts(member(text, "The Courier", mode="narration"), CLAIM)
    assert not contradicts(member(text, "Oddo", day="2026-09-02"), CLAIM)
    assert contradicts(member(text, "Oddo", day="2026-09-02", stance="denies"), CLAIM)
    assert not contradicts(member(text, "Ruiz"), CLAIM)


def test_who_speaks_of_himself_denies_nothing_that_another_says_of_himself() -> None:
    """*They will not vote for the budget*, *he will vote for it*: two people, and no denial."""
    claim = member("he will vote for the budget of the harbour board in Tarnholm", "Ruiz")
    assert not contradicts(member("they will not vote for the budget of the harbour board in Tarnholm", "Sarn's members"), claim)


def test_not_happy_is_unhappy() -> None:
    """The contrary word of what is turned around says the same."""
    claim = member("Ruiz is unhappy about the harbour bill", "The clerk")
    assert not contradicts(member("Ruiz is not happy about the harbour bill", "The mayor"), claim)
