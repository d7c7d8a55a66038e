"""How far the network agrees with a candidate: numbers in their ranges, higher for what is right."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.model import Span
from allegedly.reading.candidates import candidates
from allegedly.reading.frames import Candidate, Layout
from allegedly.reading.network.agreement import Agreement, agreement, log_odds
from allegedly.reading.network.marks import Marks
from allegedly.reading.network.proposals import proposals

SeenText = Callable[[str], tuple[Layout, Marks]]

EXAMPLES = Path(__file__).parents[3] / "examples"
TEXT = "The company denied that its tanks had leaked. The mayor of Oster said that the bridge would close."


def made(layout: Layout, source: str | None, content: list[str], cue: str = "said") -> Candidate:
    """A candidate of a text, with source, content and cue by their words."""
    text = layout.parse.text
    token = layout.parse.word.index(cue)

    def span(words: str) -> Span:
        start = text.index(words)
        return start, start + len(words)

    return Candidate(
        frame="clause",
        token=token,
        cue=layout.parse.span(token, token),
        source=None if source is None else span(source),
        source_token=None if source is None else layout.parse.tokens(span(source))[0],
        content=[span(words) for words in content],
    )


def in_range(found: Agreement) -> None:
    """What holds of every agreement."""
    assert all(math.isfinite(number) for number in found)
    assert abs(found.cue) <= round(log_odds(1.0), 4)
    assert all(0.0 <= share <= 1.0 for share in found[1:])
    assert all(number == round(number, 4) for number in found)


@pytest.mark.parametrize("name", ["strait-short.txt", "union-speech.txt", "court-fraud.txt"])
def test_ranges(name: str, seen_of_text: SeenText) -> None:
    """Of every candidate of an article, the rules' and the network's own, all numbers are in their ranges."""
    layout, marks = seen_of_text((EXAMPLES / name).read_text(encoding="utf-8"))
    every = [*candidates(layout), *proposals(layout, marks)]
    assert len(every) > 5
    for candidate in every:
        in_range(agreement(layout.parse, marks, candidate))


def test_right_candidate(seen_of_text: SeenText) -> None:
    """The network agrees in everything with a candidate that is right."""
    layout, marks = seen_of_text(TEXT)
    found = agreement(layout.parse, marks, made(layout, "The mayor of Oster", ["that the bridge would close"]))
    assert found.cue > 2.0
    assert min(found.inside, found.whole, found.edges, found.source) > 0.9
    assert found.elsewhere < 0.1


@pytest.mark.parametrize("source", ["The company", "its tanks", "the bridge", None])
def test_wrong_source(source: str | None, seen_of_text: SeenText) -> None:
    """A candidate with another source, or with none where there is one, is agreed with less in its source alone."""
    layout, marks = seen_of_text(TEXT)
    content = ["that the bridge would close"]
    good = agreement(layout.parse, marks, made(layout, "The mayor of Oster", content))
    bad = agreement(layout.parse, marks, made(layout, source, content))
    in_range(bad)
    assert good.source > bad.source + 0.5
    assert good.elsewhere < bad.elsewhere - 0.5
    assert (good.cue, good.inside, good.whole, good.edges) == (bad.cue, bad.inside, bad.whole, bad.edges)


def test_no_source_where_there_is_none(seen_of_text: SeenText) -> None:
    """Where nobody is the source, the network agrees with a candidate that has none."""
    layout, marks = seen_of_text("The suspect is believed to be hiding in the hills.")
    content = ["The suspect", "to be hiding in the hills"]
    without = agreement(layout.parse, marks, made(layout, None, content, "believed"))
    wrong = agreement(layout.parse, marks, made(layout, "The suspect", content, "believed"))
    assert without.source > 0.5 > wrong.source


def test_wrong_content(seen_of_text: SeenText) -> None:
    """Too little content, too much and the wrong one are agreed with less in what is wrong with each."""
    layout, marks = seen_of_text(TEXT)
    source = "The mayor of Oster"

    def of(content: str) -> Agreement:
        return agreement(layout.parse, marks, made(layout, source, [content]))

    good, short, wrong = of("that the bridge would close"), of("the bridge"), of("that its tanks had leaked")
    long = of("its tanks had leaked. The mayor of Oster said that the bridge would close")
    for bad in (short, wrong, long):
        in_range(bad)
        assert bad.whole < good.whole - 0.2
        assert bad.edges < good.edges - 0.2
        assert bad.source == good.source
    assert short.inside > 0.9
    assert long.inside < 0.8
    assert wrong.inside < 0.2


def test_not_a_cue(seen_of_text: SeenText) -> None:
    """A word that heads no cue is less sure to head one than a word that does."""
    layout, marks = seen_of_text(TEXT)
    good = made(layout, "The mayor of Oster", ["that the bridge would close"])
    bad = replace(good, token=layout.parse.word.index("bridge"))
    assert agreement(layout.parse, marks, good).cue > 0.0 > agreement(layout.parse, marks, bad).cue


def test_what_is_in_another_window_counts_for_nothing(seen_of_text: SeenText) -> None:
    """Content and source in another window than the cue add nothing and are no error."""
    layout, marks = seen_of_text(TEXT + "\n\n" + "The ferry left at noon from the northern quay. " * 16)
    good = made(layout, "The mayor of Oster", ["that the bridge would close"])
    away = layout.parse.paragraphs[-1]
    assert marks.window(good.token).last < away[0]
    far = layout.parse.span(away[0], away[0] + 5)
    near = agreement(layout.parse, marks, good)
    more = agreement(layout.parse, marks, replace(good, content=[*good.content, far]))
    assert (more.inside, more.whole, more.source) == (near.inside, near.whole, near.source)
    lost = agreement(layout.parse, marks, replace(good, content=[far], source=far, source_token=away[0]))
    assert (lost.inside, lost.whole, lost.edges, lost.source) == (0.0, 0.0, 0.0, 0.0)
    assert lost.elsewhere > 0.9


def test_content_without_words(seen_of_text: SeenText) -> None:
    """Content of nothing but marks or spaces is no error and agreed with in nothing."""
    layout, marks = seen_of_text("The mayor of Oster said   ... that the bridge would close.")
    for content in ("...", "  "):
        found = agreement(layout.parse, marks, made(layout, "The mayor of Oster", [content]))
        in_range(found)
        assert (found.inside, found.whole) == (0.0, 0.0)


def test_asking_changes_nothing(seen_of_text: SeenText) -> None:
    """A candidate is agreed with the same whether others were asked about before it or not."""
    text = (EXAMPLES / "strait-short.txt").read_text(encoding="utf-8")
    layout, marks = seen_of_text(text)
    every = [*candidates(layout)]
    forwards = [agreement(layout.parse, marks, c) for c in every]
    again = seen_of_text(text)[1]
    again.link([c.token for c in every])
    assert [agreement(layout.parse, again, c) for c in reversed(every)] == forwards[::-1]


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_log_odds(one: float, two: float) -> None:
    """Log odds rise with the chance, are 0 at one half, and are finite even at 0 and at 1."""
    assert math.isfinite(log_odds(one))
    if one <= two:
        assert log_odds(one) <= log_odds(two)
    assert math.isclose(log_odds(one), -log_odds(1.0 - one), abs_tol=1e-6)
    assert log_odds(0.5) == 0.0
