"""Words that turn down, leave open or doubt what others have said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading import denials
from allegedly.reading.parse import Parse

ParseText = Callable[[str], Parse]

STANCES = {
    "false": ("The reports are baseless.", "denies"),
    "not true": ("That is simply not true.", "denies"),
    "not what happened": ("That is not what happened.", "denies"),
    "never happened": ("This never happened.", "denies"),
    "without grounds": ("The accusations are without foundation.", "denies"),
    "no truth": ("There is no truth in the rumours.", "denies"),
    "not a shred": ("There is not a shred of truth in these claims.", "denies"),
    "nothing to do": ("We had nothing to do with the fire.", "denies"),
    "no such": ("No such meeting took place.", "denies"),
    "never such": ("The general had never given such an order.", "denies"),
    "guilt": ("My client was not involved.", "denies"),
    "behind": ("Our country was not behind the attack.", "denies"),
    "lying now": ("The witness is lying.", "denies"),
    "made up": ("They made up the story.", "denies"),
    "rejects": ("We reject these allegations.", "denies"),
    "does not believe": ("I do not believe these reports.", "denies"),
    "will not consider": ("We will not consider requests of this kind.", "denies"),
    "only thought": ("I think that this is nothing but nonsense.", "denies"),
    "impossible": ("It is impossible for him to have been there.", "denies"),
    "hedged": ("This was probably a hoax.", "doubts"),
    "unable": ("We are unable to confirm the allegations.", "doubts"),
    "unlikely": ("It is unlikely that the dam leaks.", "doubts"),
    "no comment": ("No comment.", "neutral"),
    "no recollection": ("I have no recollection of the meeting.", "neutral"),
    "cannot discuss": ("We will not discuss it.", "neutral"),
    "true": ("The report is accurate.", "affirms"),
    "cannot be done": ("It is impossible to cross the river.", "affirms"),
    "has lied": ("The owners lied about the profits.", "affirms"),
    "nobody's guilt": ("No other car was involved.", "affirms"),
    "ridiculous": ("It is ridiculous.", "affirms"),
    "a ridiculous claim": ("The claim is ridiculous.", "denies"),
    "cannot be described": ("The licence cannot be described as a gift.", "denies"),
    "lying there": ("The body was lying in the street.", "affirms"),
    "where it lies": ("The islands lie off the coast.", "affirms"),
    "not right": ("It is not right.", "affirms"),
    "negative, but of no claim": ("The bridge will not open before May.", "affirms"),
}


@pytest.mark.parametrize(("text", "stance"), STANCES.values(), ids=STANCES)
def test_by_content(parse_of_text: ParseText, text: str, stance: str) -> None:
    """What the main clause does decides, whatever verb of saying stands over it."""
    parse = parse_of_text(text)
    assert denials.by_content(parse, [(0, len(text))], names=False)[0] == stance


def test_names(parse_of_text: ParseText) -> None:
    """A false name for a claim turns it down only where the words name."""
    text = "the claim absurd"
    parse = parse_of_text(text)
    assert denials.by_content(parse, [(0, len(text))], names=True)[0] == "denies"
    assert denials.by_content(parse, [(0, len(text))], names=False)[0] == "affirms"


PROTESTS = {
    "insists": ("He had not opened the safe.", "insist", True),
    "insists that there was none": ("No order was given.", "insist", False),
    "insists on the positive": ("He had opened the safe.", "insist", False),
    "insists on what will be": ("He will not resign.", "insist", False),
    "claims of himself": ("He had not opened the safe.", "claim", True),
    "claims of others": ("The owners had not paid the crew.", "claim", False),
    "claims that it was not only so": ("He had not only opened the safe but emptied it.", "insist", False),
    "says": ("He had not opened the safe.", "say", False),
}


@pytest.mark.parametrize(("text", "cue", "denies"), PROTESTS.values(), ids=PROTESTS)
def test_protests(parse_of_text: ParseText, text: str, cue: str, denies: bool) -> None:
    """Insisting that something is not so denies it; claiming does only where it is about oneself."""
    parse = parse_of_text(text)
    assert denials.protests(parse, [(0, len(text))], cue) is denies


def test_mocks(parse_of_text: ParseText) -> None:
    """What is mocked is a claim, or whoever makes it."""
    for words, denies in (("the claim", True), ("the mayor for claiming that it rained", True), ("the mayor", False)):
        text = f"She ridiculed {words}."
        parse = parse_of_text(text)
        assert denials.mocks(parse, [(14, len(text) - 1)], [(4, 13)]) is denies


def test_withholds(parse_of_text: ParseText) -> None:
    """Bail and visas are denied without denying anything that was said."""
    for words, withheld in (("bail", True), ("the general", True), ("the allegation", False)):
        text = f"They denied {words}."
        assert denials.withholds(parse_of_text(text), [(12, len(text) - 1)]) is withheld


def test_other_account(parse_of_text: ParseText) -> None:
    """Another account of what happened, in the sentence or the one before."""
    text = "Kell gave a different account. He came at me, he said. Nobody else was there, he said."
    parse = parse_of_text(text)
    start = text.index("He came")
    assert denials.other_account(parse, [(start, start + 13)], [])
    start = text.index("Nobody")
    assert not denials.other_account(parse, [(start, start + 22)], [])
