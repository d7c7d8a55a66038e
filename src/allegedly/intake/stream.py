"""An input's bytes, with gzip undone and every fault of reading turned into one sentence."""

from __future__ import annotations

import gzip
import io
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from allegedly.errors import TooLong, Unreadable
from allegedly.intake.members import Members

if TYPE_CHECKING:
    from allegedly.intake.fetching import Fetcher

HEAD = 65_536
"""Bytes that a format may look at before anything is read."""
_ARCHIVES = (".warc", ".arc")


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


class Input:
    """One input, opened: a name for messages, its first bytes, and the rest as a whole or line by line."""

    def __init__(
        self,
        name: str,
        file: BinaryIO,
        *,
        filename: str = "",
        characters: int,
        url: str | None = None,
        charset: str | None = None,
        fetcher: Fetcher | None = None,
    ) -> None:
        """Open an input.

        Args:
            name: What messages call it.
            file: Its bytes.
            filename: The name of its file.
            characters: The most that an article may have; it bounds what is ever held in memory.
            url: Where it was fetched, or captured.
            charset: The encoding that whoever gave the bytes says they are in.
            fetcher: What fetches the pages that it links to; null where nothing may be fetched.
        """
        self.name = name
        self.filename = filename
        self.limit = 4 * max(characters, 1) + 16
        self.characters = characters
        self.url = url
        self.charset = charset
        self.fetcher = fetcher
        self.file = file
        self._file = file
        self._members: Members | None = None
        self.beheaded = False
        """Whether it is a packed web archive whose beginning is damaged and was passed."""
        head = self._bytes(HEAD)
        if head.startswith(b"\x1f\x8b"):
            self._members = Members(io.BufferedReader(_Joined(head, file)))
            self._file = self._members  # type: ignore[assignment]
            self.filename = filename.removesuffix(".gz")
            try:
                head = self._bytes(HEAD, some=True)
            except Unreadable:
                # The first record of an archive is lost; of any other file, the file is.
                if not (self.filename.lower().endswith(_ARCHIVES) and self.go_on()):
                    raise
                self.beheaded = True
                head = self._bytes(HEAD, some=True)
        self.head = head
        self._file = io.BufferedReader(_Joined(head, self._file))
        self.suffix = PurePath(self.filename).suffix.lower()

    def _bytes(self, count: int, *, some: bool = False) -> bytes:
        """So many bytes, or fewer at the end; with ``some`` also before a damaged place, where the next reading fails."""
        pieces: list[bytes] = []
        left = count
        while left:
            try:
                piece = self._guarded(left)
            except Unreadable:
                if some and pieces:
                    break
                raise
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

    def piece(self) -> bytes:
        """The next bytes, some tens of thousands at most; none at the end.

        Raises:
            Unreadable: a damaged place of a gzip file. All bytes before it were given; :meth:`go_on` passes it.
        """
        try:
            return self._file.read1(HEAD)  # type: ignore[attr-defined, no-any-return]
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise Unreadable(self.name, "is a damaged gzip file; fetch or pack it again") from error
        except OSError as error:
            raise unreadable(self.name, error) from error

    def go_on(self) -> bool:
        """Pass a damaged place of a gzip file; false where nothing comes behind it."""
        return self._members is not None and self._members.go_on()

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

    def lines(self, limit: int) -> Iterator[tuple[int, bytes | None]]:
        """Its lines, numbered from 1, with null for a line that has more than ``limit`` bytes (it is never held)."""
        number = 0
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
