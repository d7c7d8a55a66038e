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
        ("the West Bank", "PS", "province"),
        ("Kiev", "UA", "town"),
        ("Kyiv", "UA", "town"),
        ("Türkiye", "TR", "country"),
        ("U.S.", "US", "country"),
        ("Texas", "US", "province"),
        ("Guantánamo", "CU", "facility"),
        ("SÃO PAULO".title(), "BR", "town"),
        ("Laurel County", "US", "county"),
        ("Eastern Visayas", "PH", "province"),
    ],
)
def test_names_lead_to_places(name: str, country: str, kind: str) -> None:
    """Towns, countries, regions and facilities are found under their names, whatever accents and articles."""
    assert (country, kind) in [(site.country, site.kind) for site in gazetteer.sites(name)]


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


def senses(text: str, **known: str) -> list[tuple[str, str, str | None]]:
    """Each toponym of a text in reading order: its words, its sense, the country in which it lies."""
    reading = allegedly.read(text, **known)  # type: ignore[arg-type]
    found = [(t.span, t.sense, p.country) for p in reading.places for t in p.toponyms]
    return [(text[slice(*span)], sense, country) for span, sense, country in sorted(found)]


def test_senses() -> None:
    """A state that acts, its people, and a town's name within a body's are told apart from places."""
    text = "Turkey closed the border. A Turkish officer in Turkey said so. Boston University sent a team to Turkey from Boston."
    assert senses(text) == [
        ("Turkey", "metonym", "TR"),
        ("Turkish", "demonym", "TR"),
        ("Turkey", "place", "TR"),
        ("Boston", "name", "US"),
        ("Turkey", "place", "TR"),
        ("Boston", "place", "US"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind", "precision", "region"),
    [
        ("The storm reached Nashville, Tennessee, on Sunday.", "Nashville", "town", "town", "Tennessee"),
        ("The storm reached Laurel County, Kentucky, on Sunday.", "Laurel County", "region", "region", "Kentucky"),
        ("The storm reached Kenya on Sunday.", "Kenya", "country", "country", None),
        ("The ship left the Red Sea on Sunday.", "Red Sea", "water", "region", None),
        ("They were held at Guantanamo Bay for a year.", "Guantanamo Bay", "facility", "exact", None),
    ],
)
def test_kinds(text: str, name: str, kind: str, precision: str, region: str | None) -> None:
    """Each place has its kind, its precision and the division in which it lies."""
    found = places(text)[name]
    assert (found.kind, found.precision, found.region) == (kind, precision, region)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("A man from Springfield, Ill., was hurt.", "Illinois"),
        ("A man from Springfield, MA, was hurt.", "Massachusetts"),
        ("A man from Springfield (Ohio) was hurt.", "Ohio"),
        (
            "Police in Columbia, Lexington County, and Charleston, South Carolina, met in Springfield, S.C., on Monday.",
            "South Carolina",
        ),
    ],
)
def test_short_names_of_states(text: str, region: str) -> None:
    """What stands behind a town tells which it is: press style, postal letters, brackets."""
    assert places(text)["Springfield"].region == region


def test_counties_in_a_list() -> None:
    """*Barrow and Jackson counties* are two counties, each where its own name says."""
    found = places("Farmers in Barrow and Jackson counties, near Atlanta, Georgia, lost their peaches.")
    assert {(p.name, p.region) for p in found.values() if p.kind == "region"} >= {
        ("Barrow County", "Georgia"),
        ("Jackson County", "Georgia"),
    }


@pytest.mark.parametrize(
    ("url", "country"),
    [("https://www.worcesterbugle.co.uk/a", "GB"), ("https://www.worcesterbugle.com/a", "US")],
)
def test_where_the_paper_is_at_home(url: str, country: str) -> None:
    """A name that several towns bear is the one in the paper's country, most of all where the paper bears it too."""
    text = "A fire broke out in Worcester on Sunday. Nobody was hurt."
    assert senses(text, url=url) == [("Worcester", "place", country)]


@pytest.mark.parametrize(
    "text",
    [
        "The West Nile virus was found.",
        "They met in March.",
        "Ford recalled the Honda.",
        "He lives on Paris Street.",
        "Ms Paris Lane left.",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    """Months, makes of cars, streets and people are no places though towns are called so."""
    assert senses(text) == []


def test_a_list_of_states() -> None:
    """States one after the other are states, though there are towns of their names in one another."""
    found = places("It spread to California, Texas, Delaware, Ohio and Indiana last week.")
    assert {p.kind for p in found.values()} == {"region"}
    assert len(found) == 5


def test_new_entities_hold() -> None:
    """A place that the recogniser did not know gets an entity of its own, and every reference meets."""
    reading = allegedly.read("Spartanburg County Council met. Spartanburg police were there, a reporter said.")
    named = {e.id: e for e in reading.entities}
    assert all(named[p.entity].place == p.id for p in reading.places)


def test_many_names() -> None:
    """Thousands of names take no more than their share of time, and each is still looked up."""
    names = ["Springfield", "Paris", "Georgia", "Columbia", "Richmond", "Jackson", "Salem", "Franklin", "Clinton"]
    text = " ".join(f"They drove from {names[i % 9]}, {names[(i + i // 9) % 9]}, to {names[(i * 7) % 9]}." for i in range(400))
    assert allegedly.read(text).places


def test_the_entity_of_a_name() -> None:
    """*The border with Kenya* is another entity than Kenya, and the place is Kenya's."""
    reading = allegedly.read("Soldiers closed the border with Kenya on Sunday. The border will stay closed, the minister said.")
    (place,) = reading.places
    assert {e.id: e.name for e in reading.entities}[place.entity] == "Kenya"
