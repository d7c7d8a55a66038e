"""An outlet's own people are told by whose they are called."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.staff import is_piece_of, outlets_of, whose_reporters
from allegedly.weighing.origins.vocabularies import words


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("a columnist of Orrel Harbour Lights", ("Orrel Harbour Lights",)),
        ("the Courier's reporter", ("Courier",)),
        ("a reporter for the Hill Courier who was at the gate", ("Hill Courier",)),
        ("Ana Ruiz, a staff writer at The Post", ("Post",)),
        ("the head of the Post", ()),
        ("Mayor Ana Ruiz", ()),
        ("a witness from Orrel", ()),
    ],
)
def test_whose_people(text: str, outlets: tuple[str, ...]) -> None:
    """A reporter is somebody's by *of*, *for*, *at* or a possessive; a witness or a mayor is no outlet's."""
    assert outlets_of(text, words("observers")) == outlets


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("the Orrel Courier’s Ana Ruiz and Ivo Maria Brandt", "Orrel Courier"),
        ("Fen News' Ana Ruiz", "Fen News"),
        ("Fen Radio's Moscow correspondent, Ana Ruiz", ""),
        ("Ana Ruiz", ""),
        ("the Courier's office", ""),
    ],
)
def test_whose_reporters(text: str, outlet: str) -> None:
    """Reporters are called by their names behind whose they are."""
    assert whose_reporters(text) == outlet


def test_a_piece_of_an_outlets_name() -> None:
    """*Strecke* stands there as the end of the outlet's own name; elsewhere it does not."""
    text = "Stadion & Strecke understands that he will go. The line is called Strecke."
    assert is_piece_of("Stadion & Strecke", text, "Strecke", text.index("Strecke"))
    assert not is_piece_of("Stadion & Strecke", text, "Strecke", text.rindex("Strecke"))
