"""The formats that are read, by name, and which of them an input is in.

A new format is one module of this room with a ``FORMAT``, and its name in ``_MODULES``; another package adds one by an entry
point (:mod:`allegedly.intake.plugins`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from allegedly.errors import Empty, Refused, Unreadable
from allegedly.intake import plugins
from allegedly.intake.encoding import signature, wide
from allegedly.intake.record import Format, Record

if TYPE_CHECKING:
    from allegedly.intake.stream import Input

_MODULES = ("warc", "wacz", "opml", "feeds", "jsonl", "html", "parquet", "pdf", "archive", "csv", "text")
"""In the order in which they are asked; the last takes what no other knows."""
_LATER = {
    ".xls": "a table",
    ".xml": "an XML document",
}


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order in which they are asked."""
    found = list(plugins.loaded()[0])
    for name in _MODULES:
        one = import_module(f"allegedly.intake.{name}").FORMAT
        assert isinstance(one, Format)
        found.append(one)
    return tuple(found)


def records(source: Input) -> Iterator[Record | Refused]:
    """What an input holds, in whatever format; what is wrong with the whole of it is the last that comes.

    When it is done with, whoever asked is told what it was, so that each file that was seen can be put on record.
    """
    refused = None
    try:
        for one in format_of(source).read(source):
            yield one._replace(source=one.source or source.name) if isinstance(one, Record) else one
    except Refused as error:
        refused = error
    finally:
        source.close()
    if source.terms.seen:
        source.terms.seen(source.seen())
    if refused:
        yield refused


def format_of(source: Input) -> Format:
    """The format of an input, by what it holds and then by the ending of its name.

    Raises:
        Empty: it holds no byte.
        Unreadable: it is binary, or of a kind that is not read.
    """
    head = source.head
    if source.fault:
        raise source.fault
    if not head:
        raise Empty(source.name, "is empty; give a file with an article in it")
    seen = _narrowed(head)
    sure = next((one for one in formats() if one.looks(head) or one.looks(seen)), None)
    if sure:
        return sure
    what = None if wide(head) else signature(head)
    if what:
        raise Unreadable(source.name, f"is not text (it looks like {what[0]}); {what[1]}")
    kind = _LATER.get(source.suffix)
    # Plain text that happens to be called .xml is rare; markup that is no page is not.
    if kind and (seen.lstrip()[:1] == b"<" or kind == "a table"):
        raise Unreadable(source.name, f"is {kind}, which is not read; give its texts as JSON Lines or HTML")
    named = next((one for one in formats() if source.suffix in one.suffixes), None)
    return named or formats()[-1]


def _narrowed(head: bytes) -> bytes:
    """The first bytes as UTF-8 without a byte order mark, as formats look at them."""
    encoding = wide(head)
    seen = head.decode(encoding, "replace").encode("utf-8", "replace") if encoding else head
    return seen.removeprefix(b"\xef\xbb\xbf")
