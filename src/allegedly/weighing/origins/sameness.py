"""Whether two voices of one claim, met in different articles, are one.

What is meant by *one* is written in ``docs/weighing.md``: a person is one however often asked; who speaks for a body is the
body; an unnamed source belongs to the outlet that it spoke to, unless the same words show it to be the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from allegedly.ledger.names import abbreviates, folded
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows
from allegedly.weighing.origins.outlets import called
from allegedly.weighing.origins.hops import Hop, is_name

_SMALL = frozenset("of the and for in at on to s de la le al el der republic district office press general local".split())
_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor captain colonel major general rev canon father sister".split()
)
_MEDIA = ("outlet", "external")
_ALIKE = 4
"""So many words of a quotation are not said alike by chance."""
_MANY = 300
"""More different voices than this in one claim are compared by their names alone."""


@dataclass(slots=True)
class Node:
    """A root or a station of one claim."""

    kind: str
    """voice, document, unnamed, outlet, external"""
    name: str
    whole: int | None = None
    bodies: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    definite: bool = False
    outlet: str = ""
    """To whom an unnamed source spoke, or who saw it."""
    quotes: set[str] = field(default_factory=set)
    article: int = 0
    statement: int | None = None

    def key(self) -> tuple[object, ...]:
        """What is the same is surely one."""
        if self.kind in ("unnamed", "outlet"):
            return self.kind, folded(self.name) if self.kind == "unnamed" else "", self.outlet
        return self.kind, folded(self.name), self.bodies


def node_of(hop: Hop, outlet: str, quotes: frozenset[str], article: int, statement: int | None) -> Node:
    """The root or station that a hop is."""
    kind = {"own": "outlet", "outlet": "external"}.get(hop.kind, hop.kind)
    name = hop.name[0].lower() + hop.name[1:] if re.match(r"(?:The|A|An|His|Her|Its) [a-z]", hop.name) else hop.name
    return Node(kind, name, hop.whole, hop.bodies, hop.offices, hop.definite, outlet, set(quotes), article, statement)


@cache
def _words(name: str) -> frozenset[str]:
    found = [w for w in folded(name).split() if w not in _SMALL]
    return frozenset(found) or frozenset(folded(name).split())


@cache
def _person(name: str) -> tuple[str, ...]:
    return tuple(w for w in folded(name).split() if w not in _TITLES and w != "s")


def same(a: Node, b: Node) -> bool:
    """Whether these are one."""
    if a.kind not in _MEDIA and b.kind not in _MEDIA and _said_alike(a.quotes, b.quotes):
        return True
    if a.kind == b.kind:
        if a.kind == "external":
            return called(a.name, b.name) > 1 or called(b.name, a.name) > 1
        if a.kind == "outlet":
            return a.outlet == b.outlet
        if a.kind == "unnamed":
            return a.outlet == b.outlet and _head(a.name) == _head(b.name)
        if a.kind == "document":
            return _same_document(a, b)
        return _same_voice(a, b)
    if {a.kind, b.kind} == {"voice", "document"}:
        document, voice = (a, b) if a.kind == "document" else (b, a)
        return _author(document.name, voice)
    if {a.kind, b.kind} == {"voice", "unnamed"}:
        voice, unnamed = (a, b) if a.kind == "voice" else (b, a)
        # The governor of one report is the Governor Slavin of another.
        return unnamed.definite and bool(set(unnamed.offices) & set(voice.offices))
    if {a.kind, b.kind} == {"voice", "outlet"}:
        outlet, voice = (a, b) if a.kind == "outlet" else (b, a)
        return any(called(name, outlet.outlet) > 1 for name in (voice.name, *voice.bodies))
    return False


def _said_alike(a: set[str], b: set[str]) -> bool:
    """Whether they are quoted with the same words: so many words are not the same by chance."""
    for x in a:
        for y in b:
            short, long = sorted((x, y), key=len)
            if len(short.split()) >= _ALIKE and f" {short} " in f" {long} ":
                return True
    return False


def _same_voice(a: Node, b: Node) -> bool:
    if a.whole is not None and a.whole == b.whole:
        return True
    if _same_name(a.name, b.name):
        return True
    if set(a.offices) & set(b.offices) and (_office_alone(a) or _office_alone(b)):
        return True
    return any(_same_name(x, y) for x in (a.name, *a.bodies) for y in (b.name, *b.bodies) if (x, y) != (a.name, b.name))


def _office_alone(node: Node) -> bool:
    """Whether a voice is named by nothing but its office: *the Bishop of Wells Cross*."""
    found = folded(node.name).split()
    if not is_name(node.name):
        return bool(node.offices)
    return bool(found) and found[0] in node.offices and (len(found) < 2 or found[1] == "of")


@cache
def _same_name(a: str, b: str) -> bool:
    """Whether two names are one's: one has all words of the other, or surname and first letter are the same."""
    x, y = _words(a), _words(b)
    if x <= y or y <= x or abbreviates(a, b) or abbreviates(b, a):
        return True
    p, q = _person(a), _person(b)
    if not p or not q or p[-1] != q[-1] or len(p) > 3 or len(q) > 3:
        return False
    return p[0][0] == q[0][0] and (len(p[0]) == 1 or len(q[0]) == 1)


def _head(name: str) -> str:
    first = re.split(r" (?:of|who|that|which|in|at|for|from|on|by|to|with|close|involved|familiar|said) ", f"{folded(name)} ")[
        0
    ].split()
    return lexicons.singular(first[-1]) if first else ""


def _capitals(name: str) -> frozenset[str]:
    return frozenset(folded(w) for w in re.findall(r"\b[A-Z]\w+", re.sub(r"^(?:The|A|An|In|Page)\b", "", name)))


def _same_document(a: Node, b: Node) -> bool:
    """Whether two papers are one: they share a name, or nothing speaks against it and they are of one sort."""
    x, y = _capitals(a.name), _capitals(b.name)
    if x and y:
        return bool(x & y)
    return _sort(a.name) == _sort(b.name)


@cache
def _sorts() -> dict[str, str]:
    return {row["noun"]: row["class"] for row in rows("documents")}


def _sort(name: str) -> str:
    """The class of a document, by its noun; the noun itself where that is in no list."""
    found = [w for w in folded(name).split() if lexicons.singular(w) in _sorts()]
    return _sorts()[lexicons.singular(found[0])] if found else _head(name)


def _author(document: str, voice: Node) -> bool:
    """Whether a document's words name the voice as its author or owner."""
    there = _words(document)
    if there & set(voice.offices):
        return True
    return any(len(named := _words(name)) and named <= there for name in (voice.name, *voice.bodies) if name)


def groups(nodes: list[Node]) -> list[int]:
    """For each node the number of the first one that it is the same as."""
    first: dict[tuple[object, ...], int] = {}
    root = list(range(len(nodes)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for i, node in enumerate(nodes):
        j = first.setdefault(node.key(), i)
        if j != i:
            root[i] = j
            nodes[j].quotes |= node.quotes
    apart = sorted(first.values())
    if len(apart) <= _MANY:
        for i, j in combinations(apart, 2):
            if find(i) != find(j) and same(nodes[i], nodes[j]):
                root[max(find(i), find(j))] = min(find(i), find(j))
    return [find(i) for i in range(len(nodes))]
