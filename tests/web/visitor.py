"""Somebody who asks the server without a browser: keeps cookies, fills in forms, and can lie about everything."""

from __future__ import annotations

import http.client
import re
import ssl
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

_TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')
_EDGE = "----a-boundary-for-tests"


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def place(self) -> str:
        """Where it sends the browser."""
        return self.headers.get("location", "")


class Visitor:
    """One browser's cookies, without the browser."""

    def __init__(self, site: str, trusted: str | None = None) -> None:
        """Visit a server.

        Args:
            site: Its address.
            trusted: File of the certificate that is trusted, for TLS.
        """
        self.parts = urlsplit(site)
        self.cookies: dict[str, str] = {}
        self._trusted = ssl.create_default_context(cafile=trusted) if trusted else None

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """Ask for a page, and keep what cookies come; header names are written with underscores."""
        host, port = self.parts.hostname or "", self.parts.port
        connection = (
            http.client.HTTPSConnection(host, port, timeout=60, context=self._trusted)
            if self._trusted
            else http.client.HTTPConnection(host, port, timeout=60)
        )
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        connection.close()
        told = {name.lower(): value for name, value in answer.getheaders()}
        for name, morsel in SimpleCookie(told.get("set-cookie", "")).items():
            self.cookies[name] = morsel.value
        return Answer(answer.status, text, told)

    def get(self, path: str) -> Answer:
        """Open a page."""
        return self.ask("GET", path)

    def token(self, path: str) -> str:
        """The token of the forms of a page."""
        found = _TOKEN.search(self.get(path).text)
        assert found is not None, path
        return found[1]

    def send(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        """Send a form, as it is given."""
        body = urlencode(fields).encode()
        return self.ask("POST", path, body, content_type="application/x-www-form-urlencoded", **headers)

    def upload(self, path: str, fields: dict[str, str], files: list[tuple[str, bytes]]) -> Answer:
        """Send a form with files; their names go as they are."""
        pieces = [f'--{_EDGE}\r\ncontent-disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode() for n, v in fields.items()]
        for name, data in files:
            head = f'--{_EDGE}\r\ncontent-disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            pieces.append(head.encode() + data + b"\r\n")
        body = b"".join(pieces) + f"--{_EDGE}--\r\n".encode()
        return self.ask("POST", path, body, content_type=f"multipart/form-data; boundary={_EDGE}")
