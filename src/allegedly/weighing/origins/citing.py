"""The outlets that a sentence cites, of those whose articles are there."""

from __future__ import annotations

import re
from functools import lru_cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import is_calling, says
from allegedly.weighing.origins.outlets import (
    alone,
    by_title,
    called,
    in_capitals,
    in_print,
    is_cited,
    is_named,
    lowered,
    plain,
    shorter,
)
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.vocabularies import words

CITING = re.compile(
    r"\b(?:report(?:s|ed|ing)?|says?|said|told|tells|wrote|writes|written|reveal(?:s|ed)?|according|disclosure|disclosed"
    r"|discovered"
    r"|found|published|quot(?:ed|es|ing)|exclusive|claims?|claimed|revelation|article|story|broadcast|showed|scoop|has it"
    r"|[Ww]ord|[Nn]ews (?:came|comes)|heard|read|carr(?:y|ies|ied|ying)|learn(?:s|ed|t)?|know(?:s|n)? from|understands?"
    r"|stands?|stood"
    r"|confirm(?:s|ed)?|believed|print(?:s|ed)|carried|aired|ran|first)\b"
)
_ALONE = r"(?! (?:of (?:the )?)?[A-Z])"
"""Behind one word of a name, where it is all: not *the Times of Orrel*."""
_THE = re.compile(r"\b(?:[Tt]he|[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Hh]er|\w+['’]s) ([A-Z][\w-]+)\b" + _ALONE)
_SORTS = (
    r"(?:magazine|paper|newspaper|daily|weekly|monthly|website|site|portal|blog|forum|agency|station|radio|channel|broadcaster"
    r"|journal|podcast|programme|show|tabloid|newsletter|encyclopa?edia|column)"
)
_CALLED = r"(?P<name>[A-Z][\w'’&.-]*(?: (?:& )?[A-Z&][\w'’&.-]*)*)"
_OF_SORT = (
    re.compile(rf"\b{_SORTS},? (?:called |named )?{_CALLED}"),
    re.compile(rf"\b[Tt]he {_CALLED} {_SORTS}\b"),
)
_MATTER = re.compile(
    r"\b(?:editors?|editor-in-chief|reporters?|correspondents?|journalists?|columnists?|photographers?|publishers?|founders?"
    r"|owners?|staff|employees|offices?|newsroom|building|licence) of\b"
    r"|\b(?:analysts?|contributors?|commentators?|hosts?|anchors?|fellows?|writers?|staff) (?:at|for|with|on) "
)
"""Whom or what a sentence is about that only belongs to an outlet."""
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"“”]*\"(?!\w)")
_ENDED = re.compile(r"^[^“”\"]*?[,.!?—-][”\"](?=[\s,.])")
"""What a quotation that begins before a sentence has in it."""
_BEGUN = re.compile(r"(?:(?<=\s)|^)[“\"](?=\w)[^“”\"]*$")
"""What one that ends behind it has."""
_OWNED = re.compile(r"(?P<of>['’]s?)?(?P<its>(?: [\w-]+){1,3})")
"""What stands behind an owner, or behind where somebody is from: *Fen Valley's new coach*, *Fen Valley captain Ana Ruiz*."""
_WHERE = re.compile(r"\b(?:in|at|near|outside|around|against|beat|to) (?:[Tt]he )?$")
"""Before where something is, or whom somebody plays."""
_IN_PRINT = re.compile(
    r"\b(?:read|reads|saw|seen|heard|found|printed|published|reported|reports?|stands?|stood|appear\w*|stor(?:y|ies)|article|said"
    r"|says|told|spoke|speaking|talk\w*|according|interview\w*|account|news)\b[^,;]*$"
)
"""Before an outlet in which one reads something, or to which one speaks."""
_DROPPED = frozenset("news agency press service wire newswire".split())
"""Words without which an outlet is cited, so that what is left of its name may be a place's."""
_ANYBODYS = frozenset("boat colleague crew critic helicopter motorcycle observer staff team van".split())
"""An outlet's people and what they go in, which others have too: *Fen Valley's medical staff*."""
_SOURCE = re.compile(
    r"\s*\(?(?:[Ss]ources?|[Vv]ia|[Cc]redit|[Qq]uelle|[Rr]eferences?|[Rr]ef\.|[Aa]fter|[Ff]rom)\s*:\s*(?P<what>[^\n]{3,160})"
)
_MARK = re.compile(r"[(\[](\d{1,2})[)\]]")
"""A sentence's pointer to a note."""
_BRACKETED = re.compile(
    r"[(\[](?:(?:[Ss]ources?|[Aa]fter|[Vv]ia|[Ff]rom|[Ss]ee|[Cc]redit|[Qq]uoted from)[: ]\s?)?(?:[Tt]he"
    r" )?([A-Z][^()\[\]]{2,80})(?=[)\]])"
)
"""What a sentence gives as its source in brackets: *(source: Hill Courier, 4 May)*."""


def unquoted(text: str) -> str:
    """A sentence without what stands in quotation marks, also in those that begin before it or end behind it."""
    if not any(mark in text for mark in '“”"'):
        return text
    return _BEGUN.sub(" ", _ENDED.sub(" ", _QUOTATION.sub(" ", text)))


