"""Parquet tables: each row is an article, read some at a time. It needs the extra ``parquet`` (pyarrow)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake.columns import Columns
from allegedly.intake.fields import row_of
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

_MAGIC = b"PAR1"
_ROWS = 64
"""Rows that are held at once."""
_GROUP = 1_000_000_000
"""Bytes of one column in one group of rows, unpacked; more is not needed by any and fills a laptop."""
_MESSAGE = 10_000_000
"""Bytes of what the file says of itself."""


def _looks(head: bytes) -> bool:
    return head.startswith(_MAGIC)


def _read(source: Input) -> Iterator[Record | Refused]:
    if find_spec("pyarrow") is None:
        raise Unreadable(
            source.name, "is a Parquet table, for which a package is missing; install it: pip install 'allegedly[parquet]'"
        )
    import pyarrow as pa
    from pyarrow import parquet

    damaged = "is a Parquet table that cannot be read; write it again"
    try:
        file = source.seekable()
        head = parquet.ParquetFile(
            file, pre_buffer=False, thrift_string_size_limit=_MESSAGE, thrift_container_size_limit=1_000_000
        )
        names = list(head.schema_arrow.names)
        chosen = Columns(source.terms.columns, source.note)
        columns = chosen.of_table(source.name, names)
        _check_size(source, head, set(columns.values()))
        rows = 0
        for number, values in _rows(source, columns, head):
            rows = number
            one = row_of(f"{source.name} row {number}", values, chosen.guessed)
            yield one
    except Refused:
        raise
    except (pa.ArrowException, OSError, ValueError, TypeError, KeyError, OverflowError, MemoryError) as error:
        raise Unreadable(source.name, damaged) from error
    if not rows:
        raise Empty(source.name, "names its columns and holds no row; give a table with an article in each row")


def _check_size(source: Input, head: Any, wanted: set[str]) -> None:  # noqa: ANN401 (pyarrow is an extra)
    """Refuse a table of which one piece would fill the memory."""
    for group in range(head.metadata.num_row_groups):
        about = head.metadata.row_group(group)
        for at in range(about.num_columns):
            column = about.column(at)
            if column.path_in_schema.split(".")[0] in wanted and column.total_uncompressed_size > _GROUP:
                raise TooLong(
                    source.name, f"has groups of rows of more than {_GROUP:,} bytes; write it again with a smaller row group size"
                )


def _rows(source: Input, columns: dict[str, str], head: Any) -> Iterator[tuple[int, dict[str, object]]]:  # noqa: ANN401 (the same)
    """Rows by number, each with its values by field."""
    from pyarrow import parquet

    # A text that is repeated is held once, as it lies in the file: a bomb of one long text a million times stays small.
    strings = [name for name in columns.values() if str(head.schema_arrow.field(name).type) in ("string", "large_string")]
    file = parquet.ParquetFile(source.seekable(), pre_buffer=False, read_dictionary=strings)
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS, columns=list(dict.fromkeys(columns.values())), use_threads=False):
        held = {field: batch.column(batch.schema.get_field_index(column)) for field, column in columns.items()}
        for at in range(batch.num_rows):
            number += 1
            yield number, {field: _value(column[at]) for field, column in held.items()}


def _value(scalar: Any) -> object:  # noqa: ANN401 (the same)
    """A cell as JSON would have it: times as they are written, bytes as text."""
    import pyarrow as pa

    kind = scalar.type
    if pa.types.is_temporal(kind):
        return scalar.cast(pa.string()).as_py()
    value = scalar.as_py()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, (str, int, float, list, dict, type(None))) else str(value)


FORMAT = Format(name="parquet", suffixes=(".parquet", ".pq"), looks=_looks, read=_read)
