"""Who is told to have written a paper: whose name is under a report, and not on a certificate."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import explicit


@pytest.mark.parametrize(
    ("who", "wrote"),
    [
        ("the engineer whose name is under the safety report", True),
        ("the engineer whose signature is on a letter", True),
        ("the engineer whose name is on the certificate", False),
        ("the engineer whose name is on the door", False),
    ],
)
def test_whose_name_is_on_a_paper(who: str, *, wrote: bool) -> None:
    """Whoever signed a report wrote it; a certificate has the name of whoever is certified."""
    text = f"The dam of Hask has a long crack, said {who}."
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)
    rests = [rest for saying in report.sayings for rest in explicit(report, saying, [], again=False)]
    assert [rest.hops[-1].wrote for rest in rests] == [wrote]
