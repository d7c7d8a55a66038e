"""Whom an outlet credits without a verb of saying between."""

from __future__ import annotations

import pytest

import allegedly

CREDITED = {
    "brackets": (
        "Oilseeds: sesame 190,000 tonnes (source: Grain Letter, 1 May).",
        "Grain Letter",
        "Oilseeds: sesame 190,000 tonnes",
    ),
    "had from": ("We learn it from the Watchman: the mayor has left.", "the Watchman", "the mayor has left"),
    "word from": ("Word from the ministry is that the list was burnt.", "the ministry", "the list was burnt"),
    "comes word": ("From the ministry comes word that the list was burnt.", "the ministry", "the list was burnt"),
    "rumour": ("Word in the trade is that the plant will close.", None, "the plant will close"),
    "so": ("The boat had been holed from inside, so the inspector.", "the inspector", "The boat had been holed from inside"),
    "if one believes": ("The plant will close, if one believes the works council.", "the works council", "The plant will close"),
    "to be believed": ("If the council is to be believed, the plant will close.", "the council", "the plant will close"),
    "let it be known": ("The council has let it be known that the plant will close.", "The council", "the plant will close"),
    "so say": ("Two men are dead and nine are hurt: so say the police.", "the police", "Two men are dead and nine are hurt"),
    "these are the figures of": (
        "Two dead and nine injured: these are the figures of the police.",
        "the police",
        "Two dead and nine injured",
    ),
    "by the count": ("By the hospital's count, fourteen people have died.", "the hospital", "fourteen people have died"),
    "on the count": ("Fourteen people have died, on the hospital's count.", "the hospital", "Fourteen people have died"),
    "in the words of": ("In the words of the coroner, the death was needless.", "the coroner", "the death was needless"),
    "what somebody told": (
        "The mayor will stand down, according to what her deputy told the council on Tuesday.",
        "her deputy",
        "The mayor will stand down",
    ),
    "as can be read": (
        "A car will run in April, as can be read on the website of the town.",
        "the website of the town",
        "A car will run in April",
    ),
    "as recorded": ("The list, as recorded in the minutes of the council, is final.", "the minutes of the council", "The list"),
    "a figure": ("The police put the dead at two.", "The police", "the dead at two"),
    "spoke of": ("Minister Olga Brandt spoke of four dead.", "Minister Olga Brandt", "four dead"),
}


@pytest.mark.parametrize(("text", "source", "content"), CREDITED.values(), ids=CREDITED)
def test_credited(text: str, source: str | None, content: str) -> None:
    """The form of words says on whose word the sentence is said."""
    first = next(s for s in allegedly.read(text).statements if s.mode != "narration")
    assert (first.source.text, text[slice(*first.content[0])]) == (source, content)


OWN = {
    "a reason": "The bridge was closed on account of the storm.",
    "standing by it": "The prefect stood by his account before the families.",
    "a consequence": "The road was wet, so the inspector left.",
    "a place": "From India comes word that a powder kills the larvae.",
}


@pytest.mark.parametrize("text", OWN.values(), ids=OWN)
def test_not_credited(text: str) -> None:
    """Words that are near to such a form and credit nobody stay the outlet's own."""
    assert [s.mode for s in allegedly.read(text).statements] == ["narration"]


def test_many_sentences_are_quick() -> None:
    """Sentences that begin like a credit and do not end as one cost no more than others."""
    reading = allegedly.read("From the ministry comes a letter, so the council, if one believes. " * 300)
    assert reading.statements
