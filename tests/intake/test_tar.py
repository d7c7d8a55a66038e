"""Our own reader of tar archives gives what the standard library's writer packs, and takes any bytes."""

from __future__ import annotations

import io
import tarfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.intake import tar

_LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
_NAMES = st.text(_LETTERS, min_size=1, max_size=300).filter(lambda name: name.strip("/") == name)


def packed(files: list[tuple[str, bytes]], form: int) -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in files:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """What the reader gives."""
    return [(member.name, member.part.read() or b"") for member in tar.members(io.BytesIO(data))]


@settings(deadline=None)
@given(
    st.lists(st.tuples(_NAMES, st.binary(max_size=1200)), max_size=4), st.sampled_from([tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
)
def test_what_is_packed_comes_back(files: list[tuple[str, bytes]], form: int) -> None:
    """Names of any length and letters, and contents of any size, come back in order."""
    assert unpacked(packed(files, form)) == files


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2047), st.binary(min_size=1, max_size=8)), max_size=5))
def test_any_damage(changes: list[tuple[int, bytes]]) -> None:
    """Whatever is changed in an archive, members come out or it is told to be broken; nothing else is raised."""
    data = bytearray(packed([("a" * 120, b"one"), ("b", b"two" * 300)], tarfile.PAX_FORMAT))
    for at, change in changes:
        data[at : at + len(change)] = change
    try:
        found = unpacked(bytes(data))
    except tar.Broken:
        return
    assert all(isinstance(name, str) for name, _ in found)


def test_a_name_of_gigabytes() -> None:
    """A header that says that its name has gigabytes is not believed with memory: the archive is broken there."""
    info = tarfile.TarInfo("././@LongLink")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 5_000_000_000
    with pytest.raises(tar.Broken):
        unpacked(info.tobuf(tarfile.GNU_FORMAT) + b"x" * 2_000_000)


def test_holes() -> None:
    """A file with holes is told apart."""
    info = tarfile.TarInfo("a")
    info.type = tarfile.GNUTYPE_SPARSE
    (member,) = tar.members(io.BytesIO(info.tobuf(tarfile.GNU_FORMAT) + bytes(1024)))
    assert member.sparse
