"""What news outlets are called."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.reading.outlet_names import own_forms

FORMS = {
    "The Thrapley & Marbeck Courier": [("Thrapley", "&", "Marbeck", "Courier"), ("Courier",)],
    "Akti Press (English bulletin)": [("Akti", "Press")],
    "Oceanic Cricket Service": [("Oceanic", "Cricket", "Service"), ("OCS",)],
    "Radio Donau, Science at Six (transcript)": [("Radio", "Donau")],
    "Town of Ettlingen, public notice": [("Town", "of", "Ettlingen,", "public", "notice")],
    "Solvena Therapeutics, investor news": [("Solvena", "Therapeutics,", "investor", "news")],
    "The Danubian Reader": [("Danubian", "Reader"), ("Reader",)],
    "": [],
}


@pytest.mark.parametrize(("outlet", "wanted"), FORMS.items(), ids=FORMS)
def test_own_forms(outlet: str, wanted: list[tuple[str, ...]]) -> None:
    """An outlet calls itself by its name without the edition, by its last word, by its initials."""
    assert own_forms(outlet) == wanted


NAMED = {
    "behind a noun": ("It is the oldest light, according to the website Lamps of the South.", "Lamps of the South"),
    "a place and a masthead": ("The Pike Falls Beacon reported on Monday that the plant would close.", "Pike Falls Beacon"),
    "a station": ("The lake holds arsenic, the mayor has confirmed on Radio Mandrove.", "Radio Mandrove"),
    "behind a description": (
        "The sample tested positive, the largest sports paper there, Reggeli Sport, reports.",
        "Reggeli Sport",
    ),
    "a news agency": ("The pipeline leaks, reports the news agency TNV.", "TNV"),
}


@pytest.mark.parametrize(("text", "wanted"), NAMED.values(), ids=NAMED)
def test_named(text: str, wanted: str) -> None:
    """What stands for something that makes news is an outlet's name."""
    assert [e.name for e in allegedly.read(text).entities if e.kind == "outlet"] == [wanted]


OWN = {
    "the last word of its name": (
        "The Harbour Post",
        "The mayor was arrested, the Post has learned from an officer close to the case.",
    ),
    "this magazine": (
        "Actuaries' Review",
        "The mayor was arrested, this magazine has learned from an officer close to the case.",
    ),
}


@pytest.mark.parametrize(("outlet", "text"), OWN.values(), ids=OWN)
def test_own(outlet: str, text: str) -> None:
    """An outlet that speaks of itself is no voice beside itself; whoever told it is."""
    reading = allegedly.read(text, outlet=outlet)
    assert [hop.text for hop in reading.statements[0].chain[1:]] == ["an officer"]
