"""What an article has to do with a claim."""

from __future__ import annotations

from allegedly.weighing.claims.standpoint import COLUMNS, row, standpoint
from allegedly.weighing.encoder import vectors

CLAIM = "A three-headed calf was born in Harwick"
FOR = ["A calf with three heads was born in Harwick on Tuesday.", "Its owner showed the three-headed calf to neighbours."]
ELSE = ["The central bank left interest rates alone.", "Analysts had expected as much."]


def seen(article: list[str]) -> list[float]:
    """What is seen of the article beside the claim."""
    return row(CLAIM, vectors([CLAIM])[0], article, vectors(article))


def test_every_column_has_a_number() -> None:
    """Also of an article of one sentence."""
    assert len(seen(FOR)) == len(seen(FOR[:1])) == len(COLUMNS)


def test_another_subject_is_unrelated() -> None:
    """Whatever it says of it."""
    found = standpoint([seen(FOR), seen(ELSE)])
    assert found[0] != "unrelated"
    assert found[1] == "unrelated"
