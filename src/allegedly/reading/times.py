"""Times: the days that an article's expressions of time stand for.

A grammar for news finds the expressions (:mod:`times_grammar`), :mod:`times_doubts` leaves out what only looks like one,
:mod:`times_meaning` says what they mean. They are seen from the day of publication, else from the dateline's; where neither
is known, what is not absolute keeps its words and has no days. A weekday or a month by itself looks the way the sentence
looks (:mod:`times_direction`): back in the past tense, ahead after *will*.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from allegedly.model import Article, Time
from allegedly.reading.times_direction import direction
from allegedly.reading.times_doubts import is_time
from allegedly.reading.times_grammar import Match, matches
from allegedly.reading.times_meaning import meaning_of
from allegedly.reading.times_ranges import Timex, with_ranges
from allegedly.reading.times_terms import Meaning, Now

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse


_YEARS = range(1400, 2200)
"""Years in which an article can have been published; another is a mistake."""


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
            value=found.value or None,
            confidence=found.confidence,
        )
        for i, found in enumerate(find_timexes(parse, article), 1)
    ]


def find_timexes(parse: Parse, article: Article) -> list[Timex]:
    """The same as :func:`find_times`, with TIMEX3 types and with the ends of ranges."""
    anchor = anchor_of(article)
    found: list[Timex] = []
    now = Now(anchor, lambda: 0)
    for match in matches(parse):
        if not is_time(parse, match):
            continue
        now.direction = lambda match=match: direction(parse, match)  # type: ignore[misc]
        meaning = meaning_of(match, now)
        if meaning is None:
            continue
        _remember(meaning, now)
        found.append(_timex(match, meaning))
    return with_ranges(parse, found, anchor)


def anchor_of(article: Article) -> date | None:
    """The day from which the article speaks: publication, else the dateline; null where neither is a day."""
    for given in (article.published, article.dateline.date if article.dateline else None):
        try:
            day = date.fromisoformat(given[:10]) if given else None
        except ValueError:
            continue
        if day and day.year in _YEARS:
            return day
    return None


def _remember(meaning: Meaning, now: Now) -> None:
    if meaning.grain == "quarter":
        now.quarterly = True
    elif meaning.value in ("P6M", "P9M", "P12M", "P1Y"):
        now.quarterly = False
    if meaning.spoken and meaning.days:
        now.spoken = meaning.days[0]
        if meaning.days[0] == meaning.days[1]:
            now.spoken_day = meaning.days[0]
        if meaning.grain == "quarter" and now.day and abs(int(meaning.value[:4]) - now.day.year) <= 1:
            now.quarter = max(now.quarter or "", meaning.value) if meaning.days[1] <= now.day else now.quarter


def _timex(match: Match, meaning: Meaning) -> Timex:
    start, end = meaning.days or (None, None)
    last = match.words[-1]
    finish = match.end if last.cls not in ("poss", "comma", "hyphen") else match.words[-2].end
    return Timex(
        (_begin(match), finish), meaning.kind, meaning.value, start, end, meaning.grain, meaning.sure, reason=match.reason
    )


def _begin(match: Match) -> int:
    """Where the expression begins, without what only leads it in: *in the fall*, *its third quarter*."""
    first = match.words[0].cls
    if match.loose or len(match.words) < 2:
        return match.start
    if (
        first == "in"
        or (first == "own" and match.meaning == "quarter")
        or (first == "the" and match.words[1].cls.startswith("month"))
    ):
        return match.words[1].start
    return match.start
