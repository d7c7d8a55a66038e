"""What the tests of the reading rooms share: the real pipeline, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading import pipeline
from allegedly.reading.parse import Parse


@pytest.fixture(scope="session")
def parse_of_text() -> Callable[[str], Parse]:
    """A function from a text to its parse by the pipeline that is installed."""
    nlp = pipeline.load()
    return lambda text: pipeline.parse_text(text, nlp)