def cited(report: Report, sentence: str, others: list[str]) -> list[str]:
    """The outlets among these that a sentence names, as others than its matter: *the editor of the Courier was arrested*."""
    bare, low = unquoted(sentence), lowered(sentence)
    names = in_capitals(sentence)
    whole = [outlet for outlet in others if is_cited(outlet, low) or is_named(outlet, names)]
    whole = whole or _by_sort(sentence, others) or _alone(report, sentence, others)
    whole = whole or [outlet for outlet in others if by_title(outlet, sentence)]
    whole = whole or [outlet for outlet in others if _in_brackets(outlet, sentence) or in_print(outlet, sentence)]
    whole = [outlet for outlet in whole if not is_elsewhere(outlet, sentence)]
    if CITING.search(sentence) or any(says(word) for word in folded(bare).split()):
        return whole
    return whole if not _MATTER.search(sentence) else []


def is_elsewhere(outlet: str, sentence: str) -> bool:
    """Whether all that looks like an outlet's name means another: *Fen Valley's coach*, *lives in Fen Valley*."""
    found = [(name, m) for name in shorter(outlet) for m in _spelt(name).finditer(sentence)]
    return bool(found) and all(_is_owner(name, m, sentence, outlet) for name, m in found)


@lru_cache(maxsize=1_024)
def _spelt(name: str) -> re.Pattern[str]:
    """A plain name as it stands in a text."""
    return re.compile(rf"\b{'[^0-9A-Za-z]{1,2}'.join(map(re.escape, name.split()))}\b", re.IGNORECASE)


def _is_owner(name: str, m: re.Match[str], sentence: str, outlet: str) -> bool:
    """Whether a name, less what makes it an outlet's, is that of a place: *Fen Valley's coach*, *lives in Fen Valley*."""
    every = plain(outlet).split()
    if " ".join(every[: name.count(" ") + 1]) != name or not {*every[name.count(" ") + 1 :]} <= _DROPPED or name == plain(outlet):
        return False
    if _WHERE.search(sentence, 0, m.start()) and not _IN_PRINT.search(sentence, 0, m.start()):
        return True
    behind = _OWNED.match(sentence, m.end())
    its = [lexicons.singular(w) for w in folded(behind["its"]).split()] if behind else []
    if behind is None or not its or not behind["of"]:
        return bool(its) and is_calling(its[0]) and its[0] not in words("observers")
    # Whose reporters or story it is, it is an outlet; a team or a boat may be a town's, where more is told of it.
    return {*its}.isdisjoint((words("observers") - _ANYBODYS) | words("journalism")) and its[0] not in _ANYBODYS


def only_named(sentences: list[str], outlet: str) -> bool:
    """Whether sentences speak of an outlet only as of whose somebody is, or of what is called as it is."""
    return any(_only_belongs(one, outlet) for one in sentences) or is_elsewhere(outlet, " ".join(sentences))


def _only_belongs(sentence: str, outlet: str) -> bool:
    """Whether a sentence names an outlet only as whose somebody is who is not heard: *the editor of the Courier slept*."""
    found = _MATTER.search(sentence)
    if found is None or CITING.search(sentence):
        return False
    behind = re.match(r" ?(?:[Tt]he )?(?P<name>[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*)*)", sentence[found.end() :])
    return behind is not None and called(behind["name"], outlet) > 1


def _by_sort(sentence: str, others: list[str]) -> list[str]:
    """The outlets that a sentence names in part beside what sort of outlet it is: *a Fen magazine, Melody,*."""
    for m in (m for form in _OF_SORT for m in form.finditer(sentence)):
        found = [outlet for outlet in others if called(m["name"], outlet)]
        if len(found) == 1:
            return found
    return []


def _alone(report: Report, sentence: str, others: list[str]) -> list[str]:
    """The outlets that a sentence names by one word, where only one of them is called so: *the Post*, *the Tribuna*."""
    short = {word for word in _THE.findall(sentence) if not report.is_self(word)}
    found = [[outlet for outlet in others if word in alone(outlet)] for word in sorted(short)]
    return [only[0] for only in found if len(only) == 1]


def sourced(report: Report, end: int, others: list[str]) -> list[str]:
    """The outlets that stand behind *Source:* after a sentence."""
    m = _SOURCE.match(report.text, end)
    if m is None:
        return []
    whole = [outlet for outlet in others if is_cited(outlet, f" {folded(m['what'])} ")]
    return whole or [outlet for outlet in others if called(m["what"].strip(" .)").partition(",")[0], outlet)]


def noted(report: Report, sentence: str, end: int, others: list[str]) -> list[str]:
    """The outlets that the note names to which a sentence points: *(1)*, and at the foot *1. Hill Courier, 4 May*."""
    for mark in _MARK.finditer(sentence):
        note = re.compile(rf"(?<![\d.]){mark[1]}[.:)\]]? (?P<what>[^\n]{{4,200}}?)(?= \d\. |\n|$)")
        found = note.search(report.text, end)
        if named := cited(report, found["what"], others) if found else []:
            return named
    return []


def _in_brackets(outlet: str, sentence: str) -> bool:
    given = [m[1] for m in _BRACKETED.finditer(sentence)]
    named = [f"{plain(words)} " for words in given]
    return any(one.startswith(f"{name} ") for one in named for name in shorter(outlet)) or any(
        called(words.partition(",")[0], outlet) for words in given
    )
