"""The dateline: an article's first words that say where and when it was written, and for which agency.

What is known: ``JERUSALEM, Israel – …``, ``ISTANBUL (Reuters) - …``, ``WASHINGTON, March 3 (AP) — …``,
``BAGHDAD/LONDON — …``, ``Washington (CNN) …``, a full date before the place (``date 2019-12-18 JERUSALEM, …``), and a
line that is nothing but a date (``Thursday, September 12, 2019``). It may stand after a headline and a byline.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from allegedly.intake import dates
from allegedly.intake.header import body_start
from allegedly.intake.tables import table
from allegedly.model import Dateline, Span

_LINES = 6
"""Lines looked at: a headline, a byline and an outlet's name may stand before the dateline."""
_REACH = 1_200
"""Characters looked at after the header."""
_LONGEST = 110
_WORDS = 7
"""Words in a place."""
_TOWN = 4
"""Words in the name of a town."""

_DASH = re.compile(r"\s+(?:--?|[‐‑‒–—―−])\s+|\s*[—―]\s*|\s*--\s*|(?<=\))\s*[-–:]\s*", re.UNICODE)
_AGENCY = re.compile(r"\s*(?:\(([^()\n]{2,40})\)|/([^/\n]{2,40})/)$")
_AGENCY_FIRST = re.compile(r"([^()\n]{0,80}?)\s*\(([^()\n]{2,40})\)\s+(?=[\w\"'“‘$£€])")


class Opening(NamedTuple):
    """A dateline as it stands in a text. ``end`` is where the prose begins, after the dash."""

    place: str | None
    month: int | None
    day: int | None
    date: str | None
    """ISO 8601 day where the dateline gives its year, else null."""
    span: Span
    end: int


@cache
def _full_date() -> re.Pattern[str]:
    month = rf"(?:{dates.month_words()})\.?"
    weekday = rf"(?:(?:{dates.weekday_words()})\.?,?\s+)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:dated?:?\s+)?(?P<date>{weekday}(?:\d{{4}}-\d{{2}}-\d{{2}}|{month}\s+{day},?\s+\d{{4}}|{day}\s+{month},?\s+\d{{4}}))",
        re.IGNORECASE | re.ASCII,
    )


@cache
def _short_date() -> re.Pattern[str]:
    month = rf"(?P<{{0}}>{dates.month_words()})\.?"
    return re.compile(
        rf",?\s*(?:\b(?:{dates.weekday_words()})\.?,?\s*)?"
        rf"(?:\b{month.format('m1')}\s+(?P<d1>\d{{1,2}})|\b(?P<d2>\d{{1,2}})\s+{month.format('m2')})?"
        r"(?:,?\s+(?P<year>\d{4}))?$",
        re.IGNORECASE | re.ASCII,
    )


@cache
def agencies() -> frozenset[str]:
    """News agencies as they sign their reports, in small letters."""
    return frozenset(row["agency"].lower() for row in table("agencies"))


@cache
def _kickers() -> frozenset[str]:
    return frozenset(row["words"] for row in table("kickers"))


@cache
def _particles() -> frozenset[str]:
    return frozenset(row["word"] for row in table("particles"))


def openings(text: str) -> tuple[Opening, ...]:
    """The datelines among the first lines of the text: none, one, or a line with the date and one with the place."""
    at = body_start(text)
    limit = min(len(text), at + _REACH)
    dated: tuple[Opening, ...] = ()
    for _ in range(_LINES):
        while at < limit and text[at].isspace():
            at += 1
        if at >= limit:
            break
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found = _in_line(text, at, end)
        if found and (found.place or found.end > found.span[1]):
            return (*dated, found)
        if found and not dated:
            dated = (found,)  # a line that is nothing but a date; the place may follow
        at = end
    return dated


def dateline(text: str, published: str | None = None) -> Dateline | None:
    """The article's dateline, or null where the text has none that gives a place or a day.

    A day without a year gets the year that brings it nearest to the day of publication, where that is known.
    """
    found = openings(text)
    if not found:
        return None
    last = found[-1]
    date = last.date or next((one.date for one in found if one.date), None)
    if last.month and last.day and last.date is None and (published or date):
        date = dates.near(last.month, last.day, published or date or "")
    if last.place is None and date is None:
        return None
    return Dateline(place=last.place, date=date, span=last.span)


def preamble(text: str) -> tuple[Span, ...]:
    """The parts of the text that are no prose: header block, dateline with its dash. A pure function of the text."""
    head = body_start(text)
    return ((0, head),) * (head > 0) + tuple((found.span[0], found.end) for found in openings(text))


def prose_start(text: str) -> int:
    """Where the report itself begins: after the header block, the dateline and its dash. A pure function of the text.

    Where a headline or anything else stands before the dateline, that is prose too, and the report begins with it.
    """
    begin = 0
    for start, end in preamble(text):
        if not text[begin:start].strip():
            begin = end
    return begin


