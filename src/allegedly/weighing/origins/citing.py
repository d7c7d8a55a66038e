"""The outlets that a sentence cites, of those whose articles are there."""

from __future__ import annotations

import re

from allegedly.ledger.names import folded
from allegedly.weighing.origins.hops import says
from allegedly.weighing.origins.outlets import in_capitals, is_cited, is_named, plain, short_for, shorter
from allegedly.weighing.origins.report import Report

CITING = re.compile(
    r"\b(?:report(?:s|ed|ing)?|says?|said|told|tells|wrote|writes|written|reveal(?:s|ed)?|according|disclosure|disclosed"
    r"|discovered"
    r"|found|published|quot(?:ed|es|ing)|exclusive|claims?|claimed|revelation|article|story|broadcast|showed|scoop|has it"
    r"|[Ww]ord|[Nn]ews (?:came|comes)|heard|read|carr(?:y|ies|ied|ying)|learn(?:s|ed|t)?|know(?:s|n)? from|understands?"
    r"|stands?|stood"
    r"|confirm(?:s|ed)?|believed|print(?:s|ed)|carried|aired|ran|first)\b"
)
_THE = re.compile(r"\b(?:[Tt]he|[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Hh]er|\w+['’]s) ([A-Z][\w-]+)\b")
_SOURCE = re.compile(r"\s*\(?(?:[Ss]ources?|[Vv]ia|[Cc]redit|[Qq]uelle)\s*:\s*(?P<what>[^\n]{3,160})")
_MARK = re.compile(r"[(\[](\d{1,2})[)\]]")
"""A sentence's pointer to a note."""
_BRACKETED = re.compile(
    r"[(\[](?:(?:[Ss]ources?|[Aa]fter|[Vv]ia|[Ff]rom|[Ss]ee|[Cc]redit|[Qq]uoted from)[: ]\s?)?(?:[Tt]he"
    r" )?([A-Z][^()\[\]]{2,80})(?=[)\]])"
)
"""What a sentence gives as its source in brackets: *(source: Hill Courier, 4 May)*."""


def unquoted(text: str) -> str:
    """A sentence without what stands in quotation marks, also in those that begin before it or end behind it."""
    bare = re.sub(r"“[^“”]*”|\"[^\"“”]*\"(?!\w)", " ", text)
    bare = re.sub(r"^[^“”\"]*?[,.!?—-][”\"](?=[\s,.])", " ", bare)
    return re.sub(r"(?:(?<=\s)|^)[“\"](?=\w)[^“”\"]*$", " ", bare)


def cited(report: Report, sentence: str, others: list[str]) -> list[str]:
    """The outlets among these that a sentence names, where it speaks of reporting."""
    bare, low = unquoted(sentence), f" {folded(sentence)} "
    if not CITING.search(sentence) and not any(says(w) for w in folded(bare).split()):
        # *as the Confidential assures*, whatever the verb; *(Hill Courier, 4 May)*.
        return [o for o in others if f" as {plain(o)} " in low or f" as the {plain(o)} " in low or _in_brackets(o, sentence)]
    names = in_capitals(sentence)
    whole = [outlet for outlet in others if is_cited(outlet, low) or is_named(outlet, names)]
    if whole:
        return whole
    # *The Post* alone, where only one of them is a Post.
    found_ = _THE.findall(sentence)
    short = {word for word in found_ if word in {short_for(outlet) for outlet in others} and not report.is_self(word)}
    found = [[outlet for outlet in others if plain(outlet).split()[-1] == word.lower()] for word in sorted(short)]
    return [only[0] for only in found if len(only) == 1]


def sourced(report: Report, end: int, others: list[str]) -> list[str]:
    """The outlets that stand behind *Source:* after a sentence."""
    m = _SOURCE.match(report.text, end)
    return [outlet for outlet in others if is_cited(outlet, f" {folded(m['what'])} ")] if m else []


def noted(report: Report, sentence: str, end: int, others: list[str]) -> list[str]:
    """The outlets that the note names to which a sentence points: *(1)*, and at the foot *1. Hill Courier, 4 May*."""
    for mark in _MARK.finditer(sentence):
        note = re.compile(rf"(?<![\d.]){mark[1]}[.:)\]]? (?P<what>[^\n]{{4,200}}?)(?= \d\. |\n|$)")
        if found := note.search(report.text, end):
            named = [o for o in others if is_cited(o, f" {folded(found['what'])} ")]
            if named:
                return named
    return []


def _in_brackets(outlet: str, sentence: str) -> bool:
    named = [f"{plain(m[1])} " for m in _BRACKETED.finditer(sentence)]
    return any(one.startswith(f"{name} ") for one in named for name in shorter(outlet))
