"""What an outlet says of its own earlier report: a story that goes on from it makes no circle, one that comes back does."""

from __future__ import annotations

import pytest

from tests.weighing.origins.conftest import Claimed, counts

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
