"""The header block with which a plain text may begin: ``Title: …``, ``Date: …`` lines and then a blank line.

In Markdown it may stand between two lines of three hyphens, with whatever else the site's program needs. Its metadata are
read; its characters stay in the article's text, so that spans found elsewhere stay valid.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from allegedly.intake import dates
from allegedly.intake.tables import table

_LINES = 20
_LONGEST = 600
_FENCED = 200
"""Lines of a block between hyphens."""
_LINE = re.compile(r"[ \t]*([^\W\d_][\w' -]{0,24}?)[ \t]*:[ \t]*(\S[^\n]*)?", re.UNICODE)


class Header(NamedTuple):
    """What a header block says; ``end`` is where the text goes on after it (0 where there is none)."""

    end: int = 0
    title: str | None = None
    published: str | None = None
    """ISO 8601 day; null where the line is missing or cannot be read as a day."""
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    unread: str | None = None
    """What stands where the day should and cannot be read as one."""


@cache
def _fields() -> dict[str, str]:
    return {row["key"]: row["field"] for row in table("header")}


def header_of(text: str) -> Header:
    """The header block at the start of the text: every line ``Key: value`` with a known key, then a blank line.

    Source of the keys: ``vocabulary/header.tsv``. The first line of a kind counts. Between lines of three hyphens, where Markdown
    has its metadata, unknown keys may stand too.
    """
    at = len(text) - len(text.lstrip())
    if text.startswith("---", at):
        return _fenced(text, at)
    found: dict[str, str] = {}
    for _ in range(_LINES):
        end = text.find("\n", at)
        if end < 0 or end - at > _LONGEST:
            return Header()
        line = text[at:end]
        if not line.strip():
            break
        match = _LINE.fullmatch(line.rstrip())
        field = _fields().get(" ".join(match[1].lower().split())) if match else None
        if match is None or field is None:
            return Header()
        if match[2]:
            found.setdefault(field, match[2].strip())
        at = end + 1
    else:
        return Header()
    return _header(text, at, found)


def _fenced(text: str, at: int) -> Header:
    """The block between two lines of three hyphens."""
    found: dict[str, str] = {}
    field = ""
    for number in range(_FENCED):
        end = text.find("\n", at)
        line = (text[at:end] if end >= 0 else text[at : at + _LONGEST]).rstrip()
        at = end + 1 if end >= 0 else len(text)
        if number and line in ("---", "..."):
            return _header(text, at, found)
        if end < 0 or (number == 0 and line != "---"):
            return Header()
        match = _LINE.fullmatch(line) if number and len(line) <= _LONGEST and not line.startswith((" ", "\t", "-")) else None
        item = line.strip().removeprefix("- ") if line.strip().startswith("- ") else None
        if match:
            field = _fields().get(" ".join(match[1].lower().replace("_", " ").split()), "")
            value = _unquoted(match[2] or "")
            if field and value:
                found.setdefault(field, value)
        elif item and field == "byline":
            found[field] = ", ".join(filter(None, (found.get(field), _unquoted(item))))
    return Header()


def _unquoted(value: str) -> str:
    """A value without the marks that YAML puts around it."""
    value = value.strip()
    if len(value) > 1 and value[0] + value[-1] == "[]":
        return ", ".join(_unquoted(one) for one in value[1:-1].split(","))
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _header(text: str, at: int, found: dict[str, str]) -> Header:
    """The header of these fields, which ends there; none where nothing is known of them."""
    found.pop("", None)
    if not found:
        return Header()
    rest = text[at:]
    said = found.get("published", "")
    day = dates.day(said)
    return Header(
        end=at + len(rest) - len(rest.lstrip()),
        title=found.get("title"),
        published=day,
        outlet=found.get("outlet"),
        url=found.get("url"),
        byline=found.get("byline"),
        unread=None if day else said or None,
    )


def body_start(text: str) -> int:
    """Where the text goes on after its header block; 0 where it has none. A pure function of the text."""
    return header_of(text).end
