"""The vocabularies: tables of words, with a reason for every line."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str, room: str = "reading") -> tuple[dict[str, str], ...]:
    """The lines of ``ROOM/vocabulary/NAME.tsv``, each as column → cell by the names in its first line.

    Raises:
        FileNotFoundError: there is no such vocabulary.
    """
    lines = files(f"allegedly.{room}").joinpath("vocabulary", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line)
