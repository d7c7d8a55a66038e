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
    r"\d{4}[-/]\d\d[-/]\d\d(?!\d)|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?!\d)|\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    r"|\d{4}(?=\s?(?:GMT|UTC)\b)|\d{1,2}\.\d\d(?=\s?[AaPp]\.?[Mm]\b)|(?:\d+[\s-])?1/2(?!\d)|\d*½|(?:[QH][1-4]|[1-4][QH])\b|FY\s?\d\d(?:\d\d)?\b"
    r"|\d+(?:st|nd|rd|th)\b|['’‘]?\d{2,4}s\b|['’]\d\d(?![\d'’])|\d+(?:[.,]\d+)*"
    r"|[APap]\.\s?[Mm]\b\.?|['’][Ss]\b|[^\W\d_]+|\n[^\S\n]*\n|[^\w\s]|_",
    re.ASCII,
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_ONES = "one two three four five six seven eight nine".split()
_DIGIT = "0123456789"
_PUNCTUATION = {",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "hyphen", "‑": "hyphen"}
_MADE = (
    "mixed",
    "quartercode",
    "halfcode",
    "small",
    "big",
    "year",
    "decade",
    "nth",
    "clock",
    "iso",
    "slash",
    "poss",
    "comma",
    "dot",
    "hyphen",
)
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


@cache
def feasts() -> Mapping[str, str]:
    """Name of a feast of several words, in small letters and without apostrophes → its day, as ``times_feasts.tsv`` writes it."""
    return {_bare(r["name"]): r["day"] for r in rows("times_feasts")}


def _bare(name: str) -> str:
    return " ".join(name.lower().replace("’", "").replace("'", "").split())


@cache
def _phrases() -> re.Pattern[str]:
    """Names of feasts, and years that are spelled out (*nineteen ninety-six*), which the grammar sees as one word."""
    listed = sorted((r["name"] for r in rows("times_feasts")), key=len, reverse=True)
    names = "|".join(re.escape(n).replace("'", "['’]?").replace(r"\ ", r"\s+") for n in listed)
    ones, teens, tens = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
    spelled = rf"(?P<hundreds>eighteen|nineteen)[\s-]+(?:(?P<teen>{teens})|(?P<ten>{tens})(?:[\s-]+(?P<one>{ones}))?)"
    thousand = rf"(?P<thousand>two[\s-]thousand)(?:[\s-](?:and[\s-])?(?P<more>{ones}))?"
    # The first letter by itself, so that most places of a text are passed over at once.
    return re.compile(
        rf"(?<![\w-])(?:(?=[A-Z])(?i:(?P<feast>{names}))|(?=[ENen])(?i:{spelled})|(?<=year )(?i:{thousand}))\b", re.ASCII
    )


def _phrase(m: re.Match[str]) -> tuple[str, str]:
    """Class and value of a phrase."""
    if m["feast"]:
        return "feast", feasts()[_bare(m["feast"])]
    if m["thousand"]:
        return "year", str(2001 + _ONES.index(m["more"].lower()) if m["more"] else 2000)
    rest = 10 + _TEENS.index(m["teen"].lower()) if m["teen"] else 20 + 10 * _TENS.index(m["ten"].lower())
    ones = 1 + _ONES.index(m["one"].lower()) if m["one"] else 0
    return "year", str((18 if m["hundreds"].lower() == "eighteen" else 19) * 100 + rest + ones)


def _code(word: str) -> tuple[str, str] | None:
    """*Q3*, *H1* and *FY2019* as business pages write them; *½* and *5 1/2*."""
    if word.startswith("FY"):
        digits = word[2:].strip()
        return "year", digits if len(digits) == 4 else "20" + digits
    if word[-1] == "½" or word.endswith("1/2"):
        whole = word.removesuffix("½").removesuffix("1/2").strip(" -\t\n")
        return ("mixed", f"{int(whole or 0)}.5") if len(whole) < 5 else None
    for letter, cls, most in (("Q", "quartercode", "4"), ("H", "halfcode", "2")):
        if len(word) == 2 and letter in word:
            n = word.strip(letter)
            return (cls, n) if n.isdigit() and n <= most else None
    return None


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
    if word.count("-") == 2 or (word.count("/") == 2 and word[4:5] == "/"):
        return "iso", word.replace("/", "-")
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
    phrases = {m.start(): m for m in _phrases().finditer(parse.text)}
    reached = 0
    for m in _WORD.finditer(parse.text):
        if m.start() < reached:
            continue
        entry: tuple[str, str] | None
        phrase = phrases.get(m.start())
        reached = (phrase or m).end()
        word = parse.text[m.start() : reached]
        lower = word.lower()
        if phrase:
            entry = _phrase(phrase)
        elif (
            word[-1] == "½"
            or word.endswith("1/2")
            or word[:2] == "FY"
            or (len(word) == 2 and (word[0] in "QH" or word[1] in "QH"))
        ):
            entry = _code(word) or known.get(lower)
        elif word[0] in _DIGIT and word.count(".") == 1 and _HALF_DAY.match(parse.text, reached):
            entry = _number_class(word.replace(".", ":"))
        elif word[0] in _DIGIT and word.isdigit() and len(word) == 4 and parse.text[reached : reached + 4].strip()[:3] in _ZULU:
            entry = _number_class(f"{word[:2]}:{word[2:]}")
        elif word[0] in _DIGIT or (len(word) > 2 and word[1] in _DIGIT):
            entry = _apostrophe_year(word) or _number_class(word)
        else:
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
            found.append(Word(entry[0], lower, entry[1], m.start(), reached))
            line.append(signs[entry[0]])
        previous = lower
    return found, "".join(line)


def _apostrophe_year(word: str) -> tuple[str, str] | None:
    """*'98*: a year of two digits, of this century up to 30."""
    if word[0] in _DIGIT or len(word) != 3:
        return None
    return "year", ("20" if word[1:] <= "30" else "19") + word[1:]


_HALF_DAY = re.compile(r"\s?[AaPp]\.?[Mm]\b")
_ZULU = frozenset(("GMT", "UTC"))
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
