"""What a format gives for each article that it finds, and what a format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from allegedly.errors import Refused
    from allegedly.intake.stream import Input


class Provenance(NamedTuple):
    """What an archive says of where it had an article from."""

    record: str | None = None
    """The id of its record."""
    digest: str | None = None
    """The digest that the record gives, as ``sha1:…``."""
    captured: str | None = None
    """When it was captured, UTC: no day of publication."""


class Record(NamedTuple):
    """One article as a format found it, before anything is worked out from its text."""

    name: str
    """The input, and the place in it, as messages name it."""
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    published: str | None = None
    key: str | None = None
    filed: str | None = None
    """ISO 8601 day in the name of the file, where the file is one article; the last resort for ``published``."""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was read: a sentence each, without the name."""
    raw: bytes | None = None
    """The bytes that it was read from: the file or page that is one article, the line that is one; null where a table holds it
    among others. They are hashed, and kept only where that is asked for."""
    source: str = ""
    """The input that it stands in, as messages name it; :mod:`allegedly.intake.formats` puts it down."""
    provenance: Provenance | None = None
    """What the archive that it stands in says of it."""


class Format(NamedTuple):
    """One kind of input. A module of this room holds one as ``FORMAT``; :mod:`allegedly.intake.formats` finds it."""

    name: str
    suffixes: tuple[str, ...]
    looks: Callable[[bytes], bool]
    """Whether the first bytes of an input are surely of this format."""
    read: Callable[[Input], Iterator[Record | Refused]]
    """The articles of an input, one by one; what is refused is given in its place, or raised for the whole input."""
