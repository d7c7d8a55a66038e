"""A browser that sends forms: by which token its own are told from those that another site would have it send."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "allegedly"
_NAME = re.compile(r"[A-Za-z0-9_-]{43}")


class Sessions:
    """The sessions of one run of the server. Nothing is kept of them: a token is the session's name, signed."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def of(self, request: Request) -> Session:
        """The session of a request; a new one where it has none."""
        name = request.cookies.get(COOKIE, "")
        return Session(self, name if _NAME.fullmatch(name) else None)

    def fresh(self) -> Session:
        """A new session, whatever the browser had."""
        session = Session(self, None)
        session.token()
        return session

    def signed(self, name: str) -> str:
        """The token of a session."""
        return hmac.new(self._secret, name.encode(), hashlib.sha256).hexdigest()


class Session:
    """One browser's session."""

    def __init__(self, sessions: Sessions, name: str | None) -> None:
        self._sessions, self._name, self._fresh = sessions, name, False

    @property
    def name(self) -> str | None:
        """By which the browser is known again; null where it has sent and was told none."""
        return self._name

    def token(self) -> str:
        """What a form must carry to be accepted."""
        if self._name is None:
            self._name, self._fresh = secrets.token_urlsafe(32), True
        return self._sessions.signed(self._name)

    def accepts(self, token: object) -> bool:
        """Whether this is the token of this session."""
        return self._name is not None and isinstance(token, str) and hmac.compare_digest(token.encode(), self.token().encode())

    def remember(self, request: Request, response: Response) -> None:
        """Tell the browser of its session, where it has a new one."""
        if self._fresh and self._name is not None:
            secure = request.url.scheme == "https"
            response.set_cookie(COOKIE, self._name, httponly=True, samesite="strict", secure=secure, path="/")
