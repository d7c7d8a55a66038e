"""Which of a claim's articles is meant by words for an outlet: its sort, its field, whose it is, one word of its name."""

from __future__ import annotations

import pytest

from tests.weighing.origins.conftest import Claimed, counts, links

CRACK = "The dam at Orrel has a crack"
TOLD = f"{CRACK}, the keeper Ivo Brandt told us."


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Orrelski Glas", f"{CRACK}, according to an Orrelian weekly, which has spoken to the keeper."),
        ("Fen Business Wire", f"{CRACK}, writes a Fenland business news wire."),
        ("Stone & Lime, organ of the Masons' Union", f"{CRACK}, a mason has told his union's paper."),
        ("Stone & Lime, organ of the Masons' Union", f"{CRACK}, the union's paper writes."),
        ("Ski Gazette Orrel", f"{CRACK}, a ski paper over there reports."),
        ("Zeitkronik International", f"{CRACK}, one knows from the Zeitkronik."),
        ("Jarida la Orrel (English pages)", f"{CRACK}, as the county's Jarida reported."),
        ("Vale Bulletin Exchange", f"{CRACK}, as the VBX agency reports citing the keeper."),
        ("Glas di Palka", f'{CRACK}, as the well-known site "Ghlas di Balka" has announced.'),
    ],
)
def test_an_outlet_by_its_sort_its_field_or_a_word_of_its_name(claimed: Claimed, outlet: str, text: str) -> None:
    """An article that others call so is one with that of the outlet."""
    connection = claimed(
        ("Hill Radio", "2024-05-02", f"{CRACK}, Mayor Ana Ruiz said.", [CRACK]),
        (outlet, "2024-05-03", TOLD, [CRACK]),
        ("Slow Roads", "2024-05-06", text, [CRACK]),
    )
    assert outlet in [onto for _, kind, onto in links(connection) if kind == "cites"]
    assert counts(connection)["origins"] == 2


@pytest.mark.parametrize(
    "text",
    [
        f"{CRACK}, Mayor Ana Ruiz told reporters at the site.",
        f"{CRACK}, the town of Orrel says on its website.",
        f"{CRACK}, Mayor Ana Ruiz told a television station.",
    ],
)
def test_what_is_no_outlet_of_the_claim(claimed: Claimed, text: str) -> None:
    """The site is a place, a body's website is its own, and no newspaper is a station."""
    connection = claimed(
        ("Hill Gazette", "2024-05-02", TOLD, [CRACK]),
        ("Vale Gazette", "2024-05-02", f"{CRACK}, the diver Pia Roth told us.", [CRACK]),
        ("The Orrel Post", "2024-05-03", text, [CRACK]),
    )
    assert [onto for of, _, onto in links(connection) if of == "The Orrel Post" and onto.endswith("Gazette")] == []


def test_who_speaks_for_himself_has_it_not_from_the_outlet_beside_him(claimed: Claimed) -> None:
    """As the Gazette reported, the inspector accused him: the Gazette has it from the inspector."""
    connection = claimed(
        ("Hill Gazette", "2024-05-02", "The abbot sold the bell, the inspector Ivo Brandt said.", ["The abbot sold the bell"]),
        (
            "Slow Roads",
            "2024-05-06",
            "The abbot left when, as the Hill Gazette reported, the inspector Ivo Brandt said that he sold the bell.",
            ["that he sold the bell"],
        ),
    )
    assert counts(connection) | {"families": 0} == {
        "origins": 1,
        "at_least": 1,
        "denials": 0,
        "unestablished": 0,
        "circular": 0,
        "families": 0,
    }


def test_a_magazine_by_its_name_without_its_sort(claimed: Claimed) -> None:
    """*I saw it in Fenella*, which is Fenella Magazine."""
    connection = claimed(
        ("Fenella Magazine", "2024-05-02", TOLD, [CRACK]),
        ("Radio Vale", "2024-05-03", f'"{CRACK}, yes. I saw it in Fenella," Mr Ivo Ruiz told our listeners.', [CRACK]),
    )
    assert counts(connection)["origins"] == 1


def test_a_reporter_who_was_there(claimed: Claimed) -> None:
    """*A foreign correspondent who lay under a sink* is the one whose paper was there."""
    connection = claimed(
        ("Hill Gazette", "2024-05-02", f"{CRACK}. I stood on the wall and saw it.", [CRACK]),
        ("Vale Gazette", "2024-05-02", TOLD, [CRACK]),
        (
            "Islander",
            "2024-05-06",
            f"A foreign correspondent who stood on the wall has told the world that {CRACK.replace('The', 'the')}.",
            ["the dam at Orrel has a crack"],
        ),
    )
    assert ("Islander", "cites", "Hill Gazette") in links(connection)
    assert counts(connection)["origins"] == 2


def test_a_town_is_no_source(claimed: Claimed) -> None:
    """Where tickets were found tells nothing, though a paper is called by the town."""
    connection = claimed(
        (
            "Waters Authority, public notice",
            "2024-05-02",
            "From the tickets that were recovered at Orrel landing it has been established that she left with sixty-three.",
            ["that she left with sixty-three"],
        ),
        ("The Orrel Post", "2024-05-03", "She left with sixty-three, the Waters Authority said.", ["She left with sixty-three"]),
    )
    assert counts(connection)["origins"] == 1
    assert counts(connection)["circular"] == 0
