"""What the encoder makes of pairs."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.claims.gathering import encoded

TEXTS = ["The dam at Orrel burst on Monday", "The dam at Orrel burst on Monday", "Orrel's dam broke on Monday", "The mayor sang"]
HEADS = np.array([(17, 22), (17, 22), (12, 17), (10, 14)])


def test_the_same_words_are_not_encoded() -> None:
    """The same words are as near as can be, and nothing is asked; others are encoded, and nearer the more alike they are."""
    asked: list[int] = []
    alone = encoded(TEXTS, HEADS, np.array([(0, 1)]), progress=lambda _, of: asked.append(of))
    assert (alone.tolist(), asked) == ([[1.0, 1.0, 1.0, 1.0]], [])
    found = encoded(TEXTS, HEADS, np.array([(0, 1), (0, 2), (0, 3)]), progress=lambda _, of: asked.append(of))
    assert asked == [3]
    assert np.all(found[0] == 1)
    assert np.all(found[0] > found[1])
    assert np.all(found[1] > found[2])


def test_the_same_words_with_other_heads() -> None:
    """What happens is another word of them: the sentences are one, and the heads are not."""
    cosine, heads, *_ = encoded(TEXTS, np.array([(17, 22), (4, 7), (0, 0), (0, 0)]), np.array([(0, 1)]))[0].tolist()
    assert round(cosine, 3) == 1
    assert heads < 0.9
