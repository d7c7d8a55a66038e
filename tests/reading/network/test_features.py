"""What the network is told of an article beside its letters: codes that stay in their tables and mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.reading.frames import Layout
from allegedly.reading.network.features import PAIR, TOKEN, Pairs, of_tokens, pair_sizes, token_sizes

if TYPE_CHECKING:
    from numpy.typing import NDArray

LayoutText = Callable[[str], Layout]

WORDS = st.sampled_from(
    "said denied told \" “ ” ' ‘ ’ the mayor that reports according to he she claim , . : — \n \n\n Hamas Reuters President "
    "Monday 2019 $20,000 in Paris not believed is was by of Mr. 漢字 \U0001f600 \u202e \x00 3.5 % :-) ##".split(" ")
)
TEXTS = st.one_of(st.text(max_size=150), st.lists(WORDS, max_size=70).map(" ".join))


def tokens_of(layout: Layout, column: str) -> dict[str, int]:
    """One column of the codes of a text's tokens, by word."""
    codes = of_tokens(layout.parse, layout.quotations)[:, TOKEN.index(column)].tolist()
    return dict(zip(layout.parse.word, codes, strict=True))


def pairs_of(layout: Layout, cue: str, column: str) -> dict[str, int]:
    """One column of the codes of a text's tokens against a cue, by word."""
    codes = against(layout, layout.parse.word.index(cue))[:, PAIR.index(column)].tolist()
    return dict(zip(layout.parse.word, codes, strict=True))


def against(layout: Layout, cue: int) -> NDArray[np.int64]:
    """The codes of a whole text against a cue."""
    return Pairs(layout.parse, layout.quotations).of(cue, 0, len(layout.parse) - 1)


def test_tables_have_a_size_a_column() -> None:
    """There is one size for each column, and each has a code for none of the known ones and at least one that is known."""
    assert len(token_sizes()) == len(TOKEN)
    assert len(pair_sizes()) == len(PAIR)
    assert min(*token_sizes(), *pair_sizes()) >= 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_codes_of_any_tokens(layout_of_text: LayoutText, text: str) -> None:
    """Of any text the codes of its tokens are inside the tables, a row a token."""
    layout = layout_of_text(text)
    codes = of_tokens(layout.parse, layout.quotations)
    assert codes.shape == (len(layout.parse), len(TOKEN))
    assert (codes >= 0).all()
    assert (codes < np.array(token_sizes())).all()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, data=st.data())
def test_codes_of_any_pairs(layout_of_text: LayoutText, text: str, data: st.DataObject) -> None:
    """Of any text, cue and window the codes are inside the tables, and a smaller window is told the same of its tokens."""
    layout = layout_of_text(text)
    if not len(layout.parse):
        return
    cue = data.draw(st.integers(0, len(layout.parse) - 1))
    first = data.draw(st.integers(0, cue))
    last = data.draw(st.integers(cue, len(layout.parse) - 1))
    every = against(layout, cue)
    some = Pairs(layout.parse, layout.quotations).of(cue, first, last)
    assert every.shape == (len(layout.parse), len(PAIR))
    assert (every >= 0).all()
    assert (every < np.array(pair_sizes())).all()
    assert np.array_equal(some, every[first : last + 1])


