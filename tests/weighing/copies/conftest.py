"""Invented reports of a harbour that silts up, for all tests of copies."""

from __future__ import annotations

import pytest

from allegedly.intake.article import article_from_text
from allegedly.model import Article

LEAD = (
    "The dredger that was to clear the harbour of Port Lenning has stood idle since March, because nobody will pay for the oil"
    " that it burns, and the fishing fleet now waits for the tide twice a day before any of its boats can leave the quay."
)
COUNCIL = (
    "Members of the town council met behind closed doors on Tuesday and put off a decision for the third time this year, although"
    " the harbour master had laid before them figures that show the channel losing a hand's breadth of depth every week."
)
QUOTE = (
    "“If we wait for the autumn storms there will be no harbour left to dredge, and I do not mean to explain that to forty"
    " families who live from it,” Marta Quill, the harbour master, told reporters on the quay."
)
FISH = (
    "Landings of herring have fallen by a third within two years, according to the port's own books, while the price of ice has"
    " doubled and three of the eleven smokehouses along the north mole have shut their doors for good."
)
RAIL = (
    "A railway that would carry stone from the quarries of Upper Wend to the coast was promised by four governments in a row, and"
    " surveyors have driven their pegs into the same meadow so often that the farmer has begun to charge them rent."
)
HORSES = (
    "Two hundred riders crossed the Ansel moor at dawn for the old spring race, which is run without saddles and without a prize,"
    " and which the county has tried to forbid ever since a deputy fell into the mill pond before the eyes of his voters."
)


def article(*paragraphs: str, **given: str) -> Article:
    """An article of these paragraphs."""
    return article_from_text("\n\n".join(paragraphs), **given)  # type: ignore[arg-type]  # its metadata are all strings


@pytest.fixture
def wire() -> Article:
    """An agency's report."""
    return article(
        f"PORT LENNING, March 4 (Reuters) - {LEAD}",
        COUNCIL,
        QUOTE,
        FISH,
        outlet="Reuters",
        published="2031-03-04",
        title="Idle dredger",
    )
