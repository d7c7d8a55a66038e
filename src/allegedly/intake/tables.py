"""Vocabularies of this room: tables of tab-separated values under ``vocabulary/``, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``vocabulary/<name>.tsv`` by column name; the first line names the columns."""
    lines = (files("allegedly.intake") / "vocabulary" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:] if line)
