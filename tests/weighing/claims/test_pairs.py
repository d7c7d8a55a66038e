"""What two statements have in common."""

from __future__ import annotations

import numpy as np
import pytest

from allegedly.weighing.claims.matching import held, likely, plausible, retold
from allegedly.weighing.claims.meanings import COLUMNS as MEANT
from allegedly.weighing.claims.pairs import COLUMNS, ENCODED, article_vectors, table
from allegedly.weighing.claims.said import Put, Stems, said, weight

A = "a fire at the paper mill in Corvale killed 9 workers"
B = "9 workers were killed in a fire at the Corvale mill"
C = "a flood in Harwick drowned 20 cattle"


def compared(*texts: str) -> dict[str, float]:
    """The row of the first two."""
    stems = Stems()
    every = said([Put(text, number) for number, text in enumerate(texts)], stems)
    articles = article_vectors(every, np.array(stems.hash, np.int64))
    (row,) = table(every, np.array([[0, 1]]), np.full((1, ENCODED), -1.0, np.float32), articles)
    return dict(zip(COLUMNS, row.tolist(), strict=True))


def test_what_is_shared_and_what_is_not() -> None:
    """Whoever shares all words of the shorter one shares everything; names and numbers are counted for themselves."""
    same, other = compared(A, B), compared(A, C)
    assert same["shared"] == pytest.approx(1)
    assert same["shared of both"] < 1
    assert (same["names shared"], same["names apart"], same["numbers shared"], same["numbers apart"]) == (1, 0, 1, 0)
    assert (other["shared"], other["names shared"], other["names apart"], other["numbers apart"]) == (0, 0, 1, 1)
    assert same["same head"] == 1 > other["same head"]


def test_a_denial_is_contrary() -> None:
    """Whether by a *not* or by whoever says it; both together are not twice a denial of the same."""
    assert compared(A, "a fire at the paper mill in Corvale did not kill 9 workers")["contrary"] == 1
    assert compared(A, B)["contrary"] == 0


def test_days_and_names_that_one_has_alone() -> None:
    """How many days lie between the two articles, where both are known; what the rarest name weighs that each has alone."""
    stems = Stems()
    puts = [Put(A, 1, day=738_000), Put("Corvale's mayor left for Harwick", 2, day=738_006), Put(B, 3)]
    every = said(puts, stems)
    articles = article_vectors(every, np.array(stems.hash, np.int64))
    rows = table(every, np.array([[0, 1], [0, 2]]), np.full((2, ENCODED), -1.0, np.float32), articles)
    names = ("days apart", "lesser name lacking", "greater name lacking")
    known, unknown = rows[:, [COLUMNS.index(name) for name in names]].tolist()
    assert known == [pytest.approx(1.9459, abs=0.001), 0, pytest.approx(weight("harwick"), abs=0.01)]
    assert unknown == [-1, 0, 0]


def test_where_and_by_whom() -> None:
    """Where the two begin, whether one voice says both, and how many of their articles' statements there are."""
    stems = Stems()
    puts = [Put(A, 1, start=40, voice="e1"), Put(B, 2, start=700, voice="e1"), Put(C, 2, voice="outlet:post", narrated=True)]
    every = said(puts, stems)
    articles = article_vectors(every, np.array(stems.hash, np.int64))
    rows = table(every, np.array([[0, 1], [1, 2]]), np.full((2, ENCODED), -1.0, np.float32), articles)
    names = ("earlier start", "later start", "same voice", "narrated", "fewer statements", "more statements")
    assert rows[:, [COLUMNS.index(name) for name in names]].tolist() == [[40, 700, 1, 0, 1, 2], [0, 700, 0, 1, 2, 2]]


def test_many_pairs_are_each_as_one() -> None:
    """Of more than are compared in one go each comes out as by itself, whether it is told of or not."""
    stems = Stems()
    every = said([Put(text, number) for number, text in enumerate((A, B, C))], stems)
    articles = article_vectors(every, np.array(stems.hash, np.int64))
    pairs, told = np.array([[0, 1], [0, 1], [1, 2]] * 8_000), np.array([True, False, True] * 8_000)
    rows = table(every, pairs, np.full((24_000, ENCODED), -1.0, np.float32), articles, told)
    alone = table(every, pairs[:3], np.full((3, ENCODED), -1.0, np.float32), articles, told[:3])
    assert rows.tolist() == alone.tolist() * 8_000
    assert (alone[:, COLUMNS.index(MEANT[0])] >= 0).tolist() == [True, False, True]


def test_where_the_head_stands() -> None:
    """The characters of the word that says what happens; nothing where there is none."""
    every = said([Put(A, 1), Put("of 9", 1)], Stems())
    assert every.heads.tolist() == [[36, 42], [-1, -1]]
    assert A[36:42] == "killed"


def test_the_order_of_the_two_changes_nothing() -> None:
    """A pair is a pair."""
    assert compared(A, B) == pytest.approx(compared(B, A))


def test_likely_and_unlikely() -> None:
    """By their words alone: the same news in other words, and other news; where another place is named, it is halved."""
    stems = Stems()
    every = said([Put(text, number) for number, text in enumerate((A, B, C))], stems)
    pairs = np.array([[0, 1], [0, 2]])
    rows = table(every, pairs, np.full((2, ENCODED), -1.0, np.float32), article_vectors(every, np.array(stems.hash, np.int64)))
    same, other = plausible(rows)
    assert same > 0.6
    assert other < 0.1
    assert held(rows, np.array([0.8, 0.8])).tolist() == [0.8, 0.4]
    assert likely(rows).shape == (2,)
    again, elsewhere = retold(rows)
    assert again > 0.6
    assert elsewhere < 0.5


def test_nothing_is_compared() -> None:
    """No pairs, no rows."""
    stems = Stems()
    every = said([], stems)
    empty = np.zeros((0, 2), np.int64)
    assert table(every, empty, np.zeros((0, ENCODED), np.float32), article_vectors(every, np.zeros(0, np.int64))).shape == (
        0,
        len(COLUMNS),
    )
