"""Who speaks where the reader has somebody, or something, that does not: a day, a thing that is spoken of, *the real beast*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from allegedly.ledger.names import folded
from allegedly.model import Entity, Statement
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import Hop, head, is_name, is_person, offices_in
from allegedly.weighing.origins.mentions import Mentions
from allegedly.weighing.origins.speaking import is_called_as_one
from allegedly.weighing.origins.vocabularies import calendar

_INVERTED = re.compile(
    r", (?:says|said|thinks|thought|writes|wrote) (?P<who>[^.,;\n\"“”]{3,60}), (?:is|was|are|were|has|had|will)\b"
)
"""*The real beast, said the stall's owner, is the mill*."""
_POSSESSIVE = re.compile(r"['’]s$")
_THEY_SAY = re.compile(r"they say(?=[,.;])")
_GONE = re.compile(
    r"\b(?:have|has|had|are|were) (?:[a-z]+ )?(?:gone|left|fled|deserted|vanished|disappeared|run|moved|died)\b[^,.;]*, (?:so )?$"
)
"""*The herders have gone home, they say*: those who are gone do not say so."""
_PRONOUNS = frozenset("he him his himself she her hers herself i me my who whom whose it its they them their".split())
_QUOTED = re.compile(r"[\"“][^\"“”]{1,2000}[\"”]")
_BEGINS = re.compile(
    r"(?!(?:When|If|There|Then|Now|Here|After|Before|In|On|At|It|He|She|They|We|I)\b)"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) [a-z]+s\b"
)
"""*Ana holds the slipper*."""
_GUEST = re.compile(
    r"(?:(?:From|In|At) [A-Z][\w'’ -]{2,30}?,? )?[Ww]e (?:have|had|are joined by|now have)"
    r" (?:on the (?:line|phone|telephone)|with us|here)(?: by| from [A-Z][\w'’-]+)?"
    r" (?P<line>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
    r"|"
    r"(?:Our|My|The|Today['’]s|With us|In the studio|On the line|At the microphone)\b(?: [a-z][\w-]*){0,4} (?:is|was)"
    r" (?:(?:the )?(?:[a-z-]+ ){1,3})?(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})"
)
"""How a programme brings in who is heard next."""
_BEFORE = 3
"""Statements before one in which somebody has spoken who may speak on."""
_WHERE = ("at", "in", "near", "outside", "from")
"""Before the name of a place."""
_CALLED = 3
"""Words of what somebody is called, before his name."""
_MENTIONS = 20
"""Mentions of somebody that are looked at."""


def is_day(words_: str) -> bool:
    """Whether words for a source are a day's or a month's: *Monday's announcement*."""
    bare = _POSSESSIVE.sub("", words_.strip()).lower()
    return bare in _days()


@cache
def _days() -> frozenset[str]:
    return frozenset(day.lower() for day in (*calendar("day"), *calendar("month"))) | {"yesterday", "today"}


def inverted(text: str, s: Statement) -> tuple[int, int] | None:
    """Where who speaks stands, if what the reader has for the source is what is spoken of."""
    if s.source.span is None or s.mode != "indirect":
        return None
    m = _INVERTED.match(text, s.source.span[1])
    return m.span("who") if m else None


def is_only_spoken_of(mentions: Mentions, entity: Entity | None, s: Statement) -> bool:
    """Whether whom the reader takes *he* for is no person, or only spoken of by others: *“I saw the man,” … he said*."""
    if entity is None or not s.content:
        return False
    if entity.kind in ("organisation", "outlet", "document") and (s.source.text or "").lower() in ("he", "she"):
        return True  # *He* is no club.
    if is_name(entity.name):
        return False
    start, end = min(a for a, _ in s.content), max(b for _, b in s.content)
    found = [(x, y) for x, y in entity.mentions[:_MENTIONS] if x < end and folded(mentions.text[x:y]) not in _PRONOUNS]
    if s.mode == "indirect" and any(start <= x < end for x, _ in found):
        return all(x >= start for x, _ in found)
    return bool(found) and all(_is_quoted(mentions.text, x, y) for x, y in found)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a place lies within a quotation of its paragraph."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    return any(m.start() < start and end < m.end() for m in _QUOTED.finditer(text, begin, min(stop, begin + 4000)))


def is_place(text: str, name: str) -> bool:
    """Whether a name is used as a place's: *at Orrel Ford*."""
    if not is_name(name) or is_called_as_one(name):
        return False
    # Most names stand behind none of these words: then no pattern has to be made.
    there = any(f"{word} {name}" in text for word in _WHERE)
    return there and re.search(rf"\b(?:{'|'.join(_WHERE)}) {re.escape(name)}\b", text) is not None


def opens_with(text: str, at: int) -> Hop | None:
    """Who is quoted with no more than *she*: with whose name the paragraph before begins."""
    begin = text.rfind("\n", 0, at) + 1
    before = text[:begin].rstrip()
    m = _BEGINS.match(before, before.rfind("\n") + 1)
    if m is not None and is_name(m["name"]):
        return Hop("voice", m["name"], words=m["name"], sort="person")
    return None


def speaker_before(text: str, statements: Sequence[Statement], at: int, entities: dict[str, Entity]) -> Statement | None:
    """The statement before in which a person with a name spoke last, in the same paragraph or the one before."""
    start = statements[at].content[0][0]
    for one in reversed(statements[max(0, at - _BEFORE) : at]):
        speaker = entities.get(one.source.entity or "")
        if one.source.span is None or one.mode == "narration" or speaker is None:
            continue
        if text.count("\n\n", one.source.span[0], start) > 1:
            return None
        if speaker.kind in ("person", "other") and is_name(speaker.name):
            return one
    return None


def are_only_people(text: str, s: Statement, hop: Hop) -> bool:
    """Whether *they* are no more than people: where the last who was named is one, or those of whom it is told are gone."""
    if s.source.span is None or (s.source.text or "").lower() != "they" or hop.kind not in ("unnamed", "voice"):
        return False
    noun = head(folded(hop.name))
    if is_person(lexicons.singular(noun)) and lexicons.singular(noun) == noun:
        return True  # *A man fell. They say online that …*
    start, at = s.content[0][0], s.source.span[0]
    return start < at and _THEY_SAY.match(text, at) is not None and _GONE.search(text, start, at) is not None


def guest(text: str, start: int, end: int, *, on_the_line: bool) -> tuple[int, int] | None:
    """Where a sentence names whom it brings in: *our guest was Ana Ruiz, who has been a nurse and a cook*.

    Args:
        text: The article's text.
        start: Where the sentence begins.
        end: Where it ends.
        on_the_line: Whether only *we have on the line Ana Ruiz* brings somebody in.
    """
    m = _GUEST.match(text, start, end)
    if m is None or (on_the_line and m["who"]):
        return None
    return m.span("who" if m["who"] else "line")


def is_what_he_is(words_: str) -> bool:
    """Whether words before a name are no more than what somebody is: *Taxi driver*."""
    found = folded(words_).split()
    return 0 < len(found) <= _CALLED and len(offices_in(found[-1])) == 1
