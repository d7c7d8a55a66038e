"""The package as it is given to people: what is in the wheel, what its modules promise, what may not be in the tree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import allegedly

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "allegedly"
MODULES = sorted(SOURCE.rglob("*.py"))
# Paths of somebody's machine, and hosts of package registries: a lock file or a log may carry them by mistake.
# Letters in brackets keep this file from being one of those that it looks for.
_LEAKS = re.compile(
    r"/(?:home|Users)/\w+/|/[r]oot/|/[o]pt/\w+/|/[t]mp/\w|[f]ile:///|python[h]osted|pypi[.]org/(?:simple|packages)"
    r"|registry[.]npmjs|\blocalhost\b|\b127\.0\.0\.1\b"
)


def tracked() -> list[Path]:
    """The files that belong to the repository: what git tracks or would track, else all but what is made here."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0 and done.stdout:
        return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    made = {".venv", "dist", "build", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".git"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.relative_to(ROOT).parts)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from the tree as it is."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_holds_all_of_the_package(wheel: zipfile.ZipFile) -> None:
    """Every module, vocabulary and data file is in the wheel, and so is the mark that it is typed."""
    expected = {
        str(path.relative_to(ROOT / "src")) for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    inside = set(wheel.namelist())
    assert expected <= inside
    assert "allegedly/py.typed" in inside
    assert "allegedly/reading/vocabulary/titles.tsv" in inside


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    """The wheel has the package and its metadata, with licence and notice; no tests, examples or caches."""
    roots = {name.split("/")[0] for name in wheel.namelist()}
    assert roots == {"allegedly", "allegedly-0.1.0.dist-info"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name]
    assert "allegedly-0.1.0.dist-info/licenses/LICENSE" in wheel.namelist()
    assert "allegedly-0.1.0.dist-info/licenses/NOTICE" in wheel.namelist()


def test_the_wheel_registers_command_and_component(wheel: zipfile.ZipFile) -> None:
    """The wheel gives the command ``allegedly`` and the spaCy factory ``allegedly``."""
    entries = wheel.read("allegedly-0.1.0.dist-info/entry_points.txt").decode()
    assert "allegedly = allegedly.cli:main" in entries
    assert "[spacy_factories]\nallegedly = allegedly.reading.component:make" in entries


def test_the_version_is_one() -> None:
    """Package, citation and changelog speak of the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == allegedly.__version__
    assert f"version: {allegedly.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {allegedly.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_public_names_are_sorted_and_there() -> None:
    """``__all__`` is sorted, holds every public name that the module gives, and each of them can be had."""
    assert list(allegedly.__all__) == sorted(allegedly.__all__)
    assert set(allegedly._HOMES) | {"__version__"} == set(allegedly.__all__)
    for name in allegedly.__all__:
        assert getattr(allegedly, name) is not None


def test_the_start_is_light() -> None:
    """Importing the package imports nothing heavy, so that ``allegedly --help`` is quick."""
    code = "import sys, allegedly; print(sorted({'spacy', 'numpy', 'trafilatura', 'rich', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_says_what_it_is_and_is_one_noun(path: Path) -> None:
    """A module has a docstring and fewer than 500 lines."""
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)) is not None
    assert len(text.splitlines()) < 500


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.tsv")), ids=lambda path: path.stem)
def test_a_table_is_a_table(path: Path) -> None:
    """Every line of a table has as many cells as its header, and a vocabulary says why each entry is there."""
    header, *rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    assert [row for row in rows if len(row) != len(header)] == []
    if path.parent.name == "vocabulary":
        reason = header.index("reason")
        assert [row for row in rows if not row[reason].strip()] == []


def test_no_machine_is_named() -> None:
    """No file of the repository names a path of somebody's machine or a host of a package registry."""
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in _LEAKS.finditer(text)]
    assert found == []


def test_the_lock_holds_what_the_package_asks_for() -> None:
    """Every dependency of the package, and of its checks, is in requirements.lock with a version and hashes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in asked:
        match = re.match(r"[A-Za-z0-9_.-]+", requirement)
        assert match is not None
        name = re.escape(match[0].lower())
        assert re.search(rf"^{name}==\S+.*\\\n    --hash=sha256:[0-9a-f]{{64}}", lock, re.MULTILINE), requirement
