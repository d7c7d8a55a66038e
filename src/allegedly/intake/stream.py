"""An input's bytes, with gzip, bzip2 and xz undone and every fault of reading turned into one sentence."""

from __future__ import annotations

import bz2
import codecs
import hashlib
import io
import lzma
import stat
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import IO, Any, BinaryIO, NamedTuple

from allegedly.errors import Refused, TooLong, Unreadable
from allegedly.intake.members import Members
from allegedly.intake.terms import PLAIN, Seen, Terms
from allegedly.intake.unpacking import Unpacking

HEAD = 65_536
"""Bytes that a format may look at before anything is read."""
_ARCHIVES = (".warc", ".arc")


class _Packing(NamedTuple):
    """A way in which one file is packed: what it is called, how it begins, what undoes it, and how names end."""

    name: str
    start: bytes
    undo: Callable[[Any], Any]
    endings: tuple[tuple[str, str], ...]


_PACKINGS = (
    _Packing("gzip", b"\x1f\x8b", Members, ((".gz", ""), (".tgz", ".tar"))),
    _Packing("bzip2", b"BZh", bz2.BZ2File, ((".bz2", ""), (".tbz2", ".tar"))),
    _Packing("xz", b"\xfd7zXZ\0", lzma.LZMAFile, ((".xz", ""), (".txz", ".tar"))),
)


_FAULTS = (EOFError, OSError, zlib.error, lzma.LZMAError)
"""What reading and unpacking raise."""


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


