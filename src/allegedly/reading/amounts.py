"""Amounts: numbers with what they count and how firmly they are put.

Money, shares, measures and counts, in figures and in words. Numbers that only name or date something (*flight 117*, a
year, a page, an age) are none. Where a report gives a range, the amount is its low end and the qualifier says so
(*between*); where it gives only an order of magnitude (*dozens*, *tens of thousands*), that order, with a low confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from allegedly.model import Amount, Span, Time
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(k|m|mn|bn|b|tn)?", re.IGNORECASE)
_YEARS = range(1900, 2051)
_LONGEST = 12
"""Words that one number may have."""
_SURE_MONEY, _SURE_SHARE, _SURE_COUNT, _SURE_BARE, _SURE_VAGUE = 0.95, 0.95, 0.85, 0.6, 0.5
_QUALIFIER_WORDS = 4
_DASHES = ("-", "–", "—")
_NAMING = frozenset(
    "no no. number nos page article chapter section room flight route highway verse paragraph line class grade channel type"
    " unit part phase level gate aged age".split()
)
"""Words after which a number is a name."""


@dataclass(slots=True, frozen=True)
class _Number:
    """A number: tokens ``first`` to ``last`` and its value; ``vague`` where only its order of magnitude is said."""

    first: int
    last: int
    value: float
    vague: bool
    words: bool
    """In words, not figures."""


def find_amounts(parse: Parse, times: Sequence[Time]) -> list[Amount]:
    """The amounts of an article in reading order, ids ``a1`` and so on.

    Args:
        parse: The article's parse.
        times: Its times; a number that is part of one is no amount.
    """
    taken = bytearray(len(parse))
    for time in times:
        for token in parse.tokens(time.span):
            taken[token] = 1
    found: list[Amount] = []
    i, n = 0, len(parse)
    while i < n:
        number = None if taken[i] else _number(parse, i, taken)
        if number is None:
            i += 1
            continue
        amount = _amount(parse, number, f"a{len(found) + 1}", found[-1].span[1] if found else 0)
        if amount is not None:
            found.append(amount)
        i = max(number.last + 1, i + 1)
    return found


# ---- numbers --------------------------------------------------------------------------------------------------------------


@cache
def _words() -> dict[str, tuple[float, str]]:
    return {row["word"]: (float(row["value"]), row["kind"]) for row in rows("numbers")}


def _figure(word: str) -> tuple[float, str] | None:
    """Value and letter of a token in figures (*20,000*, *2.3m*)."""
    if not word[0].isascii() or not word[0].isdigit():
        return None
    match = _FIGURE.fullmatch(word)
    if match is None:
        return None
    return float(match[1].replace(",", "") + (match[2] or "")), (match[3] or "").lower()


def _number(parse: Parse, i: int, taken: bytearray) -> _Number | None:
    """The number that begins at a token, as long as it goes."""
    words = _words()
    figure = _figure(parse.lower[i])
    total, current, last, vague = 0.0, 0.0, i, False
    if figure is not None:
        current, letter = figure
        if letter:
            current *= words[letter][0]
    else:
        known = words.get(parse.lower[i])
        if known is None or known[1] == "letter" or (known[1] == "scale" and not _counted(parse, i)):
            return None
        current, vague = known[0], known[1] == "vague"
    in_words = figure is None
    j = i + 1
    while j < len(parse) and j - i < _LONGEST and not taken[j]:
        word = parse.lower[j]
        joined = word in _DASHES and parse.start[j] == parse.end[j - 1] and j + 1 < len(parse)
        linked = word == "and" and in_words and last == j - 1 and (total or current) >= 100
        if (
            (joined or linked)
            and in_words
            and words.get(parse.lower[j + 1] if j + 1 < len(parse) else "", (0, ""))[1] in ("unit", "ten")
        ):
            j += 1
            continue
        if word == "of" and vague and j + 1 < len(parse) and words.get(parse.lower[j + 1], (0, ""))[1] == "vague":
            j += 1
            continue
        value, kind = words.get(word, (0.0, ""))
        if (
            kind == "scale"
            or (kind == "letter" and figure is not None and last == j - 1)
            or (kind == "vague" and vague and parse.lower[j - 1] == "of")
        ):
            if value > 100 or kind == "vague":
                total, current = (total + current) * value, 0.0
            else:
                current *= value
        elif (
            kind in ("unit", "ten")
            and in_words
            and not vague
            and (parse.lower[j - 1] in (*_DASHES, "and") or last == j - 1)
            and (current == 0 or current >= 20)
        ):
            if current and not (current % 100 == 0 or (kind == "unit" and current % 10 == 0)):
                break
            current += value
        else:
            break
        last = j
        j += 1
    return _Number(i, last, total + current, vague, in_words)


def _counted(parse: Parse, i: int) -> bool:
    """Whether a scale word by itself stands for one of it: *a million*, *a dozen*."""
    return i > 0 and parse.lower[i - 1] in ("a", "the", "per", "few", "several", "half")


# ---- what they count ------------------------------------------------------------------------------------------------------


@cache
def _currencies() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["code"], row["kind"]) for row in rows("currencies")}


@cache
def _units() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in rows("units")}


@cache
def _qualifiers() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row["words"].split()) for row in rows("qualifiers"))


def _amount(parse: Parse, number: _Number, name: str, floor: int) -> Amount | None:
    """The amount of a number with the currency, unit and qualifier around it, or null where it is none."""
    first, last = number.first, number.last
    unit, last = _unit_after(parse, number)
    code = _sign_before(parse, first)
    sure = _SURE_MONEY
    if code is not None:
        first, unit = first - 1, code
    elif unit is None:
        if _is_name(parse, number):
            return None
        unit = _noun(parse, number)
        sure = _SURE_COUNT if unit else _SURE_BARE
        if unit is None and (number.words or number.value in _YEARS):
            return None
    elif unit.startswith("percent"):
        sure = _SURE_SHARE
    if parse.lower[first - 1 : first] in (["a"], ["an"]) and number.words:
        first -= 1
    begin, qualifier = _qualifier(parse, first, floor)
    if number.vague or qualifier in ("several", "a few", "many"):
        sure = _SURE_VAGUE
    span: Span = (parse.start[begin], parse.end[last])
    return Amount(
        id=name,
        span=span,
        text=parse.text[slice(*span)],
        value=_plain(number.value),
        unit=unit,
        qualifier=qualifier,
        confidence=sure,
    )


def _plain(value: float) -> float:
    return round(value, 6)


def _unit_after(parse: Parse, number: _Number) -> tuple[str | None, int]:
    """The unit or currency in the words after a number, and the last token of the amount with it."""
    n, last = len(parse), number.last
    after = [parse.lower[k] for k in range(last + 1, min(last + 4, n))]
    if not after:
        return None, last
    if after[0] in _DASHES and len(after) > 1 and parse.start[last + 1] == parse.end[last]:
        unit = _units().get(after[1])
        return (unit, last + 2) if unit else (None, last)
    for length in (2, 1):
        unit = _units().get(" ".join(after[:length]))
        if unit and not (unit == "mile" and after[length : length + 1] == ["per"]):
            return unit, last + length
    code, kind = _currencies().get(after[0], ("", ""))
    if kind == "word" or (kind == "weight" and _is_money(parse, last + 1)):
        return code, last + 1
    if kind in ("country", "sign") and len(after) > 1:
        for length in (1, 2):
            if after[length : length + 1] and _currencies().get(after[length], ("", ""))[1] in ("word", "weight"):
                return code, last + 1 + length
    return None, last


def _is_money(parse: Parse, token: int) -> bool:
    """Whether *pounds* are money: nothing of a weight's company stands beside them."""
    after = parse.lower[token + 1 : token + 2]
    return after not in (["of"], ["in"], ["overweight"], ["heavier"], ["lighter"])


