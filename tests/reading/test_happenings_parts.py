"""The words of those who take part in a happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.happenings_parts import phrase_of
from allegedly.reading.parse import Parse

ParseText = Callable[[str], Parse]


@pytest.mark.parametrize(
    "text",
    [
        "The talks which he was part of ended without a deal.",
        "The only strike that she was a member of has failed.",
        "The raid that they took charge of killed nine men.",
    ],
)
def test_a_phrase_ends_where_it_begins_or_later(parse_of_text: ParseText, text: str) -> None:
    """Also where what *of* belongs to stands before it."""
    parse = parse_of_text(text)
    for head in range(len(parse)):
        first, last = phrase_of(parse, head)
        assert first <= head <= last
