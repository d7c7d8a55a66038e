"""Sides."""

from __future__ import annotations

from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.sides import answering, denying, side


def member(text: str, stance: str = "affirms", *, negated: bool = False, mode: str = "indirect", day: str = "") -> Member:
    """A member that is as like the others as any."""
    return Member(text=text, stance=stance, negated=negated, mode=mode, central=0.8, day=day)


SAID = member("the ministry had known of the leak since May")
DENIED = member("the ministry had known of the leak since May", stance="denies")
NEGATED = member("the ministry had not known of the leak", negated=True)
DOUBTED = member("whether the ministry had known of the leak", stance="doubts")
SILENT = member("on whether the ministry had known of the leak", stance="neutral")


def test_each_stands_on_its_side() -> None:
    """A denial by its cue and one by its own *not* are against; doubt and silence have sides of their own."""
    assert [side(one, SAID) for one in (SAID, DENIED, NEGATED, DOUBTED, SILENT)] == [
        "for", "against", "against", "doubting", "neutral",
    ]  # fmt: skip


def test_who_denies_in_the_words_of_a_negative_claim_is_for_it() -> None:
    """Where the claim's own words deny, those who deny are for it."""
    assert side(DENIED, NEGATED) == "for"


def test_words_that_reject_turn_it_around() -> None:
    """Whoever calls it false is against it, and whoever says that it is not false is not taken apart further."""
    assert side(member("Reports that the ministry had known of the leak are false"), SAID) == "against"
    assert side(member("false claims that the ministry had known of the leak"), SAID) == "against"
    assert side(member("The ministry had known of the leak in the disputed district"), SAID) == "for"
    assert side(member("The ministry with its fake windows had known of the leak"), SAID) == "for"


def test_a_not_before_a_word_that_the_claim_has_turns_it_around() -> None:
    """Wherever in the sentence it stands; before another word it says nothing."""
    claim = member("A man was shot after he fired at officers")
    assert side(member("The man who was shot by an officer had not fired at anybody"), claim) == "against"
    assert side(member("The man who was shot had fired at officers whom he did not know"), claim) == "for"


def test_a_word_that_means_the_same_turns_it_around_too() -> None:
    """*Was not dismissed* denies *has sacked*."""
    assert (
        side(member("The club has not dismissed its trainer Benko"), member("The club has sacked Benko, the trainer"))
        == "against"
    )


def test_two_ways_to_say_no_are_one_side() -> None:
    """Who has not been seen again did not come home."""
    claim = member("Olga Brandt left the fair at ten and did not come home")
    assert side(member("Olga Brandt has not been seen since the fair", negated=True), claim) == "for"


def test_who_has_no_comment_is_on_no_side() -> None:
    """Whatever else it names."""
    assert side(member("The ministry had no comment on the leak", negated=True), SAID) == "neutral"


def test_a_contrary_state_is_against() -> None:
    """Nobody needs a *not* to deny a death."""
    assert side(member("Marshal Oddo is alive and receives visitors"), member("Marshal Oddo died on Sunday")) == "against"


def test_a_not_by_itself_denies_only_what_was_said_before() -> None:
    """On the same day it is mostly part of the story; what turns around the claim's own word denies it on any day."""
    claim = member("A bus struck a rail on the bridge", day="2026-03-02")
    aside = "The driver has never been given a break"
    assert side(member(aside, negated=True, day="2026-03-02"), claim) == "for"
    assert side(member(aside, negated=True, day="2026-03-04"), claim) == "against"
    assert side(member("The bus never struck a rail", negated=True, day="2026-03-02"), claim) == "against"


def test_the_same_quotation_is_on_one_side() -> None:
    """Whatever the reader makes of it in its article; longer, it may say something else."""
    claim = member("First of all, we did not close the bridge at Corvale", mode="direct")
    assert side(member("we did not close the bridge at Corvale", stance="denies", mode="direct"), claim) == "for"
    assert side(member("we did not close the bridge at Corvale", stance="denies"), claim) == "against"
    assert side(member("we did close the bridge at Corvale", stance="denies", mode="direct"), claim) == "against"


