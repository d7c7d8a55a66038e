"""What a person names → the inputs that are meant: files, folders, globs, web addresses, and ``-`` for standard input."""

from __future__ import annotations

import glob
import re
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from allegedly.errors import Empty, Refused, Unreadable
from allegedly.intake.stream import unreadable

STDIN = "-"
STDIN_NAME = "standard input"
_ABOUT = frozenset(("readme", "license", "licence", "notice"))
"""Files of these names, whatever their ending, are about a folder of articles and none of them."""
_URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]{1,20})://", re.IGNORECASE)


class Source(NamedTuple):
    """One input by the name that messages use; ``path`` is null for standard input, for what is fetched, and for an open file."""

    name: str
    path: Path | None
    url: str | None = None
    file: BinaryIO | None = None
    """It is read from its start, and is its opener's to close."""


def web_address(given: str) -> bool:
    """Whether what a person names is an address of the web."""
    match = _URL.match(given)
    return match is not None and match["scheme"].lower() in {"http", "https"}


def shown(name: str) -> str:
    """A name that can be printed: control characters and what is no Unicode are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def expand(sources: Iterable[str], *, on_refused: Callable[[Refused], None]) -> list[Source]:
    """Every input that is meant, in order, so that they can be counted before they are read.

    A folder is walked in sorted order; hidden files, the asset folders of saved pages, and files that say what the folder
    is (README, LICENSE) are left out. What is missing, or a folder without a file, is reported and left out.
    """
    found: list[Source] = []
    for item in expanded(sources):
        if isinstance(item, Refused):
            on_refused(item)
        else:
            found.append(item)
    return found


def expanded(sources: Iterable[str]) -> Iterator[Source | Refused]:
    """The same one by one, each refusal in its place."""
    for given in sources:
        yield from _one(given)


def _one(given: str) -> Iterator[Source | Refused]:
    if given == STDIN:
        yield Source(STDIN_NAME, None)
        return
    name, path = shown(given), Path(given)
    if not given:
        yield Unreadable("(no name)", "an empty name is no file; check the command")
    elif web_address(given):
        yield Source(name, None, given.strip())
    elif _exists(path):
        yield from _path(path, name)
    elif _URL.match(given):
        yield Unreadable(name, "is not fetched, only http and https are; save it and give its file")
    elif glob.has_magic(given):
        # Path.glob takes no absolute patterns.
        matches = [] if "\0" in given else sorted(glob.glob(given, recursive=True))  # noqa: PTH207
        if not matches:
            yield Unreadable(name, "no file matches; check the pattern and the folder")
        for match in matches:
            yield from _path(Path(match), shown(match))
    else:
        yield Source(name, path)  # opening it says what is wrong with it


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def _path(path: Path, name: str) -> Iterator[Source | Refused]:
    if not path.is_dir():
        yield Source(name, path)
        return
    empty = True
    for item in _walk(path, frozenset()):
        empty = False
        yield item
    if empty:
        yield Empty(name, "is a folder without any file to read; give a folder with articles in it")


def _walk(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Source | Refused]:
    """Files of a folder and its folders; ``above`` are the folders on the way here, by device and inode."""
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            return  # a link back to where we came from
        names = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield unreadable(shown(str(folder)), error)
        return
    present = set(names)
    for name in names:
        path = folder / name
        if path.is_dir():
            if not assets_of(name, present):
                yield from _walk(path, above | {here})
        elif not about(name):
            yield Source(shown(str(path)), path)


def about(name: str) -> bool:
    """Whether a file of that name says what the folder is."""
    return PurePath(name).stem.lower() in _ABOUT


def assets_of(folder: str, present: Container[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    stem = folder.removesuffix("_files")
    return stem != folder and (f"{stem}.html" in present or f"{stem}.htm" in present)
