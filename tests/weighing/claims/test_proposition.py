"""The words of a statement that read as a proposition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.proposition import lacks, proposition


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("that the ferry had struck a rock", "the ferry had struck a rock"),
        ("that oil was leaking from the hull", "oil was leaking from the hull"),
        ("that if the dam broke, the town would be lost", "if the dam broke, the town would be lost"),
        ("whether the ministry had known of the leak", "the ministry had known of the leak"),
        ("how the guard had lost the key", "the guard had lost the key"),
        ("because Brandt had lost the key", "Brandt had lost the key"),
        ("And the bridge has been closed", "the bridge has been closed"),
        ("while the guard was asleep", "the guard was asleep"),
        ("“that the ferry had struck a rock,”", "the ferry had struck a rock"),
        ("“We saw nothing,”", "We saw nothing"),
        ('"The ferry struck a rock', "The ferry struck a rock"),
        ("the ferry had struck a rock, and", "the ferry had struck a rock"),
        ("· The ferry struck a rock", "The ferry struck a rock"),
        ("On Monday … the ferry struck a rock", "the ferry struck a rock"),
        ("“The ferry struck a rock,” … “We saw it.”", "The ferry struck a rock"),
    ],
)
def test_what_stands_before_it_and_around_it_goes(text: str, words: str) -> None:
    """A *that* or *whether*, an *and* from the clause before, marks around it, and pieces that say less."""
    assert proposition(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "that is a strange argument for a bridge",
        "That pigment was not sold before 1935",
        "that day the dam broke at noon",
        "While the guard slept, thieves took the key",
        '"Evening at Hvalsund" is a forgery',
        "The guard called it “a strange night”",
        "the owners’ claim is that of the workers’",
        "how many millions were lost",
        "which the newspaper has seen",
        "that is so",
        "the governor … to build a dam",
    ],
)
def test_what_belongs_to_it_stays(text: str) -> None:
    """A *that* which points at something, a clause with its main clause, a title in quotation marks, what would be no clause."""
    assert proposition(text) == text


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("The ferry struck a rock", 0.0),
        ("The ferry that struck a rock", 0.6),
        ("The ferry that struck a rock has sunk", 0.0),
        ("will repair the bridge by May", 0.3),
        ("to repair the bridge by May", 1.1),
        ("Brandt closing the bridge", 0.6),
        ("it struck a rock", 0.4),
        ("The ferry struck our pier", 0.15),
    ],
)
def test_what_a_fragment_lacks(text: str, lacking: float) -> None:
    """A verb of its own and not one of a relative clause, a subject, somebody who is named."""
    assert lacks(text) == pytest.approx(lacking)


@given(st.text(alphabet=st.sampled_from('that whether and … "“”’,. Brandt saw\n'), max_size=60) | st.text())
def test_the_words_are_the_statements(text: str) -> None:
    """Whatever goes, what is left stands in the statement as it is."""
    assert proposition(text) in text
