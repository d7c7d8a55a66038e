"""Plain text: one file is one article, kept character for character."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.errors import Refused, Unreadable
from allegedly.intake import dates
from allegedly.intake.encoding import NotText, decode
from allegedly.intake.header import header_of
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input


def _looks(head: bytes) -> bool:  # noqa: ARG001 (any bytes may be plain text, none surely are)
    return False


def _read(source: Input) -> Iterator[Record | Refused]:
    try:
        data = source.whole()
        decoded = decode(data, source.charset)
    except NotText as finding:
        raise Unreadable(source.name, f"{finding.args[0]}; {finding.args[1]}") from finding
    text = decoded.text
    if "\n" not in text:
        text = text.replace("\r", "\n")  # old Macintosh line ends, one character for one
    unread = header_of(text).unread
    notes = (*decoded.notes, dates.left_out(unread)) if unread else decoded.notes
    filed = dates.day_in_name(source.filename)
    yield Record(name=source.name, text=text, url=source.url, filed=filed, notes=notes, raw=data)


FORMAT = Format(name="text", suffixes=(".txt", ".text", ".md", ".markdown", ""), looks=_looks, read=_read)
