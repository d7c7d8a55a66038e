"""What a person names as input: files, folders, globs, standard input; what is wrong with one does not stop the others."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest

from allegedly.errors import Empty, Refused, Unreadable
from allegedly.intake import Source, articles, articles_from_path, expand
from allegedly.model import Article

A, B, C = "One, said the mayor.", "Two, said the mayor.", "Three, said the mayor."


class _Taken(Protocol):
    articles: list[Article]


def texts(taken: _Taken) -> list[str]:
    """The texts that came in."""
    return [article.text for article in taken.articles]


def test_files_in_the_order_given(take: Callable[..., Any]) -> None:
    """Files are read in the order in which they are named."""
    assert texts(take({"b.txt": B, "a.txt": A})) == [B, A]


def test_a_folder(take: Callable[..., Any]) -> None:
    """A folder is read to the bottom in sorted order; hidden files, saved pages' assets and READMEs are left out."""
    files = {
        "in/b.txt": B,
        "in/a/c.txt": C,
        "in/.hidden.txt": "hidden",
        "in/.git/x.txt": "hidden",
        "in/README.md": "What this folder is.",
        "in/page.html": "Four, said the mayor.",
        "in/page_files/script.txt": "an asset",
    }
    assert texts(take(files, ["in"])) == [C, B, "Four, said the mayor."]
    assert texts(take({}, ["in/README.md"])) == ["What this folder is."]


def test_a_glob(take: Callable[..., Any]) -> None:
    """A pattern that the shell did not expand gives its matches in sorted order."""
    assert texts(take({"b.txt": B, "a.txt": A, "c.md": C}, ["*.txt"])) == [A, B]
    assert texts(take({"deep/er/d.txt": "Four, said she."}, ["**/d.txt"])) == ["Four, said she."]


def test_a_name_with_brackets(take: Callable[..., Any]) -> None:
    """A file whose name looks like a pattern is that file."""
    assert texts(take({"a[1].txt": A, "a1.txt": B}, ["a[1].txt"])) == [A]


def test_standard_input(take: Callable[..., Any]) -> None:
    """``-`` is standard input, of any format; messages name it so."""
    assert texts(take({}, ["-"], stdin=A.encode())) == [A]
    assert texts(take({}, ["-"], stdin=b'{"text": "One."}\n{"text": "Two."}\n')) == ["One.", "Two."]
    assert take({}, ["-"]).refused == ["standard input: is empty; give a file with an article in it"]


def test_gzip(take: Callable[..., Any]) -> None:
    """A gzip file is what is packed in it; a damaged one says so."""
    packed = gzip.compress(A.encode())
    assert texts(take({"a.txt.gz": packed})) == [A]
    assert take({"b.gz": packed[:-9]}).refused == ["b.gz: is a damaged gzip file; fetch or pack it again"]


def test_a_gzip_bomb(take: Callable[..., Any]) -> None:
    """What unpacks to more than any article is refused before it is held."""
    (refusal,) = take({"a.gz": gzip.compress(b"x" * 500_000)}, max_characters=100).refused
    assert refusal == (
        "a.gz: is larger than 416 bytes, too large for an article of at most 100 characters; "
        "cut it into parts, or raise the limit with --max-characters"
    )


