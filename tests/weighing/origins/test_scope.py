"""What of a long report's sentence a source covers, and what runs on from it."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.scope import covers, runs_on


@pytest.mark.parametrize(
    ("text", "said", "who", "found"),
    [
        ("The wall has a crack, the mayor said on Monday.", "The wall has a crack", "the mayor", True),
        ("The wall has a crack, said the mayor.", "The wall has a crack", "the mayor", True),
        ("The wall has a crack, according to the mayor.", "The wall has a crack", "the mayor", True),
        ("The mayor said again that the wall has a crack.", "the wall has a crack", "The mayor", True),
        (
            "The mayor hit back, saying, “The wall is whole.”",
            "The mayor hit back, saying, “The wall is whole.”",
            "The mayor",
            True,
        ),
        ("The wall has a crack, though the mayor said that her words were bent.", "The wall has a crack", "the mayor", False),
        ("In some of the letters, the clerks expressed love for bread.", "In some of the letters", "the clerks", False),
        ("With the feast over, the survey finds most voters asleep.", "With the feast over", "the survey", False),
        ("Once the mayor’s list was out, the clerk left.", "the clerk left", "the mayor’s list", False),
        (
            "The wall broke when Ana Ruiz left, and the keeper named a heir.",
            "The wall broke when Ana Ruiz left",
            "the keeper",
            False,
        ),
        ("Their names are struck out in the filing.", "Their names are struck out in the filing", "the filing", True),
        ("Ana Ruiz regarded it as a joke — a nod to how her uncle died.", "how her uncle died", "Ana Ruiz", False),
        ("A man seen in a film lay on the quay.", "A man seen in a film lay on the quay", "a film", False),
    ],
)
def test_a_voice_and_its_clause(text: str, said: str, who: str, found: bool) -> None:
    """A voice covers what it is said right before or behind to have said; not a clause beside one with words of its own."""
    at, b = text.index(said), text.index(who)
    assert covers(text, (b, b + len(who)), (at, at + len(said)), len(text)) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The harvest of quinces fell by a third after frost.", "“Quinces fell by a third, frost took them,” she says.", True),
        ("Frost took a third of the quinces in the valley.", "“Of our quinces the frost has left two thirds,” he says.", True),
        ("The council bought the mill by the weir.", "“The council is asleep,” she says.", False),
        ("The council bought the mill by the weir.", "He says that guests find the water cold.", False),
        ("The regent left for the coast on Friday.", "The regent will be back by Monday, his office says.", False),
    ],
)
def test_what_runs_on(one: str, other: str, found: bool) -> None:
    """Sentences of one matter share three particular words; a word that the whole report is full of is none."""
    filler = "The council met, and the council rose; the regent saw the council. " * 30
    text = f"{filler}{one} {other} {filler}"
    at = len(filler)
    assert runs_on(text, (at, at + len(one)), (at + len(one) + 1, at + len(one) + 1 + len(other))) == found
