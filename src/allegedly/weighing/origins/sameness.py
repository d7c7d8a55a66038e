"""Whether two voices of one claim, met in different articles, are one, and the sentence that says why.

What is meant by *one* is written in ``docs/weighing.md``: a person is one however often asked; who speaks for a body is the
body; an unnamed source belongs to the outlet that it spoke to, unless the same words show it to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.bare import partners
from allegedly.weighing.origins.documents import authored, same_document
from allegedly.weighing.origins.hops import head, is_calling, is_indefinite, is_name, offices
from allegedly.weighing.origins.namesakes import governs, same_name
from allegedly.weighing.origins.nodes import Node, head_of
from allegedly.weighing.origins.outlets import called, plain
from allegedly.weighing.origins.vocabularies import words

_MEDIA = ("outlet", "external")
_ALIKE = 4
"""So many words of a quotation are not said alike by chance."""
_RUN = 7
"""So many words in a row of two quotations neither, whatever is left out or put right beside them."""
_UNQUOTED = 9
"""So many words in a row where only one of the two stands in quotation marks: a post, a statement, a record printed as it is."""
_WHOLE = 6
"""So many words of a quotation of which the other has all."""
_PRINTED = 13
"""So many where none does: two articles have one text."""
_NEAR = 80
"""Of more than these the articles are not looked at once more."""
_MANY = 300
"""More different voices than this in one claim are compared by their names alone."""
_OWNER_OF = re.compile(
    r"(?:the )?(?:(?P<whose>[a-z]+)['’]s (?:[a-z]+ )?(?:owner|head|boss|chief|director|manager|keeper|landlord|landlady)"
    r"|(?:owner|head|boss|chief|director|manager|keeper|landlord|landlady) of the (?P<of>[a-z]+))$"
)
_OFFICE_OF = re.compile(r"office of (?:the )?(?:[a-z]+ )?([a-z]+)\b")
"""*Office of the Municipal Mayor*."""
_RUNNING = frozenset("runs run ran owns owned heads headed leads led manages managed keeps kept directs directed".split())
"""What somebody does whose house it is."""
_GENERALS = frozenset(("attorney", "director", "inspector", "secretary", "solicitor", "surgeon"))
"""Before *general*, where no soldier is meant."""
_CORPS = frozenset(("detective", "firefighter", "fireman", "prosecutor"))
"""Who speaks in the plural for the body that they are of."""
_AUTHORITIES = frozenset(("authority", "official"))


@dataclass(frozen=True, slots=True)
class Groups:
    """Which nodes are one."""

    number: list[int]
    """For each node the number of the first one that it is the same as."""
    reasons: dict[int, tuple[str, ...]]
    """Why, by these numbers, where the names alone do not say it."""


def same(a: Node, b: Node) -> str:
    """Why these are one; nothing where they are not."""
    if (
        len({a.article, b.article} | a.also | b.also) > 1
        and "outlet" not in (a.kind, b.kind)
        and not a.kind == b.kind == "external"
    ):
        if _said_alike(a.quotes, b.quotes) and not (_are_two(a, b) and not _say_alike(a, b)):
            return "both are quoted with the same words"
        if _same_run((a.said,), (b.said,), _PRINTED) or any(
            _same_run(x.quotes, (y.said,), _UNQUOTED) or any(len(q.split()) >= _WHOLE and q in y.said for q in x.quotes)
            for x, y in ((a, b), (b, a))
        ):
            return "both are given the same words"
    if a.kind == b.kind:
        if a.kind == "external":
            return "one name is short for the other" if called(a.name, b.name) > 1 or called(b.name, a.name) > 1 else ""
        if a.kind == "outlet":
            return "it is one outlet" if a.outlet == b.outlet else ""
        if a.kind == "document":
            return same_document(a, b)
        if a.kind == "unnamed":
            return _same_unnamed(a, b)
        return _same_voice(a, b)
    kinds = {a.kind, b.kind}
    one, other = (a, b) if a.kind < b.kind else (b, a)
    if kinds == {"document", "voice"}:
        return authored(one, other)
    if kinds == {"document", "unnamed"}:
        return authored(one, other) if other.wrote else ""
    if kinds == {"unnamed", "voice"}:
        if _names(one, other):
            return "the words for the one name the other"
        if not is_indefinite(one.name) and any(same_name(one.name, name) for name in (other.name, *other.bodies)):
            return "the names are one's"
        # The governor of one report is the Governor Slavin of another.
        both = _held(one) & _held(other)
        if _runs(one, other):
            return f"{other.name} is said to be who {one.name} is"
        shared = sorted(both - (words("anyone") - words("kin")) - words("counts")) if one.definite else []
        return f"both are the {shared[0]}" if shared else ""
    if kinds == {"outlet", "voice"}:
        named = any(called(name, one.outlet) > 1 for name in (other.name, *other.bodies))
        return "the outlet speaks for itself" if named else ""
    if kinds == {"external", "voice"}:
        return "it is one name" if plain(one.name) == plain(other.name) else ""
    return ""


def _held(node: Node) -> set[str]:
    """The nouns for what somebody is."""
    return {*node.offices, *node.described} - _held_back(node, node)


def _held_back(a: Node, b: Node) -> set[str]:
    """What is no office by itself: *general* of *inspector general*, *prime* of *prime minister*."""
    several = not _GENERALS.isdisjoint((*a.offices, *b.offices, *a.described, *b.described))
    return {"prime", "general"} if several else {"prime"}


def _runs(one: Node, other: Node) -> bool:
    """Whether who is called *the dairy's owner* is somebody of whom another article says that he *runs the dairy*."""
    m = _OWNER_OF.match(one.name)
    return m is not None and (m["of"] or m["whose"]) in other.described and not _RUNNING.isdisjoint(other.described)


