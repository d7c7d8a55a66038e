"""What an outlet says of its own earlier report: a story that goes on from it makes no circle, one that comes back does."""

from __future__ import annotations

import pytest

from tests.weighing.origins.conftest import Claimed, counts, links

SALE = "The island is to be sold"
LEAK = f"{SALE}, a clerk who did not want to be named told us."


@pytest.mark.parametrize(
    ("station", "again"),
    [
        (
            f"{SALE}, according to the Hill Gazette.",
            f"{SALE} without a vote, which this newspaper reported on Monday, has been confirmed by the station Radio Fen.",
        ),
        (
            f"Senator Ana Ruiz rose and said that {SALE.lower()}, as one reads in the Hill Gazette.",
            f"That {SALE.lower()}, as the Hill Gazette disclosed on Monday, was said out loud by no less a man than Radio Fen.",
        ),
    ],
)
def test_what_comes_back_confirmed_is_a_circle(claimed: Claimed, station: str, again: str) -> None:
    """The outlet's own story, which another has from it, and which that one is said to confirm."""
    connection = claimed(
        ("Hill Gazette", "2024-05-06", LEAK, [SALE]),
        ("Radio Fen", "2024-05-07", station, [SALE if SALE in station else SALE.lower()]),
        ("Hill Gazette", "2024-05-08", again, [SALE if SALE in again else SALE.lower()]),
    )
    assert counts(connection)["origins"] == 1
    assert counts(connection)["circular"] == 1


@pytest.mark.parametrize(
    "again",
    [
        f"As this newspaper revealed on Monday, {SALE.lower()}, a story that was picked up by Radio Fen and others.",
        f"{SALE}, as we reported on Monday, and our report was followed up by Radio Fen.",
        f"As readers of this paper learnt on Monday, {SALE.lower()}; Radio Fen has meanwhile taken the matter up.",
    ],
)
def test_what_others_have_taken_up_is_no_circle(claimed: Claimed, again: str) -> None:
    """Others have it from the outlet, not it from them."""
    connection = claimed(
        ("Hill Gazette", "2024-05-06", LEAK, [SALE]),
        ("Radio Fen", "2024-05-07", f"{SALE}, according to the Hill Gazette.", [SALE]),
        ("Hill Gazette", "2024-05-08", again, [SALE if SALE in again else SALE.lower()]),
    )
    assert counts(connection)["origins"] == 1
    assert counts(connection)["circular"] == 0


@pytest.mark.parametrize(
    "again",
    [
        "The island is to be sold: now the mayor himself has said so, in a speech to the fishermen.",
        "The island is to be sold. Now the mayor admits it.",
    ],
)
def test_an_office_that_says_so_after_having_read_it(claimed: Claimed, again: str) -> None:
    """Who says so now has it from the outlet: a circle by way of an office's own page."""
    connection = claimed(
        ("Hill Gazette", "2024-05-06", LEAK, [SALE]),
        (
            "Office of the Mayor, speech",
            "2024-05-07",
            "I read in the Hill Gazette at breakfast that the island is to be sold. I was ashamed.",
            ["the island is to be sold"],
        ),
        ("Hill Gazette", "2024-05-08", again, [SALE]),
    )
    assert counts(connection)["origins"] == 1
    assert counts(connection)["circular"] == 1


def test_a_list_in_which_it_now_stands_is_a_circle(claimed: Claimed) -> None:
    """What an office has from the outlet confirms nothing; and what people are saying is nobody's word."""
    bear = "There is a bear in the park"
    connection = claimed(
        ("Hill Gazette", "2024-05-06", f"{bear}, people are saying in the village.", [bear]),
        ("Fen Hills park reserve, website", "2024-05-07", f"{bear} (source: Hill Gazette).", [bear]),
        ("Hill Gazette", "2024-05-08", f"{bear}: it now figures in the official list of the Fen Hills reserve.", [bear]),
    )
    assert links(connection) == [
        ("Fen Hills park reserve, website", "cites", "Hill Gazette"),
        ("Hill Gazette", "cites", "Fen Hills park reserve, website"),
    ]
    assert counts(connection)["origins"] == 0
    assert counts(connection)["circular"] == 1


