"""An outlet's own people are told by whose they are called."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.staff import outlets_of
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
