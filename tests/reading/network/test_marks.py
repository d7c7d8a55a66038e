"""What the network makes of an article: chances that are chances, and that depend on nothing but their own window."""

from __future__ import annotations

import math
from collections.abc import Callable
from importlib import resources

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.reading import pipeline
from allegedly.reading.frames import Layout
from allegedly.reading.network.marks import CONTENT, SOURCE, Marks, tokenizer
from allegedly.reading.parse import paragraphs_of, parse_of
from allegedly.reading.quotations import find_quotations

SeenText = Callable[[str], tuple[Layout, Marks]]

MIDDLE = (
    '"Nobody in the whole of the northern harbour warned us before the storm came in," Lena Marsk, a teacher from Oster, told '
    "the Tidewater Gazette on Monday. According to the coastguard, at least eleven people are still missing, and two ferries "
    "with their crews were lost off the lighthouse during the night. The company that runs the ferries denied that its boats "
    "were overloaded when they left the northern quay, and said that it would wait for the findings of the inquiry before it "
    'answered any more questions. "We ask for patience," it wrote.'
)
OTHER = (
    "The mayor of Oster said that the old bridge over the river would be closed for the whole of the summer, because two of "
    "its pillars had been found to have cracks that nobody knew of. The union warned that hundreds of workers would lose "
    "their way to the mines, and urged the government to send buses. A leaked memorandum, which the Gazette has seen, shows "
    "that the ministry had known of the cracks for three years and had decided to do nothing about them before the election. "
    "Officials believe that the repair will cost at least four million."
)
QUOTED = OTHER.replace("The mayor", '"No," the mayor').replace("The union warned that", '"So be it," the union said, as')


