"""A web address that a person named: fetched, and read in whatever format it turns out to be."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.errors import Refused
from allegedly.intake.fetching import Fetcher, opened
from allegedly.intake.formats import format_of
from allegedly.intake.record import Note, Record


def read(name: str, url: str, fetcher: Fetcher, characters: int, *, follow: bool) -> Iterator[Record | Refused | Note]:
    """The articles at a web address; those of a feed with the pages that it links to.

    Args:
        name: What messages call it.
        url: The address.
        fetcher: What fetches it.
        characters: The most that an article may have.
        follow: Fetch the feeds of a list of feeds too.

    Raises:
        Refused: It cannot be fetched or read.
    """
    fetched = fetcher.get(url)
    if fetched.since:
        yield Note(name, f"has not changed since it was fetched on {fetched.since[:10]}, and is not read again")
        return
    source = opened(name, fetched, characters, fetcher)
    kind = format_of(source)
    if kind.name == "opml" and not follow:
        source.fetcher = None
    yield from kind.read(source)
