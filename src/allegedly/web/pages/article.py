"""One article: its text with the voices in the margin, what it shares with others, who calls whom what, and its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.ledger.beside import CopyWith
from allegedly.model import Reading, Span, Statement
from allegedly.publishing.words import Words
from allegedly.web.marking import Marked
from allegedly.web.page import Elsewhere, Page

_SHORT = 12
"""Digits of an article's id in its address."""
_COPIES = 40
"""Copies that are told of beside paragraphs."""


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    name = request.path_params["id"]
    if ":" in name:
        # As 'allegedly find' prints it: acc6fb7de38d:s3.
        whole, _, statement = name.partition(":")
        raise Elsewhere(f"{request.url_for('article', id=whole).path}#{statement}")
    article = ledger.article(name)
    copies = ledger.copies(name)
    base = {
        "article": article,
        "copies": copies,
        "came": ledger.came(name),
        "versions": ledger.versions_listed(name),
        "short": article.id.removeprefix("sha256:")[:_SHORT],
    }
    try:
        reading = ledger.reading(name)
    except BadLedger as unread:
        return {**base, "words": Words(_nothing(ledger, name)), "unread": unread.reason, "marked": None}
    words = Words(reading)
    claims = ledger.claims_of(name)
    noted = {s.id for s in reading.statements if _noted(s, words, s.id in claims)}
    marked = Marked(reading, (span for each in copies for span in each.own), {s.id for s in reading.statements} - noted)
    return {
        **base,
        "unread": None,
        "words": words,
        "marked": marked,
        "voices": sorted(marked.voices.values(), key=lambda voice: -len(voice.statements)),
        "claims": claims,
        "said": {s.id: s for s in reading.statements},
        "noted": noted,
        "also": lambda span: _also(copies, span),
        "labels": Counter(words.label(label) for label in reading.labels).most_common(),
        "cast": sorted(reading.entities, key=lambda e: -len(e.mentions)),
    }


def _nothing(ledger: Ledger, name: str) -> Reading:
    from allegedly.model import Reader

    return Reading(article=ledger.article(name), reader=Reader(name="nobody", version="", pipeline=""))


def _also(copies: Sequence[CopyWith], span: Span) -> list[CopyWith]:
    """The articles in which a part of this paragraph stands too, but for those of which the head says that they are all of it."""
    return [
        each for each in copies[:_COPIES] if each.copy.kind != "reprint" and any(a < span[1] and b > span[0] for a, b in each.own)
    ]


def _noted(statement: Statement, words: Words, of_claim: bool) -> bool:
    """Whether the margin has a note of it: of what is attributed always, of the outlet's own words where there is more to say."""
    return statement.mode != "narration" or of_claim or bool(statement.cue or words.reviewed(statement))


PAGE = Page(name="article", path="/article/{id}", template="article.html", make=_make)
