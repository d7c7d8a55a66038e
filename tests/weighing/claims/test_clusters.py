"""Gathering by average link, of squares."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.weighing.claims.clusters import gathered


def test_likely_pairs_come_together() -> None:
    """Two pairs, two groups; the fifth stays alone."""
    assert gathered(5, [(0, 1, 0.9), (2, 3, 0.8)], least=0.6) == [[0, 1], [2, 3], [4]]


def test_a_chain_does_not_tie_its_ends_together() -> None:
    """Each is like the next one, but the ends are not alike: on average they are not likely enough."""
    chain = [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.9)]
    assert gathered(4, chain, least=0.6) == [[0, 1], [2, 3]]


def test_what_contradicts_never_comes_together() -> None:
    """Not even where a third is like both."""
    assert gathered(3, [(0, 1, 0.9), (1, 2, 0.8)], [(0, 2)], least=0.4) == [[0, 1], [2]]


def test_a_group_that_has_grown_is_weighed_anew() -> None:
    """Three that are all alike are one group, whichever two came first."""
    assert gathered(3, [(0, 1, 0.7), (0, 2, 0.9), (1, 2, 0.8)], least=0.6) == [[0, 1, 2]]


def test_few_other_words_keep_nothing_out() -> None:
    """What is plainly the same as two of three is in with them, however far from the third; what is hardly like each is not."""
    near = [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9)]
    assert gathered(4, [*near, (0, 3, 0.9), (1, 3, 0.8)], least=0.6) == [[0, 1, 2, 3]]
    assert gathered(4, [*near, (0, 3, 0.58), (1, 3, 0.58), (2, 3, 0.58)], least=0.6) == [[0, 1, 2], [3]]


def test_groups_need_more_than_single_ones() -> None:
    """What is enough for one to join two is not for two to join two."""
    enough = 0.61
    assert gathered(3, [(0, 1, 0.9), (0, 2, enough), (1, 2, enough)], least=0.6) == [[0, 1, 2]]
    crossed = [(a, b, enough) for a in (0, 1) for b in (2, 3)]
    assert gathered(4, [(0, 1, 0.9), (2, 3, 0.9), *crossed], least=0.6) == [[0, 1], [2, 3]]
    assert gathered(4, [(0, 1, 0.9), (2, 3, 0.9), *[(a, b, 0.7) for a, b, _ in crossed]], least=0.6) == [[0, 1, 2, 3]]


@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 1)).filter(lambda row: row[0] < row[1]),
        max_size=20,
        unique_by=lambda row: row[:2],
    )
)
def test_every_member_is_in_one_group(likely: list[tuple[int, int, float]]) -> None:
    """Nobody is lost, nobody is there twice, and the order of the pairs changes nothing."""
    found = gathered(8, likely)
    assert sorted(i for members in found for i in members) == list(range(8))
    assert found == gathered(8, likely[::-1])
