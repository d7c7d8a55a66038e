"""The page of somebody: who is meant by a name as it stands in a page, roles over time."""

from __future__ import annotations

from pathlib import Path

from allegedly.ledger import Ledger
from allegedly.ledger.who import Held
from allegedly.web.pages.entity import _known, _over_time
from tests.web.test_guard import asked


def test_who_is_meant(weighed: Path) -> None:
    """A name is found with what stands around it: a role before, other words of the article in brackets."""
    with Ledger(weighed) as ledger:
        for name in ("Tomas Brekk", "Tomas Brekk (He)", "navy spokesman Captain Tomas Brekk", "the Tomas  BREKK's"):
            assert [known.name for known in _known(ledger, name)] == ["Tomas Brekk"], name
        assert _known(ledger, "Nobody Here") == []
        assert _known(ledger, "x " * 100) == []


def test_an_outlet_has_its_own_page(site: str) -> None:
    """For an outlet the page says whose voices it carries, by people and by kinds of sources."""
    text = asked(site, "/who?name=The+Tesmark+Courier")[1]
    assert "Whose voices it carries" in text
    assert "Tomas Brekk" in text
    assert "the outlet’s own voice" in asked(site, "/who?name=Halmar+Gazette")[1]


def test_part_of_a_name_is_enough(site: str) -> None:
    """A name that nobody has just so offers those that have it in them."""
    text = asked(site, "/who?name=Lindqvist+M")[1]
    assert "Nobody of just this name" in text
    assert 'href="/who?name=Klara+Lindqvist-Moen"' in text


def test_roles_over_time() -> None:
    """A role's bar has the days of its articles in the range of all; one day is seen too; without days there is none."""
    first = Held("mayor", "office", 2, "2025-01-01", "2025-01-11")
    second = Held("minister", "office", 1, "2025-01-21", "2025-01-21")
    third = Held("aunt", "part", 1, None, None)
    assert _over_time([first, second, third]) == [(first, 0.0, 50.0), (second, 98.8, 1.2), (third, None, None)]
    assert _over_time([second, third]) == [(second, None, None), (third, None, None)]
    assert _over_time([]) == []
