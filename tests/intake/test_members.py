"""gzip, member by member: the same bytes as Python's own, and more of them where it is damaged."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.intake.members import Members

_FAULTS = (EOFError, zlib.error, gzip.BadGzipFile)


def unpacked(data: bytes) -> tuple[bytes, int]:
    """All that comes out, past every fault, and the number of faults."""
    members = Members(io.BytesIO(data))
    pieces, faults = [], 0
    while True:
        try:
            piece = members.read(1000)
        except _FAULTS:
            faults += 1
            if not members.go_on():
                return b"".join(pieces), faults
            continue
        if not piece:
            return b"".join(pieces), faults
        pieces.append(piece)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=3000), max_size=5), st.integers(0, 5))
def test_as_python_does(parts: list[bytes], zeros: int) -> None:
    """Members that are whole, with zeros behind them, come out as they went in."""
    data = b"".join(gzip.compress(part) + bytes(zeros) for part in parts)
    assert unpacked(data) == (b"".join(parts), 0)


def test_behind_a_damaged_place() -> None:
    """What is damaged is lost, what comes before and behind is not."""
    parts = [gzip.compress(bytes([i]) * 50) for i in range(4)]
    parts[1] = parts[1][:12] + b"\xff\xff\xff" + parts[1][15:]
    assert unpacked(b"".join(parts)) == (b"\0" * 50 + b"\x02" * 50 + b"\x03" * 50, 1)


def test_a_fault_stays() -> None:
    """A fault comes again and again until it is passed."""
    members = Members(io.BytesIO(gzip.compress(b"a" * 100)[:-9]))
    members.read(1000)
    for _ in range(3):
        with pytest.raises(EOFError):
            members.read(1000)
    assert not members.go_on()


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([b"\x1f\x8b\x08", b"\0", b"\x1f", gzip.compress(b"abc")]) | st.binary(max_size=20), max_size=30))
def test_any_bytes(parts: list[bytes]) -> None:
    """Whatever the bytes are, reading ends."""
    unpacked(b"".join(parts))
