"""Who is who across articles, and what is around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from allegedly.ledger import Ledger

TEXTS = {
    "one.txt": "Title: Bridge\nDate: 2025-03-12\nOutlet: Osk Daily\n\n"
    "Mayor Ana Ruiz said on Wednesday that Lena Marsk had lied. Ruiz called Marsk a “traitor”.\n",
    "two.txt": "Title: Ferry\nDate: 2025-03-14\nOutlet: Osk Daily\n\n"
    "Lena Marsk, the harbour master, said that Mayor Ana Ruiz knew of the plan. Marsk said that Ana Ruiz had signed it.\n",
    "three.txt": "Title: Port\nDate: 2025-03-20\nOutlet: The Post\n\nFormer mayor Ana Ruiz said that the port is closed.\n",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A weighed ledger of three articles in which two people speak of one another."""
    folder = tmp_path_factory.mktemp("who")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Ledger(folder / "test.ledger", make=True) as made:
        made.add([Path(folder, name) for name in TEXTS], reader="rules")
        made.weigh()
        yield made


def test_a_name_in_any_spelling(ledger: Ledger) -> None:
    """Case, accents and articles do not matter; who is not named is not found, whatever is asked."""
    (known,) = ledger.who("ANA RUÍZ")
    assert (known.name, known.kind, known.articles) == ("Ana Ruiz", "person", 3)
    assert ledger.who("Nobody Here") == []
    assert ledger.who("") == []
    assert ledger.who("\ud800") == []


def test_part_of_a_name(ledger: Ledger) -> None:
    """Names are offered by their parts; signs of the query language are letters."""
    assert "Ana Ruiz" in ledger.like("ruiz")
    assert ledger.like("%") == []
    assert ledger.like("_") == []


def test_who_speaks_of_whom(ledger: Ledger) -> None:
    """Statements are counted once each, in both directions; roles have the days of the articles that say so."""
    (known,) = ledger.who("Ana Ruiz")
    around = ledger.circle(known)
    assert around.looked == 3
    assert [(one.name, one.statements) for one in around.spoken_of_by if one.name == "Lena Marsk"] == [("Lena Marsk", 2)]
    assert "Lena Marsk" in {one.name for one in around.speaks_of}
    roles = {held.words.casefold(): (held.articles, held.first, held.last) for held in around.roles}
    assert roles["mayor"] == (2, "2025-03-12", "2025-03-14")
    assert roles["former mayor"] == (1, "2025-03-20", "2025-03-20")


def test_what_somebody_is_called(ledger: Ledger) -> None:
    """A label has who uses it, how often and when."""
    (known,) = ledger.who("Lena Marsk")
    called = [(one.word, one.use, one.by, one.times, one.first) for one in ledger.circle(known).called]
    assert ("traitor", "applied", "Ana Ruiz", 1, "2025-03-12") in called


def test_whose_voices_an_outlet_carries(ledger: Ledger) -> None:
    """Of an outlet's articles: who speaks in how many statements, and what kinds of sources; null for others."""
    carried = ledger.carried("Osk Daily")
    assert carried is not None
    assert (carried.articles, carried.looked) == (2, 2)
    assert {one.name for one in carried.voices} >= {"Ana Ruiz", "Lena Marsk"}
    assert carried.statements["person"] >= 4
    assert ledger.carried("Ana Ruiz") is None


def test_who_is_in_the_most_articles(ledger: Ledger) -> None:
    """Those whom the most articles name come first."""
    assert [(one.name, one.articles) for one in ledger.most_named(2)] == [("Ana Ruiz", 3), ("Osk Daily", 2)]
