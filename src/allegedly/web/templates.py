"""Templates, and the words that they have for things. Whatever stands in an article is hostile, and comes out as plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.routing import Route, Router

from allegedly.intake.header import header_of
from allegedly.model import Article
from allegedly.publishing.safe import line
from allegedly.publishing.words import day, days_of, many
from allegedly.web.passage import exact

_QUOTES = ('"', "“", "”")


def environment(router: Router, static: Callable[[str], str]) -> Environment:
    """The templates' environment.

    Args:
        router: Knows the pages' addresses.
        static: Gives the address of a file that belongs to the pages.
    """
    made = Environment(
        loader=PackageLoader("allegedly.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
    made.globals.update(url=_Addresses(router), static=static, many=many)
    made.filters.update(
        headline=headline,
        day=day,
        days=days,
        num=lambda n: f"{n:,}",
        short=short,
        weblink=weblink,
        clipped=clipped,
        percent=percent,
        unquoted=unquoted,
        exact=exact,
    )
    return made


def shown(value: object) -> object:
    """What is put into a page: nothing for null; words without a character that a browser would act on (bidi overrides …)."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    if value.isascii() and value.isprintable():
        return value
    plain = line(value)
    return f"{' ' * value[:1].isspace()}{plain}{' ' * (bool(plain) and value[-1:].isspace())}"


class _Addresses:
    """The addresses of pages, by their names."""

    def __init__(self, router: Router) -> None:
        self._paths = {
            route.name: (route.path, tuple(route.param_convertors)) for route in router.routes if isinstance(route, Route)
        }

    def __call__(self, name: str, /, **parts: Any) -> str:  # noqa: ANN401 (whatever an address is made of)
        """The address of a page; what is no part of its path is asked behind the question mark, what is empty is left out."""
        path, names = self._paths[name]
        for key in names:
            path = path.replace(f"{{{key}}}", quote(str(parts.pop(key)), safe="", errors="replace"))
        asked = [(key, str(value)) for key, value in parts.items() if value not in (None, "", False)]
        return f"{path}?{urlencode(asked, errors='replace')}" if asked else path


def days(first: str | None, last: str | None) -> str:
    """A stretch of days in words."""
    return days_of(first, last or first) if first else "no day known"


def short(name: str) -> str:
    """The beginning of an article's id by which it is called, with its statement where one is meant: ``acc6fb7de38d:s3``."""
    article, _, statement = name.removeprefix("sha256:").partition(":")
    return article[:12] + (f":{statement}" if statement else "")


def weblink(url: str | None) -> str | None:
    """An address that a link may lead to; null for ``javascript:`` and the like."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def clipped(words: str, most: int) -> str:
    """The beginning of long words, cut between two of them."""
    plain = line(words)
    if len(plain) <= most:
        return plain
    head = plain[:most]
    space = head.rfind(" ")
    return (head[:space] if space > most // 2 else head) + " …"


def percent(share: float) -> str:
    """A share in percent, whole."""
    return f"{round(100 * share)} %"


def unquoted(words: str) -> str:
    """Words without the quotation marks around the whole of them, where the page has its own."""
    plain = words.strip()
    inner = plain[1:].rstrip(",.")
    if plain[:1] in _QUOTES and inner[-1:] in _QUOTES and not any(mark in inner[:-1] for mark in _QUOTES):
        return inner[:-1].rstrip(",")
    return plain


def headline(article: Article) -> str:
    """An article's headline, or its first words."""
    if article.title:
        return article.title
    begin = article.dateline.span[1] if article.dateline else header_of(article.text).end
    return clipped(article.text[begin : begin + 400].lstrip("-–—: \n"), 90) or "an article without words"
