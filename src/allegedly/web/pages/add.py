"""What a person adds: files, a text, an address; how far it is, and what was refused and why."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PureWindowsPath
from typing import Any, BinaryIO, cast

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from allegedly.errors import Refused, Unreadable
from allegedly.intake import Source, dates, web_address
from allegedly.intake.sources import shown
from allegedly.ledger import Ledger
from allegedly.web.jobs import Busy, Jobs
from allegedly.web.page import Action, Instead, NotHere, Page
from allegedly.web.reviewer import reviewer

_TEMPLATE = "add.html"
BYTES = 64 * 1024 * 1024
"""Bytes that may be sent at once."""
FILES = 100
"""Files that may be sent at once."""
_ADDRESSES = 100
_NAME = 200
"""Characters of a file's name."""
_FIELDS = ("text", "title", "addresses", "outlet", "published")


class _Wrong(Exception):
    """What is given cannot be meant; the argument is a sentence."""


def _form(given: Mapping[str, str], sentence: str | None = None) -> dict[str, Any]:
    return {"given": {name: given.get(name, "") for name in _FIELDS}, "sentence": sentence, "most": BYTES, "files": FILES}


def _make(_: Ledger, __: Request) -> Mapping[str, Any]:
    return _form({})


def _job(_: Ledger, request: Request) -> Mapping[str, Any]:
    job = _jobs(request).of(request.path_params["id"])
    if job is None:
        raise NotHere("There is no such addition, or it was long ago; the front page shows what was added last.")
    return {"job": job}


def _add(_: Ledger, form: FormData, request: Request) -> str:
    given = {name: value for name in _FIELDS if isinstance(value := form.get(name), str)}
    try:
        published = _day(given)
        job = _jobs(request).begin(
            _sources(form, given),
            published=published,
            outlet=given.get("outlet", "").strip() or None,
            command=_command(request),
        )
    except _Wrong as error:
        raise Instead(_TEMPLATE, _form(given, str(error)), 400) from error
    except Busy as error:
        raise Instead(_TEMPLATE, _form(given, f"{error}."), 503) from error
    return f"/add/{job.id}"


def _day(given: Mapping[str, str]) -> str | None:
    day = given.get("published", "").strip()
    if day and dates.day(day) is None:
        raise _Wrong(f"“{day}” cannot be read as a day; write it as 2019-12-18.")
    return day or None


def _sources(form: FormData, given: Mapping[str, str]) -> list[Source | Refused]:
    sources = [*_text(given), *_addresses(given), *_files(form)]
    if not sources:
        raise _Wrong("Nothing is given; choose a file, paste a text, or name an address.")
    return sources


def _files(form: FormData) -> Iterator[Source]:
    for upload in form.getlist("files"):
        # A form without a file sends one without a name.
        if isinstance(upload, UploadFile) and (upload.filename or upload.size):
            name = shown(PureWindowsPath(upload.filename or "").name)[-_NAME:] or "a file without a name"
            yield Source(name, None, file=_copied(upload))


def _copied(upload: UploadFile) -> BinaryIO:
    """What was sent, in a file that has no name: when the server ends, in whatever way, nothing is left of it."""
    copy = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 (the addition closes it)
    shutil.copyfileobj(upload.file, copy)
    copy.seek(0)
    return copy


def _text(given: Mapping[str, str]) -> Iterator[Source]:
    text = given.get("text", "").replace("\r\n", "\n")
    if text.strip():
        record = {"text": text, "title": given.get("title", "").strip() or None}
        yield Source("pasted text", None, file=BytesIO(msgspec.json.encode(record) + b"\n"))


def _addresses(given: Mapping[str, str]) -> Iterator[Source | Refused]:
    addresses = given.get("addresses", "").split()
    if len(addresses) > _ADDRESSES:
        raise _Wrong(f"That is more than {_ADDRESSES} addresses; give fewer at once.")
    for address in addresses:
        name = shown(address)[:_NAME]
        if web_address(address):
            yield Source(name, None, url=address)
        else:
            yield Unreadable(name, "is no address of the web; give one that begins with http:// or https://")


def _command(request: Request) -> str:
    """What is written down as the command that brought it."""
    who = reviewer(request)
    whence = request.client.host if request.client else "nowhere"
    return f"allegedly serve: added in the browser{f' by {who}' if who else ''}, from {whence}"


def _jobs(request: Request) -> Jobs:
    return cast("Jobs", request.app.state.jobs)


PAGE = Page(name="add", path="/add", template=_TEMPLATE, make=_make, nav="Add", changes=True)
JOB = Page(name="adding", path="/add/{id}", template="adding.html", make=_job, changes=True)
ACTION = Action(name="adds", path="/add", act=_add, limit=BYTES, files=FILES)
