"""The rows of a Parquet table, read in a process of its own: see :mod:`allegedly.intake.apart`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import IO, Any

from allegedly.intake import apart

_ROWS = 64
"""Rows that are held at once."""
_MESSAGE = 10_000_000
"""Bytes of what the file says of itself."""
_WORDS = 10_000
"""Characters of a cell beside the text."""


def rows(wanted: dict[str, Any], file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The names of the columns, or, where ``wanted`` says which (``columns``, field → column), the rows' values by field."""
    from pyarrow import parquet

    head = parquet.ParquetFile(file, pre_buffer=False, thrift_string_size_limit=_MESSAGE, thrift_container_size_limit=1_000_000)
    columns = wanted.get("columns")
    if columns is None:
        yield {"names": list(head.schema_arrow.names)}
        return
    # A text that is repeated is held once, as it lies in the file: a bomb of one long text a million times stays small.
    strings = [name for name in columns.values() if str(head.schema_arrow.field(name).type) in ("string", "large_string")]
    file.seek(0)
    table = parquet.ParquetFile(file, pre_buffer=False, read_dictionary=strings)
    names = list(dict.fromkeys(columns.values()))
    for batch in table.iter_batches(batch_size=_ROWS, columns=names, use_threads=False):
        held = {field: batch.column(batch.schema.get_field_index(column)) for field, column in columns.items()}
        for at in range(batch.num_rows):
            values = {field: _value(column[at]) for field, column in held.items()}
            text = values["text"]
            long = isinstance(text, str) and len(text) > wanted["characters"]
            short = {field: _short(value) for field, value in values.items() if field != "text"}
            yield {"long": True} if long else {"values": {**short, "text": text}}


def _short(value: object) -> object:
    if isinstance(value, list):
        return [_short(one) for one in value[:100]]
    return value[:_WORDS] if isinstance(value, str) else value


def _value(scalar: Any) -> object:  # noqa: ANN401 (pyarrow is an extra)
    """A cell as JSON would have it: times as they are written, bytes as text."""
    import pyarrow as pa

    if pa.types.is_temporal(scalar.type):
        return scalar.cast(pa.string()).as_py()
    value = scalar.as_py()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return value if all(isinstance(one, (str, int, type(None))) for one in value) else [str(one) for one in value]
    if isinstance(value, float) and math.isnan(value):
        return None
    return value if isinstance(value, (str, int, float, type(None))) else str(value)


if __name__ == "__main__":
    apart.answer(rows)
