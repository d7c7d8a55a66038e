"""A person is one with the body that he works for where it is called by a piece of its name, and with no town."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.workplaces import works_there


def why(*texts: str, outlet: str = "Hill Courier") -> str:
    """Why Ana Ruiz, who speaks in the first article, and Mirabel, which does in the last, are one."""
    readings = [allegedly.read(text, outlet=outlet, published="2024-05-03", title="t", reader="rules") for text in texts]
    reports = {n: Report(n, reading, list(range(1, len(reading.statements) + 1)), {}, bool) for n, reading in enumerate(readings)}
    one, other = Node("voice", "Ana Ruiz", sort="person"), Node("voice", "Mirabel", article=len(texts) - 1, sort="person")
    return works_there(other, one, reports)


@pytest.mark.parametrize(
    "first",
    [
        "Dr Ana Ruiz of Mirabel was our guest.",
        "It was the first, says Ana Ruiz, whose research group at Mirabel had grown it.",
        "“It grows,” said Ana Ruiz at Mirabel.",
    ],
)
def test_who_is_of_a_body(first: str) -> None:
    """Of it, at it, or whose people are there, where somewhere the body has its noun."""
    assert why(first, "The Mirabel eye clinic is large.", "Mirabel has announced it.") == "Ana Ruiz is of Mirabel"


@pytest.mark.parametrize(
    ("texts", "outlet"),
    [
        (("Ana Ruiz of Mirabel spoke.", "Mirabel has announced it."), "Hill Courier"),
        (("Ana Ruiz of Mirabel spoke.", "The Mirabel council met.", "Mirabel has announced it."), "Hill Courier"),
        (("Ana Ruiz of Mirabel spoke.", "The Mirabel clinic is large. In Mirabel it rains.", "Mirabel has it."), "Hill Courier"),
        (("Ana Ruiz of Mirabel spoke.", "The Mirabel clinic is large.", "Mirabel has it."), "Mirabel Courier"),
        (("Ana Ruiz praised Mirabel.", "The Mirabel clinic is large.", "Mirabel has it."), "Hill Courier"),
        (("Ivo Brandt of Mirabel spoke. So did Ana Ruiz.", "The Mirabel clinic is large.", "Mirabel has it."), "Hill Courier"),
    ],
)
def test_who_is_of_a_town_or_of_something_else(texts: tuple[str, ...], outlet: str) -> None:
    """A name that is never a body's, that is a place's elsewhere, or an outlet's; and who only speaks of the body."""
    assert not why(*texts, outlet=outlet)
