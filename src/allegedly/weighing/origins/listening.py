"""Notes heard out: what has a source though no rule finds it, and who are one.

Only claims that a note puts forward are heard (``weighing/notes.py``): in long reports so much stands beside a statement that two
passages do not tell whose word it is, and the network knows few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from allegedly.ledger.names import folded
from allegedly.weighing.origins.ends import LONGEST, NO_SOURCE, met, passage, source_of
from allegedly.weighing.origins.hearing import FIRST, MANY, SOURCE, Carrying, Hearing
from allegedly.weighing.origins.hops import Hop
from allegedly.weighing.origins.likeness import End, Joint
from allegedly.weighing.origins.nodes import Node, node_of
from allegedly.weighing.origins.parts import FOR, Edge, Side
from allegedly.weighing.origins.report import Report

_SOURCES = ("voice", "document", "unnamed", "own", "outlet")
"""Kinds of voices that may be a source."""
Judging = Callable[[Sequence[End], Sequence[int]], Iterator[Joint]]


def carryings(
    reports: Mapping[int, Report], side: Side, left: Mapping[int, Sequence[int]], ends: Sequence[tuple[int, End]]
) -> list[Carrying]:
    """Where articles put a claim forward: where ways end, and the statements that no way leads from and that are no copies.

    What an article gives to talk has no source to be heard.

    Args:
        reports: The claim's articles.
        side: Those that put it forward, with their ways.
        left: By article its statements that are not printed after another.
        ends: The nodes at which ways end.
    """
    own = {s for found in side.statements.values() for s in found}
    bare = {end.node.article for _, end in ends if end.node.bare}
    found = [(n, end) for n, end in ends if end.side == FOR and end.node.statement in own]
    taken = {end.node.statement for _, end in found} | {e.statement for e in side.edges if e.of[0] == "a"} | side.talk
    made: list[tuple[int | None, End]] = [*found]
    for row in side.articles:
        report = reports[row]
        for statement in () if row in bare else left.get(row, ()):
            if statement in own and statement in report.at and statement not in taken:
                saying = report.sayings[report.at[statement]]
                said = report.text[saying.start : saying.end]
                node = Node("", "", article=row, statement=statement, said=folded(said[:LONGEST]))
                made.append((None, End(node, said, FOR, report.outlet, report.body is not None, met(report, saying))))
    return [_carrying(reports[end.node.article], side, n, end) for n, end in made]


def _carrying(report: Report, side: Side, node: int | None, end: End) -> Carrying:
    at: tuple[str, int] = ("a", report.row)
    assert end.node.statement is not None  # it was found by it
    saying = report.sayings[report.at[end.node.statement]]
    return Carrying(
        end,
        passage(report, saying, NO_SOURCE if node is None or end.node.bare else source_of(end.node)),
        node,
        bare=report.row in side.bare,
        cited=any(e.onto == at for e in side.edges),
        ways=sum(e.of == at for e in side.edges),
    )


def listen(
    reports: Mapping[int, Report],
    side: Side,
    left: Mapping[int, Sequence[int]],
    ends: Sequence[tuple[int, End]],
    nodes: list[Node],
    cited: Callable[[int, Hop], list[int]],
) -> Judging | None:
    """Put in the sources that are heard, and say who judges which of the ends are one.

    Args:
        reports: The claim's articles.
        side: Those that put it forward; its ways change.
        left: By article its statements that are not printed after another.
        ends: The nodes at which ways end.
        nodes: All nodes; what is heard is added.
        cited: The articles of the claim that one article means by a voice.

    Returns:
        Null where reports alone put the claim forward, or too many carryings do.
    """
    if all(reports[row].long for row in side.articles):
        return None
    every = carryings(reports, side, left, ends)
    if not every or len(every) > MANY:
        return None
    hearing = Hearing(every, len(side.articles))
    heard: dict[int, int] = {}
    least = FIRST if all(carrying.node is None for carrying in every) else SOURCE
    for i, carrying in enumerate(every):
        if carrying.node is not None:
            heard[carrying.node] = i
        elif (sure := hearing.source(i)) >= least:
            hop = _beside(reports[carrying.row], side, carrying)
            if hop is not None and (there := cited(carrying.row, hop)):
                _lead(reports, side, carrying, there, sure)
            elif hop is not None or sure >= SOURCE:
                heard[_put_in(reports[carrying.row], side, carrying, hop, sure, nodes)] = i
    known = {id(nodes[n]): i for n, i in heard.items()}

    def judge(ends_: Sequence[End], groups: Sequence[int]) -> Iterator[Joint]:
        there = {known[id(end.node)]: k for k, end in enumerate(ends_) if id(end.node) in known}
        for joint in hearing.joints([*there], [groups[k] for k in there.values()]):
            yield Joint(there[joint.one], there[joint.other], joint.likely)

    return judge


def _beside(report: Report, side: Side, carrying: Carrying) -> Hop | None:
    """Who speaks nearest to a statement whose source no rule finds; null where nobody else does."""
    at = report.at[carrying.end.node.statement or 0]
    others = {s for found in side.others.values() for s in found}
    told = [
        (abs(number - at), number)
        for number, saying in enumerate(report.sayings)
        if saying.hops and saying.hops[-1].kind in _SOURCES and saying.statement not in others
    ]
    return report.sayings[min(told)[1]].hops[-1] if told else None


def _lead(reports: Mapping[int, Report], side: Side, carrying: Carrying, there: Iterable[int], sure: float) -> None:
    """Let a statement beside which its article cites others of the claim be from these, as what the article cites them for is."""
    at: tuple[str, int] = ("a", carrying.row)
    for row in there:
        if not any(e.of == at and e.onto == ("a", row) for e in side.edges):
            one, other = (reports[r].outlet or reports[r].title or "another article" for r in (carrying.row, row))
            told = f"{one} tells it beside what it has from {other}, as from there ({sure:.0%} likely)"
            side.edges.append(Edge(at, ("a", row), "cites", carrying.end.node.statement, told))
    side.bare.discard(carrying.row)


def _put_in(report: Report, side: Side, carrying: Carrying, hop: Hop | None, sure: float, nodes: list[Node]) -> int:
    """Let a statement have the source that speaks beside it, or else one that has no name."""
    statement, outlet = carrying.end.node.statement, report.outlet or str(report.row)
    if hop is None:
        node = Node("unnamed", "somebody who knows", outlet=outlet, article=report.row, statement=statement)
        how = "as from somebody who knows"
    else:
        node = node_of(hop, outlet, frozenset(), report.row, statement)
        how = f"beside the word of {node.name}, as from there"
    node.day, node.said = report.published or "", carrying.end.node.said
    nodes.append(node)
    told = f"{report.outlet or report.title or 'the article'} tells it {how} ({sure:.0%} likely)"
    side.edges.append(Edge(("a", report.row), ("n", len(nodes) - 1), "says", statement, told))
    side.bare.discard(report.row)
    return len(nodes) - 1
