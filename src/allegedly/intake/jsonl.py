"""JSON Lines, and JSON files that hold one object or a list: a record has ``text`` and perhaps more.

Known fields: ``text``, ``id``, ``title``, ``outlet``, ``published``, ``url``, ``byline``; others are left alone. A bad
record is refused and the others are read. ``NaN`` in a field counts as null, as data frames write it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import dates
from allegedly.intake.encoding import wide
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

_WORDS = ("title", "outlet", "url", "byline")
_FIELDS = ("text", "id", "published", *_WORDS)
_ESCAPED = 6
"""Bytes that one character of text may take in JSON (``\\u00e9``)."""
_BESIDE = 1_000_000
"""Bytes that a record may have beside its text."""
_WHOLE = 256_000_000
"""Bytes of a ``.json`` file, which must be held as a whole."""


class _Object(dict[str, Any]):
    """A JSON object that remembers which of its names came twice."""

    twice: str | None = None


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object()
    for name, value in pairs:
        if name in made and name in _FIELDS:
            made.twice = name
        made[name] = value
    return made


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


class _Bad(Exception):
    """What is wrong with a record."""


def _parsed(data: bytes) -> Any:  # noqa: ANN401 (JSON may be anything)
    try:
        return _DECODER.decode(data.decode("utf-8").strip("\ufeff \t\r\n"))
    except UnicodeDecodeError as error:
        raise _Bad(f"is not valid UTF-8 (byte {error.start + 1}); save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        problem = error.msg[:1].lower() + error.msg[1:]
        raise _Bad(f"is not valid JSON ({problem} at {where}); correct it") from error
    except RecursionError as error:
        raise _Bad("is nested too deeply; give a flat object with a text field") from error
    except ValueError as error:  # a number of thousands of digits
        raise _Bad("has a number that is too long; correct it") from error


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    return {str: "a string", int: "a number", float: "a number", list: "a list", _Object: "an object"}.get(type(value), "null")


def _absent(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def _words(record: _Object, field: str) -> str | None:
    value = record.get(field)
    if _absent(value):
        return None
    if isinstance(value, list) and field == "byline" and all(isinstance(one, str) for one in value):
        return ", ".join(value) or None
    if not isinstance(value, str):
        raise _Bad(f"has {_kind(value)} as its {field}, not a string; correct it")
    return value


def _key(record: _Object) -> str | None:
    value = record.get("id")
    if value == "":
        return ""
    if _absent(value):
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise _Bad(f"has {_kind(value)} as its id, not a string or a number; correct it")
    return str(value)


def _published(record: _Object) -> tuple[str | None, str | None]:
    """The day, and the words that could not be read as one."""
    value = record.get("published")
    if _absent(value):
        return None, None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise _Bad(f"has {_kind(value)} as its published, not a date; write it as 2019-12-18")
    day = dates.day(str(value)) or (None if isinstance(value, str) else dates.day_of_epoch(value))
    return day, None if day else str(value)[:40]


def _record(name: str, value: object) -> Record:
    if not isinstance(value, _Object):
        raise _Bad(f'is {_kind(value)}, not an object; write {{"text": …}}')
    if value.twice:
        raise _Bad(f'has the field "{value.twice}" twice; keep one')
    if "text" not in value:
        names = ", ".join(f'"{field[:30]}"' for field in list(value)[:6])
        raise _Bad(f'has no field "text"{f" (it has {names})" if names else ""}; name the article\'s text so')
    text = value["text"]
    if not isinstance(text, str):
        raise _Bad(f"has {_kind(text)} as its text, not a string; correct it")
    day, unknown = _published(value)
    notes = (f"its published {unknown!r} is not read as a day and is left out; write it as 2019-12-18",) if unknown else ()
    title, outlet, url, byline = (_words(value, field) for field in _WORDS)
    key = _key(value)
    return Record(name=name, text=text, title=title, outlet=outlet, url=url, byline=byline, key=key, published=day, notes=notes)


def _read(source: Input) -> Iterator[Record | Refused]:
    encoding = wide(source.head)
    if source.suffix == ".json" or encoding or source.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"[":
        data = source.whole(_WHOLE)
        if encoding:
            data = data.decode(encoding, "replace").encode("utf-8", "replace")
        yield from _whole(source, data)
    else:
        yield from _lines(source, source.lines(source.characters * _ESCAPED + _BESIDE))


def _whole(source: Input, data: bytes) -> Iterator[Record | Refused]:
    """A file that is one JSON value, or after all one value a line."""
    try:
        value = _parsed(data)
    except _Bad as problem:
        if b"\n" in data.strip() and _first_line_is_object(data):
            yield from _lines(source, ((i, line) for i, line in enumerate(data.split(b"\n"), 1)))
            return
        raise Unreadable(source.name, str(problem)) from problem
    if not isinstance(value, list):
        yield _tried(source.name, value)
        return
    if not value:
        raise Empty(source.name, "holds an empty list; give a list of objects with a text field")
    for number, one in enumerate(value, 1):
        yield _tried(f"{source.name} record {number}", one)


def _first_line_is_object(data: bytes) -> bool:
    try:
        return isinstance(_parsed(data.strip().split(b"\n", 1)[0]), _Object)
    except _Bad:
        return False


def _lines(source: Input, lines: Iterator[tuple[int, bytes | None]]) -> Iterator[Record | Refused]:
    found = False
    for number, line in lines:
        name = f"{source.name} line {number}"
        if line is None:
            found = True
            limit = f"a record of at most {source.characters:,} characters"
            yield TooLong(name, f"is too long for {limit}; cut it, or raise the limit with --max-characters")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            found = True
            try:
                value = _parsed(line)
            except _Bad as problem:
                yield Unreadable(name, str(problem))
            else:
                yield _tried(name, value)
    if not found:
        raise Empty(source.name, "holds no record; give one JSON object with a text field on each line")


def _tried(name: str, value: object) -> Record | Refused:
    try:
        return _record(name, value)
    except _Bad as problem:
        return Unreadable(name, str(problem))


def _looks(head: bytes) -> bool:
    """Whether the first line is a JSON object with a text in it."""
    first = head.lstrip(b" \t\r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{") or b'"text"' not in first:
        return False
    try:
        value = _parsed(first)
    except _Bad:
        return False
    return isinstance(value, _Object) and "text" in value


FORMAT = Format(name="jsonl", suffixes=(".jsonl", ".ndjson", ".json"), looks=_looks, read=_read)