def long(text: str, stance: str = "affirms", *, cue: str = "said", by: str = "", mode: str = "indirect", day: str = "") -> Member:
    """A member out of an article that says much else."""
    return Member(
        text=text, stance=stance, negated=False, mode=mode, central=0.8, day=day, cue=cue, by=f"{by}\n{by}", voice=by, long=True
    )  # fmt: skip


def test_in_long_articles_only_what_plainly_denies_is_against() -> None:
    """Of what else says no there nothing is: it tells of other things, and whoever denies those is on no side."""
    claim = long("the harbour board had sold the Tarnholm ferry to Oddo", by="Ruiz")
    assert (
        side(long("having sold the Tarnholm ferry to Oddo", "denies", cue="denied", by="The harbour board"), claim) == "against"
    )
    assert side(long("the harbour board has not sold the Tarnholm ferry to Oddo", by="Benko"), claim) == "against"
    assert side(long("The ferry has not run since Tuesday", mode="narration"), claim) == "for"
    assert side(long("that the board was split", "denies", cue="denied", by="Benko"), claim) == "neutral"


def test_whoever_denies_the_very_words_of_the_claim_is_against_it() -> None:
    """Also where all that is known of it is that it is denied."""
    claim = long("that he had met the Orrel envoy", "denies", cue="has denied", by="Brekk")
    assert side(claim, claim) == "against"


def test_the_same_words_from_two_outlets_are_on_one_side() -> None:
    """Whatever in them rejects something."""
    claim = long("that some of the complaints about him were simply not true", by="Brekk")
    assert side(long("Some of the complaints about me were simply not true", by="Olaf Brekk"), claim) == "for"


CHARGE = long("Brekk had the reporters of the Courier followed", by="Ruiz")


def test_a_denial_that_says_nothing_of_it_is_against_what_it_stands_beside() -> None:
    """By whoever is charged, soon after the charge; and by anybody right behind it."""
    denied = long("the allegation", "denies", cue="denied", by="Brekk")
    assert answering(denied, CHARGE, "for", CHARGE, 600) == "against"
    assert answering(denied, CHARGE, "for", CHARGE, 6_000) == "neutral"
    others = long("the claim", "denies", cue="denied", by="Officers of the watch")
    assert answering(others, CHARGE, "for", CHARGE, 100) == "against"
    assert answering(others, CHARGE, "for", CHARGE, 600) == "neutral"
    assert answering(denied, CHARGE, "against", CHARGE, 600) == "neutral"


def test_a_denial_of_another_charge_is_on_no_side() -> None:
    """What is answered tells of a charge, or says something that the claim does not."""
    denied = long("the allegation", "denies", cue="denied", by="Brekk")
    told = long("support for Brekk fell after a second allegation by the reporters of the Courier", by="Ruiz")
    assert answering(denied, told, "for", CHARGE, 100) == "neutral"
    assert answering(denied, long("Brekk sold the mill to Oddo", by="Ruiz"), "for", CHARGE, 100) == "neutral"


def test_among_notices_an_answer_is_on_the_other_side() -> None:
    """They say little else."""
    assert [answering(DENIED, SAID, at, SAID, 9_000) for at in ("for", "against", "doubting", "neutral")] == [
        "against", "for", "against", "against",
    ]  # fmt: skip


def test_who_plainly_denies_one_of_them_is_against_the_claim() -> None:
    """Where the one that is denied says what the claim says, and puts it forward."""
    other = member("the ministry was closed for repairs in August")
    assert denying(SAID, "for", SAID) == "against"
    assert denying(SAID, "for", member("The ministry knew of the leak in May")) == "against"
    assert denying(other, "for", SAID) == "neutral"
    assert denying(DENIED, "against", SAID) == "neutral"
    assert denying(SAID, "for", DENIED) == "neutral"
