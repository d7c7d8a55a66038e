"""Whom an article says it has its text from: an agency that signs it or is thanked, another outlet that it cites.

What is known: an agency in brackets in the opening lines (``ISTANBUL (Reuters) -``), in the byline (*By Ana Ruiz, Associated
Press*), or in a line that thanks it (*The Associated Press contributed to this report*); the phrases are in
``vocabulary/credits.tsv``, the agencies in the vocabularies of outlets and of datelines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from allegedly.intake.dateline import agencies
from allegedly.model import Article
from allegedly.reading.vocabularies import rows
from allegedly.weighing.copies import vocabularies

_OPENING = 600
"""Characters in which an agency signs."""
_LINE = 240
"""Characters on either side of a phrase of thanks, on its line, in which an agency may stand."""
_PHRASES = 40
"""Places of one phrase of thanks that are looked at."""
_SIGNED = re.compile(
    r"\(([^()\n]{2,30})\)|/([A-Z][^/\n]{1,30})/(?=\s*[-–—])|^[ \t]*(?:By )?([A-Z][\w. ]{1,30})[ \t]*$", re.MULTILINE
)
_BYLINE = re.compile(r"^[ \t]*By\b[^\n]{2,120}$", re.MULTILINE | re.IGNORECASE)
_APART = re.compile(r"[^\w]+")


@lru_cache(maxsize=10_000)
def owner(outlet: str | None) -> str | None:
    """An outlet by the name under which the vocabulary knows it, or as it is called: *reuters.com* is *Reuters*."""
    if not outlet:
        return None
    words = [w for w in _APART.split(outlet.casefold()) if w not in ("", "the", "www")]
    for length in range(len(words), 0, -1):
        known = _names().get(" ".join(words[:length]))
        # A short form (*time*, *ap*) names an outlet where nothing but its address or its section comes after it.
        if known and (length > 1 or len(words) == 1 or "." in outlet or known in _agencies().values()):
            return known
    return outlet


def suppliers(article: Article) -> frozenset[str]:
    """The agencies and outlets that the article says its text, or part of it, is from."""
    found = set()
    opening = article.text[:_OPENING]
    for match in _SIGNED.finditer(opening):
        name = _agencies().get((match[1] or match[2] or match[3]).strip().casefold())
        if name:
            found.add(name)
    for line in (article.byline or "", *_BYLINE.findall(opening)):
        found.update(_named(line))
    low = article.text.replace("\u0130", "i").lower()  # as long as the text
    for phrase in _thanks():
        at = low.find(phrase)
        for _ in range(_PHRASES):
            if at < 0:
                break
            begin = max(low.rfind("\n", 0, at) + 1, at - _LINE)
            end = low.find("\n", at)
            found.update(_named(article.text[begin : min(end if end >= 0 else len(low), at + len(phrase) + _LINE)]))
            at = low.find(phrase, at + len(phrase))
    return frozenset(found)


def cites(article: Article, outlet: str) -> bool:
    """Whether the article says that it has something from this outlet: *told the Lantern*, *the Lantern reported*."""
    if outlet not in article.text and not any(called in article.text for called in _called(outlet)):
        return False
    return bool(_citation(outlet).search(article.text))


def _named(line: str) -> set[str]:
    return {_agencies()[match[0].casefold()] for match in _agency().finditer(line)}


@lru_cache(maxsize=1024)
def _citation(outlet: str) -> re.Pattern[str]:
    name = "|".join(map(re.escape, sorted({outlet, *_called(outlet)}, key=len, reverse=True)))
    before = "|".join(re.escape(r["phrase"]) for r in vocabularies.rows("credits") if r["how"] == "before")
    after = "|".join(re.escape(r["phrase"]) for r in vocabularies.rows("credits") if r["how"] == "after")
    return re.compile(rf"\b(?:{before})\s+(?:[Tt]he\s+)?(?:{name})\b|\b(?:{name})(?:[’']s)?(?:\s+\w+)?\s+(?:{after})\b")


def _called(outlet: str) -> tuple[str, ...]:
    return _others().get(outlet, ())


@cache
def _others() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {r["name"]: tuple(a for a in r["also"].split("|") if len(a) > 2) for r in rows("outlets") if r["also"]}
    )


@cache
def _names() -> Mapping[str, str]:
    """What outlets are called, folded → their names."""
    found: dict[str, str] = {}
    for r in rows("outlets"):
        for called in (r["name"], *filter(None, r["also"].split("|"))):
            words = [w for w in _APART.split(called.casefold()) if w not in ("", "the")]
            found.setdefault(" ".join(words), r["name"])
    return MappingProxyType(found)


@cache
def _agencies() -> Mapping[str, str]:
    """What agencies are called, in small letters → their names."""
    found = {name: _names().get(name, name) for name in agencies()}
    for r in rows("outlets"):
        if r["kind"] == "agency":
            found.update((called.casefold(), r["name"]) for called in (r["name"], *filter(None, r["also"].split("|"))))
    return MappingProxyType(found)


@cache
def _agency() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_agencies(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w.])(?:{names})(?!\w)(?=[’'\s,.;)]|$)", re.IGNORECASE)


@cache
def _thanks() -> tuple[str, ...]:
    return tuple(r["phrase"] for r in vocabularies.rows("credits") if r["how"] == "credit")
