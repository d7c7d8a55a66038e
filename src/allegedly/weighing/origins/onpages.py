"""What stands on a body's own page: its own word, another's that it passes on, or what it only repeats to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.bare import is_firm
from allegedly.weighing.origins.hops import Hop, head, is_indefinite, is_name, is_person
from allegedly.weighing.origins.namesakes import is_public
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.relaying import passed_on
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import Rest, told_us

_GOT = re.compile(
    r"\b(?:cop(?:y|ies)|obtained|leaked|seen|viewed|acquired|been (?:sent|passed|shown|given|handed)|(?:sent|passed|shown"
    r"|given|handed) to"
    r"|reached|received|bought|read|listened to|heard|watched|examined|analysed|analyzed|verified|gone through)\b"
)
"""How somebody says that a document that he has is another's."""
_ORGANS = frozenset(
    "assembly board bureau chapter commission committee council department directorate division executive jury laboratory"
    " management office presidium section secretariat senate unit".split()
)
"""What decides within a body, and is meant on its own pages without a name."""
_OWNED = re.compile(r"(?:[Tt]he )?([\w .-]{2,60}?)(?:['’]s|(?<=s)['’]) ")
_ITSELF = frozenset(("business", "company", "corporation", "firm", "group"))
"""What a firm calls itself on its own pages."""
_FOR_READERS = re.compile(r"\b(?:newsletter|letter|bulletin|monthly|quarterly|alert|magazine|journal|digest|appeal|mailing)\b")
"""What a body sends to those who read it, beside statements and notices of its own."""
_BASIS = re.compile(r"^(?:an? |the )?(?:\w+ )?(?:warrants?|permits?|licen[cs]es?|mandate|summons|subpoena)\b")
"""On what somebody acts, which tells nothing."""
_IN_THE_PRESS = re.compile(r"^(?:\w+ ){0,2}(?:press|media|newspapers?|news)(?: reports| coverage)?$")
_OWN_PEOPLE = re.compile(r"(?:our|this|we)\b", re.IGNORECASE)
_LEARNED = frozenset("centre clinic college hospital institute laboratory observatory rescue university".split())
"""Words of the names of bodies that know by their trade."""
_OURSELVES = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b(?! (?:(?:shall|will|must|would) )?(?:advise|urge|ask|call|demand|hope|invite)\b)"
)
_SMALL_WORD = 3


def on_a_page(report: Report, rests: Iterable[Rest], statement: int | None, others: list[str]) -> list[Rest]:
    """The ways of a body's own page: what stands there without another's voice, the body says itself."""
    body = report.body
    if body is None:
        return list(rests)
    every = list(rests)
    got = [rest for rest in every if _got(report, rest)]
    elsewhere = [_staff(rest, body) for rest in every if _elsewhere(report, rest.hops[-1]) or rest in got]
    if got:
        return elsewhere
    made = []
    for rest in every:
        if _passes(report, rest):
            made.append(_staff(rest, body))
        elif rest.hops[-1].kind in ("own", "voice", "outlet") or not _repeats(report, rest, body):
            made.append(_its_own(report, rest, body, others))
        elif rest.hops[-1].kind == "unnamed" and is_person(lexicons.singular(head(folded(rest.hops[-1].words)))):
            # *According to the chairman of the union*; but not what several of its own say.
            made += [rest] if rest.hops[-1].definite else []
    if made or statement is None or _repeats(report, Rest((body,), statement, frozenset()), body):
        return made
    return [_its_own(report, Rest((body,), statement, frozenset()), body, others)]


def _repeats(report: Report, rest: Rest, body: Hop) -> bool:
    """Whether a body's letter to its readers tells what is no matter of its own: a bank's newsletter of a reef far away.

    An authority, and who measures, treats or teaches, speaks of what it does; others do where they say *we*, or name themselves.
    """
    form, firm = report.outlet.partition(",")[2], is_firm(Node("voice", body.name)) and not is_public(body.name)
    if rest.statement not in report.at or not firm or not _FOR_READERS.search(form):
        return False
    name = {*folded(body.name).split()}
    sentence = report.sentence_of(report.sayings[report.at[rest.statement]])
    own = {word for word in name if len(word) > _SMALL_WORD} & {*folded(sentence).split()}
    return name.isdisjoint(_LEARNED) and not own and not _OURSELVES.search(sentence)