@pytest.mark.parametrize(
    ("source", "kind", "message"),
    [
        ("none.txt", Unreadable, "none.txt: there is no such file; check the path"),
        ("none*.txt", Unreadable, "none*.txt: no file matches; check the pattern and the folder"),
        ("", Unreadable, "(no name): an empty name is no file; check the command"),
        ("a\0b", Unreadable, "a\\x00b: is not a path; check it"),
        ("a\x1b31m.txt", Unreadable, "a\\x1b31m.txt: there is no such file; check the path"),
        (
            "ftp://odra.example/1",
            Unreadable,
            "ftp://odra.example/1: is not fetched, only http and https are; save it and give its file",
        ),
        ("void", Empty, "void: is a folder without any file to read; give a folder with articles in it"),
        ("pipe", Unreadable, "pipe: is a named pipe, not a file; send its content to standard input and name that -"),
        ("empty.txt", Empty, "empty.txt: is empty; give a file with an article in it"),
        ("white.txt", Empty, "white.txt: holds nothing but white space; give a file with an article in it"),
        ("a.xls", Unreadable, "a.xls: is a table, which is not read; give its texts as JSON Lines or HTML"),
        ("a.xml", Unreadable, "a.xml: is an XML document, which is not read; give its texts as JSON Lines or HTML"),
    ],
)
def test_what_cannot_be_read(take: Callable[..., Any], tmp_path: Path, source: str, kind: type[Refused], message: str) -> None:
    """One sentence names the input, what is wrong, and what to do; the other inputs are read."""
    (tmp_path / "void").mkdir()
    os.mkfifo(tmp_path / "pipe")
    files = {
        "a.txt": A,
        "b.txt": B,
        "empty.txt": "",
        "white.txt": " \n\t\n",
        "a.xls": "a,b\n",
        "a.xml": "<?xml version='1.0'?><a/>",
    }
    taken = take(files, ["a.txt", source, "b.txt"])
    assert texts(taken) == [A, B]
    assert (taken.refused, taken.kinds) == ([message], [kind])


def test_a_file_that_may_not_be_read(take: Callable[..., Any], tmp_path: Path) -> None:
    """A file without permission says so."""
    path = tmp_path / "secret.txt"
    path.write_text(A)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert take({}, ["secret.txt"]).refused == ["secret.txt: may not be read; change its permissions or ask its owner"]


def test_a_circle_of_links(take: Callable[..., Any], tmp_path: Path) -> None:
    """A link back to a folder above ends the walk, and a link to nothing is refused."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere")
    taken = take({"in/a.txt": A}, ["in"])
    assert texts(taken) == [A]
    assert taken.refused == ["in/gone.txt: there is no such file; check the path"]


def test_expanding_first(tmp_path: Path) -> None:
    """Inputs can be counted before they are read, and what is expanded is read as if it had been named."""
    for name, text in (("b.txt", B), ("a.txt", A)):
        (tmp_path / name).write_text(text)
    refused: list[Refused] = []
    found = expand([str(tmp_path), "-"], on_refused=refused.append)
    assert found == [
        Source(str(tmp_path / "a.txt"), tmp_path / "a.txt"),
        Source(str(tmp_path / "b.txt"), tmp_path / "b.txt"),
        Source("standard input", None),
    ]
    read = [article.text for article in articles(found, stdin=io.BytesIO(C.encode()), on_refused=refused.append)]
    assert (read, refused) == ([A, B, C], [])


def test_one_path(tmp_path: Path) -> None:
    """From Python the first input that cannot be read is raised."""
    (tmp_path / "a.txt").write_text(A)
    assert [article.text for article in articles_from_path(tmp_path / "a.txt")] == [A]
    with pytest.raises(Unreadable) as raised:
        list(articles_from_path(tmp_path / "b.txt"))
    assert raised.value.name == str(tmp_path / "b.txt")
    assert raised.value.reason == "there is no such file; check the path"


def test_a_day_that_the_caller_gives_must_be_one() -> None:
    """A day of publication that cannot be read is the caller's mistake."""
    with pytest.raises(ValueError, match=r"^'soon' cannot be read as a day; write it as 2019-12-18$"):
        articles([], published="soon", on_refused=lambda _: None)


def test_an_open_file_is_read_under_its_name() -> None:
    """A file that is open already is read by what is in it and by its name, and is its opener's to close."""
    data = io.BytesIO(b'{"text": "The bridge is shut, the mayor said."}\n')
    refused: list[Refused] = []
    found = list(articles([Source("sent.jsonl", None, file=data)], on_refused=refused.append))
    assert [article.text for article in found] == ["The bridge is shut, the mayor said."]
    assert (refused, data.closed) == ([], False)
