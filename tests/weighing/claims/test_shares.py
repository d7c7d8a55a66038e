"""What a statement's words share with another one's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.shares import forms, lemmas, matter, share


def member(text: str, names: frozenset[str] = frozenset()) -> Member:
    """A statement of which nothing else counts."""
    return Member(text=text, stance="affirms", negated=False, mode="indirect", central=0.8, names=names)


def test_words_that_name_a_claim_say_nothing_of_it() -> None:
    """Of *the allegations of theft* the theft remains."""
    assert matter("the allegations of theft from the mill") == (("theft", "theft"), ("mill", "mill"))
    assert matter("any wrongdoing") == ()


def test_the_share_counts_words_that_mean_the_same_and_names_that_are_meant() -> None:
    """*Physician* for *doctor*; *Brekk* where it stands for *he*."""
    assert share(matter("the doctor Brekk"), member("a physician called Brekk")) == 1.0
    assert share(matter("Brekk"), member("he sold it", frozenset({"brekk"}))) == 1.0
    assert share(matter("Brekk"), member("he sold it")) == 0.0
    assert share((), member("he sold it")) == 0.0


def test_words_by_their_beginnings_and_base_forms() -> None:
    """In lower case, no further than asked."""
    assert forms("That he SOLD it", 10) == ("that", "he", "so")
    assert lemmas("He sold mills") == {"he", "sold", "sell", "mills", "mill"}


@given(st.text(), st.text())
def test_any_text_has_a_share(one: str, other: str) -> None:
    """From nothing to all."""
    assert 0.0 <= share(matter(one), member(other)) <= 1.0001
