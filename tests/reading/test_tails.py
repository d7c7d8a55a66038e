"""What stands at the end of somebody's words and is not said by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.tails import cut_tail, give_object

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


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Ostrel accused the navy of firing on a boat, wounding two sailors.",
            ("Ostrel", "accused", "of firing on a boat, wounding"),
            "of firing on a boat, wounding two sailors",
        ),
        (
            "Ostrel accused the navy of firing on a boat near the cape.",
            ("Ostrel", "accused", "of firing on a boat"),
            "of firing on a boat",
        ),
        ("The navy fired, Lena Marsk said.", ("Lena Marsk", "said", "The navy fired"), "The navy fired"),
    ],
)
def test_a_verb_at_the_end_has_its_object(
    parse_of_text: ParseText, draft: Draft, text: str, words: tuple[str, str, str], expected: str
) -> None:
    """Words that end in a verb go on to the end of its object, where one stands right behind it."""
    parse = parse_of_text(text)
    attribution = draft(parse, *words)
    give_object(parse, attribution)
    assert [text[a:b] for a, b in attribution.content] == [expected]
