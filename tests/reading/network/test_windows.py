"""Word pieces of an article in windows: what is kept together, where they are cut, and which piece is whose."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.reading.network.marks import tokenizer
from allegedly.reading.network.windows import PIECES, Window, windows
from allegedly.reading.parse import Parse
from allegedly.reading.pipeline import plain

ParseText = Callable[[str], Parse]

SENTENCE = "The mayor of Oster said that bridge {} would close in May."


def windows_of(parse: Parse, size: int = PIECES) -> list[Window]:
    """The windows of a parse as the network gets them."""
    return windows(parse, tokenizer(), plain(parse.text), size)


def pieces_of(parse: Parse, first: int, last: int) -> list[int]:
    """Ids of the word pieces of some tokens, encoded by themselves."""
    start, end = parse.span(first, last)
    ids: list[int] = tokenizer().encode(plain(parse.text)[start:end], add_special_tokens=False).ids
    return ids


def whole(parse: Parse, found: list[Window], size: int) -> None:
    """What holds of the windows of every text."""
    assert [i for w in found for i in range(w.first, w.last + 1)] == list(range(len(parse)))
    assert all(len(w.pieces) <= size + 2 for w in found)
    ends = {(w.pieces[0], w.pieces[-1]) for w in found}
    assert ends <= {(tokenizer().token_to_id("[CLS]"), tokenizer().token_to_id("[SEP]"))}
    every = [piece for first, last in parse.paragraphs for piece in pieces_of(parse, first, last)]
    if not any(w.first == w.last for w in found):
        assert [piece for w in found for piece in w.pieces[1:-1]] == every
    for w in found:
        assert len(w.places) == w.last - w.first + 1
        assert all(0 <= place < len(w.pieces) - 1 for place in w.places)
        begun = [place for place in w.places if place]
        assert all(a < b for a, b in pairwise(begun))


WORDS = st.sampled_from(
    "said the mayor internationalisation Zoë Łódź don't U.S. $20,000 \" “ ” ’ , . ? … — \n \n\n \t 漢字中文 \U0001f600 \u0301 "
    "\u202e \x00 \ufeff \xa0 unverhältnismäßig http://a.example/b?c=d ½ ﬁ".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=80).map(" ".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, size=st.integers(1, 40))
def test_any_text(parse_of_text: ParseText, text: str, size: int) -> None:
    """Of any text every token and every piece is in one window, in order, and none is too big, save for one token alone."""
    parse = parse_of_text(text)
    whole(parse, windows_of(parse, size), size)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), max_size=8), size=st.integers(5, 40))
def test_paragraphs_stay_whole(parse_of_text: ParseText, paragraphs: list[str], size: int) -> None:
    """A paragraph that fits into a window is never cut."""
    parse = parse_of_text("\n\n".join(paragraphs))
    found = windows_of(parse, size)
    for first, last in parse.paragraphs:
        if len(pieces_of(parse, first, last)) <= size:
            assert any(w.first <= first and last <= w.last for w in found)


def test_short_article_is_one_window(parse_of_text: ParseText) -> None:
    """Paragraphs that fit into one window together are in one, with one end mark before and one after."""
    parse = parse_of_text("The ferry left.\n\nThe mayor said so.\n\nNobody denied it.")
    found = windows_of(parse)
    whole(parse, found, PIECES)
    assert [(w.first, w.last) for w in found] == [(0, len(parse) - 1)]


def test_windows_end_with_paragraphs(parse_of_text: ParseText) -> None:
    """Of an article with ordinary paragraphs every window holds as many whole ones as fit."""
    parse = parse_of_text("\n\n".join(" ".join(SENTENCE.format(i * 10 + k) for k in range(4)) for i in range(12)))
    found = windows_of(parse)
    whole(parse, found, PIECES)
    assert len(found) > 1
    assert {w.last for w in found} <= {last for _, last in parse.paragraphs}
    of_first = {first: len(pieces_of(parse, first, last)) for first, last in parse.paragraphs}
    for this, following in pairwise(found):
        assert len(this.pieces) - 2 + of_first[following.first] > PIECES


def test_long_paragraph_is_cut_at_sentences(parse_of_text: ParseText) -> None:
    """A paragraph of 3,000 pieces is cut where sentences end, and every window is as full as that allows."""
    parse = parse_of_text(" ".join(SENTENCE.format(i) for i in range(230)))
    assert len(parse.paragraphs) == 1
    assert len(pieces_of(parse, 0, len(parse) - 1)) > 3000
    found = windows_of(parse)
    whole(parse, found, PIECES)
    assert {w.last for w in found} <= {last for _, last in parse.sentences}
    of_first = {first: len(pieces_of(parse, first, last)) for first, last in parse.sentences}
    for this, following in pairwise(found):
        assert len(this.pieces) - 2 + of_first[following.first] > PIECES


def test_what_follows_a_long_paragraph_is_not_cut(parse_of_text: ParseText) -> None:
    """A short paragraph after a long one is whole."""
    parse = parse_of_text(" ".join(SENTENCE.format(i) for i in range(50)) + "\n\n" + " ".join([SENTENCE.format(9)] * 9))
    found = windows_of(parse)
    whole(parse, found, PIECES)
    first, last = parse.paragraphs[-1]
    assert len(pieces_of(parse, first, last)) <= PIECES
    assert any(w.first <= first and last <= w.last for w in found)


def test_long_sentence_is_cut_anywhere(parse_of_text: ParseText) -> None:
    """A sentence of more pieces than a window holds is cut between tokens, into full windows."""
    parse = parse_of_text("close " * 1000)
    assert len(parse.sentences) == 1
    found = windows_of(parse)
    whole(parse, found, PIECES)
    assert all(len(w.pieces) - 2 == PIECES for w in found[:-1])


def test_one_token_of_many_pieces(parse_of_text: ParseText) -> None:
    """A token with more pieces than a window holds is a window of its own, cut short; those around it are the usual ones."""
    parse = parse_of_text("The mayor said " + "中" * 4 * PIECES + " and left.")
    found = windows_of(parse)
    whole(parse, found, PIECES)
    (long,) = [w for w in found if parse.slice(w.first, w.last) == "中" * 4 * PIECES]
    assert len(long.pieces) == PIECES + 2


@pytest.mark.parametrize("text", [" ", "\n", " \n \n\n ", "\t\t", "\x00", "\u202e\u200f\u2066", "\u0301" * 300])
def test_nothing_to_encode(text: str, parse_of_text: ParseText) -> None:
    """A text of spaces or marks without a shape is one window of no pieces between its end marks."""
    parse = parse_of_text(text)
    found = windows_of(parse)
    whole(parse, found, PIECES)
    assert [len(w.pieces) for w in found] == [2]
    assert all(place == 0 for place in found[0].places)


def test_empty_text(parse_of_text: ParseText) -> None:
    """A text without tokens has no windows."""
    assert windows_of(parse_of_text("")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Oster said that the bridge would close.",
        "Zoë   \U0001f600 of Łódź said:\xa0“The ﬁre \u202e is out” — déjà vu, Ms. Ünal said.",
        "漢字 of Oster said so.\n\n  \n\nThe mayor\u0301 of Oster said so.",
    ],
)
def test_place_of_a_token(text: str, parse_of_text: ParseText) -> None:
    """A token's place is the place of its own first piece, whatever characters stand before it."""
    parse = parse_of_text(text)
    seen = 0
    for w in windows_of(parse):
        for i, place in enumerate(w.places):
            word = parse.lower[w.first + i]
            if word in ("of", "said", "mayor", "so", "out", "vu"):
                assert tokenizer().id_to_token(w.pieces[place]) == word
                seen += 1
    assert seen >= 3


def test_spaces_have_no_place(parse_of_text: ParseText) -> None:
    """Tokens of white space are given the opening mark, and only they are."""
    parse = parse_of_text("The mayor   said so.\n\nNobody denied it.")
    (window,) = windows_of(parse)
    assert any(parse.tag[i] == "_SP" for i in range(len(parse)))
    assert [place == 0 for place in window.places] == [not word.strip() for word in parse.word]


def test_other_paragraphs_change_nothing(parse_of_text: ParseText) -> None:
    """The pieces of a paragraph with a window of its own are the same whatever stands before and after it."""
    paragraph = " ".join(SENTENCE.format(i) for i in range(9))
    alone = windows_of(parse_of_text(paragraph))[0].pieces
    others = paragraph.replace("mayor", "teacher"), paragraph.replace("bridge", "library")
    among = windows_of(parse_of_text("\n\n".join((others[0], paragraph, others[1]))))
    assert [w.pieces == alone for w in among] == [False, True, False]
