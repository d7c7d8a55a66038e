"""Feeds, RSS, Atom, RDF and CDF: an article for each entry, from the feed where it has the text, else from its page.

A page is fetched only where the feed was fetched itself, or a person said so; otherwise the entry is refused.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import dates, html
from allegedly.intake.markup import root_of, text_of
from allegedly.intake.record import Format, Record
from allegedly.intake.sources import shown
from allegedly.intake.stream import Input
from allegedly.intake.tables import table

if TYPE_CHECKING:
    from allegedly.intake.fetching import Fetcher

_MARKS = 100_000
"""Opening brackets of tags, plain or escaped, in a feed; one of a hundred long articles has some 50,000."""
_FULL = 800
"""A description of this many characters is the article; teasers have some 100 to 500."""
_ABOUT = re.compile(r"The post .{1,400} (?:appeared first on|first appeared on) ", re.DOTALL)
"""The line that WordPress puts under each entry."""
_LONGEST = 300


class _Entry(NamedTuple):
    name: str
    text: str
    """What the feed has of the article; a teaser where ``full`` is not set."""
    full: bool
    title: str | None
    outlet: str | None
    link: str | None
    byline: str | None
    published: str | None
    key: str | None


def _looks(head: bytes) -> bool:
    return root_of(head) in {"rss", "feed", "rdf", "channel"}


def _read(source: Input) -> Iterator[Record | Refused]:
    data = source.whole()
    if data.count(b"<") + data.count(b"&lt;") > _MARKS:
        raise TooLong(source.name, f"has more than {_MARKS:,} tags, too many for a feed; cut it into parts")
    parsed = _parsed(source, data)
    problem = parsed.get("bozo_exception")
    if not parsed.entries:
        why = "is a feed without an entry" if parsed.get("version") else "is no feed that is known"
        raise Empty(source.name, f"{why}; give a feed with articles in it")
    if type(problem).__name__ == "SAXParseException":
        source.note("is not well-formed XML, and is read as far as it can be understood")
    for number, entry in enumerate(parsed.entries, 1):
        found = _entry(source, parsed.feed, entry, f"{source.name} entry {number}")
        if found.full:
            yield _record(found)
            continue
        try:
            yield from _page(source, found)
        except Refused as refused:
            yield refused


def _parsed(source: Input, data: bytes) -> Any:  # noqa: ANN401 (feedparser has no types)
    import feedparser

    headers = {"content-type": f"application/xml; charset={source.charset}"} if source.charset else {}
    try:
        # A stream, never a string: that feedparser would take for a path or an address.
        return feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except (Exception, RecursionError) as error:  # hostile markup: whatever the parser raises, it is the feed
        raise Unreadable(
            source.name, f"cannot be read as a feed ({type(error).__name__}); give its texts as JSON Lines"
        ) from error


def _entry(source: Input, feed: Any, entry: Any, name: str) -> _Entry:  # noqa: ANN401 (the same)
    contents = [_text(one) for one in entry.get("content") or ()]
    text = max(contents, key=len, default="")
    full = bool(text) and not _teaser(text)
    if not full:
        summary = _text(entry.get("summary_detail") or {})
        full = len(summary) >= _FULL and not _teaser(summary)
        text = summary if full else text or summary
    origin = entry.get("source") or {}
    link = entry.get("link")
    return _Entry(
        name=name,
        text=text,
        full=full,
        title=_title(entry),
        outlet=_title(origin if isinstance(origin, dict) else {}) or _title(feed),
        link=_joined(source.url or feed.get("link") or "", link) if isinstance(link, str) and link else None,
        byline=_author(entry),
        published=_day(entry),
        key=_word(entry.get("id")),
    )


def _text(detail: Any) -> str:  # noqa: ANN401 (the same)
    """The paragraphs of a piece of content, without the line that blogs put under each entry."""
    value, kind = detail.get("value"), str(detail.get("type") or "")
    if not isinstance(value, str) or not (kind.startswith("text/") or "html" in kind or not kind):
        return ""
    text = value.strip() if kind == "text/plain" else text_of(value)
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 1 and _ABOUT.match(paragraphs[-1]):
        del paragraphs[-1]
    return "\n\n".join(paragraphs)


def _teaser(text: str) -> bool:
    """Whether a text says itself that it goes on elsewhere."""
    last = text[text.rfind("\n") + 1 :].lower().rstrip(" \t\xa0.:>»›→]})")
    if text.rstrip(" \t\xa0]})").endswith(("...", "…")):
        return True
    words = tuple(row["words"] for row in table("teasers"))
    return last.endswith(words) or (len(last) < _LONGEST and last.startswith(words))


def _title(of: Any) -> str | None:  # noqa: ANN401 (the same)
    detail = of.get("title_detail") or {}
    value = of.get("title")
    if not isinstance(value, str):
        return None
    return _word(value if detail.get("type") == "text/plain" else text_of(value))


def _author(entry: Any) -> str | None:  # noqa: ANN401 (the same)
    names = [one.get("name") for one in entry.get("authors") or () if isinstance(one, dict)]
    return _word(", ".join(name for name in names if isinstance(name, str) and name))


def _word(value: object) -> str | None:
    return " ".join(value.split())[:2_000] or None if isinstance(value, str) else None


def _day(entry: Any) -> str | None:  # noqa: ANN401 (the same)
    for field in ("published", "updated", "created"):
        # dict.get: feedparser's own takes one field for another, with a warning.
        written, parsed = dict.get(entry, field), dict.get(entry, f"{field}_parsed")
        day = dates.day(written) if isinstance(written, str) else None
        if not day and parsed:
            day = dates.iso(*parsed[:3])
        if day:
            return day
    return None


def _joined(base: str, link: str) -> str | None:
    try:
        return urljoin(base, link)
    except ValueError:
        return None


def _record(entry: _Entry) -> Record:
    return Record(
        name=entry.name,
        text=entry.text,
        title=entry.title,
        outlet=entry.outlet,
        url=entry.link,
        byline=entry.byline,
        published=entry.published,
        key=entry.key,
    )


def _page(source: Input, entry: _Entry) -> Iterator[Record]:
    """The article of the page to which an entry links; none where it has not changed since it was fetched.

    Raises:
        Refused: The page may not be fetched, or cannot be read.
    """
    has = "holds only a summary" if entry.text else "holds no text"
    if not entry.link:
        raise Empty(entry.name, f"{has}, and no link to a page; save its page and give the file")
    if source.terms.fetcher is None:
        raise Empty(entry.name, f"{has}; --fetch fetches its page, and so does naming the feed's own web address")
    try:
        page = _fetched(source.terms.fetcher, entry.link, source.characters)
    except Refused as refused:
        raise type(refused)(f"{entry.name} › {refused.name}", refused.reason) from refused
    if page:
        yield page._replace(
            name=f"{entry.name} › {page.name}",
            title=page.title or entry.title,
            outlet=page.outlet or entry.outlet,
            byline=page.byline or entry.byline,
            published=page.published or entry.published,
            key=entry.key,
        )


def _fetched(fetcher: Fetcher, link: str, characters: int) -> Record | None:
    fetched = fetcher.get(link)
    if fetched.since:
        return None
    kind = fetched.headers.get("content-type", "")
    if kind and "html" not in kind.lower():
        raise Unreadable(shown(link), "is no web page; name it yourself if it is an article")
    return html.page(shown(link), fetched.data, fetched.url, charset=html.charset_of(kind), characters=characters)


FORMAT = Format(name="feeds", suffixes=(".rss", ".atom", ".rdf", ".cdf"), looks=_looks, read=_read)
