"""Who knows something by himself, though no verb of saying tells so."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import allegedly
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import OTHERS, ends

SAID = "The wall of the dam broke, said Ivo Brandt."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"At the far end of the village the miller, Odo Karst, stood on the roof and saw the dam break. {SAID}", "Odo Karst"),
        (f"At the far end of the harbour the barge, Odo Karst, saw the dam break. {SAID}", "Ivo Brandt"),
        (f"{SAID} Shepherd Ana Ruiz heard the dam break from her kitchen.", "Ana Ruiz"),
        (f"{SAID} The river board measured a gap of two metres in the dam.", "the river board"),
        ("The river board has recorded forty cracks in the dam.", "the river board"),
    ],
    ids=["a name unknown to the reader", "a barge", "right behind the name", "beside another", "alone"],
)
def test_who_saw_or_measured(text: str, found: str) -> None:
    """An eyewitness and a body that has measured are sources of their own beside whoever speaks."""
    made = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    # A reader may take a name that it does not know for a group's.
    entities = tuple(replace(e, kind="group") if e.name == "Odo Karst" else e for e in made.entities)
    reading = replace(made, entities=entities)
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, OTHERS.__contains__)
    every = [s.statement for s in report.sayings]
    assert {rest.hops[-1].name for rest in rests(report, every, OTHERS)} == {found, *(["Ivo Brandt"] if SAID in text else [])}


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke, said Ivo Brandt. The town recorded forty floods.",
        "The dam broke, said Ivo Brandt. The weather station recorded forty floods.",
        "The dam broke, said Ivo Brandt. The river board recorded its forty floods.",
        "The dam broke, said Ivo Brandt. The old wall of Odo Karst saw forty floods.",
    ],
    ids=["a town", "an instrument", "what befell it", "a thing"],
)
def test_what_knows_nothing(text: str) -> None:
    """A town, a weather station and a wall have told nothing."""
    assert ends(text, "forty floods") in ([("voice", "Ivo Brandt")], [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thirty came to the dam, said Ivo Brandt, and the police counted nineteen.", ["Ivo Brandt", "the police"]),
        (
            "Thirty came to the dam, as the Hill Courier writes; the police registered ten.",
            ["the Hill Courier", "the police"],
        ),
        ("Thirty came to the dam, said Ivo Brandt, and the police counted on nineteen.", ["Ivo Brandt"]),
        ("Thirty came to the dam, and the police counted nineteen, said Ivo Brandt.", ["Ivo Brandt"]),
    ],
)
def test_a_number_of_its_own(text: str, found: list[str]) -> None:
    """Who has counted in a clause of its own is another one than who speaks in the clause before."""
    assert [name for _, name in ends(text, "Thirty came to the dam")] == found


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("“It came off in my hand,” she told the Post.", {"Ivo Brandt", "Ana Ruiz"}),
        ("“Such things happen,” she told the Post.", {"Ivo Brandt"}),
        ("“It came off in my hand,” Pia Rusk told the Post.", {"Ivo Brandt"}),
        ("\n\n“It came off in my hand,” she told the Post.", {"Ivo Brandt"}),
    ],
    ids=["she tells it", "she does not tell of herself", "another tells", "another paragraph"],
)
def test_whom_it_befell(behind: str, found: set[str]) -> None:
    """Who tells behind it what befell her is the source of it, beside whoever speaks elsewhere."""
    text = (
        f"Ana Ruiz, 71, was rowing home when the wall of the dam broke. {behind}\n\n"
        "The wall of the dam broke twice, said Ivo Brandt."
    )
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, OTHERS.__contains__)
    every = [s.statement for s in report.sayings if "the dam broke" in report.text[s.start : s.end]]
    assert {rest.hops[-1].name for rest in rests(report, every, OTHERS)} == found
