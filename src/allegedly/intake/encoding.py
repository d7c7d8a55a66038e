"""Bytes → text: UTF-8, UTF-16, UTF-32, Windows-1252, Latin-1, told from the bytes themselves; binary is told apart."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from allegedly.intake.tables import table

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 65_536
_CONTROLS = 0.05
"""Larger part of control characters than this is no text."""
_FOREIGN = 0.3
"""Larger part of non-ASCII letters than this is no text in Windows-1252, which serves Western languages only."""
_CODE_PAGE = re.compile(r"(?:iso8859|cp\d|koi8|mac|big5|gb|euc|shift|hz|tis|kz|ptcp)")
"""Encodings that a page may name: those of files, not those that Python has for other ends (some take for ever)."""
_LETTERS = 40
"""Fewer letters than this do not show in what encoding they are."""


class Decoded(NamedTuple):
    """Text and how it was got; ``damaged`` counts the places that were not valid and are now U+FFFD."""

    text: str
    encoding: str
    damaged: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of it: a sentence, or none."""
        if not self.damaged:
            return ()
        places = "1 place is" if self.damaged == 1 else f"{self.damaged:,} places are"
        return (f"{places} not valid {self.encoding.upper()} and read as U+FFFD; save it as UTF-8 if words are missing",)


class NotText(Exception):
    """The bytes are no text; the first argument says what they look like, the second what to do."""


@cache
def _signatures() -> tuple[tuple[int, bytes, str, str], ...]:
    rows = table("signatures")
    return tuple((int(row["offset"]), bytes.fromhex(row["bytes"]), row["what"], row["remedy"]) for row in rows)


def signature(head: bytes) -> tuple[str, str] | None:
    """What kind of binary file begins so, and what to do with it; null where no signature is known."""
    for offset, fixed, what, remedy in _signatures():
        if head[offset : offset + len(fixed)] == fixed:
            return what, remedy or "give plain text, HTML or JSON Lines"
    return None


def wide(head: bytes) -> str | None:
    """``utf-16-le`` or the like where a byte order mark or regular NUL bytes show it, else null."""
    for mark, encoding in _BOMS[1:]:
        if head.startswith(mark):
            return encoding
    part = head[: 4096 & ~1]
    pairs = len(part) // 2
    if pairs < 2:
        return None
    first, second = part[0::2].count(0) / pairs, part[1::2].count(0) / pairs
    if second > 0.4 and first < 0.05:
        return "utf-16-le"
    if first > 0.4 and second < 0.05:
        return "utf-16-be"
    return None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes, without its byte order mark; nothing else is changed.

    ``declared`` is the encoding that the document itself names; it counts where the bytes do not say otherwise.

    Raises:
        NotText: they are binary, or of an encoding that cannot be told.
    """
    what = signature(data[:_LOOKED_AT])
    encoding = wide(data)
    if what and not encoding:
        raise NotText(f"is not text (it looks like {what[0]})", what[1])
    decoded = _wide(data, encoding) if encoding else _narrow(data.removeprefix(codecs.BOM_UTF8), declared)
    sample = decoded.text[:_LOOKED_AT]
    controls = sum(c < " " and c not in "\t\n\r\f\v\b\x1a\x1b" for c in sample)
    if controls > _CONTROLS * len(sample) and controls > 1:
        share = controls * 100 // len(sample)
        raise NotText(
            f"is not text ({share} % of its first {len(sample):,} characters are control characters)",
            "give plain text, HTML or JSON Lines",
        )
    return decoded


def decode_line(line: bytes) -> str:
    """The text of one line of a file whose first bytes :func:`decode` took: UTF-8, or else Windows-1252.

    Raises:
        NotText: its encoding cannot be told.
    """
    return _narrow(line, None).text


def _wide(data: bytes, encoding: str) -> Decoded:
    mark = next((mark for mark, name in _BOMS if name == encoding), b"")
    text = data.removeprefix(mark).decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _narrow(data: bytes, declared: str | None) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    if good > 2 * bad:
        return Decoded(text, "utf-8", bad)  # UTF-8 that was cut or patched, not another encoding
    named = _declared(data, declared)
    if named:
        return named
    text = data.decode("windows-1252", "allegedly-latin-1")
    letters = [c for c in text[:_LOOKED_AT] if c.isalpha()]
    if len(letters) >= _LETTERS and sum(c > "\x7f" for c in letters) > _FOREIGN * len(letters):
        raise NotText("is in an encoding that cannot be told (neither UTF-8 nor Windows-1252)", "save it as UTF-8")
    return Decoded(text, "windows-1252")


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
        if name == "iso8859-1" or not _CODE_PAGE.match(name):
            return None  # Latin-1 on the web means Windows-1252
        text = data.decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return Decoded(text, name, text.count("\ufffd"))


def _latin_1(error: UnicodeError) -> tuple[str, int]:
    # The five bytes that Windows-1252 leaves open are what Latin-1 has there, as web browsers read them.
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("allegedly-latin-1", _latin_1)
