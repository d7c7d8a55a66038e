"""``python -m benchmarks.weigh``: every step that it names can be asked for its figures."""

from __future__ import annotations

from importlib import import_module
from inspect import signature

import pytest

from benchmarks.weigh import STEPS, main


@pytest.mark.parametrize("step", STEPS)
def test_a_step_takes_what_it_is_given(step: str) -> None:
    """All steps are called with a list of arguments: one that takes none would end the run of all."""
    signature(import_module(f"benchmarks.weigh_{step}").main).bind([])


def test_no_such_step(capsys: pytest.CaptureFixture[str]) -> None:
    """It says which there are."""
    with pytest.raises(SystemExit):
        main(["origin"])
    assert "'origin' is no step; there are copies, entities, claims" in capsys.readouterr().err
