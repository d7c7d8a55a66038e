"""Who knows something by himself, though no verb of saying tells so: an eyewitness, and a body that has measured or counted."""

from __future__ import annotations

import re
from dataclasses import replace

from allegedly.ledger.names import folded
from allegedly.model import Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import Hop, is_name, is_person, says
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import Rest
from allegedly.weighing.origins.sayings import Saying
from allegedly.weighing.origins.vocabularies import words

_SAW = re.compile(
    r"(?:^|,|\band|\bwhen (?:he|she)) (?:(?:had|then|first|also) )?"
    r"(?:saw|watched|witnessed|smelled|smelt|noticed|spotted|discovered"
    r"|came upon|came across|heard (?!that\b|of\b|about\b|from\b)|found (?=an?\b|the\b|two\b|three\b|four\b|five\b|\d"
    r"|(?:it|them|him|her) [a-z]+(?:ed|en|t)\b))"
)
"""How it is told of somebody, behind his name, that he was an eyewitness."""
_BEFELL = re.compile(
    r"\b(?:was|were|had (?:just|been)) (?:\w+ ){0,2}?\w+ing\b[^;\n]{0,120} (?:when|as) (?!(?:he|she|they) (?:said|told)\b)"
)
"""How it is told of somebody what befell him: *was filling a bottle when the handle came off*."""
_MYSELF = re.compile(r"\b(?:I|me|my)\b")
_CALLING = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+), $")
"""*The sexton, Odo Karst*: before a name that is somebody's, whatever the reader takes it for."""
_TITLED = 45
"""Characters before a name in which it is said what somebody is."""
_NEAR = 200
"""Characters in which it is said who has seen or found it."""
_VERB = rf"(?:{'|'.join(sorted(words('measuring')))})\b"
_HAS_FOUND = re.compile(
    r"(?P<who>(?:[Tt]he )?[A-Z][\w'’&.-]*(?: (?:of|the|and|for|&|[A-Z][\w'’&.-]*)){1,7}) (?:has |had |have )?"
    rf"(?:established|determined|identified|confirmed|{_VERB})"
)
_BETWEEN = r"; |, (?:and|while|whereas|but) "
_JOINT = re.compile(_BETWEEN)
"""What stands between two clauses."""
_HAS_MEASURED = re.compile(
    rf"(?:^|(?P<beside>{_BETWEEN}))(?P<who>[Tt]he (?:[\w'’-]+ ){{0,4}}?(?P<noun>[a-z]+)) "
    rf"(?:has |had |have )?{_VERB}(?! (?:on|its|their|his|her)\b)"
)
"""*The river office measured 3 parts*: a body without a name, and what it took down; not *its first win*."""


def saw_it(report: Report, saying: Saying) -> list[Rest]:
    """Of whom the outlet tells what he saw: *Pool manager Ana Ruiz opened up and found a crocodile in the deep end*."""
    start, end = report.sentence(saying.start, saying.end)
    for x, y, e in report.mentions.inside(start, min(end, start + _NEAR)):
        if _is_somebody(report, e, x) and is_name(report.text[x:y]) and " " in e.name and x <= start + _TITLED:
            if not _SAW.search(report.text[y : min(end, y + 2 * _NEAR)]):
                return []
            hop = replace(report.naming.person(e), words=report.text[start:y], sort="person")
            return [Rest((hop,), saying.statement, frozenset())] if hop.kind == "voice" else []
    return []


def befell(report: Report, saying: Saying) -> list[Rest]:
    """Whom the outlet tells of, who then tells it himself: *Ana Ruiz was rowing when the oar broke. “I heard it,” she said*."""
    following = next(iter(report.sayings[report.at[saying.statement] + 1 :][:1]), None)
    if following is None or not following.hops or not following.quoted or following.hops[-1].kind != "voice":
        return []
    start, end = report.sentence(saying.start, saying.end)
    who = report.mentions.begins(start, start + _NEAR)
    if who is None or who.kind != "person" or "\n" in report.text[end - 1 : following.start]:
        return []
    himself = report.naming.person(who).name == following.hops[-1].name
    tells = _BEFELL.search(report.text, start, end) and _MYSELF.search(report.text, following.start, following.end)
    return [Rest(following.hops, saying.statement, report.quotes(following))] if himself and tells else []


def _is_somebody(report: Report, entity: Entity, at: int) -> bool:
    calling = _CALLING.search(report.text[max(0, at - _TITLED) : at])
    return entity.kind == "person" or (entity.kind == "group" and calling is not None and is_person(calling["noun"]))


def found_it(report: Report, saying: Saying) -> list[Rest]:
    """Which body the outlet tells to have found it: *The Institute of Salt has found arsenic in twelve of twenty samples*."""
    start, end = report.sentence(saying.start, saying.end)
    m = _HAS_FOUND.match(report.text, start, min(end, start + _NEAR))
    if m is None:
        measured = _HAS_MEASURED.match(report.text[start : min(end, start + _NEAR)])
        hop = _body(report, measured, start) if measured else None
        return [Rest((hop,), saying.statement, frozenset())] if hop else []
    entity = report.mentions.begins(*m.span("who"))
    if entity is not None and entity.kind not in ("organisation", "other"):
        return []
    hop = report.naming.hop(m["who"], entity, "organisation", m.start("who"))
    body = hop.kind == "voice" and not words("bodies").isdisjoint(map(lexicons.singular, folded(hop.name).split()))
    return [Rest((hop,), saying.statement, frozenset())] if body else []


def counted_too(report: Report, found: list[Rest]) -> list[Rest]:
    """Which body has a number of its own in a clause beside another's: *thirty came, he said, and the police counted ten*."""
    more = []
    for rest in found:
        at = report.at.get(rest.statement)
        if at is None:
            continue
        saying = report.sayings[at]
        _, end = report.sentence(saying.start, saying.end)
        text = report.text[saying.start : min(end, saying.start + 2 * _NEAR)]
        for m in _HAS_MEASURED.finditer(text):
            told = any(says(word) for word in folded(_JOINT.split(text[m.end() :], maxsplit=1)[0]).split())
            if m["beside"] and not told and (hop := _body(report, m, saying.start)):
                more.append(Rest((hop,), rest.statement, frozenset()))
    return more


def _body(report: Report, m: re.Match[str], start: int) -> Hop | None:
    """The body without a name that a clause is about."""
    noun, at = lexicons.singular(m["noun"]), start + m.start("who")
    if noun not in words("bodies") or noun in words("towns"):
        return None  # *The town recorded forty floods*
    hop = report.naming.hop(
        m["who"].replace("The ", "the ", 1), report.mentions.begins(at, at + len(m["who"])), "organisation", at
    )
    return hop if hop.kind == "voice" else None
