"""From whom a voice says that it has what it says."""

from __future__ import annotations

import pytest

from tests.weighing.origins.conftest import Claimed, links, roots

CRACK = "the dam at Orrel has a crack"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The dam at Orrel has a crack. That is what the foreman, Ivo Brandt, told the union, reports Ana Ruiz.", "Ivo Brandt"),
        ("Ana Ruiz points to what Ivo Brandt told us: that the dam at Orrel has a crack.", "Ivo Brandt"),
        ("Captain Ivo Brandt had reported to her that the dam at Orrel has a crack, Mayor Ana Ruiz said.", "Ivo Brandt"),
        ('Ana Ruiz told the House that the dam at Orrel has a crack, "according to the good people of Open Hand".', "Open Hand"),
        ("The dam at Orrel has a crack, volunteers of Open Hand say.", "Open Hand"),
    ],
)
def test_passed_on(claimed: Claimed, text: str, who: str) -> None:
    """Who passes on what somebody told him is a station on the way there."""
    connection = claimed(("The Orrel Post", "2024-05-03", text, [text[text.lower().index(CRACK.lower()) :][: len(CRACK)]]))
    assert [name for _, name, _ in roots(connection)] == [who]


@pytest.mark.parametrize(
    "said",
    [
        "The dam at Orrel has a crack. I saw it in Vigil, my wife gets it",
        "The dam at Orrel has a crack, I read it in Vigil",
        "I learned last night from the pages of Vigil Weekly that the dam at Orrel has a crack",
    ],
)
def test_read_there(claimed: Claimed, said: str) -> None:
    """Who says that he read it somewhere has it from there, also where he calls it by the first word of its name."""
    connection = claimed(
        ("Vigil Weekly", "2024-05-03", "The dam at Orrel has a crack, Ivo Brandt said.", ["The dam at Orrel has a crack"]),
        ("Radio Fen", "2024-05-04", f'"{said}," Ana Ruiz told us.', [said]),
    )
    assert ("Ana Ruiz", "cites", "Vigil Weekly") in links(connection)
    assert [name for _, name, _ in roots(connection)] == ["Ivo Brandt"]


def test_a_page_passes_on(claimed: Claimed) -> None:
    """A body's own page may say that somebody told the body: then that one is the origin."""
    told = "The harbour master had reported to her that the dam at Orrel has a crack."
    connection = claimed(("Office of the Governor, press note", "2024-05-03", told, [CRACK]))
    assert [name for _, name, _ in roots(connection)] == ["harbour authority"]
