"""One article: its text with the voices in the margin, what it shares with others, who calls whom what, and its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.ledger.beside import CopyWith
from allegedly.ledger.names import NAMED
from allegedly.model import Reader, Reading, Span, Statement
from allegedly.publishing.words import Words
from allegedly.web.marking import Marked
from allegedly.web.page import Elsewhere, Page

_SHORT = 12
"""Digits of an article's id in its address."""
_COPIES = 40
"""Copies that are told of beside paragraphs."""


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    name, _, wanted = request.path_params["id"].partition(":")
    article = ledger.article(name)
    try:
        reading, unread = ledger.reading(name), None
    except BadLedger as error:
        nobody = Reader(name="nobody", version="", pipeline="")
        reading, unread = Reading(article=article, reader=nobody), error.reason
    words = Words(reading)
    claims = ledger.claims_of(name)
    copies = ledger.copies(name)
    noted = {s.id for s in reading.statements if _noted(s, words, s.id in claims)}
    marked = Marked(reading, (span for each in copies for span in each.own), {s.id for s in reading.statements} - noted)
    said = {s.id: s for s in reading.statements}
    short = article.id.removeprefix("sha256:")[:_SHORT]
    if wanted:
        # As 'allegedly find' prints it: acc6fb7de38d:s3.
        portion = marked.portion(said[wanted]) if wanted in said else 0
        asked = f"?portion={portion + 1}" if portion else ""
        raise Elsewhere(f"{request.url_for('article', id=short).path}{asked}#{wanted}")
    number = request.query_params.get("portion", "1")
    portion = int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 6 else 0
    portion = min(max(portion, 0), len(marked.portions) - 1)
    return {
        "article": article,
        "short": short,
        "unread": unread,
        "copies": copies,
        "came": ledger.came(name),
        "versions": ledger.versions_listed(name),
        "words": words,
        "marked": marked,
        "portion": portion,
        "voices": sorted(marked.voices.values(), key=lambda voice: -len(voice.statements)),
        # Of those who have names, the ledger knows more.
        "known_voices": {e.id for e in reading.entities if e.kind in NAMED},
        "claims": claims,
        "said": said,
        "noted": noted,
        "also": lambda span: _also(copies, span),
        "labels": Counter(words.label(label) for label in reading.labels).most_common(),
        "cast": sorted(reading.entities, key=lambda e: -len(e.mentions)),
    }


def _also(copies: Sequence[CopyWith], span: Span) -> list[CopyWith]:
    """The articles in which a part of this paragraph stands too, but for those of which the head says that they are all of it."""
    return [
        each for each in copies[:_COPIES] if each.copy.kind != "reprint" and any(a < span[1] and b > span[0] for a, b in each.own)
    ]


def _noted(statement: Statement, words: Words, of_claim: bool) -> bool:
    """Whether the margin has a note of it: of what is attributed always, of the outlet's own words where there is more to say."""
    return statement.mode != "narration" or of_claim or bool(statement.cue or words.reviewed(statement))


PAGE = Page(name="article", path="/article/{id}", template="article.html", make=_make)
