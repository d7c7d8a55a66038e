"""The chain of custody: the hash of every input, and of the bytes that each article was read from."""

from __future__ import annotations

import gzip
import io
import subprocess
from pathlib import Path

import pytest

from allegedly.errors import Refused
from allegedly.intake import Received, Seen, received

ONE = b"One, said the mayor.\n"
ONE_DIGEST = "sha256:74e2c07cc817eacca154a11c4c0c07a4b1a402186ee7b84f20add29c6cc2f062"
LINES = b'{"text": "One.", "id": 1}\r\n{"id": 2}\n{"text": "Three.", "id": 3}'


def taken(*sources: str, stdin: bytes = b"", **options: bool) -> tuple[list[Received], list[Seen], list[str]]:
    """What comes of the sources: articles, inputs, refusals."""
    seen: list[Seen] = []
    refused: list[Refused] = []
    found = list(received(sources, stdin=io.BytesIO(stdin), on_refused=refused.append, on_input=seen.append, **options))  # type: ignore[arg-type]
    return found, seen, [str(one) for one in refused]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_file_that_is_one_article(tmp_path: Path) -> None:
    """The hash is that of the file, as sha256sum prints it; the bytes come only where they are asked for."""
    (tmp_path / "a.txt").write_bytes(ONE)
    ((found,), seen, _) = taken("a.txt")
    assert (found.name, found.source, found.digest, found.raw) == ("a.txt", "a.txt", ONE_DIGEST, None)
    assert seen == [Seen("a.txt", ONE_DIGEST, 21)]
    assert taken("a.txt", keep_raw=True)[0][0].raw == ONE


def test_a_line_that_is_one_article(tmp_path: Path) -> None:
    """Each article of a JSON Lines file has the hash of its line, and the file has its own; a bad line does not change that."""
    (tmp_path / "a.jsonl").write_bytes(LINES)
    found, (seen,), refused = taken("a.jsonl", keep_raw=True)
    assert [(one.name, one.source, one.raw) for one in found] == [
        ("a.jsonl line 1", "a.jsonl", b'{"text": "One.", "id": 1}'),
        ("a.jsonl line 3", "a.jsonl", b'{"text": "Three.", "id": 3}'),
    ]
    assert found[1].digest == "sha256:ca5ef91a22722a8b512841e6b6657b87c9c8ad893544b98bb25e5c2ce36d9fce"
    assert seen == Seen("a.jsonl", "sha256:301e4eef56697f936f3ccbfab1aa46a7954312d3304a96f642391a8f118fc398", len(LINES))
    assert len(refused) == 1


def test_a_packed_file(tmp_path: Path) -> None:
    """The file's hash is that of the file as it lies there, the article's that of what is packed in it."""
    packed = gzip.compress(ONE, mtime=0)
    (tmp_path / "a.txt.gz").write_bytes(packed)
    ((found,), (seen,), _) = taken("a.txt.gz", keep_raw=True)
    assert (found.digest, found.raw) == (ONE_DIGEST, ONE)
    assert seen.size == len(packed)
    assert seen.digest != ONE_DIGEST


def test_what_is_refused_is_seen_too(tmp_path: Path) -> None:
    """A file that is refused, for whatever reason, has its hash on record; one that is not there has none to give."""
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "broken.gz").write_bytes(gzip.compress(ONE, mtime=0)[:-9])
    (tmp_path / "empty.txt").write_bytes(b"")
    found, seen, refused = taken("photo.txt", "broken.gz", "empty.txt", "none.txt")
    assert (found, len(refused)) == ([], 4)
    assert [(one.name, one.size) for one in seen] == [("photo.txt", 108), ("broken.gz", 32), ("empty.txt", 0)]
    assert seen[2].digest == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(("data", "digest"), [(ONE, ONE_DIGEST), (b"\x89PNG\r\n\x1a\n" + bytes(1_000_000), None)])
def test_a_stream(tmp_path: Path, data: bytes, digest: str | None) -> None:
    """A pipe, which cannot be read twice, is hashed on the way; where its end is not seen, it has no hash."""
    (tmp_path / "a").write_bytes(data)
    seen: list[Seen] = []
    with subprocess.Popen(["cat", "a"], stdout=subprocess.PIPE) as cat:
        assert cat.stdout
        list(received(["-"], stdin=cat.stdout, on_refused=lambda _: None, on_input=seen.append))
    assert [(one.name, one.digest) for one in seen] == [("standard input", digest)]
