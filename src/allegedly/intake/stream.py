"""An input's bytes, with gzip undone and every fault of reading turned into one sentence."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from allegedly.errors import TooLong, Unreadable
from allegedly.intake.terms import PLAIN, Seen, Terms

HEAD = 65_536
"""Bytes that a format may look at before anything is read."""


class _Joined(io.RawIOBase):
    """Bytes that were read already, and then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


class _Narrowed(io.RawIOBase):
    """Text of a wide encoding as UTF-8."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready and not self._ended:
            piece = self._file.read(HEAD)
            self._ended = not piece
            self._ready = self._decoder.decode(piece, final=self._ended).encode("utf-8", "replace")
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count


class _Tap(io.RawIOBase):
    """A stream that cannot be read twice, hashed while it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.hash = hashlib.sha256()
        self.size = 0
        self.ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._file.read(len(buffer))
        self.hash.update(piece)
        self.size += len(piece)
        self.ended = self.ended or not piece
        buffer[: len(piece)] = piece
        return len(piece)


class Input:
    """One input, opened: a name for messages, its first bytes, and the rest as a whole or line by line."""

    def __init__(self, name: str, file: BinaryIO, *, filename: str = "", characters: int, terms: Terms = PLAIN) -> None:
        """``characters`` is the most that an article may have; it bounds what is ever held in memory."""
        self.name = name
        self.filename = filename
        self.limit = 4 * max(characters, 1) + 16
        self.characters = characters
        self.terms = terms
        self._given = file
        self._tap = _Tap(file) if terms.seen and not file.seekable() else None
        if self._tap:
            file = io.BufferedReader(self._tap)
        self._file = file
        self.fault: Unreadable | None = None
        try:
            head = self._begun(filename)
        except Unreadable as fault:
            self.fault, head = fault, b""
        self.head = head
        self._file = io.BufferedReader(_Joined(head, self._file))
        self.suffix = PurePath(self.filename).suffix.lower()

    def _begun(self, filename: str) -> bytes:
        """The first bytes; of what is packed, the first that are packed in it."""
        head = self._bytes(HEAD)
        if head.startswith(b"\x1f\x8b"):
            unpacked = gzip.GzipFile(fileobj=io.BufferedReader(_Joined(head, self._file)))
            self._file = unpacked  # type: ignore[assignment]
            head = self._bytes(HEAD)
            self.filename = filename.removesuffix(".gz")
        return head

    def _bytes(self, count: int) -> bytes:
        pieces, left = [], count
        while left:
            piece = self._guarded(left)
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def _guarded(self, count: int, *, line: bool = False) -> bytes:
        try:
            return self._file.readline(count) if line else self._file.read(count)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise Unreadable(self.name, "is a damaged gzip file; fetch or pack it again") from error
        except OSError as error:
            raise unreadable(self.name, error) from error

    def note(self, sentence: str) -> None:
        """Tell at once what a person should know of the whole input."""
        self.terms.note(f"{self.name}: {sentence}")

    def seen(self) -> Seen:
        """What it was, once it is done with. A file is read again from its start; a stream was hashed on the way."""
        if self._tap:
            return Seen(self.name, _digest(self._tap.hash.hexdigest()) if self._tap.ended else None, self._tap.size)
        try:
            self._given.seek(0)
            found = hashlib.file_digest(self._given, "sha256")  # type: ignore[arg-type]  # any file open for bytes does
            return Seen(self.name, _digest(found.hexdigest()), self._given.tell())
        except OSError:
            return Seen(self.name, None, 0)

    def whole(self, limit: int | None = None) -> bytes:
        """All its bytes.

        Raises:
            TooLong: there are more than ``limit`` (default: as many as the longest article can have).
        """
        limit = limit or self.limit
        data = self._bytes(limit + 1)
        if len(data) > limit:
            raise TooLong(
                self.name,
                f"is larger than {limit:,} bytes, too large for an article of at most {self.characters:,} characters; "
                "cut it into parts, or raise the limit with --max-characters",
            )
        return data

    def lines(self, limit: int, encoding: str | None = None) -> Iterator[tuple[int, bytes | None]]:
        """Its lines, numbered from 1, with null for a line that has more than ``limit`` bytes (it is never held).

        Bytes of the encoding that is given (``utf-16-le`` …) are made UTF-8 on the way.
        """
        number = 0
        if encoding:
            self._file = io.BufferedReader(_Narrowed(self._file, encoding))
        while True:
            line = self._guarded(limit + 1, line=True)
            if not line:
                return
            number += 1
            if len(line) <= limit or line.endswith(b"\n"):
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = self._guarded(HEAD, line=True)
            yield number, None


def _digest(hexadecimal: str) -> str:
    return f"sha256:{hexadecimal}"


def digest(data: bytes) -> str:
    """``sha256:`` and the hash of some bytes."""
    return _digest(hashlib.sha256(data).hexdigest())


def unreadable(name: str, error: OSError) -> Unreadable:
    """The refusal that says why the operating system did not give the file."""
    if isinstance(error, FileNotFoundError):
        return Unreadable(name, "there is no such file; check the path")
    if isinstance(error, PermissionError):
        return Unreadable(name, "may not be read; change its permissions or ask its owner")
    return Unreadable(name, f"cannot be read ({error.strerror or error}); check the disk and the path")


def opened(name: str, path: Path) -> BinaryIO:
    """The file, open for reading; never a pipe or a device, which could block or never end.

    Raises:
        Unreadable: with the reason.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kinds = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder"))
            kind = next((words for test, words in kinds if test(mode)), "a device")
            raise Unreadable(name, f"is {kind}, not a file; send its content to standard input and name that -")
        return path.open("rb")
    except OSError as error:
        raise unreadable(name, error) from error
    except ValueError as error:  # a NUL in the path
        raise Unreadable(name, "is not a path; check it") from error
