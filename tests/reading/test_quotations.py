"""Which characters stand between quotation marks, whatever marks they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.reading.parse import paragraphs_of
from allegedly.reading.quotations import find_quotations


def quoted(text: str) -> list[str]:
    """The quotations of a text with their marks."""
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We saw it," she said.', ['"We saw it,"']),
        ("“We saw it,” she said.", ["“We saw it,”"]),
        ("“The “old” road was safe,” she said. “It was.”", ["“The “old” road was safe,”", "“It was.”"]),
        ("„We saw it,“ she said.", ["„We saw it,“"]),
        ("«We saw it», she said.", ["«We saw it»"]),
        ("»We saw it«, she said.", ["»We saw it«"]),
        ("''We saw it,'' she said.", ["''We saw it,''"]),
        ("``We saw it,'' she said.", ["``We saw it,''"]),
        ('“We saw it," she said.', ['“We saw it,"']),
        ('"We saw it,” she said.', ['"We saw it,”']),
        ("‘We saw it,’ she said.", ["‘We saw it,’"]),
        ("'We saw it,' she said.", ["'We saw it,'"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    """Straight, curly, low, angled, doubled single and single marks count, and so do pairs of two kinds."""
    assert quoted(text) == expected


def test_apostrophes_are_no_marks() -> None:
    """Possessives, contractions and clipped words open nothing."""
    assert quoted("The miners' union didn't vote in '74, and the owners' answer wasn't kind.") == []


def test_two_in_a_sentence() -> None:
    """A quotation cut by its attribution gives two."""
    assert quoted('"No," he said, "not today."') == ['"No,"', '"not today."']


def test_speech_over_paragraphs() -> None:
    """An opening mark on each paragraph and one closing mark at the end: a piece each, all but the last going on."""
    text = '"One day.\n\n"Two days.\n\n"Three days," she said.'
    found = find_quotations(text, paragraphs_of(text))
    assert [text[q.start : q.end] for q in found] == ['"One day.', '"Two days.', '"Three days,"']
    assert [q.continues for q in found] == [True, True, False]


def test_block_quotation() -> None:
    """A paragraph behind an angle bracket is quoted whole, whatever marks stand in it."""
    assert quoted('She wrote:\n\n> We saw "it" at noon.\n\nNobody answered.') == ['> We saw "it" at noon.']


def test_never_closed() -> None:
    """A mark that nothing closes reaches to the end of its paragraph and no further."""
    assert quoted('He said: "We are leaving.\n\nThe ship left.') == ['"We are leaving.']


def test_nested() -> None:
    """Of a quotation inside another only the outer one is given; the inner one is kept with it."""
    text = "\"She asked: 'Who signed it?' Nobody had,\" he said."
    found = find_quotations(text, paragraphs_of(text))
    assert [text[q.start : q.end] for q in found] == ["\"She asked: 'Who signed it?' Nobody had,\""]
    assert [text[a:b] for a, b in found[0].inner] == ["'Who signed it?'"]


@pytest.mark.parametrize("text", ["", '"', '""""""', "' ' ' '", "“”", "»«", "''''''", '" \n\n "\n\n"'])
def test_only_marks(text: str) -> None:
    """Marks without words are no quotation."""
    assert quoted(text) == []


@given(st.text(alphabet="\"'“”‘’«»„ab.,\n ", max_size=200))
def test_any_text(text: str) -> None:
    """Quotations of any text lie in it, in order, and do not overlap."""
    found = find_quotations(text, paragraphs_of(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
