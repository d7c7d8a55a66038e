"""Whether a ledger survives being killed at any moment: ``python -m benchmarks.kills --rounds 50``.

``add``, ``reread`` and the import of a file of reviews are started as commands of their own and killed (SIGKILL) at random
moments, again and again on the same ledger. After each kill the ledger is checked; in the end the same command runs to its end,
and everything must be there once, equal to the byte to a ledger whose command was never killed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from allegedly.ledger import Ledger
from allegedly.model import to_json
from benchmarks.shared import table

_WORDS = (
    "Mayor Ana Ruiz of Ostrel said on Monday that bridge number {n} would close for {n} days.\n\n"
    "The company denied the claim. “Nobody asked us,” said Lena Marsk, its spokeswoman.\n"
)
_TIME = re.compile(rb'"at":"[^"]*",?')


@dataclass
class Outcome:
    """What one verb went through."""

    verb: str
    rounds: int = 0
    killed: int = 0
    """Rounds that ended by the kill; the others were over before it."""
    finished: int = 0
    """Ledgers that were brought to their end and compared."""
    articles: int = 0
    statements: int = 0
    reviews: int = 0
    twice: int = 0
    """Articles or reviews that are there more than once."""
    faults: list[str] = field(default_factory=list)
    """What ``check`` told after a kill, and what differed in the end."""


class Trial:
    """One verb on small articles: how its ledger begins, which command changes it, and what must come out."""

    def __init__(self, verb: str, folder: Path, count: int) -> None:
        self.verb, self.folder = verb, folder / verb
        self.folder.mkdir()
        self.ledger, self.start = self.folder / "killed.ledger", self.folder / "start.ledger"
        self.articles, self.reviews = self.folder / "articles.jsonl", self.folder / "reviews.jsonl"
        small_articles(self.articles, count)
        if verb != "add":
            self._run("add", str(self.start), str(self.articles), "--reader", "rules")
        if verb == "reread":
            with sqlite3.connect(self.start) as connection:
                connection.execute("UPDATE readings SET version = '0.0.1'")
            connection.close()
        if verb == "review":
            with Ledger(self.start) as ledger:
                lines = [line for found in ledger.find(limit=10**6) for line in _decisions(found.id)]
            self.reviews.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        self.command = {
            "add": ["add", str(self.ledger), str(self.articles), "--reader", "rules"],
            "reread": ["reread", str(self.ledger), "--reader", "rules"],
            "review": ["review", str(self.ledger), "--import", str(self.reviews), "--who", "Ana"],
        }[verb]
        self.begin()
        begun = time.perf_counter()
        self._run(*self.command)
        self.seconds = time.perf_counter() - begun
        self.expected = contents(self.ledger)

    def _run(self, *words: str) -> None:
        subprocess.run([sys.executable, "-m", "allegedly", *words], check=True, stdout=subprocess.DEVNULL)

    def begin(self) -> None:
        """A ledger as it was before the command."""
        for name in ("", "-wal", "-shm"):
            self.ledger.with_name(self.ledger.name + name).unlink(missing_ok=True)
        if self.start.exists():
            shutil.copy(self.start, self.ledger)

    def kills(self, rounds: int, seed: int, tell: Callable[[str], None] = lambda _: None) -> Outcome:
        """Start the command until it was killed so many times, then let it end."""
        chance = random.Random(seed)
        self.begin()
        made = Outcome(self.verb)
        while made.killed < rounds and made.rounds < 4 * rounds:
            made.rounds += 1
            begun = time.perf_counter()
            running = subprocess.Popen(
                [sys.executable, "-m", "allegedly", *self.command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            try:
                # Starting Python and loading the pipeline is a large part of the time, and nothing is written in it.
                running.wait(self.seconds * (0.25 + 0.8 * chance.random()))
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                made.killed += running.wait() == -signal.SIGKILL
            self._look(made)
            if running.returncode == 0:
                # As fast as the machine is now, so that most kills come before the end.
                self.seconds = (self.seconds + time.perf_counter() - begun) / 2
                self._compare(made)
                self.begin()
            tell(f"{self.verb}: round {made.rounds}, exit status {running.returncode}")
        self._run(*self.command)
        self._look(made)
        self._compare(made)
        return made

    def _look(self, made: Outcome) -> None:
        """Everything that does not hold in the ledger now."""
        if self.ledger.exists() and self.ledger.stat().st_size:
            with Ledger(self.ledger) as ledger:
                made.faults += ledger.check()

    def _compare(self, made: Outcome) -> None:
        """Whether everything is there once, as if nobody had killed anything."""
        found = contents(self.ledger)
        made.finished += 1
        made.articles, made.statements, made.reviews = (len(found[0]), _statements(found[0]), len(found[1]))
        made.twice += sum(len(one) - len(set(one)) for one in found)
        for name, one, other in zip(("readings", "reviews"), found, self.expected, strict=True):
            if one != other:
                made.faults.append(f"{name} differ from those of a ledger that was never killed")


def small_articles(path: Path, count: int) -> None:
    """Write that many articles of a few sentences."""
    rows = [{"id": f"a{n}", "title": f"Bridge {n}", "text": _WORDS.format(n=n)} for n in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _decisions(name: str) -> list[dict[str, object]]:
    """Two decisions on one statement."""
    return [
        {"verdict": "correct", "record": name, "changes": {"act": "promise"}, "why": f"the first on {name}"},
        {"verdict": "reject", "record": name, "why": f"the second on {name}"},
    ][: 1 + (sum(name.encode()) % 2)]


def contents(path: Path) -> tuple[list[bytes], list[bytes]]:
    """A ledger's readings, rejected statements with them, and its reviews but for their times."""
    with Ledger(path) as ledger:
        names = [reading.article.id for reading in ledger]
        readings = [to_json(ledger.reading(name, rejected=True)) for name in names]
        plain = [msgspec.structs.replace(r, id="", at="", over=()) for r in ledger.reviews]
    # The time of a decision is in what is shown of a statement.
    timeless = [_TIME.sub(b"", reading) for reading in readings]
    return timeless, sorted(msgspec.json.encode(r, order="deterministic") for r in plain)


def _statements(readings: list[bytes]) -> int:
    return sum(len(json.loads(reading)["statements"]) for reading in readings)


def main() -> None:
    """Print what each verb went through."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50, help="kills of each verb")
    parser.add_argument("--articles", type=int, default=160)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lines: list[list[object]] = []
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for verb in ("add", "reread", "review"):
            made = Trial(verb, Path(folder), given.articles).kills(
                given.rounds, given.seed, tell=lambda line: print(line, file=sys.stderr, flush=True)
            )
            check = "clean" if not made.faults else f"{len(made.faults)} faults"
            lines.append(
                [verb, made.rounds, made.killed, made.finished, made.articles, made.statements, made.reviews, made.twice, check]
            )
            faults += made.faults
    head = ["verb", "rounds", "killed", "compared", "articles", "statements", "reviews", "twice", "check"]
    print(table(head, lines))
    for fault in faults[:20]:
        print(fault)
    if faults:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
