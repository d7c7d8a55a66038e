"""The public format: one JSON object for each article, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from allegedly.model import Reading, to_json

# They stand in strings only, so an escape says the same; raw, some terminals would act on them.
_STEERING = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def write(readings: Iterable[Reading], file: TextIO, *, width: int, colour: bool) -> None:  # noqa: ARG001 (every format takes them)
    """Write each reading as one line; control characters and marks of direction as JSON escapes."""
    for reading in readings:
        file.write(harmless(to_json(reading).decode("utf-8")) + "\n")
        file.flush()


def harmless(json: str) -> str:
    """JSON in which control characters and marks of direction are escapes."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
