"""The versions of an article side by side: what each says anew, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.model import Article
from allegedly.reading.parse import paragraphs_of
from allegedly.web.page import Page

_MOST = 2_000
"""Paragraphs of a version that are compared."""


class Side(NamedTuple):
    """What stands on either side of one line of the comparison."""

    kind: str
    """``equal``, ``replace``, ``delete``, ``insert``."""
    before: str
    after: str


def _make(ledger: Ledger, request: Request) -> Mapping[str, Any]:
    versions = [article for article, _ in ledger.versions(request.path_params["id"])]
    pairs = list(pairwise(versions))
    return {"versions": versions, "pairs": [(a, b, _sides(a, b)) for a, b in pairs[-3:]], "left": max(0, len(pairs) - 3)}


def _sides(a: Article, b: Article) -> list[Side]:
    before, after = _paragraphs(a), _paragraphs(b)
    sides = []
    for kind, i, j, k, l in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            sides += [Side(kind, one, one) for one in before[i:j]]
        else:
            length = max(j - i, l - k)
            left = before[i:j] + [""] * (length - (j - i))
            right = after[k:l] + [""] * (length - (l - k))
            sides += [Side(kind, x, y) for x, y in zip(left, right, strict=True)]
    return sides


def _paragraphs(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in paragraphs_of(article.text)[:_MOST]]


PAGE = Page(name="versions", path="/article/{id}/versions", template="versions.html", make=_make)
