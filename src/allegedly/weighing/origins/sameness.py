"""Whether two voices of one claim, met in different articles, are one, and the sentence that says why.

What is meant by *one* is written in ``docs/weighing.md``: a person is one however often asked; who speaks for a body is the
body; an unnamed source belongs to the outlet that it spoke to, unless the same words show it to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows
from allegedly.weighing.origins.hops import Hop, is_calling, is_indefinite, is_name, mastheads, offices
from allegedly.weighing.origins.namesakes import same_name, words_of
from allegedly.weighing.origins.outlets import called, plain
from allegedly.weighing.origins.vocabularies import rows as own_rows
from allegedly.weighing.origins.vocabularies import words

_MEDIA = ("outlet", "external")
_ALIKE = 4
"""So many words of a quotation are not said alike by chance."""
_MANY = 300
"""More different voices than this in one claim are compared by their names alone."""
_AUTHORITIES = frozenset(("authority", "official"))
_DATES = frozenset(
    "January February March April May June July August September October November December"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_STEM = 5
"""Letters of what somebody makes that his calling begins with: *survey*, *surveyor*."""
_PUBLIC = frozenset("state national federal royal public emergency republic institute university museum hospital union guild".split())
"""In names of bodies that are no firms."""
_ANY = frozenset("document documents page pages paper papers file files text copy record records draft".split())
"""Documents of no particular sort."""


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
    sort: str = ""
    """What sort of entity the reader takes it for."""
    described: tuple[str, ...] = ()
    """The common nouns by which it is described."""

    def key(self) -> tuple[object, ...]:
        """What is the same is surely one."""
        if self.kind in ("unnamed", "outlet"):
            return self.kind, folded(self.name) if self.kind == "unnamed" else "", self.outlet, self.bodies
        return self.kind, folded(self.name), self.bodies


@dataclass(frozen=True, slots=True)
class Groups:
    """Which nodes are one."""

    number: list[int]
    """For each node the number of the first one that it is the same as."""
    reasons: dict[int, tuple[str, ...]]
    """Why, by these numbers, where the names alone do not say it."""


def node_of(hop: Hop, outlet: str, quotes: frozenset[str], article: int, statement: int | None) -> Node:
    """The root or station that a hop is."""
    kind = {"own": "outlet", "outlet": "external"}.get(hop.kind, hop.kind)
    name = hop.name[0].lower() + hop.name[1:] if re.match(r"(?:The|A|An|His|Her|Its) [a-z]", hop.name) else hop.name
    return Node(
        kind,
        name,
        hop.whole,
        hop.bodies,
        hop.offices,
        hop.definite,
        outlet,
        set(quotes),
        article,
        statement,
        hop.sort,
        hop.described,
    )


def same(a: Node, b: Node) -> str:
    """Why these are one; nothing where they are not."""
    if a.article != b.article and a.kind not in _MEDIA and b.kind not in _MEDIA and _said_alike(a.quotes, b.quotes):
        return "both are quoted with the same words"
    if a.kind == b.kind:
        if a.kind == "external":
            return "one name is short for the other" if called(a.name, b.name) > 1 or called(b.name, a.name) > 1 else ""
        if a.kind == "outlet":
            return "it is one outlet" if a.outlet == b.outlet else ""
        if a.kind == "document":
            return _same_document(a, b)
        if a.kind == "unnamed":
            return _same_unnamed(a, b)
        return _same_voice(a, b)
    kinds = {a.kind, b.kind}
    one, other = (a, b) if a.kind < b.kind else (b, a)
    if kinds == {"document", "voice"}:
        return _author(one, other)
    if kinds == {"unnamed", "voice"}:
        if _names(one, other):
            return "the words for the one name the other"
        if not is_indefinite(one.name) and any(same_name(one.name, name) for name in (other.name, *other.bodies)):
            return "the names are one's"
        # The governor of one report is the Governor Slavin of another.
        shared = sorted({*one.offices, *one.described} & {*other.offices, *other.described}) if one.definite else []
        return f"both are the {shared[0]}" if shared else ""
    if kinds == {"outlet", "voice"}:
        named = any(called(name, one.outlet) > 1 for name in (other.name, *other.bodies))
        return "the outlet speaks for itself" if named else ""
    if kinds == {"external", "voice"}:
        return "it is one name" if plain(one.name) == plain(other.name) else ""
    return ""


def _said_alike(a: set[str], b: set[str]) -> bool:
    """Whether they are quoted with the same words: so many words are not the same by chance."""
    for x in a:
        for y in b:
            short, long = sorted((x, y), key=len)
            if len(short.split()) >= _ALIKE and f" {short} " in f" {long} ":
                return True
    return False


def _same_unnamed(a: Node, b: Node) -> str:
    if any(same_name(x, y) for x in a.bodies for y in b.bodies):
        return "both are said to be the same body's"
    if _head(a.name) != _head(b.name):
        return ""
    if a.outlet == b.outlet:
        return "one outlet calls both so"
    noun = lexicons.singular(_head(a.name))
    single = is_calling(noun) and noun == _head(a.name) and noun not in _AUTHORITIES and a.definite and b.definite
    sole = _head(a.name) in words("sole") and not (is_indefinite(a.name) or is_indefinite(b.name))
    return f"both are the {_head(a.name)}" if single or sole else ""


def _names(a: Node, b: Node) -> bool:
    return any(same_name(x, y) for x in a.bodies for y in (b.name, *b.bodies))


def _same_voice(a: Node, b: Node) -> str:
    if a.whole is not None and a.whole == b.whole:
        return "the ledger has them as one"
    if same_name(a.name, b.name):
        return "the names are one's"
    if (shared := sorted(set(a.offices) & set(b.offices))) and (_office_alone(a) or _office_alone(b)):
        return f"both are the {shared[0]}"
    # Two people who each hold what one holds in each town are of two towns, where none is named.
    apart = bool(set(a.offices) & set(b.offices) & _singles()) and _are_people(a, b)
    for x in (a.name, *a.bodies):
        for y in (b.name, *b.bodies):
            if (x, y) != (a.name, b.name) and same_name(x, y) and not (apart and x.islower() and y.islower()):
                return f"both speak for {max(x, y, key=len)}"
    return ""


@cache
def _singles() -> frozenset[str]:
    """Offices that one person holds at a time."""
    return frozenset(office for office, whom in offices().items() if whom == "office")


def _are_people(a: Node, b: Node) -> bool:
    return all(node.sort == "person" and is_name(node.name) for node in (a, b))


def _office_alone(node: Node) -> bool:
    """Whether a voice is named by nothing but its office: *the Bishop of Wells Cross*."""
    if not is_name(node.name):
        return bool(node.offices)
    found = folded(node.name).split()
    return bool(found) and found[0] in node.offices and (len(found) < 2 or found[1] == "of")


def _head(name: str) -> str:
    first = re.split(r" (?:of|who|that|which|in|at|for|from|on|by|to|with|close|involved|familiar|said) ", f"{folded(name)} ")[
        0
    ].split()
    return lexicons.singular(first[-1]) if first else ""


def _capitals(name: str) -> frozenset[str]:
    bare = re.sub(r"\b(?:seen|obtained|read|shown|held|published|released|leaked|passed|sent|given|which|that|copy|copies)\b.*", "", name)
    found = re.findall(r"\b[A-Z]\w+", re.sub(r"^(?:The|A|An|In|Page|Article)\b", "", bare))
    return frozenset(folded(w) for w in found if w not in _DATES and w.lower() not in mastheads())


def _same_document(a: Node, b: Node) -> str:
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
    if set(folded(name).split()[:1]) & _ANY or _head(name) in _ANY:
        return ""
    if lexicons.singular(_head(name)) in _sorts():
        return _sorts()[lexicons.singular(_head(name))]
    found = [w for w in folded(name).split() if lexicons.singular(w) in _sorts() and w not in _ANY]
    return _sorts()[lexicons.singular(found[0])] if found else _head(name)


def _author(document: Node, voice: Node) -> str:
    """Why a document and a voice are one: its words, or the article, name the voice as its author or owner."""
    names = [name for name in (voice.name, *voice.bodies) if name]
    if any(same_name(author, name) for author in document.bodies for name in names):
        return f"the document is by {voice.name}"
    there = words_of(document.name)
    if made := {o for o in voice.offices for w in there if o == w or (len(w) >= _STEM and o.startswith(w))}:
        return f"the document is the {min(made)}'s"
    if len(there) > 1 and any(there <= words_of(name) for name in names):
        # *A plant health bulletin* is that of the Institute of Plant Health, bulletin 14.
        return f"the document's name is that of {voice.name}"
    if any(len(named := words_of(name)) and named <= there for name in names):
        return f"the document's name has that of {voice.name}"
    return ""


def _bare(nodes: list[Node], apart: list[int], find: Callable[[int], int], what: str) -> list[tuple[int, int]]:
    """Firms and authorities without a name, each with the only one that has one: *the owner*, where nobody else owns anything."""
    fits, generic = (_is_firm, words("firms")) if what == "firm" else (_is_authority, _AUTHORITIES)
    named = {find(i): i for i in apart if nodes[i].kind == "voice" and is_name(nodes[i].name) and fits(nodes[i])}
    if len(named) != 1:
        return []
    (only,) = named.values()
    found = []
    for i in apart:
        node = nodes[i]
        alone = all(find(i) != find(j) or not is_name(nodes[j].name) for j in apart)
        bare = node.kind in ("voice", "unnamed") and _head(node.name) in generic and not is_name(node.name)
        owned = node.name.lower().startswith(("his ", "her ", "its ", "their ", "the "))
        if alone and bare and (node.definite or owned or what == "authority"):
            found.append((i, only))
    return found


def _is_firm(node: Node) -> bool:
    if node.sort == "person":
        return False
    noun = _head(node.name)
    public = {*_state(), *_PUBLIC} & {lexicons.singular(w) for w in folded(node.name).split()}
    return (noun not in _state() and not public) or noun in words("firms")


@cache
def _state() -> frozenset[str]:
    """Nouns of bodies of the state."""
    return frozenset(row["word"] for row in own_rows("bodies") if row["reason"].startswith("a body of the state"))


def _is_authority(node: Node) -> bool:
    return bool(set(node.offices) & offices().keys()) or _head(node.name) in words("bodies")


def groups(nodes: list[Node]) -> Groups:
    """Which of these are one."""
    first: dict[tuple[object, ...], int] = {}
    root = list(range(len(nodes)))
    reasons: dict[int, list[str]] = {}

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    def join(i: int, j: int, why: str) -> None:
        x, y = find(i), find(j)
        root[max(x, y)] = min(x, y)
        told = [f"{nodes[i].name} and {nodes[j].name} are one: {why}"] if nodes[i].name != nodes[j].name else []
        reasons[min(x, y)] = reasons.pop(x, []) + (reasons.pop(y, []) if x != y else []) + told

    for i, node in enumerate(nodes):
        j = first.setdefault(node.key(), i)
        if j != i:
            root[i] = j
            nodes[j].quotes |= node.quotes
    apart = sorted(first.values())
    if len(apart) <= _MANY:
        for i, j in combinations(apart, 2):
            if find(i) != find(j) and (why := same(nodes[i], nodes[j])):
                join(i, j, why)
        for what in ("firm", "authority"):
            for i, j in _bare(nodes, apart, find, what):
                join(i, j, f"it is the only {what} that is named as a source of this")
    return Groups([find(i) for i in range(len(nodes))], {i: tuple(told) for i, told in reasons.items()})
