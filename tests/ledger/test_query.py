"""What people type, as an expression of the search index."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.ledger.query import expression


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bridge", '"bridge"'),
        ("bridge closed", '("bridge" AND "closed")'),
        ('"in a row" bridg*', '("in a row" AND "bridg"*)'),
        ("boat OR trawler", '("boat" OR "trawler")'),
        ("boat -trawler", '(("boat") NOT ("trawler"))'),
        ("boat NOT (trawler OR ferry)", '(("boat") NOT (("trawler" OR "ferry")))'),
        ("NOT boat", None),
        ("?! …", None),
        ("", None),
        ('"never closed', '"never closed"'),
        (") boat ((", '"boat"'),
        ("AND", None),
        ("be*", '"be"'),
        (
            "bri* clo* boa* fer* tra* shi* nav* arm* pol*",
            '("bri"* AND "clo"* AND "boa"* AND "fer"* AND "tra"* AND "shi"* AND "nav"* AND "arm"* AND "pol")',
        ),
        ('"' + "the " * 5000 + '"', '"the the the the the the the the the the the the"'),
        ("a-" * 5000, '"a-a-a-a-a-a-a-a-a-a-a-a"'),
    ],
)
def test_meant(typed: str, meant: str | None) -> None:
    """Words, phrases, beginnings, alternatives, exclusions; what makes no sense is passed over."""
    assert expression(typed) == meant


WORDS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(["(", ")", '"', "*", "-", "OR", "AND", "NOT", "NEAR", "boat", "words:", "^", "+", "{a b}"]), max_size=12
    ).map(" ".join),
)


@given(WORDS)
def test_never_a_syntax_error(typed: str) -> None:
    """Whatever is typed, the index takes it."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (words)")
    meant = expression(typed)
    if meant is not None:
        connection.execute("SELECT * FROM t WHERE t MATCH ?", (f"words : ({meant})",)).fetchall()
