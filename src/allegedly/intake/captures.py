"""The records of a web archive, WARC or ARC, one by one; a broken one is told, and reading goes on at the next.

The framing is our own because of that: warcio ends at the first fault, and at gzip that is not packed record by record;
fastwarc ends there too, and reads no ARC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from allegedly.errors import Unreadable
from allegedly.intake.stream import Input

_HEADER = 65_536
"""Bytes of a line, and of a record's header."""
_LONGEST = 8_192
"""Bytes of the line with which a record of an ARC file begins."""
_ARC = re.compile(rb"[A-Za-z][A-Za-z0-9+.-]{0,20}:[^\r\n]*? [0-9A-Fa-f.:]{2,45} \d{14,20} \S[^\r\n]* \S+ *\r?\n")
_WARC = re.compile(rb"WARC/[01]\.\d+[ \t]*\r?\n")
_NEXT = b"\r\n\r\nWARC/1."
_START = re.compile(rb"\n(?=WARC/[01]\.|[A-Za-z][A-Za-z0-9+.-]{0,20}:[^ \r\n])")
"""Where a line begins that may begin a record."""
_BLANK = re.compile(rb"\s*")
_DAMAGED = "the packed file is damaged here"
_GIVEN_BACK = 100
"""Records of a file whose length may be corrected; more would be made to keep us busy."""


class Capture(NamedTuple):
    """One record: its header, and as much of its block as was asked for."""

    at: int
    """Where it begins: byte of the unpacked file."""
    kind: str
    """``response``, ``resource``, ``request`` …; of an ARC file always ``response``, but for its own description."""
    header: dict[str, str]
    """What it says of itself, names in lower case, as WARC calls them."""
    block: bytes
    length: int
    """Bytes that its block has; ``block`` is shorter where more than was asked for."""
    cut: bool = False
    """The file ends, or another record begins, before the block does."""


class Broken(NamedTuple):
    """A place that is no record; ``what`` says in which way."""

    at: int
    what: str


class _Tape:
    """The bytes of a file with a place in them; the end, or a damaged place, ends the reading until :meth:`go_on`."""

    def __init__(self, source: Input) -> None:
        self._source = source
        self._held, self._first = b"", 0
        self.at = 0
        self.damaged = False
        self.given_back = 0

    def _more(self) -> bool:
        if self.damaged:
            return False
        try:
            piece = self._source.piece()
        except Unreadable:
            self.damaged = True
            return False
        self._held, self._first = self._held[self._first :] + piece, 0
        return bool(piece)

    def _taken(self, end: int) -> bytes:
        data = self._held[self._first : end]
        self._first += len(data)
        self.at += len(data)
        return data

    def go_on(self) -> bool:
        """Pass a damaged place; false where nothing comes behind it."""
        self.damaged = not self._source.go_on()
        return not self.damaged

    def line(self) -> bytes:
        """The next line with its end, or as much of it as a line may have."""
        while True:
            end = self._held.find(b"\n", self._first, self._first + _HEADER) + 1
            if end or len(self._held) - self._first >= _HEADER or not self._more():
                return self._taken(end or self._first + _HEADER)

    def pass_blanks(self) -> None:
        """Pass white space."""
        while True:
            blank = _BLANK.match(self._held, self._first)
            assert blank is not None
            self._taken(blank.end())
            if self._first < len(self._held) or not self._more():
                return

    def pass_junk(self) -> None:
        """Pass what begins no record, to a line that may, or to the end."""
        while True:
            start = _START.search(self._held, self._first, max(self._first, len(self._held) - 32))
            if start:
                self._taken(start.end())
                return
            self._taken(max(self._first, len(self._held) - 33))
            if not self._more():
                self._taken(len(self._held))
                return

    def block(self, length: int, keep: int) -> tuple[bytes, int]:
        """The first ``keep`` of so many bytes, all of which are passed, and how many there were."""
        pieces: list[bytes] = []
        passed = 0
        while passed < length and (self._first < len(self._held) or self._more()):
            piece = self._taken(self._first + length - passed)
            if passed < keep:
                pieces.append(piece[: keep - passed])
            passed += len(piece)
        return b"".join(pieces), passed

    def back(self, data: bytes) -> None:
        """Put back what was taken last."""
        if self._held.endswith(data, 0, self._first):  # as a rule it is still there
            self._first -= len(data)
        else:
            self._held, self._first = data + self._held[self._first :], 0
        self.at -= len(data)


def captures(source: Input, keep: int) -> Iterator[Capture | Broken]:
    """The records of the file in order.

    Args:
        source: A WARC or ARC file, unpacked.
        keep: Bytes that are kept of a block that may hold a page; nothing is kept of others.
    """
    tape = _Tape(source)
    if source.beheaded:
        yield Broken(0, _DAMAGED)
    lost: int | None = None  # where what cannot be understood begins
    while True:
        tape.pass_blanks()
        at = tape.at
        line = tape.line()
        if not line:
            if lost is not None:
                yield Broken(lost, "what stands here is no record")
                lost = None
            if not tape.damaged:
                return
            yield Broken(tape.at, _DAMAGED)
            if not tape.go_on():
                return
            continue
        arc = len(line) <= _LONGEST and _ARC.fullmatch(line) is not None
        if not arc and not _WARC.fullmatch(line):
            lost = at if lost is None else lost
            if line.endswith(b"\n"):
                tape.back(b"\n")
            tape.pass_junk()
            continue
        if lost is not None:
            yield Broken(lost, "what stands here is no record")
            lost = None
        header = _of_arc(line) if arc else _of_warc(tape)
        length = header.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 19):
            yield Broken(at, f"the record gives {length[:20]!r} as its length")
            continue
        yield _capture(tape, at, header, int(length), keep)


def _capture(tape: _Tape, at: int, header: dict[str, str], length: int, keep: int) -> Capture:
    kind = header.get("warc-type", "").lower()
    wanted = keep if kind in {"response", "resource"} else 0
    block, passed = tape.block(length, wanted)
    # A length that is too long swallows the records behind it; they are given back.
    inner = block.find(_NEXT)
    if inner >= 0 and passed <= len(block) and tape.given_back < _GIVEN_BACK and not _ends_well(tape):
        tape.given_back += 1
        tape.back(block[inner + 4 :])
        return Capture(at, kind, header, block[:inner], inner, cut=True)
    return Capture(at, kind, header, block, passed, cut=passed < length)


def _ends_well(tape: _Tape) -> bool:
    """Whether the end of the file, or an empty line, comes next."""
    line = tape.line()
    tape.back(line)
    return not line.strip() and bool(line)


def _of_warc(tape: _Tape) -> dict[str, str]:
    header: dict[str, str] = {}
    size = 0
    while size < _HEADER and (line := tape.line()).strip():
        size += len(line)
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            header.setdefault(name.strip().lower(), value.strip())
    return header


def _of_arc(line: bytes) -> dict[str, str]:
    words = line.decode("utf-8", "replace").split()
    # Version 1 ends in address, date, type, length; version 2 has five more before the length.
    dates = [i for i, word in enumerate(words) if word.isascii() and word.isdigit() and len(word) >= 14]
    day = words[dates[-1]] if dates else ""
    url = " ".join(words[: dates[-1] - 1]) if dates else words[0]
    return {
        "warc-type": "filedesc" if url.startswith("filedesc:") else "response",
        "warc-target-uri": url,
        "warc-date": f"{day[:4]}-{day[4:6]}-{day[6:8]}T{day[8:10]}:{day[10:12]}:{day[12:14]}Z",
        "content-type": "application/http; msgtype=response",
        "content-length": words[-1],
    }
