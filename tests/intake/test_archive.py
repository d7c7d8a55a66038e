"""Archives: members are read like files, in a stable order; bombs and damage cost what they hit and nothing else."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from allegedly.errors import Empty, Refused, TooLong
from allegedly.intake import Seen, received

A, B, C = "One, said the mayor.", "Two, said the mayor.", "Three, said the mayor."


def zipped(files: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(files: dict[str, str | bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _same(data: bytes) -> bytes:
    return data


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.tar", _same),
        ("a.tar.gz", gzip.compress),
        ("a.tgz", gzip.compress),
        ("a.tar.bz2", bz2.compress),
        ("a.tar.xz", lzma.compress),
        ("a", gzip.compress),
    ],
)
def test_a_tar(take: Callable[..., Any], name: str, pack: Callable[[bytes], bytes]) -> None:
    """A tar archive, however it is packed, is read in its own order; each member in its own format."""
    taken = take({name: pack(tarred({"x/b.txt": B, "a.jsonl": '{"text": "One."}\n{"text": "No."}\n', "c.html": C}))})
    assert [article.text for article in taken.articles] == [B, "One.", "No.", C]
    assert taken.refused == []


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names(take: Callable[..., Any], form: int) -> None:
    """Names that do not fit into a header are read, whichever way they are written; so is what comes after them."""
    name = "x" * 90 + "/" + "y" * 80 + "-2021-05-06.txt"
    taken = take({"a.tar": tarred({name: A, "b.png": b"\x89PNG\r\n\x1a\n", "c.txt": C}, form)})
    assert [(article.text, article.published) for article in taken.articles] == [(A, "2021-05-06"), (C, None)]
    assert taken.refused == ["a.tar › b.png: is not text (it looks like a PNG image); give plain text, HTML or JSON Lines"]


def test_a_zip(take: Callable[..., Any]) -> None:
    """A zip is read in sorted order; what is hidden, assets of saved pages, and files about the folder are left out."""
    files: dict[str, str | bytes] = {
        "b.txt": B,
        "a/page.html": C,
        "a/page_files/x.txt": "an asset",
        "a/.hidden": "hidden",
        "__MACOSX/a.txt": "hidden",
        "README.md": "about",
        "a/a.txt": A,
    }
    assert [article.text for article in take({"a.zip": zipped(files)}).articles] == [A, C, B]
    assert [article.text for article in take({}, ["-"], stdin=zipped(files)).articles] == [A, C, B]
    assert [article.text for article in take({"a.tar": tarred(files)}).articles] == [B, C, A]


def test_an_archive_in_an_archive(take: Callable[..., Any]) -> None:
    """One archive may stand in another, of whatever kind; a third one in there may not."""
    inner = zipped({"c.txt": C})
    outer = tarred({"in.zip": inner, "in.tar.gz": gzip.compress(tarred({"b.txt": B, "deep.zip": inner}))})
    taken = take({"a.tar": outer})
    assert [article.text for article in taken.articles] == [C, B]
    assert taken.refused == [
        "a.tar › in.tar.gz › deep.zip: is an archive in an archive in an archive; unpack the outermost first"
    ]


def test_names_lead_nowhere(take: Callable[..., Any]) -> None:
    """A member's name is only a name, and is shown without what could steer a terminal."""
    taken = take({"a.zip": zipped({"../../etc/passwd": A, "\x1b[31mb": b"\x89PNG\r\n\x1a\n"})})
    assert [article.text for article in taken.articles] == []
    assert taken.refused == ["a.zip › \\x1b[31mb: is not text (it looks like a PNG image); give plain text, HTML or JSON Lines"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.zip", zipped({}), "a.zip: is an archive without any file to read; give one with articles in it"),
        (
            "a.zip",
            zipped({"mimetype": "x"}),
            "a.zip: is an office document or an e-book, not text; save it as text or HTML first",
        ),
        ("a.zip", zipped({"b.txt": A})[:-30], "a.zip: is a damaged zip archive; fetch or pack it again"),
        ("a.tar", tarred({"b.txt": A})[:700], "a.tar: is a damaged tar archive from here on; fetch or pack it again"),
        ("a.tar.gz", gzip.compress(tarred({"b.txt": A}))[:-20], "a.tar.gz: is a damaged gzip file; fetch or pack it again"),
        ("a.tar.xz", lzma.compress(tarred({"b.txt": A}))[:-40], "a.tar.xz: is a damaged xz file; fetch or pack it again"),
        ("a.txt.bz2", bz2.compress(A.encode())[:-8], "a.txt.bz2: is a damaged bzip2 file; fetch or pack it again"),
    ],
)
def test_what_is_no_archive(take: Callable[..., Any], name: str, content: bytes, message: str) -> None:
    """An archive that is empty, damaged, or something else says so in one sentence."""
    taken = take({name: content})
    assert taken.refused == [message]
    assert taken.kinds[0] is Empty or "without any" not in message


