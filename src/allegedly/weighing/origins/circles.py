"""Whether a claim comes back to an outlet that it set out from: by ways that rules find, and by ways that are heard.

*Now the foreign press has it too*, prints the paper from which the foreign press had it: that it cites one of the claim's other
articles no rule sees, and which of them only the others tell. So each two articles are measured: by what rules found, by
what the network over two passages hears (``passages.py``), by the trees of ``mentioning.py``, by days. A logistic regression
(``training/origins``) makes of that how likely the one has the claim from the other. A circle is as likely as its ways
together, and the surest one of a side is judged.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import NamedTuple

from allegedly.weighing.origins.ends import NO_SOURCE, passage, source_of, source_told
from allegedly.weighing.origins.hearing import MANY, Signs, likely, odds_of
from allegedly.weighing.origins.mentioning import Mentioning, mentioned
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.parts import Copied, Edge, Side
from allegedly.weighing.origins.passages import Odds, Passage, odds, turned
from allegedly.weighing.origins.report import Report

CIRCLE = 0.55
"""How likely a circle is, at least: what it is fitted to has more circles than news has."""
_EACH = 3
"""Statements of an article that are read."""
_LEAST = -6.0
"""What is heard of nobody else where there is nobody else, in log odds."""
_DAYS = (-3, 7)
"""No fewer and no more days between two articles are told apart."""
_KINDS = ("voice", "unnamed", "external")
Pair = tuple[int, int]
"""The rows of an article and of another from which it may have the claim."""


class Circle(NamedTuple):
    """A way that comes back to the outlet that it set out from."""

    together: float
    """How likely its ways are together, 0 to 1."""
    ways: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """What is measured of the ways between one side's articles."""

    outlets: Mapping[int, str]
    """By the article's row."""
    ruled: frozenset[Pair]
    """The ways that rules found, those between articles of one outlet among them."""
    signs: Mapping[Pair, Signs]
    """Of each two articles of two outlets that may be a way."""
    told: Mapping[Pair, int]
    """The statement that tells it best."""

    def surest(self, chances: Mapping[Pair, float]) -> Circle | None:
        """The likeliest circle; null where nothing comes back.

        Args:
            chances: How likely each way is.
        """
        onward: dict[int, list[tuple[int, float]]] = {}
        for (a, b), chance in chances.items():
            if chance > 0:
                onward.setdefault(a, []).append((b, chance))
        best: Circle | None = None
        for (a, b), chance in chances.items():
            if chance > 0 and self.outlets[a] and self.outlets[b] != self.outlets[a]:
                back = self._back(b, self.outlets[a], onward)
                if back is not None and (best is None or chance * back[0] > best.together):
                    best = Circle(chance * back[0], ((a, b), *back[1]))
        return best

    def _back(
        self, start: int, outlet: str, onward: Mapping[int, list[tuple[int, float]]]
    ) -> tuple[float, tuple[Pair, ...]] | None:
        """The likeliest way from an article to one of an outlet's (Dijkstra 1959, over products)."""
        open_: list[tuple[float, int, tuple[Pair, ...]]] = [(-1.0, start, ())]
        seen: set[int] = set()
        while open_:
            less, here, way = heapq.heappop(open_)
            if self.outlets[here] == outlet:
                return -less, way
            if here not in seen:
                seen.add(here)
                for onto, chance in onward.get(here, ()):
                    heapq.heappush(open_, (less * chance, onto, (*way, (here, onto))))
        return None

    def chances(self, likely: Callable[[Signs], float]) -> dict[Pair, float]:
        """How likely each way is; rules' ways between articles of one outlet are certain."""
        return dict.fromkeys(sorted(self.ruled), 1.0) | {pair: likely(signs) for pair, signs in self.signs.items()}

    def heard(self) -> Circle | None:
        """The likeliest circle, by all that is measured."""
        return self.surest(self.chances(lambda signs: likely("from", signs)))


