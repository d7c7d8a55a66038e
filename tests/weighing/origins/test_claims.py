"""Claims as people and programs get them: in Python, on the command line, as a page with the tree, as tables."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from allegedly.cli import main
from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.ledger.store import writing
from allegedly.model_claims import Claim
from allegedly.publishing import claims as formats
from allegedly.weighing.origins.families import put_families
from allegedly.weighing.origins.keeping import bring_up_to_date
from tests.weighing.origins.conftest import Claimed

WORDS = "The minister will go"
TOLD = (
    ("The Argus", "2024-05-03", "The minister will go, Mayor Ana Ruiz said.", [WORDS]),
    ("The Courier", "2024-05-04", "The minister will go, the Argus reports.", [WORDS]),
    ("The Echo", "2024-05-05", "The minister will go.", [WORDS]),
    ("The Star", "2024-05-06", "The government denied that the minister would go.", ["-that the minister would go"]),
)


@pytest.fixture
def told(claimed: Claimed, ledger: Ledger) -> Ledger:
    """A ledger with one claim of four articles."""
    claimed(*TOLD)
    return ledger


def test_in_python(told: Ledger) -> None:
    """A claim has its statements and its origins, and both name articles and statements as everything else does."""
    (claim,) = told.claims("minister")
    assert (claim.id, claim.words, claim.articles, claim.outlets) == ("c0000000001", "The minister will go", 4, 4)
    assert claim == told.claim("c0000000001") == told.claim("c00000")
    assert [(s.outlet, s.side) for s in claim.statements] == [
        ("The Argus", "for"),
        ("The Courier", "for"),
        ("The Echo", "for"),
        ("The Star", "against"),
    ]
    assert claim.origins is not None
    assert (claim.origins.independent, claim.origins.denying, claim.origins.circular) == (1, 1, False)
    assert [(o.id, o.kind, o.name, o.side) for o in claim.origins.origins] == [
        ("o1", "voice", "Ana Ruiz", "for"),
        ("o2", "voice", "the government", "against"),
    ]
    ids = [s.statement.rpartition(":")[0] for s in claim.statements]
    assert claim.origins.unestablished == (ids[2],)
    assert [(link.of, link.onto, link.kind) for link in claim.origins.links] == [
        (ids[0], "o1", "says"),
        (ids[1], ids[0], "cites"),
        (ids[3], "o2", "says"),
    ]
    assert claim.origins.origins[0].statement == claim.statements[0].statement
    assert told.reading(ids[0]).article.outlet == "The Argus"
    assert msgspec.json.decode(msgspec.json.encode(claim), type=Claim) == claim


def test_orders(told: Ledger) -> None:
    """Each order lists what it is for; words that nothing says find nothing."""
    assert len(told.claims()) == len(told.claims(sort="repeated")) == len(told.claims(sort="newest")) == 1
    assert len(told.claims(sort="single-origin")) == 1
    assert told.claims(sort="circular") == []
    assert told.claims("bridge") == []
    assert told.claims("...") == []
    assert told.claims(skip=1) == []
    with pytest.raises(
        ValueError, match=r"^'oldest' is no order of claims; there are disputed, repeated, single-origin, circular,"
    ):
        told.claims(sort="oldest")  # type: ignore[arg-type]


def test_what_is_not_there(told: Ledger) -> None:
    """One sentence."""
    with pytest.raises(
        BadLedger, match=r"holds no claim cabc0; 'allegedly claims' lists them, and 'allegedly weigh' makes them$"
    ):
        told.claim("cabc0")


def test_the_page(told: Ledger) -> None:
    """What is counted, the tree from the root outward, who denies it, and every statement."""
    file = io.StringIO()
    formats.write_one(told.claim("c00000"), "page", file, width=100, colour=False)
    lines = file.getvalue().splitlines()
    short = [s.statement.removeprefix("sha256:")[:12] for s in told.claim("c0000").statements]
    assert lines[:16] == [
        "“The minister will go”",
        "c0000000001 · no day known",
        "4 articles, 4 outlets, 1 independent origin; 1 denies; not established for 1",
        "",
        "Ana Ruiz  voice",
        f"└── The Argus, 3 May 2024 · {short[0]}  says",
        f"    └── The Courier, 4 May 2024 · {short[1]}  cites",
        "",
        "the government  voice, denies it",
        f"└── The Star, 6 May 2024 · {short[3]}  says",
        "",
        "not established where these have it from",
        f"└── The Echo, 5 May 2024 · {short[2]}",
        "",
        "Says so",
        "  Ana Ruiz: The minister will go",
    ]


def test_the_command_line(told: Ledger) -> None:
    """Lists as text, JSON, lines and a table; one claim by 'show'."""
    path = str(told.path)
    run = CliRunner()
    done = run.invoke(main, ["claims", path])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == [
        "The minister will go",
        "    c0000000001  4 articles, 4 outlets, 1 independent origin; 1 denies; not established for 1",
    ]
    (row,) = csv.DictReader(io.StringIO(run.invoke(main, ["claims", path, "--format", "csv"]).stdout))
    assert (row["id"], row["origins"], row["denying_origins"], row["not_established"]) == ("c0000000001", "1", "1", "1")
    (listed,) = json.loads(run.invoke(main, ["claims", path, "minister", "--format", "json"]).stdout)
    assert listed == json.loads(run.invoke(main, ["claims", path, "--format", "jsonl"]).stdout)
    assert listed == json.loads(run.invoke(main, ["show", path, "c0000000001", "--format", "json"]).stdout)
    shown = run.invoke(main, ["show", path, "c00000"])
    assert "Ana Ruiz  voice" in shown.stdout.splitlines()
    nothing = run.invoke(main, ["claims", path, "bridge"])
    told_so = "No such claim; other words, or another --sort, may find some.\n"
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", told_so)


def test_a_ledger_that_was_not_weighed_says_so(tmp_path: Path) -> None:
    """Where no claims are gathered yet, the list says which command does it."""
    path = tmp_path / "new.ledger"
    Ledger(path, make=True).close()
    nothing = CliRunner().invoke(main, ["claims", str(path), "bridge"])
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "Nothing found; 'allegedly weigh' gathers claims.\n")


def test_families(told: Ledger, tmp_path: Path) -> None:
    """Publishers are counted where a list says whose the outlets are; a list that is none is refused with a sentence."""
    path = tmp_path / "publishers.csv"
    path.write_text("outlet,family\nThe Argus,Ruiz Press\nThe Courier,Ruiz Press\n", encoding="utf-8")
    with writing(told._connection):
        put_families(told._connection, path)
    bring_up_to_date(told._connection)
    assert told.claim("c00000").families == 3
    assert formats.summary(told.claim("c00000")).startswith("4 articles, 4 outlets, 3 publishers, 1 independent origin")
    done = CliRunner().invoke(main, ["weigh", str(told.path), "--families", str(tmp_path / "none.csv")])
    assert (done.exit_code, done.stderr) == (
        1,
        f"Error: {tmp_path / 'none.csv'}: cannot be read (No such file or directory); check the path\n",
    )
