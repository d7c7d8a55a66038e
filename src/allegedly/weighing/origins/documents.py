"""Whether two documents of one claim are one, and whose a document is."""

from __future__ import annotations

import re
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows
from allegedly.weighing.origins.hops import mastheads
from allegedly.weighing.origins.namesakes import same_name, words_of
from allegedly.weighing.origins.nodes import Node, head_of

_DATES = frozenset(
    "January February March April May June July August September October November December"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_ANY = frozenset("document documents page pages paper papers file files text copy record records draft".split())
"""Documents of no particular sort."""
_WRITTEN = frozenset(("report", "letter", "study", "memo", "record", "memorandum", "note", "email", "e-mail", "paper", ""))
"""Sorts of documents that somebody writes."""
_STEM = 5
"""Letters of what somebody makes that his calling begins with: *survey*, *surveyor*."""


def _capitals(name: str) -> frozenset[str]:
    bare = re.sub(
        r"\b(?:seen|obtained|read|shown|held|published|released|leaked|passed|sent|given|which|that|copy|copies)\b.*", "", name
    )
    found = re.findall(r"\b[A-Z]\w+", re.sub(r"^(?:The|A|An|In|Page|Article)\b", "", bare))
    return frozenset(folded(w) for w in found if w not in _DATES and w.lower() not in mastheads())


def same_document(a: Node, b: Node) -> str:
    """Two papers are one where they have one author or share a name, or are of one sort and nothing tells them apart."""
    for x in a.bodies:
        for y in b.bodies:
            if same_name(x, y):
                return f"both are said to be by {max(x, y, key=len)}"
    x_, y_ = _capitals(a.name), _capitals(b.name)
    if x_ & y_:
        return "both names have " + " and ".join(sorted(w.title() for w in x_ & y_))
    if (a.bodies and b.bodies) or (x_ and y_):
        return ""
    one, other = _sort(a.name), _sort(b.name)
    return "they are of one sort, and nothing tells them apart" if one == other or "" in (one, other) else ""


@cache
def _sorts() -> dict[str, str]:
    found = {row["noun"]: row["class"] for row in rows("documents")}
    # What a camera shows, its film shows.
    return found | {camera: found["film"] for camera in ("camera", "cctv", "dashcam", "webcam", "clip") if "film" in found}


def _sort(name: str) -> str:
    """The class of a document, by its noun; the noun itself where that is in no list; nothing of a *document* or *page*."""
    if set(folded(name).split()[:1]) & _ANY or head_of(name) in _ANY:
        return ""
    if lexicons.singular(head_of(name)) in _sorts():
        return _sorts()[lexicons.singular(head_of(name))]
    found = [w for w in folded(name).split() if lexicons.singular(w) in _sorts() and w not in _ANY]
    return _sorts()[lexicons.singular(found[0])] if found else head_of(name)


def authored(document: Node, voice: Node) -> str:
    """Why a document and a voice are one: its words, or the article, name the voice as its author or owner."""
    names = [name for name in (voice.name, *voice.bodies) if name]
    if any(same_name(author, name) for author in document.bodies for name in names):
        return f"the document is by {voice.name}"
    if voice.wrote and _sort(document.name) in _WRITTEN:
        return f"{voice.name} says that he wrote it"
    there = words_of(document.name)
    if made := {o for o in voice.offices for w in there if o == w or (len(w) >= _STEM and o.startswith(w))}:
        return f"the document is the {min(made)}'s"
    if len(there) > 1 and any(there <= words_of(name) for name in names):
        # *A plant health bulletin* is that of the Institute of Plant Health, bulletin 14.
        return f"the document's name is that of {voice.name}"
    if any(len(named := words_of(name)) and named <= there for name in names):
        return f"the document's name has that of {voice.name}"
    return ""
