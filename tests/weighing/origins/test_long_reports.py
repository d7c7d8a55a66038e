"""Where a statement of a long report is from: of its own clause, of what tells the same, mostly of nobody."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.outlets import plain
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import ends

PAGE = "The quinces of the valley were late. The mill stood still in May. Nobody came to the weir on Sundays.\n\n" * 16


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The dam has a crack. Ivo Brandt said on Friday that guests find the water cold.", "The dam has a crack", []),
        ("Under the new law, the keeper needs a paper. The board met in May.", "the keeper needs a paper", []),
        ("The keeper left for the coast, though Ana Ruiz said that her words were bent.", "The keeper left for the coast", []),
        ("The dam has a crack, Ana Ruiz said on Friday.", "The dam has a crack", [("voice", "Ana Ruiz")]),
        (
            "Frost took a third of the pears.\n\n“Frost has left us no more than two thirds of our pears,” said Ana Ruiz.",
            "Frost took a third of the pears",
            [("voice", "Ana Ruiz")],
        ),
        ("In a letter to the board, Ana Ruiz said that the keeper is ill.", "In a letter to the board", []),
        (
            "Ana Ruiz said that Hanna Brandt was briefed about the dam by Ivo Stahl on Friday.",
            "Hanna Brandt was briefed about the dam",
            [("voice", "Ana Ruiz")],
        ),
        (
            (
                "Ana Ruiz told the Hill Courier that the mill has a crack. The Hill Courier had reported on the weir.\n\n"
                "“The dam has a crack,” Ana Ruiz said."
            ),
            "The dam has a crack",
            [("voice", "Ana Ruiz")],
        ),
    ],
)
def test_in_a_long_report(text: str, words: str, found: list[tuple[str, str]]) -> None:
    """On a page of many matters a sentence has the source of its own clause, or of what tells the same; most have none."""
    assert ends(f"{PAGE}{text}\n\n{PAGE}", words) == found


def test_who_keeps_a_column_speaks() -> None:
    """Under whose name an outlet is kept is a voice where he is quoted, and no agency where he is one of many in a byline."""
    text = "The dam has a crack, said Mayor Hanna Stahl. Her brother was there. Mrs Stahl left on Friday."
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    known = {plain(name) for name in ("The Orrel Post", "Hanna Stahl")}
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda name: plain(name) in known)
    found = [rest.hops[-1] for rest in rests(report, [1], ("Hanna Stahl",))]
    assert [(hop.kind, hop.name) for hop in found] == [("voice", "Hanna Stahl")]
    byline = "Ana Ruiz, Hanna Stahl, Ivo Brandt"
    assert ends("The dam has a crack.", "The dam has a crack", byline=byline) == []
