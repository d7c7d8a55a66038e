"""Killed at any moment, with a full disk, with others at work: the ledger stays whole, and the same command finishes.

``python -m benchmarks.kills`` does the same for longer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from allegedly.ledger import Ledger
from allegedly.model import Reading
from benchmarks.kills import Trial, small_articles
from tests.ledger.conftest import stored


@pytest.mark.parametrize("verb", ["add", "reread", "review"])
def test_killed_at_random_moments(verb: str, tmp_path: Path) -> None:
    """After each kill all is well; in the end everything is there once, equal to a ledger that nobody killed."""
    made = Trial(verb, tmp_path, 48).kills(2, seed=5)
    assert made.faults == []
    assert (made.articles, made.twice) == (48, 0)
    assert made.killed
    assert bool(made.reviews) == (verb == "review")


def allegedly(*words: object, **more: object) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "allegedly", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few hundred kilobytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("a small disk is mounted by root alone; tests/ledger/test_adding.py limits the file's size instead")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here; tests/ledger/test_adding.py limits the file's size instead")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    """One sentence says so and what is stored stays whole; with more room the same command finishes."""
    path, file = small_disk / "full.ledger", tmp_path / "articles.jsonl"
    small_articles(file, 160)
    done = allegedly("add", path, file, "--reader", "rules")
    assert done.returncode == 1
    assert done.stderr == f"Error: {path}: the disk is full; make room and run the same command again, nothing is lost\n"
    with Ledger(path) as ledger:
        first = ledger.counts()["articles"]
        assert 0 < first < 160
        assert list(ledger.check()) == []
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    again = allegedly("add", path, file, "--reader", "rules")
    assert again.returncode == 0
    assert f"{160 - first} read and stored" in again.stdout
    with Ledger(path) as ledger:
        assert ledger.counts()["articles"] == 160
        assert list(ledger.check()) == []


HOLDER = """
import sys
from allegedly.ledger import Ledger
ledger = Ledger(sys.argv[1])
ledger._connection.execute("BEGIN IMMEDIATE")
ledger._connection.execute("UPDATE articles SET title = 'held'")
print("held", flush=True)
sys.stdin.readline()
ledger._connection.execute("ROLLBACK")
"""
Held = tuple[Ledger, Callable[[], None]]


@pytest.fixture
def held(ledger: Ledger, readings: list[Reading]) -> Iterator[Held]:
    """A ledger that another process is writing to, and how that is let go."""
    stored(ledger, readings[:3])
    command = [sys.executable, "-c", HOLDER, str(ledger.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        yield ledger, holder.stdin.close
        holder.stdin.close()
        assert holder.wait(60) == 0


def test_a_second_writer_waits(held: Held) -> None:
    """Who writes waits until the other is done; who reads does not, and sees what was there before."""
    ledger, let_go = held
    found = json.loads(allegedly("find", ledger.path, "--limit", 1, "--format", "json").stdout)
    assert found[0]["article"]["title"] != "held"
    assert allegedly("show", ledger.path, found[0]["id"], "--history").returncode == 0
    command = [sys.executable, "-m", "allegedly", "review", str(ledger.path), "accept", found[0]["id"], "--who", "Ana"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as second:
        time.sleep(2)
        assert second.poll() is None
        assert list(ledger.reviews) == []
        let_go()
        assert second.wait(60) == 0
    assert [r.who for r in ledger.reviews] == ["Ana"]


def test_a_second_writer_that_waits_too_long_says_so(held: Held) -> None:
    """Where the other does not end, one sentence says what to do."""
    ledger, _ = held
    name = ledger.find(limit=1)[0].id
    impatient = (
        "from allegedly.ledger import store; store._PATIENCE = 0.2; from allegedly.cli import main;"
        f"main(['review', {str(ledger.path)!r}, 'accept', {name!r}, '--who', 'Ana'])"
    )
    done = subprocess.run([sys.executable, "-c", impatient], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Error: {ledger.path}: another command is writing to it and did not end; try again when it has\n"
