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
        ("Her brother Ivo Brandt, 34, told her on Friday that the dam at Orrel has a crack, Ana Ruiz says.", "Ivo Brandt"),
        ("The dam at Orrel has a crack, volunteers of Open Hand say.", "Open Hand"),
        ("Mayor Ana Ruiz said on Monday, citing the fire chief, that the dam at Orrel has a crack.", "fire service"),
        ("Mayor Ana Ruiz said on Monday, citing a friend, that the dam at Orrel has a crack.", "Ana Ruiz"),
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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The dam at Orrel has a crack, Ana Ruiz said. She had it, she told reporters, from the foreman, Ivo Brandt.",
            "Ivo Brandt",
        ),
        ("The dam at Orrel has a crack, Ana Ruiz said. She was told so by Ivo Brandt.", "Ivo Brandt"),
        ("The dam at Orrel has a crack, Ana Ruiz said. Her source was Ivo Brandt.", "Ivo Brandt"),
        ("The dam at Orrel has a crack, Ana Ruiz said. She disagrees with Ivo Brandt.", "Ana Ruiz"),
    ],
)
def test_the_sentence_behind(claimed: Claimed, text: str, who: str) -> None:
    """The next sentence may say from whom a voice has it."""
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["The dam at Orrel has a crack"]))
    assert [name for _, name, _ in roots(connection)] == [who]


@pytest.mark.parametrize(
    ("text", "claim", "who"),
    [
        (
            "The dam at Orrel has a crack, Ana Ruiz and Ivo Brandt told us.",
            "The dam at Orrel has a crack",
            ["Ana Ruiz", "Ivo Brandt"],
        ),
        (
            "According to Ana Ruiz, Ivo Brandt told workers that the dam at Orrel has a crack.",
            "that the dam at Orrel has a crack",
            ["Ivo Brandt"],
        ),
    ],
)
def test_has_it_from_nobody(claimed: Claimed, text: str, claim: str, who: list[str]) -> None:
    """Of two who told the outlet neither has it from the other, and nobody has it from whom he is quoted by."""
    connection = claimed(("The Orrel Post", "2024-05-03", text, [claim]))
    assert [name for _, name, _ in roots(connection)] == who


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hask Rovers said.", "the club's chairman, Ivo Brandt, said."),
        ("Open Hand said.", "Open Hand director Ana Ruiz said."),
        ("the Regional Court of Orrel said.", "Judge Ivo Brandt said."),
        ("Superintendent Ana Ruiz said.", "SP Ruiz said."),
        ("Ana Ruiz, the managing director of Stahl Timber, said.", "the timber maker said."),
    ],
)
def test_one_body(claimed: Claimed, one: str, other: str) -> None:
    """Who speaks for a body that another report names is one with it."""
    told = "The dam at Orrel has a crack, "
    connection = claimed(
        ("The Orrel Post", "2024-05-03", told + one, ["The dam at Orrel has a crack"]),
        ("Radio Fen", "2024-05-04", told + other, ["The dam at Orrel has a crack"]),
    )
    assert len(roots(connection)) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Engineers cite government figures showing the dam at Orrel has a crack.", "government figures"),
        ("The former keepers cited records that show the dam at Orrel has a crack.", "records"),
        ("Opponents of the sale cite a survey which found the dam at Orrel has a crack.", "a survey"),
        ("Two divers mentioned an unpublished report indicating that the dam at Orrel has a crack.", "an unpublished report"),
        ("Two of the divers cite old records suggesting the dam at Orrel has a crack.", "old records"),
    ],
)
def test_what_figures_show_they_say(claimed: Claimed, text: str, who: str) -> None:
    """Whoever cites them passes them on."""
    start = text.index("cite" if "cite" in text else "mentioned")
    connection = claimed(("The Orrel Post", "2024-05-03", text, [text[start:].split(" ", 1)[1][:-1]]))
    assert [name for _, name, _ in roots(connection)] == [who]


def test_whom_a_speaker_refers_to_has_not_told_him(claimed: Claimed) -> None:
    """*“They sold it,” Ruiz said, referring to the council*: so she speaks of it."""
    text = "“The dam at Orrel has a crack and they keep still,” Ana Ruiz told us, referring to the Water Board."
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["The dam at Orrel has a crack"]))
    assert [name for _, name, _ in roots(connection)] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("His son told me so on the quay", "Ivo Brandt"),
        ("His neighbour told me so on the quay", "Ana Ruiz"),
    ],
)
def test_whose_son_has_told_it(claimed: Claimed, said: str, who: str) -> None:
    """She passes it on, and the son is who is called his son elsewhere."""
    claim = "Odo Brandt drowned in the lock"
    connection = claimed(
        ("Hill Courier", "2024-05-02", f"{claim}, says his son Ivo Brandt, a welder.", [claim]),
        ("The Orrel Post", "2024-05-03", f"“{claim}. {said},” Mayor Ana Ruiz said.", [claim]),
    )
    assert {name for _, name, _ in roots(connection)} == {"Ivo Brandt", who}