def close(reports: Mapping[int, Report], side: Side, ways: Ways, nodes: Sequence[Node]) -> None:
    """Put in the ways of a side's likeliest circle that no rule found, where it is heard as one.

    An outlet that the article cites and that is not here is then the other one, under a name of which no rule knows: *Tesali
    Tudei*.

    Args:
        reports: The claim's articles.
        side: One side of it; its ways change.
        ways: What is measured of them.
        nodes: All nodes.
    """
    circle = ways.heard()
    if circle is None or not circle.together:
        return
    sure = likely("circle", {"together": math.log(circle.together)})
    for a, b in circle.ways if sure >= CIRCLE else ():
        if (a, b) not in ways.ruled:
            one, other = (reports[row].outlet or reports[row].title or "another article" for row in (a, b))
            told = f"{one} tells it as from {other}, and so it comes back ({sure:.0%} likely)"
            elsewhere = [e for e in side.edges if e.of == ("a", a) and e.onto[0] == "n" and nodes[e.onto[1]].kind == "external"]
            side.edges = [e for e in side.edges if e not in elsewhere]
            side.edges.append(Edge(("a", a), ("a", b), "cites", ways.told[a, b], told))
            side.bare.discard(a)


def measured(
    reports: Mapping[int, Report],
    side: Side,
    left: Mapping[int, Sequence[int]],
    nodes: Sequence[Node],
    copies: Iterable[Copied],
) -> Ways | None:
    """What is measured of the ways between a side's articles; null where there is nobody to come back to, or too much to read.

    Of articles that have text in common only the ways that rules found are measured.

    Args:
        reports: The claim's articles.
        side: One side of it.
        left: By article its statements that are not printed after another.
        nodes: All nodes.
        copies: Which articles have text in common.
    """
    outlets = {row: reports[row].outlet for row in side.articles}
    if len({outlet for outlet in outlets.values() if outlet}) < 2:
        return None
    measuring = _Measuring(reports, side, left, nodes, copies)
    if sum(map(len, measuring.statements.values())) > MANY:
        return None
    ruled, signs, told = set(), {}, {}
    for row in side.articles:
        known = measuring.known(row)
        ruled |= {(row, other) for other in known if other in outlets}
        for other, (one, statement) in measuring.signs(row, known).items():
            signs[row, other], told[row, other] = one, statement
    return Ways(outlets, frozenset(ruled), signs, told)


