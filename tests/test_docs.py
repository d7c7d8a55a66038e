"""The documentation does what it says: its shell and Python examples are run, its generated pages are fresh.

In Markdown, a ``console`` block holds commands after ``$`` and what they print; a ``pycon`` block is a doctest. ``…``
stands for anything. Other blocks (``sh``, ``text``) are not run: installing, and what belongs to another machine.
"""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of one kind on a page, in order."""
    return [m["body"] for m in _BLOCK.finditer(page.read_text(encoding="utf-8")) if m["kind"] == kind]


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what it prints."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        else:
            assert found, f"output before any command: {line!r}"
            found[-1][1].append(line)
    return [(command, "\n".join(lines)) for command, lines in found]


def alike(expected: str, printed: str) -> bool:
    """Whether a program printed what the page shows; ``…`` stands for anything, spaces and line ends for one another."""
    parts = [re.escape(" ".join(part.split())) for part in expected.split("…")]
    pattern = r".*?".join(parts).replace(r"\ ", r"\s+")
    return re.fullmatch(pattern + r"\s*", " ".join(printed.split()), re.DOTALL) is not None


def environment(tmp_path: Path) -> dict[str, str]:
    """This process's environment with a plain 100-column terminal and ``allegedly`` on the path, from this tree."""
    made = tmp_path / "bin"
    made.mkdir(exist_ok=True)
    script = made / "allegedly"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from allegedly.cli import main; main()" "$@"\n')
    script.chmod(0o755)
    path = os.pathsep.join([str(made), str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    source = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    return {**os.environ, "PATH": path, "PYTHONPATH": source, "COLUMNS": "100", "PYTHONUTF8": "1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with the examples in it: what a page makes stays out of the repository."""
    made = tmp_path / "folder"
    shutil.copytree(ROOT / "examples", made / "examples")
    return made


@pytest.mark.parametrize(
    "page",
    [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES if blocks(page, "console")],
)
def test_console(page: Path, folder: Path, tmp_path: Path) -> None:
    """Every command of a page prints what the page shows, run from top to bottom."""
    for command, expected in [found for block in blocks(page, "console") for found in commands(block)]:
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=environment(tmp_path), capture_output=True, text=True, check=False
        )
        assert alike(expected, done.stdout), f"{page.name}: $ {command}\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize(
    "page",
    [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES if blocks(page, "pycon")],
)
def test_python(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python example of a page gives what the page shows, read from top to bottom."""
    monkeypatch.chdir(folder)
    source = "\n".join(blocks(page, "pycon")).replace("…", "...")
    example = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=_FLAGS).run(example, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links(page: Path) -> None:
    """Every link to a file of the repository leads somewhere."""
    for match in _LINK.finditer(page.read_text(encoding="utf-8")):
        target, _, anchor = match["target"].partition("#")
        if "://" in target:
            continue
        linked = page.parent / target if target else page
        assert linked.exists(), f"{page.name}: {match['target']}"
        if anchor and linked.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in anchors, f"{page.name}: {match['target']}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_figure_is_there(page: Path) -> None:
    """No page waits for a figure (``@speed@``) that was to be measured later."""
    assert re.findall(r"@[a-z-]+@", page.read_text(encoding="utf-8")) == []


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_format_page_is_fresh() -> None:
    """docs/format.md and the JSON Schema are what the types of allegedly.model make of them."""
    for path, text in _script("make_format").files().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale; run: make docs"


def test_the_picture_loads_nothing() -> None:
    """The picture of the page names no other address than that of SVG itself."""
    picture = (ROOT / "docs" / "page.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\s\"')]+", picture)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in picture
    assert "url(http" not in picture


def test_every_verb_has_a_word_in_the_documentation() -> None:
    """A verb of the command line stands in the README or in a page of docs."""
    import click

    from allegedly.cli import main

    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert isinstance(main, click.Group)
    for verb in main.commands:
        assert f"allegedly {verb}" in text, verb
