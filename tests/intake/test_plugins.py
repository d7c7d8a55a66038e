"""Formats that another package adds: real installed packages, read by real commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
GOOD = """
from allegedly.intake import Format, Record

def read(source):
    for number, line in source.lines(1000):
        if b"!" in line:
            raise KeyError("bang")
        yield Record(f"{source.name} line {number}", line.decode().split("~")[1], key="mine", raw=line)

FORMAT = Format("tilde", (".tilde",), lambda head: head.startswith(b"~"), read)
NONE = "a string"
"""
READ = """
import json, sys
from allegedly.intake import articles
refused, warned = [], []
found = [[a.text, a.key] for a in articles(sys.argv[1:], on_refused=refused.append, on_warning=warned.append)]
print(json.dumps([found, [str(one) for one in refused], warned]))
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with a package in it that adds three formats, of which one works."""
    site = tmp_path / "site"
    about = site / "tilde_news-1.0.dist-info"
    about.mkdir(parents=True)
    (site / "tilde_news.py").write_text(GOOD)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tilde-news\nVersion: 1.0\n")
    points = "[allegedly.formats]\ntilde = tilde_news:FORMAT\nnothing = tilde_news:NONE\nmissing = no_such_module:FORMAT\n"
    (about / "entry_points.txt").write_text(points)
    return site


def test_a_format_of_another_package(tmp_path: Path, installed: Path) -> None:
    """It reads its own, by content or by name; ours go on; what it fails on is refused; what does not load is told about."""
    (tmp_path / "a.txt").write_text("~One, said the mayor.~")
    (tmp_path / "b.tilde").write_text("x~Two, said the mayor.~\n~!")
    (tmp_path / "c.txt").write_text("Three, said the mayor.")
    paths = os.pathsep.join([str(installed), str(SOURCE)])
    done = subprocess.run(
        [sys.executable, "-c", READ, "a.txt", "b.tilde", "c.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    found, refused, warned = json.loads(done.stdout)
    assert found == [["One, said the mayor.", "mine"], ["Two, said the mayor.", "mine"], ["Three, said the mayor.", None]]
    assert refused == [
        "b.tilde: could not be read by the format tilde of the package tilde-news (KeyError: 'bang'); report it there"
    ]
    assert warned == [
        (
            "the format missing of the package tilde-news cannot be loaded "
            "(ModuleNotFoundError: No module named 'no_such_module'); update or remove it"
        ),
        "the format nothing of the package tilde-news is no allegedly.intake.Format; update or remove it",
    ]
