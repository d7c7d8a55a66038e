"""What is installed, what is missing, and how to mend it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from allegedly import __version__
from allegedly.errors import AllegedlyError

PACKAGES = (
    *("spacy", "msgspec", "click", "rich", "trafilatura", "lxml", "feedparser", "brotli", "certifi"),
    *("onnxruntime", "tokenizers", "starlette", "uvicorn", "jinja2", "python-multipart", "argon2-cffi"),
)
EXTRAS = (("pyarrow", "parquet", "Parquet tables"), ("pypdf", "pdf", "PDF files"))
"""Packages that reading does without, the extra that brings each, and what is read with it."""


class Finding(NamedTuple):
    """One thing that was looked at."""

    name: str
    good: bool
    what: str
    """What was found, or what is wrong and how to mend it."""


def examine(pipeline: str | None = None) -> Iterator[Finding]:
    """Everything that reading needs, one by one: Python, packages, the spaCy pipeline, our own data.

    Args:
        pipeline: Name of the spaCy pipeline to look at; the one that reading would take where it is null.
    """
    yield Finding("allegedly", good=True, what=f"{__version__} in {_home()}")
    yield Finding(
        "python", sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    for package in PACKAGES:
        yield _package(package)
    for package, extra, what in EXTRAS:
        yield _extra(package, extra, what)
    yield _tried("SQLite", _sqlite)
    yield _tried("spaCy pipeline", lambda: _pipeline(pipeline))
    yield _tried("attribution weights", _weights)
    yield _tried("attribution network", _network)
    yield _tried("sentence encoder", _encoder)
    yield _tried("passage network", _passages)
    yield _tried("cue vocabulary", _cues)
    yield _tried("gazetteer", _gazetteer)
    yield _tried("a sentence read", lambda: _sentence(pipeline))


def _home() -> str:
    import allegedly

    return str(next(iter(allegedly.__path__)))


def _package(name: str) -> Finding:
    try:
        return Finding(name, good=True, what=version(name))
    except PackageNotFoundError:
        return Finding(name, good=False, what=f"missing; install it with: pip install {name}")


def _extra(name: str, extra: str, what: str) -> Finding:
    try:
        return Finding(name, good=True, what=f"{version(name)} (reads {what})")
    except PackageNotFoundError:
        return Finding(name, good=True, what=f"not installed, needed for {what} alone: pip install 'allegedly[{extra}]'")


def _sqlite() -> str:
    import sqlite3

    from allegedly.ledger.store import OLDEST

    if sqlite3.sqlite_version_info < OLDEST:
        least = ".".join(map(str, OLDEST))
        raise AllegedlyError(f"{sqlite3.sqlite_version}, too old for a ledger; use a Python with SQLite {least} or newer")
    return sqlite3.sqlite_version


def _tried(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, good=True, what=look())
    except AllegedlyError as error:
        return Finding(name, good=False, what=str(error))
    except Exception as error:  # noqa: BLE001 (whatever is wrong is what is asked for)
        return Finding(
            name,
            good=False,
            what=f"{type(error).__name__}: {error}; install allegedly again: pip install --force-reinstall allegedly",
        )


def _pipeline(name: str | None) -> str:
    from allegedly.reading import pipeline

    return f"{pipeline.pipeline_name(name)} ({pipeline.label(pipeline.load(name))})"


def _weights() -> str:
    from allegedly.reading.confidence import weights

    return f"{len(weights()):,} signs"


def _encoder() -> str:
    from allegedly.weighing.encoder import size

    return f"{size() / 1e6:.0f} MB"


def _passages() -> str:
    from allegedly.weighing.origins.passages import size

    return f"{size() / 1e6:.0f} MB"


def _network() -> str:
    from allegedly.reading.network.marks import size

    return f"{size() / 1e6:.0f} MB"


def _cues() -> str:
    from allegedly.reading.vocabularies import rows

    return f"{len(rows('stances')):,} cues"


def _gazetteer() -> str:
    from allegedly.reading.gazetteer import sites

    found = sites("Istanbul")
    if not found:
        raise LookupError("the gazetteer does not know Istanbul")
    return f"Istanbul lies at {found[0].latitude}, {found[0].longitude}"


def _sentence(pipeline: str | None) -> str:
    from allegedly.api import read

    return str(read("The bridge is safe, the mayor of Ostrava said.", pipeline=pipeline).statements[0].source.text)
