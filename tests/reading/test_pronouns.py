"""Pronouns whose meaning needs no ranking: *it* for nothing, and whoever's name it is said to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import allegedly
from allegedly.reading.names import find_names
from allegedly.reading.parse import Parse
from allegedly.reading.pronouns import own_name, pleonastic

Parsed = Callable[[str], Parse]


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to say who sold the boat.",
        "It seems that nobody paid.",
        "It took him years to pay.",
        "It was clear that he lied.",
    ],
)
def test_it_for_nothing(text: str, parse_of_text: Parsed) -> None:
    """*It is hard to say*, *it seems that*: nothing is meant."""
    assert pleonastic(parse_of_text(text), 0)


@pytest.mark.parametrize(
    "text",
    [
        "It is a boat that nobody wants.",
        "It is to meet its debts in May.",
        "It sank in May.",
        "It was empty.",
        "Its crew is safe.",
    ],
)
def test_it_for_something(text: str, parse_of_text: Parsed) -> None:
    """*It is a boat that nobody wants* speaks of the boat, *it is to pay* of who pays."""
    assert not pleonastic(parse_of_text(text), 0)


def _named(parse: Parse, pronoun: str) -> str | None:
    names = {name.head: name for name in find_names(parse, None, frozenset())}
    found = own_name(parse, parse.lower.index(pronoun), names)
    return parse.slice(found.first, found.last) if found is not None else None


def test_whose_name_it_is(parse_of_text: Parsed) -> None:
    """*Its name was Harbour Master 6*: the pronoun is what bears the name."""
    assert _named(parse_of_text("A programme was born. Its name was Harbour Master 6."), "its") == "Harbour Master 6"


def test_whose_name_is_only_described(parse_of_text: Parsed) -> None:
    """*Its name was long*, *its owner was Vera Holm*: no name of its own is told."""
    assert _named(parse_of_text("A programme was born. Its name was long."), "its") is None
    assert _named(parse_of_text("A programme was born. Its owner was Vera Holm."), "its") is None


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ('"It hit us," said Ivo Brandt, skipper of the trawler Blue Marta, who said that his boat was in port.', "Ivo Brandt"),
        ("First to Dr Ana Ruiz, for twenty years doctor in Hask in the west of Orrel, who tells us that it is over.", "Ana Ruiz"),
        ("The mayor of Hask, Ana Ruiz, who denies it, said nothing.", "Ana Ruiz"),
        ("A spokesman of the Hask Rowing Club, who says that the race is off, has left.", "spokesman of the Hask Rowing Club"),
        ("According to Hamas, who say that it is over, nine died.", "Hamas"),
    ],
)
def test_who_behind_a_thing(text: str, whose: str) -> None:
    """*Who* behind a comma is whom the words before it describe, not the ship or the town that stands nearest."""
    reading = allegedly.read(text)
    names = {e.id: e.name for e in reading.entities}
    own = [names.get(s.source.entity or "") for s in reading.statements if s.source.text == "who"]
    assert own == [whose]