@pytest.mark.parametrize(
    "text", ["He said that " * 200 + "it was so.", "a, " * 300, '"No," ' * 200 + "he said.", "the report of " * 200]
)
def test_codes_of_long_text(text: str, layout_of_text: LayoutText) -> None:
    """Far away, deep in a sentence and many quotations on, the codes are still inside the tables."""
    layout = layout_of_text(text)
    for cue in (0, len(layout.parse) // 2, len(layout.parse) - 1):
        codes = against(layout, cue)
        assert (codes >= 0).all()
        assert (codes < np.array(pair_sizes())).all()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u202e\u200f"])
def test_nothing_known(text: str, layout_of_text: LayoutText) -> None:
    """A text without words has codes without an error, and none names a person or a cue."""
    layout = layout_of_text(text)
    codes = of_tokens(layout.parse, layout.quotations)
    assert not codes[:, [TOKEN.index("name"), TOKEN.index("family"), TOKEN.index("quoted")]].any()


def test_family_of_a_cue(layout_of_text: LayoutText) -> None:
    """Every form of a cue has the code of its kind, other kinds have others, and other words have none."""
    family = tokens_of(layout_of_text("She says he said so, SAID it again, and demanded the bridge."), "family")
    assert family["says"] == family["said"] == family["SAID"] > 0
    assert family["demanded"] not in (0, family["said"])
    assert family["bridge"] == family["."] == 0


def test_names(layout_of_text: LayoutText) -> None:
    """Every word of a name has the code of its kind, and words outside have none."""
    name = tokens_of(layout_of_text("On Monday Angela Merkel said that the bridge in Paris would close."), "name")
    assert name["Angela"] == name["Merkel"] > 0
    assert len({name["Monday"], name["Merkel"], name["Paris"]}) == 3
    assert name["bridge"] == 0


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»"])
def test_quoted(marks: str, layout_of_text: LayoutText) -> None:
    """Words between double marks have the same code whatever the marks, and words outside have none."""
    quoted = tokens_of(layout_of_text(f"Marsk said: {marks[0]}Nobody warned us.{marks[1]} The ferry left."), "quoted")
    plain = tokens_of(layout_of_text('Marsk said: "Nobody warned us." The ferry left.'), "quoted")
    assert quoted["Nobody"] == quoted["warned"] == plain["warned"] > 0
    assert quoted["said"] == quoted["ferry"] == 0


def test_quoted_in_single_marks(layout_of_text: LayoutText) -> None:
    """Words between single marks have a code of their own."""
    single = tokens_of(layout_of_text("Marsk said: 'Nobody warned us.' The ferry left."), "quoted")
    double = tokens_of(layout_of_text('Marsk said: "Nobody warned us." The ferry left.'), "quoted")
    assert single["warned"] > 0
    assert single["warned"] != double["warned"]
    assert single["ferry"] == 0


def test_distance(layout_of_text: LayoutText) -> None:
    """Words further on have higher codes of distance, words further back lower ones, and close by no two have the same."""
    layout = layout_of_text("The mayor of Oster said that the bridge would close.")
    codes = against(layout, layout.parse.word.index("said"))[:, PAIR.index("distance")].tolist()
    assert codes == sorted(set(codes))
    assert codes[layout.parse.word.index("said")] == pair_sizes()[PAIR.index("distance")] // 2


def test_distance_is_coarse_far_away(layout_of_text: LayoutText) -> None:
    """Far from the cue codes of distance still rise, and stay what they are from some distance on."""
    layout = layout_of_text("said " + "the mayor left, " * 60)
    codes = against(layout, 0)[:, PAIR.index("distance")].tolist()
    assert codes == sorted(codes)
    assert len(set(codes[100:])) == 1
    assert codes[-1] == pair_sizes()[PAIR.index("distance")] - 1


def test_sentences_apart(layout_of_text: LayoutText) -> None:
    """Words of the cue's sentence, of the one before it and of the one after it have three codes, in order."""
    sentence = pairs_of(layout_of_text("Ferries sank. The mayor said so. Nobody denied it."), "said", "sentence")
    assert sentence["Ferries"] < sentence["mayor"] == sentence["so"] < sentence["Nobody"]


def test_ways_through_the_grammar(layout_of_text: LayoutText) -> None:
    """A subject and a clause of the cue have other relations to it, their inner words too, and other sentences have none."""
    layout = layout_of_text("The mayor said that bridges close. Nobody denied it.")
    side = pairs_of(layout, "said", "side")
    assert len({side["mayor"], side["close"]}) == 2
    assert min(side["mayor"], side["close"]) > 0
    assert side["The"] == side["mayor"]
    assert side["bridges"] == side["close"]
    up, down = pairs_of(layout, "said", "up"), pairs_of(layout, "said", "down")
    assert up["mayor"] == up["bridges"] == up["said"] != up["Nobody"]
    assert len({down["said"], down["mayor"], down["bridges"]}) == 3


def test_above_a_nested_cue(layout_of_text: LayoutText) -> None:
    """What holds a cue in the grammar is told from what the cue holds."""
    layout = layout_of_text("The mayor said that the teacher believes that bridges close.")
    up = pairs_of(layout, "believes", "up")
    assert up["teacher"] == up["close"] == up["believes"]
    assert up["mayor"] == up["said"] > up["believes"]
    above = pairs_of(layout, "believes", "cue side")
    assert above["mayor"] > 0
    assert above["teacher"] == 0


def test_quotations_around_a_cue(layout_of_text: LayoutText) -> None:
    """The quotation before the cue and the one after it have codes of their own, and words outside of any have none."""
    layout = layout_of_text('"Nobody warned us," Marsk said. "Everybody left."')
    quotation = pairs_of(layout, "said", "quotation")
    assert len({quotation["warned"], quotation["left"], quotation["Marsk"]}) == 3
    assert quotation["Marsk"] == quotation["said"] == 0


def test_cue_in_a_quotation(layout_of_text: LayoutText) -> None:
    """For a cue in a quotation its own quotation, another one and what stands in none have three codes."""
    layout = layout_of_text('"Nobody told us," Marsk said. "Everybody left."')
    quotation = pairs_of(layout, "told", "quotation")
    assert quotation["Nobody"] == quotation["us"]
    assert len({quotation["Nobody"], quotation["left"], quotation["said"]}) == 3


def test_what_stands_before_changes_nothing(layout_of_text: LayoutText) -> None:
    """A paragraph has the same codes at the beginning of an article and after others, quotations among them."""
    paragraph = 'The mayor of Oster said that the bridge would close. "Nobody warned us," Lena Marsk told reporters.'
    others = '"We are leaving," the skipper said on Monday. Nobody answered. The report denied that "all is well".\n\n'
    alone, later = layout_of_text(paragraph), layout_of_text(others * 3 + paragraph)
    begin = len(later.parse) - len(alone.parse)
    # What the parser makes of the paragraph must be the same for this to say anything of the codes.
    assert later.parse.dep[begin:] == alone.parse.dep
    assert later.parse.tag[begin:] == alone.parse.tag
    assert np.array_equal(
        of_tokens(later.parse, later.quotations)[begin:],
        of_tokens(alone.parse, alone.quotations),
    )
    for cue in range(len(alone.parse)):
        codes = Pairs(later.parse, later.quotations).of(begin + cue, begin, len(later.parse) - 1)
        assert np.array_equal(codes, against(alone, cue))