class _Counted(io.RawIOBase):
    """Bytes that are counted while they are read."""

    def __init__(self, file: BinaryIO, spend: Callable[[int], None]) -> None:
        self._file, self._spend = file, spend

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._file.read(len(buffer))
        self._spend(len(piece))
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

    def __init__(
        self,
        name: str,
        file: BinaryIO,
        *,
        filename: str = "",
        characters: int,
        url: str | None = None,
        charset: str | None = None,
        terms: Terms = PLAIN,
    ) -> None:
        """Open an input.

        Args:
            name: What messages call it.
            file: Its bytes.
            filename: The name of its file.
            characters: The most that an article may have; it bounds what is ever held in memory.
            url: Where it was fetched, or captured.
            charset: The encoding that whoever gave the bytes says they are in.
            terms: What a person asked for.
        """
        self.name = name
        self.filename = filename
        self.limit = 4 * max(characters, 1) + 16
        self.characters = characters
        self.url = url
        self.charset = charset
        self.terms = terms
        self._given = file
        self._tap = _Tap(file) if terms.seen and not file.seekable() else None
        if self._tap:
            file = io.BufferedReader(self._tap)
        self._file = file
        self._packing: str | None = None
        self._unpacked: Any = None
        self._broken: Refused | None = None
        self._copy: IO[bytes] | None = None
        self.beheaded = False
        """Whether it is a packed web archive whose beginning is damaged and was passed."""
        self.fault: Refused | None = None
        try:
            head = self._begun(filename)
        except Refused as fault:
            self.fault, head = fault, b""
        self.head = head
        self._file = io.BufferedReader(_Joined(head, self._file))
        self.suffix = PurePath(self.filename).suffix.lower()

    def _begun(self, filename: str) -> bytes:
        """The first bytes; of what is packed, the first that are packed in it."""
        head = self._bytes(HEAD)
        packing = next((one for one in _PACKINGS if head.startswith(one.start)), None)
        if packing:
            self._packing = packing.name
            self._count = 0
            unpacking = Unpacking(self.name, lambda: self._count, self.terms.unpacked, self.terms.within)
            packed = io.BufferedReader(_Counted(io.BufferedReader(_Joined(head, self._file)), self._more))
            self._unpacked = packing.undo(packed)
            self._file = io.BufferedReader(_Counted(self._unpacked, unpacking.spend))
            for ending, instead in packing.endings:
                if filename.lower().endswith(ending):
                    self.filename = filename[: -len(ending)] + instead
            try:
                head = self._bytes(HEAD, some=True)
            except Unreadable:
                # The first record of an archive is lost; of any other file, the file is.
                if not (self.filename.lower().endswith(_ARCHIVES) and self.go_on()):
                    raise
                self.beheaded = True
                head = self._bytes(HEAD, some=True)
        return head

    def _more(self, count: int) -> None:
        self._count += count

    def _bytes(self, count: int, *, some: bool = False) -> bytes:
        """So many bytes, or fewer at the end; with ``some`` also before a damaged place, where the next reading fails."""
        pieces: list[bytes] = []
        left = count
        while left:
            try:
                piece = self._guarded(left, some=some)
            except Unreadable:
                if some and pieces:
                    break
                raise
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def _guarded(self, count: int, *, line: bool = False, some: bool = False) -> bytes:
        if self._broken:
            raise self._broken  # what has failed must not be asked again: libbz2 falls over
        try:
            if some and isinstance(self._file, io.BufferedReader):
                return self._file.read1(count)
            return self._file.readline(count) if line else self._file.read(count)
        except (Refused, *_FAULTS) as error:
            raise self._broke(error) from error

    def _broke(self, error: Exception) -> Refused:
        """The refusal for a fault, which holds from now on."""
        if isinstance(error, Refused):
            self._broken = error
        elif self._packing and not getattr(error, "errno", None):  # without a number it is no fault of the operating system
            self._broken = Unreadable(self.name, f"is a damaged {self._packing} file; fetch or pack it again")
        else:
            self._broken = unreadable(self.name, error if isinstance(error, OSError) else OSError(str(error)))
        return self._broken

    def note(self, sentence: str) -> None:
        """Tell at once what a person should know of the whole input."""
        self.terms.note(f"{self.name}: {sentence}")

    def _peek(self) -> bytes:
        try:
            return self._file.peek() if isinstance(self._file, io.BufferedReader) else b""
        except (Refused, *_FAULTS) as error:
            raise self._broke(error) from error

    def read(self, count: int) -> bytes:
        """Its next bytes, unpacked: as many as are asked for, fewer at its end.

        Raises:
            Refused: It cannot be read or unpacked.
        """
        return self._guarded(count)

    def piece(self) -> bytes:
        """The next bytes, some tens of thousands at most; none at the end.

        Raises:
            Unreadable: a damaged place of a gzip file. All bytes before it were given; :meth:`go_on` passes it.
        """
        return self._guarded(HEAD, some=True)

    def go_on(self) -> bool:
        """Pass a damaged place of a gzip file; false where nothing comes behind it."""
        if not (isinstance(self._unpacked, Members) and isinstance(self._broken, Unreadable) and self._unpacked.go_on()):
            return False
        self._broken = None
        return True

    def close(self) -> None:
        """Let go of what was made for reading it; the file itself is its opener's."""
        if self._copy:
            self._copy.close()

    def on_disk(self) -> IO[bytes]:
        """The input as a file of the system, to be read from any place: itself, or a copy on the disk without a name.

        Raises:
            Unreadable: It cannot be read, or copied.
        """
        if not self._packing and self._given.seekable() and _of_the_system(self._given):
            self._given.seek(0)
            return self._given
        if self._copy:
            self._copy.seek(0)
            return self._copy
        self._copy = copy = tempfile.TemporaryFile()  # noqa: SIM115 (close() closes it)
        try:
            while piece := self._bytes(HEAD):
                copy.write(piece)
            copy.seek(0)
        except OSError as error:
            raise Unreadable(self.name, f"cannot be unpacked ({error.strerror or error}); make room on the disk") from error
        return copy

    def seen(self) -> Seen:
        """What it was, once it is done with. A file is read again from its start; a stream was hashed on the way."""
        if self._tap and self.terms.deep:
            self._drain(self._tap)
        if self._tap:
            return Seen(self.name, _digest(self._tap.hash.hexdigest()) if self._tap.ended else None, self._tap.size)
        try:
            self._given.seek(0)
            found = hashlib.file_digest(self._given, "sha256")  # type: ignore[arg-type]  # any file open for bytes does
            return Seen(self.name, _digest(found.hexdigest()), self._given.tell())
        except OSError:
            return Seen(self.name, None, 0)

    @staticmethod
    def _drain(tap: _Tap) -> None:
        """Read the rest of a member of an archive, so that it is hashed as a whole; what it may unpack to is limited."""
        try:
            while tap.read(HEAD):
                pass
        except (Refused, OSError):
            return

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

    def lines(self, limit: int, encoding: str | None = None, *, skip_blank: bool = False) -> Iterator[tuple[int, bytes | None]]:
        """Its lines, numbered from 1, with null for a line that has more than ``limit`` bytes (it is never held).

        Bytes of the encoding that is given (``utf-16-le`` …) are made UTF-8 on the way; blank lines are counted and not given
        where ``skip_blank`` is set.
        """
        number = 0
        if encoding:
            self._file = io.BufferedReader(_Narrowed(self._file, encoding))
        while True:
            line = self._guarded(limit + 1, line=True)
            if not line:
                return
            number += 1
            if line == b"\n" and skip_blank:
                # A bomb of nothing but line ends must not take a turn for each.
                ahead = self._peek()
                blank = len(ahead) - len(ahead.lstrip(b"\n"))
                self._guarded(blank)
                number += blank
                continue
            if len(line) <= limit or line.endswith(b"\n"):
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = self._guarded(HEAD, line=True)
            yield number, None


def _of_the_system(file: BinaryIO) -> bool:
    try:
        return file.fileno() >= 0
    except (OSError, AttributeError):
        return False


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
