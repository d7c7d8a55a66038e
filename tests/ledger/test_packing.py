"""Happenings and ties, packed and unpacked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.ledger.packing import packed, unpacked
from allegedly.model import Happening, HappeningMention, Participant, Tie

TEXT = "The rebels attacked the port on Monday, and the mayor fled to Corvale with 40 others." * 9
NUMBERS = st.sampled_from([1, 2, 3, 40, 127, 128, 99_999])
SURE = st.sampled_from([0.0, 0.5, 0.93, 0.9312, 1.0])
SPANS = st.tuples(st.integers(0, 300), st.integers(1, 400)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def ids(letter: str) -> st.SearchStrategy[str]:
    """Ids that begin with the letter."""
    return NUMBERS.map(lambda n: f"{letter}{n}")


def quoted(record: type, /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Records with a span of the text and its words."""
    return st.builds(
        lambda span, given: record(span=span, text=TEXT[slice(*span)], **given), SPANS, st.fixed_dictionaries(fields)
    )


MENTIONS = quoted(
    HappeningMention,
    statement=st.none() | ids("s"),
    status=st.sampled_from(["happened", "ongoing", "failed", "denied"]),
    polarity=st.sampled_from(["positive", "negative"]),
    certainty=st.sampled_from(["certain", "probable", "possible"]),
    confidence=SURE,
)
PARTS = quoted(Participant, role=st.sampled_from(["actor", "target", "with", "about"]), entity=st.none() | ids("e"))
HAPPENINGS = st.builds(
    Happening,
    id=ids("h"),
    type=st.sampled_from(["assault", "other"]),
    mode=st.sampled_from([None, "bombing"]),
    mentions=st.lists(MENTIONS, min_size=1, max_size=2).map(tuple),
    participants=st.lists(PARTS, max_size=2).map(tuple),
    times=st.lists(ids("t"), max_size=1).map(tuple),
    place=st.none() | ids("e"),
    amounts=st.lists(ids("a"), max_size=1).map(tuple),
    confidence=SURE,
)
TIES = quoted(
    Tie,
    id=ids("r"),
    kind=st.sampled_from(["leads", "located in"]),
    of=ids("e"),
    to=ids("e"),
    statement=st.none() | ids("s"),
    use=st.sampled_from(["applied", "rejected"]),
    former=st.booleans(),
    since=st.none() | ids("t"),
    until=st.none() | ids("t"),
    confidence=SURE,
)


@given(st.lists(HAPPENINGS, max_size=4), st.lists(TIES, max_size=3))
def test_the_same_comes_out(happenings: list[Happening], ties: list[Tie]) -> None:
    """Whatever is packed comes out again, to the last field."""
    sorts = {sort: n for n, sort in enumerate(dict.fromkeys((h.type, h.mode) for h in happenings), 1)}
    pieces = packed(happenings, ties, sorts)
    if not happenings and not ties:
        assert pieces == []
        return
    assert all(len(piece) <= 470 for piece in pieces)
    assert unpacked(b"".join(pieces), TEXT, {n: sort for sort, n in sorts.items()}) == (tuple(happenings), tuple(ties))


@given(st.binary(max_size=60))
def test_damaged_bytes(data: bytes) -> None:
    """Bytes that are none are refused with one sentence."""
    with pytest.raises(ValueError, match=r"^its happenings are damaged: "):
        unpacked(data, TEXT, {})
