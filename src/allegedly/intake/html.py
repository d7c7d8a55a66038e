"""Saved web pages: the article's body and metadata, without navigation, comments, scripts; nothing is fetched.

The body is told apart by trafilatura, title, day and authors by :mod:`allegedly.intake.page`. Paragraphs are kept, with a blank
line between them.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import dates
from allegedly.intake.encoding import Decoded, NotText, decode
from allegedly.intake.markup import paragraphs
from allegedly.intake.page import Told, told
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|title|meta|div|p)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"""(?:charset\s*=|<\?xml[^>]{0,80}encoding\s*=)\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_NEAR = 4096
"""Bytes in which a page says what it is and in which encoding."""
_BLOCKS = frozenset(("p", "head", "quote", "list", "item", "table", "row", "cell", "code", "div", "body", "main"))
TAGS = 200_000
"""Tags of a page; the largest live blogs have some 60,000, and extraction takes longer than its share beyond."""
_SHORTEST = 40
"""An article has a paragraph of at least this many characters with the mark of a sentence in it; menus have none."""
_SENTENCE = re.compile(r"[.!?…。]")
_OVERHEAD = 4
"""A page may have this many times the bytes of the longest article: markup is most of a page."""


def _looks(head: bytes) -> bool:
    start = head.lstrip()
    return start.startswith(b"<") and bool(_PAGE.search(start[:_NEAR]))


def _quiet() -> None:
    """Keep the libraries' log messages off standard error, where only our own sentences go."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def charset_of(content_type: str) -> str | None:
    """The encoding that an HTTP header of this value names, or null."""
    named = _HEADER_CHARSET.search(content_type)
    return named[1] if named else None


def page(name: str, data: bytes, url: str, *, charset: str | None, characters: int) -> Record:
    """The article of one page that an archive or a server gave.

    Args:
        name: What messages call it.
        data: The page.
        url: Where it was had.
        charset: The encoding that the server named.
        characters: The most that an article may have.

    Raises:
        Refused: There is no article in it.
    """
    source = Input(name, io.BytesIO(data), characters=characters, url=url, charset=charset)
    if not source.head:
        raise Empty(name, "is an empty page; look at it in a browser")
    return _page(source)


def _address(own: str | None, url: str | None) -> str | None:
    """What a page says its address is, where that is on the host that it was had from; a page may claim anything."""
    return own if own and (url is None or _host(own) == _host(url)) else url or None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _read(source: Input) -> Iterator[Record | Refused]:
    yield _page(source)


def _page(source: Input) -> Record:
    data = source.whole(_OVERHEAD * source.limit)
    named = _CHARSET.search(data[:_NEAR])
    try:
        decoded = decode(data, source.charset or (named[1].decode("ascii") if named else None))
    except NotText as finding:
        raise Unreadable(source.name, f"{finding.args[0]}; {finding.args[1]}") from finding
    return _record(source, decoded)._replace(raw=data)


def _record(source: Input, decoded: Decoded) -> Record:
    filed = dates.day_in_name(source.filename)
    if "<" not in decoded.text:
        # A text under a page's name.
        return Record(name=source.name, text=decoded.text, url=source.url, filed=filed, notes=decoded.notes)
    if decoded.text.count("<") > TAGS:
        raise TooLong(source.name, f"has more than {TAGS:,} tags, too many for a page; save the article's text as plain text")
    try:
        said, page = _extracted(decoded.text.replace("\x00", ""))
    except (Exception, RecursionError) as error:  # hostile markup: whatever the parser raises, it is the page
        raise Unreadable(source.name, f"cannot be read as HTML ({type(error).__name__}); save its text as plain text") from error
    text = _paragraphs(page.body, {said.title, page.title}) if page is not None and page.body is not None else ""
    if not any(len(part) >= _SHORTEST and _SENTENCE.search(part) for part in text.split("\n\n")):
        raise Empty(source.name, "is a page without an article in it; save the article's text as plain text")
    return Record(
        name=source.name,
        text=text,
        title=said.title or page.title,
        outlet=page.sitename,
        url=_address(page.url, source.url),
        byline=said.byline or page.author,
        published=said.published,
        filed=filed,
        notes=(*decoded.notes, dates.left_out(said.unread)) if said.unread else decoded.notes,
    )


def _extracted(page: str) -> tuple[Told, Any]:
    """What the page says of itself, and trafilatura's Document, which must not be imported early."""
    import trafilatura

    _quiet()
    tree = trafilatura.load_html(page)
    if tree is None:
        return Told(None, None, None), None
    said = told(tree)
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # Its own day is not used: the shortest way to it.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": f"{dates.LAST}-12-31"},
    )
    return said, found


def _paragraphs(body: _Element, titles: set[str | None]) -> str:
    """The body's paragraphs with a blank line between them; a first heading that is the title is left out."""
    found = paragraphs(body, blocks=_BLOCKS, line="lb")
    headings = {" ".join(title.split()) for title in titles if title}
    while found and found[0] in headings:
        del found[0]
    return "\n\n".join(found)


FORMAT = Format(name="html", suffixes=(".html", ".htm", ".xhtml"), looks=_looks, read=_read)
