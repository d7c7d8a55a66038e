"""The vocabularies of tracing: tables of words, with a reason for every line."""

from __future__ import annotations

from functools import cache

from allegedly.reading import vocabularies

Row = dict[str, str]


def rows(name: str) -> tuple[Row, ...]:
    """The lines of ``vocabulary/NAME.tsv`` beside this, as :func:`allegedly.reading.vocabularies.rows` has them.

    Raises:
        FileNotFoundError: there is no such vocabulary.
    """
    return vocabularies.rows(name, "weighing.origins")


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a vocabulary."""
    first = next(iter(rows(name)[0]))
    return frozenset(row[first] for row in rows(name))


@cache
def calendar(unit: str) -> tuple[str, ...]:
    """The names of days (``day``) or of months (``month``), in their order and not shortened: *Jan* is a name too."""
    return tuple(row["word"] for row in vocabularies.rows("calendar", "weighing") if row["unit"] == unit)
