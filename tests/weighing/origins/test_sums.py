"""Those who are only the sum of who then speaks."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import OTHERS

LATER = "\n\n“The dam broke at noon,” said Ana Ruiz, 41."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Many residents of Mill Street say that the dam broke.{LATER}", ["Ana Ruiz"]),
        (f"Workers and neighbours of the Orrel dairy ask why the dam broke.{LATER}", ["Ana Ruiz"]),
        ("Nurses say that the dam broke.\n\n“The dam broke at noon,” said Ana Ruiz, a nurse.", ["Ana Ruiz"]),
        (f"Nurses say that the dam broke.{LATER}", ["Nurses", "Ana Ruiz"]),
        ("Residents of Mill Street say that the dam broke.", ["Residents of Mill Street"]),
        (
            "Residents of Mill Street say that the dam broke.\n\n“The dam broke at noon,” said the mayor, Ana Ruiz.",
            ["Residents of Mill Street", "Ana Ruiz"],
        ),
        (
            "“The dam broke at noon,” said Ana Ruiz, 41.\n\nResidents of Mill Street say that the dam broke.",
            ["Ana Ruiz", "Residents of Mill Street"],
        ),
        (
            f"It rained. The sluice was shut. Residents of Hask told the Hill Courier that the dam broke.{LATER}",
            ["Residents of Hask", "Ana Ruiz"],
        ),
        (f"Two residents of Mill Street say that the dam broke.{LATER}", ["Two residents of Mill Street", "Ana Ruiz"]),
        (f"Officials of the river board say that the dam broke.{LATER}", ["river board", "Ana Ruiz"]),
    ],
    ids=[
        "residents",
        "joined",
        "a nurse",
        "no nurse",
        "nobody of them speaks",
        "a mayor is none of them",
        "later",
        "told another paper",
        "two",
        "officials",
    ],
)
def test_a_group_and_one_of_it(text: str, found: list[str]) -> None:
    """A group without a name is no origin beside one of it who speaks after it, for himself and by name."""
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, OTHERS.__contains__)
    assert [rest.hops[-1].name for rest in rests(report, [s.statement for s in report.sayings], OTHERS)] == found
