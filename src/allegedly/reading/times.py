"""Times: the days that an article's expressions of time stand for.

A grammar for news finds the expressions (:mod:`times_grammar`), :mod:`times_meaning` says what they mean. They are seen from
the day of publication, else from the dateline's; where neither is known, what is not absolute keeps its words and has no
days. A weekday or a month by itself looks the way the sentence looks: back in the past tense, ahead after *will*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from allegedly.model import Article, Span, Time
from allegedly.reading.times_grammar import Match, matches
from allegedly.reading.times_meaning import meaning_of
from allegedly.reading.times_terms import Meaning, Now
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Name, Parse

_BETWEEN = re.compile("between", re.IGNORECASE)
_STEPS = 12
"""Heads that are followed up to the verb; deeper ones say nothing of a time's direction."""


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time with its TIMEX3 type and value beside the days that it covers."""

    span: Span
    kind: str
    """``DATE``, ``TIME``, ``DURATION`` or ``SET``."""
    value: str
    start: date | None
    end: date | None
    grain: str | None
    confidence: float
    parts: tuple[Timex, ...] = ()
    """The two ends, where it is a range (*from 2015 to 2017*); TIMEX3 has no tag for the whole."""


def find_times(parse: Parse, article: Article) -> list[Time]:
    """The times of an article in reading order, ids ``t1``, ``t2`` …; start and end are ISO days, both inclusive.

    Never raises, whatever the text; costs time linear in its length.
    """
    return [
        Time(
            id=f"t{i}",
            span=found.span,
            text=parse.text[found.span[0] : found.span[1]],
            start=found.start.isoformat() if found.start else None,
            end=found.end.isoformat() if found.end else None,
            grain=found.grain,
            confidence=found.confidence,
        )
        for i, found in enumerate(find_timexes(parse, article), 1)
    ]


def find_timexes(parse: Parse, article: Article) -> list[Timex]:
    """The same as :func:`find_times`, with TIMEX3 types and values and with the ends of ranges."""
    anchor = anchor_of(article)
    found: list[Timex] = []
    now = Now(anchor, lambda: 0)
    for match in matches(parse):
        if not _is_time(parse, match):
            continue
        now.direction = lambda match=match: direction(parse, match)  # type: ignore[misc]
        meaning = meaning_of(match, now)
        if meaning is None:
            continue
        _remember(meaning, now)
        found.append(_timex(match, meaning))
    return _ranges(parse, found)


def anchor_of(article: Article) -> date | None:
    """The day from which the article speaks: publication, else the dateline; null where neither is a day."""
    for given in (article.published, article.dateline.date if article.dateline else None):
        try:
            if given:
                return date.fromisoformat(given[:10])
        except ValueError:
            continue
    return None


def _remember(meaning: Meaning, now: Now) -> None:
    if meaning.spoken and meaning.days:
        now.spoken = meaning.days[0]
        if meaning.days[0] == meaning.days[1]:
            now.spoken_day = meaning.days[0]
        if meaning.grain == "quarter" and now.day and abs(int(meaning.value[:4]) - now.day.year) <= 1:
            now.quarter = max(now.quarter or "", meaning.value) if meaning.days[0] <= now.day else now.quarter


def _timex(match: Match, meaning: Meaning) -> Timex:
    start, end = meaning.days or (None, None)
    last = match.words[-1]
    finish = match.end if last.cls not in ("poss", "comma", "hyphen") else match.words[-2].end
    if last.cls == "dot":
        finish = last.end
    return Timex((match.start, finish), meaning.kind, meaning.value, start, end, meaning.grain, meaning.sure)


# ---- what only looks like a time ----------------------------------------------------------------------------------------


def _is_time(parse: Parse, match: Match) -> bool:
    """Whether the words are a time where they stand: no age, no count of people, no part of a name."""
    text, end = parse.text, match.end
    if match.meaning in ("duration", "away") and text[end : end + 12].lstrip(" -‑–").startswith(("old", "of age")):
        return False
    if match.meaning == "year" and len(match.words) == 1 and not match.loose:
        return _is_year(parse, match)
    if match.meaning in ("duration", "open") and text[match.start - 1 : match.start] in ("$", "£", "€"):
        return False
    if match.meaning == "part":
        return True
    return not (match.meaning == "month" and len(match.words) == 1 and _is_name(parse, match))


def _is_year(parse: Parse, match: Match) -> bool:
    """Whether four digits are a year: by the word before them, or since they count nothing that follows."""
    text, start, end = parse.text, match.start, match.end
    before, after = text[max(0, start - 12) : start], text[end : end + 2]
    if before[-1:] in ("$", "£", "€", "#", ".", "-", "/", ":", "+") or after[:1] in ("%", ":", "/", "-") or before[-4:] == "No. ":
        return False
    if match.words[0].lower[0] in "'’‘":
        return True
    lead = before.split()[-1].lower() if before.split() else ""
    if lead.strip("(") in year_leads():
        return _counts(parse, end) < 2
    if not "1900" <= match.words[0].value <= "2050":
        return False
    return _counts(parse, end) == 0


@cache
def year_leads() -> frozenset[str]:
    """Words after which four digits are a year."""
    return frozenset(r["word"] for r in rows("times_leads") if r["use"] == "year")


def _counts(parse: Parse, end: int) -> int:
    """2 where a plural noun follows directly, which the number may count, 1 where a number or symbol does, else 0."""
    i = parse.token_at(end) if len(parse) else -1
    if i < 0 or parse.start[i] < end:
        return 0
    if parse.start[i] - end <= 1 and parse.tag[i] == "NNS":
        return 2
    return 1 if parse.tag[i] in ("CD", "$") else 0


def _is_name(parse: Parse, match: Match) -> bool:
    """Whether a month's word is part of a person's name (*Theresa May*, *April Jones*)."""
    i = parse.token_at(match.words[0].start)
    if i and parse.tag[i - 1] == "NNP" and parse.dep[i - 1] == "compound" and parse.head[i - 1] == i:
        return True  # "Theresa May"
    return any(n.first <= i <= n.last and n.label == "PERSON" for n in _persons(parse, i))


def _persons(parse: Parse, token: int) -> list[Name]:
    return [n for n in parse.names if n.first <= token <= n.last]


# ---- direction ------------------------------------------------------------------------------------------------------------


@cache
def _looks_ahead() -> frozenset[str]:
    return frozenset(r["word"] for r in rows("times_leads") if r["use"] == "ahead")


def direction(parse: Parse, match: Match) -> int:
    """Which way the clause around the expression looks: -1 back, 1 ahead, 0 where no verb says."""
    if not len(parse):
        return 0
    tokens = parse.tokens((match.words[0].start, match.end))
    if not len(tokens):
        return 0
    i = parse.head_of(tokens[0], tokens[-1])
    led_on = tokens[0] > 0 and parse.lower[tokens[0] - 1] in _LEADS_ON
    for _ in range(_STEPS):
        tag = parse.tag[i]
        if parse.lower[i] in _looks_ahead() and tag not in ("NNP", "CD"):
            return 1
        if tag.startswith("VB"):
            return _tense(parse, i) or int(led_on)
        if parse.head[i] == i:
            break
        i = parse.head[i]
    return int(led_on)


def _tense(parse: Parse, verb: int) -> int:
    helpers = [parse.lower[c] for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    if any(h in _looks_ahead() for h in helpers):
        return 1
    tag = parse.tag[verb]
    if tag == "VBD" or (tag == "VBN" and not helpers) or any(h in _LOOKS_BACK for h in helpers):
        return -1
    if "to" in helpers:
        return 1
    return 0


_LEADS_ON = frozenset(("until", "till", "through", "by"))
_LOOKS_BACK = frozenset(("was", "were", "had", "did", "has", "have", "been", "'ve", "'d"))


# ---- ranges ---------------------------------------------------------------------------------------------------------------


def _ranges(parse: Parse, found: list[Timex]) -> list[Timex]:
    """Join two times that words make the ends of a stretch: *between March and May*, *from 2015 to 2017*."""
    joined: list[Timex] = []
    for item in found:
        before = joined[-1] if joined else None
        if before and not before.parts and (made := _range(parse, before, item)):
            joined[-1] = made
        else:
            joined.append(item)
    return joined


def _range(parse: Parse, one: Timex, two: Timex) -> Timex | None:
    if one.kind != "DATE" or two.kind != "DATE" or not (one.start and two.end) or two.end < one.start:
        return None
    between = parse.text[one.span[1] : two.span[0]].strip().lower() if two.span[0] - one.span[1] < 12 else "far"
    lead = parse.text[max(0, one.span[0] - 9) : one.span[0]].lower().split()[-1:]
    begin = one.span[0]
    if lead in (["between"], ["from"]) and between in ("and", "to", "through", "until", "till"):
        if lead == ["between"]:
            # Offsets are the text's own: lower case can be longer than what it was made of.
            window = max(0, begin - 9)
            found = _BETWEEN.search(parse.text, window, begin)
            begin = found.start() if found else begin
    elif between not in ("through", "-", "–"):
        return None
    grain = one.grain if one.grain == two.grain else None
    sure = round(min(one.confidence, two.confidence) * 0.95, 4)
    return Timex((begin, two.span[1]), "DURATION", f"{one.value}/{two.value}", one.start, two.end, grain, sure, (one, two))
