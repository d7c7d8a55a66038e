"""CSV and TSV: a row is an article; what is wrong with one row does not stop the others."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.errors import Empty, TooLong
from allegedly.intake.csv import FORMAT, delimiter_of
from allegedly.intake.stream import Input

ONE = 'The mayor said: "No."\n\nThe council, she said, said nothing.'


def rows(*cells: list[str], delimiter: str = ",") -> str:
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(cells)
    return out.getvalue()


def test_a_row(take: Callable[..., Any]) -> None:
    """The text is kept with its line ends and quotation marks; columns by our own names need no word."""
    head = ["id", "title", "text", "outlet", "published", "url", "byline", "section"]
    row = ["007", "Bridge", ONE, "Odra Times", "6 May 2021", "https://odra.example/1", "Ada Wren", "left alone"]
    taken = take({"a.csv": rows(head, row)})
    (article,) = taken.articles
    assert (article.text, article.key, article.title) == (ONE, "007", "Bridge")
    assert (article.outlet, article.published, article.url) == ("Odra Times", "2021-05-06", "https://odra.example/1")
    assert (article.byline, taken.warned) == ("Ada Wren", [])


def test_columns_by_the_usual_names(take: Callable[..., Any]) -> None:
    """What is read under another name is told once, before it is used; a source that is an address is no outlet."""
    table = rows(
        ["Headline", "articleBody", "source", "Published At"],
        ["Bridge", "One, said the mayor.", "Odra Times", "1620259200"],
        ["Ferry", "Two, said the mayor.", "https://odra.example", "2021-05-06 08:00"],
    )
    taken = take({"a.csv": table})
    assert [(a.title, a.text, a.outlet, a.published) for a in taken.articles] == [
        ("Bridge", "One, said the mayor.", "Odra Times", "2021-05-06"),
        ("Ferry", "Two, said the mayor.", None, "2021-05-06"),
    ]
    assert taken.warned == [
        (
            'a.csv: reads "articleBody" as text, "Headline" as title, "source" as outlet, "Published At" as published; '
            "say otherwise with --map FIELD=COLUMN"
        )
    ]


def test_columns_that_a_person_names(take: Callable[..., Any]) -> None:
    """What is set counts before any name and needs no word; one that is not there is refused with those that are."""
    table = rows(["text", "words", "titel"], ["a summary", "One, said the mayor.", "Bridge"])
    (article,) = take({"a.csv": table}, map={"text": "words", "title": "titel"}).articles
    assert (article.text, article.title) == ("One, said the mayor.", "Bridge")
    assert take({"a.csv": table}, map={"text": "wordz"}).refused == [
        'a.csv: has no column "wordz" (it has "text", "words", "titel"); name one of these with --map'
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_delimiters_and_encodings(take: Callable[..., Any], delimiter: str, encoding: str) -> None:
    """Both are told from the table itself."""
    table = rows(["title", "text"], ["Café", "“Nø,” said the mayor; or so; it seems."], delimiter=delimiter)
    (article,) = take({"a.csv": table.encode(encoding)}).articles
    assert (article.title, article.text) == ("Café", "“Nø,” said the mayor; or so; it seems.")


def test_a_line_that_says_the_delimiter(take: Callable[..., Any]) -> None:
    """Excel's ``sep=;`` before the first row is understood."""
    assert [a.text for a in take({"a.csv": "sep=;\r\ntext;b,c,d\r\nOne.;x\r\n"}).articles] == ["One."]


def test_a_table_by_its_content(take: Callable[..., Any]) -> None:
    """A table that comes under no name is known by its first row; a text that begins with a comma in its line is not one."""
    assert [a.text for a in take({}, ["-"], stdin=b"date,text\n2021-05-06,One.\n").articles] == ["One."]
    assert [a.text for a in take({}, ["-"], stdin=b"Text, he said\nand more.\n").articles] == ["Text, he said\nand more.\n"]


