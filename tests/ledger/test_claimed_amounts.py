"""How many, by voice, in a claim."""

from __future__ import annotations

from pathlib import Path

import allegedly
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.model_claims import Amounts

TEXTS = {
    "The Oster Courier": "Nine workers were killed in a fire at the Lindqvist paper mill in Corvale on Monday, police said.",
    "The Harwick Post": "A fire at the Lindqvist paper mill in Corvale killed nine workers on Monday, police said.",
    "The Kelby Times": "A fire at the Lindqvist paper mill in Corvale killed 14 people on Monday, Mayor Orla Brandt said.",
}


def amounts(folder: Path) -> tuple[Amounts, ...]:
    """Those of the claim that the three articles have in common."""
    with Ledger(folder / "a.ledger", make=True) as ledger:
        run = Adding(ledger._connection, "test")
        for outlet, text in TEXTS.items():
            reading = allegedly.read(text, outlet=outlet, published="2026-03-02", reader="rules")
            run.put(reading.article, reading)
        run.flush()
        ledger.weigh()
        (claim,) = ledger.claims()
        return claim.amounts


def test_those_of_whom_the_same_became_are_counted_together(tmp_path: Path) -> None:
    """Workers of the one and people of the other, from the least to the most; the police, who say nine twice, are named once."""
    (found,) = amounts(tmp_path)
    assert (found.unit, found.fate, found.least, found.most) == (None, "killed", 9, 14)
    assert [(said.source, said.words, said.value, said.unit) for said in found.by] == [
        ("police", "Nine", 9, "workers"),
        ("Orla Brandt", "14", 14, "people"),
    ]


def test_each_amount_is_one_that_its_article_has(tmp_path: Path) -> None:
    """The words, the number and its bounds are the reading's, of the article that the statement stands in."""
    (found,) = amounts(tmp_path)
    of_readings = {}
    for outlet, text in TEXTS.items():
        reading = allegedly.read(text, outlet=outlet, published="2026-03-02", reader="rules")
        of_readings[reading.article.id] = {(a.text, a.value, a.unit, a.low, a.high) for a in reading.amounts}
    for said in found.by:
        own = said.words, said.value, said.unit, said.low, said.high
        assert own in of_readings[said.statement.rpartition(":")[0]]
