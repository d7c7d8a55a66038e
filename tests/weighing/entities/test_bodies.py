"""Names of organisations, outlets, states and places, two at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.entities.bodies import compare_bodies, compare_places, core, heart, known, letters, site

NONE: frozenset[str] = frozenset()
BODIES = ("organisation", "organisation")
PLACES = ("place", "place")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tesmark Health Ministry", "Ministry of Health of Tesmark", ("same", 0.92)),
        ("Velsund Fisheries Ltd.", "Velsund Fisheries", ("same", 0.92)),
        ("Tesmark Courier newspaper", "Tesmark Courier", ("same", 0.85)),
        ("FBI", "Federal Bureau of Investigation", ("same", 0.93)),
        ("FBI", "FDA", ("apart", 0.9)),
        ("VFA", "Velsund Fishing Association", ("perhaps less", 0.45)),
        ("Velsund Fisheries", "Velsund Forestry", ("none", 0.0)),
        ("Hizbullah", "Hezbollah", ("same", 0.93)),
    ],
)
def test_how_two_bodies_stand(one: str, other: str, expected: tuple[str, float]) -> None:
    """Order, legal forms, spelling, abbreviations; two known ones are two."""
    assert compare_bodies(one, other, BODIES, called=(NONE, NONE))[:2] == expected


def test_an_abbreviation_that_an_article_gives_is_one() -> None:
    """What articles call a body besides decides whether its first letters, or a part of its name, mean it."""
    called = (NONE, frozenset({"vfa", "fishing association"}))
    found = compare_bodies("VFA", "Velsund Fishing Association", BODIES, called=called)
    assert tuple(found) == ("less", 0.9, "one is the other's first letters, and an article calls it both")
    found = compare_bodies("Fishing Association", "Velsund Fishing Association", BODIES, called=called)
    assert tuple(found) == ("less", 0.85, "an article calls it both")
    apart = compare_bodies("Fishing Association", "Velsund Fishing Association", BODIES, called=(NONE, NONE))
    assert apart.relation == "none"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kiev", "Kyiv", ("same", 0.95)),
        ("Velsund, Tesmark", "Velsund", ("same", 0.88)),
        ("Velsund, Tesmark", "Velsund, Norland", ("apart", 0.85)),
        ("Mt. Falk", "Mount Falk", ("same", 0.88)),
        ("Khan Younis", "Khan Yunis", ("same", 0.95)),
        ("Niger", "Nigeria", ("apart", 0.9)),
        ("Velsund", "Velmark", ("none", 0.0)),
    ],
)
def test_how_two_places_stand(one: str, other: str, expected: tuple[str, float]) -> None:
    """Well-known variants, what a place lies in, short forms; two known ones are two."""
    assert compare_places(one, other, PLACES)[:2] == expected


def test_the_words_of_a_body() -> None:
    """Without small words and legal forms, nationalities as their states, in a fixed order."""
    assert heart("the Norwegian Ministry of Defence") == ("defense", "ministry", "norway")
    assert core("Falk Movement") == ("falk",)
    assert letters("F.B.I.") == "fbi"
    assert letters("Brekk") == ""
    assert site("city of Velsund, Tesmark") == (("velsund",), "tesmark")
    assert known("the States", "state") == (
        "United States",
        "the name that the state has now, and those by which papers call or called it",
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_anything_can_be_compared(one: str, other: str) -> None:
    """No two texts break it."""
    assert 0 <= compare_bodies(one, other, BODIES, called=(NONE, NONE)).score <= 1
    assert 0 <= compare_places(one, other, PLACES).score <= 1
