"""Web archives, WARC and ARC: the pages in them, each an article; what else they hold is passed over and counted.

A page is a response with status 200, or a bare resource, that is HTML. The day of its capture is no day of publication.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import html
from allegedly.intake.captures import Broken, Capture, captures
from allegedly.intake.coding import Undecodable, decoded
from allegedly.intake.record import Format, Provenance, Record
from allegedly.intake.sources import shown
from allegedly.intake.stream import Input

_HEADER = 262_144
"""Bytes in which the headers of a response must end."""
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
_BLANK = re.compile(rb"\r?\n\r?\n")
_HTML = ("text/html", "application/xhtml+xml")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]{5,20}Z?")
_NAME = 300
"""Characters of an address in messages."""


class _Page(NamedTuple):
    headers: dict[str, str]
    body: bytes


def _looks(head: bytes) -> bool:
    return head.startswith((b"WARC/1.", b"WARC/0.", b"filedesc:"))


def _read(source: Input) -> Iterator[Record | Refused]:
    found = False
    for item in pages(source, source.name):
        found = True
        yield item
    if not found:
        raise Empty(source.name, "holds no web page; give an archive with HTML responses in it")


def pages(source: Input, archive: str) -> Iterator[Record | Refused]:
    """The pages of a WARC or ARC file, each an article.

    Args:
        source: The file.
        archive: What messages call the archive that it is a part of, or is.
    """
    others = 0
    for item in captures(source, 4 * source.limit + _HEADER):
        if isinstance(item, Broken):
            where = f"{source.name} at byte {item.at:,}"
            yield Unreadable(where, f"{item.what}; it is passed over, and a whole copy of the archive mends it")
        elif (page := _page(item)) is None:
            others += 1
        else:
            yield _article(source, archive, item, page)
    if others:
        are = "1 of its records is no page and is" if others == 1 else f"{others:,} of its records are no pages and are"
        source.note(f"{are} passed over")


def _page(capture: Capture) -> _Page | None:
    """Headers and body of a capture that is a page."""
    kind = capture.header.get("content-type", "")
    if capture.kind == "response" and "http" in kind.lower():
        status = _STATUS.match(capture.block)
        if status is None or status[1] != b"200":
            return None
        page = _split(capture.block)
    elif capture.kind in {"response", "resource"}:
        page = _Page({"content-type": kind}, capture.block)
    else:
        return None
    named = page.headers.get("content-type", "").split(";")[0].strip().lower()
    return page if named in _HTML or (not named and html.FORMAT.looks(page.body[:4096])) else None


def _split(block: bytes) -> _Page:
    end = _BLANK.search(block, 0, _HEADER)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:_HEADER], b"")
    headers: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return _Page(headers, body)


def _article(source: Input, archive: str, capture: Capture, page: _Page) -> Record | Refused:
    url = capture.header.get("warc-target-uri", "").strip("<>")
    name = f"{archive} › {shown(url)[:_NAME] or capture.at}"
    if capture.length > len(capture.block):
        limit = f"{4 * source.limit:,} bytes"
        return TooLong(name, f"is larger than {limit}, too large for a page; raise the limit with --max-characters")
    try:
        body = decoded(page.body, page.headers, 4 * source.limit)
        charset = html.charset_of(page.headers.get("content-type", ""))
        record = html.page(name, body.data, url, charset=charset, characters=source.characters)
    except Undecodable as finding:
        return Unreadable(name, f"{finding.args[0]}; {finding.args[1]}")
    except Refused as refused:
        return refused
    captured = _DAY.match(capture.header.get("warc-date", ""))
    notes = [*body.notes, *record.notes]
    if capture.cut:
        notes.append("its record is cut off, and what is there is read; a whole copy of the archive mends it")
    elif not _digest_holds(capture, page.body):
        notes.append("its digest does not match: it was changed or damaged after its capture")
    if not record.published and captured:
        notes.append(f"it gives no day of publication; it was captured on {captured[0][:10]}, --published says what you know")
    provenance = Provenance(
        record=_short(capture.header.get("warc-record-id", "").strip("<>")),
        digest=_short(capture.header.get("warc-payload-digest") or capture.header.get("warc-block-digest")),
        captured=captured[0] if captured else None,
    )
    return record._replace(notes=tuple(notes), provenance=provenance)


def _short(value: str | None) -> str | None:
    return value[:_NAME] if value else None


def _digest_holds(capture: Capture, body: bytes) -> bool:
    """False where the record gives a digest that can be computed and is another."""
    for field, data in (("warc-block-digest", capture.block), ("warc-payload-digest", body)):
        name, _, given = capture.header.get(field, "").partition(":")
        if name.lower() not in {"md5", "sha1", "sha256", "sha512"} or not given:
            continue
        digest = hashlib.new(name.lower(), data, usedforsecurity=False)
        written = base64.b32encode(digest.digest()).decode().rstrip("=")
        return given.strip().rstrip("=").upper() in {written, digest.hexdigest().upper()}
    return True


FORMAT = Format(name="warc", suffixes=(".warc", ".arc"), looks=_looks, read=_read)
