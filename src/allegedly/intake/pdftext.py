"""The text layer of a PDF, read in a process of its own: see :mod:`allegedly.intake.apart`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from allegedly.intake import apart

_PAGES = 5_000


def text(wanted: dict[str, Any], file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """What a PDF holds: ``pages``, a text each, ``title``, ``made``; or ``wrong``, what is wrong with it."""
    import pypdf

    try:
        reader = pypdf.PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            yield {"wrong": "encrypted"}
            return
        pages: list[str] = []
        size = 0
        for page in reader.pages:
            one = page.extract_text()
            size += len(one)
            if size > 2 * wanted["characters"] or len(pages) >= _PAGES:
                yield {"wrong": "long"}
                return
            pages.append(one)
    except Exception as error:  # noqa: BLE001 (whatever its reader raises, it is the file)
        yield {"wrong": "encrypted" if type(error).__name__ == "DependencyError" else "damaged"}
        return
    yield {"pages": pages, **_said(reader)}


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


if __name__ == "__main__":
    apart.answer(text)
