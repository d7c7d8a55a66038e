"""Parquet tables: each row is an article, read some at a time. It needs the extra ``parquet`` (pyarrow)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import apart
from allegedly.intake.columns import Columns
from allegedly.intake.fields import row_of
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

_READER = "allegedly.intake.parquetrows"


def _looks(head: bytes) -> bool:
    return head.startswith(b"PAR1")


def _read(source: Input) -> Iterator[Record | Refused]:
    if find_spec("pyarrow") is None:
        raise Unreadable(
            source.name, "is a Parquet table, for which a package is missing; install it: pip install 'allegedly[parquet]'"
        )
    number = 0
    try:
        file = source.on_disk()
        names = next(apart.found(_READER, {}, file))["names"]
        chosen = Columns(source.terms.columns, source.note)
        wanted = {"columns": chosen.of_table(source.name, names), "characters": source.characters}
        for number, row in enumerate(apart.found(_READER, wanted, file), 1):
            name = f"{source.name} row {number}"
            if row.get("long"):
                limit = f"a row of at most {source.characters:,} characters"
                yield TooLong(name, f"is too long for {limit}; cut it, or raise the limit with --max-characters")
            else:
                yield row_of(name, row["values"], chosen.guessed)
    except (apart.Ended, StopIteration) as error:
        after = f" after row {number:,}" if number else ""
        raise Unreadable(source.name, f"is a Parquet table that cannot be read{after}; write it again") from error
    if not number:
        raise Empty(source.name, "names its columns and holds no row; give a table with an article in each row")


FORMAT = Format(name="parquet", suffixes=(".parquet", ".pq"), looks=_looks, read=_read)