def test_a_damaged_member(take: Callable[..., Any]) -> None:
    """A member that cannot be unpacked is refused, and the others are read."""
    data = bytearray(zipped({"a.txt": A, "b.txt": B * 50, "c.txt": C}))
    at = data.index(b"b.txt") + 8
    data[at : at + 10] = bytes(10)
    taken = take({"a.zip": bytes(data)})
    assert [article.text for article in taken.articles] == [A, C]
    assert taken.refused == ["a.zip › b.txt: is damaged in the archive; fetch or pack it again"]


def test_an_encrypted_member(take: Callable[..., Any]) -> None:
    """A member that is encrypted is refused, and the others are read."""
    data = bytearray(zipped({"a.txt": A, "b.txt": B}, method=zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    taken = take({"a.zip": bytes(data)})
    assert [article.text for article in taken.articles] == [B]
    assert taken.refused == ["a.zip › a.txt: is encrypted; unpack it with its password first"]


@pytest.mark.parametrize("bomb", ["a.jsonl.gz", "a.zip", "a.tar.gz", "a.tar"])
def test_a_bomb(take: Callable[..., Any], bomb: str) -> None:
    """What unpacks to more than it may is stopped, told once, and the next input is read; a flag raises the limit."""
    lines = b'{"text": "One."}\n' + b"\n" * 3_000_000
    files: dict[str, str | bytes] = {"a.jsonl": lines, "b.txt": B}
    content = {
        "a.jsonl.gz": lambda: gzip.compress(lines),
        "a.zip": lambda: zipped(files),
        "a.tar.gz": lambda: gzip.compress(tarred(files)),
        "a.tar": lambda: tarred({"in.zip": zipped(files)}),
    }[bomb]()
    taken = take({bomb: content, "c.txt": C}, max_unpacked=1_000_000)
    assert [article.text for article in taken.articles] == ["One.", C]
    name = {"a.tar": "a.tar › in.zip"}.get(bomb, bomb)
    assert taken.refused == [f"{name}: unpacks to more than 1,000,000 bytes; raise the limit with --max-unpacked"]
    assert taken.kinds == [TooLong]
    assert C in [article.text for article in take({bomb: content, "c.txt": C}, max_unpacked=9_000_000).articles]
    assert take({bomb: content}, max_unpacked=9_000_000).refused == []


def test_a_bomb_without_a_limit(take: Callable[..., Any]) -> None:
    """Without a word it is a hundred times the size, and twenty million bytes at least."""
    taken = take({"a.jsonl.gz": gzip.compress(b"\n" * 21_000_000 + b'{"text": "One."}', 9)})
    assert taken.refused == ["a.jsonl.gz: unpacks to more than 20,000,000 bytes; raise the limit with --max-unpacked"]


def test_each_member_is_seen(take: Callable[..., Any]) -> None:
    """Members have hashes of their own, refused ones too; the archive has its own, and comes after them."""
    take({"a.zip": zipped({"a.txt": A, "b.png": b"\x89PNG\r\n\x1a\n" + bytes(200_000)})}, [])
    seen: list[Seen] = []
    refused: list[Refused] = []
    (found,) = received(["a.zip"], on_refused=refused.append, on_input=seen.append)
    assert (found.source, found.name) == ("a.zip › a.txt", "a.zip › a.txt")
    assert [(one.name, one.size) for one in seen[:2]] == [("a.zip › a.txt", 20), ("a.zip › b.png", 200_008)]
    assert seen[0].digest == found.digest == "sha256:3d1f76910c2ccb8625833df6ee7f7863336adddc2dc71448add34e3430bb9d03"
    assert seen[1].digest is not None
    assert seen[2].name == "a.zip"
