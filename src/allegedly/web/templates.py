"""Templates, and the words that they have for things. Whatever stands in an article is hostile, and comes out as plain text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.routing import Router

from allegedly.publishing.safe import line
from allegedly.publishing.words import day, days_of, many


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
    made.globals.update(url=partial(_url, router), static=static, many=many)
    made.filters.update(
        day=day, days=days, num=lambda n: f"{n:,}", short=short, weblink=weblink, clipped=clipped, percent=percent
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


def _url(router: Router, name: str, /, **parts: Any) -> str:  # noqa: ANN401 (whatever an address is made of)
    """The address of a page; what is no part of its path is asked behind the question mark, what is empty is left out."""
    route = next(each for each in router.routes if getattr(each, "name", None) == name)
    names: set[str] = set(getattr(route, "param_convertors", ()))
    path = str(router.url_path_for(name, **{key: str(value) for key, value in parts.items() if key in names}))
    asked = [(key, str(value)) for key, value in parts.items() if key not in names and value not in (None, "", False)]
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
    return plain[:most].rsplit(" ", 1)[0] + " …"


def percent(share: float) -> str:
    """A share in percent, whole."""
    return f"{round(100 * share)} %"
