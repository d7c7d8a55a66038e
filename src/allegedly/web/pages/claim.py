"""One claim: who says it, who denies it, who doubts it, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.model_claims import Claim, ClaimStatement
from allegedly.publishing.words import many
from allegedly.web.page import Page
from allegedly.web.pictures.amounts import amounts
from allegedly.web.pictures.spread import spread
from allegedly.web.pictures.tree import KINDS, tree
from allegedly.web.templates import short

_MOST = 80
"""Statements of a side; more of them are shown where they are asked for."""
_SIDES = {"for": "Put forward by", "against": "Denied by", "doubting": "Doubted by", "neutral": "Left open by"}


class Said(NamedTuple):
    """The same words of the same voice, and where they are reported."""

    words: str
    where: tuple[ClaimStatement, ...]


class Voice(NamedTuple):
    """Somebody who says it or denies it, and all that they are reported to have said of it."""

    name: str
    said: tuple[Said, ...]


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    claim = ledger.claim(request.path_params["id"])
    every = "all" in request.query_params

    def address(name: str) -> str:
        article, _, statement = short(name).partition(":")
        return request.url_for("article", id=article).path + (f"#{statement}" if statement else "")

    sides = {side: [s for s in claim.statements if s.side == side] for side in _SIDES}
    loose = claim.origins.unestablished if claim.origins else ()
    return {
        "claim": claim,
        "own": next(s for s in claim.statements if s.statement == claim.statement),
        "counted": counted(claim),
        "sides": {
            side: (_SIDES[side], _voices(those if every else those[:_MOST]), len(those)) for side, those in sides.items() if those
        },
        "most": None if every else _MOST,
        "tree": tree(claim, address),
        "spread": spread(claim, address),
        "amounts": amounts(claim, address),
        "loose": list(ledger.listed(loose[: None if every else _MOST]).values()),
        "kinds": KINDS,
        "address": address,
    }


def _voices(statements: Iterable[ClaimStatement]) -> list[Voice]:
    """The statements by voice, in the order in which these speak first."""
    by: dict[str, dict[str, list[ClaimStatement]]] = {}
    for s in statements:
        voice = by.setdefault((s.source or "nobody named").removeprefix("the ").casefold(), {})
        voice.setdefault(s.words.casefold(), []).append(s)
    return [
        Voice(
            next(iter(said.values()))[0].source or "nobody named",
            tuple(Said(those[0].words, tuple(those)) for those in said.values()),
        )
        for said in by.values()
    ]


def counted(claim: Claim) -> list[str]:
    """What is counted of it, in sentences."""
    first = f"Reported in {many(claim.articles, 'article')} of {many(claim.outlets, 'outlet')}"
    if claim.families < claim.outlets:
        first += f" that {many(claim.families, 'publisher')} own"
    origins = claim.origins
    if origins is None:
        return [f"{first}.", "Its origins were not traced since its statements changed; ‘allegedly weigh’ does so."]
    if origins.independent:
        least = f" (at least {origins.at_least})" if origins.at_least < origins.independent else ""
        sentences = [f"{first}, from {many(origins.independent, 'independent origin')}{least}."]
    else:
        sentences = [f"{first}; from whom, none of them says."]
    if claim.voices_against:
        denied = f"Denied by {many(claim.voices_against, 'voice')}"
        sentences.append(f"{denied} from {many(origins.denying, 'independent origin')}." if origins.denying else f"{denied}.")
    if claim.voices_doubting:
        sentences.append(f"Doubted by {many(claim.voices_doubting, 'voice')}.")
    if origins.circular:
        sentences.append("Outlets cite one another in a circle.")
    return sentences


PAGE = Page(name="claim", path="/claim/{id}", template="claim.html", make=_make)
