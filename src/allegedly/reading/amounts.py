"""Amounts: numbers with what they count and how firmly they are put.

Money, shares, measures and counts, in figures and in words. Numbers that only name or date something (*flight 117*, a
year, a page, an age) are none. Where a report gives a range, the amount is its low end and the qualifier says so
(*between*); where it gives only an order of magnitude (*dozens*, *tens of thousands*), that order, with a low confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from allegedly.model import Amount, Span, Time
from allegedly.reading.fates import fate_of
from allegedly.reading.numerals import DASHES, Number, figure_of, number_at, words
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_YEARS = range(1900, 2051)
_SURE_MONEY, _SURE_SHARE, _SURE_COUNT, _SURE_BARE, _SURE_VAGUE = 0.95, 0.95, 0.85, 0.6, 0.5
_QUALIFIER_WORDS = 4
_NAMING = frozenset(
    "no no. number nos page article chapter section room flight route highway verse paragraph line class grade channel type"
    " unit part phase level gate aged age".split()
)
"""Words after which a number is a name."""
_ADDRESSES = frozenset("lane street road avenue drive boulevard st st. rd rd. ave ave.".split())
_COUNTED = ("NNS", "NN", "NNPS")


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
        number = None if taken[i] else number_at(parse, i, taken)
        if number is None:
            i += 1
            continue
        amount = _amount(parse, number, f"a{len(found) + 1}", found[-1].span[1] if found else 0)
        if amount is not None:
            found.append(amount)
        i = max(number.last + 1, i + 1)
    return found


# ---- what they count ------------------------------------------------------------------------------------------------------


@cache
def _currencies() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["code"], row["kind"]) for row in rows("currencies")}


@cache
def _units() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in rows("units")}


@cache
def _qualifiers() -> dict[tuple[str, ...], str]:
    """Words that qualify a number, and what bound they make of it."""
    return {tuple(row["words"].split()): row["bound"] for row in rows("qualifiers")}


def _amount(parse: Parse, number: Number, name: str, floor: int) -> Amount | None:
    """The amount of a number with the currency, unit and qualifier around it, or null where it is none."""
    first, last = number.first, number.last
    unit, last = _unit_after(parse, number)
    code = _sign_before(parse, first)
    counted: int | None = None
    sure = _SURE_MONEY
    if number.part:
        unit, sure = "fraction", _SURE_SHARE
    elif code is not None:
        first, unit = first - 1, code
    elif unit is None:
        if _is_name(parse, number):
            return None
        counted = _noun(parse, number)
        unit = None if counted is None else parse.lower[counted]
        sure = _SURE_COUNT if unit else _SURE_BARE
    elif unit.startswith("percent"):
        sure = _SURE_SHARE
    fate = fate_of(parse, number.first, number.last, counted) if counted is not None or unit is None else None
    if unit is None and fate is None and (number.words or number.value in _YEARS):
        return None
    if parse.lower[first - 1 : first] in (["a"], ["an"]) and number.words and not number.part:
        first -= 1
    begin, qualifier = _qualifier(parse, first, floor)
    if number.vague or qualifier in ("several", "a few", "many"):
        sure = _SURE_VAGUE
    low, high, last = _bounds(parse, number, qualifier, last, counted)
    span: Span = (parse.start[begin], parse.end[last])
    return Amount(
        id=name,
        span=span,
        text=parse.text[slice(*span)],
        value=_plain(number.value),
        unit=unit,
        qualifier=qualifier,
        of=None if counted is not None or unit is None else _of(parse, number, last),
        fate=fate,
        low=low,
        high=high,
        confidence=sure,
    )


def _bounds(
    parse: Parse, number: Number, qualifier: str | None, last: int, counted: int | None
) -> tuple[float | None, float | None, int]:
    """The least and the most that the words allow, and the amount's last token with *or more*."""
    value = _plain(number.value)
    if number.high is not None:
        return value, _plain(number.high), last
    for end in {last, counted if counted is not None else last}:
        if parse.lower[end + 1 : end + 3] in (["or", "more"], ["and", "more"], ["or", "above"]):
            return value, None, end + 2 if end == last else last
        if parse.lower[end + 1 : end + 3] in (["or", "less"], ["or", "fewer"]):
            return None, value, end + 2 if end == last else last
    bound = _qualifiers().get(tuple(qualifier.split()), "exact") if qualifier else "exact"
    if number.vague or bound == "vague":
        # Of dozens there are at least two; where the least is said (*at least dozens*), it is the same.
        return 2 * value, None, last
    return value if bound in ("low", "exact") else None, value if bound in ("high", "exact") else None, last


def _of(parse: Parse, number: Number, last: int) -> str | None:
    """The noun of which an amount is a share or a measure: *grain* in *20 tonnes of grain*, *workers* in *half the workers*."""
    i = last + 1
    if parse.lower[i : i + 1] == ["of"]:
        i += 1
    elif not number.part:
        return None
    for k in range(i, min(i + 6, len(parse))):
        if parse.tag[k] in ("NN", "NNS", "NNP", "NNPS"):
            if parse.tag[k + 1 : k + 2] in (["NN"], ["NNS"], ["NNPS"]) and parse.head[k] >= k + 1:
                continue
            return parse.lower[k]
        if parse.tag[k] not in ("JJ", "DT", "PRP$", "CD", "VBN", "VBG", "JJR", "HYPH", "PDT", "POS"):
            break
    return None


