"""Names of people, two at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.entities.people import Comparison, compare, described, person, unlike


def compared(one: str, other: str) -> Comparison:
    """How two names stand to one another; the other way round it must be the same."""
    a, b = person(one), person(other)
    assert a is not None
    assert b is not None
    found, turned = compare(a, b), compare(b, a)
    backwards = {"less": "more", "more": "less", "perhaps less": "perhaps more", "perhaps more": "perhaps less"}
    if len(a.words) != len(b.words):
        assert turned.relation == backwards.get(found.relation, found.relation)
    assert turned.score == found.score
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ismail Haniyeh", "Ismail Haniya", ("same", 0.92, "one name by the rules of transliteration")),
        (
            "Hossein Amir-Falk",
            "Hussein Amirfalk",
            ("same", 0.9, "one surname, put together otherwise, Hussein and Hossein are forms of one name"),
        ),
        ("Saleh al-Arouri", "Saleh Aruri", ("same", 0.92, "one name by the rules of transliteration")),
        ("Mohammed Deif", "Muhammad Dayf", ("same", 0.88, "one surname, Mohammed and Muhammad are forms of one name")),
        ("Bill Falk", "William Falk", ("same", 0.88, "one surname, Bill and William are forms of one name")),
        ("Tomas Brekk", "Tomas A. Brekk", ("less", 0.88, "one leaves out A")),
        ("George W. Falk", "George H. W. Falk", ("apart", 0.9, "the middle names differ: W and H W")),
        ("John Falk", "Jane Falk", ("apart", 0.9, "the first names differ: John and Jane")),
        ("John Falk", "John Falkner", ("apart", 0.9, "the last names differ: Falk and Falkner")),
        ("Ana Falk Jr.", "Ana Falk Sr.", ("apart", 0.95, "one is Jr., the other Sr.")),
        ("Brekk", "Tomas Brekk", ("perhaps less", 0.6, "one is the other's surname alone")),
        ("T. Brekk", "Tomas Brekk", ("perhaps less", 0.6, "a first name is a letter")),
        ("Kim Jong Un", "Kim Jong-il", ("apart", 0.9, "the last names differ: Un and Il")),
        ("Li Wei", "Wei Li", ("same", 0.93, "the same words in another order")),
        ("Pedro Ruiz", "Pedro Ruiz Falkenrath", ("less", 0.8, "one leaves out the second surname Falkenrath")),
    ],
)
def test_how_two_names_stand(one: str, other: str, expected: tuple[str, float, str]) -> None:
    """One, two, or one that says less; with the words for it."""
    assert tuple(compared(one, other)) == expected


def test_a_name_in_its_parts() -> None:
    """Titles, degrees, particles, nicknames in quotation marks and generations are no words of it."""
    found = person('Captain Ruud "The Hook" van der Falk Jr., MD')
    assert found is not None
    assert (found.words, found.generation, found.short) == (("ruud", "falk"), "Jr.", False)
    al = person("Al Falk")
    assert al is not None
    assert al.words == ("al", "falk")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tomas Brekk", False),
        ("Ludwig van Falk", False),
        ("Saleh al-Arouri", False),
        ("Brekk campaign aide", True),
        ("Prime Minister", True),
        ("Brekk and Falk", True),
        ("", True),
    ],
)
def test_what_describes_is_no_name(words: str, expected: bool) -> None:
    """What says what somebody is, or names several, is compared with nobody's name."""
    assert described(words) is expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_anything_can_be_compared(one: str, other: str) -> None:
    """No two texts break it, and scores are from 0 to 1."""
    a, b = person(one), person(other)
    if a is not None and b is not None:
        assert 0 <= compare(a, b).score <= 1
    described(one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tomas Brekk", "Ana Brekk", True),
        ("Tomas Brekk", "Ana Maria Brekk", True),
        ("Tomas Brekk", "Thomas Brek", False),
        ("Maria Brekk", "Ana Maria Brekk", False),
        ("T. Brekk", "Ana Brekk", False),
        ("Brekk", "Ana Brekk", False),
        ("Brekk Tomas", "Tomas Brekk", False),
        ("Bre Kktomas", "Brekk Tomas", False),
    ],
)
def test_a_quick_look_at_first_names(one: str, other: str, expected: bool) -> None:
    """Full names are unlike at first sight where the first names are, and neither order nor spaces explain it."""
    a, b = person(one), person(other)
    assert a is not None
    assert b is not None
    assert (unlike(a, b), unlike(b, a)) == (expected, expected)


_PARTS = st.sampled_from(
    ["Ana", "Anna", "A.", "Jean", "Jong", "Jong-un", "Kim", "Gim", "Bill", "William", "Brekk", "Brek", "de", "al-Falk", "Jr."]
)


@given(st.lists(_PARTS, min_size=1, max_size=4), st.lists(_PARTS, min_size=1, max_size=4))
def test_a_quick_look_misses_nothing(one: list[str], other: list[str]) -> None:
    """Whoever is unlike at first sight is joined by nothing when looked at closely."""
    a, b = person(" ".join(one)), person(" ".join(other))
    if a is not None and b is not None and unlike(a, b):
        assert compare(a, b).relation in ("none", "apart")
