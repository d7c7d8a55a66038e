"""Whether two documents of one claim are one, and whose a document is."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows
from allegedly.weighing.origins.hops import mastheads
from allegedly.weighing.origins.namesakes import same_name, words_of
from allegedly.weighing.origins.nodes import Node, head_of
from allegedly.weighing.origins.vocabularies import calendar
from allegedly.weighing.origins.vocabularies import rows as own_rows

_DATES = frozenset((*calendar("day"), *calendar("month")))
_ANY = frozenset("document documents page pages paper papers file files text copy record records draft".split())
"""Documents of no particular sort."""
_WRITTEN = frozenset(("report", "study", "record", "log"))
"""Sorts of documents that somebody writes."""
_MONTH = "|".join(calendar("month"))
_DATED = re.compile(rf"\b(?:of|dated|from) (?:(?:the )?(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})|({_MONTH}) (\d{{1,2}}))\b")
_TOLD_OF_IT = re.compile(
    r"\b(?:seen|obtained|read|shown|held|published|released|leaked|passed|sent|given|reviewed|viewed|examined|inspected"
    r"|studied|consulted|accessed|verified|analysed|analyzed|acquired|heard|watched|quoted|cited|reported|which|that|copy"
    r"|copies)\b.*"
)
"""What is told of a document behind its name: *a memo reviewed by Chung Business*."""
_POLL = re.compile(r"\b(?:polls?|surveys?)\b")
_ASKED = re.compile(r"\b(?:of|among) (\d[\d,]*)")
"""How many were asked: besides whose it is, what tells one poll from another."""
_OFTEN = frozenset(("poll", "polling", "survey", "post", "tweet"))
"""What comes out every week."""
_WEEK = 6
"""Days between articles that may speak of one of these."""
_NUMBER = re.compile(r"\d+")
_STEM = 5
"""Letters of what somebody makes that his calling begins with: *survey*, *surveyor*."""


def _capitals(name: str) -> frozenset[str]:
    bare = _TOLD_OF_IT.sub("", name)
    found = re.findall(r"\b[A-Z]\w+", re.sub(r"^(?:The|A|An|In|Page|Article)\b", "", bare))
    return frozenset(folded(w) for w in found if w not in _DATES and w.lower() not in mastheads())


def same_document(a: Node, b: Node) -> str:
    """Two papers are one where they have one author or share a name, or are of one sort and nothing tells them apart."""
    for x in a.bodies:
        for y in b.bodies:
            if same_name(x, y):
                return f"both are said to be by {max(x, y, key=len)}"
    x_, y_ = _capitals(a.name), _capitals(b.name)
    for names, bodies in ((x_, b.bodies), (y_, a.bodies)):
        if named := next((body for body in bodies if not names.isdisjoint(words_of(body))), ""):
            return f"the one is by {named}, and the other has that name"
    if x_ & y_:
        return "both names have " + " and ".join(sorted(w.title() for w in x_ & y_))
    if (a.bodies and b.bodies) or (x_ and y_):
        return ""
    if _dates(a.name) and _dates(b.name) and _dates(a.name).isdisjoint(_dates(b.name)) and _of_a_day(a.name):
        return ""
    if _POLL.search(a.name) and _POLL.search(b.name):
        mine, its = (_capitals(node.name).union(_ASKED.findall(node.name)) for node in (a, b))
        if (mine or its) and mine.isdisjoint(its):
            return ""  # of polls there are many every week
    if not alike(a.name, b.name) or (_comes_often(a.name) and _comes_often(b.name) and _of_other_weeks(a, b)):
        return ""
    return "they are of one sort, and nothing tells them apart"


def _comes_often(name: str) -> bool:
    """Whether there is one after another of a sort of documents, as there is of polls and of posts."""
    return lexicons.singular(head_of(name)) in _OFTEN


def _of_other_weeks(a: Node, b: Node) -> bool:
    """Whether articles that have no number in common speak of two documents in two weeks."""
    if not set(_NUMBER.findall(a.said)).isdisjoint(_NUMBER.findall(b.said)):
        return False
    try:
        one, other = date.fromisoformat(a.day[:10]), date.fromisoformat(b.day[:10])
    except ValueError:
        return False
    return abs((one - other).days) > _WEEK


def alike(one: str, other: str) -> bool:
    """Whether two documents may be of one sort by the words for them."""
    x, y = _sort(one), _sort(other)
    return not x or not y or not x.isdisjoint(y)


def _of_a_day(name: str) -> bool:
    """Whether a document was written on one day, as a letter is and a register is not."""
    return not _sort(name).isdisjoint(("report", "study", "message", "order", "filing"))


def _dates(name: str) -> frozenset[str]:
    """The days that a document bears by its name: *a letter of 3 May*."""
    return frozenset(f"{int(m[1] or m[4])} {m[2] or m[3]}" for m in _DATED.finditer(name))


@cache
def _sorts() -> dict[str, frozenset[str]]:
    found = {row["noun"]: frozenset((row["class"],)) for row in rows("documents")}
    return found | {row["noun"]: frozenset(row["sorts"].split("|")) - {""} for row in own_rows("sorts")}


def _sort(name: str) -> frozenset[str]:
    """The sorts that a document may be of, by its noun; that alone where it is in no list; none of a *document* or *page*."""
    if set(folded(name).split()[:1]) & _ANY:
        return frozenset()
    found = [lexicons.singular(w) for w in folded(name).split()]
    last = lexicons.singular(head_of(name))
    at = found.index(last) if last in found else len(found) - 1
    if at > 0 and (two := f"{found[at - 1]} {last}") in _sorts():
        return _sorts()[two]
    if last in _ANY:
        return frozenset()
    if last in _sorts():
        return _sorts()[last]
    known = [w for w in found if w in _sorts() and w not in _ANY]
    return _sorts()[known[0]] if known else frozenset((last,))


def authored(document: Node, voice: Node) -> str:
    """Why a document and a voice are one: its words, or the article, name the voice as its author or owner."""
    names = [name for name in (voice.name, *voice.bodies) if name]
    if any(same_name(author, name) for author in document.bodies for name in names):
        return f"the document is by {voice.name}"
    if voice.paper and alike(document.name, voice.paper) and not document.bodies:
        return f"it is the document of {voice.name}, and nothing tells the two apart"
    if (
        voice.wrote
        and (not document.bodies or voice.kind == "unnamed")
        and (not _sort(document.name) or not _sort(document.name).isdisjoint(_WRITTEN))
    ):
        return f"{voice.name} says that he wrote it"
    there = words_of(document.name)
    if made := {o for o in voice.offices for w in there if o == w or (len(w) >= _STEM and o.startswith(w))}:
        return f"the document is the {min(made)}'s"
    if len(there) > 1 and any(there <= words_of(name) for name in names):
        # *A plant health bulletin* is that of the Institute of Plant Health, bulletin 14.
        return f"the document's name is that of {voice.name}"
    if voice.sort == "person" and {*folded(voice.name).split()[-1:]} & _capitals(document.name):
        # *The Ruiz letter*
        return f"the document's name has that of {voice.name}"
    if any(len(named := words_of(name)) and named <= there for name in names):
        return f"the document's name has that of {voice.name}"
    return ""
