"""The header block with which a plain text may begin: ``Title: …``, ``Date: …`` lines and then a blank line.

Its metadata are read; its characters stay in the article's text, so that spans found elsewhere stay valid.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from allegedly.intake import dates
from allegedly.intake.tables import table

_LINES = 20
_LONGEST = 600
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


@cache
def _fields() -> dict[str, str]:
    return {row["key"]: row["field"] for row in table("header")}


def header_of(text: str) -> Header:
    """The header block at the start of the text: every line ``Key: value`` with a known key, then a blank line.

    Source of the keys: ``vocabulary/header.tsv``. The first line of a kind counts.
    """
    at = len(text) - len(text.lstrip())
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
    found.pop("", None)
    if not found:
        return Header()
    rest = text[at:]
    return Header(
        end=at + len(rest) - len(rest.lstrip()),
        title=found.get("title"),
        published=dates.day(found.get("published", "")),
        outlet=found.get("outlet"),
        url=found.get("url"),
        byline=found.get("byline"),
    )


def body_start(text: str) -> int:
    """Where the text goes on after its header block; 0 where it has none. A pure function of the text."""
    return header_of(text).end
