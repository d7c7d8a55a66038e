"""Words that put nothing forward."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.fragments import is_aside, is_caption, is_topic


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("criticised", "the ruling on the northern pier"),
        ("has repeatedly slammed", "the former harbour master, Ilmar Benko"),
        ("an attack on", "the family of Orla Brandt"),
        ("referring to", "harbour master Ilmar Benko"),
        ("comments about", "the people of Corvale"),
        ("had warned about", "the condition of the dam"),
        ("spoke out against", "a law that was passed in May"),
        ("to explain", "her views on the drought"),
        ("citing", "two people who know the mine"),
        ("called for", "cheaper bread"),
        ("calls for", "25 million for a new pier"),
        ("are talking about", "what the mayor had said"),
        ("praised", "“brave” fishermen as well as their wives"),
        ("also known as", "the Corvale rules"),
        ("took part in a talk entitled", "“The Long Thaw: Guarding the Ice.”"),
    ],
)
def test_what_somebody_only_speaks_of_is_not_put_forward(cue: str, text: str) -> None:
    """A person, a thing, a question, behind words of praise or blame or of speaking about it; what a talk is called."""
    assert is_topic(text, cue)


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("announced", "a review of the rules"),
        ("confirmed", "the killing of three farmers"),
        ("reported", "the collapse of the dam"),
        ("was charged with", "the murder of a diver"),
        ("an announcement of", "a new pier"),
        ("spoke of", "nine dead"),
        ("by the count of", "Eleven people were hurt"),
        ("said", "the dam had burst"),
        ("", "the pier"),
        ("warned about", "it had been closed for years"),
        ("spoke about", "whether the pier was safe"),
        ("described", "the mayor as a thief"),
        ("described as", "“shameful” the closing of the pier"),
        ("criticised", "the mayor for closing the pier"),
        ("a statement about", "Brandt suffering a stroke"),
        ("condemned", "Brandt for the leaks"),
        ("ended the ban on", "foreign ships in the harbour"),
        ("condemned", "the arrest of a reporter"),
        ("condemned", "the ramming of a ferry by a warship"),
        ("protested against", "the decision to close the pier"),
        ("protested against", "the decision by a jury not to charge the guard"),
        ("seized on", "the report that the dam leaks"),
        ("called for", "the mayor to step down"),
        ("explained", "the pier had been closed for years"),
        ("is expected to", "Brandt … be asked about the dam"),
    ],
)
def test_what_somebody_reports_or_takes_for_granted_is(cue: str, text: str) -> None:
    """Acts that are announced, what is said to be so of a thing, events that befell somebody, clauses."""
    assert not is_topic(text, cue)


def test_a_quotation_is_all_that_somebody_says() -> None:
    """In marks it is put forward, whatever words stand before it; but a title is nobody's word."""
    assert not is_topic("“A wretched ruling,”", "criticised", quoted=True)
    assert is_topic("“The Long Thaw”", "a talk titled", quoted=True)


@pytest.mark.parametrize(
    "text",
    [
        "in a letter to the mayor of Harwick",
        "with plans to close the pier next week",
        "Speaking in the rose garden",
        "improperly using the data of others",
    ],
)
def test_a_piece_that_only_says_when_or_where_is_an_aside(text: str) -> None:
    """It was cut off a sentence, and has no verb of its own."""
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "in the harbour nine people were hurt",
        "On Friday prices rise",
        "Voting begins at noon",
        "about 40 people die there every year",
        "at least forty people die there",
        "in a few days, prices rise",
        "the mayor in a letter to the council",
        "“",
        "",
    ],
)
def test_what_may_be_a_sentence_is_none(text: str) -> None:
    """A verb of its own, or words of which one may be that, or what is no such piece at all."""
    assert not is_aside(text)


def test_a_full_day_in_the_present_is_told_below_a_picture() -> None:
    """A report says what happened, and that it was on Monday."""
    assert is_caption("Orla Brandt speaks to fishermen in Harwick, Corvale, Sept. 4, 2018")
    assert is_caption("Fishermen at the pier of Harwick on June 19, 2020")
    assert not is_caption("Orla Brandt spoke to fishermen on September 4, 2018")
    assert not is_caption("Orla Brandt speaks to fishermen on Monday")


@given(st.text(max_size=2_000), st.text(max_size=200))
def test_any_words_are_looked_at(text: str, cue: str) -> None:
    """Whatever an article holds, both tell yes or no."""
    assert is_topic(text, cue) in (True, False)
    assert is_aside(text) in (True, False)
    assert is_caption(text) in (True, False)
