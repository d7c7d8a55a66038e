"""The text of a statement under review: character for character, whatever it is."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from allegedly.model import Source, Statement, Voice
from allegedly.web.passage import exact, marked, parts

LETTERS = st.text(st.one_of(st.characters(), st.sampled_from("\n\n\t <>&\"'\u202e\u0000\r")), min_size=3, max_size=300)


def statement(content: tuple[int, int], source: tuple[int, int] | None, cue: tuple[int, int] | None) -> Statement:
    """A statement with these places."""
    return Statement(
        id="s1",
        mode="indirect",
        act="statement",
        stance="affirms",
        source=Source(span=source),
        cue=(cue,) if cue else (),
        content=(content,),
        chain=(Voice(outlet=True),),
        confidence=0.5,
    )


def plain(html: str) -> str:
    """The characters of a paragraph as a browser has them."""
    return unescape(re.sub(r"<[^>]*>", "", html))


@given(LETTERS, st.data())
def test_a_place_on_the_page_is_a_place_in_the_text(text: str, data: st.DataObject) -> None:
    """Every paragraph says where it begins, and has as many characters as the text has there; none that a browser acts on."""

    def span() -> tuple[int, int]:
        start = data.draw(st.integers(0, len(text) - 2))
        return start, data.draw(st.integers(start + 1, len(text)))

    shown = marked(
        text, statement(span(), data.draw(st.sampled_from((None, span()))), data.draw(st.sampled_from((None, span()))))
    )
    for paragraph in shown.paragraphs:
        words = plain(paragraph.html)
        assert "<script" not in paragraph.html.lower()
        for number, letter in enumerate(words):
            own = text[paragraph.start + number]
            assert letter in (own, "\ufffd") or (letter == " " and own in "\t\r"), (own, letter)
        assert not {"\u202e", "\u0000", "\r"} & set(words)


def test_what_belongs_to_a_statement_is_marked() -> None:
    """Source, cue and content have elements of their own, and where they lie over one another one element is both."""
    text = "The mayor said that it is <b>shut</b>.\n\nNobody came."
    made = statement((15, 37), (0, 9), (10, 19))
    shown = marked(text, made)
    assert [p.start for p in shown.paragraphs] == [0, 40]
    assert shown.paragraphs[0].html == (
        '<span class="m source">The mayor</span> <span class="m cue">said </span><span class="m cue content">that</span>'
        '<span class="m content"> it is &lt;b&gt;shut&lt;/b&gt;</span>.'
    )
    assert (shown.before, shown.behind) == (False, False)
    assert parts(made) == {"source": ((0, 9),), "cue": ((10, 19),), "content": ((15, 37),)}


def test_of_a_long_text_what_is_around_is_shown() -> None:
    """Some pages before and behind, never a megabyte; the lines of its header are left out."""
    text = "Title: Endless\nDate: 2025-01-01\n\n" + "It goes on. " * 90_000
    middle = marked(text, statement((500_000, 500_030), None, None))
    assert (middle.before, middle.behind) == (True, True)
    assert sum(len(plain(p.html)) for p in middle.paragraphs) <= 12_100
    first = marked(text, statement((33, 44), None, None))
    assert (first.before, first.paragraphs[0].start) == (False, 33)


def test_only_what_acts_is_changed() -> None:
    """What joins letters stays, what turns them round does not."""
    assert exact("ق\u200dل \u202eلا\u2069\t\u0007!") == "ق\u200dل \ufffdلا\ufffd \ufffd!"
