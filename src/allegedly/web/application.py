"""The application: every page of the registry behind the guard, errors as pages of their own."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import FormData
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
from allegedly.web.jobs import Jobs
from allegedly.web.log import Log
from allegedly.web.page import FORM, Action, Elsewhere, Instead, NotHere, Page
from allegedly.web.pages import ACTIONS, PAGES
from allegedly.web.readers import Readers, Writer
from allegedly.web.reviewer import named, reviewer
from allegedly.web.session import Sessions
from allegedly.web.signing import SIGN_IN, Door, Refused, Signing, whence
from allegedly.web.static import Static
from allegedly.web.templates import environment

_FIELDS = 200
"""Fields of a form."""
Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def app(
    ledger: str | Path,
    *,
    read_only: bool = False,
    hosts: Iterable[str] = LOCAL,
    password: str | None = None,
    log: str | Path | None = None,
) -> ASGIApp:
    """The ledger as an ASGI application, for any server of such.

    Args:
        ledger: The file.
        read_only: Nothing can be changed through it.
        hosts: Names that it may be asked by. Any other is refused, so that no page of another site can reach it by a name of
            its own that it lets point here.
        password: Hash (Argon2) of the password with which people sign in; without one, nobody need sign in, and no other
            machine should be able to ask.
        log: File to which a line is added for whatever was changed, and whoever signed in or tried to.

    Raises:
        BadLedger: The file is missing, damaged, or no ledger.
        NoServer: The log cannot be written.
    """
    path = Path(ledger)
    Ledger(path).close()  # brought up to date once, before several threads open it
    site = _Site(path, read_only=read_only, password=password, log=Log(Path(log)) if log else None)
    return Guard(site.behind, hosts, FORM, {action.path: action.limit for action in site.actions})


class _Site:
    """What all pages share."""

    def __init__(self, path: Path, *, read_only: bool, password: str | None, log: Log | None) -> None:
        self.path, self.read_only = path, read_only
        self.actions: tuple[Action, ...] = () if read_only else ACTIONS
        self.pages = tuple(page for page in PAGES if not (page.changes and read_only))
        self.readers = Readers(path)
        self.writer = None if read_only else Writer(path)
        self.sessions, self.static = Sessions(), Static()
        routes = [Route(page.path, self.page(page), methods=["GET"], name=page.name) for page in self.pages]
        routes += [Route(action.path, self.action(action), methods=["POST"], name=action.name) for action in self.actions]
        self.log = log
        self.signing = Signing(self.sessions, password) if password else None
        if self.signing:
            routes += [
                Route(SIGN_IN, self.sign_in, methods=["GET", "POST"], name="sign-in"),
                Route("/sign-out", self.sign_out, methods=["POST"], name="sign-out"),
            ]
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
        self.behind: ASGIApp = Door(self.application, self.signing) if self.signing else self.application
        self.jobs = None if read_only else Jobs(path)
        self.application.state.jobs = self.jobs
        self.templates = environment(self.application.router, self.static.address)

    @asynccontextmanager
    async def open(self, _: Starlette) -> AsyncIterator[None]:
        """From the start of the server to its end."""
        try:
            yield
        finally:
            if self.jobs is not None:
                await asyncio.to_thread(self.jobs.close)
            self.readers.close()
            if self.writer is not None:
                self.writer.close()
            if self.log is not None:
                self.log.close()

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
            async with request.form(max_files=action.files, max_fields=_FIELDS, max_part_size=action.limit) as form:
                self.checked(request, form)
                assert self.writer is not None  # there are no actions where nothing can be changed
                try:
                    done = await self.writer.run(lambda ledger: action.act(ledger, form, request))
                except Instead as other:
                    return self.rendered(other.template, request, other.context, other.status)
            response = done if isinstance(done, Response) else RedirectResponse(done, 303)
            about = form.get("record") or form.get("review") or response.headers.get("location", "")
            self.logged(request, action.name, reviewer(request), about if isinstance(about, str) else "")
            return response

        return answer

    def checked(self, request: Request, form: FormData) -> None:
        """Refuse a form that another site would have a browser send."""
        if not self.sessions.of(request).accepts(form.get("token")):
            raise HTTPException(403, "The form is from another session; reload its page and send it again.")

    def logged(self, request: Request, what: str, who: str | None, about: str = "") -> None:
        """Put on record what was done."""
        if self.log is not None:
            self.log.write(what, who=who, whence=whence(request), about=about)

    async def sign_in(self, request: Request) -> Response:
        """The page where people sign in, and its form."""
        assert self.signing is not None  # else there is no such page
        shown = {"sentence": None, "given": "", "query": request.url.query, "outside": True, "ledger_name": "A ledger"}
        if request.method != "POST":
            return self.rendered("sign-in.html", request, shown)
        async with request.form(max_files=0, max_fields=_FIELDS) as form:
            self.checked(request, form)
            who = named(form.get("who"))
            try:
                response = await asyncio.to_thread(self.signing.enter, form, request)
            except Refused as refused:
                self.logged(request, "was refused", who, str(refused))
                shown |= {"sentence": refused.sentence, "given": who or ""}
                return self.rendered("sign-in.html", request, shown, refused.status)
        self.logged(request, "signed in", who)
        return response

    async def sign_out(self, request: Request) -> Response:
        """The form by which somebody signs out."""
        assert self.signing is not None  # else there is no such form
        async with request.form(max_files=0, max_fields=_FIELDS) as form:
            self.checked(request, form)
        self.logged(request, "signed out", reviewer(request))
        return self.signing.leave(request)

    def rendered(self, template: str, request: Request, context: Any, status: int = 200) -> Response:  # noqa: ANN401 (a mapping)
        """A page of this template."""
        session = self.sessions.of(request)
        text = self.templates.get_template(template).render(
            {
                "here": request.url.path,
                "address_here": str(request.url),
                "version": __version__,
                "asked": {},
                "pages": [page for page in self.pages if page.nav],
                "ledger_name": self.path.name,
                "read_only": self.read_only,
                "token": session.token,
                "signed": getattr(request.state, "who", None),
                "outside": False,
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
