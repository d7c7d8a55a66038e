"""What stands at the end of somebody's words and is not said by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.tails import cut_tail

ParseText = Callable[[str], Parse]
Draft = Callable[..., Attribution]

CASES = {
    "whom the outlet cites": (
        "Reuters reported the bridge to be unsafe, citing two officials.",
        ("Reuters", "reported", "the bridge to be unsafe, citing two officials"),
        "the bridge to be unsafe",
    ),
    "papers that the outlet cites": (
        "Reuters reported the bridge to be unsafe citing documents from the ministry.",
        ("Reuters", "reported", "the bridge to be unsafe citing documents from the ministry"),
        "the bridge to be unsafe",
    ),
    "reasons": (
        "Reuters reported that the banks declined, citing the cost.",
        ("Reuters", "reported", "that the banks declined, citing the cost"),
        "that the banks declined, citing the cost",
    ),
    "a remark": (
        "Critics accused him of selling the mill, something that he had once called a crime.",
        ("Critics", "accused", "of selling the mill, something that he had once called a crime"),
        "of selling the mill",
    ),
    "something that is said": (
        "Critics said that he had sold something that was not his.",
        ("Critics", "said", "that he had sold something that was not his"),
        "that he had sold something that was not his",
    ),
    "quoted words": (
        '"The bridge is unsafe, citing two officials," Lena Marsk said.',
        ("Lena Marsk", "said", '"The bridge is unsafe, citing two officials,"'),
        '"The bridge is unsafe, citing two officials,"',
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES.values(), ids=CASES)
def test_tail(parse_of_text: ParseText, draft: Draft, text: str, words: tuple[str, str, str], expected: str) -> None:
    """The words that are left when the tail is off."""
    parse = parse_of_text(text)
    attribution = draft(parse, *words)
    cut_tail(parse, attribution)
    assert [text[a:b] for a, b in attribution.content] == [expected]
