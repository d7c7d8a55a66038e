"""Where things lie: the gazetteer by itself, and places by the company that a name keeps."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.model import Place
from allegedly.reading import gazetteer


def places(text: str, **known: str) -> dict[str, Place]:
    """The places of a text by their names."""
    return {p.name: p for p in allegedly.read(text, **known).places}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Istanbul", "TR", "town"),
        ("the West Bank", "PS", "region"),
        ("Kiev", "UA", "town"),
        ("Kyiv", "UA", "town"),
        ("Türkiye", "TR", "country"),
        ("U.S.", "US", "country"),
        ("Texas", "US", "region"),
        ("Guantánamo", "CU", "facility"),
        ("SÃO PAULO".title(), "BR", "town"),
    ],
)
def test_names_lead_to_places(name: str, country: str, kind: str) -> None:
    """Towns, countries, regions and facilities are found under their names, whatever accents and articles."""
    first = gazetteer.sites(name)[0]
    assert (first.country, first.kind) == (country, kind)


@pytest.mark.parametrize("name", ["", "Xyzzyville", "\x00", "'; DROP TABLE place; --", "%", "the"])
def test_what_is_nowhere(name: str) -> None:
    """A name that is nobody's gives nothing, and no name is taken for a query."""
    assert gazetteer.sites(name) == ()


def test_coordinates() -> None:
    """A town has its coordinates, its country and its GeoNames id."""
    found = places("The two presidents met in Istanbul on Sunday.")["Istanbul"]
    assert found.latitude == pytest.approx(41.01, abs=0.05)
    assert found.longitude == pytest.approx(28.95, abs=0.05)
    assert (found.country, found.geonames) == ("TR", 745044)


def test_said_outright() -> None:
    """*Paris, Texas* is not in France."""
    assert places("The fire broke out in Paris, Texas, on Sunday.")["Paris"].country == "US"
    assert places("The fire broke out in Paris on Sunday.")["Paris"].country == "FR"


def test_by_the_company_it_keeps() -> None:
    """In an article about Spain, Córdoba is the one in Spain."""
    text = "Spain sent soldiers. Police in Córdoba arrested three men, the Spanish minister said in Madrid. Spain is alarmed."
    assert places(text)["Córdoba"].country == "ES"


def test_unknown_places_have_none() -> None:
    """An invented town is an entity without a position."""
    assert places("The fire broke out in Brumhaven on Sunday.") == {}
