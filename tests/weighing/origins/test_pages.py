"""Pages on which a body speaks for itself are told from the press, and who signs them is read off their foot."""

from __future__ import annotations

import pytest

from allegedly.intake import article_from_text
from allegedly.weighing.origins.pages import body_of, signers


@pytest.mark.parametrize(
    ("outlet", "body"),
    [
        ("Vale Water Board, monthly sheet", "Vale Water Board"),
        ("Corven Steel newsroom", "Corven Steel"),
        ("Ministry of Roads", "Ministry of Roads"),
        ("Space Agency of Vale, communiqué no. 4", "Space Agency of Vale"),
        ("Treasury press notice 114", "Treasury"),
        ("City Police Gazette", "City Police"),
        ("Weavers' Union of Orrel", "Weavers' Union of Orrel"),
        ("Vale News Agency", None),
        ("The Cathedral Quarter", None),
        ("Supper Club", None),
        ("State Television, main bulletin", None),
        ("The Orrel Post", None),
        ("Corven Holdings, notice to shareholders", "Corven Holdings"),
        ("Corven Minerals S.A.", "Corven Minerals S.A."),
        ("Front of the East, channel of the administration", "Front of the East"),
        ("The Chalkboard, journal of the Teachers' Guild", "Teachers' Guild"),
        ("Relief Coordination, Situation overview No. 9", "Relief Coordination"),
        ("Orrel Region, military administration", "Orrel Region military administration"),
        ("Directorate-General of Antiquities", "Directorate-General of Antiquities"),
        ("Openlore, the free encyclopaedia", None),
        ("Roam, the backpacker's page", None),
        ("Vale of Orrel, national page", None),
        ("Chamber Notes, the week in parliament", None),
        ("Radio Fen, news at one", None),
        ("Goats & Sheep, news for farmers", None),
        ("The Third Cup, newsletter of a small roastery", None),
        ("Orrel Live, storm ticker", None),
        ("Hill Talk, the cricket podcast, show notes", None),
        ("Prefectura de Puerto Nuevo", "Prefectura de Puerto Nuevo"),
        ("Ministère de la Mer, prensa", "Ministère de la Mer"),
        ("Općina Orrel", "Općina Orrel"),
        ("Mairie", None),
        ("Camara Noir", None),
        ("Orrel Tramways d.d.", "Orrel Tramways d.d."),
        ("City Hall of Corven", "City Hall of Corven"),
        ("The Town Hall Gazette", None),
        ("Blue Wheel Party", "Blue Wheel Party"),
        ("Botanical Garden of Orrel", "Botanical Garden of Orrel"),
        ("The Secret Garden", None),
    ],
)
def test_bodies(outlet: str, body: str | None) -> None:
    """A comma, a press office or the noun of a body makes a page its own; a masthead makes it the press's."""
    assert body_of(article_from_text("The dam holds.", outlet=outlet, title="x")) == body


def test_a_page_that_acts() -> None:
    """What a name leaves open, the page's first words tell: the club regrets, while the press is told."""
    assert body_of(article_from_text("The Orrel Club regrets the noise.", outlet="Orrel Club", title="x")) == "Orrel Club"
    assert body_of(article_from_text("Two guests told the Orrel Club of the noise.", outlet="Orrel Club", title="x")) is None


@pytest.mark.parametrize(
    ("outlet", "text", "body"),
    [
        ("Otter Refuge, Orrel", "Two otters were collected by our volunteers.", "Otter Refuge"),
        ("Friends of the Fen", "It fell on Monday. Our members had warned of it.", "Friends of the Fen"),
        ("Press Shield South", "Press Shield South condemns the arrest of an editor.", "Press Shield South"),
        ("Paper Workers' Branch 14, leaflet", "On Monday we, the members, put down our work.", "Paper Workers' Branch 14"),
        ("Mothers of Orrel, leaflet", "There is lead in the water. Call us and we will come.", None),
        ("Radio Fen", "Our listeners with boats should note it.", None),
        ("Flour & Yeast", "They have got our dear old mill.", None),
    ],
)
def test_what_a_body_calls_its_own(outlet: str, text: str, body: str | None) -> None:
    """Its volunteers, its members, what it condemns and did make a page a body's; listeners and a dear old mill do not."""
    assert body_of(article_from_text(text, outlet=outlet, title="x")) == body


def test_a_page_that_speaks_of_itself() -> None:
    """Whoever begins with what it does, and goes on as *we*, speaks for itself; an agency by its signature does not."""
    own = "Corvenia today introduces a soap. It was tested in our own laboratory."
    assert body_of(article_from_text(own, outlet="Corvenia Household Brands", title="x")) == "Corvenia Household Brands"
    team = "A team of Nurses for Peace was at work when it fell. We call on both sides."
    assert (
        body_of(article_from_text(team, outlet="Nurses for Peace International", title="x")) == "Nurses for Peace International"
    )
    wire = "ORREL, May 4 (OCS) - The dam holds, the board said."
    assert body_of(article_from_text(wire, outlet="Oceanic Cricket Service", title="x")) is None


def test_signatures() -> None:
    """The last line names who signs, with the office."""
    text = "The bridge is closed.\n\nBy order, Captain Nasser Lutfi, harbour master"
    article = article_from_text(text, outlet="Port Board, notice", title="x")
    assert signers(article, []) == (("Nasser Lutfi", "By order, Captain Nasser Lutfi, harbour master"),)
    assert signers(article_from_text("The bridge is closed.", outlet="Port Board", title="x"), []) == ()
