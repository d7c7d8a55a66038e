"""The application: every page of the registry behind the guard, errors as pages of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from allegedly import __version__
from allegedly.errors import AllegedlyError, BadLedger
from allegedly.ledger import Ledger
from allegedly.web import api
from allegedly.web.guard import LOCAL, Guard, TooMuch
from allegedly.web.page import FORM, Action, Elsewhere, NotHere, Page
from allegedly.web.pages import ACTIONS, PAGES
from allegedly.web.readers import Readers, Writer
from allegedly.web.session import Sessions
from allegedly.web.static import Static
from allegedly.web.templates import environment

_FIELDS = 200
"""Fields of a form."""
Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def app(ledger: str | Path, *, read_only: bool = False, hosts: Iterable[str] = LOCAL) -> ASGIApp:
    """The ledger as an ASGI application, for any server of such.

    Args:
        ledger: The file.
        read_only: Nothing can be changed through it.
        hosts: Names that it may be asked by. Any other is refused, so that no page of another site can reach it by a name of
            its own that it lets point here.

    Raises:
        BadLedger: The file is missing, damaged, or no ledger.
    """
    path = Path(ledger)
    Ledger(path).close()  # brought up to date once, before several threads open it
    site = _Site(path, read_only=read_only)
    return Guard(site.application, hosts, max([FORM, *(action.limit for action in site.actions)]))


class _Site:
    """What all pages share."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path, self.read_only = path, read_only
        self.actions: tuple[Action, ...] = () if read_only else ACTIONS
        self.readers = Readers(path)
        self.writer = None if read_only else Writer(path)
        self.sessions, self.static = Sessions(), Static()
        routes = [Route(page.path, self.page(page), methods=["GET"], name=page.name) for page in PAGES]
        routes += [Route(action.path, self.action(action), methods=["POST"], name=action.name) for action in self.actions]
        routes += api.routes(self.readers)
        routes.append(Route("/static/{name:path}", self.static.answer, methods=["GET"], name="static"))
        self.application = Starlette(
            routes=routes,
            exception_handlers={
                HTTPException: self.failed,
                AllegedlyError: self.failed,
                NotHere: self.failed,
                TooMuch: self.failed,
                Exception: self.failed,
            },
            lifespan=self.open,
        )
        self.templates = environment(self.application.router, self.static.address)

    @asynccontextmanager
    async def open(self, _: Starlette) -> AsyncIterator[None]:
        """From the start of the server to its end."""
        try:
            yield
        finally:
            self.readers.close()
            if self.writer is not None:
                self.writer.close()

    def page(self, page: Page) -> Endpoint:
        """What answers for a page."""

        async def answer(request: Request) -> Response:
            def made(ledger: Ledger) -> Response:
                return self.rendered(page.template, request, page.make(ledger, request))

            try:
                return await self.readers.run(made)
            except Elsewhere as other:
                return RedirectResponse(str(other), 303)

        return answer

    def action(self, action: Action) -> Endpoint:
        """What answers for a form that is sent."""

        async def answer(request: Request) -> Response:
            async with request.form(max_fields=_FIELDS, max_part_size=action.limit) as form:
                if not self.sessions.of(request).accepts(form.get("token")):
                    raise HTTPException(403, "The form is from another session; reload its page and send it again.")
                assert self.writer is not None  # there are no actions where nothing can be changed
                address = await self.writer.run(lambda ledger: action.act(ledger, form, request))
            return RedirectResponse(address, 303)

        return answer

    def rendered(self, template: str, request: Request, context: Any, status: int = 200) -> Response:  # noqa: ANN401 (a mapping)
        """A page of this template."""
        session = self.sessions.of(request)
        text = self.templates.get_template(template).render(
            {
                "here": request.url.path,
                "address_here": str(request.url),
                "version": __version__,
                "asked": {},
                "pages": [page for page in PAGES if page.nav],
                "ledger_name": self.path.name,
                "read_only": self.read_only,
                "token": session.token,
                **context,
            }
        )
        response = HTMLResponse(text.encode("utf-8", "replace"), status)
        session.remember(request, response)
        return response

    async def failed(self, request: Request, error: Exception) -> Response:
        """An error as a page, or as JSON for a program: what is wrong and what to do, and never how it looks inside."""
        status, title, sentence = _told(error)
        if request.url.path.startswith(api.UNDER):
            return api.answered({"error": sentence}, status)
        return self.rendered("error.html", request, {"title": title, "sentence": sentence}, status)


def _told(error: Exception) -> tuple[int, str, str]:
    """Status, title and sentence of an error."""
    if isinstance(error, NotHere):
        return 404, "Not here", str(error)
    if isinstance(error, TooMuch):
        return 413, "Too much at once", "That is more than may be sent to this server at once; send less."
    if isinstance(error, BadLedger) and not isinstance(error.__cause__, (sqlite3.Error, OSError)):
        return 404, "Not in this ledger", f"The ledger {error.reason}."
    if isinstance(error, BadLedger):
        return 503, "The ledger does not answer", f"{error.reason[:1].upper()}{error.reason[1:]}."
    if isinstance(error, AllegedlyError):
        return 400, "That cannot be done", f"{error}."
    if isinstance(error, HTTPException):
        if error.status_code == 404:
            return 404, "Not here", "There is no page at this address; the links above lead to those that there are."
        if error.status_code == 405:
            return 405, "Not that way", "Nothing can be sent to this address."
        return error.status_code, "That cannot be done", str(error.detail)
    sentence = "Something is wrong in Allegedly itself; the terminal in which it was started says what."
    return 500, "That went wrong", sentence