def article(*paragraphs: str) -> tuple[Layout, Marks]:
    """Marks of paragraphs that are parsed one by one, so that the parser too sees nothing of the others."""
    nlp = pipeline.load()
    passages = []
    at = 0
    for paragraph in paragraphs:
        passages.append((at, nlp(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    layout = Layout(parse_of(text, passages), find_quotations(text, paragraphs_of(text)))
    return layout, Marks(layout.parse, layout.quotations)


@pytest.mark.parametrize(
    "others",
    [
        ([], [OTHER]),
        ([OTHER], []),
        ([OTHER], [OTHER]),
        ([OTHER, OTHER], [QUOTED]),
        ([QUOTED], [OTHER, QUOTED]),
        ([QUOTED.replace("bridge", "library")], []),
    ],
    ids=["one after", "one before", "between", "two before", "quotations before", "other words"],
)
@pytest.mark.parametrize("together", [False, True])
def test_other_windows_change_nothing(others: tuple[list[str], list[str]], *, together: bool) -> None:
    """A paragraph with a window of its own is seen exactly the same whatever other windows stand before and after it."""
    alone, marks = article(MIDDLE)
    among, others_too = article(*others[0], MIDDLE, *others[1])
    begin = among.parse.paragraphs[len(others[0])][0]
    size = len(alone.parse)
    window = others_too.window(begin)
    assert (window.first, window.last) == (begin, begin + size - 1)
    assert np.array_equal(others_too.cue[begin : begin + size], marks.cue)
    if together:
        marks.link(list(range(size)))
        others_too.link(list(range(len(among.parse))))
    for cue in range(size):
        assert np.array_equal(others_too.roles(begin + cue), marks.roles(cue))


def test_a_second_time() -> None:
    """The same article is seen exactly the same again."""
    (layout, one), (_, two) = article(OTHER, MIDDLE), article(OTHER, MIDDLE)
    assert np.array_equal(one.cue, two.cue)
    for cue in range(len(layout.parse)):
        assert np.array_equal(one.roles(cue), two.roles(cue))


@pytest.mark.parametrize("text", [f"{OTHER}\n\n{MIDDLE}", "said " * 200], ids=["article", "nothing but cues"])
def test_at_once_or_one_by_one(text: str, seen_of_text: SeenText) -> None:
    """Cues that are linked at once, in any order and more than once have the roles that they have one by one."""
    layout, at_once = seen_of_text(text)
    every = list(range(len(layout.parse)))
    at_once.link([*reversed(every), *every])
    at_once.link([])
    one_by_one = seen_of_text(text)[1]
    for cue in every:
        assert np.allclose(at_once.roles(cue), one_by_one.roles(cue), rtol=0.0, atol=1e-6)


def test_linked_again_stays(seen_of_text: SeenText) -> None:
    """Roles do not change once they are worked out, whatever is asked for later."""
    layout, marks = seen_of_text(MIDDLE)
    before = marks.roles(5).copy()
    marks.link(list(range(len(layout.parse))))
    assert np.array_equal(marks.roles(5), before)


def chances(layout: Layout, marks: Marks, cue: int) -> None:
    """What holds of the marks of every text."""
    window = marks.window(cue)
    assert window.first <= cue <= window.last
    roles = marks.roles(cue)
    assert roles.shape == (window.last - window.first + 1, 4)
    assert ((roles >= 0.0) & (roles <= 1.0)).all()
    assert np.allclose(roles.sum(axis=1), 1.0, atol=1e-4)
    view = marks.view(cue)
    assert view.first == window.first
    assert (len(view.content), len(view.source), len(view.is_word)) == (len(roles),) * 3
    words = [i for i, word in enumerate(view.is_word) if word]
    assert sorted(view.by_source) == words
    assert [view.source[i] for i in view.by_source] == sorted((view.source[i] for i in words), reverse=True)
    assert math.isclose(view.total, sum(view.content[i] for i in words), abs_tol=1e-6)
    assert words == [i for i in range(len(roles)) if layout.parse.word[window.first + i][:1].isalnum()]


WORDS = st.sampled_from(
    'said denied " “ ” the mayor that according to he claim , . : — \n \n\n Reuters 2019 漢字 \U0001f600 \u202e \x00 é'.split(" ")
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=100), st.lists(WORDS, max_size=60).map(" ".join)), data=st.data())
def test_any_text(seen_of_text: SeenText, text: str, data: st.DataObject) -> None:
    """Of any text every token has a chance to head a cue, and a token's roles are chances that add up to one."""
    layout, marks = seen_of_text(text)
    assert marks.cue.shape == (len(layout.parse),)
    assert ((marks.cue >= 0.0) & (marks.cue <= 1.0)).all()
    if len(layout.parse):
        chances(layout, marks, data.draw(st.integers(0, len(layout.parse) - 1)))


@pytest.mark.parametrize("text", [" ", "\n \n\n", "\u202e\u200f", "漢字", "\U0001f600 \U0001f600", "\x00", "ๆ" * 300, "…—–"])
def test_no_known_letters(text: str, seen_of_text: SeenText) -> None:
    """A text of spaces or of letters that the network does not know is no error, and no token of it is likely a cue."""
    layout, marks = seen_of_text(text)
    assert (marks.cue < 0.15).all()
    for cue in range(len(layout.parse)):
        chances(layout, marks, cue)


def test_empty_text(seen_of_text: SeenText) -> None:
    """A text without tokens has no marks, and to link none of its cues is no error."""
    _, marks = seen_of_text("")
    marks.link([])
    assert marks.cue.shape == (0,)


def test_says_who_says_what(seen_of_text: SeenText) -> None:
    """In a plain sentence the cue, its source and its content are what they are for a reader."""
    layout, marks = seen_of_text("The mayor of Oster said that the bridge would close.")
    word = layout.parse.word
    cue = word.index("said")
    assert [w for w, chance in zip(word, marks.cue, strict=True) if chance > 0.5] == ["said"]
    best = marks.roles(cue).argmax(axis=1).tolist()
    assert [w for w, role in zip(word, best, strict=True) if role == SOURCE] == ["The", "mayor", "of", "Oster"]
    assert [w for w, role in zip(word, best, strict=True) if role == CONTENT] == ["that", "the", "bridge", "would", "close"]


def test_two_cues_see_their_own(seen_of_text: SeenText) -> None:
    """In one window each cue has its own source."""
    layout, marks = seen_of_text("The company denied that its tanks had leaked. The mayor said that the bridge would close.")
    word = layout.parse.word
    likeliest = {cue: word[marks.view(word.index(cue)).by_source[0]].lower() for cue in ("denied", "said")}
    assert likeliest["denied"] in ("the", "company")
    assert max(marks.view(word.index("denied")).source[word.index("mayor")], 0.0) < 0.5
    assert marks.view(word.index("said")).source[word.index("mayor")] > 0.5


def test_tokenizer_keeps_everything() -> None:
    """The tokenizer cuts nothing off and fills nothing up, whatever it did before."""
    assert len(tokenizer().encode("close " * 5000, add_special_tokens=False).ids) == 5000
    assert len(tokenizer().encode("close", add_special_tokens=False).ids) == 1


def test_weights_are_small() -> None:
    """The network that is shipped is at most 30 megabytes."""
    folder = resources.files("allegedly.reading").joinpath("data", "network")
    sizes = {
        name: len(folder.joinpath(name).read_bytes()) for name in ("encoder.onnx", "linker.onnx", "tokenizer.json", "words.npy")
    }
    assert min(sizes.values()) > 0
    assert sum(sizes.values()) <= 30_000_000
