"""Who speaks where the reader has a piece of what is told of somebody, or takes *it* and *he* for what is only named."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import allegedly
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.sentences import Sentences
from allegedly.weighing.origins.subjects import rather
from tests.weighing.origins.conftest import Claimed, ends, roots


@pytest.mark.parametrize(
    ("text", "source", "who"),
    [
        (
            "A clerk who sorted the old invoices at the land office until Easter says the farm was sold twice.",
            "invoices at the land office until Easter",
            "A clerk who sorted the old invoices at the land office until Easter",
        ),
        (
            "A diver who has seen the wall says that the dam has a crack.",
            "the wall",
            "A diver who has seen the wall",
        ),
        ("A clerk who was there says the mayor told him of it.", "the mayor", None),
        ("A diver who fell when the mayor and his wife say it was calm is well.", "his wife", None),
        ("The mayor says that the dam has a crack.", "The mayor", None),
    ],
    ids=["what she sorted", "what he has seen", "whom he quotes", "another clause", "who speaks"],
)
def test_who_is_told_of_and_not_what(text: str, source: str, who: str | None) -> None:
    """The source is who did something with a thing, also where the reader has that thing for it."""
    reading = allegedly.read(text, outlet="The Orrel Post", reader="rules")
    at, cue = text.index(source), text.find(" say", text.index(source)) + 1 or text.find(" told", text.index(source)) + 1
    span = (at, at + len(source))
    first = reading.statements[0]
    cue_end = text.index(" ", cue)
    one = replace(
        first,
        source=replace(first.source, text=source, span=span, entity=None),
        cue=((cue, cue_end),),
        content=((cue_end, len(text)),),
    )
    found = rather(Sentences(text), Naming(reading.article, reading.entities, {}, lambda _: False), one)
    assert (found and found.words) == who


def test_a_man_called_to_a_place_has_no_name_by_that() -> None:
    """*Called* stands before a name, or does not name."""
    text = "One of the vets who was called to the North Stable on Monday says that two horses were poisoned."
    assert ends(text, "two horses were poisoned")[0][1].startswith("One of the vets")
    text = "A man called Ivo Brandt says that two horses were poisoned."
    assert ends(text, "two horses were poisoned") == [("voice", "Ivo Brandt")]


def test_it_is_the_paper_and_not_a_place_that_it_names(claimed: Claimed) -> None:
    """What a letter speaks of does not say it."""
    text = (
        "The ferries will stop in May, according to a letter to the crews. The three-page letter is dated 2 April. "
        '"Piers at Hask, Lowe, Upper Tarn and Glim will be shut on 1 May," it says.'
    )
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["The ferries will stop in May", "Piers at Hask"]))
    assert [kind for kind, _, _ in roots(connection)] == ["document"]


def test_he_is_no_place_whose_harbour_it_is(claimed: Claimed) -> None:
    """Where a lead only says *he* behind a place's name, he is whom the next sentence names."""
    lead = "UPPER Glim's harbour was used to put pressure on its member, he claims."
    text = f"{lead}\n\nIvo Brandt told the Post that the pier would not be built."
    connection = claimed(("The Orrel Post", "2024-05-03", text, [lead]))
    assert [name for _, name, _ in roots(connection)] == ["Ivo Brandt"]
