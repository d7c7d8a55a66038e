"""Whose word it is that so many of a hundred think something: the poll's that counted them, and not theirs."""

from __future__ import annotations

import re

_SHARE = re.compile(
    r"(?:(?:about|around|roughly|nearly|almost|just|only|some|more|less|fewer|than|at least|over|under|another|the|other|an?"
    r"|of|overwhelming|slim|clear|vast|large|narrow|bare|slight|strong|growing|full|as many as|up to) )*"
    r"(?:\d[\d.,]{0,6} ?(?:-|–)?(?:percent|per cent|%|pct)|(?:\w+-)?\w+ (?:percent|per cent)\b"
    r"|(?:majority|majorities|plurality)(?: \([^()]{1,40}\))? of|share of"
    r"|(?:one|two|three|four|nine|seven|six|eight)[- ](?:thirds?|quarters?|fifths?|tenths?|(?:in|out of)[- ](?:\w+))"
    r"|half(?! a dozen| brother| sister)|(?:third|quarter|fifth) of)(?![\w-])"
    r"(?!.*\b(?:justices|judges|court|members|senators|lawmakers|committee|commission|board|council|jurors|officials|panel"
    r"|governors|congress|parliament|house|senate)\b)",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he) (?:[\w./'’&-]+ ){0,4}?|(?:\b(?:[A-Z][\w./'’&-]*) ){0,5}\b)(?:[Ee]xit )?(?:[Pp]olls?|[Ss]urveys?)\b"
    r"(?! (?:workers?|stations?|sites?|watchers?|booths?)\b)"
)
"""The words for a poll."""
_ASKED = re.compile(r"\b(?:surveyed|polled|asked|questioned|interviewed|respondents?|responding)\b")
_LONGEST = 120
"""Characters of the words for a source that are looked at."""


def is_share(words: str) -> bool:
    """Whether words mean so many of a number: *59 percent of islanders*, *a majority of voters*, *two thirds*."""
    return _SHARE.match(words[:_LONGEST]) is not None


def asked(words: str) -> bool:
    """Whether words for so many say that they were asked: *a majority of those surveyed*."""
    return _ASKED.search(words[:_LONGEST]) is not None


def poll_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a poll is named between two places."""
    m = _POLL.search(text, start, end)
    return m.span() if m else None


def last_poll(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a poll is named last between two places."""
    found = None
    for m in _POLL.finditer(text, start, end):
        found = m.span()
    return found
