"""Whose an outlet is: a list that the user gives, and before it a small one of our own, each line with its source."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable
from pathlib import Path

from allegedly.errors import BadFamilies
from allegedly.weighing.origins.outlets import plain
from allegedly.weighing.origins.vocabularies import rows

_LONGEST = 10_000_000
"""Characters of a list; the press of a whole country fills a tenth of that."""


def families_of(connection: sqlite3.Connection) -> Callable[[str], str]:
    """What gives an outlet's family; its own plain name where no list knows it."""
    known = {plain(row["outlet"]): row["family"] for row in rows("families")}
    known.update(connection.execute("SELECT outlet, family FROM families").fetchall())

    def family(outlet: str) -> str:
        return known.get(plain(outlet), plain(outlet))

    return family


def put_families(connection: sqlite3.Connection, path: Path) -> int:
    """Let the ledger have this list in place of an earlier one; how many outlets it has. Inside a transaction.

    Args:
        connection: The ledger.
        path: A CSV file with the columns ``outlet`` and ``family``.

    Raises:
        BadFamilies: It cannot be read, or is no such table.
    """
    given = read_families(path)
    connection.execute("DELETE FROM families")
    connection.executemany("INSERT INTO families VALUES (?, ?, ?)", [(name, family, path.name) for name, family in given.items()])
    # The trees stay, families are counted anew.
    connection.execute("UPDATE claims SET origins = NULL WHERE origins IS NOT NULL")
    return len(given)


def read_families(path: Path) -> dict[str, str]:
    """A list: the families by the outlets' plain names.

    Raises:
        BadFamilies: It cannot be read, or is no table with the columns ``outlet`` and ``family``.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read(_LONGEST + 1)
    except OSError as error:
        raise BadFamilies(str(path), f"cannot be read ({error.strerror or error}); check the path") from error
    except UnicodeDecodeError as error:
        raise BadFamilies(str(path), "is no UTF-8 text; save the list as CSV in UTF-8") from error
    if len(text) > _LONGEST:
        raise BadFamilies(str(path), f"has more than {_LONGEST:,} characters; give a list of outlets and their families")
    try:
        lines = list(csv.DictReader(text.splitlines(), strict=True))
    except csv.Error as error:
        raise BadFamilies(str(path), f"is no CSV ({error}); give a table with the columns outlet,family") from error
    if not lines or not {"outlet", "family"} <= set(lines[0]):
        raise BadFamilies(str(path), "has no columns outlet and family; let its first line be outlet,family")
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 2):
        outlet, family = plain(line["outlet"] or ""), " ".join((line["family"] or "").split())
        if not outlet or not family:
            raise BadFamilies(str(path), f"line {number} lacks an outlet or a family; give both or leave the line out")
        if found.setdefault(outlet, family) != family:
            raise BadFamilies(str(path), f"line {number} gives {line['outlet']} a second family; give one")
    return found
