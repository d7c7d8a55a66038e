"""What the meanings of times are made of: numbers, units, steps from a moment, and the moment itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from allegedly.reading.times_values import days_of, grain_of
from allegedly.reading.times_words import Word

if TYPE_CHECKING:
    from allegedly.reading.times_grammar import Match

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """TIMEX3 type and value, and the days meant where they are known."""

    kind: Kind
    value: str
    days: tuple[date, date] | None
    grain: str | None
    sure: float
    """How often expressions read like this one are read rightly, 0 to 1."""
    spoken: bool = False
    """Whether later words (*the next day*) can look back on it."""


@dataclass(slots=True)
class Now:
    """From where an expression is seen."""

    day: date | None
    """The day of writing."""
    direction: Callable[[], int]
    """Which way the sentence looks: -1 back, 1 ahead, 0 not said."""
    spoken: date | None = None
    """First day of the time last spoken of."""
    spoken_day: date | None = None
    """The day last spoken of as a day."""
    quarter: str | None = None
    """The quarter last spoken of, as a TIMEX3 value."""
    quarterly: bool = False
    """Whether the business period last spoken of is a quarter rather than a year or part of one."""


def meaning_with(value: str, sure: float = 0.85, kind: Kind = "DATE") -> Meaning:
    days = days_of(value)
    return Meaning(kind, value, days, grain_of(value), sure if days else 0.6, spoken=days is not None and kind != "DURATION")


def open_meaning(value: str, kind: Kind = "DATE", sure: float = 0.7) -> Meaning:
    return Meaning(kind, value, None, None, sure)


def unknown_meaning(grain: str | None, value: str = "") -> Meaning:
    """An expression that needs the day of writing, which is not known; the value says what is known without it."""
    return Meaning("DATE", value, None, grain, 0.5)


def number(words: tuple[Word, ...]) -> int | None:
    """The number that digits or number words say (*twenty-four*, *two dozen*), or null where there is none.

    Of two (*two to three*) the last counts.
    """
    total = current = 0
    seen = joined = False
    for w in words:
        joined = joined or w.cls in ("to", "or")
        if w.cls in ("small", "big", "year"):
            total, current, seen, joined = 0, int(w.value), True, False
        if w.cls == "number":
            n = int(w.value)
            if joined:
                total = current = 0
                joined = False
            if n in (100, 12):
                current = max(current, 1) * n
            elif n == 1000:
                total, current = total + max(current, 1) * 1000, 0
            else:
                current += n
            seen = True
    return total + current if seen else None


def months_of(count: str) -> int | None:
    """Months of so many years and a half; null where the count is no such."""
    return int(float(count) * 12) if count.endswith(".5") else None


def count_of(words: tuple[Word, ...]) -> str:
    """The number before a unit as TIMEX3 writes it; ``X`` where it is left open."""
    mixed = next((w for w in words if w.cls == "mixed"), None)
    if mixed:
        return mixed.value
    n = number(words)
    if n is not None:
        return f"{n}.5" if any(w.cls == "half" for w in words) else str(n)
    if any(w.cls == "half" for w in words):
        return "1.5" if any(w.cls == "and" for w in words) else "0.5"
    for w in words:
        if w.cls == "couple":
            return "2"
        if w.cls in ("few", "some"):
            return "X"
    return "1" if any(w.cls == "a" for w in words) else "X"


def unit_of(match: Match) -> str:
    w = match.first("unit", "units", "weekend")
    return w.value if w else "D"


_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}


def length_of(count: str, unit: str) -> str:
    """TIMEX3 duration: ``P3M``, ``PT2H``, ``PXY``, ``P2Y6M`` for two and a half years."""
    if unit in ("2W", "6M", "E"):
        factor, unit = (10, "Y") if unit == "E" else (int(unit[0]), unit[1])
        count = f"{float(count) * factor:g}" if count != "X" else count
    if count.endswith(".5") and unit in _HALVES:
        whole = int(float(count))
        larger = f"{whole}{unit[-1]}" if whole else ""
        return f"{'PT' if unit[0] == 'T' else 'P'}{larger}{_HALVES[unit]}"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


def step_of(match: Match) -> int:
    """By how many units a demonstrative moves: last -1, next 1, this 0."""
    w = match.first("last", "past", "previous", "next", "following", "latest")
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1}.get(w.cls, 0) if w else 0


def looks_back(match: Match) -> bool:
    """Whether it is counted from the time last spoken of and not from the day of writing."""
    if match.has("previous", "following", "that", "same"):
        return True
    # "The next day" comes after what was told; "the next year" mostly after the day of writing.
    fine = match.has("part") or (match.has("unit") and unit_of(match) == "D")
    return fine and match.has("next") and match.words[0].cls == "the"


def base_of(match: Match, now: Now) -> date | None:
    if not looks_back(match):
        return now.day
    fine = match.has("part", "weekday") or (match.has("unit") and unit_of(match) == "D")
    return (now.spoken_day if fine else now.spoken) or now.day
