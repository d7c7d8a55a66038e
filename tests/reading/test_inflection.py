"""Base forms of inflected words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.reading.inflection import lemma_of

FORMS = {
    "regular": "warns:warn warned:warn warning:warning insisted:insist insisting:insist",
    "silent e": "believed:believe argued:argue announced:announce urging:urge alleged:allege accusing:accuse caused:cause",
    "doubled consonant": "admitted:admit planned:plan begged:beg nodding:nod quipped:quip referred:refer",
    "no doubling in the base": "offered:offer visited:visit suggested:suggest opening:open happened:happen",
    "double consonant kept": "called:call telling:tell dismissed:dismiss stressed:stress confessed:confess",
    "y": "denied:deny denies:deny tries:try testified:testify worried:worried studies:study stayed:stay",
    "ie": "lies:lie lied:lie tied:tie dying:die",
    "irregular verbs": "said:say told:tell thought:think knew:know wrote:write swore:swear felt:feel meant:mean foresaw:foresee",
    "auxiliaries": "is:be was:be been:be has:have had:have did:do",
    "irregular nouns": "women:woman men:man children:child analyses:analysis",
    "plural nouns": "claims:claim allegations:allegation agencies:agency losses:loss witnesses:witness buses:bus",
    "no ending": "series:series politics:politics bias:bias people:people press:press this:this",
}


@pytest.mark.parametrize("pairs", FORMS.values(), ids=FORMS)
def test_base_form(pairs: str) -> None:
    """An inflected word has the base form that a dictionary lists it under."""
    for pair in pairs.split():
        word, base = pair.split(":")
        assert (word, lemma_of(word)) == (word, base)


def test_known_cue_decides() -> None:
    """Of two bases that a form could have, the one that the cue vocabulary knows is taken: *hope*, not *hop*."""
    assert lemma_of("hoped") == "hope"
    assert lemma_of("hoping") == "hope"


@pytest.mark.parametrize("word", ["say", "claim", "deny", "admit", "call"])
def test_base_form_is_its_own(word: str) -> None:
    """A base form is given back."""
    assert lemma_of(word) == word


@given(st.text(max_size=30))
def test_any_text_has_a_base_form(word: str) -> None:
    """Nothing raises, and no word becomes empty."""
    assert isinstance(lemma_of(word), str)
    assert bool(lemma_of(word)) == bool(word)
