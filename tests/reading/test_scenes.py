"""Quotations that no verb of saying brings in: whose scene it is before them, and whose words stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allegedly

WHOSE = {
    "a scene and a colon": (
        'Nine lorries passed. The sexton, Father Mavro, was on the steps of the tower: "From up there I saw two of them turn."',
        "From up there",
        "Mavro",
    ),
    "a calling that no list has": (
        'Nine lorries passed. The muezzin, Sheikh Daud, was on the stairs: "From up there I saw two of them turn."',
        "From up there",
        "Daud",
    ),
    "a source before it": (
        'The fire began at the works, says farmer Ana Ruiz, whose fields lie opposite: "A spark, then smoke, then the wood."',
        "A spark",
        "Ana Ruiz",
    ),
    "a sentence that ends": (
        'Ana Ruiz did not call the police. "Who would I call? They always come by themselves."',
        "Who would",
        "Ana Ruiz",
    ),
    "what the body said": (
        'The union said that Mr Dahl had been paid off in March. "He ran the yard in those years. It had to end so."',
        "He ran",
        "union",
    ),
    "whom the writer meets": (
        'At the gate I meet Ana Ruiz, a welder. "They took the lamps down on Sunday and never put them back."',
        "They took",
        "Ana Ruiz",
    ),
}


def voice(text: str, words: str) -> str | None:
    """Whose the quotation is that begins with these words; nobody's where it is the outlet's."""
    reading = allegedly.read(text, outlet="The Orrel Post")
    names = {e.id: e.name for e in reading.entities}
    at = text.index(words)
    found = next(s for s in reading.statements if any(a <= at < b for a, b in s.content))
    return names.get(found.source.entity or "")


@pytest.mark.parametrize(("text", "words", "whose"), WHOSE.values(), ids=WHOSE)
def test_whose_scene_it_is(text: str, words: str, whose: str) -> None:
    """The words are those of whom the sentence before is about, or on whose word it stands."""
    assert voice(text, words) == whose


NOBODY = {
    "a sign": 'The sign above the door had been painted over: "No mine in this valley, ever again."',
    "a thing": 'It was dark when the bus left. "No mine in this valley, ever again."',
    "a name": 'Ana Ruiz runs the inn. "No mine" stands on the wall.',
    "a writer": 'I was late. "No mine in this valley, ever again."',
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobodys_words(text: str) -> None:
    """What stands on a sign or behind a thing's sentence is given to nobody."""
    assert voice(text, "No mine") is None


def test_her_words_are_no_part_of_her() -> None:
    """A source whose description the parse runs on into what she says ends before it."""
    text = 'The fire began at the works, says farmer Ana Ruiz, whose fields lie opposite: "A spark, then smoke, then the wood."'
    sources = {s.source.text for s in allegedly.read(text).statements}
    assert sources == {"farmer Ana Ruiz, whose fields lie opposite"}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(('"', "“", "”", ": ", ". ", "Ana Ruiz ", "was there", "I saw it all then", "\n\n")), max_size=40))
def test_any_marks(parts: list[str]) -> None:
    """Quotation marks gone astray break nothing."""
    assert allegedly.read("".join(parts) + "x").statements
