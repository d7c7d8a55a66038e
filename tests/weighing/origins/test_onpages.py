"""What stands on a body's own page: its own word, another's that it passes on, or news that it only repeats."""

from __future__ import annotations

import pytest

from tests.weighing.origins.conftest import Claimed, counts, links, roots

CRACK = "The dam at Orrel has a crack"


@pytest.mark.parametrize(
    ("outlet", "text", "of"),
    [
        (
            "Dam Safety Office, list of defects",
            f"{CRACK}, as notified to this office by Stahl Waterworks on 3 May.",
            "Stahl Waterworks",
        ),
        (
            "Reading Circle Foundation, bulletin for schools",
            f"{CRACK}, Stahl Waterworks has learned from a survivor.",
            "Stahl Waterworks",
        ),
        (
            "Office of Senator Ana Ruiz",
            '"I learned last night from the broadcast of Radio Fen that the dam at Orrel has a crack," Senator Ana Ruiz said.',
            "Radio Fen",
        ),
    ],
)
def test_a_page_that_passes_on(claimed: Claimed, outlet: str, text: str, of: str) -> None:
    """The body has it from whom it names."""
    words = CRACK if CRACK in text else CRACK.replace("The", "the")
    connection = claimed(
        ("Radio Fen", "2024-05-02", f"{CRACK}. It was built in 1931.", [CRACK]),
        (outlet, "2024-05-03", text, [words]),
    )
    assert of in [onto for *_, onto in links(connection)]
    assert counts(connection)["origins"] == 1


@pytest.mark.parametrize(
    "outlet",
    ["Blue Reef Bank, sustainability letter", "Drinkers' Watch, association, alert no. 18", "Meadow Trust, letter to members"],
)
def test_a_letter_to_readers_that_repeats_news(claimed: Claimed, outlet: str) -> None:
    """What is no matter of the body's own, and what it gives no source for, is not its word."""
    connection = claimed(
        ("Hill Gazette", "2024-05-02", f"{CRACK}, Mayor Ana Ruiz said.", [CRACK]),
        (outlet, "2024-05-03", f"Sometimes there is bad news.\n\n{CRACK}. Our fund lost 4 per cent.", [CRACK]),
    )
    assert roots(connection) == [("voice", "Ana Ruiz", "for")]
    assert counts(connection)["unestablished"] == 1


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Blue Reef Bank, sustainability letter", "Our divers were there: the dam at Orrel has a crack."),
        ("Orrel Waterworks Office, bulletin", "On Monday it was seen that the dam at Orrel has a crack."),
        ("Meadow Trust, statement", "It is certain that the dam at Orrel has a crack."),
    ],
)
def test_a_page_that_says_what_the_body_knows(claimed: Claimed, outlet: str, text: str) -> None:
    """Who says *we*, an authority, and a statement speak for themselves."""
    connection = claimed((outlet, "2024-05-03", text, ["the dam at Orrel has a crack"]))
    assert [kind for kind, *_ in roots(connection)] == ["voice"]


@pytest.mark.parametrize(
    ("who", "kind"),
    [("The driver of the 12 tram", "unnamed"), ("A passenger", "unnamed"), ("Our driver", "voice")],
)
def test_who_has_told_the_body(claimed: Claimed, who: str, kind: str) -> None:
    """What somebody has told *us* is his word, and not that of the body whose page it is, unless he is of it."""
    text = f"We look for Ana Ruiz.\n\n{who} has told us that the dam at Orrel has a crack. Please call the police."
    connection = claimed(("Orrel Police, appeal", "2024-05-03", text, ["the dam at Orrel has a crack"]))
    assert [found for found, *_ in roots(connection)] == [kind]
