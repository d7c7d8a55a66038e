"""Articles that tell of the same, and which of their statements are worth a look."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.claims.candidates import key, read_keys
from allegedly.weighing.claims.stories import alike, beside
from allegedly.weighing.claims.words import words

TEXTS = (
    "the Corvale dam burst above Oster and Brandt fled",
    "a warden of Thornby drowned",
    "Brandt left Oster when the Corvale dam gave way",
    "the warden was from Thornby",
    "the harbour of Lindmoor will close in winter",
)
KEYS = read_keys([key(words(text).stems) for text in TEXTS])
ARTICLE = np.array([7, 7, 3, 3, 5])
"""The first two are of one article, the next two of another that tells of the same, the last of a third."""


def test_articles_of_the_same_days_and_words_tell_of_the_same() -> None:
    """Not those that lie a month apart, nor those of which nothing is new."""
    new, old = np.ones(5, np.bool_), np.zeros(5, np.bool_)
    assert alike(KEYS, ARTICLE, np.array([100, 100, 103, 103, 100]), new).tolist() == [[7, 3]]
    assert alike(KEYS, ARTICLE, np.zeros(5, np.int64), new).tolist() == [[3, 7]]
    assert alike(KEYS, ARTICLE, np.array([100, 100, 130, 130, 100]), new).tolist() == []
    assert alike(KEYS, ARTICLE, np.zeros(5, np.int64), old).tolist() == []


def paired(start: list[int], new: list[bool]) -> list[list[int]]:
    """The pairs out of the first two articles, whose statements begin there."""
    near, starts = np.array([[3, 7]]), np.array(start)
    found: list[list[int]] = beside(KEYS, ARTICLE, near, lambda own: starts[own], np.array(new)).tolist()
    return found


def test_one_rare_word_is_enough_near_the_head() -> None:
    """Deep in both articles it is not; where nothing is new nothing is compared."""
    assert paired([0, 90, 0, 80, 0], [True] * 5) == [[0, 2], [1, 3]]
    assert paired([900, 990, 900, 980, 0], [True] * 5) == []
    assert paired([0, 90, 0, 80, 0], [True, False, False, False, False]) == [[0, 2]]


def test_nothing_lies_beside_nothing() -> None:
    """A ledger without statements."""
    empty = np.zeros(0, np.int64)
    keys = np.zeros((0, 8), np.uint32)
    near = alike(keys, empty, empty, np.zeros(0, np.bool_))
    assert near.tolist() == []
    assert beside(keys, empty, near, lambda own: own, np.zeros(0, np.bool_)).tolist() == []


def test_of_many_articles_some_after_others_come_out_as_by_themselves() -> None:
    """Two spans of 1,200 articles each, which lie too far apart to tell of the same; more stems than are looked at in one go."""
    chance = np.random.default_rng(11)
    article = np.repeat(np.arange(2_400), 20)
    keys = (1 + 400 * (article[:, None] % 30) + chance.integers(0, 400, (len(article), 8))).astype(np.uint32)
    day, new = article // 40 + np.where(article < 1_200, 0, 3_000), np.ones(len(article), np.bool_)
    first, second = (alike(keys[some], article[some], day[some], new[some]) for some in (article < 1_200, article >= 1_200))
    assert len(first) > 1_000
    assert len(second) > 1_000
    assert alike(keys, article, day, new).tolist() == [*first.tolist(), *second.tolist()]
