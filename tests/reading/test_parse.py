"""The columns of an article: tokens, sentences, paragraphs and trees, over several passages too."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.errors import NoPipeline
from allegedly.reading import pipeline
from allegedly.reading.parse import Parse, breaks_of, paragraphs_of

ParseText = Callable[[str], Parse]


def whole(parse: Parse) -> None:
    """What holds of every parse."""
    n = len(parse)
    for column in (parse.start, parse.end, parse.word, parse.lower, parse.tag, parse.dep, parse.head, parse.sentence):
        assert len(column) == n
    assert parse.word == [parse.text[a:b] for a, b in zip(parse.start, parse.end, strict=True)]
    for i in range(n):
        assert parse.sentence[parse.head[i]] == parse.sentence[i]
        assert parse.left[i] <= i <= parse.right[i]
    for first, last in parse.sentences:
        assert parse.paragraph[first] == parse.paragraph[last]


def test_two_passages_are_one_article(parse_of_text: ParseText) -> None:
    """In an article of several passages the trees of the later ones are as whole as in an article of their own."""
    sentence = "The mayor of Oster said that the ferry had left early.\n\n"
    parse = parse_of_text(sentence * 800)
    whole(parse)
    roots = sum(head == i for i, head in enumerate(parse.head) if parse.tag[i] != "_SP")
    assert roots == len(parse.paragraphs) == 800


def test_last_passage_reads_like_the_first(parse_of_text: ParseText) -> None:
    """The same sentence has the same tree at the end of a long article as at its beginning."""
    parse = parse_of_text("The mayor of Oster said that the ferry had left early.\n\n" * 800)
    (a, b), (c, d) = parse.sentences[0], parse.sentences[-1]
    assert parse.dep[a : b + 1] == parse.dep[c : d + 1]
    assert [h - a for h in parse.head[a : b + 1]] == [h - c for h in parse.head[c : d + 1]]


def test_no_sentence_runs_over_a_paragraph(parse_of_text: ParseText) -> None:
    """A headline without a full stop is a sentence of its own."""
    parse = parse_of_text("Ferry leaves early\n\nThe mayor of Oster said so")
    assert [parse.slice(*s).strip() for s in parse.sentences] == ["Ferry leaves early", "The mayor of Oster said so"]


def test_lines_of_one_measure_are_one_paragraph() -> None:
    """Where a typesetter broke the lines, an end of line is a space and a blank line parts paragraphs."""
    text = (
        "The harbour master of Oster said on Monday that the\n"
        "ferry which left the northern quay had been full when\n"
        "it passed the lighthouse and that nobody on the shore\n"
        "had seen it turn before the fog came down on the bay.\n"
        "\n"
        "The company said that it was looking into the matter.\n"
    )
    assert len(paragraphs_of(text)) == 2


def test_filled_blocks_are_paragraphs() -> None:
    """Between blank lines, lines that end where the next word would not fit make one paragraph; others stand alone."""
    text = (
        "OSTER - The harbour master said on Monday that two ferries had been lost. Nobody was warned, Lena\n"
        "Marsk, a teacher, told the paper.\n"
        "\n"
        "Title\n"
        "The company denied that its tanks had leaked.\n"
    )
    assert [text[a:b] for a, b in paragraphs_of(text)] == [
        text[: text.index("\n\n")],
        "Title",
        "The company denied that its tanks had leaked.",
    ]


def test_wire_copy_with_a_short_first_line() -> None:
    """Where a small letter goes on in the next line, that line is no paragraph; an indented one is."""
    text = (
        "Binder Corp said it reached\n"
        "an agreement with Letters Inc, a maker and seller of\n"
        "electronic systems.\n"
        "    Under the terms, Binder will sell a portable lettering\n"
        "system of Letters.\n"
    )
    assert [text[a : a + 6] for a, _ in paragraphs_of(text)] == ["Binder", "Under "]


def test_short_lines_are_paragraphs() -> None:
    """Where lines are as long as their paragraphs, each is one."""
    text = "Ferry leaves early\nThe harbour master said so.\nNobody else did, and the company kept silent."
    assert [text[a:b] for a, b in paragraphs_of(text)] == text.split("\n")


@given(st.text(max_size=300))
def test_plain_keeps_the_length(text: str) -> None:
    """What the parser sees has a character for each character of the text."""
    assert len(pipeline.plain(text)) == len(text)


@given(st.text(alphabet="ab. \n", max_size=400), st.integers(2, 50))
def test_passages_make_up_the_text(text: str, size: int) -> None:
    """Passages follow one another without gap or overlap, none longer than the size that was asked for."""
    found = list(pipeline.passages(text, size))
    assert "".join(text[a:b] for a, b in found) == text
    assert all(b - a <= size for a, b in found)
    assert all(x[1] == y[0] for x, y in pairwise(found))


@given(st.text(alphabet="ab \n\t\r\u2028", max_size=200))
def test_paragraphs_lie_between_breaks(text: str) -> None:
    """Paragraphs have no white space at their ends, are in order, and hold every letter."""
    found = paragraphs_of(text)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert sum(c.isalpha() for a, b in found for c in text[a:b]) == sum(c.isalpha() for c in text)
    assert all(a < b for a, b in breaks_of(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text(parse_of_text: ParseText, text: str) -> None:
    """Any Unicode string, lone surrogates among them, gives whole columns."""
    whole(parse_of_text(text))


def test_missing_pipeline() -> None:
    """A pipeline that is not installed is told in one sentence with the remedy."""
    with pytest.raises(NoPipeline, match=r"^the spaCy pipeline 'no_such_model' cannot be loaded .*; install it .* --pipeline"):
        pipeline.load("no_such_model")
