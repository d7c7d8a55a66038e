"""A tar archive as a stream: its members one after the other, in the order in which they were packed.

The standard library's reader holds whatever a header says is a long name; this one holds nothing that is large.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import NamedTuple, Protocol

_BLOCK = 512
_LONG = 1_000_000
"""Bytes of a header's own data (a long name) that are looked at."""
_PIECE = 65_536


class Readable(Protocol):
    """What a tar archive can be read from."""

    def read(self, count: int, /) -> bytes:
        """The next bytes, fewer than asked for only at the end."""
        ...


class Broken(Exception):
    """The archive is damaged from here on."""


class Part(io.RawIOBase):
    """The bytes of one member; what is not read of it is passed over when the next one is asked for."""

    def __init__(self, file: Readable, size: int) -> None:
        self._file, self.left = file, size

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read some of it.

        Raises:
            Broken: The archive ends within it.
        """
        if not self.left or not len(buffer):
            return 0
        piece = self._file.read(min(len(buffer), self.left))
        if not piece:
            raise Broken
        self.left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)


class Member(NamedTuple):
    """A file in the archive."""

    name: str
    part: Part
    sparse: bool
    """Whether it has holes, which are not unpacked."""


def looks(head: bytes) -> bool:
    """Whether the first bytes are those of a tar archive of today."""
    return head[257:262] == b"ustar"


def members(file: Readable) -> Iterator[Member]:
    """The files of the archive.

    Raises:
        Broken: It is damaged; the members before were whole.
    """
    said: dict[str, str] = {}
    while True:
        block = _exactly(file, _BLOCK)
        if not block.strip(b"\0"):
            return
        try:
            header = tarfile.TarInfo.frombuf(block, "utf-8", "replace")
        except (tarfile.HeaderError, ValueError) as error:
            raise Broken from error
        size = _size(said.pop("size", None), header.size)
        part = Part(file, size)
        padding = -size % _BLOCK
        if header.type == tarfile.GNUTYPE_LONGNAME:
            said["path"] = _head_of(part).rstrip(b"\0").decode("utf-8", "replace")
        elif header.type == tarfile.XHDTYPE:
            said |= _extended(_head_of(part))
        elif header.type in tarfile.REGULAR_TYPES and not (header.type == tarfile.AREGTYPE and header.name.endswith("/")):
            sparse = header.type == tarfile.GNUTYPE_SPARSE
            if sparse:
                _more_holes(file, block)
            yield Member(said.get("path", header.name), part, sparse or any(key.startswith("GNU.sparse") for key in said))
            said = {}
        elif header.type not in (tarfile.XGLTYPE, tarfile.GNUTYPE_LONGLINK):
            said = {}
        _skip(file, part.left + padding)


def _size(said: str | None, header: int) -> int:
    size = int(said) if said and said.isdecimal() and len(said) < 19 else header
    if size < 0:
        raise Broken
    return size


def _exactly(file: Readable, count: int) -> bytes:
    """So many bytes; of an archive that ends without saying so, zeros."""
    pieces = []
    while count:
        piece = file.read(count)
        if not piece:
            break
        pieces.append(piece)
        count -= len(piece)
    if count and pieces:
        raise Broken
    return b"".join(pieces)


def _head_of(part: Part) -> bytes:
    data = io.BufferedReader(part).read(min(part.left, _LONG)) if part.left else b""
    return data or b""


def _extended(data: bytes) -> dict[str, str]:
    """The records ``<length> <key>=<value>`` of a POSIX header: the name, the size, and whether there are holes."""
    found = {}
    while data:
        length, _, rest = data.partition(b" ")
        if not length.isdigit() or len(length) > 7 or not len(length) + 1 < int(length) <= len(data):
            break
        key, _, value = rest[: int(length) - len(length) - 2].partition(b"=")
        word = key.decode("utf-8", "replace")
        if word in ("path", "size") or word.startswith("GNU.sparse"):
            found[word] = value.decode("utf-8", "replace")
        data = data[int(length) :]
    return found


def _more_holes(file: Readable, block: bytes) -> None:
    """Pass over the blocks that go on listing holes."""
    more = block[482]
    while more:
        more = (_exactly(file, _BLOCK) or bytes(_BLOCK))[504]


def _skip(file: Readable, count: int) -> None:
    while count > 0:
        piece = file.read(min(count, _PIECE))
        if not piece:
            raise Broken
        count -= len(piece)
