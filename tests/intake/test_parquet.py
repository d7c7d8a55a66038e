"""Parquet tables: rows are articles; what is wrong with one does not stop the others."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from allegedly.errors import Empty, Unreadable

ONE, TWO = "One, said the mayor.\n\nTwo, said she.", "Three, said the mayor."


def table(columns: dict[str, Any], **options: Any) -> bytes:  # noqa: ANN401 (whatever the writer takes)
    """A Parquet file."""
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    "days",
    [
        [date(2021, 5, 6), None],
        [datetime(2021, 5, 6, 23, 59, 59, 123456, UTC), None],
        pa.array([1620259200123456789, None], pa.timestamp("ns")),
        ["May 6, 2021", None],
        [1620259200, None],
    ],
)
def test_rows(take: Callable[..., Any], days: Any) -> None:  # noqa: ANN401 (values of several kinds)
    """Texts are kept; days come as dates, times, words or seconds; a list of authors is a byline."""
    columns = {"body": [ONE, TWO], "headline": ["Bridge", None], "published": days, "authors": [["Ada Wren", "Bo Lark"], []]}
    taken = take({"a.parquet": table(columns)})
    assert [(a.text, a.title, a.published, a.byline) for a in taken.articles] == [
        (ONE, "Bridge", "2021-05-06", "Ada Wren, Bo Lark"),
        (TWO, None, None, None),
    ]
    assert taken.warned == [
        'a.parquet: reads "body" as text, "headline" as title, "authors" as byline; say otherwise with --map FIELD=COLUMN'
    ]


def test_bad_rows(take: Callable[..., Any]) -> None:
    """A row without a text is refused by its number; the rest is read, also from a stream and by content."""
    data = table({"text": [ONE, None, " ", TWO], "id": [1, 2, 3, 4]}, row_group_size=2, compression="gzip")
    for taken in (take({"a": data}), take({}, ["-"], stdin=data)):
        name = taken.refused[0].split(" row")[0]
        assert [(a.text, a.key) for a in taken.articles] == [(ONE, "1"), (TWO, "4")]
        assert taken.refused == [
            f"{name} row 2: has null as its text, not a string; correct it",
            f"{name} row 3: holds nothing but white space; give a file with an article in it",
        ]


def test_columns_that_a_person_names(take: Callable[..., Any]) -> None:
    """Columns are set as for any table."""
    data = table({"a": [ONE], "b": ["Bridge"]})
    (article,) = take({"a.parquet": data}, map={"text": "a", "title": "b"}).articles
    assert (article.text, article.title) == (ONE, "Bridge")
    assert take({"a.parquet": data}).refused == [
        'a.parquet: has no column that is known to hold the text (it has "a", "b"); name it with --map text=COLUMN'
    ]


@pytest.mark.parametrize(
    ("data", "kind", "message"),
    [
        (b"PAR1" + bytes(100) + b"PAR1", Unreadable, "a.parquet: is a Parquet table that cannot be read; write it again"),
        (table({"text": [ONE]})[:-20], Unreadable, "a.parquet: is a Parquet table that cannot be read; write it again"),
        (
            table({"text": pa.array([], pa.string())}),
            Empty,
            "a.parquet: names its columns and holds no row; give a table with an article in each row",
        ),
    ],
)
def test_what_is_no_table(take: Callable[..., Any], data: bytes, kind: type, message: str) -> None:
    """A file that is damaged or empty says so."""
    taken = take({"a.parquet": data})
    assert (taken.articles, taken.refused, taken.kinds) == ([], [message], [kind])


def test_a_bomb_of_one_text(take: Callable[..., Any]) -> None:
    """A text that a small file repeats many times is held once."""
    text = pa.array(["x" * 1_000_000]).dictionary_encode()
    rows = pa.DictionaryArray.from_arrays(pa.array([0] * 100), text.dictionary)
    data = table({"text": rows})
    assert len(data) < 2_000_000
    before = pa.total_allocated_bytes()
    assert len(take({"a.parquet": data}, max_characters=100).refused) == 100
    assert pa.default_memory_pool().max_memory() - before < 30_000_000


def test_without_the_package(take: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyarrow is not installed, the sentence says how to install it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert take({"a.parquet": b"PAR1"}).refused == [
        "a.parquet: is a Parquet table, for which a package is missing; install it: pip install 'allegedly[parquet]'"
    ]
