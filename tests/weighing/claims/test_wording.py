"""Which statement's words stand for a claim."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.proposition import lacks, proposition
from allegedly.weighing.claims.wording import wording


def member(text: str, stance: str = "affirms", *, negated: bool = False, mode: str = "indirect", day: str = "") -> Member:
    """A member that is as like the others as any."""
    return Member(text=text, stance=stance, negated=negated, mode=mode, central=0.8, day=day)


SAID = member("the ministry had known of the leak since May")
DENIED = member("the ministry had known of the leak since May", stance="denies")
NEGATED = member("the ministry had not known of the leak", negated=True)


def test_the_wording_affirms_and_says_of_whom() -> None:
    """No denial, no pronoun at the beginning, no fragment."""
    members = [DENIED, member("it had known of the leak since May"), member("known of leak"), SAID, NEGATED]
    assert wording(members) == 3


@pytest.mark.parametrize(
    "text",
    [
        "to have made off with the records of 900 patients",
        "the governor's men of having sunk the boxes",
        "accepting 40,000 crowns from a gravel firm",
        "the teachers' unions an offer of nine per cent over two years",
        "which the newspaper has seen in the town hall",
        "In view of reports in the press",
        "the navy on Wednesday of firing at two trawlers … and",
    ],
)
def test_a_whole_clause_is_chosen_before_a_fragment(text: str) -> None:
    """However early the fragment was said."""
    assert wording([member(text), member("Thieves took the records of 900 patients from the clinic")]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "that the ferry had struck a rock",
        "The ferry struck a rock",
        "A ferry is stuck on the rocks of Inch Vallay",
        "In Corvale the river stood at seven metres",
    ],
)
def test_a_whole_clause_lacks_nothing(text: str) -> None:
    """With *that* before it or without, whatever the tense."""
    assert lacks(proposition(text)) == 0


def test_of_two_that_are_as_good_the_first_stands_for_the_claim() -> None:
    """What others answer is what was said first."""
    assert wording([member("Marshal Oddo died on Sunday evening"), member("Marshal Oddo is in perfect health")]) == 0


def test_what_is_said_on_the_first_day_stands_for_the_claim() -> None:
    """Those who come later answer, but a whole clause is better than none; *our hands* does not say whose."""
    denial = "Port Ambrel is firmly in government hands"
    claim = "The whole of Port Ambrel has been taken"
    assert wording([member(denial, day="2026-03-04"), member(claim, day="2026-03-03")]) == 1
    assert wording([member(denial, day="2026-03-04"), member("to take Port Ambrel from the rebels", day="2026-03-03")]) == 0
    assert wording([member("Port Ambrel is firmly in our hands"), member(claim)]) == 1


def test_the_piece_that_is_shown_is_the_one_that_others_have() -> None:
    """What else somebody says in the same breath does not stand for what two papers print of it."""
    text = "From the sluice to the flooded market square … The mayor has fanned the fear of water."
    both = member(text, mode="direct")
    assert proposition(text) == "The mayor has fanned the fear of water."
    market = replace(member("the water ran from the sluice to the flooded market square"), central=0.4)
    assert wording([both, market]) == 1
    fear = replace(member("the mayor fanned the fear of water"), central=0.4)
    assert wording([both, fear]) == 0
