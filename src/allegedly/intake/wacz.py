"""Web archive collections (WACZ): a zip file with WARC files under ``archive/``, read one after the other."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from allegedly.errors import Empty, Refused, Unreadable
from allegedly.intake.record import Format, Record
from allegedly.intake.sources import shown
from allegedly.intake.stream import Input
from allegedly.intake.warc import pages

_INSIDE = re.compile(rb"archive/[^\0]{1,300}\.w?arc\b|datapackage\.json")
_ENDINGS = (".warc", ".warc.gz", ".arc", ".arc.gz")
_MOST = 200
"""Times that a part may be packed; WARC files are packed already."""
_FREE = 100_000_000
"""Bytes up to which nobody asks how well they were packed."""
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)
"""What zipfile raises for files that are damaged, locked, or packed in ways that it does not know."""


def _looks(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and bool(_INSIDE.search(head))


def _read(source: Input) -> Iterator[Record | Refused]:
    try:
        archive = zipfile.ZipFile(source.on_disk())
    except _DAMAGE as error:
        raise Unreadable(source.name, "is a damaged WACZ archive; fetch it again") from error
    found = False
    with archive:
        for part in archive.infolist():
            if part.filename.startswith("archive/") and part.filename.lower().endswith(_ENDINGS):
                for item in _part(source, archive, part):
                    found = True
                    yield item
    if not found:
        raise Empty(source.name, "holds no web page; give an archive with HTML responses in it")


def _part(source: Input, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[Record | Refused]:
    name = f"{source.name} {shown(part.filename)}"
    if part.file_size > max(_FREE, _MOST * part.compress_size):
        yield Unreadable(name, f"unpacks to more than {_MOST} times its size; it may be a bomb, unpack it yourself")
        return
    try:
        with archive.open(part) as file:
            filename = PurePosixPath(part.filename).name
            inner = Input(name, file, filename=filename, characters=source.characters, terms=source.terms)  # type: ignore[arg-type]
            yield from pages(inner, source.name)
    except Refused as refused:
        yield refused
    except _DAMAGE:
        yield Unreadable(name, "is damaged or locked with a password; make the archive again")


FORMAT = Format(name="wacz", suffixes=(".wacz",), looks=_looks, read=_read)
