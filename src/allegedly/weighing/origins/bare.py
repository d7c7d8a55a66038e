"""Bodies without a name, each with the one body that is named for the claim and fits it best: *the mine*, *the organisers*."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import head, is_indefinite, is_name, is_person, offices
from allegedly.weighing.origins.namesakes import english, words_of
from allegedly.weighing.origins.nodes import Node, head_of
from allegedly.weighing.origins.vocabularies import rows, words

_AUTHORITIES = frozenset(("authority", "official"))
_PUBLIC = frozenset(
    "state national federal royal public emergency republic institute university museum hospital union guild".split()
)
"""In names of bodies that are no firms."""
_ANY_BODY = frozenset(
    "organisation organization group association charity campaign movement network ngo body agency institution".split()
)
"""Bodies of no particular sort, none of the state."""
_ORGANISERS = frozenset("organiser organizer promoter".split())
_OWNER = re.compile(r"(?:[Tt]he )?([A-Z][^,]*?)(?:['’]s|s['’]) ")
_NAMED, _SHARED, _FITS = 3, 2, 1
"""What it tells that the noun stands in a body's name; that another word does; that it may be such a body."""
_POSTS = tuple(
    frozenset(post.split())
    for post in ("chief executive", "chief operating officer", "chief financial officer", "managing director", "finance director")
)
"""What those are called who speak for a firm."""
_SHORT = 3
"""Letters of a noun that too many words end in."""


def fit(bare: Node, named: Node) -> int:
    """How well a body that is named is the one that a noun means: 0 not at all."""
    owner = _OWNER.match(bare.name)
    if owner and not any(owner[1].split()[-1] in name for name in (named.name, *named.bodies)):
        # *Stahl's committee* is no other's.
        return 0
    noun = "works" if folded(bare.name).endswith(" works") else lexicons.singular(head_of(bare.name))
    names = [named.name, *named.bodies]
    told = {lexicons.singular(w) for name in names for w in english(name).split()}
    # *The museum* may be a *Uhrenmuseum*, but no *shipworkers* are *the workers*.
    if noun in told or any(w.endswith(noun) for w in told if len(noun) > _SHORT and not is_person(noun)):
        score = _NAMED
    else:
        any_body = noun in (_ANY_BODY | _ORGANISERS) and named.sort != "person" and not is_state(named)
        firm = noun in words("firms") and is_firm(named) and (noun in words("anyfirms") or head_of(named.name) not in _state())
        score = _FITS if any_body or firm else 0
    if not score and noun in words("bodies") and told & words("bodies") and not _loose(noun):
        return 0  # *The health department* is no laboratory, whatever else their names share.
    own = words_of(bare.name) - words_of(noun)
    shared = own & frozenset(w for name in names for w in words_of(name))
    if score == _NAMED and own and not shared and _loose(noun):
        return 0  # *The fire service* is no pool's service.
    return score + _SHARED * len(shared) if not (score == 0 and noun not in words("bodies")) else 0


def _loose(noun: str) -> bool:
    """Whether a noun may be said of bodies of every sort."""
    return noun in _ANY_BODY or noun in _AUTHORITIES or noun in ("office", "service", "board")