class _Measuring:
    def __init__(
        self,
        reports: Mapping[int, Report],
        side: Side,
        left: Mapping[int, Sequence[int]],
        nodes: Sequence[Node],
        copies: Iterable[Copied],
    ) -> None:
        self.reports, self.side, self.left, self.nodes = reports, side, left, nodes
        self._alike = {pair for copy in copies for pair in ((copy.a, copy.b), (copy.b, copy.a))}
        self.statements = {row: [s for s in side.statements[row] if s in reports[row].at][:_EACH] for row in side.articles}
        self._mentioning = Mentioning(reports, side.statements)
        self._linked = {row: side.linked(row) for row in side.articles}
        onward = {e.of for e in side.edges}
        self._ends = {node.statement: node for n, node in enumerate(nodes) if ("n", n) not in onward and not node.bare}
        self._odds: dict[Pair, Odds] = {}

    def known(self, row: int) -> frozenset[int]:
        """The articles to which rules lead from one."""
        direct = frozenset(e.onto[1] for e in self.side.edges if e.of == ("a", row) and e.onto[0] == "a")
        return direct.union(*self._linked[row].values()) - {row}

    def signs(self, row: int, known: frozenset[int]) -> dict[int, tuple[Signs, int]]:
        """By each other outlet's article from which one may have the claim what is measured, and the statement that tells it."""
        report = self.reports[row]
        others = [r for r in self.side.articles if r != row and self.reports[r].outlet != report.outlet and self.statements[r]]
        own = self.statements[row]
        if not others or not own:
            return {}
        free = [s for s in own if s in self.left.get(row, ()) and not self._linked[row].get(s)]
        trees = {s: self._by_trees(row, s, others) for s in own}
        heard: dict[int, _Heard] = {}
        for other in others:
            # What others have in common with it is left to what is known of whose it is.
            statements = own if other in known else [] if (row, other) in self._alike else free
            if statements:
                heard[other] = self._hear(row, statements, other, max(trees[s][other] for s in statements))
        return {other: (self._signs(row, other, known, heard, len(others)), heard[other].statement) for other in heard}

    def _by_trees(self, row: int, statement: int, others: list[int]) -> dict[int, float]:
        report = self.reports[row]
        table = self._mentioning.table(row, report.sayings[report.at[statement]], others, frozenset())
        return {other: odds_of(chance) for other, chance in zip(others, mentioned(table).tolist(), strict=True)}

    def _hear(self, row: int, statements: list[int], other: int, by_trees: float) -> _Heard:
        each = [(s, self._read(row, s, other, t)) for s, t in product(statements, self.statements[other])]
        statement, most = max(each, key=lambda one: one[1].cites)
        _, nearest = max(each, key=lambda one: one[1].one)
        return _Heard(statement, most.cites, max(o.cited for _, o in each), nearest.one, nearest.cites, most.bare, by_trees)

    def _read(self, row: int, statement: int, other: int, its: int) -> Odds:
        if (statement, its) not in self._odds:
            if (its, statement) in self._odds:
                return turned(self._odds[its, statement])
            self._odds[statement, its] = odds(self._passage(row, statement), self._passage(other, its))
        return self._odds[statement, its]

    def _passage(self, row: int, statement: int) -> Passage:
        report = self.reports[row]
        saying = report.sayings[report.at[statement]]
        if (end := self._ends.get(statement)) is not None:
            return passage(report, saying, source_of(end))
        loose = statement in self.left.get(row, ()) and all(e.statement != statement for e in self.side.edges)
        return passage(report, saying, NO_SOURCE if loose else source_told(saying))

    def _signs(self, row: int, other: int, known: frozenset[int], heard: Mapping[int, _Heard], outlets: int) -> Signs:
        report, its, one = self.reports[row], self.reports[other], heard[other]
        rest = [heard[r] for r in heard if r != other]
        ends = {self.nodes[e.onto[1]].kind for e in self.side.edges if e.of == ("a", row) and e.onto[0] == "n"}
        copied = any(e.of == ("a", row) and e.onto == ("a", other) and e.kind == "copies" for e in self.side.edges)
        days = _days(its.published, report.published)
        before = self.side.articles[: self.side.articles.index(row)]  # in order of their days
        return {
            "by rule": float(other in known),
            "as a copy": float(copied),
            "heard": one.cites,
            "heard the other way": one.cited,
            "heard as one": one.one,
            "heard where most as one": one.nearest,
            "heard bare": one.bare,
            "heard of others": max((r.cites for r in rest), default=_LEAST),
            "by trees": one.by_trees,
            "others by trees": max((r.by_trees for r in rest), default=odds_of(0.0)),
            "others": float(outlets),
            "other ways": float(len(known - {other})),
            **{kind: float(kind in ends) for kind in _KINDS},
            "before": float(days > 0),
            "after": float(days < 0),
            "days": float(max(_DAYS[0], min(_DAYS[1], days))),
            "a body's page": float(report.body is not None),
            "from a body's page": float(its.body is not None),
            "own article before": float(any(self.reports[r].outlet == report.outlet for r in before)),
            "from one with ways": float(any(self._linked[other].values())),
            "place in the order": float(self.side.articles.index(row) - self.side.articles.index(other)),
        }


class _Heard(NamedTuple):
    """What the network and the trees make of an article beside another one, in log odds."""

    statement: int
    """The one that tells best that it is from there."""
    cites: float
    cited: float
    one: float
    nearest: float
    """That it is from there, of the statements that are most as of one source."""
    bare: float
    by_trees: float


def _days(first: str | None, then: str | None) -> int:
    return (date.fromisoformat(then) - date.fromisoformat(first)).days if first and then else 0
