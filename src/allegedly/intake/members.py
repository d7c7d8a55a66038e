"""gzip undone, member by member: what comes before a damaged place is given, and reading can go on behind it.

Python's own ``gzip`` drops what it holds at the first fault, which in a web archive of ten thousand members is too much.
"""

from __future__ import annotations

import io
import zlib
from gzip import BadGzipFile
from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"
_PIECE = 16_384
_TRIES = 1_000
"""Places of a damaged file at which another member is looked for."""


class Members(io.RawIOBase):
    """The unpacked bytes of a gzip file, one member after the other."""

    def __init__(self, file: BinaryIO) -> None:
        self._raw = file
        self._ahead = b""
        self._member: zlib._Decompress | None = None
        self._fault: Exception | None = None
        self._tries = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, in part or whole; 0 at the end.

        Raises:
            EOFError: the last member is cut off.
            BadGzipFile: a member is damaged. It comes again until :meth:`go_on`.
        """
        if self._fault:
            raise self._fault
        try:
            piece = self._next(len(buffer))
        except (EOFError, zlib.error, BadGzipFile) as error:
            self._fault = error
            raise
        buffer[: len(piece)] = piece
        return len(piece)

    def _take(self) -> bytes:
        piece = self._ahead or self._raw.read(_PIECE)
        self._ahead = b""
        return piece

    def _next(self, count: int) -> bytes:
        while True:
            if self._member is None:
                start = self._take().lstrip(b"\0")  # tapes are padded with zeros
                while start and len(start) < len(MAGIC) and (more := self._raw.read(_PIECE)):
                    start += more
                if not start:
                    if self._raw_ended():
                        return b""
                    continue
                self._ahead = start[1:]  # where a search goes on if this is no member
                if not start.startswith(MAGIC):
                    raise BadGzipFile("not a gzip member")
                self._member, chunk = zlib.decompressobj(31), start
            else:
                chunk = self._member.unconsumed_tail or self._take()
                if not chunk:
                    raise EOFError("a gzip member is cut off")
                self._ahead = chunk
            piece = self._member.decompress(chunk, count)
            self._ahead = b""
            if self._member.eof:
                self._ahead, self._member = self._member.unused_data, None
            if piece:
                return piece

    def _raw_ended(self) -> bool:
        self._ahead = self._raw.read(_PIECE)
        return not self._ahead

    def go_on(self) -> bool:
        """After a fault: pass to the next place where a member may begin; false where there is none."""
        self._fault = self._member = None
        self._tries += 1
        while self._tries <= _TRIES:
            at = self._ahead.find(MAGIC)
            if at >= 0:
                self._ahead = self._ahead[at:]
                return True
            more = self._raw.read(_PIECE)
            if not more:
                break
            self._ahead = self._ahead[-len(MAGIC) + 1 :] + more
        self._fault = EOFError("no further member")
        return False
