"""What somebody denies, by the words under his denial."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.denied import Denied, denied
from allegedly.weighing.claims.member import Member


def member(text: str, cue: str = "denied") -> Member:
    """Somebody's denial of this."""
    return Member(text=text, stance="denies", negated=False, mode="indirect", central=0.8, cue=cue)


@pytest.mark.parametrize(
    ("text", "proposition"),
    [
        ("that he had sold the ferry", "he had sold the ferry"),
        ("selling the ferry", "selling the ferry"),
        ("reports that he had sold the ferry", "he had sold the ferry"),
        ("allegations the harbour board had sold the ferry", "the harbour board had sold the ferry"),
        ("that the claim that he had sold it was made in good faith", "the claim that he had sold it was made in good faith"),
        ("any rumours that the ferry was sold are false and made up", "the ferry was sold "),
    ],
)
def test_what_it_says_not_to_be_so(text: str, proposition: str) -> None:
    """What stands behind *that*, or behind the name of a claim, without what calls it false."""
    found = denied(member(text))
    assert found is not None
    assert (found.how, found.proposition) == ("said", proposition)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the allegations", Denied("named", noun="allegation", first="the")),
        ("those claims", Denied("named", noun="claim", first="those")),
        ("Brekk's latest accusations", Denied("named", noun="accusation", first="brekk", owner=frozenset({"brekk"}))),
        ("allegations by Ana Ruiz", Denied("named", noun="allegation", first="allegations", owner=frozenset({"ana", "ruiz"}))),
        ("the bribery allegations", Denied("named", noun="allegation", first="the", told=(("bribery", "bribery"),))),
        ('the accusations "wholly made up"', Denied("named", noun="accusation", first="the")),
        ("any wrongdoing", Denied("named", noun="charge", first="any")),
        ("he did anything wrong", Denied("named", noun="charge", first="any")),
        ("any involvement in the leak", Denied("named", noun="charge", first="any", told=(("leak", "leak"),))),
        ("any such meetings", Denied("named", noun="meetings", first="such")),
        ("those figures", Denied("named", noun="figures", first="such")),
    ],
)
def test_what_it_only_names(text: str, expected: Denied) -> None:
    """A charge is named, with whose it is or what it is about where that is said."""
    assert denied(member(text)) == expected


@pytest.mark.parametrize("text", ["it", "that", "even that", "that was not the case", "this never happened"])
def test_what_it_only_points_to(text: str) -> None:
    """A pronoun, or who says of a pronoun that it is not so."""
    assert denied(member(text)) == Denied("pointed at")


@pytest.mark.parametrize("text", ["him the nomination", "them any say", "", "…"])
def test_what_is_nothing_that_could_be_so(text: str) -> None:
    """What is kept from somebody is not denied to be so; and where nothing is said there is nothing."""
    assert denied(member(text)) is None


@given(st.text(max_size=400))
def test_any_words(text: str) -> None:
    """Whatever stands there, what it says stands in it."""
    found = denied(member(text))
    assert found is None or found.proposition in text
