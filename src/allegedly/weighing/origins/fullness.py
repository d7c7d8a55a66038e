"""The whole name of somebody of whom the reader has but a piece: *Pyo Min-jae*, *Abdul Khalik*, *Inland Waters Ireland*."""

from __future__ import annotations

import re

from allegedly.ledger.names import folded
from allegedly.model import Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import is_calling, is_name, offices
from allegedly.weighing.origins.vocabularies import calendar

_TITLE = re.compile(r"[A-Z][\w&.-]*(?: (?:of|for|the|and|&|[A-Z][\w&.-]*))*")
_SURNAME = re.compile(r" ([A-Z][a-z][\w'’-]+)(?=,| who| and| told| said| has| had| was| is)")
_TITLES = frozenset(folded(title) for title in lexicons.titles())
_GIVEN = re.compile(r"(?<=[a-z,;:] )(?!The |A |An )([A-Z][a-z][\w'’-]+) $")
_HYPHENED = re.compile(r"-[A-Za-z][\w'’]+(?:-[A-Za-z]\w+)*")
"""What a reader may cut off a name: *Pyo Min-jae*."""
_CALLING_ITSELF = re.compile(
    r" (?:(?:that|which|who) )?(?:calling|calls|styling|styles|naming|names) (?:itself|himself|herself)"
    r" (?:the )?[\"“‘']?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4})"
)
"""*A group calling itself Black Box*."""
_CALENDAR = frozenset((*calendar("day"), *calendar("month")))
_BEFORE = 50
"""Characters before a name in which a given name may stand."""
_MENTIONS = 20
"""Mentions of somebody that are looked at."""


def in_full(entity: Entity, words: str, text: str) -> str:
    """An entity's name; where the reader has but a piece of it, the whole one that stands there.

    Args:
        entity: Somebody whom the article names.
        words: The words for a source.
        text: The article's.
    """
    name = entity.name
    if not is_name(name):
        itself = (_CALLING_ITSELF.match(text, y) for _, y in entity.mentions[:_MENTIONS])
        return next((m["name"] for m in itself if m is not None), name)
    if entity.kind != "person" and name != words and name in words and _TITLE.fullmatch(words):
        return words.removeprefix("The ")  # *Inland Waters Ireland*, *Waters Ireland*
    if entity.kind not in ("person", "other"):
        return name
    for x, y in entity.mentions[:_MENTIONS]:
        if text[x:y] == name and (joined := _HYPHENED.match(text, y)):
            return name + joined[0]
        if " " in name:
            continue
        if text[x:y] == name and (more := _SURNAME.match(text, y)) and more[1] not in _CALENDAR:
            return f"{name} {more[1]}"
        if text[x:y] == name and (given := _GIVEN.search(text, max(0, x - _BEFORE), x)) and _is_given(given[1]):
            return f"{given[1]} {name}"
    return name


def _is_given(word: str) -> bool:
    """Whether a capital word before a surname is a name, and no title, office or day: *Abdul Khalik*."""
    low = folded(word)
    return not (low in offices() or is_calling(low) or word in _CALENDAR or low in _TITLES)
