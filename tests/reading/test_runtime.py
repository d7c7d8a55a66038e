"""Nothing is told to anybody: what runs the networks leaves nothing behind, and reports nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_network_is_loaded_and_nothing_is_left_of_it(tmp_path: Path) -> None:
    """Neither in the home (an identifier, a queue of reports) nor where temporary files go is there anything afterwards."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("ORT_", "XDG_"))}
    environment |= {"HOME": str(home), "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT / "src")}
    code = "from allegedly.reading.network.marks import size; from allegedly.weighing.encoder import size as more; size(); more()"
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert sorted(tmp_path.rglob("*")) == [home, temporary]
