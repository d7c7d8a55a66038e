"""Which column of a table, or field of a JSON record, is read as what: as a person says, or else by the usual names.

Our own names count before others (``vocabulary/columns.tsv`` lists them all, the surest of each field first). What is read
under another name without having been said is told once a file, before it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, lru_cache

from allegedly.errors import Unreadable
from allegedly.intake.tables import table

FIELDS = ("text", "id", "title", "outlet", "published", "url", "byline")
"""What an article's columns can be read as."""
_SHOWN = 12
"""Columns that a sentence lists."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN = re.compile(r"[\W_]+")


@cache
def _known() -> dict[str, tuple[str, int]]:
    """Column → the field that it is read as, and its place among those of the same field."""
    return {row["column"]: (row["field"], at) for at, row in enumerate(table("columns"))}


@lru_cache(4096)
def _plain(name: str) -> str:
    """A column's name in small letters and with underscores: ``Published At`` and ``publishedAt`` are ``published_at``."""
    plain = _BETWEEN.sub("_", _CAMEL.sub("_", name.strip()).lower())
    return plain if plain in _known() else plain.strip("_")


def known(name: str) -> str | None:
    """The field as which a column of that name is read; null where it is not known."""
    found = _known().get(_plain(name[:60]))
    return found[0] if found else None


def parsed(words: Iterable[str]) -> dict[str, str]:
    """Field → column, from what a person wrote: ``text=body,title=headline``, once or several times.

    Raises:
        ValueError: It is not written so, a field is none of :data:`FIELDS`, or is said twice.
    """
    found: dict[str, str] = {}
    for pair in (pair for word in words for pair in word.split(",")):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not (equals and field and column):
            raise ValueError(f"{pair!r} does not say which column is read as what; write it as text=body")
        if field in found:
            raise ValueError(f"{field} is set twice; name one column for it")
        found[field] = column
    return checked(found)


def checked(given: Mapping[str, str]) -> dict[str, str]:
    """The same mapping, where its fields are known.

    Raises:
        ValueError: A field is none of :data:`FIELDS`.
    """
    for field in given:
        if field not in FIELDS:
            raise ValueError(f"{field!r} is no field of an article; those are {', '.join(FIELDS)}")
    return dict(given)


def listed(columns: Iterable[str]) -> str:
    """Columns as a sentence lists them, in brackets and with a space before; nothing where there are none."""
    names = [f'"{" ".join(str(name).split())[:30]}"' for name in columns]
    more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    return f" (it has {', '.join(names[:_SHOWN])}{more})" if names else ""


class Columns:
    """The columns of one file, as a person set them or as they are guessed."""

    def __init__(self, given: Mapping[str, str], note: Callable[[str], None]) -> None:
        """``given`` is field → column; ``note`` is told of each guess."""
        self._given = given
        self._note = note
        self.guessed: set[str] = set()
        """The fields of which a column was guessed."""
        self._told: set[tuple[str, str]] = set()
        self._missed = dict(given)

    def of(self, names: Collection[str], usable: Callable[[str, str], bool] = lambda _field, _name: True) -> dict[str, str]:
        """Field → column, for columns of these names; what is guessed is told where it was not yet.

        Args:
            names: The columns.
            usable: Whether a column that would be guessed for a field holds what the field can be.
        """
        found = {field: column for field, column in self._given.items() if column in names}
        for field in found if self._missed else ():
            self._missed.pop(field, None)
        taken = set(found.values())
        for field in FIELDS:
            if field not in self._given and field in names and field not in taken:
                found[field] = field
                taken.add(field)
        guessed: dict[str, tuple[int, str]] = {}
        for name in names:
            field, at = _known().get(_plain(name[:60]), ("", 0))
            free = field and field not in found and field not in self._given and name not in taken
            if free and at < guessed.get(field, (1_000, ""))[0] and usable(field, name):
                guessed[field] = (at, name)
        new = {field: name for field, (_, name) in guessed.items() if (field, name) not in self._told}
        if new and ("text" in found or "text" in guessed):
            self._told.update(new.items())
            pairs = ", ".join(f'"{" ".join(new[field].split())[:30]}" as {field}' for field in FIELDS if field in new)
            self._note(f"reads {pairs}; say otherwise with --map FIELD=COLUMN")
        self.guessed.update(guessed)
        return found | {field: name for field, (_, name) in guessed.items()}

    def lacking(self, names: Iterable[str]) -> str:
        """What is wrong with a record whose fields of these names hold no text."""
        column = self._given.get("text")
        if column:
            return f'has no field "{column}"{listed(names)}; name one of these with --map text=FIELD'
        return f'has no field "text"{listed(names)}; name the article\'s text so, or say which it is with --map text=FIELD'

    def ended(self) -> None:
        """Tell what a person named and no record had."""
        if self._missed:
            self._note(f"no record has {', '.join(map(repr, self._missed.values()))}, which --map names; look at its fields")

    def of_table(self, name: str, names: list[str]) -> dict[str, str]:
        """The same for the columns that a table's head names.

        Raises:
            Unreadable: A column that was named is not there, is there twice, or none is known to hold the text.
        """
        for column in self._given.values():
            if column not in names:
                raise Unreadable(name, f'has no column "{column}"{listed(names)}; name one of these with --map')
        found = self.of(names)
        if "text" not in found:
            raise Unreadable(name, f"has no column that is known to hold the text{listed(names)}; name it with --map text=COLUMN")
        for column in found.values():
            if names.count(column) > 1:
                raise Unreadable(name, f'has the column "{column}" twice; keep one')
        return found
