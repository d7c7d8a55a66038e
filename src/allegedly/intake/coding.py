"""How HTTP packs a body: chunks, gzip, deflate, Brotli; undone without ever holding more than a limit."""

from __future__ import annotations

import zlib
from typing import NamedTuple

_LAYERS = 4
"""Codings on one another; servers use one."""
_STEP = 65_536


class Undecodable(Exception):
    """The body cannot be unpacked; the first argument says why, the second what to do."""


class Body(NamedTuple):
    """A body, unpacked; ``notes`` say what was wrong with it."""

    data: bytes
    notes: tuple[str, ...] = ()


def decoded(data: bytes, headers: dict[str, str], limit: int) -> Body:
    """The body as the page's author wrote it. Archives often undo a coding and leave its header; that is seen.

    Args:
        data: The body as it came.
        headers: The HTTP headers, names in lower case.
        limit: Bytes that it may have, unpacked.

    Raises:
        Undecodable: it is larger, packed in an unknown way, or damaged from its start.
    """
    notes: list[str] = []
    if "chunked" in headers.get("transfer-encoding", "").lower():
        data, whole = dechunked(data)
        if not whole:
            notes.append("its chunks break off, and what came before is read")
    codings = [name.strip().lower() for name in headers.get("content-encoding", "").split(",") if name.strip()]
    if len(codings) > _LAYERS:
        raise Undecodable(f"is packed {len(codings)} times over", "save its page as HTML")
    for name in reversed(codings):
        data, whole = _unpacked(data, name, limit)
        if not whole:
            notes.append("its packed body breaks off, and what came before is read")
    if len(data) > limit:
        raise Undecodable(f"is larger than {limit:,} bytes", "raise the limit with --max-characters")
    return Body(data, tuple(notes))


def dechunked(data: bytes) -> tuple[bytes, bool]:
    """The chunks joined, and whether they are whole. What does not begin with a chunk was joined before and is kept."""
    pieces: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\n", at, at + 256)
        size = _size(data[at:end]) if end >= 0 else None
        if size is None:
            return (b"".join(pieces), False) if pieces else (data, True)
        if size == 0:
            return b"".join(pieces), True
        pieces.append(data[end + 1 : end + 1 + size])
        if len(data) < end + 1 + size:
            return b"".join(pieces), False
        at = end + 1 + size
        at += 2 if data[at : at + 2] == b"\r\n" else 1


def _size(line: bytes) -> int | None:
    digits = line.split(b";", 1)[0].strip()
    if not 0 < len(digits) <= 16 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _unpacked(data: bytes, name: str, limit: int) -> tuple[bytes, bool]:
    """The data without one coding, and whether it was whole."""
    if name in {"identity", "none", "utf-8"}:
        return data, True
    if name in {"gzip", "x-gzip"}:
        return _inflated(data, 31, limit) if data.startswith(b"\x1f\x8b") else (data, True)
    if name == "deflate":
        zlib_head = len(data) > 1 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0
        return _inflated(data, 15 if zlib_head else -15, limit) if not data.lstrip().startswith(b"<") else (data, True)
    if name == "br":
        return _brotli(data, limit) if not data.lstrip().startswith(b"<") else (data, True)
    raise Undecodable(f"is packed as {name[:20]!r}, which is not known", "save its page as HTML")


def _inflated(data: bytes, window: int, limit: int) -> tuple[bytes, bool]:
    undo = zlib.decompressobj(window)
    pieces: list[bytes] = []
    size, left = 0, data
    try:
        while left and not undo.eof:
            piece = undo.decompress(left, _STEP)
            left = undo.unconsumed_tail
            size = _bounded(size + len(piece), limit)
            pieces.append(piece)
    except zlib.error as error:
        if not size:
            raise Undecodable("has a packed body that is damaged", "fetch its page again") from error
        return b"".join(pieces), False
    return b"".join(pieces), undo.eof


def _brotli(data: bytes, limit: int) -> tuple[bytes, bool]:
    import brotli

    undo = brotli.Decompressor()
    pieces: list[bytes] = []
    size, left = 0, data
    try:
        while not undo.is_finished():
            piece = undo.process(left, output_buffer_limit=_STEP)
            left = b""
            if not piece:
                return b"".join(pieces), False
            size = _bounded(size + len(piece), limit)
            pieces.append(piece)
    except brotli.error as error:
        if not size:
            raise Undecodable("has a packed body that is damaged", "fetch its page again") from error
        return b"".join(pieces), False
    return b"".join(pieces), True


def _bounded(size: int, limit: int) -> int:
    if size > limit:
        raise Undecodable(f"is larger than {limit:,} bytes, unpacked", "raise the limit with --max-characters")
    return size
