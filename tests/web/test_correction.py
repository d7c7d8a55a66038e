"""The form by which a statement is corrected: what is made of what a person puts into its fields."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.errors import BadReview
from allegedly.ledger import Ledger
from allegedly.model import Reading
from allegedly.web.correction import FIELDS, Form
from tests.web.test_review import NAVY


@pytest.fixture(scope="module")
def navy(weighed: Path) -> Reading:
    """The reading of the navy's denial."""
    with Ledger(weighed) as ledger:
        return ledger.reading(NAVY)


def form(reading: Reading, name: str) -> Form:
    """The form of a statement."""
    return Form(reading, next(s for s in reading.statements if s.id == name), f"{NAVY}:{name}")


def test_what_stands_in_it(navy: Reading) -> None:
    """Words a piece on each line, voices from the outlet inward, names as the article has them."""
    assert form(navy, "s3").values() == {
        "stance": "denies",
        "act": "statement",
        "source": "navy spokesman Captain Tomas Brekk",
        "entity": "Tomas Brekk",
        "cue": "told",
        "content": '"No shot was fired at any boat,"\n"Our crew fired two flares, as the law of the sea requires, '
        'after the intruder ignored seven radio calls."',
        "chain": "the outlet\nTomas Brekk",
    }


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"stance": "affirms"}, {"stance": "affirms"}),
        ({"source": "  "}, {"source": None}),
        ({"source": "Captain  Tomas\nBrekk"}, {"source": (339, 358)}),
        ({"entity": "klara lindqvist-moen"}, {"source.entity": "e11"}),
        ({"entity": ""}, {"source.entity": None}),
        # Of words that stand in the text twice, the ones that are nearer to the statement.
        ({"cue": "fired"}, {"cue": [(304, 309)]}),
        ({"content": '"No shot was fired at any boat,"'}, {"content": [(291, 323)]}),
        ({"content_at": "[[291,300]]", "content": "whatever"}, {"content": [(291, 300)]}),
        ({"source_at": "[[324,336]]"}, {"source": (324, 336)}),
        ({"chain": "Marenia\nTomas Brekk"}, None),
    ],
)
def test_what_is_made_of_it(navy: Reading, given: dict[str, str], made: dict[str, object] | None) -> None:
    """Only what is not as it stands is put in: words as their places, names as their entities."""
    one = form(navy, "s3")
    found = one.changes({**one.values(), **given})
    if made is None:
        first, second, third = found["chain"]  # type: ignore[misc]
        assert (first, second) == ({"outlet": True}, {"entity": "e5", "text": "Marenia"})
        assert third["entity"] == "e7"
    else:
        assert found == made


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "nothing is changed; change a field, or accept it as it stands"),
        ({"cue": "whispered"}, "cue: the words 'whispered' do not stand in the text; copy them from it, or mark them"),
        ({"entity": "Ann Other"}, "the article speaks of nobody called 'Ann Other'; choose one of its names from the list"),
        ({"chain": "the moon"}, "the voice: the words 'the moon' do not stand in the text; copy them from it, or mark them"),
        ({"content_at": "[1"}, "the places that were marked cannot be read; mark them again"),
    ],
)
def test_what_cannot_be_meant(navy: Reading, given: dict[str, str], reason: str) -> None:
    """A sentence says what is wrong and what to do."""
    one = form(navy, "s3")
    with pytest.raises(BadReview) as refused:
        one.changes({**one.values(), **given})
    assert refused.value.reason == reason


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(st.dictionaries(st.sampled_from([*FIELDS, *(f"{field}_at" for field in FIELDS)]), st.text(max_size=60), max_size=5))
def test_whatever_is_sent_is_taken_or_refused(navy: Reading, given: dict[str, str]) -> None:
    """No field makes it fail."""
    one = form(navy, "s5")
    with suppress(BadReview):
        one.changes(given)
