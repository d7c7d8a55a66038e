"""An article's text in elements: nothing of it is lost, elements are whole, and it takes no longer than the text is long."""

from __future__ import annotations

import time
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.model import Article, Reader, Reading, Source, Statement, Voice
from allegedly.web.marking import Marked

READER = Reader(name="test", version="0", pipeline="none")


def statement(number: int, *content: tuple[int, int], **more: object) -> Statement:
    """A statement with these words."""
    plain = {"mode": "indirect", "act": "statement", "stance": "affirms", "source": Source(), "confidence": 0.9, "cue": ()}
    return Statement(id=f"s{number}", content=content, chain=(Voice(outlet=True),), **{**plain, **more})  # type: ignore[arg-type]


def reading(text: str, *statements: Statement) -> Reading:
    """A reading of a text with these statements."""
    return Reading(article=Article(id="sha256:0", text=text), statements=statements, reader=READER)


class Read(HTMLParser):
    """What a browser makes of a piece of a page: its text, the elements with a name, and whether elements are whole."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.names, self.open, self.whole = "", [], [], True
        self.within: dict[str, str] = {}
        self.feed(html)
        self.close()
        self.whole = self.whole and not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        given = dict(attrs)
        if given.get("id"):
            self.names.append(given["id"])
        self.open.append((tag, given.get("data-s")))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self.whole = self.whole and bool(self.open) and self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Text; what it is part of is noted."""
        self.text += data
        for _, name in self.open:
            if name:
                self.within[name] = self.within.get(name, "") + data


def test_words_stand_in_their_statements() -> None:
    """A statement's words stand in its element, a nested one's in both; each has one place that is named after it."""
    text = "The mayor said that the firm claims that the bridge is safe."
    inner = statement(2, (40, 59), within="s1")
    (row,) = Marked(reading(text, statement(1, (15, 59)), inner)).rows()
    read = Read(str(row.words))
    assert read.whole
    assert read.text == text
    assert read.names == ["s1", "s2"]
    assert read.within == {"s1": "that the firm claims that the bridge is safe", "s2": "hat the bridge is safe"[3:]}
    assert [s.id for s in row.statements] == ["s1", "s2"]


def test_markup_is_text() -> None:
    """What looks like markup in an article is shown as what it is."""
    text = 'She said <script>alert("x")</script> & left.'
    (row,) = Marked(reading(text, statement(1, (9, 36)))).rows()
    assert "<script" not in row.words
    assert Read(str(row.words)).text == text


def test_the_header_of_a_plain_text_is_known() -> None:
    """The block that says what a text is is marked; the text after it is not."""
    rows = list(Marked(reading("Title: A bridge\nDate: 2025-03-13\n\nThe bridge is shut.\n")).rows())
    assert [row.header for row in rows] == [True, False]


@settings(deadline=None)
@given(
    st.text("abc d<&\n", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30), st.booleans()), max_size=8),
)
def test_no_word_is_lost_however_statements_cross(text: str, spans: list[tuple[int, int, bool]]) -> None:
    """The paragraphs' words come out in order and whole, whatever crosses what."""
    made = [
        statement(i, (a, min(a + n, len(text))), mode="narration" if own else "indirect")
        for i, (a, n, own) in enumerate(spans)
        if a < len(text)
    ]
    rows = list(Marked(reading(text, *made)).rows())
    read = Read("".join(f"{row.words}\n" for row in rows))
    assert read.whole
    assert read.text.split() == text.split()
    assert len(set(read.names)) == len(read.names)


def test_a_large_article_takes_no_longer_than_it_is_long() -> None:
    """Four thousand statements in one paragraph of half a megabyte are marked in seconds."""
    text = "He said that it rained all over the long and winding coast road. " * 8_000
    made = [statement(i, (65 * i + 8, 65 * i + 63), cue=((65 * i + 3, 65 * i + 7),)) for i in range(4_000)]
    begin = time.process_time()
    (row,) = Marked(reading(text.strip(), *made)).rows()
    assert time.process_time() - begin < 20
    assert row.words.count("data-s=") == 4_000


def test_a_very_long_text_comes_in_portions() -> None:
    """Portions follow one another without a gap; a statement is in the one where its words begin; a short text is one portion."""
    text = "He said that it rained all over the coast road.\n\n" * 3_000
    made = [statement(i, (49 * i + 8, 49 * i + 47)) for i in range(3_000)]
    marked = Marked(reading(text, *made))
    assert len(marked.portions) > 3
    assert [each.start for each in marked.portions[1:]] == [each.stop for each in marked.portions[:-1]]
    assert (marked.portions[0].start, marked.portions[-1].stop) == (0, 3_000)
    for number in (0, 1, len(marked.portions) - 1):
        rows = list(marked.rows(number))
        assert len(rows) == len(marked.portions[number])
        assert {marked.portion(s) for row in rows for s in row.statements} == {number}
    assert Marked(reading(text[:480], *made[:9])).portions == [range(10)]
