"""What a web page says about the article on it: headline, day, authors, from schema.org data, OpenGraph, and what is seen.

trafilatura and htmldate find these too; this room's rule is that what readers of the page saw counts, where it can be told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from allegedly.intake import dates
from allegedly.intake.tables import table

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_TYPES = ("Article", "Posting", "Report", "Review")
"""Endings of the schema.org types that are an article: NewsArticle, OpinionNewsArticle, BlogPosting, Report …"""
_DEEP = 6
"""Objects inside one another that are looked at."""
_WORD = re.compile(r"\w+")
_SEPARATORS = re.compile(r"\s+[-–—|·•:/«»~]+\s+|\s*\|\s*|:\s+")
_ALIKE = 0.2
"""Part of the words that a heading must share with what the page calls itself; a site's name in the biggest letters does not."""
_SPEAKING = 4
"""A heading of this many words that stands alone is the headline, whatever the page calls itself."""
_LONGEST = 500
"""Characters of a headline; what is longer is none."""
_FEW = 50
"""Headings, and elements with a date, that are looked at."""
_UTC = re.compile(r"(?:Z|[+-]00:?00|GMT|UTC)\s*$")


class Told(NamedTuple):
    """What the page says; null where it does not."""

    title: str | None
    published: str | None
    """ISO 8601 day."""
    byline: str | None
    unread: str | None = None
    """What stands where the day should, where none can be read."""


def told(tree: HtmlElement) -> Told:
    """What a page says of its article."""
    metas = _metas(tree)
    article = next(_articles(tree), {})
    title = _title(tree, metas, article)
    said = [value for value in _days_said(metas, article) if isinstance(value, str) and value.strip()]
    day = _published(tree, said, title)
    return Told(title, day, _byline(article), None if day or not said else said[0])


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content.strip())
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles that the page describes in schema.org's words."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield from _inside(json.loads(element.text or "", strict=False), _DEEP)
            except (ValueError, RecursionError):
                continue


def _inside(value: object, deep: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _inside(one, deep - 1) if deep else ()
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(isinstance(kind, str) and kind.endswith(_TYPES) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _inside(value.get(name), deep - 1) if deep else ()


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _likeness(one: str, other: str) -> float:
    a, b = _words(one), _words(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def _without_site(title: str, site: str, headings: list[str]) -> str:
    """The title without the name of the site before or after it; the name is known, or a heading does without it."""
    names = _words(site)
    for match in reversed(list(_SEPARATORS.finditer(title))):
        before, after = title[: match.start()], title[match.end() :]
        for rest, name in ((before, after), (after, before)):
            known = names and (_words(name) <= names or names <= _words(name))
            if rest and (known or (rest in headings and name not in headings)):
                return _without_site(rest, site, headings)
    return title


def _title(tree: HtmlElement, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    headings = list(dict.fromkeys(text for text in map(_text, islice(tree.iter("h1"), _FEW)) if text))
    site = metas.get("og:site_name", "")
    headline = article.get("headline")
    tag = next((_text(element) for element in tree.iter("title")), "")
    given = [" ".join(one.split()) for one in (headline, metas.get("og:title")) if isinstance(one, str) and one.strip()] or [tag]
    given = [one for one in given if len(one) <= _LONGEST] or [""]
    names = [_without_site(one, site, headings) for one in given]
    if not names[0]:
        return headings[0] if headings else None
    scored = [(max(_likeness(heading, name) for name in names), -at, heading) for at, heading in enumerate(headings)]
    best, _, heading = max(scored, default=(0.0, 0, ""))
    if best < _ALIKE and not (len(headings) == 1 and len(_words(heading)) >= _SPEAKING):
        return names[0]
    # A kicker stands in the heading before the headline, and the page's own data know where the headline begins.
    for name in names:
        if heading.casefold().endswith(name.casefold()) and len(name) < len(heading):
            before = heading[: -len(name)].rstrip()
            if before and not before[-1].isalnum():
                return name
    return heading


def _days_said(metas: dict[str, str], article: dict[str, Any]) -> list[object]:
    """What the page's data say of the day, the surest first."""
    first, *others = (metas.get(row["name"]) for row in table("pagedates"))
    return [first, article.get("datePublished"), *others]


def _published(tree: HtmlElement, said: list[str], heading: str | None) -> str | None:
    """The day that the page's data name, or else what stands as a date below the headline, or else what htmldate finds."""
    for value in said:
        day = dates.day(value)
        if day:
            # A time in UTC may be one of the day before or after where the page was read; then its other dates say so.
            other = _found(tree, everywhere=True) if _UTC.search(value) else None
            return other if other and abs(date.fromisoformat(other) - date.fromisoformat(day)) == timedelta(1) else day
    return _below(tree, heading) or _found(tree)


def _below(tree: HtmlElement, heading: str | None) -> str | None:
    """The first day in an element that says it is a date, after the heading that is the headline."""
    passed, looked = False, 0
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "h1":
            passed = passed or (heading is not None and _text(element) == heading)
        elif passed and (element.tag == "time" or "date" in _WORD.findall((element.get("class") or "").lower())):
            looked += 1
            day = dates.day(element.get("datetime") or "") or dates.day(_text(element)[:100])
            if day or looked >= _FEW:
                return day
    return None


def _found(tree: HtmlElement, *, everywhere: bool = False) -> str | None:
    """The day that htmldate finds, also in the running text where ``everywhere`` is set.

    The clock must not matter: the same page gives the same day whenever it is read.
    """
    from htmldate import find_date

    day = find_date(
        tree,
        original_date=True,
        extensive_search=everywhere,
        min_date=f"{dates.FIRST}-01-01",
        max_date=f"{dates.LAST}-12-31",
    )
    return dates.day(day) if day else None


def _byline(article: dict[str, Any]) -> str | None:
    """The people who wrote it, where the page's data name people: in several words, and not as an account or an office."""
    authors = article.get("author")
    found = [
        " ".join(one["name"].split())
        for one in (authors if isinstance(authors, list) else [authors])
        if isinstance(one, dict) and one.get("@type") == "Person" and isinstance(one.get("name"), str)
    ]
    return ", ".join(dict.fromkeys(name for name in found if " " in name)) or None
