"""Readings that the tests of the ledger share, and a ledger with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import allegedly
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.model import Reading, Statement

NAVY = "acc6fb7de38d"
"""How the id of the navy's denial begins."""
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def readings() -> list[Reading]:
    """Readings of the example articles."""
    return list(allegedly.read_many([EXAMPLES], reader="rules"))


def stored(ledger: Ledger, readings: list[Reading]) -> None:
    """Put readings into a ledger as ``add`` does, without reading them again."""
    run = Adding(ledger._connection, "test")
    for reading in readings:
        run.put(reading.article, reading)
    run.flush()


@pytest.fixture(scope="session")
def whole(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with the example articles, to read from."""
    with Ledger(tmp_path_factory.mktemp("whole") / "examples.ledger", make=True) as ledger:
        stored(ledger, readings)
        yield ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(tmp_path / "test.ledger", make=True) as made:
        yield made


@pytest.fixture
def navy(readings: list[Reading]) -> Reading:
    """The reading of the navy's denial: s2 is an outlet's own sentence, s3 and s4 are denied by Tomas Brekk."""
    return next(r for r in readings if r.article.id.startswith(f"sha256:{NAVY}"))


@pytest.fixture
def desk(tmp_path: Path, navy: Reading) -> Iterator[Ledger]:
    """A ledger with that one article."""
    with Ledger(tmp_path / "desk.ledger", make=True) as made:
        stored(made, [navy])
        yield made


def statement(reading: Reading, name: str) -> Statement:
    """One statement by its id."""
    return next(s for s in reading.statements if s.id == name)
