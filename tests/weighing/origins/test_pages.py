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
    ],
)
def test_bodies(outlet: str, body: str | None) -> None:
    """A comma, a press office or the noun of a body makes a page its own; a masthead makes it the press's."""
    assert body_of(article_from_text("The dam holds.", outlet=outlet, title="x")) == body


def test_a_page_that_acts() -> None:
    """What a name leaves open, the page's first words tell: the club regrets, while the press is told."""
    assert body_of(article_from_text("The Orrel Club regrets the noise.", outlet="Orrel Club", title="x")) == "Orrel Club"
    assert body_of(article_from_text("Two guests told the Orrel Club of the noise.", outlet="Orrel Club", title="x")) is None


def test_signatures() -> None:
    """The last line names who signs, with the office."""
    text = "The bridge is closed.\n\nBy order, Captain Nasser Lutfi, harbour master"
    article = article_from_text(text, outlet="Port Board, notice", title="x")
    assert signers(article, []) == (("Nasser Lutfi", "By order, Captain Nasser Lutfi, harbour master"),)
    assert signers(article_from_text("The bridge is closed.", outlet="Port Board", title="x"), []) == ()