def test_who_cites_an_outlet_in_quoted_words_stands_between(claimed: Claimed) -> None:
    """A senator who holds up a paper in the chamber has it from there, and whoever has it from him too."""
    connection = claimed(
        ("Hill Gazette", "2024-05-06", LEAK, [SALE]),
        (
            "Upper House Today",
            "2024-05-07",
            "Senator Ana Ruiz rose and said that the island was to be sold. “It is in the Hill Gazette, look it up.”",
            ["that the island was to be sold"],
        ),
        ("Vale Argus", "2024-05-08", "The island is to be sold, according to Senator Ana Ruiz.", [SALE]),
    )
    assert counts(connection)["origins"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "The club has decided to sell the island, if the Hill Gazette and its man at the club are right.",
        "The island is to be sold, as one could read in a local newspaper on Monday.",
        "The island is to be sold, the Hill Gazette's man in Orrel has found out.",
    ],
)
def test_ways_to_say_that_one_has_it_from_a_paper(claimed: Claimed, text: str) -> None:
    """Also where a plan is told as somebody's own, where no name stands, and where a reporter stands for the paper."""
    connection = claimed(
        ("Hill Gazette", "2024-05-06", LEAK, [SALE]),
        ("Slow Roads", "2024-05-08", text, ["to sell the island" if "to sell" in text else SALE]),
    )
    assert counts(connection)["origins"] == 1


def test_a_source_of_its_own_beside_the_paper(claimed: Claimed) -> None:
    """Who cites a paper and has asked somebody has two sources."""
    text = "The island is to be sold, the Hill Gazette reports. A source in the club gave Oh-Eight the same account."
    connection = claimed(
        ("Hill Gazette", "2024-05-06", LEAK, [SALE]),
        ("Channel Oh-Eight", "2024-05-07", text, [SALE, "A source in the club gave Oh-Eight the same account"]),
    )
    assert counts(connection)["origins"] == 2


def test_a_note_that_gives_the_source(claimed: Claimed) -> None:
    """*Source: one resident* is an unnamed source."""
    text = "3 May, ORREL: attack on the village, forty huts burned. Source: one resident, reached by telephone."
    connection = claimed(("Conflict Ledger, daily update", "2024-05-06", text, ["attack on the village"]))
    assert counts(connection)["origins"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "On a news portal one can read that the island is to be sold.",
        "The island is to be sold, as a blog on old stones has it.",
        "The island is to be sold. Reference: Stonewatch Online, 6 May.",
    ],
)
def test_a_portal_a_blog_a_reference(claimed: Claimed, text: str) -> None:
    """One outlet that is not named, or named in a note, is the one that had it before."""
    words = "that the island is to be sold" if "that the" in text else SALE
    connection = claimed(("Stonewatch Online", "2024-05-06", LEAK, [SALE]), ("Slow Roads", "2024-05-08", text, [words]))
    assert counts(connection)["origins"] == 1


def test_an_office_that_goes_by_press_reports(claimed: Claimed) -> None:
    """Where one paper had it, an embassy has it from there, and is no confirmation of it."""
    connection = claimed(
        ("Nuevo Faro", "2024-05-06", "The island is to be sold, the lawyer Rosa Mir said.", [SALE]),
        (
            "Embassy of Norrheim, travel advice",
            "2024-05-07",
            "According to press reports the island is to be sold.",
            ["the island is to be sold"],
        ),
        (
            "Nuevo Faro",
            "2024-05-08",
            "The Embassy of Norrheim said that the island is to be sold.",
            ["that the island is to be sold"],
        ),
    )
    assert counts(connection)["origins"] == 1
    assert counts(connection)["circular"] == 1
