"""Web archives, made record by record for the tests."""

from __future__ import annotations

import gzip
import io
import zipfile

from tests.intake.test_html import PAGE

HTML = PAGE.replace("CHARSET", "utf-8").encode()
UNDATED = HTML.replace(b"2021-05-06T23:30:00-08:00", b"")


def response(body: bytes = HTML, *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """An HTTP response as servers send it."""
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def record(
    block: bytes, *headers: str, kind: str = "response", url: str = "https://odra.example/ferry", length: int | str | None = None
) -> bytes:
    """A WARC record; ``length`` where it lies about it."""
    media = "application/http; msgtype=response" if kind == "response" else "text/html"
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2021-05-07T01:02:03Z",
        "WARC-Record-ID: <urn:uuid:80d63307-60af-43e0-903f-574b2f432b7e>",
        f"Content-Type: {media}",
        *headers,
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Each record in a gzip member of its own, as web archives are packed."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def collection(**members: bytes) -> bytes:
    """A WACZ file; ``__`` in a name stands for a slash, ``_`` for a full stop."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_", "."), data)
        made.writestr("datapackage.json", b"{}")
    return file.getvalue()
