"""Who speaks where an article prints words as they were said, without a verb of saying."""

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


@pytest.mark.parametrize(
    "title",
    [
        "Transcript: Mayor Ana Ruiz's farewell speech",
        "Read the full text of Ana Ruiz's opening statement to the board",
        "In full: Ana Ruiz’s letter to the town",
        "Statement from Ana Ruiz on the lock",
        "Full text: Mayor Ruiz's address",
    ],
)
def test_in_full(title: str) -> None:
    """A title says whose words are printed; they are spoken by whom it names."""
    speech = (
        "Mayor Ana Ruiz spoke at the lock.\n\nI am Ana Ruiz. I kept the lock for nine years. We opened it in May."
        " My brother drowned in it. I ask you to shut it.\n\n"
    )
    assert ends(speech + FILLER, "My brother drowned in it", title=title) == [("voice", "Ana Ruiz")]
    assert ends(speech + FILLER, "My brother drowned in it", title="The lock of Orrel") == []
