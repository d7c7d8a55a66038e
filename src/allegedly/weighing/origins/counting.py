"""What comes of a claim's ways: where each article's ends, how many ends there are, and whether one comes back to its start."""

from __future__ import annotations

from collections.abc import Mapping

from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.outlets import called
from allegedly.weighing.origins.parts import AGAINST, FOR, Link, Point, Root, Side, Traced, apart
from allegedly.weighing.origins.report import Report

_TOLD = 3
"""Reasons why voices are one that an origin's sentence names."""


class Counting:
    """A claim's ways, followed to their ends.

    Args:
        reports: Its articles, by row.
        sides: What the articles of each side rest on.
        nodes: The roots and stations.
        joined: By node, why others are one with it.
    """

    def __init__(
        self, reports: Mapping[int, Report], sides: Mapping[str, Side], nodes: list[Node], joined: Mapping[int, tuple[str, ...]]
    ) -> None:
        self.reports, self.sides, self.nodes, self.joined = reports, sides, nodes, joined
        self.onward = {name: self._onward(side) for name, side in sides.items()}

    @staticmethod
    def _onward(side: Side) -> dict[Point, list[Point]]:
        found: dict[Point, list[Point]] = {}
        for edge in side.edges:
            found.setdefault(edge.of, []).append(edge.onto)
        return found

    def counted(self) -> Traced:
        """How many origins, which, and what is not established."""
        reach = {name: self._reached(name) for name in self.sides}
        ends = {name: {n for found in reach[name].values() for n in found} for name in reach}
        met = {
            point[1] for side in self.sides.values() for edge in side.edges for point in (edge.of, edge.onto) if point[0] == "n"
        }
        shown = sorted(met, key=lambda n: (n not in ends[FOR], n not in ends[AGAINST], n))
        place = {n: i for i, n in enumerate(shown)}
        roots = tuple(self._root(n, ends) for n in shown)
        links = tuple(
            Link(
                article=e.of[1] if e.of[0] == "a" else None,
                station=place[e.of[1]] if e.of[0] == "n" else None,
                onto_article=e.onto[1] if e.onto[0] == "a" else None,
                onto_origin=place[e.onto[1]] if e.onto[0] == "n" else None,
                kind=e.kind,
                statement=e.statement,
                reason=e.reason,
            )
            for e in apart(e for side in self.sides.values() for e in side.edges)
        )
        side = self.sides[FOR]
        unnamed = sum(self.nodes[n].kind == "unnamed" for n in ends[FOR])
        return Traced(
            roots=roots,
            links=links,
            independent=len(ends[FOR]),
            at_least=len(ends[FOR]) - max(0, unnamed - 1),
            denying=len(ends[AGAINST]),
            unestablished=tuple(row for row in side.articles if not reach[FOR][row]),
            circular=any(self._comes_back(name, row) for name, side in self.sides.items() for row in side.articles),
        )

    def _root(self, n: int, ends: Mapping[str, set[int]]) -> Root:
        node = self.nodes[n]
        there = [name for name in (FOR, AGAINST) if n in ends[name]]
        side = "both" if len(there) == 2 else there[0] if there else FOR
        return Root(
            kind=node.kind,
            name=node.name,
            root=bool(there),
            side=side,
            article=node.article,
            statement=node.statement,
            reason="; ".join((_what(node, root=bool(there)), *self.joined.get(n, ())[:_TOLD])),
        )

    def _reached(self, name: str) -> dict[int, set[int]]:
        """The ends to which each article leads."""
        onward = self.onward[name]
        found = {}
        for row in self.sides[name].articles:
            seen: set[Point] = set()
            open_: list[Point] = [("a", row)]
            while open_:
                point = open_.pop()
                if point not in seen:
                    seen.add(point)
                    open_ += onward.get(point, ())
            found[row] = {n for sort, n in seen if sort == "n" and ("n", n) not in onward}
        return found

    def _comes_back(self, name: str, row: int) -> bool:
        """Whether the way from an outlet's article leads back to the outlet by way of somebody else."""
        outlet = self.reports[row].outlet
        if not outlet:
            return False
        onward = self.onward[name]
        seen: set[tuple[Point, bool]] = set()
        open_: list[tuple[Point, bool]] = [(("a", row), False)]
        while open_:
            point, away = open_.pop()
            if (point, away) in seen:
                continue
            seen.add((point, away))
            here = self._is(point, outlet)
            if here and away:
                return True
            open_ += [(onto, away or not here) for onto in onward.get(point, ())]
        return False

    def _is(self, point: Point, outlet: str) -> bool:
        """Whether an article or a node is the outlet's own."""
        if point[0] == "a":
            return self.reports[point[1]].outlet == outlet
        node = self.nodes[point[1]]
        return node.kind == "external" and called(node.name, outlet) > 1


def _what(node: Node, *, root: bool) -> str:
    if not root:
        return f"{node.name} passes on what others say"
    return {
        "voice": f"{node.name} speaks, and nothing says where that comes from",
        "document": "a document that speaks for itself",
        "unnamed": f"a source that {node.outlet} does not name",
        "outlet": f"the word of {node.name}",
        "external": f"{node.name} is cited, and its own article is not here",
    }[node.kind]
