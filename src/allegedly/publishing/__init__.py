"""Readings → what people and other tools read. A new format is one module of this room and its name in ``_MODULES``."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TextIO

from allegedly.model import Reading
from allegedly.publishing.choice import chosen

_MODULES = {"page": "page", "json": "lines", "jsonl": "lines", "csv": "table", "csv-happenings": "happenings", "html": "html"}
FORMATS = tuple(_MODULES)
"""The names of the formats."""


def write(
    readings: Iterable[Reading],
    form: str,
    file: TextIO,
    *,
    min_confidence: float = 0.0,
    width: int | None = 100,
    colour: bool = False,
) -> None:
    """Write readings in a format, one after the other as they come.

    Args:
        readings: What was read.
        form: One of :data:`FORMATS`: ``page`` for a terminal; ``json`` and ``jsonl``, one object on each line in the
            public format; ``csv``, one row for each statement; ``csv-happenings``, one for each happening; ``html``, one file
            that needs nothing else.
        file: Where to.
        min_confidence: Statements and other records below this confidence are left out.
        width: Columns of a page.
        colour: Whether a page has colour.

    Raises:
        ValueError: there is no such format.
    """
    if form not in _MODULES:
        raise ValueError(f"there is no format {form!r}; there are {', '.join(FORMATS)}")
    module = import_module(f"allegedly.publishing.{_MODULES[form]}")
    module.write((chosen(reading, min_confidence) for reading in readings), file, width=width or 100, colour=colour)
