"""Which column is read as what: as it is said, by our own names, by the usual names."""

from __future__ import annotations

import pytest

from allegedly.errors import Unreadable
from allegedly.intake.columns import Columns, checked, known, listed, parsed


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("text", "text"),
        ("BODY", "text"),
        ("articleBody", "text"),
        ("Article Text", "text"),
        ("full-text", "text"),
        (" publishedAt ", "published"),
        ("web.publication.date", "published"),
        ("_id", "id"),
        ("Crawled At", None),
        ("summary", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_known(name: str, field: str | None) -> None:
    """Names are known however they are spelled; what is no article's text or day is not taken for it."""
    assert known(name) == field


def test_the_surest_name_of_a_field_counts() -> None:
    """Our own name counts before others, and among these the one that stands first in the vocabulary; one column, one field."""
    told: list[str] = []
    columns = Columns({}, told.append)
    assert columns.of(["content", "date", "body", "pub_date"]) == {"text": "body", "published": "pub_date"}
    assert columns.of(["content", "text", "title"]) == {"text": "text", "title": "title"}
    assert columns.of(["Text", "content"]) == {"text": "Text"}
    assert Columns({"title": "text"}, told.append).of(["text", "body"]) == {"title": "text", "text": "body"}


def test_nothing_is_told_where_there_is_no_text() -> None:
    """A guess is told only where it is used."""
    told: list[str] = []
    assert Columns({}, told.append).of(["headline"]) == {"title": "headline"}
    assert told == []


def test_parsed() -> None:
    """A mapping can be written at once or in several words."""
    assert parsed(["text=body, title = headline", "url=Link=1"]) == {"text": "body", "title": "headline", "url": "Link=1"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["body"], "'body' does not say which column is read as what; write it as text=body"),
        (["text="], "'text=' does not say which column is read as what; write it as text=body"),
        ([""], "'' does not say which column is read as what; write it as text=body"),
        (["words=x"], "'words' is no field of an article; those are text, id, title, outlet, published, url, byline"),
        (["text=a", "text=b"], "text is set twice; name one column for it"),
    ],
)
def test_what_is_no_mapping(words: list[str], message: str) -> None:
    """A mapping that cannot be used says why."""
    with pytest.raises(ValueError, match=r".") as raised:
        parsed(words)
    assert str(raised.value) == message


def test_checked() -> None:
    """From Python the same fields hold."""
    with pytest.raises(ValueError, match=r"^'body' is no field of an article; those are text, id, title, "):
        checked({"body": "text"})


def test_a_long_list_is_cut() -> None:
    """A sentence lists a dozen columns, and says how many more there are."""
    assert listed([]) == ""
    assert listed(["a", "b" * 40]) == ' (it has "a", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")'
    assert listed("abcdefghijklmn").endswith('"l" and 2 more)')
    with pytest.raises(Unreadable, match=r"^t: has no column that is known to hold the text; name it with --map text=COLUMN$"):
        Columns({}, lambda _: None).of_table("t", [])
