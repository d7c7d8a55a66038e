"""JSON Lines, and JSON files: records with a text; a bad one is refused and the others are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.errors import Empty, TooLong, Unreadable
from allegedly.intake.jsonl import FORMAT
from allegedly.intake.stream import Input

CUT = "cut it into parts, or raise the limit with --max-characters"
TEXT = '  The mayor said: "No."\n\nThe council said nothing. '


def lines(*records: object) -> str:
    """Records as JSON Lines."""
    return "".join(json.dumps(record) + "\n" for record in records)


def test_a_record(take: Callable[..., Any]) -> None:
    """The text is kept character for character, the id comes back as the key, and the metadata are read."""
    record = {
        "text": TEXT,
        "id": "x-1",
        "title": "Bridge",
        "outlet": "Odra Times",
        "published": "Thu, 6 May 2021 08:00:00 GMT",
        "url": "https://odra.example/1",
        "byline": ["Ada Wren", "Bo Lark"],
        "section": {"left": "alone"},
    }
    (article,) = take({"a.jsonl": lines(record)}).articles
    assert article.text == TEXT
    assert article.key == "x-1"
    assert (article.title, article.outlet, article.published) == ("Bridge", "Odra Times", "2021-05-06")
    assert (article.url, article.byline) == ("https://odra.example/1", "Ada Wren, Bo Lark")


@pytest.mark.parametrize(("given_id", "key"), [(7, "7"), (7.5, "7.5"), ("", ""), ("007", "007"), (None, None)])
def test_ids_come_back(take: Callable[..., Any], given_id: object, key: str | None) -> None:
    """A number as an id comes back as its digits, a string as it is."""
    assert [article.key for article in take({"a.jsonl": lines({"id": given_id, "text": TEXT})}).articles] == [key]


def test_nothing_and_nan_are_null(take: Callable[..., Any]) -> None:
    """Null, an empty string and NaN in a field count as nothing, as data frames write them."""
    (article,) = take(
        {"a.jsonl": '{"text": "The mayor said no.", "title": null, "outlet": "", "published": NaN, "id": NaN}'}
    ).articles
    assert (article.title, article.outlet, article.published, article.key) == (None, None, None, None)


def test_lone_surrogates(take: Callable[..., Any]) -> None:
    """A lone surrogate becomes U+FFFD, one for one; a pair is the character that it means."""
    (article,) = take({"a.jsonl": '{"text": "Odra\\ud800s \\ud83d\\ude00 mayor said \\udfff.", "id": "\\udc00"}'}).articles
    assert article.text == "Odra\ufffds \U0001f600 mayor said \ufffd."
    assert article.key == "\ufffd"


def test_bad_records_are_refused_and_the_others_read(take: Callable[..., Any]) -> None:
    """Each bad line is named by file and number, says what is wrong and what to do, and the rest is read."""
    taken = take(
        {
            "a.jsonl": b'{"text": "One, said the mayor."}\n'
            b'{"text": 5}\n'
            b"not json\n"
            b'{"words": "x", "id": 1}\n'
            b"[1]\n"
            b"\n"
            b'{"text": "", "id": 7}\n'
            b'{"text": "a", "text": "b"}\n'
            b'{"text": "x", "title": 5}\n'
            b'{"text": "x", "id": true}\n'
            b'{"text": "x", "published": [2020]}\n'
            b"{}\n"
            b'{"text": "\xff"}\n'
            b'{"text": "Two, said the mayor."}'
        }
    )
    assert [article.text for article in taken.articles] == ["One, said the mayor.", "Two, said the mayor."]
    assert taken.refused == [
        "a.jsonl line 2: has a number as its text, not a string; correct it",
        "a.jsonl line 3: is not valid JSON (expecting value at column 1); correct it",
        (
            'a.jsonl line 4: has no field "text" (it has "words", "id"); '
            "name the article's text so, or say which it is with --map text=FIELD"
        ),
        'a.jsonl line 5: is a list, not an object; write {"text": …}',
        "a.jsonl line 7: holds nothing but white space; give a file with an article in it",
        'a.jsonl line 8: has the field "text" twice; keep one',
        "a.jsonl line 9: has a number as its title, not a string; correct it",
        "a.jsonl line 10: has true or false as its id, not a string or a number; correct it",
        "a.jsonl line 11: has a list as its published, not a date; write it as 2019-12-18",
        'a.jsonl line 12: has no field "text"; name the article\'s text so, or say which it is with --map text=FIELD',
        "a.jsonl line 13: is not valid UTF-8 (byte 11); save the file as UTF-8",
    ]


def test_a_day_that_cannot_be_read_is_left_out(take: Callable[..., Any]) -> None:
    """The record is read without the day, and the person is told."""
    taken = take({"a.jsonl": lines({"text": TEXT, "published": "03/04/2019"})})
    assert taken.articles[0].published is None
    assert taken.warned == [
        "a.jsonl line 1: its published '03/04/2019' is not read as a day and is left out; write it as 2019-12-18"
    ]


def test_one_line_that_is_too_long(take: Callable[..., Any]) -> None:
    """A line beyond every limit is never held, and the next is read."""
    taken = take(
        {"a.jsonl": lines({"text": "x" * 1_100_000}, {"text": "The mayor said no."}, {"text": "y" * 101})}, max_characters=100
    )
    assert [article.text for article in taken.articles] == ["The mayor said no."]
    assert taken.refused == [
        "a.jsonl line 1: is too long for a record of at most 100 characters; cut it, or raise the limit with --max-characters",
        f"a.jsonl line 3: has 101 characters, more than the limit of 100; {CUT}",
    ]
    assert taken.kinds == [TooLong, TooLong]


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("a.json", '{\n "text": "One, said the mayor."\n}\n', ["One, said the mayor."]),
        ("a.json", '[{"text": "One."},\n{"text": "Two."}]', ["One.", "Two."]),
        ("a.json", '{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ("a.jsonl", '[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        ("a.ndjson", '\ufeff{"text": "One."}\r\n\r\n{"text": "Two."}\r\n', ["One.", "Two."]),
        ("a.txt", '{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ("a", '{"id": 1, "text": "One."}', ["One."]),
    ],
)
def test_the_shapes_of_json(take: Callable[..., Any], name: str, content: str, texts: list[str]) -> None:
    """One object, a list, or an object a line, whatever the ending of the name says."""
    assert [article.text for article in take({name: content}).articles] == texts


def test_utf_16(take: Callable[..., Any]) -> None:
    """JSON Lines in UTF-16 are read too."""
    taken = take({"a.jsonl": lines({"text": "One, said the mayor."}, {"text": "Two."}).encode("utf-16")})
    assert [article.text for article in taken.articles] == ["One, said the mayor.", "Two."]


@pytest.mark.parametrize(
    ("name", "content", "kind", "message"),
    [
        ("a.jsonl", "\n \n", Empty, "a.jsonl: holds no record; give one JSON object with a text field on each line"),
        ("a.json", "[]", Empty, "a.json: holds an empty list; give a list of objects with a text field"),
        ("a.json", "[1]", Unreadable, 'a.json record 1: is a number, not an object; write {"text": …}'),
        ("a.json", '{"text": ', Unreadable, "a.json: is not valid JSON (expecting value at column 9); correct it"),
        ("a.json", "[" * 100_000, Unreadable, "a.json: is nested too deeply; give a flat object with a text field"),
    ],
)
def test_what_holds_no_record(take: Callable[..., Any], name: str, content: str, kind: type, message: str) -> None:
    """A file without a record says so."""
    taken = take({name: content})
    assert (taken.articles, taken.refused, taken.kinds) == ([], [message], [kind])


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), min_size=1))
def test_any_text_comes_back_in_order(texts: list[str]) -> None:
    """What is written as JSON Lines is read as it was, in order."""
    import io

    data = lines(*({"text": text, "id": at} for at, text in enumerate(texts))).encode()
    records = list(FORMAT.read(Input("a.jsonl", io.BytesIO(data), filename="a.jsonl", characters=10_000)))
    assert [(r.text, r.key) for r in records] == [(text, str(at)) for at, text in enumerate(texts)]  # type: ignore[union-attr]


def test_fields_by_the_usual_names(take: Callable[..., Any]) -> None:
    """Fields of other names are read where our own are not there and where they hold what they can be; that is told once."""
    taken = take(
        {
            "a.jsonl": lines(
                {"body": "One, said the mayor.", "headline": "Bridge", "source": {"id": 1}, "date": "2021-05-06"},
                {"content": "Two, said the mayor.", "text": "Two!", "title": "Ferry", "headline": "No", "date": ["x"]},
                {"body": "Three, said the mayor.", "headline": "Tram", "authors": ["Ada Wren", "Bo Lark"]},
            )
        }
    )
    assert [(a.text, a.title, a.outlet, a.published, a.byline) for a in taken.articles] == [
        ("One, said the mayor.", "Bridge", None, "2021-05-06", None),
        ("Two!", "Ferry", None, None, None),
        ("Three, said the mayor.", "Tram", None, None, "Ada Wren, Bo Lark"),
    ]
    assert taken.warned == [
        'a.jsonl: reads "body" as text, "headline" as title, "date" as published; say otherwise with --map FIELD=COLUMN',
        'a.jsonl: reads "authors" as byline; say otherwise with --map FIELD=COLUMN',
    ]


def test_fields_that_a_person_names(take: Callable[..., Any]) -> None:
    """What is set is read and nothing else for it; a record without it says what it has; a name that is nowhere is told."""
    content = lines({"text": "no", "main": "One, said the mayor."}, {"text": "no", "title": "x"})
    taken = take({"a.jsonl": content}, map={"text": "main", "outlet": "paper"})
    assert [article.text for article in taken.articles] == ["One, said the mayor."]
    lacks = 'has no field "main" (it has "text", "title"); name one of these with --map text=FIELD'
    assert taken.refused == [f"a.jsonl line 2: {lacks}"]
    assert taken.warned == ["a.jsonl: no record has 'paper', which --map names; look at its fields"]
