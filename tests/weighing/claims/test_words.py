"""What weighing sees of a statement's words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.words import stem, words


def test_forms_of_a_word_and_words_made_of_it_have_one_stem() -> None:
    """A resignation and somebody who resigned are the same news."""
    assert [stem(word) for word in ("resigned", "resigns", "resignation", "resigning")] == ["resign"] * 4


def test_what_carries_no_meaning_is_left_out() -> None:
    """Articles, pronouns, auxiliaries and the verb of saying go; names and numbers are told apart."""
    found = words("She said that the 1,200 voters of Oster had been told by Ms Brandt to wait.")
    assert found.stems == ("1200", "voter", "oster", "brandt", "wait")
    assert found.names == {"oster", "brandt"}
    assert found.numbers == {"1200"}
    assert found.heads == (False, True, False, False, True)


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    """Its capital says nothing."""
    assert words("Protesters left. Police stayed.").names == frozenset()


def test_negations_are_counted() -> None:
    """Both *not* and a contraction turn a sentence around."""
    assert [words(text).negations for text in ("He left.", "He did not leave.", "He didn’t say that he never left.")] == [0, 1, 2]


@given(st.text(max_size=300))
def test_any_text_has_as_many_forms_as_stems(text: str) -> None:
    """Every word found stands in the text where it is said to."""
    found = words(text)
    assert len(found.stems) == len(found.forms) == len(found.starts) == len(found.heads)
    assert all(0 <= start < len(text) for start in found.starts)
