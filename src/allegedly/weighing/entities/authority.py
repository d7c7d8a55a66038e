"""The user's own lists of who is who: read from a file, kept in the ledger, and looked up by name.

A list is a CSV table with the columns ``id`` and ``name`` and, where it has them, ``aliases`` (with ``|`` or ``;`` between) and
``kind``; or FollowTheMoney entities as JSON Lines, such as OpenSanctions gives out. What a list says comes before what is worked
out: names of one entry are one, two entries are two; only people's reviews come before it. Its ids are kept and shown.
"""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from allegedly.errors import BadList
from allegedly.ledger.names import NAMED, folded
from allegedly.weighing.entities.bodies import group
from allegedly.weighing.entities.clustering import Given
from allegedly.weighing.entities.keys import digest, keys
from allegedly.weighing.entities.named import Identity, Named
from allegedly.weighing.entities.scoring import verdict

LONGEST = 1_000_000
"""Bytes of a line."""
MOST_NAMES = 200
"""Names of one entry; more are left out."""
MOST = 2_000_000
"""Entries of a list."""
_NAME = 200
"""Characters of a name; a longer one is none."""
_SCHEMATA = {
    "Person": "person",
    "Organization": "organisation",
    "PublicBody": "organisation",
    "Company": "organisation",
    "LegalEntity": None,
}
"""FollowTheMoney's schemata of those who are named in the news, and the kinds that they are here; null: any kind."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a list."""

    id: str
    name: str
    names: tuple[str, ...]
    """All its names, the first among them."""
    kind: str | None = None
    more: dict[str, list[str]] = {}
    """Whatever else the list says, as it says it."""


def entries(path: str | Path) -> list[Entry]:
    """The entries of a list.

    Raises:
        BadList: It is missing, or not in one of the two forms, or a line of it is not.
    """
    path = Path(path)
    try:
        with path.open("rb") as lines:
            first = lines.readline(LONGEST + 1)
    except OSError as error:
        raise BadList(str(path), f"cannot be read ({error.strerror}); name a CSV or JSON Lines file") from error
    found = _followthemoney(path) if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") else _csv(path)
    made: dict[str, Entry] = {}
    for entry in found:
        if entry.id in made:
            raise BadList(str(path), f"two entries have the id {entry.id!r}; give each its own")
        if len(made) >= MOST:
            raise BadList(str(path), f"has more than {MOST:,} entries; give a part of it")
        made[entry.id] = entry
    if not made:
        raise BadList(str(path), "has no entry with a name; a CSV file needs the columns id and name")
    return list(made.values())


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with path.open("rb") as lines:
        for number in range(1, 1 << 62):
            line = lines.readline(LONGEST + 1)
            if not line:
                return
            if len(line) > LONGEST:
                raise BadList(f"{path}, line {number}", f"is longer than {LONGEST:,} bytes; no entry is so long, leave it out")
            try:
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise BadList(f"{path}, line {number}", "is not UTF-8; save the list as UTF-8") from None


def _csv(path: Path) -> Iterator[Entry]:
    at = [0]

    def lines() -> Iterator[str]:
        for number, line in _lines(path):
            at[0] = number
            if "\0" in line:
                raise BadList(f"{path}, line {number}", "has a character that no text has; save the list as CSV text")
            yield line

    source = lines()
    head = next(source, "")
    between = max(",;\t", key=head.count)
    try:
        columns = [cell.strip().casefold() for cell in next(csv.reader([head], delimiter=between), [])]
        if "id" not in columns or "name" not in columns:
            raise BadList(str(path), "has no columns id and name; its first line names them: id,name,aliases,kind")
        for cells in csv.reader(source, delimiter=between):
            row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
            if not any(row.values()):
                continue
            where = f"{path}, line {at[0]}"
            if not row.get("id") or not folded(row.get("name", "")):
                raise BadList(where, "has no id or no name; every entry needs both")
            kind = row.get("kind") or None
            if kind is not None and kind not in NAMED:
                raise BadList(where, f"{kind!r} is no kind; there are {', '.join(sorted(NAMED))}")
            also = row.get("aliases", "").replace(";", "|").split("|")
            more = {c: [v] for c, v in row.items() if c not in ("id", "name", "aliases", "kind") and v}
            yield Entry(id=row["id"], name=row["name"], names=_names([row["name"], *also]), kind=kind, more=more)
    except csv.Error as error:
        raise BadList(f"{path}, line {at[0]}", f"is no line of a table ({error}); save the list as CSV") from error


class _Thing(msgspec.Struct):
    """A FollowTheMoney entity."""

    id: str
    schema: str
    properties: dict[str, list[Any]] = {}
    caption: str | None = None


