"""Attributions as the network alone would have them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.reading.frames import Layout
from allegedly.reading.network.marks import CONTENT, CUE, NONE, SOURCE, Marks
from allegedly.reading.network.proposals import FRAME, likely_cues, proposals

SeenText = Callable[[str], tuple[Layout, Marks]]


def lines(layout: Layout, marks: Marks) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of each proposal, as words."""
    text = layout.parse.text
    return [
        (c.source and text[slice(*c.source)], text[slice(*c.cue)], [text[slice(*s)] for s in c.content])
        for c in proposals(layout, marks)
    ]


CASES = {
    "that clause": (
        "The mayor of Oster said that the bridge would close.",
        [("The mayor of Oster", "said", ["that the bridge would close"])],
    ),
    "clause before the source": (
        "The bridge will open in May, the mayor said.",
        [("the mayor", "said", ["The bridge will open in May"])],
    ),
    "source in the middle": (
        "The bridge, the mayor said, will open in May.",
        [("the mayor", "said", ["The bridge", "will open in May"])],
    ),
    "quotation": (
        '"Nobody warned us," Lena Marsk told the Gazette.',
        [("Lena Marsk", "told", ['"Nobody warned us,"'])],
    ),
    "according to": (
        "According to the coastguard, two boats were lost.",
        [("the coastguard", "According to", ["two boats were lost"])],
    ),
    "two voices": (
        "The company said it would pay, but the union warned that two pillars had cracks.",
        [("The company", "said", ["it would pay"]), ("the union", "warned", ["that two pillars had cracks"])],
    ),
    "cue of several words": (
        "The mayor has repeatedly denied that the bridge would close.",
        [("The mayor", "has repeatedly denied", ["that the bridge would close"])],
    ),
    "marks within": (
        'The minister called the plan "a bad joke."',
        [("The minister", "called", ['the plan "a bad joke."'])],
    ),
    "nobody says it": ("The bridge will open in May.", []),
}


@pytest.mark.parametrize("name", CASES)
def test_shapes(name: str, seen_of_text: SeenText) -> None:
    """Source, cue and content are found in the shape that the case is named for, and nothing else."""
    text, expected = CASES[name]
    assert lines(*seen_of_text(text)) == expected


def test_heads(seen_of_text: SeenText) -> None:
    """A proposal knows the heads of its cue and of its source, and whether it quotes."""
    layout, marks = seen_of_text("The mayor of Oster said that the bridge would close.")
    (found,) = proposals(layout, marks)
    assert (found.frame, found.quotation) == (FRAME, False)
    assert layout.parse.word[found.token] == "said"
    assert found.source_token is not None
    assert layout.parse.word[found.source_token] == "mayor"
    (quoted,) = proposals(*seen_of_text('"Nobody warned us," Lena Marsk told the Gazette.'))
    assert quoted.quotation


def test_in_a_later_window(seen_of_text: SeenText) -> None:
    """Far into an article proposals are what they are in a text of their own, at their own place."""
    paragraph = '"Nobody warned us," Lena Marsk told the Gazette. The mayor of Oster said that the bridge would close.'
    before = "The ferry left at noon from the northern quay. " * 16 + "\n\n"
    alone, later = seen_of_text(paragraph), seen_of_text(before + paragraph)
    begin = later[0].parse.token_at(len(before))
    assert later[1].window(begin).first == begin
    found = list(proposals(*later))
    assert lines(*later) == lines(*alone)
    assert [c.cue[0] - len(before) for c in found] == [c.cue[0] for c in proposals(*alone)]
    assert [later[0].parse.word[c.source_token] for c in found if c.source_token is not None] == ["Marsk", "mayor"]


def test_no_source(seen_of_text: SeenText) -> None:
    """Where nobody is named as the source, none is proposed."""
    layout, marks = seen_of_text("The suspect is believed to be hiding in the hills.")
    (found,) = proposals(layout, marks)
    assert (found.source, found.source_token) == (None, None)


def test_at_once_or_one_by_one(seen_of_text: SeenText) -> None:
    """The proposals are the same whether their cues were linked together, one by one, or with every other token."""
    text = "\n\n".join(text for text, _ in CASES.values())
    layout, fresh = seen_of_text(text)
    expected = list(proposals(layout, fresh))
    assert len(expected) >= 7
    assert list(proposals(layout, fresh)) == expected
    one_by_one, every = seen_of_text(text)[1], seen_of_text(text)[1]
    for cue in reversed(likely_cues(one_by_one)):
        one_by_one.link([cue])
    every.link(list(range(len(layout.parse))))
    assert list(proposals(layout, one_by_one)) == expected
    assert list(proposals(layout, every)) == expected


def test_quotation_is_kept_whole(seen_of_text: SeenText) -> None:
    """Where the network leaves out the mark at one end of a quotation, and dots before it, the content has them all the same."""
    layout, marks = seen_of_text("Marsk told reporters: “... nobody warned us, and nobody came ...” The ferry left at noon.")
    word = layout.parse.word
    cue = word.index("told")
    roles = marks.roles(cue)
    roles[:] = 0.0
    roles[:, NONE] = 0.1
    roles[word.index("Marsk"), SOURCE] = roles[cue, CUE] = 1.0
    for first, last in (("“", "came"), ("nobody", "”")):
        roles[word.index("“") : word.index("”") + 1, CONTENT] = 0.0
        roles[word.index(first) : word.index(last) + 1, CONTENT] = 1.0
        (found,) = proposals(layout, marks)
        assert [layout.parse.text[slice(*s)] for s in found.content] == ["“... nobody warned us, and nobody came ...”"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u202e\u200f", "漢字", "...", '"" ""'])
def test_nothing_to_say(text: str, seen_of_text: SeenText) -> None:
    """A text without words has no proposals and no error."""
    assert lines(*seen_of_text(text)) == []


WORDS = st.sampled_from(
    "said denied told \" “ ” ' the mayor that reports according to he she they claim , . : — \n\n Reuters Monday % $ ( ) "
    "believed is by of \U0001f600 漢字".split(" ")
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=100), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text(seen_of_text: SeenText, text: str) -> None:
    """Of any text there is one proposal a cue at most, in order, with words for content, and every span lies in the text."""
    layout, marks = seen_of_text(text)
    likely = likely_cues(marks)
    found = list(proposals(layout, marks))
    tokens = [c.token for c in found]
    assert tokens == sorted(set(tokens))
    assert set(tokens) <= set(likely)
    for c in found:
        assert c.frame == FRAME
        assert c.cue[0] <= layout.parse.start[c.token] < c.cue[1]
        assert c.content
        assert all(0 <= start < end <= len(text) for start, end in [*c.content, c.cue, *([c.source] if c.source else [])])
        assert all(a < b for a, b in pairwise(c.content))
        assert all(any(x.isalnum() for x in text[start:end]) for start, end in c.content)
        assert (c.source is None) == (c.source_token is None)
        if c.source and c.source_token is not None:
            assert c.source[0] <= layout.parse.start[c.source_token] < c.source[1]
