"""A row for each happening, as a statistics package opens it; and the lines of the page."""

from __future__ import annotations

import csv
import io
import re

import pytest

from allegedly import publishing, read
from allegedly.model import Reading

TEXT = "The mayor said that gunmen had attacked the port of Paris on Monday. Nine people died in the attack, a doctor said."


@pytest.fixture(scope="module")
def told() -> Reading:
    """A report in which two voices tell of one attack."""
    return read(TEXT, outlet="The Mail", published="2025-03-12")


def written(reading: Reading, form: str) -> str:
    """What a format writes for one reading."""
    file = io.StringIO(newline="")
    publishing.write([reading], form, file)
    return file.getvalue()


def test_a_row_for_each(told: Reading) -> None:
    """Voice, stance, type, who, when and what became of it, with a value for each mention where there are several."""
    rows = list(csv.DictReader(io.StringIO(written(told, "csv-happenings"), newline="")))
    assert [row["type"] for row in rows] == ["assault", "death"]
    attack = rows[0]
    assert (attack["voice"], attack["stance"]) == ("mayor | doctor", "affirms | affirms")
    assert (attack["actor"], attack["status"], attack["words"]) == ("gunmen", "happened | happened", "attacked | attack")
    assert (attack["date"], attack["date_end"], attack["date_precision"]) == ("2025-03-10", "2025-03-10", "day")
    spans = [tuple(map(int, span.split("-"))) for span in attack["span"].split(" | ")]
    assert [TEXT[a:b] for a, b in spans] == ["attacked", "attack"]
    assert attack["article"] == told.article.id


def test_the_page(told: Reading) -> None:
    """A line for each happening of a known type, with its voices; in HTML too."""
    page = written(told, "page")
    assert "What is said to have happened" in page
    assert re.search(r"mayor, doctor “attacked” \(assault; happened\) gunmen → the port", page)
    assert "What is said to have happened" in written(told, "html")
