"""Who is meant where an article has two of one name, or a town before somebody's office."""

from __future__ import annotations

import pytest

from allegedly.model import Entity
from allegedly.weighing.origins.mentions import Mentions


def entity(text: str, number: int, kind: str, name: str, *said: str) -> Entity:
    """Somebody who is named in a text by these words, the first time each."""
    spans = tuple(sorted((text.index(words), text.index(words) + len(words)) for words in (name, *said)))
    return Entity(id=f"e{number}", kind=kind, name=name, mentions=spans)  # type: ignore[arg-type]


@pytest.mark.parametrize("other", ["Ivo Ruiz", "Pia Ruiz", "Ana Ruiz Jr.", "Tomas Ruiz", "Zoe Ruiz"])
def test_a_surname_stays_whose_it_was(other: str) -> None:
    """Whom an article has called Ruiz it calls so also after her brother was named in passing."""
    text = f"Ana Ruiz met the divers. “It is cracked,” Ruiz said. With her was {other}. The dam leaks, Ruiz added."
    at = text.rindex("Ruiz")
    first = Entity(id="e1", kind="person", name="Ana Ruiz", mentions=((0, 8), (text.index("Ruiz said"), text.index(" said"))))
    second = Entity(
        id="e2", kind="person", name=other, mentions=((text.index(other), text.index(other) + len(other)), (at, at + 4))
    )
    mentions = Mentions(text, [first, second])
    assert mentions.rather("Ruiz", second, at) == first
    assert mentions.rather("Ruiz", first, at) == first
    assert mentions.rather(other, second, at) == second


def test_a_surname_that_nobody_had_before() -> None:
    """Where the other is the first who is called so, he is meant."""
    text = "With Ana Ruiz was Ivo Ruiz. The dam leaks, Ruiz said."
    at = text.rindex("Ruiz")
    first = entity(text, 1, "person", "Ana Ruiz")
    second = Entity(id="e2", kind="person", name="Ivo Ruiz", mentions=((18, 26), (at, at + 4)))
    assert Mentions(text, [first, second]).rather("Ruiz", second, at) == second


@pytest.mark.parametrize(
    "words",
    [
        "Former South Orrel, Fenland, Mayor Ana Ruiz",
        "South Orrel Mayor Ana Ruiz",
        "South Orrel police captain Ana Ruiz",
        "the South Orrel governor Ana Ruiz",
        "South Orrel Bishop Ana Ruiz",
    ],
)
def test_a_town_before_an_office(words: str) -> None:
    """Who speaks is the mayor, and not her town."""
    text = f"{words} said so."
    town, mayor = entity(text, 1, "place", "South Orrel"), entity(text, 2, "person", "Ana Ruiz")
    mentions = Mentions(text, [town, mayor])
    assert mentions.rather(words, town, 0) == mayor
    assert mentions.rather("South Orrel", town, text.index("South Orrel")) == town


def test_a_campaign_that_is_called_after_somebody() -> None:
    """*Ruiz said* is she, where the reader has the Ruiz campaign."""
    text = "Ana Ruiz came. Ruiz laughed. The Ruiz campaign had met. Ruiz said so."
    she = Entity(id="e1", kind="person", name="Ana Ruiz", mentions=((0, 8), (15, 19)))
    campaign = entity(text, 2, "organisation", "Ruiz campaign")
    assert Mentions(text, [she, campaign]).rather("Ruiz", campaign, text.rindex("Ruiz")) == she
