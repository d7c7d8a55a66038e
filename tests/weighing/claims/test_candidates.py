"""Candidates: statements that share several of their rarest words."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.claims.candidates import candidates, key, read_keys
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
    found: list[list[int]] = candidates(keys, np.arange(len(texts)), np.array(new)).tolist()
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
