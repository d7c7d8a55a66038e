"""Who sits before the browser: asked once, and kept there; where people sign in, who they signed in as."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from allegedly.publishing.safe import line

COOKIE = "allegedly-reviewer"
LONGEST = 80
"""Characters of a name."""
_KEPT = 400 * 24 * 3600
"""Seconds that a browser keeps it; none keeps anything longer."""


def named(given: object) -> str | None:
    """What was given as a name, fit to be shown and kept; null where it is none."""
    return line(given)[:LONGEST].strip() or None if isinstance(given, str) else None


def reviewer(request: Request) -> str | None:
    """Who reviews; null where nobody has said it yet."""
    signed: str | None = getattr(request.state, "who", None)
    return signed or named(unquote(request.cookies.get(COOKIE, ""), errors="replace"))


def remember(request: Request, response: Response, name: str) -> None:
    """Have the browser keep the name."""
    secure = request.url.scheme == "https"
    kept = quote(name.encode("utf-8", "replace"), safe="")
    response.set_cookie(COOKIE, kept, max_age=_KEPT, httponly=True, samesite="strict", secure=secure, path="/")