def partners(nodes: list[Node], apart: list[int], find: Callable[[int], int]) -> list[tuple[int, int, str]]:
    """Each body without a name, the named one that it is, and why.

    Args:
        nodes: All nodes.
        apart: Numbers of those that differ.
        find: What gives a node's group.
    """
    named = {find(i): i for i in apart if nodes[i].kind == "voice" and is_name(nodes[i].name)}
    is_body = [
        i for i in apart if nodes[i].kind == "voice" and is_name(nodes[i].name) and (nodes[i].sort != "person" or nodes[i].bodies)
    ]
    bodies = list({find(i): i for i in is_body}.values())
    found = []

    def lone(group: int) -> bool:
        """Whether nobody in a group is a body by name."""
        return not any(find(j) == group and is_name(nodes[j].name) and nodes[j].sort != "person" for j in apart)

    for i in apart:
        node = nodes[i]
        noun = "works" if folded(node.name).endswith(" works") else lexicons.singular(head_of(node.name))
        if node.kind == "voice" and node.sort == "person" and not node.bodies and _heads_a_firm(node):
            firms = [j for j in bodies if nodes[j].sort != "person" and is_firm(nodes[j])]
            if len(firms) == 1 and find(firms[0]) != find(i):
                found.append((i, firms[0], "it is the only firm that is named as a source of this"))
        if (
            node.kind == "voice"
            and is_name(node.name)
            and node.sort == "person"
            and node.bodies
            and not any(map(is_name, node.bodies))
        ):
            # *The club's chairman, Ana Ruiz*: of the one club that is named.
            of = [j for j in bodies if nodes[j].sort != "person" and find(j) != find(i)]
            scored = sorted(((fit(Node("voice", f"the {node.bodies[0]}"), nodes[j]), -j) for j in of), reverse=True)
            if scored and scored[0][0] and (len(scored) < 2 or scored[1][0] < scored[0][0]) and lone(find(i)):
                found.append((i, -scored[0][1], f"no other body that is named as a source of this may be the {node.bodies[0]}"))
        if find(i) in named or node.kind not in ("voice", "unnamed") or is_name(node.name):
            continue
        if noun in _AUTHORITIES and not words_of(node.name) - words_of(noun):
            fits = [j for j in named.values() if _speaks_for_a_body(nodes[j])]
            if len(fits) == 1:
                found.append((i, fits[0], "it is the only authority that is named as a source of this"))
                continue
        if (one := _of_one_body(node, bodies, nodes)) is not None and find(one) != find(i):
            found.append((i, one, f"they are of the only body that is named as a source of this and has {head_of(node.name)}"))
            continue
        if is_indefinite(node.name) or (noun not in words("bodies") and noun not in words("firms") and noun not in _ORGANISERS):
            continue
        scored = sorted(((fit(node, nodes[j]), -j) for j in bodies), reverse=True)
        if scored and scored[0][0] and (len(scored) < 2 or scored[1][0] < scored[0][0]):
            firm = scored[0][0] == _FITS and noun in words("firms")
            only = "it is the only firm that is named as a source of this"
            why = only if firm else f"no other body that is named as a source of this may be the {head_of(node.name)}"
            found.append((i, -scored[0][1], why))
    return found


def _of_one_body(node: Node, bodies: list[int], nodes: list[Node]) -> int | None:
    """The body of several without a name, as *campaigners* are of a campaign: the only one named that may have such people."""
    noun, one = head(folded(node.name)), head_of(node.name)
    if node.kind != "unnamed" or one == noun or one not in _crews() or is_indefinite(node.name) or node.bodies:
        return None
    fits = [j for j in bodies if _has_crew(nodes[j], one)]
    return fits[0] if len(fits) == 1 else None


def _has_crew(body: Node, one: str) -> bool:
    """Whether a body may have people who are called so, by its name."""
    told = {lexicons.singular(w) for name in (body.name, *body.bodies) for w in english(name).split()}
    return not told.isdisjoint(_crews()[one])


@cache
def _crews() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["bodies"].split("|")) for row in rows("crews")}


def _heads_a_firm(node: Node) -> bool:
    """Whether somebody is described as who speaks for a firm: *chief executive Ana Ruiz*."""
    told = set(node.described)
    return any(post <= told for post in _POSTS)


def is_firm(node: Node) -> bool:
    """Whether a body may be a firm by its name."""
    if node.sort == "person" and not node.bodies:
        return False
    noun = head_of(node.name)
    public = {*_state(), *_PUBLIC} & {lexicons.singular(w) for name in (node.name, *node.bodies) for w in folded(name).split()}
    return (noun not in _state() and not public) or noun in words("firms")


def is_state(node: Node) -> bool:
    """Whether a body is one of the state by the nouns in its name."""
    return bool(_state() & {lexicons.singular(w) for w in folded(node.name).split()})


@cache
def _state() -> frozenset[str]:
    """Nouns of bodies of the state."""
    return frozenset(row["word"] for row in rows("bodies") if row["reason"].startswith("a body of the state"))


def _speaks_for_a_body(node: Node) -> bool:
    return bool(set(node.offices) & offices().keys()) or head_of(node.name) in words("bodies")
