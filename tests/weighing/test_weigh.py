"""The verb: all steps in order, told what they did, and nothing to do the second time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from click.testing import CliRunner
from threadpoolctl import threadpool_info

import allegedly
from allegedly.cli import main
from allegedly.ledger import Ledger
from allegedly.weighing.helpers import Helpers
from allegedly.weighing.origins.tracing import traced
from tests.ledger.conftest import stored

TEXTS = (
    ("The Orrel Post", "2024-05-03", "The dam at Orrel has a crack through its whole wall, Mayor Ana Ruiz said on Friday."),
    ("Hill Gazette", "2024-05-04", "The dam at Orrel has a crack through its whole wall, the Orrel Post reports."),
    ("Radio Fen", "2024-05-05", "Eleven sheep were lost on the high pastures, the shepherd Piet Oom said."),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger of three articles, two of which say the same."""
    made = Ledger(tmp_path / "few.ledger", make=True)
    stored(made, [allegedly.read(text, outlet=outlet, published=day, reader="rules") for outlet, day, text in TEXTS])
    return made


def test_twice_is_once(ledger: Ledger) -> None:
    """Every step tells what it did; the second time nothing changes."""
    told: list[str] = []
    done = ledger.weigh(on_progress=lambda step, *_: told.append(step))
    assert list(done.steps) == ["copies", "entities", "claims", "origins"]
    assert set(told) <= set(done.steps)
    assert (done.articles, done.claims) == (3, 1)
    assert str(done) == "1 claim of more than one article among 3 articles; 1 by several outlets from a single origin"
    assert list(ledger.check()) == []
    before = "\n".join(ledger._connection.iterdump())
    assert str(ledger.weigh()) == str(done)
    assert "\n".join(ledger._connection.iterdump()) == before
    ledger.close()


TOLD = (
    "The dam at Orrel has a crack through its whole wall",
    "A ferry sank in the harbour of Velsund with nine sailors",
    "The foundry in Tarnholm will dismiss two hundred smelters",
    "Floods have carried off the old market hall",
    "The bishop sold three paintings to a dealer abroad",
    "Wolves have killed forty sheep above the village",
    "Engineers found lead in the drinking water of two schools",
    "The railway to the coast closes for repairs in autumn",
    "A judge has forbidden the felling of the beech forest",
    "Nurses at the clinic go without pay since summer",
    "Thieves took the bronze bell from the chapel tower",
    "The airport buys snow ploughs for eleven millions",
    "Divers have raised a cannon from the wreck",
    "The university shuts its observatory on the hill",
    "Beekeepers lost half of their swarms to a mite",
    "Customs officers seized ivory in a crate of tea",
)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A ledger of 64 articles, every four of which say the same."""
    path = tmp_path / "many.ledger"
    texts = [f"{told}, {who} said on Friday." for told in TOLD for who in ("Ana Ruiz", "Carl Voss", "police", "an official")]
    with Ledger(path, make=True) as made:
        read = (allegedly.read(text, outlet=f"Post {n}", published="2024-05-03", reader="rules") for n, text in enumerate(texts))
        stored(made, list(read))
    return path


def test_two_processes_find_the_same(many: Path, tmp_path: Path) -> None:
    """Origins are traced on two processes as on one; the second is there no longer when all is done."""
    copy = tmp_path / "copy.ledger"
    shutil.copy(many, copy)
    with Ledger(many) as one, Ledger(copy) as two:
        assert one.weigh().steps == two.weigh(processes=2).steps
        assert len(one.claims(limit=100)) > 10
        assert list(one._connection.iterdump()) == list(two._connection.iterdump())
    assert not active_children()


def test_a_process_that_is_killed(many: Path) -> None:
    """What the other process had is traced by this one."""
    with Ledger(many) as ledger:
        ledger.weigh()
        claims = [claim for (claim,) in ledger._connection.execute("SELECT claim FROM claims ORDER BY claim")]
        alone = list(traced(ledger._connection, claims))
        with Helpers(str(many), 1) as helpers:
            found = traced(ledger._connection, claims, helpers)
            first = next(found)
            for process in active_children():
                process.kill()
            assert sorted([first, *found]) == sorted(alone)


def helper_of(process: int) -> int | None:
    """The process that another one has begun to work for it, if it has."""
    told = subprocess.run(["ps", "-A", "-ww", "-o", "ppid=,pid=,args="], capture_output=True, text=True, check=True).stdout
    rows = (line.split(None, 2) for line in told.splitlines() if "spawn_main" in line)
    return next((int(own) for parent, own, _ in rows if int(parent) == process), None)


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C is heard by what begins here: where the tests run in a shell's background it is ignored, and that is inherited."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("seconds", [0.3, 0.8, 1.6])
def test_ctrl_c(many: Path, seconds: float) -> None:
    """A terminal sends Ctrl-C to both processes: they end without a word, whatever they are at, and the ledger is whole."""
    command = [sys.executable, "-m", "allegedly", "weigh", str(many)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        while running.poll() is None and not (helper := helper_of(running.pid)):
            time.sleep(0.02)
        assert helper
        # Held up, so that not even a fast machine is done before.
        os.kill(helper, signal.SIGSTOP)
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGINT)
        os.kill(helper, signal.SIGCONT)
        _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in told
    with Ledger(many) as ledger:
        assert list(ledger.check()) == []
        assert ledger.weigh().claims > 10


def test_no_process_weighs_nothing(ledger: Ledger) -> None:
    """Fewer than one cannot."""
    with pytest.raises(ValueError, match="give 1 or more"):
        ledger.weigh(processes=0)
    ledger.close()


def test_products_take_one_thread(ledger: Ledger) -> None:
    """While a ledger is weighed NumPy multiplies on one thread, and afterwards on as many as before."""
    during: set[int] = set()
    before = threadpool_info()
    ledger.weigh(on_progress=lambda *_: during.update(p["num_threads"] for p in threadpool_info() if p["user_api"] == "blas"))
    assert during <= {1}
    assert [pool for pool in threadpool_info() if pool in before] == before
    ledger.close()


def test_the_tree_of_what_was_found(ledger: Ledger) -> None:
    """From bare texts to one origin."""
    ledger.weigh()
    (claim,) = ledger.claims("crack")
    assert claim.origins is not None
    assert [(o.kind, o.name) for o in claim.origins.origins if o.root] == [("voice", "Ana Ruiz")]
    assert [(link.kind, link.reason) for link in claim.origins.links] == [
        ("says", "The Orrel Post has it from Ana Ruiz"),
        ("copies", "Hill Gazette prints the words of The Orrel Post"),
    ]
    ledger.close()


def test_too_little_of_a_claims_id(ledger: Ledger) -> None:
    """Four characters of a claim's id may be a name too: they show nothing, and how many do is told."""
    ledger.weigh()
    (claim,) = ledger.claims("crack")
    shown = CliRunner().invoke(main, ["show", str(ledger.path), claim.id[:4]])
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr == (
        f"Error: {ledger.path}: holds no article {claim.id[:4]}, but a claim whose id begins so;"
        " 'allegedly show' takes five of its characters or more\n"
    )
    assert "2 articles, 2 outlets" in CliRunner().invoke(main, ["show", str(ledger.path), claim.id[:5]]).stdout
    ledger.close()