def _passes(report: Report, rest: Rest) -> bool:
    """Whether a body's page gives something as another's word: *the centre has learned from a survivor*."""
    return (
        _elsewhere(report, rest.hops[-1])
        or _is_told(report, rest)
        or (rest.hops[-1].kind == "unnamed" and any(hop.kind == "voice" and _elsewhere(report, hop) for hop in rest.hops[:-1]))
    )


def _is_told(report: Report, rest: Rest) -> bool:
    """Whether somebody without a name has told the body so: *a passenger told us that …*."""
    hop, at = rest.hops[-1], report.at.get(rest.statement)
    if hop.kind != "unnamed" or at is None or not told_us(report, report.sayings[at]) or _OWN_PEOPLE.match(hop.words):
        return False
    return is_person(lexicons.singular(head(folded(hop.words))))


def _its_own(report: Report, rest: Rest, body: Hop, others: list[str]) -> Rest:
    """What a body says on its page, with from whom it says that it has that: *as notified to this office by the firm*."""
    at = report.at.get(rest.statement)
    whence = [] if at is None else passed_on(report, report.sayings[at], body, others)
    return replace(rest, hops=(body, *whence))


def _got(report: Report, rest: Rest) -> bool:
    """Whether a document on a body's page is another's, which the body has got: *the order, of which we hold a copy*."""
    at = report.at.get(rest.statement)
    if rest.hops[-1].kind != "document" or at is None:
        return False
    near = list(report.near(report.sayings[at], back=400, ahead=200))
    return any(_GOT.search(report.text, *sentence) and report.naming.showing.held(*sentence) for sentence in near[:3])


def _staff(rest: Rest, body: Hop) -> Rest:
    """Who speaks on a body's own page and is of no other body speaks for it."""
    last = rest.hops[-1]
    if last.kind != "voice" or last.sort != "person" or last.bodies or len(rest.hops) > 1:
        return rest
    return replace(rest, hops=(replace(last, bodies=(body.name,)),))


def _others_organ(report: Report, noun: str) -> bool:
    """Whether the page names another body built on this noun, and is of none: *the Council* on a club's page is the other's."""
    if noun in folded(report.outlet).split():
        return False
    named = (e.name for e in report.mentions.entities.values() if is_name(e.name) and not report.is_self(e.name))
    return any(folded(name).split()[-1:] == [noun] and " " in name for name in named)


def _elsewhere(report: Report, hop: Hop) -> bool:
    """Whether a voice on a body's own pages is another than the body: *the report* there is its own."""
    if hop.kind == "nobody" and (hop.definite or is_indefinite(hop.words) or _IN_THE_PRESS.search(hop.words)):
        return True
    if hop.kind == "document":
        if _BASIS.search(hop.words):
            return False  # *Under a warrant of the federal court*
        if any(not report.is_self(author) for author in hop.bodies):
            return True
        return (
            " by " in hop.words
            or " from " in hop.words
            or any(w[:1].isupper() for w in re.split(r" (?:of|on|about) ", hop.words)[0].split()[1:])
        )
    if hop.kind == "voice" and hop.words.lower().startswith(("the ", "its ", "our ")):
        # *The Council has decided*, *the building department*: its own; so is *the municipality's own laboratory*.
        owner = _OWNED.match(hop.words)
        part = owner is None and hop.words[4:].islower() and head(folded(hop.words)) in _ORGANS
        plain_ = (folded(hop.name) in _ORGANS and not _others_organ(report, folded(hop.name))) or (
            part and report.body is not None and is_public(report.body.name)
        )
        if plain_ or (owner and report.is_self(owner[1])):
            return False
    if folded(hop.words) in _ITSELF and report.body is not None and is_firm(Node("voice", report.body.name)):
        return False
    if hop.kind in ("voice", "unnamed") and re.search(r"\b(?:[Tt]his|[Oo]ur) \w+$", hop.words):
        # *Scientists of this Institute*
        return False
    if (
        hop.kind == "voice"
        and hop.sort in ("", "other")
        and not hop.bodies
        and re.match(r"(?!The |An? |His |Her |Its )[A-Z]\w+ [a-z]", hop.words)
    ):
        # *Routine sampling on 6 June found …*: the body's.
        return False
    return hop.kind in ("voice", "outlet") and not report.is_self(hop.name)