def _in_line(text: str, begin: int, end: int) -> Opening | None:
    line = text[begin : min(end, begin + _LONGEST + 60)]
    whole = _full_date().fullmatch(line.strip()) if end - begin <= _LONGEST else None
    if whole:
        stop = begin + len(line.rstrip())
        return Opening(None, None, None, dates.day(whole["date"]), (begin, stop), stop)
    for dash in _DASH.finditer(line, 0, _LONGEST):
        if dash.end() < len(line) and not line[dash.end()].islower():
            found = _lead(line[: dash.start()])
            if found and not (found.bare and _all_capitals(line[dash.end() :])):
                return _placed(found, begin, begin + dash.end())
    agency = _AGENCY_FIRST.match(line)
    if agency and agency[2].lower() in agencies():
        found = _lead(agency[0].rstrip())
        if found:
            return _placed(found, begin, begin + agency.end())
    return None


class _Lead(NamedTuple):
    place: str | None
    month: int | None
    day: int | None
    date: str | None
    length: int
    bare: bool
    """Nothing but capitals says that it is a place: no date, no agency that is known."""


def _placed(lead: _Lead, begin: int, end: int) -> Opening:
    return Opening(lead.place, lead.month, lead.day, lead.date, (begin, begin + lead.length), end)


def _lead(words: str) -> _Lead | None:
    """The words before the dash, taken apart from both ends; null where they are no dateline."""
    length = len(words)
    date = month = day = None
    rest = words
    first = _full_date().match(rest)
    if first:
        date = dates.day(first["date"])
        rest = rest[first.end() :].lstrip(" \t,:.-–—|")
    agency = _AGENCY.search(rest)
    if agency:
        rest = rest[: agency.start()]
    last = _full_date_at_end(rest)
    if last:
        date = date or dates.day(rest[last:])
        rest = rest[:last]
    short = _short_date().search(rest)
    if short and (short["m1"] or short["m2"]):
        month = dates.month_number(short["m1"] or short["m2"])
        day = int(short["d1"] or short["d2"])
    if short and short.end() > short.start():
        rest = rest[: short.start()]
    rest = rest.strip(" \t,")
    known = bool(agency and (agency[1] or agency[2]).lower() in agencies())
    if not rest:
        return _Lead(None, month, day, date, length, bare=False) if known or date else None
    sure = bool(known or date or month)
    return _Lead(_place(rest), month, day, date, length, bare=not sure) if _is_place(rest, sure) else None


def _all_capitals(words: str) -> bool:
    """Whether the prose is in capitals too; then capitals say nothing about a place."""
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 4 and sum(c.isupper() for c in letters) * 2 > len(letters)


def _full_date_at_end(words: str) -> int | None:
    for match in _full_date().finditer(words):
        if not words[match.end() :].strip():
            return match.start()
    return None


def _is_place(words: str, sure: bool) -> bool:
    """Whether the words can be a place: a town in capitals, or in any letters where a date or agency follows."""
    town, *regions = (part.strip() for part in words.split(","))
    if (
        not town
        or len(words.split()) > _WORDS
        or len(town.split()) > _TOWN
        or words.lower().startswith("by ")
        or town.lower() in _kickers()
        or words.lower() in _kickers()
    ):
        return False
    if any(c.isdigit() or c in ':;!?"“”()[]<>|*#@=_%$&' for c in words):
        return False
    parts = town.replace("/", " ").split()
    letters = [c for c in town if c.isalpha()]
    if len(letters) < 3 and not regions and not sure:
        return False
    if sure:
        shaped = all(part[0].isupper() or part.lower() in _particles() for part in parts)
    else:
        # An abbreviation of the town (ST. LOUIS) may stand first; a sentence's full stop may not.
        shaped = all(part.isupper() or part.lower() in _particles() for part in parts) and not town.endswith(".")
    return shaped and bool(letters) and len(regions) <= 2 and all(_is_region(region) for region in regions)


def _is_region(words: str) -> bool:
    parts = words.split()
    return 0 < len(parts) <= 4 and all(part[0].isupper() or part.lower() in _particles() for part in parts)


def _place(words: str) -> str:
    """The place in normal capitals: ``JERUSALEM, Israel`` → ``Jerusalem, Israel``."""
    tidy = re.sub(r"\s+,", ",", " ".join(words.split()))
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?(?:[^\W\d_]\.)*", _capitals, tidy)


def _capitals(word: re.Match[str]) -> str:
    letters = word[0]
    if "." in letters[:-1] or not letters.isupper() or len(letters) == 1:
        return letters  # D.C., U.K., and what is in normal capitals already
    if len(letters) <= 3 and "," in word.string[: word.start()]:
        return letters  # a region by its letters: DC, UAE
    if word.start() and letters.lower() in _particles():
        return letters.lower()
    return re.sub(r"(?<=['’])S\b", "s", re.sub(r"[^'’]+", lambda part: _capital(part[0]), letters))


def _capital(part: str) -> str:
    if part.startswith("MC") and len(part) > 4:
        return "Mc" + part[2:].capitalize()
    return part[:1] + part[1:].lower()
