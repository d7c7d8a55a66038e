"""What is turned into its contrary, what is called untrue, and where on a matter a statement stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.polarity import Negation, negated, negations, opposed, rejects, silent, stands
from allegedly.weighing.claims.words import words


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The mayor did not sell the mill", {"sell", "mill"}),
        ("The mayor was told by a baker who has never seen the mill that it burned", set()),
        ("No penny that was given to the fund has been spent on a boat", {"penny", "give", "fund", "spend", "boat"}),
        ("The clinic has paid nothing", {"pay"}),
        ("Its drug harmed nobody, but the trial was stopped", {"harm"}),
        ("The clinic had not “reached any agreement” with Brandt", {"reach", "agre"}),
        ("It is not in the U.S. interest", {"interest"}),
        ("The bank isn't limiting withdrawals because of the strike", {"limit", "withdraw"}),
        ("Brandt was seen by nobody", {"see"}),
        ("The clinic carried out no trials", {"carry", "trial"}),
    ],
)
def test_a_negation_reaches_as_far_as_its_clause(text: str, stems: set[str]) -> None:
    """A verb's *not* ends with the clause, a subject's *no* takes relative clauses too, *nothing* denies the verb before it.

    What is said of somebody by the way counts for nothing.
    """
    assert negated(text) == stems


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than nine sailors were saved",
        "No more than 40 litres may be sold",
        "Not only the mill burned",
        "Beam no. 3 is cracked",
        "Oddo called for a vote of no confidence",
        "Oddo decided not to hold a vote",
        "Half of the town was without water",
    ],
)
def test_some_negate_nothing(text: str) -> None:
    """Where it counts, concedes or numbers, and where a lack is what is told."""
    assert negated(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "is_rejected"),
    [
        ("The story of the sunken gold is nonsense", True),
        ("The report is a fairy tale", True),
        ("The figures were wrong", True),
        ("The tin was invented in 1957 by a fishmonger", False),
        ("The girder lies where it fell", False),
        ("The wrong man was arrested", False),
        ("He had not, and we take back what we wrote", True),
        ("that there isn't", True),
        ("No, and it never was", True),
        ("No. 3 furnace has burst", False),
        ("The number was far lower than claimed", True),
        ("Contrary to what is being told, the gates were open", True),
        ("There could be no talk of blows", True),
        ("The report on the gold isn’t true", True),
        ("The keys had not been found", False),
    ],
)
def test_words_that_reject(text: str, *, is_rejected: bool) -> None:
    """Nouns and phrases that call something untrue, and not the same words where they say something else."""
    assert rejects(text) == is_rejected


@pytest.mark.parametrize(
    ("text", "is_silent"),
    [
        ("The ministry had no immediate comment", True),
        ("The company would not comment on the offer", True),
        ("The minister declined to answer questions about the yacht", True),
        ("The professor commented on the signal at length", False),
        ("The minister declined the offer", False),
    ],
)
def test_who_tells_nothing(text: str, *, is_silent: bool) -> None:
    """*No comment* in its kinds."""
    assert silent(text) == is_silent


@pytest.mark.parametrize(
    ("one", "other", "is_opposed"),
    [
        ("Marshal Oddo has died", "Marshal Oddo is in perfect health", True),
        ("The club has sacked its trainer Benko", "Benko remains our trainer", True),
        ("The well is leaking", "The well is safe", True),
        ("Marshal Oddo has died", "The marshal is dead", False),
        ("Four sailors died and nine are alive", "Four sailors have died", False),
        ("Benko will not remain our trainer", "The club has sacked Benko", False),
    ],
)
def test_two_ends_of_a_matter(one: str, other: str, *, is_opposed: bool) -> None:
    """Who speaks of one end alone, and does not deny it, contradicts whoever speaks of the other."""
    assert opposed(one, other) == is_opposed
    assert opposed(other, one) == is_opposed


WORDS = "no not never nothing who but , . isn't 3 seventy-four mill burned comment".split()


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_text_has_a_polarity(text: str) -> None:
    """Nothing is turned around without a word that does so, and nobody contradicts himself."""
    assert not negated(text) or words(text).negations or "nor" in text.lower()
    assert rejects(text) in (True, False)
    assert silent(text) in (True, False)
    assert not opposed(text, text)
    assert set(stands(text).values()) <= {True, False}


def test_each_negation_by_itself() -> None:
    """With what it turns around, whether it takes the whole clause, and the auxiliary before it."""
    assert negations("Brandt couldn't sell the mill, and no boat sank") == (
        Negation(("sell", "mill"), whole=False, modal="could"),
        Negation(("boat", "sink"), whole=True, modal=""),
    )
    assert negations("Brandt has not sold it") == (Negation(("sell",), whole=False, modal="has"),)
    assert negations("Brandt sold it") == ()


def test_that_somebody_denies_it_need_not_count() -> None:
    """Cases that were rejected are no falsehoods."""
    assert rejects("He denied it")
    assert not rejects("He denied it", denied=False)
    assert rejects("It is baseless", denied=False)
