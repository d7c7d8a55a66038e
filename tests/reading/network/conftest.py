"""What the tests of the network share: an article from a text, with its quotations and what the network makes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.frames import Layout
from allegedly.reading.network.marks import Marks
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.quotations import find_quotations


@pytest.fixture(scope="session")
def layout_of_text(parse_of_text: Callable[[str], Parse]) -> Callable[[str], Layout]:
    """A function from a text to its parse with its quotations."""
    return lambda text: Layout(parse_of_text(text), find_quotations(text, paragraphs_of(text)))


@pytest.fixture(scope="session")
def seen_of_text(layout_of_text: Callable[[str], Layout]) -> Callable[[str], tuple[Layout, Marks]]:
    """A function from a text to its layout and the network's marks of it."""

    def seen(text: str) -> tuple[Layout, Marks]:
        layout = layout_of_text(text)
        return layout, Marks(layout.parse, layout.quotations)

    return seen
