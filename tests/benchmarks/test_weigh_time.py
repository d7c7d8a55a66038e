"""``python -m benchmarks.weigh_time``: parts of a ledger are weighed, and some more articles after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import allegedly
from allegedly.ledger import Ledger
from benchmarks import weigh_time
from tests.ledger.conftest import stored

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_line_for_a_part_and_one_for_each_time_more_is_weighed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a ledger that has fewer articles than are asked for, that is said."""
    monkeypatch.setattr(weigh_time, "MORE", 1)
    path = tmp_path / "few.ledger"
    with Ledger(path, make=True) as ledger:
        texts = ("The dam has a crack, Ana Ruiz said.", "The dam has a crack, the mayor said.", "Piet Oom lost eleven sheep.")
        stored(ledger, [allegedly.read(text, outlet=text[-9:], reader="rules") for text in texts])
    before = path.read_bytes()
    weigh_time.main([str(path), "--parts", "3", "9", "--again", "2"])
    whole, *more, median, fewer = capsys.readouterr().out.splitlines()
    assert whole.startswith("      2 articles: ")
    assert "% of reading at " in whole
    assert [line.split(":")[0].strip() for line in more] == ["1 more", "1 more"]
    assert median.startswith("        median of 2: ")
    assert fewer == "9 articles: the ledger has 3"
    assert path.read_bytes() == before


def test_the_rest_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What came to a ledger since it was weighed is weighed in copies: the ledger stays as it is."""
    path = tmp_path / "few.ledger"
    with Ledger(path, make=True) as ledger:
        for told in ("The dam has a crack, Ana Ruiz said.", "The dam has a crack, the mayor said."):
            ledger.weigh()
            stored(ledger, [allegedly.read(told, reader="rules")])
    before = path.read_bytes()
    weigh_time.main([str(path), "--rest"])
    more, median = capsys.readouterr().out.splitlines()
    assert more.startswith("        1 more: ")
    assert median.startswith("        median of 1: ")
    assert path.read_bytes() == before
