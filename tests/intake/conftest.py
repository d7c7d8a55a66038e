"""What the tests of the intake share: a folder to write into, and everything that comes out of reading it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from allegedly.errors import Refused
from allegedly.intake import articles
from allegedly.model import Article
from tests.intake.server import Site, running


class Taken(NamedTuple):
    """What came of some inputs: articles, refusals and warnings, each in order."""

    articles: list[Article]
    refused: list[str]
    warned: list[str]
    kinds: list[type[Refused]]


@pytest.fixture
def take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Taken]:
    """A function that writes files by name and content into a folder, and takes in these or the sources that are given."""
    monkeypatch.chdir(tmp_path)

    def run(
        files: dict[str, str | bytes] | None = None,
        sources: list[str] | None = None,
        *,
        stdin: bytes = b"",
        **options: Any,  # noqa: ANN401 (whatever the function under test takes)
    ) -> Taken:
        for name, content in (files or {}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        refused: list[Refused] = []
        warned: list[str] = []
        given = list(files or {}) if sources is None else sources
        found = list(articles(given, stdin=io.BytesIO(stdin), on_refused=refused.append, on_warning=warned.append, **options))
        return Taken(found, [str(one) for one in refused], warned, [type(one) for one in refused])

    return run


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on this machine, which is asked without the pauses that others get."""
    monkeypatch.setattr("allegedly.intake.fetching.PAUSE", 0.0)
    with running() as made:
        yield made