def _sign_before(parse: Parse, first: int) -> str | None:
    """Code of the currency whose sign stands right before a number."""
    if not first:
        return None
    code, kind = _currencies().get(parse.lower[first - 1], ("", ""))
    close = parse.start[first] - parse.end[first - 1] <= 1
    return code if kind == "sign" and close else None


def _is_name(parse: Parse, number: _Number) -> bool:
    """Whether the number names, ranks, dates or scores something rather than count it."""
    text, first, last = parse.text, number.first, number.last
    start, end = parse.start[first], parse.end[last]
    if text[start - 1 : start] in ("#", ".", ":", "/", "+", "(") and start:
        return True
    if text[end : end + 1] in (":", "/") or text[end : end + 2].lower() in ("st", "nd", "rd", "th"):
        return True
    before = parse.lower[first - 1] if first else ""
    if before in _NAMING or "-year-old" in text[end : end + 9] or text[end : end + 10].lstrip().startswith("years old"):
        return True
    if text[end : end + 1] in _DASHES and text[end + 1 : end + 2].isdigit() and _noun(parse, number) is None:
        return True  # a telephone number, a score
    comma = text[end : end + 1] in (",", ".", ";") or end == len(text)
    if before == "," and comma and not number.words:
        return True  # an age after a name
    if first and parse.tag[first - 1] in ("NNP", "NNPS") and text[start - 1 : start] in (" ", "-", "–"):
        return _noun(parse, number) is None or parse.head[first] == first - 1
    return bool(first and before in _DASHES and parse.tag[first - 2 : first - 1] in (["CD"], ["NNP"]))


def _noun(parse: Parse, number: _Number) -> str | None:
    """The noun that a number counts, as it stands (*11 senior officials* → *officials*)."""
    head = parse.head[number.last]
    if (
        head > number.last
        and parse.tag[head] in ("NNS", "NN", "NNPS")
        and parse.dep[number.last] in ("nummod", "compound", "amod")
    ):
        return parse.lower[head]
    i = number.last + 1
    if parse.lower[i : i + 1] == ["of"]:
        if not number.vague and parse.lower[i + 1 : i + 2] != ["the"]:
            return None
        i += 1
    for k in range(i, min(i + 4, len(parse))):
        if parse.tag[k] in ("NNS", "NNPS") or (parse.lower[k] == "people"):
            return parse.lower[k]
        if parse.tag[k] not in ("JJ", "NN", "DT", "VBN", "VBG", "JJR", "NNP", "CD", "HYPH"):
            break
    return None


def _qualifier(parse: Parse, first: int, floor: int) -> tuple[int, str | None]:
    """First token of the amount with the words that qualify it, and those words."""
    for length in range(_QUALIFIER_WORDS, 0, -1):
        begin = first - length
        if begin < 0 or parse.start[begin] < floor:
            continue
        words = tuple(parse.lower[begin:first])
        if words not in _qualifiers() or (words in _RANGES and not _ranged(parse, first)):
            continue
        return begin, parse.slice(begin, first - 1).lower()
    return first, None


_RANGES = (("between",), ("from",))


def _ranged(parse: Parse, first: int) -> bool:
    """Whether a second number follows, so that *between* and *from* begin a range."""
    return any(
        parse.lower[k] in ("and", "to") and (_figure(parse.lower[k + 1]) or parse.lower[k + 1] in _words())
        for k in range(first + 1, min(first + 4, len(parse) - 1))
    )
