"""When somebody was charged is no part of the charge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.asides import cut_aside
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution

ParseText = Callable[[str], Parse]
Draft = Callable[..., Attribution]

CASES = {
    "a weekday": (
        "Anglers accused the mill on Wednesday of dumping dye at night.",
        ("Anglers", "accused", "the mill on Wednesday of dumping dye at night"),
        ["the mill", "of dumping dye at night"],
    ),
    "a word for a day": (
        "Anglers blamed the mill yesterday for the blue water.",
        ("Anglers", "blamed", "the mill yesterday for the blue water"),
        ["the mill", "for the blue water"],
    ),
    "part of a day": (
        "Prosecutors charged the mayor late on Monday evening with fraud.",
        ("Prosecutors", "charged", "the mayor late on Monday evening with fraud"),
        ["the mayor", "with fraud"],
    ),
    "none": (
        "Anglers accused the mill of dumping dye on Wednesday.",
        ("Anglers", "accused", "the mill of dumping dye on Wednesday"),
        ["the mill of dumping dye on Wednesday"],
    ),
    "a time of what was done": (
        "Anglers said the mill stopped on Wednesday for repairs.",
        ("Anglers", "said", "the mill stopped on Wednesday for repairs"),
        ["the mill stopped on Wednesday for repairs"],
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES.values(), ids=CASES)
def test_aside(parse_of_text: ParseText, draft: Draft, text: str, words: tuple[str, str, str], expected: list[str]) -> None:
    """Whom, and what with, without when; other verbs keep their times."""
    parse = parse_of_text(text)
    attribution = draft(parse, *words)
    cut_aside(parse, attribution)
    assert [text[a:b] for a, b in attribution.content] == expected
