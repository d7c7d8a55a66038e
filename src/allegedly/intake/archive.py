"""Archives, .zip and .tar (also packed with gzip, bzip2 or xz): each member is read like a file of its own.

Members are read as streams and nothing is unpacked onto the disk, so that no name in an archive can lead anywhere. A zip is
walked in sorted order, a tar as it comes. What an archive may unpack to is limited (:mod:`allegedly.intake.unpacking`).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import tar
from allegedly.intake.record import Format, Record
from allegedly.intake.sources import about, assets_of, shown
from allegedly.intake.stream import Input
from allegedly.intake.unpacking import Unpacking

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DEEPEST = 2
"""Archives that may stand inside one another."""
_DOCUMENTS = frozenset(("[Content_Types].xml", "mimetype"))
"""Members that make a zip an office document or an e-book."""
_DIRECTORY = 64_000_000
"""Bytes of the list of members in a zip, which must be held: half a million of them."""
_TAIL = 65_557
"""Bytes in which the end of a zip says how long that list is."""


def _looks(head: bytes) -> bool:
    return head.startswith(_ZIP) or tar.looks(head)


def _read(source: Input) -> Iterator[Record | Refused]:
    if source.terms.deep >= _DEEPEST:
        raise Unreadable(source.name, "is an archive in an archive in an archive; unpack the outermost first")
    found = False
    for one in _zip(source) if source.head.startswith(_ZIP) else _tar(source):
        found = True
        yield one
    if not found:
        raise Empty(source.name, "is an archive without any file to read; give one with articles in it")


def _member(source: Input, name: str, file: BinaryIO, unpacking: Unpacking | None) -> Iterator[Record | Refused]:
    """What a member holds."""
    from allegedly.intake.formats import records

    terms = source.terms._replace(deep=source.terms.deep + 1, within=unpacking or source.terms.within)
    path = PurePosixPath(name)
    given = Input(f"{source.name} › {shown(name)}", file, filename=path.name, characters=source.characters, terms=terms)
    yield from records(given)


def _of_the_archive(one: Record | Refused, source: Input) -> bool:
    """Whether what came of a member is the refusal of the whole archive, or of one around it: nothing more comes then."""
    return isinstance(one, Refused) and not one.name.startswith(f"{source.name} › ")


def _wanted(name: str, pages: set[str]) -> bool:
    """Whether a member of that name is read: not what is hidden, nor about the folder, nor the assets of a saved page."""
    *folders, last = PurePosixPath(name.replace("\\", "/")).parts or ("",)
    if name.endswith("/") or any(part.startswith(".") or part == "__MACOSX" for part in (*folders, last)) or about(last):
        return False
    return not any(assets_of("/".join(folders[: at + 1]), pages) for at in range(len(folders)))


def _tar(source: Input) -> Iterator[Record | Refused]:
    pages: set[str] = set()
    try:
        for member in tar.members(source):
            name = str(PurePosixPath(member.name))
            if not _wanted(name, pages):
                continue
            if name.lower().endswith((".html", ".htm")):
                pages.add(name)
            if member.sparse:
                yield Unreadable(f"{source.name} › {shown(name)}", "is a file with holes, which is not unpacked; unpack it first")
                continue
            whole = True
            for one in _member(source, name, io.BufferedReader(_Whole(f"{source.name} › {shown(name)}", member.part)), None):
                whole = whole and not _of_the_archive(one, source)
                yield one
            if not whole:
                return
    except tar.Broken as error:
        raise Unreadable(source.name, "is a damaged tar archive from here on; fetch or pack it again") from error


def _zip(source: Input) -> Iterator[Record | Refused]:
    file = source.on_disk()
    size = file.seek(0, io.SEEK_END)
    _check_directory(source.name, file, size)
    try:
        archive = zipfile.ZipFile(file)
    except Exception as error:  # whatever its reader raises, it is the archive
        raise Unreadable(source.name, "is a damaged zip archive; fetch or pack it again") from error
    names = {info.filename for info in archive.infolist()}
    if names & _DOCUMENTS:
        raise Unreadable(source.name, "is an office document or an e-book, not text; save it as text or HTML first")
    unpacking = Unpacking(source.name, lambda: size, source.terms.unpacked, source.terms.within)
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        name = f"{source.name} › {shown(info.filename)}"
        if not _wanted(info.filename, names):
            continue
        if info.flag_bits & 1:
            yield Unreadable(name, "is encrypted; unpack it with its password first")
            continue
        try:
            member = archive.open(info)
        except Exception:  # noqa: BLE001 (the same)
            yield Unreadable(name, "cannot be unpacked; fetch or pack the archive again")
            continue
        whole = True
        with member:
            for one in _member(source, info.filename, io.BufferedReader(_Whole(name, member, unpacking)), unpacking):
                whole = whole and not _of_the_archive(one, source)
                yield one
        if not whole:
            return


def _check_directory(name: str, file: IO[bytes], size: int) -> None:
    """Refuse a zip whose list of members alone would fill the memory."""
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at, wide = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    lengths = []
    if 0 <= at <= len(tail) - 22:
        lengths.append(struct.unpack_from("<L", tail, at + 12)[0])
    if 0 <= wide <= len(tail) - 56:
        lengths = [struct.unpack_from("<Q", tail, wide + 40)[0]]
    if any(length > _DIRECTORY for length in lengths):
        raise TooLong(name, "lists more files than one archive may hold; pack them into several")


class _Whole(io.RawIOBase):
    """A member's bytes, counted, with every fault of unpacking turned into one sentence."""

    def __init__(self, name: str, file: IO[bytes] | io.RawIOBase, unpacking: Unpacking | None = None) -> None:
        self._name, self._file, self._unpacking = name, file, unpacking
        self._broken: Refused | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._broken:
            raise self._broken  # what has failed must not be asked again: libbz2 falls over
        try:
            piece = self._file.read(len(buffer)) or b""
        except Refused:
            raise
        except Exception as error:  # whatever an unpacker raises, it is the member
            self._broken = Unreadable(self._name, "is damaged in the archive; fetch or pack it again")
            raise self._broken from error
        if self._unpacking:
            self._unpacking.spend(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)


FORMAT = Format(name="archive", suffixes=(".zip", ".tar"), looks=_looks, read=_read)
