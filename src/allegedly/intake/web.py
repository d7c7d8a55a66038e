"""A web address that a person named: fetched, and read in whatever format it turns out to be."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.errors import Refused
from allegedly.intake.fetching import Fetcher, opened
from allegedly.intake.formats import format_of, records
from allegedly.intake.record import Record
from allegedly.intake.terms import Terms


def read(name: str, url: str, fetcher: Fetcher, terms: Terms, characters: int, *, follow: bool) -> Iterator[Record | Refused]:
    """The articles at a web address; those of a feed with the pages that it links to.

    Args:
        name: What messages call it.
        url: The address.
        fetcher: What fetches it.
        terms: What a person asked for.
        characters: The most that an article may have.
        follow: Fetch the feeds of a list of feeds too.

    Raises:
        Refused: It cannot be fetched or read.
    """
    fetched = fetcher.get(url)
    if fetched.since:
        terms.note(f"{name}: has not changed since it was fetched on {fetched.since[:10]}, and is not read again")
        return
    source = opened(name, fetched, characters, terms._replace(fetcher=fetcher))
    if not follow and not source.fault and source.head and format_of(source).name == "opml":
        source.terms = terms
    yield from records(source)
