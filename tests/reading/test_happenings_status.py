"""Status, polarity and certainty of a word, by what stands beside it and what it hangs on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.happenings_status import told
from allegedly.reading.parse import Parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The navy did not fire at the boat.", "fire", ("happened", "negative", "certain")),
        ("Soldiers are surrounding the mill.", "surrounding", ("ongoing", "positive", "certain")),
        ("The union plans to strike in June.", "strike", ("planned", "positive", "certain")),
        ("The union does not plan to strike.", "strike", ("planned", "negative", "certain")),
        ("She tried to flee.", "flee", ("attempted", "positive", "certain")),
        ("The garrison failed to hold the bridge.", "hold", ("failed", "negative", "certain")),
        ("Guards foiled an attack on the palace.", "attack", ("failed", "negative", "certain")),
        ("The plot was foiled.", "plot", ("failed", "negative", "certain")),
        ("The raid failed.", "raid", ("failed", "negative", "certain")),
        ("The general threatened to bomb the port.", "bomb", ("threatened", "positive", "possible")),
        ("The strike may have killed nine people.", "killed", ("happened", "positive", "possible")),
        ("Police allegedly beat two reporters.", "beat", ("happened", "positive", "possible")),
        ("He is believed to be overseeing the yard.", "overseeing", ("ongoing", "positive", "probable")),
        ("If the dam breaks, the town will flood.", "breaks", ("hypothetical", "positive", "possible")),
        ("The match will take place in June.", "take", ("planned", "positive", "certain")),
        ("The firm expects to cut jobs.", "cut", ("planned", "positive", "probable")),
        ("They stopped building ships.", "building", ("happened", "negative", "certain")),
        ("They told the mayor that the boat had sunk.", "sunk", ("happened", "positive", "certain")),
        ("They told the mayor to leave.", "leave", ("hypothetical", "positive", "certain")),
        ("She denied the theft.", "theft", ("denied", "negative", "certain")),
        ("She denied the allegations.", "allegations", ("happened", "positive", "certain")),
        ("The attempted theft was filmed.", "theft", ("attempted", "positive", "certain")),
        ("It would cause a flood.", "flood", ("planned", "positive", "certain")),
    ],
)
def test_told(parse_of_text: Callable[[str], Parse], text: str, word: str, expected: tuple[str, str, str]) -> None:
    """The nearest word tells the status, every negation turns it round, the least sure word tells how certain it is."""
    parse = parse_of_text(text)
    found = told(parse, parse.word.index(word))
    assert (found.status, found.polarity, found.certainty) == expected
