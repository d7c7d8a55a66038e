"""How much of one statement another says in words that mean nearly the same."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.claims.meanings import meanings
from allegedly.weighing.claims.said import Put, Said, Stems, said


def of(*texts: str) -> Said:
    """Statements of one article each."""
    return said([Put(text, number) for number, text in enumerate(texts)], Stems())


def test_other_words_of_the_same_meaning_count() -> None:
    """A doctor who was murdered is a physician who was killed; nothing of a harvest was."""
    every = of(
        "Gunmen killed the doctor",
        "The physician was murdered by gunmen on Monday",
        "The harvest of barley was poor",
    )
    near, far = meanings(every, np.array([[0, 1], [0, 2]]))
    assert near[0] > 0.75
    assert far[0] < 0.25


def test_the_share_of_the_one_that_says_less_comes_first() -> None:
    """Whichever stands first in the pair: all of the short one is in the long one, and not the other way."""
    every = of("The mill burned", "The mill burned on Monday and nine sailors drowned off the harbour")
    one, other = meanings(every, np.array([[0, 1], [1, 0]]))
    assert one.tolist() == other.tolist()
    assert one[0] == 1
    assert one[1] < 0.7


def test_names_are_like_themselves_alone() -> None:
    """Two towns are not one, however alike their names are to the vectors."""
    every = of("The mill in Corvale burned", "The mill in Harwick burned")
    (pair,) = meanings(every, np.array([[0, 1]]))
    assert pair[0] < 1
    assert pair[2] == 1


def test_a_statement_without_words_has_nothing_in_common() -> None:
    """No number is undefined, and no pair at all is none."""
    every = of("", "The mill burned")
    assert meanings(every, np.array([[0, 1]])).tolist() == [[0, 0, 0, 0]]
    assert meanings(every, np.zeros((0, 2), np.int64)).shape == (0, 4)
