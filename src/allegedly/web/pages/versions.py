"""The versions of an article side by side: which words are new in each, and which are there no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.model import Article
from allegedly.reading.parse import paragraphs_of
from allegedly.web.page import Page

_MOST = 1_000
"""Paragraphs of a version, and words of a paragraph, that are compared; longer ones are taken as a whole."""
_PAIRS = 3
"""Changes that are shown, the last ones."""


class Piece(NamedTuple):
    """Words of one version; ``changed`` where the other one has others there, or none."""

    words: str
    changed: bool


class Line(NamedTuple):
    """A paragraph of the earlier version and of the later one beside it; empty where either has none."""

    before: Sequence[Piece]
    after: Sequence[Piece]


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    versions = ledger.versions_listed(request.path_params["id"])
    pairs = list(pairwise(versions))
    shown = [(a, b, lines(ledger.article(a.id), ledger.article(b.id))) for a, b in pairs[-_PAIRS:]]
    return {"versions": versions, "pairs": shown, "left": max(0, len(pairs) - _PAIRS)}


def lines(a: Article, b: Article) -> list[Line]:
    """The paragraphs of two versions side by side."""
    before, after = _paragraphs(a), _paragraphs(b)
    made: list[Line] = []
    for kind, i, j, k, l in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            made += [Line((Piece(one, changed=False),), (Piece(one, changed=False),)) for one in before[i:j]]
            continue
        both = min(j - i, l - k)
        made += [_words(x, y) for x, y in zip(before[i : i + both], after[k : k + both], strict=True)]
        made += [Line((Piece(one, changed=True),), ()) for one in before[i + both : j]]
        made += [Line((), (Piece(one, changed=True),)) for one in after[k + both : l]]
    return made


def _words(x: str, y: str) -> Line:
    """Two paragraphs that differ, word by word."""
    before, after = x.split(), y.split()
    if max(len(before), len(after)) > _MOST:
        return Line((Piece(x, changed=True),), (Piece(y, changed=True),))
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, i, j, k, l in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if j > i:
            left.append(Piece(" ".join(before[i:j]), kind != "equal"))
        if l > k:
            right.append(Piece(" ".join(after[k:l]), kind != "equal"))
    return Line(left, right)


def _paragraphs(article: Article) -> list[str]:
    found = [article.text[start:end] for start, end in paragraphs_of(article.text)]
    return [*found[:_MOST], " ".join(found[_MOST:])] if len(found) > _MOST else found


PAGE = Page(name="versions", path="/article/{id}/versions", template="versions.html", make=_make)