def _followthemoney(path: Path) -> Iterator[Entry]:
    decoder = msgspec.json.Decoder(_Thing)
    for number, line in _lines(path):
        if not line.strip():
            continue
        try:
            thing = decoder.decode(line)
        except (msgspec.DecodeError, RecursionError) as error:
            raise BadList(
                f"{path}, line {number}", f"is no FollowTheMoney entity ({error}); give id, schema, properties"
            ) from error
        if thing.schema not in _SCHEMATA:
            continue
        properties = {name: [v for v in values if isinstance(v, str)] for name, values in thing.properties.items()}
        names = _names([*properties.get("name", ()), *properties.get("alias", ()), *_told(properties.get("weakAlias", ()))])
        if not names or not thing.id.strip():
            continue
        more = {k: properties[k][:20] for k in ("country", "birthDate", "deathDate", "position", "topics") if properties.get(k)}
        yield Entry(id=thing.id.strip(), name=names[0], names=names, kind=_SCHEMATA[thing.schema], more=more)


def _told(weak: Iterable[str]) -> list[str]:
    """Weak aliases that tell who is meant: of two words or more."""
    return [name for name in weak if len(name.split()) > 1]


def _names(given: Iterable[str]) -> tuple[str, ...]:
    names = [" ".join(name.split()) for name in given]
    return tuple(dict.fromkeys(name for name in names if folded(name) and len(name) <= _NAME))[:MOST_NAMES]


def put_lists(connection: sqlite3.Connection, paths: Iterable[str | Path]) -> int:
    """Keep these lists in the ledger in place of those that were there; how many entries they have. Inside a transaction.

    Raises:
        BadList: One cannot be used; then nothing is changed.
    """
    lists = [(Path(path).name, entries(path)) for path in paths]
    seen: set[str] = set()
    for name, _ in lists:
        if name in seen:
            raise BadList(name, "two lists have this file name; give one of them another")
        seen.add(name)
    connection.execute("UPDATE wholes SET authority = NULL")
    connection.execute("DELETE FROM name_keys WHERE entity < 0")
    connection.execute("DELETE FROM authority_names")
    connection.execute("DELETE FROM authorities")
    for name, every in lists:
        for entry in every:
            more = msgspec.json.encode(entry.more).decode() if entry.more else None
            row = connection.execute(
                "INSERT INTO authorities (list, id, kind, name, more) VALUES (?, ?, ?, ?, ?)",
                (name, entry.id, entry.kind, entry.name, more),
            ).lastrowid
            assert row is not None
            own = {folded(one) for one in entry.names}
            connection.executemany("INSERT INTO authority_names VALUES (?, ?)", [(one, row) for one in sorted(own)])
            found = {digest(key) for one in named_of(entry.names, entry.kind) for key in keys(one)}
            connection.executemany("INSERT INTO name_keys VALUES (?, ?)", [(key, -row) for key in sorted(found)])
    return sum(len(every) for _, every in lists)


def named_of(names: Iterable[str], kind: str | None, facet: str = "") -> list[Named]:
    """An entry as one that no article names yet, under each of its names; places are known by their names alone."""
    kinds = [kind] if kind else ["person", "organisation"]
    return [
        Named(name=folded(name), kind=each, facet=facet, shown=name, articles=0)
        for name in names
        for each in kinds
        if group(each) != "land"
    ]


class Lists:
    """The lists of a ledger, as far as they are about those who are resolved."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.marks: dict[Identity, int] = {}
        """Which entry each is."""
        self.given: list[Given] = []
        self.named: list[Named] = []
        """The entries themselves, under all their names, so that spellings that they do not list find them too."""

    def take(self, every: Iterable[Named], near: Iterable[int]) -> None:
        """Take in those who are resolved, and the entries that may be among them."""
        by_name: dict[int, list[Named]] = {}
        for one in every:
            row = self._entry_of(one)
            if row is not None:
                by_name.setdefault(row, []).append(one)
        for row in sorted({*near, *by_name}):
            called, own, kind, listed = self._entry(row)
            words = f"{own} of {called} ({listed})"
            names = [name for (name,) in self.connection.execute("SELECT name FROM authority_names WHERE authority = ?", (row,))]
            entries_ = named_of([own, *(name for name in names if name != folded(own))], kind, f"list {row}")
            first: Identity | None = None
            for one in entries_:
                self.marks[one.identity] = row
                self.named.append(one)
                first = first or one.identity
                if one.identity != first:
                    self.given.append(Given(first, one.identity, words))
            # Of namesakes who are not one, the one in most articles is the one whom a list knows.
            found = sorted(by_name.get(row, ()), key=lambda one: (-one.articles, one.identity))
            for one in found:
                if one is found[0] or verdict(found[0], one).relation != "apart":
                    self.marks[one.identity] = row
                    first = first or one.identity
                    if one.identity != first:
                        self.given.append(Given(first, one.identity, f"{one.shown or one.name} is {words}"))

    def _entry(self, row: int) -> tuple[str, str, str | None, str]:
        found: tuple[str, str, str | None, str] = self.connection.execute(
            "SELECT list, name, kind, id FROM authorities WHERE authority = ?", (row,)
        ).fetchone()
        return found

    def _entry_of(self, one: Named) -> int | None:
        """The entry that has this name, where it is one alone."""
        rows = self.connection.execute(
            "SELECT a.authority, a.kind FROM authority_names n JOIN authorities a USING (authority) WHERE n.name = ?", (one.name,)
        ).fetchall()
        fits = [int(row) for row, kind in rows if (group(one.kind) == group(kind) if kind else group(one.kind) != "land")]
        return fits[0] if len(fits) == 1 else None
