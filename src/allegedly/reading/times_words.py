"""The words of a text as the grammar of times sees them: one symbol a word, by the vocabulary ``times.tsv``.

A word's class (*month*, *unit*, *ago*) is written as one private-use character, so that a rule of the grammar is a
regular expression over a string as long as the text has words. White space has no symbol, a blank line has one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allegedly.reading.parse import Parse

OTHER = "x"
_WORD = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?!\d)|\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    r"|\d+(?:st|nd|rd|th)\b|['’‘]?\d{2,4}s\b|['’]\d\d(?![\d'’])|\d+(?:[.,]\d+)*"
    r"|[APap]\.\s?[Mm]\b\.?|['’][Ss]\b|[^\W\d_]+|\n[^\S\n]*\n|[^\w\s]|_",
    re.ASCII,
)
_DIGIT = "0123456789"
_PUNCTUATION = {",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "hyphen", "‑": "hyphen"}
_MADE = ("small", "big", "year", "decade", "nth", "clock", "iso", "slash", "poss", "comma", "dot", "hyphen")
_LEADS = frozenset(
    "in of last next since by until till early late mid through from to between this during before after and".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an expression: its class, its lower-case form, the vocabulary's value, where it stands."""

    cls: str
    lower: str
    value: str
    start: int
    end: int


@cache
def vocabulary() -> Mapping[str, tuple[str, str]]:
    """Lower-case word → class and value."""
    return {r["word"]: (r["class"], r["value"]) for r in rows("times")}


@cache
def symbols() -> Mapping[str, str]:
    """Class → the character that stands for it in a symbol string."""
    classes = sorted({cls for cls, _ in vocabulary().values()} | set(_MADE))
    return {cls: chr(0xE000 + i) for i, cls in enumerate(classes)}


def _number_class(word: str) -> tuple[str, str] | None:
    if word.isdigit():
        n = len(word)
        if n <= 2 and 1 <= int(word) <= 31:
            return "small", str(int(word))
        if n == 4 and "1400" <= word < "2100":
            return "year", word
        return ("big", word) if n < 7 else None
    tail = word[-2:].lower()
    if tail in ("st", "nd", "rd", "th"):
        return ("nth", word[:-2]) if len(word) < 5 else None
    digits = word.strip("'’‘sS")
    if word[-1] in "sS":
        return ("decade", digits) if len(digits) in (2, 4) and digits[-1] == "0" else None
    if ":" in word:
        hour, minute = word.split(":")[:2]
        return ("clock", f"{int(hour):02d}:{minute}") if int(hour) <= 24 and int(minute) < 60 else None
    if "-" in word:
        return "iso", word
    if "/" in word or word.count(".") == 2:
        return "slash", word
    plain = word.replace(",", "")
    return ("big", plain) if plain.isdigit() and len(plain) < 7 else None


def words_of(parse: Parse) -> tuple[list[Word | None], str]:
    """The words of the text, null for those that the grammar does not know, and their symbols in one string."""
    known, signs = vocabulary(), symbols()
    found: list[Word | None] = []
    line: list[str] = []
    previous = ""
    for m in _WORD.finditer(parse.text):
        word = m.group()
        entry: tuple[str, str] | None
        lower = word
        if word[0] in _DIGIT or (len(word) > 2 and word[1] in _DIGIT):
            entry = _apostrophe_year(word) or _number_class(word)
        else:
            lower = word.lower()
            entry = known.get(lower)
            if entry is None and not word[0].isalnum():
                entry = (_PUNCTUATION[word], "") if word in _PUNCTUATION else None
                if entry is None and len(word) == 2 and lower[1] == "s":
                    entry = "poss", ""
            elif entry is None and len(lower) <= 5 and "." in lower:
                entry = "meridiem", lower[0] + "m"
            elif entry is not None and entry[0] in _CAREFUL:
                entry = _careful(parse, entry, word, m.start(), previous)
        if entry is None:
            found.append(None)
            line.append(OTHER)
        else:
            found.append(Word(entry[0], lower, entry[1], m.start(), m.end()))
            line.append(signs[entry[0]])
        previous = lower
    return found, "".join(line)


def _apostrophe_year(word: str) -> tuple[str, str] | None:
    """*'98*: a year of two digits, of this century up to 30."""
    if word[0] in _DIGIT or len(word) != 3:
        return None
    return "year", ("20" if word[1:] <= "30" else "19") + word[1:]


_CAREFUL = frozenset(["month_verb", "season_verb", "month_abbr", "weekday_abbr", "zone"])


def _careful(parse: Parse, entry: tuple[str, str], word: str, at: int, previous: str) -> tuple[str, str] | None:
    """The entry of a word that may be another word: *may*, *fall*, *sun*. The capital and the tagger decide."""
    cls, value = entry
    if cls == "season_verb":
        return None if _tag(parse, at).startswith("VB") else ("season", value)
    if not word[0].isupper() or (cls == "zone" and not word.isupper()):
        return None
    if cls == "month_verb":
        tag = _tag(parse, at)
        if word.isupper() and tag == "MD":
            return None
        return ("month", value) if tag.startswith(("NN", "CD")) or previous in _LEADS else None
    return entry


def _tag(parse: Parse, at: int) -> str:
    return parse.tag[parse.token_at(at)] if parse.tag else "NN"
