"""Tokens of forms: a session accepts its own and no other."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from allegedly.web.session import COOKIE, Session, Sessions


def asking(cookie: str | None = None) -> Request:
    """A request of a browser with this cookie."""
    headers = [(b"host", b"here")] + ([(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie is not None else [])
    return Request({"type": "http", "method": "GET", "scheme": "http", "path": "/", "query_string": b"", "headers": headers})


def cookie(session: Session) -> str | None:
    """What a browser is told to keep."""
    response = Response()
    session.remember(asking(), response)
    return response.headers.get("set-cookie")


def test_a_token_is_accepted_from_its_own_session_alone() -> None:
    """A browser's token is accepted from it as long as the server runs; another one's, none and nonsense never."""
    sessions = Sessions()
    first, second = sessions.of(asking()), sessions.of(asking())
    token = first.token()
    told = cookie(first)
    assert told is not None
    name = told.partition("=")[2].partition(";")[0]
    assert told == f"{COOKIE}={name}; HttpOnly; Path=/; SameSite=strict"
    assert sessions.of(asking(name)).accepts(token)
    assert not sessions.of(asking(name)).accepts(second.token())
    assert not sessions.of(asking(name)).accepts("ä" * 64)
    assert not sessions.of(asking(name)).accepts(None)
    assert not sessions.of(asking()).accepts(token)
    assert not Sessions().of(asking(name)).accepts(token)


def test_a_browser_that_sends_no_form_is_told_nothing() -> None:
    """No cookie is set where no form was made, and none again where there is one; one that is not ours is replaced."""
    sessions = Sessions()
    assert cookie(sessions.of(asking())) is None
    known = sessions.of(asking("a" * 43))
    known.token()
    assert cookie(known) is None
    strange = sessions.of(asking("<script>"))
    strange.token()
    assert cookie(strange) is not None
