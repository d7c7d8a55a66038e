"""On what terms inputs are read: what a person asked for, and who is told what is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from allegedly.intake.unpacking import Unpacking

if TYPE_CHECKING:
    from allegedly.intake.fetching import Fetcher


def _silent(sentence: str) -> None:
    """Notes that nobody asked for."""


class Seen(NamedTuple):
    """An input that was gone through, read or refused: a file, a member of an archive, standard input."""

    name: str
    """As messages name it."""
    digest: str | None
    """``sha256:`` and the hash of its bytes as they lie there, still packed; null where they could not be read to the end."""
    size: int
    """Its bytes, as far as they were read."""


class Terms(NamedTuple):
    """What holds for an input and for everything that is found in it."""

    note: Callable[[str], None] = _silent
    """Is told, in a sentence that names the input, what a person should know before its articles come."""
    columns: Mapping[str, str] = MappingProxyType({})
    """Which column of a table, or field of a JSON record, is read as what: field → column; the rest is guessed."""
    seen: Callable[[Seen], None] | None = None
    """Is told of each input when it is done with; null where nobody asks, and then nothing is hashed for it."""

    fetcher: Fetcher | None = None
    """What fetches the pages that it links to; null where nothing may be fetched."""
    unpacked: int | None = None
    """Bytes that a packed input may unpack to; what is reasonable for its size where it is null."""
    within: Unpacking | None = None
    """The count of the archive that the input stands in."""
    deep: int = 0
    """How many archives it stands in."""


PLAIN = Terms()
