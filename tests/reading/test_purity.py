"""A reading is a function of its article: the same bytes whatever else is read, whenever, and on however many processes."""

from __future__ import annotations

from pathlib import Path

import pytest

import allegedly
from allegedly.model import to_json

EXAMPLES = Path(__file__).parents[2] / "examples"
ONE, TWO, THREE = (EXAMPLES / f"strait-{name}.txt" for name in ("short", "cited", "witness"))

READERS = pytest.mark.parametrize("reader", ["trained", "rules"])


def many(paths: list[Path], reader: str, processes: int = 1) -> list[bytes]:
    """The readings of some articles as they are published."""
    return [to_json(reading) for reading in allegedly.read_many(paths, reader=reader, processes=processes)]


def alone(path: Path, reader: str) -> bytes:
    """The reading of one article by itself."""
    return to_json(allegedly.read(path, reader=reader))


@READERS
def test_first_last_and_among_others(reader: str) -> None:
    """An article has the same reading alone, first, last, among others, and a second time."""
    expected = {path: alone(path, reader) for path in (ONE, TWO, THREE)}
    assert len(set(expected.values())) == 3
    for order in ([ONE, TWO, THREE], [THREE, ONE, TWO], [TWO, THREE, ONE], [THREE, TWO, ONE], [ONE]):
        assert many(order, reader) == [expected[path] for path in order]
    assert {path: alone(path, reader) for path in expected} == expected


@READERS
def test_on_two_processes(reader: str) -> None:
    """Articles have the same readings on two processes that have read nothing before."""
    order = [TWO, ONE, THREE]
    assert many(order, reader, processes=2) == [alone(path, reader) for path in order]


def test_after_the_other_reader() -> None:
    """What one reader has read changes nothing of what the other reads."""
    trained, rules = alone(ONE, "trained"), alone(ONE, "rules")
    assert (alone(ONE, "rules"), alone(ONE, "trained")) == (rules, trained)
    assert trained != rules