def _are_two(a: Node, b: Node) -> bool:
    """Whether two people speak, by their full names."""
    return _are_people(a, b) and " " in a.name and " " in b.name and not same_name(a.name, b.name)


def _say_alike(a: Node, b: Node) -> bool:
    """Whether two have the same words in what is told of the claim itself, and not only somewhere in their articles."""
    return _same_run((a.said,), (b.said, *b.quotes), _WHOLE) or _same_run((b.said,), a.quotes, _WHOLE)


def _said_alike(a: set[str], b: set[str]) -> bool:
    """Whether they are quoted with the same words: so many words are not the same by chance."""
    for x in a:
        for y in b:
            short, long = sorted((x, y), key=len)
            if short == long or (len(short.split()) >= _ALIKE and f" {short} " in f" {long} "):
                return True
    return _same_run(a, b, _RUN)


def _same_run(a: Iterable[str], b: Iterable[str], length: int) -> bool:
    """Whether one of the first has so many words in a row with one of the others."""
    return not _runs_of(frozenset(a), length).isdisjoint(_runs_of(frozenset(b), length))


@lru_cache(maxsize=1024)
def _runs_of(texts: frozenset[str], length: int) -> frozenset[tuple[str, ...]]:
    found = (text.split() for text in texts)
    return frozenset(tuple(told[i : i + length]) for told in found for i in range(len(told) - length + 1))


def _same_unnamed(a: Node, b: Node) -> str:
    if any(same_name(x, y) for x in a.bodies for y in b.bodies):
        return "both are said to be the same body's"
    if head_of(a.name) != head_of(b.name):
        return ""
    if a.outlet == b.outlet:
        return "one outlet calls both so"
    noun = lexicons.singular(head_of(a.name))
    if noun in _CORPS and all(head(folded(n.name)) != noun and not is_indefinite(n.name) for n in (a, b)):
        return f"{head(folded(a.name))} speak as one body"
    single = is_calling(noun) and noun == head_of(a.name) and noun not in _AUTHORITIES and a.definite and b.definite
    sole = head_of(a.name) in words("sole") and not (is_indefinite(a.name) or is_indefinite(b.name))
    return f"both are the {head_of(a.name)}" if single or sole else ""


def _names(a: Node, b: Node) -> bool:
    return any(same_name(x, y) for x in a.bodies for y in (b.name, *b.bodies))


def _same_voice(a: Node, b: Node) -> str:
    if a.whole is not None and a.whole == b.whole:
        return "the ledger has them as one"
    if same_name(a.name, b.name):
        return "the names are one's"
    for one, other in ((a, b), (b, a)):
        if one.sort == "state" and governs(one.name, other.name):
            return f"{other.name} speaks for {one.name}"
    shared = sorted({*a.offices} & {*b.offices} - _held_back(a, b) - words("counts"))
    if shared and (_office_alone(a) or _office_alone(b)):
        return f"both are the {shared[0]}"
    for one, other in ((a, b), (b, a)):
        if (office := _OFFICE_OF.match(folded(one.name))) and office[1] in other.offices:
            return f"both are the {office[1]}"
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


def groups(nodes: list[Node], met: Callable[[int, int], str] | None = None) -> Groups:
    """Which of these are one.

    Args:
        nodes: The nodes.
        met: Why two are one by what their articles say around them, by their numbers.
    """
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
            nodes[j].also |= {node.article} - {nodes[j].article}
    apart = sorted(first.values())
    if len(apart) <= _MANY:
        for i, j in combinations(apart, 2):
            if find(i) != find(j) and (why := same(nodes[i], nodes[j])):
                join(i, j, why)
        several = len({node.article for node in nodes}) > 1 and len(nodes) <= _NEAR
        for i, j in combinations(range(len(nodes)), 2) if several and met else ():
            if met and find(i) != find(j) and (why := met(i, j)):
                join(i, j, why)
        for i, j, why in partners(nodes, apart, find):
            join(i, j, why)
    return Groups([find(i) for i in range(len(nodes))], {i: tuple(told) for i, told in reasons.items()})
