"""Who speaks in a transcript by the name before his turn."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.report import Report

FILLER = "The quinces of the valley were late. The mill stood still in May. Nobody came to the weir on Sundays.\n\n" * 16


def ends(text: str, words: str, *, title: str = "t", byline: str | None = None) -> list[tuple[str, str]]:
    """Kind and name of those on whose word the statement of these words rests."""
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title=title, byline=byline, reader="rules")
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)
    at = text.index(words)
    nearest = max(report.sayings, key=lambda s: (min(s.end, at + len(words)) - max(s.start, at), -s.start))
    return [(rest.hops[-1].kind, rest.hops[-1].name) for rest in rests(report, [nearest.statement], ("Hill Courier",))]


TALK = (
    "Reporter Ivo Brandt met Councillor Ana Ruiz on Friday. BRANDT: Is the lock shut? RUIZ: No. No. The lock is open because"
    " the keeper is ill. BRANDT: Since when? RUIZ: Since May. The mill has stood still since then."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The lock is open because the keeper is ill", [("voice", "Ana Ruiz")]),
        ("The mill has stood still since then", [("voice", "Ana Ruiz")]),
    ],
)
def test_turns(words: str, found: list[tuple[str, str]]) -> None:
    """In a transcript the name before the turn speaks; what stands before the first turn is the outlet's."""
    text = f"{TALK}\n\n{FILLER}"
    assert ends(text, words) == found
    assert ends(text, "The quinces of the valley were late") != found
