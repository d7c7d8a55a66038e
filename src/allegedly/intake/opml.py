"""Lists of feeds (OPML), as feed readers write them. The feeds are fetched where a person says so, not by the file alone."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import feeds
from allegedly.intake.fetching import Fetcher, opened
from allegedly.intake.markup import root_of
from allegedly.intake.record import Format, Record
from allegedly.intake.sources import shown
from allegedly.intake.stream import Input

_MOST = 10_000
"""Feeds of one list."""


def _looks(head: bytes) -> bool:
    return root_of(head) == "opml"


def _read(source: Input) -> Iterator[Record | Refused]:
    urls = _urls(source)
    if source.terms.fetcher is None:
        lists = "1 feed" if len(urls) == 1 else f"{len(urls):,} feeds"
        raise Unreadable(source.name, f"lists {lists}, and a list alone fetches nothing; --fetch fetches them")
    for url in urls:
        try:
            yield from _feed(url, source.terms.fetcher, source)
        except Refused as refused:
            yield refused


def _urls(source: Input) -> list[str]:
    from lxml import etree  # type: ignore[import-untyped]

    data = source.whole()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(source.name, "is a list of feeds that is not well-formed XML; export it again") from error
    outlines = root.iter("{*}outline") if root is not None else ()
    found = {value.strip(): None for one in outlines for name, value in one.attrib.items() if name.lower() == "xmlurl"}
    if not found:
        raise Empty(source.name, "is a list of feeds without a feed in it; export it again")
    if len(found) > _MOST:
        raise TooLong(source.name, f"lists {len(found):,} feeds, more than {_MOST:,}; cut it into parts")
    return list(found)


def _feed(url: str, fetcher: Fetcher, source: Input) -> Iterator[Record | Refused]:
    fetched = fetcher.get(url)
    if not fetched.since:
        given = opened(shown(url), fetched, source.characters, source.terms)
        if not given.head:
            raise Empty(given.name, "is empty; check the address of the feed")
        yield from feeds.FORMAT.read(given)


FORMAT = Format(name="opml", suffixes=(".opml",), looks=_looks, read=_read)
