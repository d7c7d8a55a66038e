"""The grammar of times: rules of ``times_rules.tsv`` as regular expressions over the symbols of words.

A rule is written with the classes of ``times.tsv`` (lower case), with named parts defined before it (upper case) and with
the marks of regular expressions. Of the rules that match at a word the longest match is taken, the first rule among equals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from allegedly.reading.times_words import OTHER, Word, symbols, words_of
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_NAME = re.compile(r"[A-Z_]{2,}|[a-z_]+")
_LOOSE = "(about | degree degree | at degree | degree to)? (the? early hyphen? | the? edge of)?"
"""What may stand before any rule: a word that loosens a number, and the part of the stretch that is meant."""
_TRIGGERS = (
    "month", "weekday", "weekdays", "weekday_abbr", "unit", "units", "weekend", "weekends", "part", "clockword", "meridiem",
    "deictic", "tonight", "overnight", "season", "feast", "year", "decade", "iso", "slash", "vague", "often", "recent",
    "clock", "term", "past", "latest", "month_abbr", "parts", "quartercode", "halfcode",
)  # fmt: skip
_COUNTED = frozenset(("duration", "ago", "away", "stretch", "first_units"))
"""Meanings that a word like *about* or *at least* can loosen; before others it is a preposition."""
_LONGEST = 24
"""Words that one expression may have; keeps matching linear in the length of the text."""


@dataclass(frozen=True, slots=True)
class Match:
    """An expression that the grammar found: the meaning its rule names, its words, and the words that loosen it."""

    meaning: str
    words: tuple[Word, ...]
    loose: tuple[Word, ...]
    reason: str = ""
    """What its rule says of itself."""

    def has(self, *classes: str) -> bool:
        """Whether a word of one of the classes is in it."""
        return any(w.cls in classes for w in self.words)

    def first(self, *classes: str) -> Word | None:
        """The first word of one of the classes."""
        return next((w for w in self.words if w.cls in classes), None)

    @property
    def start(self) -> int:
        """Its first character, words that loosen it among them."""
        return (self.loose or self.words)[0].start

    @property
    def end(self) -> int:
        """The end of its last character."""
        return self.words[-1].end


def _expanded(pattern: str, parts: dict[str, str]) -> str:
    signs = symbols()

    def put(m: re.Match[str]) -> str:
        name = m.group()
        return f"(?:{parts[name]})" if name in parts else signs[name]

    return re.sub(r"\((?!\?)", "(?:", _NAME.sub(put, pattern)).replace(" ", "")


@cache
def rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Meaning, compiled pattern and reason of every rule, in order; group 1 is what follows the loosening words."""
    parts: dict[str, str] = {}
    made = []
    for row in rows("times_rules"):
        body = _expanded(row["pattern"], parts)
        if row["meaning"] == "=":
            parts[row["rule"]] = body
        else:
            made.append((row["meaning"], re.compile(f"{_expanded(_LOOSE, parts)}({body})"), row["reason"]))
    return tuple(made)


def matches(parse: Parse) -> list[Match]:
    """The expressions of the text in reading order, none inside or over another."""
    words, line = words_of(parse)
    found: list[Match] = []
    compiled = rules()
    for run in re.finditer(f"[^{OTHER}]+", line):
        begin, finish = run.span()
        if not _has_trigger(line, begin, finish):
            continue
        at = begin
        while at < finish:
            best = None
            meaning = reason = ""
            stop = min(finish, at + _LONGEST)
            for name, pattern, why in compiled:
                m = pattern.match(line, at, stop)
                if m and name == "days" and not _stands(parse, words[m.end() - 1]):
                    continue
                if m and (best is None or m.end() > best.end()):
                    best, meaning, reason = m, name, why
            if best is None or best.end() == at:
                at += 1
                continue
            cut = best.start(1)
            inside = [w for w in words[cut : best.end()] if w is not None]
            loose = [w for w in words[at:cut] if w is not None]
            if meaning not in _COUNTED:
                loose = [w for w in loose if w.cls not in ("about", "degree", "at", "to")]
            if inside:
                found.append(Match(meaning, tuple(inside), tuple(loose), reason))
            at = best.end()
    return found


@cache
def _trigger() -> re.Pattern[str]:
    signs = symbols()
    return re.compile("[" + "".join(signs[t] for t in _TRIGGERS) + "]")


def _has_trigger(line: str, begin: int, finish: int) -> bool:
    return _trigger().search(line, begin, finish) is not None


def _stands(parse: Parse, last: Word | None) -> bool:
    """Whether a number that may join a date (*April 24 and 25*) counts nothing that follows it."""
    if last is None or last.cls not in ("small", "nth", "ordinal"):
        return True
    return not counts(parse, last.end, ("NN", "JJ", "VBG"))


def counts(parse: Parse, end: int, tags: tuple[str, ...] = ("NNS",)) -> int:
    """2 where a word of the tags follows directly, which a number may count, 1 where a number or symbol does, else 0."""
    i = parse.token_at(end) if len(parse) else -1
    if i < 0 or parse.start[i] < end:
        return 0
    if parse.start[i] - end <= 1 and parse.tag[i].startswith(tags):
        return 2
    return 1 if parse.tag[i] in ("CD", "$") or parse.word[i] == "%" else 0
