"""What a statement denies by a word of denying, and whether that is what another one puts forward."""

from __future__ import annotations

import pytest

from allegedly.weighing.claims.denials import denial, denies, likeness, points, tells_of_charge
from allegedly.weighing.claims.member import Member


def member(
    text: str, cue: str = "said", stance: str = "affirms", *, by: str = "", voice: str = "", mode: str = "indirect"
) -> Member:
    """A statement out of a long article."""
    return Member(
        text=text, stance=stance, negated=False, mode=mode, central=0.8, cue=cue, by=f"{by}\n{by}", voice=voice or by, long=True
    )  # fmt: skip


def denying(text: str, cue: str = "denied", *, by: str = "Brekk", mode: str = "indirect") -> Member:
    """Somebody's denial of this."""
    return member(text, cue, "denies", by=by, mode=mode)


def is_denied(denier: Member, claim: Member) -> bool:
    """Whether it denies the claim."""
    found = denial(denier)
    return found is not None and denies(denier, found, claim)


SPIED = member("that Mayor Brekk had the reporters of the Courier followed", by="Ana Ruiz")


@pytest.mark.parametrize(
    "denier",
    [
        denying("having the reporters of the Courier followed"),
        denying("that he had reporters followed for the Courier story", "has repeatedly denied"),
        denying("that any reporters of the Courier were followed", "disputed"),
        denying("the claim that he had the reporters of the Courier followed", "rejected"),
        denying("suggestions that reporters of the Courier had been followed", "brushed aside"),
    ],
)
def test_who_denies_it_in_its_own_words(denier: Member) -> None:
    """The words of the claim, or such as mean nearly the same."""
    assert is_denied(denier, SPIED)


@pytest.mark.parametrize(
    "denier",
    [
        denying("that he was ready to leave the town before the vote"),
        denying("that he had reporters of the Tribuna invited to the harbour"),
        denying("knowing that the reporters of the Courier had been followed"),
        denying("that he had not had the reporters of the Courier followed"),
        denying("the reporters of the Courier access to the town hall"),
        denying("the reporters' request", "rejected"),
        denying("a bill on reporters and those who follow them", "rejected"),
        denying("that he had the reporters of the Courier followed", "could deny"),
        denying("their quarrel", "a dispute over"),
    ],
)
def test_who_denies_something_else_denies_nothing_of_it(denier: Member) -> None:
    """Another matter, that one knew of it, a double no, what is kept from somebody, a bill, what nobody has denied yet."""
    assert not is_denied(denier, SPIED)


@pytest.mark.parametrize("text", ["the allegations", "any wrongdoing", "it", "all of these accusations", "involvement"])
def test_who_points_to_a_charge_denies_what_he_is_charged_with(text: str) -> None:
    """The claim is about whoever denies; about another it would be another charge."""
    assert is_denied(denying(text), SPIED)
    assert not is_denied(denying(text, by="Tomas Oddo"), SPIED)


def test_beside_the_claim_anybody_may_point_to_it() -> None:
    """*She said that the cells had been flooded, but the ministry denied the claim*: it can mean nothing else."""
    claim = member("that the cells of the Tarnholm prison had been flooded on purpose", by="Ana Ruiz")
    denier = denying("the claim", by="The ministry")
    found = denial(denier)
    assert found is not None
    assert not denies(denier, found, claim)
    assert denies(denier, found, claim, beside=True)


def test_whose_claim_it_is_decides() -> None:
    """A claim of Ruiz's is turned down with her account, and not with Benko's."""
    claim = Member(
        text="that the ferry had left with its doors open", stance="affirms", negated=False, mode="indirect", central=0.8,
        by="Ana Ruiz\nAna Ruiz", voice="e7", long=True,
    )  # fmt: skip
    assert is_denied(denying("Ruiz’s account", "disputed", by="The harbour board"), claim)
    assert not is_denied(denying("Benko’s account", "disputed", by="The harbour board"), claim)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("claims that Orrel shelled its own depot are baseless", True),
        ("the reports of a shelled depot were fabricated", True),
        ("the survey refutes the story that the depot was shelled", True),
        ("the rumour that the depot was shelled is not unfounded", False),
        ("he made a false report and rang a false alarm", False),
        ("the depot with its fake windows was shelled", False),
        ("in charge of the depot, he said that it was wrong to shell it", False),
        ("the depot, he claimed, was a fake and had been shelled by itself", False),
    ],
)
def test_what_calls_a_claim_false(text: str, *, is_one: bool) -> None:
    """Of a claim it is said, and it is no epithet of a thing."""
    assert (denial(member(text)) is not None) == is_one


def test_a_claim_that_tells_of_the_denial_is_not_denied_by_it() -> None:
    """They say the same: that he denies it."""
    claim = member("Brekk again denied that he had the reporters of the Courier followed", by="Ana Ruiz")
    assert not is_denied(denying("having the reporters of the Courier followed"), claim)


def test_a_name_alone_can_be_denied_by_nobody() -> None:
    """What was cut off from its clause says nothing that could be so."""
    assert not is_denied(denying("any part in it"), member("former Mayor Olaf Brekk", by="Ana Ruiz"))


def test_what_is_quoted_under_a_word_of_denying_is_the_denial() -> None:
    """Its words are what whoever denies says, and not what he denies."""
    assert denial(denying("I was at home when the reporters were followed", mode="direct")) is None
    assert denial(denying("It never happened", "said", mode="direct")) == ((), True)
    assert denial(denying("he denies each of the allegations and calls Ruiz a liar", "said", mode="direct")) is not None


def test_states_go_by_their_people_and_capitals() -> None:
    """*Tehran denied involvement* denies what is said of the Iranians."""
    claim = member("that Iranian boats had laid the mines", by="The admiral")
    assert is_denied(denying("involvement", by="Tehran"), claim)
    assert is_denied(denying("involvement", by="Iran"), claim)
    assert not is_denied(denying("involvement", by="Cairo"), claim)


def test_what_only_points() -> None:
    """To a claim, or to whose claim it is; not what says what was claimed."""
    for text, only in (("the allegations", True), ("Ruiz’s accusation", True), ("that he sold the mill", False)):
        found = denial(denying(text))
        assert found is not None
        assert points(denying(text), found) == only
    assert tells_of_charge("support for Brekk fell after a second allegation")
    assert not tells_of_charge("Brekk of having reporters followed")


def test_how_alike_two_statements_are() -> None:
    """The larger of the two shares: the short one has all its words in the long one."""
    assert likeness(member("the ferry sank"), member("the ferry sank off Tarnholm on Sunday")) == 1.0
    assert likeness(member("the ferry sank"), member("voters like the budget")) == 0.0