def test_bad_rows_are_refused_and_the_others_read(take: Callable[..., Any]) -> None:
    """Each bad row is named by its line, says what is wrong and what to do, and the rows after it are read."""
    taken = take(
        {
            "a.csv": b"id,text\n"
            b"1,One.\n"
            b"2,Two,too many\n"
            b"3\n"
            b"\n"
            b'4,"Four\nlines, and ""marks"".\n"\n'
            b'5,"a "stray" mark"\n'
            b"6,\n"
            b"7,Se\0ven.\n"
            b'8,"opened and never closed\n'
            b"9,Nine.\n"
            b"10,Ten."
        }
    )
    assert [(a.key, a.text) for a in taken.articles] == [
        ("1", "One."),
        ("4", 'Four\nlines, and "marks".\n'),
        ("7", "Se\0ven."),
        ("9", "Nine."),
        ("10", "Ten."),
    ]
    quote = "quote cells that hold a delimiter or a line end"
    assert taken.refused == [
        f"a.csv line 3: has 3 cells where the first row names 2 columns; {quote}",
        f"a.csv line 4: has 1 cell where the first row names 2 columns; {quote}",
        (
            "a.csv line 9: has a quotation mark inside a cell that is neither doubled nor followed by a comma; "
            "double those inside a cell"
        ),
        "a.csv line 10: holds nothing but white space; give a file with an article in it",
        "a.csv line 12: opens a quotation mark that nothing closes; close it, and double those inside a cell",
    ]


def test_a_row_that_is_too_long(take: Callable[..., Any]) -> None:
    """A row beyond every limit, on one line or on many, is never held, and the next is read."""
    huge = "x" * 1_100_000
    many = '"' + "y\n" * 100_005 + '"'
    taken = take({"a.csv": f"text\n{huge}\nOne.\n{many}\nTwo.\n"}, max_characters=100)
    assert [article.text for article in taken.articles if len(article.text) < 10][:1] == ["One."]
    assert taken.articles[-1].text == "Two."
    limit = "is too long for a row of at most 100 characters; cut it, or raise the limit with --max-characters"
    assert taken.refused[:2] == [f"a.csv line 2: {limit}", f"a.csv line 4: {limit}"]
    assert taken.kinds[:2] == [TooLong, TooLong]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b\n1,2\n", 'a.csv: has no column that is known to hold the text (it has "a", "b"); name it with --map text=COLUMN'),
        (b"text,text\n1,2\n", 'a.csv: has the column "text" twice; keep one'),
        (b"text\n", "a.csv: names its columns and holds no row; give a table with an article in each row"),
        (b'"text\n', "a.csv: has a first row that cannot be read; name its columns there"),
        (b"text\n" + b"\n" * 100_001, "a.csv: has 100,000 empty rows after one another; take them out"),
        (b"\n\n", "a.csv: has no column that is known to hold the text; name it with --map text=COLUMN"),
        (
            b"text\n" + b"\x01\x02" * 50,
            ("a.csv: is not text (95 % of its first 105 characters are control characters); give plain text, HTML or JSON Lines"),
        ),
    ],
)
def test_what_is_no_table(take: Callable[..., Any], content: bytes, message: str) -> None:
    """A file that cannot be read as a table says so in one sentence."""
    taken = take({"a.csv": content})
    assert (taken.articles, taken.refused) == ([], [message])
    assert Empty in taken.kinds or "holds no row" not in message


@pytest.mark.parametrize(
    ("first", "delimiter"),
    [("text", ","), ("a;b;c", ";"), ("text,a;b;c;d", ","), ("title\ttext", "\t"), ("", ","), ('"Text" | "Title"', "|")],
)
def test_delimiter_of(first: str, delimiter: str) -> None:
    """The delimiter is what gives the most known columns, and then the most columns."""
    assert delimiter_of(first) == delimiter


_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff", include_characters="\n\t")


@given(st.lists(st.text(_CHARACTERS, min_size=1), min_size=1))
def test_any_text_comes_back_in_order(texts: list[str]) -> None:
    """What Python writes as CSV is read as it was, in order."""
    data = rows(["id", "text"], *([str(at), text] for at, text in enumerate(texts))).encode()
    found = list(FORMAT.read(Input("a.csv", io.BytesIO(data), filename="a.csv", characters=10_000)))
    assert [(r.text, r.key) for r in found] == [(text, str(at)) for at, text in enumerate(texts)]  # type: ignore[union-attr]
