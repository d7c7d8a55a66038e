"""Which statements of a ledger others could repeat."""

from __future__ import annotations

from pathlib import Path

import allegedly
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.weighing.claims.reading import stated

TEXT = (
    "Ilmar Benko, the trainer of Corvale United, was sacked on Monday, the Harwick Post reported."
    ' "He is gone," said the president, Orla Brandt.'
    " Photo: the stadium of Corvale."
)


def put_forward(folder: Path, text: str, **least: int) -> list[str]:
    """What an article of these words has that others could repeat, in a ledger of its own."""
    reading = allegedly.read(text, outlet="The Oster Courier", published="2026-03-02", reader="rules")
    with Ledger(folder / "a.ledger", make=True) as ledger:
        if not ledger._connection.execute("SELECT 1 FROM articles").fetchone():
            run = Adding(ledger._connection, "test")
            run.put(reading.article, reading)
            run.flush()
        return [one.text for one in stated(ledger._connection, [1], **least)]


def test_a_clause_about_somebody_is_enough_and_a_caption_is_nothing(tmp_path: Path) -> None:
    """*He is gone* says enough with the name that *he* stands for; what has no verb says nothing of its own."""
    texts = put_forward(tmp_path, TEXT)
    assert texts == ["Ilmar Benko, the trainer of Corvale United, was sacked on Monday", '"He is gone,"']


def test_notes_that_stand_beside_articles_tell_nothing(tmp_path: Path) -> None:
    """Who helped with a report is no claim, in the outlet's own voice; somebody's words of it are."""
    text = (
        "The harbour office closed the northern pier on Monday."
        " The mayor said that Orla Brandt contributed to this report on the pier."
        " Ilmar Benko and Orla Brandt in Harwick contributed to this report."
    )
    texts = put_forward(tmp_path, text)
    assert texts == [
        "The harbour office closed the northern pier on Monday",
        "that Orla Brandt contributed to this report on the pier",
    ]


def test_what_somebody_only_speaks_of_is_no_claim(tmp_path: Path) -> None:
    """*Criticised the ruling on the pier* puts no ruling forward; what is announced and what is denied stays."""
    text = (
        "The mayor of Harwick criticised the harbour court's ruling."
        " Orla Brandt announced a review of the harbour rules."
        " Ilmar Benko denied the allegations against the harbour office."
    )
    texts = put_forward(tmp_path, text)
    every = put_forward(tmp_path, text, least=0)
    assert set(every) - set(texts) == {"the harbour court's ruling"}
    assert "the allegations against the harbour office" in texts
