"""The tables of words behind the comparison of names: ``vocabulary/NAME.tsv``, each line with its reason."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The lines of a table, each as column → cell by the names in its first line."""
    lines = files("allegedly.weighing.entities").joinpath("vocabulary", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line)


def also(cell: str) -> list[str]:
    """The several words of one cell."""
    return [word for word in cell.split("|") if word]
