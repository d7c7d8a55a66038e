"""The text layer of a PDF, read in a process of its own: ``python -m allegedly.intake.pdftext CHARACTERS < FILE``.

A PDF is a program of sorts, and a hostile one takes all memory and time. This process may have so much of both and no more; what
it finds goes to standard output as JSON, and whoever started it says what is wrong where it does not come to an end.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import warnings
from typing import Any

MEMORY = 2_000_000_000
"""Bytes of address space."""
SECONDS = 60
"""Of processor time."""
PAGES = 5_000


def limit() -> None:
    """Limit this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; its caller's clock holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def found(data: bytes, characters: int) -> dict[str, Any]:
    """What a PDF holds: ``pages``, a text each, ``title``, ``made``; or ``wrong``, what is wrong with it."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"wrong": "encrypted"}
    count = len(reader.pages)
    if count > PAGES:
        return {"wrong": "long"}
    pages, size = [], 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > 2 * characters:
            return {"wrong": "long"}
        pages.append(text)
    return {"pages": pages, **_said(reader)}


def _said(reader: Any) -> dict[str, str | None]:  # noqa: ANN401 (pypdf is an extra, which need not be there)
    """Title and day of making, where they can be read; hostile metadata must not cost the text."""
    said: dict[str, str | None] = {"title": None, "made": None}
    try:
        metadata = reader.metadata
        said["title"] = str(metadata.title)[:500] if metadata and metadata.title else None
        made = metadata.creation_date if metadata else None
        said["made"] = made.date().isoformat() if made else None
    except Exception:  # noqa: BLE001 (whatever is wrong with them, they are not needed)
        return said
    return said


def main() -> None:
    """Read the file at standard input."""
    limit()
    logging.disable()
    warnings.simplefilter("ignore")
    try:
        result = found(sys.stdin.buffer.read(), int(sys.argv[1]))
    except Exception as error:  # noqa: BLE001 (whatever its reader raises, it is the file)
        result = {"wrong": "encrypted" if type(error).__name__ == "DependencyError" else "damaged"}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
