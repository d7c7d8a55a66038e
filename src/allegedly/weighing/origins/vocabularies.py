"""The vocabularies of tracing: tables of words, with a reason for every line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The lines of ``vocabulary/NAME.tsv``, each as column → cell by the names in its first line.

    Raises:
        FileNotFoundError: there is no such vocabulary.
    """
    lines = files("allegedly.weighing.origins").joinpath("vocabulary", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a vocabulary."""
    first = next(iter(rows(name)[0]))
    return frozenset(row[first] for row in rows(name))
