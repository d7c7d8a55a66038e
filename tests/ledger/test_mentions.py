"""Where an article means whom, in windows of its text and out of them again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.ledger.mentions import unwound, windows

MENTIONS = st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 70_000), st.integers(1, 70_000)), max_size=300)


@given(MENTIONS)
def test_mentions_come_out_as_they_went_in(mentions: list[tuple[int, int, int]]) -> None:
    """In the order of their places, however long they are and however many entities there are."""
    spans = [(start, start + length, entity) for start, length, entity in mentions]
    rows = windows((*span, 7) for span in spans)
    assert [one for _, place, _, coded in rows for one in unwound(place, coded)] == sorted(spans)
    assert all(row == 7 and len(coded) <= 3 * 256 for row, _, _, coded in rows)


def test_three_characters_for_each() -> None:
    """The second window has two mentions: at its place 4 of 3 characters the entity 1, at its place 9 of one the entity 2."""
    assert windows([(516, 519, 1, 5), (521, 522, 2, 5)]) == [(5, 1, 0, "431912")]
