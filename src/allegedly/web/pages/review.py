"""One statement to be decided about, with the text in which it stands and all that was decided before; and the deciding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args
from urllib.parse import quote, urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from allegedly.errors import BadReview, Overtaken
from allegedly.ledger import Ledger
from allegedly.ledger.correcting import record_of
from allegedly.ledger.reviews import Review
from allegedly.model import Act, Stance, Statement
from allegedly.publishing.safe import line
from allegedly.web.correction import FIELDS, Form
from allegedly.web.page import Action, Instead, NotHere, Page
from allegedly.web.passage import marked
from allegedly.web.queue import ORDERS, Queue
from allegedly.web.reviewer import named, remember, reviewer
from allegedly.web.trail import DONE, last_done, record_id, told

_TEMPLATE = "review.html"
_ENTITIES = 2_000
"""Entities that a list names."""
_VERDICTS = ("accept", "reject", "correct")
_TAKEN_BACK = "taken back"
"""Why somebody undoes what they did just before, where they do not say it."""


def _context(ledger: Ledger, request: Request, name: str) -> dict[str, Any]:
    """What the page of a statement shows."""
    reading = ledger.reading(name, rejected=True)
    number = name.removeprefix("sha256:").partition(":")[2].strip().lower()
    statement = record_of(reading, number)
    if not isinstance(statement, Statement):
        raise NotHere(f"The article has no statement {line(number) or 'without a number'}; it has {len(reading.statements):,}.")
    record = f"{reading.article.id.removeprefix('sha256:')[:12]}:{statement.id}"
    form = Form(reading, statement, record)
    queue, who = Queue.of(request), reviewer(request)
    history = ledger.history(record)
    following = queue.next(ledger, after=record)
    return {
        "record": record,
        "article": reading.article,
        "s": statement,
        "words": form.words,
        "text": marked(reading.article.text, statement),
        "form": form,
        "now": form.values(),
        "given": {},
        "entities": list(form.entities.values())[:_ENTITIES],
        "choices": {"stance": get_args(Stance), "act": get_args(Act)},
        "state": ledger.reviews.state(record),
        "queue": queue,
        "orders": ORDERS,
        "following": following[0].id if following else None,
        "who": who,
        "reasons": ledger.reviews.reasons(who) if who else [],
        "history": history,
        "told": {entry.review.id: told(entry.review, reading.article.text) for entry in history.entries},
        "did": DONE,
        "done": last_done(ledger, request),
        "done_record": record_id,
        "sentence": None,
        "verdict": "",
        "overtaken": None,
        "meant": [],
    }


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    return _context(ledger, request, request.path_params["id"])


def _decide(ledger: Ledger, form: FormData, request: Request) -> str:
    record, verdict = _field(form, "record"), _field(form, "verdict")
    before = _context(ledger, request, record)
    try:
        made = _decided(ledger, form, before, verdict)
    except BadReview as error:
        given = {name: _field(form, name) for name in (*FIELDS, *(f"{field}_at" for field in FIELDS), "why")}
        now, status = before | {"given": given}, 400
        if isinstance(error, Overtaken):
            now, status = _overtaken(_context(ledger, request, record), verdict, given), 409
        sentence = f"{error.reason[:1].upper()}{error.reason[1:]}."
        raise Instead(_TEMPLATE, now | {"verdict": verdict, "sentence": sentence}, status) from error
    return _there(before["queue"], before["following"], made.id)


def _decided(ledger: Ledger, form: FormData, seen: Mapping[str, Any], verdict: str) -> Review:
    """The decision of a form.

    Raises:
        BadReview: It cannot be taken.
        Overtaken: Somebody decided since the form was made.
    """
    record, who, why = seen["record"], seen["who"], _field(form, "why")
    if who is None:
        raise BadReview(record, "nobody is named who reviews; give a name first")
    if verdict not in _VERDICTS:
        raise BadReview(record, "nothing is decided; accept, reject or correct it")
    if _field(form, "state") != seen["state"]:
        raise Overtaken(record, "it is not as it was when this page was opened; look at it as it is now, and decide again")
    if verdict != "accept" and not why.strip():
        raise BadReview(record, f"nothing says why; give a reason to {verdict} it")
    changes = seen["form"].changes(form) if verdict == "correct" else None
    (made,) = ledger.review(verdict, record, changes=changes, who=who, why=why, seen=seen["state"])
    return made


def _overtaken(now: dict[str, Any], verdict: str, given: dict[str, str]) -> dict[str, Any]:
    """The page as it is now, with the decision that came meanwhile, and what this one was to be.

    What was in the fields is not put there again: what the other decision changed would be changed back with it.
    """
    entries = [entry for entry in now["history"].entries if entry.state != "withdrawn"]
    meant = [f"{name}: {line(given[name])}" for name in FIELDS if given[name] and line(given[name]) != line(now["now"][name])]
    return now | {
        "given": {"why": given["why"]},
        "overtaken": entries[-1] if entries else None,
        "meant": [DONE[verdict], *(meant if verdict == "correct" else []), *([f"why: {given['why']}"] if given["why"] else [])],
    }


def _undo(ledger: Ledger, form: FormData, request: Request) -> str:
    who, why = reviewer(request), _field(form, "why").strip()
    start = _field(form, "review")
    undone = ledger.reviews.named(start)
    if who is None:
        raise BadReview("The review", "nobody is named who undoes it; give a name first")
    if undone is not None and undone.who == who:
        why = why or _TAKEN_BACK
    (made,) = ledger.review("withdraw", start, who=who, why=why)
    return _there(Queue.of(request), record_id(made), None)


def _name(_: Ledger, form: FormData, request: Request) -> Response:
    name = named(form.get("who"))
    if name is None:
        raise BadReview("The name", "nothing is given; go back and say who reviews")
    then = _field(form, "record")
    response = RedirectResponse(_there(Queue.of(request), then or None, None), 303)
    remember(request, response, name)
    return response


def _there(queue: Queue, record: str | None, done: str | None) -> str:
    """The address of a statement to review, or of the queue where there is none."""
    asked = queue.address | ({"done": done} if done else {})
    path = f"/review/{quote(record, safe='')}" if record else "/review"
    return f"{path}?{urlencode(asked, errors='replace')}" if asked else path


def _field(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


PAGE = Page(name="review", path="/review/{id}", template=_TEMPLATE, make=_make, changes=True)
DECIDE = Action(name="decide", path="/review/decide", act=_decide)
UNDO = Action(name="undo", path="/review/undo", act=_undo)
NAME = Action(name="reviewer", path="/review/who", act=_name)