def test_what_comes_later_joins(ledger: Ledger) -> None:
    """An article that is added is weighed with those that were there; a rejected statement is weighed no more."""
    ledger.weigh()
    text = "The dam at Orrel has a crack through its whole wall, according to the Hill Gazette."
    stored(ledger, [allegedly.read(text, outlet="The Dell Argus", published="2024-05-06", reader="rules")])
    ledger.weigh()
    (claim,) = ledger.claims("crack")
    assert (claim.articles, claim.outlets) == (3, 3)
    assert claim.origins is not None
    assert claim.origins.independent == 1
    last = next(s.statement for s in claim.statements if s.outlet == "The Dell Argus")
    ledger.review("reject", last, who="Ana", why="for the test")
    ledger.weigh()
    (claim,) = ledger.claims("crack")
    assert (claim.articles, claim.outlets) == (2, 2)
    assert list(ledger.check()) == []
    ledger.close()


def test_who_becomes_one_is_counted_anew(tmp_path: Path) -> None:
    """Two who are found to be one, after their claim was weighed, are one voice and one origin of it."""
    texts = (
        ("The Orrel Post", "The dam at Orrel has a crack through its whole wall, said Carl Voss, a diver."),
        ("Hill Gazette", "The dam at Orrel has a crack through its wall, said Tomas Brekk, the mayor of Fen."),
    )
    with Ledger(tmp_path / "two.ledger", make=True) as ledger:
        stored(ledger, [allegedly.read(text, outlet=outlet, published="2024-05-03", reader="rules") for outlet, text in texts])
        ledger.weigh()
        (claim,) = ledger.claims("crack")
        assert claim.origins is not None
        assert (claim.voices_for, claim.origins.independent) == (2, 2)
        (tmp_path / "people.csv").write_text("id,name,aliases,kind\nQ1,Carl Voss,Tomas Brekk,person\n", encoding="utf-8")
        assert ledger.weigh(authorities=[tmp_path / "people.csv"]).steps["origins"] == "1 claim traced to its origins"
        (again,) = ledger.claims("crack")
        assert again.origins is not None
        assert (again.id, again.voices_for, again.origins.independent) == (claim.id, 1, 1)
        assert list(ledger.check()) == []


def test_the_command(ledger: Ledger) -> None:
    """What came of it on standard output, what each step did on standard error."""
    path = ledger.path
    ledger.close()
    done = CliRunner().invoke(main, ["weigh", str(path)])
    assert (done.exit_code, done.stdout) == (
        0,
        f"{path}: 1 claim of more than one article among 3 articles; 1 by several outlets from a single origin\n",
    )
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["copies", "entities", "claims", "origins"]
