"""JSON Lines, and JSON files that hold one object or a list: a record has ``text`` and perhaps more.

Known fields: ``text``, ``id``, ``title``, ``outlet``, ``published``, ``url``, ``byline``, or the usual other names of these
(:mod:`allegedly.intake.columns`); others are left alone. A bad record is refused and the others are read. ``NaN`` in a field
counts as null, as data frames write it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake.columns import Columns, known
from allegedly.intake.encoding import wide
from allegedly.intake.fields import Bad, kind, record_of, usable
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

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
        if name in made and known(name):
            made.twice = name
        made[name] = value
    return made


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


def _parsed(data: bytes) -> Any:  # noqa: ANN401 (JSON may be anything)
    try:
        return _DECODER.decode(data.decode("utf-8").strip("\ufeff \t\r\n"))
    except UnicodeDecodeError as error:
        raise Bad(f"is not valid UTF-8 (byte {error.start + 1}); save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        problem = error.msg[:1].lower() + error.msg[1:]
        raise Bad(f"is not valid JSON ({problem} at {where}); correct it") from error
    except RecursionError as error:
        raise Bad("is nested too deeply; give a flat object with a text field") from error
    except ValueError as error:  # a number of thousands of digits
        raise Bad("has a number that is too long; correct it") from error


def _record(name: str, value: object, columns: Columns) -> Record:
    if not isinstance(value, _Object):
        raise Bad(f'is {kind(value)}, not an object; write {{"text": …}}')
    if value.twice:
        raise Bad(f'has the field "{value.twice}" twice; keep one')
    found = columns.of(value, lambda field, column: usable(field, value[column]))
    if "text" not in found:
        raise Bad(columns.lacking(value))
    return record_of(name, {field: value[column] for field, column in found.items()})


def _read(source: Input) -> Iterator[Record | Refused]:
    encoding = wide(source.head)
    columns = Columns(source.terms.columns, source.note)
    if source.suffix == ".json" or encoding or source.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"[":
        data = source.whole(_WHOLE)
        if encoding:
            data = data.decode(encoding, "replace").encode("utf-8", "replace")
        yield from _whole(source, data, columns)
    else:
        yield from _lines(source, source.lines(source.characters * _ESCAPED + _BESIDE, skip_blank=True), columns)
    columns.ended()


def _whole(source: Input, data: bytes, columns: Columns) -> Iterator[Record | Refused]:
    """A file that is one JSON value, or after all one value a line."""
    try:
        value = _parsed(data)
    except Bad as problem:
        if b"\n" in data.strip() and _first_line_is_object(data):
            yield from _lines(source, ((i, line) for i, line in enumerate(data.split(b"\n"), 1)), columns)
            return
        raise Unreadable(source.name, str(problem)) from problem
    if not isinstance(value, list):
        yield _tried(source.name, value, columns, data)
        return
    if not value:
        raise Empty(source.name, "holds an empty list; give a list of objects with a text field")
    for number, one in enumerate(value, 1):
        yield _tried(f"{source.name} record {number}", one, columns)


def _first_line_is_object(data: bytes) -> bool:
    try:
        return isinstance(_parsed(data.strip().split(b"\n", 1)[0]), _Object)
    except Bad:
        return False


def _lines(source: Input, lines: Iterator[tuple[int, bytes | None]], columns: Columns) -> Iterator[Record | Refused]:
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
            except Bad as problem:
                yield Unreadable(name, str(problem))
            else:
                yield _tried(name, value, columns, line.rstrip(b"\r\n"))
    if not found:
        raise Empty(source.name, "holds no record; give one JSON object with a text field on each line")


def _tried(name: str, value: object, columns: Columns, raw: bytes | None = None) -> Record | Refused:
    try:
        return _record(name, value, columns)._replace(raw=raw)
    except Bad as problem:
        return Unreadable(name, str(problem))


def _looks(head: bytes) -> bool:
    """Whether the first line is a JSON object with a text in it."""
    first = head.lstrip(b" \t\r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        value = _parsed(first)
    except Bad:
        return False
    return isinstance(value, _Object) and any(known(name) == "text" for name in value)


FORMAT = Format(name="jsonl", suffixes=(".jsonl", ".ndjson", ".json"), looks=_looks, read=_read)
