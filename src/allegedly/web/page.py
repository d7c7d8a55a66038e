"""What a page is: an address, a template, and a function that takes what the template shows out of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

if TYPE_CHECKING:
    from allegedly.ledger import Ledger

FORM = 64 * 1024
"""Bytes of a form that is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. All of it is read at one moment of the ledger, in a thread of its own."""

    name: str
    """By which templates make its address: ``url("claim", id=…)``."""
    path: str
    """Its address, with the names of its parts in braces."""
    template: str
    make: Callable[[Ledger, Request], Mapping[str, Any]]
    """What the template shows."""
    nav: str | None = None
    """What leads to it at the head of every page; null where nothing does."""
    changes: bool = False
    """Whether it is there to change something, and so not there in a server that only reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a form that is sent does to the ledger; not there in a server that only reads.

    Its token was checked, and it alone writes: one action after the other, in one thread.
    """

    name: str
    path: str
    act: Callable[[Ledger, FormData, Request], str | Response]
    """Does it, and says to which address the browser goes then."""
    limit: int = FORM
    """Bytes that may be sent."""
    files: int = 0
    """Files that may be sent."""


class NotHere(Exception):
    """There is no such page; the argument is a sentence for people."""


class Elsewhere(Exception):
    """The page has another address, which is the argument."""


class Instead(Exception):
    """What was sent cannot be done so. A page is shown that says why, with what was sent still in it."""

    def __init__(self, template: str, context: Mapping[str, Any], status: int) -> None:
        super().__init__(template)
        self.template, self.context, self.status = template, context, status
