"""Candidates: statements that share several of their rarest words."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.claims.candidates import KEY, candidates, key, packed, read_keys, unpacked
from allegedly.weighing.claims.words import words

TEXTS = (
    "Orla Brandt resigned over the Corvale dam",
    "the resignation of Brandt follows the collapse of the dam in Corvale",
    "the harbour of Oster will close in winter",
    "Brandt likes winter",
)


def pairs(texts: tuple[str, ...], new: list[bool]) -> list[list[int]]:
    """The candidates among these statements, each of an article of its own."""
    keys = read_keys([key(words(text).stems) for text in texts])
    found: list[list[int]] = candidates(keys, np.array(new)).tolist()
    return found


def test_three_rare_words_make_candidates() -> None:
    """The first two share four stems; the others one word at most."""
    assert pairs(TEXTS, [True] * 4) == [[0, 1]]


def test_only_what_is_new_is_compared() -> None:
    """Old ones are not compared with one another again."""
    assert pairs(TEXTS, [False, False, True, True]) == []
    assert pairs(TEXTS, [False, True, False, False]) == [[0, 1]]


def test_nothing_is_compared_with_nothing() -> None:
    """Statements without words with meaning have empty keys, which are not alike."""
    assert pairs(("", "", "he is"), [True] * 3) == []


def test_what_is_new_meets_whom_it_would_meet_at_once() -> None:
    """The candidates of new statements are those that comparing all at once finds, of 2,000 that have 300 stems."""
    chance = np.random.default_rng(7)
    keys = np.sort(chance.integers(1, 300, (2_000, KEY)), axis=1).astype(np.uint32)
    every = candidates(keys, np.ones(len(keys), np.bool_))
    for some in (5, 400):
        new = np.zeros(len(keys), np.bool_)
        new[chance.choice(len(keys), some, replace=False)] = True
        expected = every[new[every].any(1)]
        assert len(expected) > 0
        assert candidates(keys, new).tolist() == expected.tolist()


def test_keys_of_articles_are_kept_in_one_piece_each() -> None:
    """Row numbers, keys and how many there are of each article come back."""
    made = [(7, key(["dam", "crack"])), (2**31, key(["harbour"])), (9, key([]))]
    statements, keys, many = unpacked([packed(made[:2]), packed(made[2:])])
    assert statements.tolist() == [7, 2**31, 9]
    assert keys.tolist() == read_keys([own for _, own in made]).tolist()
    assert many == [2, 1]
    assert [len(part) for part in unpacked([])] == [0, 0, 0]
