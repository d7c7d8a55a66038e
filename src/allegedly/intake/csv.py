"""Tables as text, CSV and TSV: the first row names the columns, each row after it is an article.

The delimiter is told from the first row. A row that is ragged, or that opens a quotation mark that nothing closes, is refused,
and the next line is read as a row of its own, so that one stray mark costs one article and not the rest of the file.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake.columns import Columns, known
from allegedly.intake.encoding import NotText, decode, decode_line, wide
from allegedly.intake.fields import row_of
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

_DELIMITERS = (",", "\t", ";", "|")
_BESIDE = 1_000_000
"""Bytes that a row may have beside its text."""
_LINES = 100_000
"""Lines of one row, and empty rows after one another; more are no article and no table."""
_SAID = re.compile(r"sep=(.)\r?\n?$")
"""The line that Excel puts before the first row to say how cells are separated."""


class _Long(Exception):
    """A row that is longer than any may be."""


class _Lines:
    """The lines of a table, for the csv reader; those of the row at hand can be taken back."""

    def __init__(self, source: Input) -> None:
        self.limit = 4 * source.characters + _BESIDE
        encoding = wide(source.head)
        self._lines = source.lines(self.limit, encoding)
        self._again: deque[tuple[int, bytes]] = deque()
        self.row: list[tuple[int, bytes]] = []
        """The lines of the row at hand, by number."""
        self.size = 0
        self.wrong: NotText | None = None
        """What is wrong with one of them."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        number, line = self._again.popleft() if self._again else next(self._lines)
        if line is None:
            self.row.append((number, b""))
            raise _Long
        self.row.append((number, line))
        self.size += len(line)
        if self.size > self.limit or len(self.row) > _LINES:
            raise _Long
        try:
            text = decode_line(line)
        except NotText as finding:
            self.wrong = finding
            text = line.decode("utf-8", "replace")
        return text.removeprefix("\ufeff") if number == 1 else text

    def start(self) -> None:
        """Begin a new row."""
        self.row, self.size, self.wrong = [], 0, None

    def back(self) -> None:
        """Give the lines of the row at hand once more, but for the first."""
        self._again.extendleft(reversed(self.row[1:]))

    @property
    def number(self) -> int:
        """The number of the line at which the row at hand begins."""
        return self.row[0][0]


def delimiter_of(first: str) -> str:
    """What separates the cells of a table whose first line this is: what gives most known columns, and then most columns."""

    def score(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip().strip('"') for cell in first.strip().split(delimiter)]
        return sum(known(cell) is not None for cell in cells), len(cells)

    return max(_DELIMITERS, key=score)


def _looks(head: bytes) -> bool:
    """Whether the first line names columns that are known, the text among them."""
    lines = head.split(b"\n", 1)
    if len(lines) < 2 or len(lines[0]) > 2000:
        return False
    first = lines[0].decode("utf-8", "replace")
    cells = [cell.strip().strip('"') for cell in first.strip().split(delimiter_of(first))]
    fields = [known(cell) for cell in cells]
    return len(set(fields) - {None}) > 1 and "text" in fields


def _read(source: Input) -> Iterator[Record | Refused]:
    try:
        decode(source.head)
    except NotText as finding:
        raise Unreadable(source.name, f"{finding.args[0]}; {finding.args[1]}") from finding
    lines = _Lines(source)
    delimiter = _delimiter(source, lines)
    csv.field_size_limit(max(csv.field_size_limit(), lines.limit))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    names = _head(source, lines, reader)
    chosen = Columns(source.terms.columns, source.note)
    columns = {field: names.index(column) for field, column in chosen.of_table(source.name, names).items()}
    any_row, empty = False, 0
    while True:
        lines.start()
        try:
            cells = next(reader)
        except StopIteration:
            break
        except _Long:
            any_row = True
            limit = f"a row of at most {source.characters:,} characters"
            name = f"{source.name} line {lines.number}"
            yield TooLong(name, f"is too long for {limit}; cut it, or raise the limit with --max-characters")
            continue
        except csv.Error as error:
            any_row = True
            yield Unreadable(f"{source.name} line {lines.number}", _fault(error, delimiter))
            lines.back()
            continue
        empty = 0 if cells else empty + 1
        if empty > _LINES:
            raise Unreadable(source.name, f"has {_LINES:,} empty rows after one another; take them out")
        if cells:
            any_row = True
            name = f"{source.name} line {lines.number}"
            wrong = _wrong(cells, len(names), lines.wrong)
            values = {} if wrong else {field: cells[at] for field, at in columns.items()}
            yield Unreadable(name, wrong) if wrong else row_of(name, values, chosen.guessed)
    if not any_row:
        raise Empty(source.name, "names its columns and holds no row; give a table with an article in each row")


def _delimiter(source: Input, lines: _Lines) -> str:
    """The delimiter; a line that says it is passed over."""
    try:
        first = next(lines, "")
    except _Long as error:
        raise _no_head(source) from error
    said = _SAID.match(first)
    if not said:
        lines.row *= 2
        lines.back()
    return said[1] if said else "\t" if source.suffix in (".tsv", ".tab") and "\t" in first else delimiter_of(first)


def _head(source: Input, lines: _Lines, reader: Iterator[list[str]]) -> list[str]:
    """The names of the columns."""
    lines.start()
    try:
        return [name.strip() for name in next(reader, [])]
    except (csv.Error, _Long) as error:
        raise _no_head(source) from error


def _no_head(source: Input) -> Unreadable:
    return Unreadable(source.name, "has a first row that cannot be read; name its columns there")


def _fault(error: csv.Error, delimiter: str) -> str:
    if "unexpected end" in str(error):
        return "opens a quotation mark that nothing closes; close it, and double those inside a cell"
    if "new-line" in str(error):
        return "has a line end inside a cell; put the cell in quotation marks"
    what = {"\t": "a tab", ",": "a comma", ";": "a semicolon"}.get(delimiter, delimiter)
    return f"has a quotation mark inside a cell that is neither doubled nor followed by {what}; double those inside a cell"


def _wrong(cells: list[str], width: int, finding: NotText | None) -> str | None:
    """What is wrong with a row; null where it is as the first row says."""
    if finding:
        return f"{finding.args[0]}; {finding.args[1]}"
    if len(cells) == width:
        return None
    has = "1 cell" if len(cells) == 1 else f"{len(cells):,} cells"
    names = "1 column" if width == 1 else f"{width:,} columns"
    return f"has {has} where the first row names {names}; quote cells that hold a delimiter or a line end"


FORMAT = Format(name="csv", suffixes=(".csv", ".tsv", ".tab"), looks=_looks, read=_read)
