"""``allegedly review`` and ``reread`` as a person uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allegedly.cli import main

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NAVY = "acc6fb7de38d"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs the command in a folder with a ledger of one article."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def runs(*words: str, **more: str) -> Result:
        return runner.invoke(main, list(words), **more)  # type: ignore[arg-type]

    assert runs("add", "r.ledger", str(EXAMPLES / "strait-denial.txt"), "--reader", "rules").exit_code == 0
    return runs


def test_a_decision(run: Callable[..., Result]) -> None:
    """It is told, applied, listed, and undone."""
    done = run("review", "r.ledger", "correct", f"{NAVY}:s3", "--set", "stance=affirms", "--why", "for the test", "--who", "Ana")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert f" UTC  Ana corrected {NAVY}:s3  (" in lines[0]
    assert lines[1:] == [
        '    Tomas Brekk: "No shot was fired at any boat,"',
        "    stance: denies → affirms",
        "    why: for the test",
    ]
    assert run("find", "r.ledger", "flares", "--stance", "denies").stdout == ""
    name = lines[0].rpartition("(")[2].rstrip(")")
    assert run("review", "r.ledger", "withdraw", name, "--why", "no", "--who", "Ben").exit_code == 0
    assert "flares" in run("find", "r.ledger", "flares", "--stance", "denies").stdout
    listed = run("review", "r.ledger", "--list").stdout
    assert f"Ana corrected {NAVY}:s3  ({name})  withdrawn\n" in listed
    assert f"Ben withdrew the review {name}" in listed


def test_a_refusal(run: Callable[..., Result]) -> None:
    """What cannot be is one sentence and exit status 1, a wrong use exit status 2."""
    done = run("review", "r.ledger", "reject", f"{NAVY}:s99", "--why", "x", "--who", "Ana")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"Error: {NAVY}:s99: the article has no s99; 'allegedly show' with --format json lists what it has\n"
    for words, said in (
        ([], "Give one of: a verdict, --list, --orphaned, --conflicts, --export FILE, --import FILE."),
        (["accept", f"{NAVY}:s3", "--list"], "Give one of: a verdict"),
        (["accept", f"{NAVY}:s3", "--set", "stance=denies"], "--set goes with 'correct', and --as with 'split'."),
        (["correct", f"{NAVY}:s3", "--set", "stance"], "'stance' names no field and value; write it as stance=denies"),
    ):
        done = run("review", "r.ledger", *words)
        assert done.exit_code == 2
        assert said in done.stderr


def test_out_and_in(run: Callable[..., Result], tmp_path: Path) -> None:
    """What one ledger exports another takes in, once; lines that are none are refused with their number."""
    run("review", "r.ledger", "reject", f"{NAVY}:s4", "--why", "nobody says this", "--who", "Ana")
    assert run("review", "r.ledger", "--export", "out.jsonl").stdout == ""
    run("add", "other.ledger", str(EXAMPLES / "strait-denial.txt"), "--reader", "rules")
    done = run("review", "other.ledger", "--import", "out.jsonl")
    assert (done.exit_code, done.stdout) == (0, "other.ledger: 1 review taken in\n")
    given = run("review", "other.ledger", "--export", "-").stdout
    assert given == (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    done = run("review", "other.ledger", "--import", "-", input=given + "{}\n")
    assert (done.exit_code, done.stdout) == (1, "other.ledger: 0 reviews taken in; 1 there already; 1 refused\n")
    assert done.stderr.startswith("Refused: standard input, line 2: the line: is no review (")
    assert run("review", "other.ledger", "--import", "none.jsonl").stderr == (
        "Error: none.jsonl: cannot be read (No such file or directory); check the path\n"
    )


def test_read_again(run: Callable[..., Result]) -> None:
    """Only what another reader has read is read again; the history tells both, and how the file came in."""
    assert run("reread", "r.ledger", "--reader", "rules").stdout == (
        "r.ledger: 0 read again (0 statements); 1 left as they are\n"
    )
    done = run("reread", "r.ledger", "--all", "--reader", "rules")
    assert done.stdout.startswith("r.ledger: 1 read again (")
    history = run("show", "r.ledger", NAVY, "--history").stdout.splitlines()
    assert history[0] == f"{NAVY}  Navy rejects 'fantasy' of attack on trawler"
    assert "  added: " in history[1]
    assert ["replaced" in line for line in history[2:]] == [True, False]


def test_rejected_and_machine(run: Callable[..., Result]) -> None:
    """What was rejected, and what the machine alone found, are shown where they are asked for."""
    run("review", "r.ledger", "reject", f"{NAVY}:s4", "--why", "nobody says this", "--who", "Ana")

    def ids(*words: str) -> list[tuple[str, object]]:
        shown = json.loads(run("show", "r.ledger", NAVY, "--format", "json", *words).stdout)
        return [(s["id"], (s["review"] or {}).get("standing")) for s in shown["statements"] if s["id"] in ("s3", "s4")]

    assert ids() == [("s3", None)]
    assert ids("--rejected") == [("s3", None), ("s4", "rejected")]
    assert ids("--machine") == [("s3", None), ("s4", None)]
    assert "rejected by Ana" in run("show", "r.ledger", NAVY, "--rejected").stdout
    assert "rejected by Ana" in run("show", "r.ledger", NAVY, "--rejected", "--format", "html").stdout
