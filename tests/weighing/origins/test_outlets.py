"""Outlets by the names that others call them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.origins.outlets import (
    alone,
    begins,
    best,
    by_title,
    called,
    in_capitals,
    is_named,
    is_somebody,
    plain,
    short_for,
    shorter,
)


@pytest.mark.parametrize(
    ("words", "outlet", "fit"),
    [
        ("the Orrel Post", "The Orrel Post", 3),
        ("the Post", "The Orrel Post", 1),
        ("the website Orrel Today", "Orrel Today (English service)", 3),
        ("VNA", "Vale News Agency", 2),
        ("RCN", "Ridge & Coast News Agency", 2),
        ("the Evening News", "Westland Evening News", 2),
        ("the state news agency", "Ruvanian State Agency", 2),
        ("the agency", "Vale News Agency", 0),
        ("FTB", "Fjordtidende Byline (English)", 2),
        ("OPS", "Orrel Presservice", 2),
        ("the Threadbank agency", "Threadbank Newswire", 3),
        ("KB Orrel", "Kantor Berita Orrel", 2),
        ("KRVL", "KRVL 9 News at Ten", 2),
        ("the Orrel paper", "Orrel Danas", 1),
        ("TV Fen", "TV Fen, News at Seven", 3),
        ("Kurir", "Kurir of Orrel", 1),
        ("Orrel24", "Orrel24.gr (English)", 3),
        ("Morning Orrel", "Evening Orrel", 0),
        ("FBI", "Fable Inquirer", 0),
        ("the Mail", "The Orrel Post", 0),
        ("the Orrel Postasi", "Orrel Postasi Weekend (English)", 3),
        ("al-Meezan al-Gadeed", "Al-Mizan al-Jadid (English edition)", 3),
        ("the Orrel Mail", "Orrel Mill", 0),
        ("El Faro", "El Faro de Orrel (in English)", 3),
        ("the Orrel Tidning", "Fen Talk, a column in Orrel Tidning", 3),
        ("Channel 7", "Good Morning Orrel, Channel 7", 3),
        ("", "The Orrel Post", 0),
    ],
)
def test_a_name_fits(words: str, outlet: str, fit: int) -> None:
    """The whole name, its letters, most of it, a part; a word that says only what sort it is names none."""
    assert called(words, outlet) == fit


def test_the_best_fit_is_meant() -> None:
    """Where several outlets have the word in their names, the one with the whole name is meant; else all of them may be."""
    assert best("the Post", ["The Orrel Post", "The Post"]) == ["The Post"]
    assert best("the Post", ["The Orrel Post", "The Dell Post"]) == ["The Orrel Post", "The Dell Post"]
    assert best("the Sun", ["The Orrel Post"]) == []


@pytest.mark.parametrize(
    ("sentence", "outlet", "named"),
    [
        ("Fen County's Valley Enterprise has the story", "The Fen County Valley Enterprise", True),
        ("It happened in Serra Branca on Monday", "Jornal da Serra Branca (English)", False),
        ("We read it in the Jornal da Serra", "Jornal da Serra Branca (English)", True),
        ("The agency OPS says so", "Orrel Presservice", True),
        ("The Fen County council met", "The Fen County Enterprise", False),
    ],
)
def test_names_in_capitals(sentence: str, outlet: str, named: bool) -> None:
    """A sentence names an outlet by a part of its name that has the word by which it is one; a place alone names none."""
    assert is_named(outlet, in_capitals(sentence)) is named


def test_names_that_sentences_give() -> None:
    """An outlet is cited without what stands behind a comma, its number, or *News* at its end; and by its last word."""
    assert shorter("TV Fen, News at Seven") == ("television fen news at seven", "television fen")
    assert shorter("Plains 31 News") == ("plains 31 news", "plains 31")
    assert short_for("The Fen County Beacon (website)") == "Beacon"
    assert short_for("Orrel Today") == ""


def test_one_word_for_an_outlet() -> None:
    """Behind *the* it is called by its last word, or by the first, where that is a newspaper's in its tongue."""
    assert alone("The Fen County Beacon") == {"Beacon"}
    assert alone("Tribuna Orrela (English digest)") == {"Tribuna", "Orrela"}
    assert alone("El Faro de Orrel") == {"Faro"}
    assert by_title("Fenbladet Orrel", "That is what Fenbladet up there has written")
    assert not by_title("Fenbladet Orrel", "Fenbladet Dell has written it")
    assert begins("Glas Orrela", "Glas Orrela Danas (English)")
    assert not begins("Cape Orrel", "Cape Orrel Examiner")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_names(words: str, outlet: str) -> None:
    """Any words can be compared, and a name is its own."""
    assert called(words, outlet) in (0, 1, 2, 3)
    assert not plain(words) or called(words, words) == 3


def test_called_as_a_person_is() -> None:
    """An outlet may bear its writer's name; papers, firms and stations bear others."""
    assert [name for name in ("Hanna Stahl", "S.E. Ruiz", "Michael John Brandt") if is_somebody(name)] == [
        "Hanna Stahl",
        "S.E. Ruiz",
        "Michael John Brandt",
    ]
    others = (
        "Charlotte Observer",
        "Orrel Post",
        "Hanna",
        "Madison Weekly",
        "HANNA Corporation",
        "Jackson Free Press",
        "Grist",
        "",
    )
    assert not any(is_somebody(name) for name in others)
