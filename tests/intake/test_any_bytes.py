"""Any bytes under any name: articles and refusals come out, never another exception."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.errors import Refused
from allegedly.intake import articles
from allegedly.intake.formats import records
from allegedly.intake.stream import Input

# Pieces of what the formats look for, so that random bytes reach their inner parts.
_PIECES = st.sampled_from(
    [
        *[
            b'{"text": "',
            b'"}\n',
            b'", "id": ',
            b"[",
            b"]",
            b"<html>",
            b"<p>",
            b"</p>",
            b"<div>",
            b"<!--",
            b"<![CDATA[",
            b"<?xml ",
        ],
        *[b'charset="hz"', b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b\x08", b"\0", b"\r\n", b"Title: a\n\n", b"LISBON (AP) -- "],
        *[b"The mayor said that it was not so. ", b"2021-05-06", b"\\ud800", b"1e999", b"&#0;", b"&#x110000;", "â€™".encode()],
    ]
)
_BYTES = st.binary(max_size=200) | st.lists(_PIECES | st.binary(max_size=6), max_size=12).map(b"".join)


@settings(deadline=None)
@given(_BYTES, st.booleans())
def test_standard_input(data: bytes, force: bool) -> None:
    """Each article can be written as UTF-8 and has something in it; each refusal is one sentence that names the input."""
    refused: list[Refused] = []
    for article in articles(["-"], stdin=io.BytesIO(data), force=force, max_characters=500, on_refused=refused.append):
        assert article.text.encode("utf-8")
        assert article.text.strip()
    for one in refused:
        assert str(one).startswith("standard input")
        assert "; " in one.reason
        assert "\n" not in str(one)


@settings(deadline=None)
@given(_BYTES, st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.xml", "a.csv", "a.gz", "a.tar", "a.zip", "a"]))
def test_any_name(data: bytes, name: str) -> None:
    """Whatever the ending of the name says, the bytes are read or refused."""
    found = list(records(Input(name, io.BytesIO(data), filename=name, characters=500)))
    assert all(one.name.startswith(name) for one in found)
