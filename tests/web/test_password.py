"""Where the password is from, and that its hash alone is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegedly.errors import NoServer
from allegedly.web.password import fits, given, hashed

WORDS = "a long pass phrase"


def test_a_hash_fits_its_own_password_alone() -> None:
    """Only the very words fit; nonsense fits nothing."""
    made = hashed(WORDS, "the test")
    assert made.startswith("$argon2id$")
    assert WORDS not in made
    assert fits(made, WORDS)
    assert not fits(made, WORDS + " ")
    assert not fits(made, "")
    assert not fits("no hash", WORDS)


@pytest.mark.parametrize(("words", "how"), [("short", "short"), ("", "short"), ("x" * 1001, "long")])
def test_its_length(words: str, how: str) -> None:
    """One that is too short or too long is refused."""
    with pytest.raises(NoServer) as refused:
        hashed(words, "the prompt")
    assert str(refused.value) == f"the prompt: the password is too {how}; give one of 12 to 1,000 characters"


def test_a_file_has_the_password_or_its_hash(tmp_path: Path) -> None:
    """Either is taken; a file that is not there is made, with the hash of what is asked for, for its owner's eyes alone."""
    plain, made = tmp_path / "plain", tmp_path / "made"
    plain.write_text(WORDS + "\r\n", encoding="utf-8")
    assert fits(given(plain, None), WORDS)
    first = given(made, lambda: WORDS)
    assert made.read_text(encoding="utf-8") == first + "\n"
    assert made.stat().st_mode & 0o077 == 0
    assert given(made, None) == first


def test_the_environment_or_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file the environment's counts, and then whoever is there to be asked."""
    monkeypatch.setenv("ALLEGEDLY_PASSWORD", WORDS)
    assert fits(given(None, None), WORDS)
    monkeypatch.delenv("ALLEGEDLY_PASSWORD")
    assert fits(given(None, lambda: "another pass phrase"), "another pass phrase")
    with pytest.raises(NoServer) as refused:
        given(None, None)
    assert str(refused.value) == (
        "--allow-remote needs a password, and nobody is there to be asked; put it in a --password-file, or set ALLEGEDLY_PASSWORD"
    )


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    """A folder, bytes that are no text, a hash of another kind, a folder that is not there: a sentence each."""
    bits, old, gone = tmp_path / "bits", tmp_path / "old", tmp_path / "none" / "file"
    bits.write_bytes(b"\xff\xfe\x00")
    old.write_text("$argon2i$v=19$m=512,t=2,p=2$c29tZXNhbHQ$cTn5d+7nh2ZBbOZbLrEtSA\n", encoding="utf-8")
    for path, sentence in (
        (tmp_path, f"{tmp_path}: cannot be read (Is a directory); check the path and its permissions"),
        (bits, f"{bits}: is no text; put the password, or its hash, in its first line"),
        (old, f"{old}: holds no hash that can be used; remove it, and the password is asked for anew"),
        (gone, f"{gone}: cannot be written (No such file or directory); check the path and its folder"),
    ):
        with pytest.raises(NoServer) as refused:
            given(path, lambda: WORDS)
        assert str(refused.value) == sentence
