"""Words in a paragraph of their own are his who is named in the sentence above them."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.blocks import led_in
from allegedly.weighing.origins.report import Report

WORDS = "The harbour was sold without a vote and the fishermen were never asked about it."


def made(text: str) -> Report:
    """An article as tracing sees it."""
    reading = allegedly.read(text, outlet="The Orrel Post", published="2019-05-04", reader="rules")
    return Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)


def leads(text: str) -> list[str]:
    """Whose the statement that holds the words is."""
    report = made(text)
    at = report.text.index(WORDS)
    return [hop.name for hop in led_in(report, next(s for s in report.sayings if s.start <= at < s.end))]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Here is the full statement from the council's lawyer, Ana Ruiz:", ["Ana Ruiz"]),
        ("Take a look at comments from Ivo Brandt, the minority leader in the senate:", ["Ivo Brandt"]),
        ("On page 5, Pia Rusk writes:", ["Pia Rusk"]),
        ("Nobody was surprised. Here are Tomas Lind's remarks in full:", ["Tomas Lind"]),
        ("It was a short letter. Wrote Ana Ruiz:", ["Ana Ruiz"]),
        ("Three things were decided on Monday:", []),
        ("Ana Ruiz was at the harbour on Sunday.", []),
    ],
)
def test_the_sentence_above_says_whose_words_they_are(lead: str, who: list[str]) -> None:
    """It ends in a colon and names somebody as who says them; a list has no voice."""
    assert leads(f"The council met on Monday.\n\n{lead}\n\n{WORDS}\n\nThe council did not answer.") == who


def test_only_the_paragraph_right_below_is_his() -> None:
    """What comes after it is the outlet's again."""
    assert leads(f"Here is the statement from Ana Ruiz:\n\nI am sorry for it all.\n\n{WORDS}") == []