def _plain(value: float) -> float:
    return round(value, 6)


def _unit_after(parse: Parse, number: Number) -> tuple[str | None, int]:
    """The unit or currency in the words after a number, and the last token of the amount with it."""
    n, last = len(parse), number.last
    after = [parse.lower[k] for k in range(last + 1, min(last + 4, n))]
    if not after:
        return None, last
    if after[0] in DASHES and len(after) > 1 and parse.start[last + 1] == parse.end[last]:
        unit = _units().get(after[1])
        if (
            unit is None
            and not number.words
            and parse.tag[last + 2] == "NN"
            and after[1:] != ["year", "-"]
            and after[1] != "year"
        ):
            unit = after[1]  # a 300-page report
        return (unit, last + 2) if unit else (None, last)
    for length in range(min(2, len(after)), 0, -1):
        unit = _units().get(" ".join(after[:length]))
        if unit and not (unit == "mile" and after[length : length + 1] == ["per"]):
            return unit, last + length
    if number.vague and after[0] == "of" and _currencies().get(after[1] if len(after) > 1 else "", ("", ""))[1] == "word":
        return _currencies()[after[1]][0], last + 2  # millions of dollars
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
    if any(word.startswith("weigh") for word in parse.lower[max(0, token - 6) : token]):
        return False
    return after not in (["of"], ["in"], ["overweight"], ["heavier"], ["lighter"])


def _sign_before(parse: Parse, first: int) -> str | None:
    """Code of the currency whose sign stands right before a number."""
    if not first:
        return None
    code, kind = _currencies().get(parse.lower[first - 1], ("", ""))
    close = parse.start[first] - parse.end[first - 1] <= 1
    return code if kind == "sign" and close else None


def _is_name(parse: Parse, number: Number) -> bool:
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
    if text[end : end + 1] in DASHES and text[end + 1 : end + 2].isdigit() and _noun(parse, number) is None:
        return True  # a telephone number, a score
    if parse.lower[last + 2 : last + 3] and parse.lower[last + 2] in _ADDRESSES and parse.tag[last + 1] in ("NNP", "NN"):
        return True
    if number.high is not None and _noun(parse, number) is None and any(d in text[start:end] for d in DASHES):
        return True  # a telephone number, a score
    comma = text[end : end + 1] in (",", ".", ";") or end == len(text)
    if before == "," and comma and not number.words:
        return True  # an age after a name
    if first and parse.tag[first - 1] in ("NNP", "NNPS") and text[start - 1 : start] in (" ", "-", "–"):
        return _noun(parse, number) is None or parse.head[first] == first - 1
    return bool(first and before in DASHES and parse.tag[first - 2 : first - 1] in (["CD"], ["NNP"]))


def _noun(parse: Parse, number: Number) -> int | None:
    """The noun that a number counts (*11 senior officials* → *officials*)."""
    head = parse.head[number.last]
    if head > number.last and parse.tag[head] in _COUNTED and parse.dep[number.last] in ("nummod", "compound", "amod"):
        return head
    i = number.last + 1
    if parse.lower[i : i + 2] in (["or", "more"], ["or", "fewer"], ["or", "so"]):
        i += 2
    if parse.lower[i : i + 1] == ["of"]:
        if not number.vague and parse.lower[i + 1 : i + 2] != ["the"] and not _figures(parse, i + 1):
            return None
        i += 1
    for k in range(i, min(i + 4, len(parse))):
        if parse.tag[k] in ("NNS", "NNPS") or parse.lower[k] in ("people", "crew", "accused", "police", "staff"):
            return k
        if parse.tag[k] not in ("JJ", "NN", "DT", "VBN", "VBG", "JJR", "NNP", "CD", "HYPH"):
            break
    return None


def _figures(parse: Parse, i: int) -> bool:
    return i < len(parse) and figure_of(parse.lower[i]) is not None


def _qualifier(parse: Parse, first: int, floor: int) -> tuple[int, str | None]:
    """First token of the amount with the words that qualify it, and those words."""
    for length in range(_QUALIFIER_WORDS, 0, -1):
        begin = first - length
        if begin < 0 or parse.start[begin] < floor:
            continue
        said = tuple(parse.lower[begin:first])
        if said not in _qualifiers() or (said in _RANGES and not _ranged(parse, first)):
            continue
        return begin, parse.slice(begin, first - 1).lower()
    return first, None


_RANGES = (("between",), ("from",))


def _ranged(parse: Parse, first: int) -> bool:
    """Whether a second number follows, so that *between* and *from* begin a range."""
    return any(
        parse.lower[k] in ("and", "to") and (figure_of(parse.lower[k + 1]) or parse.lower[k + 1] in words())
        for k in range(first + 1, min(first + 4, len(parse) - 1))
    )
