"""What is made of the likelihood that two statements say the same, by what else is known of the pair."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.claims.matching import held, repeated
from allegedly.weighing.claims.pairs import COLUMNS


def held_at(sure: float, **known: float) -> float:
    """The likelihood of a pair of which this is known; all else is 0."""
    row = np.array([[known.get(name.replace(" ", "_"), 0.0) for name in COLUMNS]], np.float32)
    return round(float(held(row, np.array([sure]))[0]), 3)


def test_names_that_differ_halve_it() -> None:
    """Whatever the encoder makes of the pair."""
    assert held_at(0.8, names_apart=1, cosine=0.9, articles=0.5) == 0.4


def test_articles_that_tell_of_the_same_lend_it_the_cosine() -> None:
    """Halfway, and only upwards; not in one article, in articles apart, or where a number or a negation differs."""
    assert held_at(0.4, cosine=0.9, articles=0.5) == 0.65
    assert held_at(0.8, cosine=0.2, articles=0.5) == 0.8
    assert held_at(0.4, cosine=0.9, articles=0.1) == 0.4
    assert held_at(0.4, cosine=0.9, articles=0.5, same_article=1) == 0.4
    assert held_at(0.4, cosine=0.9, articles=0.5, numbers_apart=1) == 0.4
    assert held_at(0.4, cosine=0.9, articles=0.5, contrary=1) == 0.4


def test_what_is_told_again_after_weeks_has_the_names_and_most_of_the_words() -> None:
    """Elsewhere than in one article, with no other name or number; not what one outlet prints in its own voice each time."""

    def again(**known: float) -> bool:
        row = np.array([[known.get(name.replace(" ", "_"), 0.0) for name in COLUMNS]], np.float32)
        return bool(repeated(row, np.array([0.1]))[0])

    assert again(shared_of_both=0.6, names_shared=1)
    assert again(shared_of_both=0.6, names_shared=1, narrated=2)
    assert not again(shared_of_both=0.6, names_shared=1, narrated=2, same_voice=1)
    assert not again(shared_of_both=0.4, names_shared=1)
    assert not again(shared_of_both=0.6, names_shared=0.5)
    assert not again(shared_of_both=0.6, names_shared=-1)
    assert not again(shared_of_both=0.6, names_shared=1, numbers_apart=1)
    assert not again(shared_of_both=0.6, names_shared=1, same_article=1)
