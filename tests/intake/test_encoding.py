"""Bytes → text: the encoding is told from the bytes, and what is no text is told apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.errors import Unreadable
from allegedly.intake.encoding import Decoded, NotText, decode

TEXT = "The café owner said the plan was “naïve” – and it cost €5."
PLAIN = "The mayor said on Monday that the bridge would stay closed. "


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-32-be", b"\0\0\xfe\xff"),
        ("windows-1252", b""),
    ],
)
def test_a_text_comes_out_whole(take: Callable[..., Any], encoding: str, mark: bytes) -> None:
    """UTF-8, UTF-16, UTF-32 and Windows-1252 give the same text, with a byte order mark or without one."""
    taken = take({"plan.txt": mark + TEXT.encode(encoding)})
    assert [article.text for article in taken.articles] == [TEXT]
    assert taken.warned == []


def test_latin_1(take: Callable[..., Any]) -> None:
    """Latin-1 is read as Windows-1252, which has the same letters; the bytes that only Latin-1 has are kept."""
    taken = take({"plan.txt": "The café’s owner".replace("’", "\x90").encode("latin-1") + b" said that it was not so."})
    assert taken.articles[0].text == "The café\x90s owner said that it was not so."


def test_a_few_broken_places(take: Callable[..., Any]) -> None:
    """UTF-8 that was damaged is read, its bad places marked, and the person is told."""
    taken = take({"plan.txt": "“Naïve” – said the café’s owner.".encode() + b" It was \xff not so."})
    assert taken.articles[0].text == "“Naïve” – said the café’s owner. It was \ufffd not so."
    assert taken.warned == ["plan.txt: 1 place is not valid UTF-8 and read as U+FFFD; save it as UTF-8 if words are missing"]


def test_nul_bytes_stay(take: Callable[..., Any]) -> None:
    """A few NUL bytes make no binary file of a text, and no span moves for them."""
    text = f"The mayor said\0 no.\0 {PLAIN}"
    assert [article.text for article in take({"a.txt": text}).articles] == [text]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "a.d",
            b"PK\x03\x04" + b"x" * 40,
            "a.d: is a damaged zip archive; fetch or pack it again",
        ),
        (
            "a.jpg",
            b"\xff\xd8\xff\xe0" + b"x" * 40,
            "a.jpg: is not text (it looks like a JPEG image); give plain text, HTML or JSON Lines",
        ),
        (
            "a.sqlite",
            b"SQLite format 3\0" + b"x" * 40,
            "a.sqlite: is not text (it looks like an SQLite database); export its texts as JSON Lines",
        ),
        (
            "a.txt",
            bytes(range(1, 32)) * 20,
            "a.txt: is not text (74 % of its first 620 characters are control characters); give plain text, HTML or JSON Lines",
        ),
        (
            "a.txt",
            "Президент заявил, что мост будет закрыт, и что город не может платить".encode("koi8-r"),
            "a.txt: is in an encoding that cannot be told (neither UTF-8 nor Windows-1252); save it as UTF-8",
        ),
    ],
)
def test_what_is_no_text(take: Callable[..., Any], name: str, data: bytes, message: str) -> None:
    """A binary file is refused by what it is, whatever its name, with what to do about it."""
    taken = take({name: data})
    assert (taken.articles, taken.refused, taken.kinds) == ([], [message], [Unreadable])


def test_the_declared_encoding_counts_where_bytes_do_not_say() -> None:
    """A document's own word for its encoding is believed, unless it is UTF-8 or no encoding of files."""
    data = "Президент заявил".encode("koi8-r")
    assert decode(data, "koi8-r") == Decoded("Президент заявил", "koi8-r")
    assert decode(TEXT.encode(), "koi8-r") == Decoded(TEXT, "utf-8")
    for name in ("punycode", "no-such-thing", "utf-8", "rot13", "idna"):
        assert decode(b"Caf\xe9 owners", name) == Decoded("Café owners", "windows-1252")


@given(st.binary(max_size=600), st.none() | st.sampled_from(["koi8-r", "gb18030", "euc-jp", "hz", "punycode", "\0"]))
def test_any_bytes_are_text_or_not(data: bytes, declared: str | None) -> None:
    """Any bytes give a text that can be written as UTF-8, or the sentence that says why not."""
    try:
        decoded = decode(data, declared)
    except NotText as finding:
        said = finding.args
    else:
        said = (decoded.text, decoded.encoding)
    assert len("".join(said).encode("utf-8")) > 0
    assert len(said) == 2
