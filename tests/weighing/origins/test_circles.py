"""Whether a claim comes back to an outlet: the likeliest way back, and who is heard to be on it."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import cast

import pytest

from allegedly.weighing.origins.circles import Circle, Pair, Ways, close
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.parts import Edge, Side
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import Claimed, counts

OUTLETS = {1: "The Gull", 2: "Radio Cape", 3: "The Orrel Post", 4: "The Gull", 5: "", 6: ""}


def by_rule(*ruled: Pair, outlets: dict[int, str] = OUTLETS) -> Circle | None:
    """The circle that ways between these articles make, all of them found by rules."""
    return Ways(outlets, frozenset(ruled), {}, {}).heard()


def test_what_comes_back_by_way_of_others() -> None:
    """The Gull has it from the Post, which has it from the radio, which had it from the Gull."""
    circle = by_rule((4, 3), (3, 2), (2, 1))
    assert circle is not None
    assert circle.together == 1.0
    assert sorted(circle.ways) == [(2, 1), (3, 2), (4, 3)]


@pytest.mark.parametrize(
    "ruled",
    [
        ((4, 1),),  # an outlet that cites itself
        ((4, 3), (2, 1)),  # nothing leads from the Post to the radio
        ((3, 1), (2, 1), (3, 2)),  # two who both cite the Gull
        ((5, 6), (6, 5)),  # whose outlets nobody knows
        (),
    ],
)
def test_what_is_no_circle(ruled: tuple[Pair, ...]) -> None:
    """Nothing comes back where somebody cites himself, where the way ends, and where it is not known who it is."""
    assert by_rule(*ruled) is None


def test_the_likeliest_way_back_is_taken() -> None:
    """Ways are as likely together as their product: two of .9 before one of .7, and none of 0."""
    chances = {(2, 1): 1.0, (4, 2): 0.7, (4, 3): 0.9, (3, 2): 0.9, (1, 3): 0.0}
    circle = Ways(OUTLETS, frozenset(), {}, {}).surest(chances)
    assert circle is not None
    assert circle.together == pytest.approx(0.81)
    assert set(circle.ways) == {(4, 3), (3, 2), (2, 1)}


def test_ways_between_one_outlets_articles_are_passed() -> None:
    """The Gull of today has it from its own of yesterday, and that from the radio, which had it from the first."""
    outlets = {1: "The Gull", 2: "Radio Cape", 3: "The Gull", 4: "The Gull"}
    assert by_rule((4, 3), (3, 2), (2, 1), outlets=outlets) == Circle(1.0, ((3, 2), (2, 1)))


def test_what_is_certain_by_rule_is_certain_in_sum() -> None:
    """Rules' ways between articles of one outlet are not measured, so they are certain; the others are as likely as they are."""
    chances = Ways(OUTLETS, frozenset({(4, 1), (2, 1)}), {(2, 1): {}, (4, 2): {}}, {}).chances(lambda _: 0.25)
    assert chances == {(4, 1): 1.0, (2, 1): 0.25, (4, 2): 0.25}


def test_who_closes_a_circle_is_no_outlet_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """*Ghul Dispetcher*, which the radio cites and which is not here, is the Gull Dispatch that the way back leads to."""
    outlets = {1: "Gull Dispatch", 2: "Radio Zarya"}
    reports = {row: cast("Report", SimpleNamespace(outlet=outlet, title="")) for row, outlet in outlets.items()}
    elsewhere, other = Edge(("a", 2), ("n", 0), "cites", 5, ""), Edge(("a", 2), ("n", 1), "says", 6, "")
    side = Side([1, 2], {1: [4], 2: [5, 6]}, {}, edges=[Edge(("a", 1), ("a", 2), "cites", 4, ""), elsewhere, other])
    nodes = [Node("external", "Ghul Dispetcher"), Node("voice", "Ana Ruiz")]
    ways = Ways(outlets, frozenset({(1, 2)}), {(2, 1): {}}, {(2, 1): 5})
    monkeypatch.setattr("allegedly.weighing.origins.circles.likely", lambda *_: 0.9)
    close(reports, side, ways, nodes)
    assert elsewhere not in side.edges
    assert other in side.edges
    assert [e.onto for e in side.edges if e.of == ("a", 2) and e.statement == 5] == [("a", 1)]


SOLD = "The Orrel steelworks are to be sold to the Demir group"
FIRST = f"{SOLD}, somebody close to the supervisory board has told The Orrel Courier. The price would be 90 million."


def test_the_foreign_press_has_it_from_here(claimed: Claimed) -> None:
    """A paper that hears its own story from abroad: no rule knows who *foreign press* is, and the way says how likely it is."""
    connection = claimed(
        ("The Orrel Courier", "2024-05-03", FIRST, [SOLD]),
        (
            "Marmora Metal Post",
            "2024-05-05",
            "Press over there writes that Demir is buying the steelworks at Orrel. Scrap fell by three yesterday.",
            ["Demir is buying the steelworks at Orrel"],
        ),
        (
            "The Orrel Courier",
            "2024-05-07",
            "Now it stands in the foreign press as well: Demir is buying our steelworks, one reads there. The union will meet.",
            ["Demir is buying our steelworks"],
        ),
    )
    assert counts(connection)["circular"] == 1
    assert counts(connection)["origins"] == 1
    told = [reason for (reason,) in connection.execute("SELECT reason FROM origin_links").fetchall() if "comes back" in reason]
    assert told
    assert all(re.search(r"tells it as from .+, and so it comes back \(\d\d% likely\)$", reason) for reason in told)


def test_two_papers_of_one_town_do_not_come_back(claimed: Claimed) -> None:
    """Who prints a second article of his own, with a source that speaks to him, has it from nobody else."""
    connection = claimed(
        ("The Orrel Courier", "2024-05-03", FIRST, [SOLD]),
        ("Radio Cape", "2024-05-04", f"{SOLD}, The Orrel Courier reports.", [SOLD]),
        ("The Orrel Courier", "2024-05-09", f'"{SOLD}," said the mayor, Ana Ruiz, in the town hall on Wednesday.', [SOLD]),
    )
    assert counts(connection)["circular"] == 0


def test_a_day_is_no_outlet(claimed: Claimed) -> None:
    """*Thousands filled Corven today* is no citing of *Corven Today*, which has its own source for it."""
    filled = "Forty thousand weavers filled Corven today"
    connection = claimed(
        ("Weavers' Union of Corven", "2024-05-03", f"{filled}. We thank all who came. The next march is in June.", [filled]),
        (
            "Corven Today",
            "2024-05-03",
            "Thousands of weavers marched through the town, city police said. A tram was held up for an hour.",
            ["Thousands of weavers marched through the town"],
        ),
    )
    reasons = [reason for (reason,) in connection.execute("SELECT reason FROM origin_links").fetchall()]
    assert reasons
    assert not any("cites Corven Today" in reason for reason in reasons)
