"""A body without a name is the one with a name that fits it best, where one fits better than all others."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.bare import fit
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.sameness import groups


def body(name: str, sort: str = "organisation") -> Node:
    """A voice of this name."""
    return Node("voice", name, sort=sort, outlet="The Post")


@pytest.mark.parametrize(
    ("bare", "named", "score"),
    [
        ("the leisure trust", "Brack Leisure Trust", 5),
        ("the mine", "Stahl Platinum", 1),
        ("the mine", "Rock Workers' Union", 0),
        ("the antiquities authority", "Directorate of Antiquities", 2),
        ("the organisers", "Save Orrel Campaign", 1),
        ("the organisers", "Ministry of Roads", 0),
        ("the university", "Stahl Platinum", 0),
        ("the county health department", "Orrel County public health laboratory", 0),
        ("the Tolu dairy", "Caseificio Fratelli Tolu", 5),
        ("the fire and rescue service", "Aqua Pool Services", 0),
        ("the workers", "Dockworkers' Mission Hask", 0),
        ("the salt works", "Salzwerk Lorsen AG", 1),
        ("the rowing club", "River Agency", 0),
        ("the brewery", "Food Standards Agency", 0),
        ("the firm", "Stahl Model Agency", 1),
    ],
)
def test_how_well_it_fits(bare: str, named: str, score: int) -> None:
    """The noun in the name tells most, another word of it less, that it may be such a body least."""
    assert fit(body(bare), body(named)) == score


def test_only_where_one_fits_better() -> None:
    """*The mine* is the firm and not the union; where two firms are named it is left open."""
    mine, firm, union = body("the mine"), body("Stahl Platinum"), body("Rock Workers' Union")
    assert groups([firm, union, mine]).number == [0, 1, 0]
    assert groups([firm, body("Corven Shipping"), mine]).number == [0, 1, 2]


def test_the_people_of_a_body() -> None:
    """Detectives without a name are of the only police that is named; campaigners are no ministry's, nor is one of them."""

    def crew(name: str) -> Node:
        return Node("unnamed", name, outlet="The Courier", article=2)

    police, ministry = body("Fen Police"), body("Ministry of Roads")
    assert groups([crew("arson squad detectives"), police, ministry]).number == [0, 0, 2]
    assert groups([crew("campaigners"), police, ministry]).number == [0, 1, 2]
    assert groups([crew("a detective"), body("Fen Bank")]).number == [0, 1]
    assert groups([crew("campaigners"), body("Save Orrel Campaign"), ministry]).number == [0, 0, 2]
