"""A ledger of every earlier schema becomes one of the present schema, with nothing lost and a copy kept."""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger, migrating
from allegedly.ledger.store import VERSION, make_tables
from allegedly.model import from_json

DATA = Path(__file__).parent / "data"
EARLIER = range(1, VERSION)
OPEN = "import sys; from allegedly.ledger import Ledger; print(Ledger(sys.argv[1]).counts()['articles'])"


def dumped(path: Path, version: int) -> Path:
    """A ledger as that version wrote it: four articles read, one of them twice; one kept unread; one input refused."""
    connection = sqlite3.connect(path)
    connection.executescript((DATA / f"version-{version}.sql").read_text(encoding="utf-8"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


def _made(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The tables, indexes, views and triggers of a ledger."""
    return connection.execute("SELECT type, name FROM sqlite_schema ORDER BY type, name").fetchall()


@pytest.mark.parametrize("version", EARLIER)
def test_nothing_is_lost(tmp_path: Path, version: int) -> None:
    """Readings, versions, who read what and when, and the record of the intake are those that there were."""
    path = dumped(tmp_path / "old.ledger", version)
    said: list[str] = []
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    make_tables(fresh)
    with Ledger(path, on_warning=said.append) as ledger:
        assert said == [
            f"{path}: an earlier Allegedly made it; it is brought up to date, and kept as it was in old.ledger.before-{VERSION}"
        ]
        expected = [from_json(line) for line in (DATA / f"version-{version}.jsonl").read_bytes().splitlines()]
        assert list(ledger) == expected
        assert list(ledger.check()) == []
        first = expected[0].article.id
        reads = [(r.version, r.at, r.replaced) for r in ledger.history(first).reads]
        assert reads[0] == ("0.0.1", "2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z")
        assert reads[-1][2] is None
        query = "SELECT name, result, reason, id FROM intake LEFT JOIN articles USING (article) ORDER BY intake"
        intake = ledger._connection.execute(query).fetchall()
        with sqlite3.connect(tmp_path / f"old.ledger.before-{VERSION}") as kept:
            assert kept.execute("PRAGMA user_version").fetchone() == (version,)
            assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert kept.execute(query).fetchall() == intake
        kept.close()
        assert [result for _, result, _, _ in intake].count("refused") == 1
        (found,) = ledger.find("stay open", by="Ruiz")
        assert [a.text.split(" bridge ")[1][:10] for a, _ in ledger.versions(found.id)] == ["would clos", "would stay"]
        assert ledger._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert _made(ledger._connection) == _made(fresh)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["old.ledger", f"old.ledger.before-{VERSION}"]
    fresh.close()
    said.clear()
    Ledger(path, on_warning=said.append).close()
    assert said == []


@pytest.mark.parametrize("version", [2, 3])
def test_reviews(tmp_path: Path, version: int) -> None:
    """People's decisions, which version 2 was the first to have, are there and count as they did."""
    with Ledger(dumped(tmp_path / "old.ledger", version)) as ledger:
        assert [(e.review.verdict, e.state) for e in ledger.reviews.entries()] == [
            ("correct", "counts"),
            ("reject", "counts"),
            ("merge", "counts"),
        ]
        first = next(iter(ledger))
        assert [(s.id, s.act) for s in first.statements if s.review] == [("s3", "promise")]


@pytest.mark.parametrize("version", EARLIER)
def test_killed_while_it_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    """A kill leaves it whole, of the old schema or of the new, and the next command has everything."""
    random = Random(2)
    expected = [from_json(line) for line in (DATA / f"version-{version}.jsonl").read_bytes().splitlines()]
    killed = 0
    for number in range(8):
        path = dumped(tmp_path / f"{number}.ledger", version)
        part = path.with_name(f"{path.name}.migrating")
        running = subprocess.Popen([sys.executable, "-c", OPEN, str(path)], stdout=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while not part.exists() and running.poll() is None and time.monotonic() < until:
            pass
        time.sleep(random.random() * 0.02)
        running.send_signal(signal.SIGKILL)
        killed += running.wait(60) == -signal.SIGKILL
        with sqlite3.connect(path) as left:
            assert left.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert left.execute("PRAGMA user_version").fetchone()[0] in (version, VERSION)
        left.close()
        with Ledger(path) as ledger:
            assert list(ledger) == expected
            assert list(ledger.check()) == []
        assert not part.exists()
    assert killed


def test_several_commands_at_once(tmp_path: Path) -> None:
    """One brings it up to date, the others wait and find it so."""
    path = dumped(tmp_path / "old.ledger", 1)
    running = [
        subprocess.Popen([sys.executable, "-c", OPEN, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = [one.communicate(timeout=90) for one in running]
    assert [(one.returncode, out, err) for one, (out, err) in zip(running, said, strict=True)] == [(0, "5\n", "")] * 4


def test_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program reads it, it is left alone, with a sentence."""
    path = dumped(tmp_path / "old.ledger", 1)
    monkeypatch.setattr(migrating, "_PATIENCE", 0.1)
    other = sqlite3.connect(path)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM articles").fetchone()
    with pytest.raises(BadLedger) as refused:
        Ledger(path)
    assert str(refused.value) == (
        f"{path}: is to be brought up to date, and another command uses it; try again when that has ended"
    )
    other.close()
    Ledger(path).close()


def test_no_room(tmp_path: Path) -> None:
    """Where the copy does not fit, the ledger stays as it was, and one sentence says so."""
    path = dumped(tmp_path / "old.ledger", 1)
    before = path.read_bytes()

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, len(before) // 2))

    command = [sys.executable, "-m", "allegedly", "find", str(path)]
    done = subprocess.run(command, preexec_fn=small, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"Error: {path}: ")
    assert "Traceback" not in done.stderr
    with sqlite3.connect(path) as left:
        assert left.execute("PRAGMA user_version").fetchone() == (1,)
    left.close()
    with Ledger(path) as ledger:
        assert ledger.counts()["articles"] == 5
