"""Why labels, times, places and amounts are what the reading says."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from allegedly.reading.explaining.sentences import reason, told
from allegedly.reading.ground import Ground
from allegedly.reading.labels import label_grounds
from allegedly.reading.places import place_grounds
from allegedly.reading.times import anchor_of, find_timexes

if TYPE_CHECKING:
    from datetime import date

    from allegedly.model import Amount, Article, Entity, Label, Place, Reading, Reason, Span
    from allegedly.reading.parse import Parse
    from allegedly.reading.relation import Attribution
    from allegedly.reading.times_ranges import Timex

Reasons = tuple["Reason", ...]
_NEAR = 4
"""Mentions on either side of a label among which is whom it is used of."""
_MONEY = 3
"""Letters of an ISO 4217 code."""


def labels(parse: Parse, reading: Reading, relations: list[Attribution]) -> list[Reasons]:
    """For each label why it is one, whose, of whom, and why it is turned down."""
    grounds = label_grounds(parse, relations)
    mentions = {e.id: e.mentions for e in reading.entities}
    return [
        _label(parse, label, mentions.get(label.of or "", ()), why, turned)
        for label, (why, turned) in zip(reading.labels, grounds, strict=True)
    ]


def _label(parse: Parse, label: Label, mentions: tuple[Span, ...], why: Ground, turned: Ground | None) -> Reasons:
    found = [reason(parse, "text", why, label.confidence)]
    rule = "label of the outlet" if label.by.outlet else "label of the voice"
    found.append(reason(parse, "by", Ground(rule, (label.by.span,) if label.by.span else ())))
    start, end = label.span
    at = bisect_left(mentions, label.span)
    whom = min(mentions[max(0, at - _NEAR) : at + _NEAR], key=lambda m: (max(m[0] - end, start - m[1], 0), m), default=None)
    if whom is None:
        found.append(reason(parse, "of", Ground("label of nobody")))
    else:
        own = whom[0] < end and start < whom[1]
        found.append(reason(parse, "of", Ground("label of its own" if own else "label beside", (whom,))))
    if turned is not None:
        found.append(reason(parse, "use", turned))
    return tuple(found)


def times(parse: Parse, article: Article) -> list[Reasons]:
    """For each time the rule that found it, and from when it is told."""
    anchor = anchor_of(article)
    found = find_timexes(parse, article)
    # What no day is known for is read without one: where that gives the same, the words are enough.
    plain = find_timexes(parse, msgspec.structs.replace(article, published=None, dateline=None))
    alone = {t.span: t.value for t in plain}
    day = "the day of publication" if article.published else "the dateline’s day"
    made: list[Reasons] = []
    for timex in found:
        if timex.parts:
            made.append((reason(parse, "value", Ground("time range", (timex.span,)), timex.confidence),))
            continue
        told_from = ""
        if anchor is None and timex.start is None and timex.value and timex.kind == "DATE":
            told_from = "; from which day it is told is not known"
        elif anchor is not None and alone.get(timex.span) != timex.value:
            told_from = f", told from {anchor.isoformat()}, {day}{_way(timex, anchor)}"
        made.append((reason(parse, "value", Ground("time", (timex.span,), (timex.reason, told_from)), timex.confidence),))
    return made


def _way(timex: Timex, anchor: date) -> str:
    """Whether a time lies before or after the day from which it is told."""
    if timex.end and timex.end < anchor:
        return ", looking back"
    return ", looking ahead" if timex.start and timex.start > anchor else ""


def places(parse: Parse, reading: Reading, named: tuple[Entity, ...]) -> list[Reasons]:
    """For each place why this one of those that bear its name; ``named`` are the entities without those that are only places."""
    grounds = place_grounds(parse, reading.article, named)
    return [_place(parse, place, grounds[(place.name, place.latitude, place.longitude)]) for place in reading.places]


def _place(parse: Parse, place: Place, ground: Ground) -> Reasons:
    spans = tuple(toponym.span for toponym in place.toponyms[:1])
    return (reason(parse, "geonames", ground._replace(at=spans), place.confidence),)


def amounts(parse: Parse, reading: Reading) -> list[Reasons]:
    """For each amount what it counts and what bounds it."""
    return [_amount(parse, amount) for amount in reading.amounts]


def _amount(parse: Parse, amount: Amount) -> Reasons:
    unit, at = amount.unit, (amount.span,)
    if unit is None:
        ground = Ground("amount bare", at)
    elif len(unit) == _MONEY and unit.isupper():
        ground = Ground("amount money", at)
    elif unit == "fraction" or unit.startswith("percent"):
        ground = Ground("amount share", at)
    elif unit in told("units", "unit"):
        ground = Ground("amount measure", at, (unit,))
    else:
        ground = Ground("amount count", at, (unit,))
    found = [reason(parse, "unit", ground, amount.confidence)]
    bound = told("qualifiers", "words").get(amount.qualifier or "")
    if bound:
        start = amount.span[0] + amount.text.lower().find((amount.qualifier or "").split()[0])
        found.append(
            reason(parse, "qualifier", Ground("amount bound", ((max(start, amount.span[0]), amount.span[1]),), (bound,)))
        )
    if amount.low == 2 * amount.value:
        found.append(reason(parse, "low", Ground("amount vague", at)))
    if amount.fate is not None:
        found.append(reason(parse, "fate", Ground("amount fate", (), (amount.fate,))))
    return tuple(found)
