"""The values of a record's fields, from JSON or from a table → :class:`~allegedly.intake.record.Record`."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from allegedly.errors import Refused, Unreadable
from allegedly.intake import dates
from allegedly.intake.record import Record

_EPOCH = (10, 13)
"""Digits of a time in seconds, or milliseconds, since 1970, as tables write it."""


class Bad(Exception):
    """What is wrong with a record, and what to do."""


def kind(value: object) -> str:
    """What a value is, in words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    kinds = {str: "a string", int: "a number", float: "a number", list: "a list"}
    return "an object" if isinstance(value, dict) else kinds.get(type(value), "null")


def absent(value: object) -> bool:
    """Whether a value says nothing: null, an empty string, or the NaN that data frames write."""
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def usable(field: str, value: object) -> bool:
    """Whether a value can be of that field, where the field was guessed by its name."""
    if isinstance(value, bool) or absent(value):
        return False
    if field == "byline" and isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    if field == "outlet" and isinstance(value, str) and "://" in value:
        return False
    return isinstance(value, (str, int, float) if field in ("id", "published") else str)


def record_of(name: str, values: Mapping[str, object]) -> Record:
    """The record with these values, by field.

    Raises:
        Bad: A value cannot be of its field.
    """
    text = values.get("text")
    if not isinstance(text, str):
        raise Bad(f"has {kind(text)} as its text, not a string; correct it")
    day, unknown = _published(values.get("published"))
    notes = (dates.left_out(unknown),) if unknown else ()
    title, outlet, url, byline = (_words(field, values.get(field)) for field in ("title", "outlet", "url", "byline"))
    return Record(name, text, title, outlet, url, byline, published=day, key=_key(values.get("id")), notes=notes)


def row_of(name: str, values: Mapping[str, object], guessed: Collection[str]) -> Record | Refused:
    """The record of a table's row; what was guessed of it counts only where it can be what it was guessed to be."""
    sure = {field: value for field, value in values.items() if field == "text" or field not in guessed or usable(field, value)}
    try:
        return record_of(name, sure)
    except Bad as problem:
        return Unreadable(name, str(problem))


def _words(field: str, value: object) -> str | None:
    if absent(value):
        return None
    if isinstance(value, list) and field == "byline" and all(isinstance(one, str) for one in value):
        return ", ".join(value) or None
    if not isinstance(value, str):
        raise Bad(f"has {kind(value)} as its {field}, not a string; correct it")
    return value


def _key(value: object) -> str | None:
    if value == "":
        return ""
    if absent(value):
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise Bad(f"has {kind(value)} as its id, not a string or a number; correct it")
    return str(value)


def _published(value: object) -> tuple[str | None, str | None]:
    """The day, and the words that could not be read as one."""
    if absent(value):
        return None, None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise Bad(f"has {kind(value)} as its published, not a date; write it as 2019-12-18")
    day = dates.day(str(value))
    if day is None and not isinstance(value, str):
        day = dates.day_of_epoch(value)
    elif day is None and isinstance(value, str) and value.isdecimal() and len(value) in _EPOCH:
        day = dates.day_of_epoch(int(value))
    return day, None if day else str(value)
