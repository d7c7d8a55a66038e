"""What a claim's tree is made of: what it is traced from, the ways on each side of it, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

FOR, AGAINST = "for", "against"


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of the claim."""

    statement: int
    article: int
    side: str


@dataclass(frozen=True, slots=True)
class Copied:
    """Two articles with text in common; spans are of ``a`` and of ``b``."""

    a: int
    b: int
    kind: str
    original: int | None
    passages: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """An origin, or a station on the way to one."""

    kind: str
    name: str
    root: bool
    side: str
    article: int
    statement: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """That an article (by its row), or a root or station (by its place among them), rests on another."""

    article: int | None
    station: int | None
    onto_article: int | None
    onto_origin: int | None
    kind: str
    statement: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Traced:
    """A claim's origins."""

    roots: tuple[Root, ...]
    links: tuple[Link, ...]
    independent: int
    at_least: int
    denying: int
    unestablished: tuple[int, ...]
    circular: bool


Point = tuple[str, int]
"""``("a", row)`` for an article on a side, ``("n", number)`` for a node."""


@dataclass(slots=True)
class Edge:
    """That one rests on another, on one side of the claim."""

    of: Point
    onto: Point
    kind: str
    statement: int | None
    reason: str


@dataclass(slots=True)
class Side:
    """The articles of one side and what they rest on."""

    articles: list[int]
    statements: dict[int, list[int]]
    others: dict[int, list[int]]
    """By article, its statements that are on another side."""
    edges: list[Edge] = field(default_factory=list)
    bare: set[int] = field(default_factory=set)
    """Articles of which nothing says where they have it from."""
    talk: set[int] = field(default_factory=set)
    """Statements that their articles give to what everybody knows or hears."""

    def linked(self, row: int) -> dict[int, frozenset[int]]:
        """By an article's statement the other articles to which ways lead from it, by way of voices or not."""
        found: dict[int, frozenset[int]] = {}
        for e in self.edges:
            if e.of == ("a", row) and e.statement is not None:
                open_, seen = [e.onto], set()
                while open_:
                    point = open_.pop()
                    if point in seen:
                        continue
                    seen.add(point)
                    if point[0] == "a":
                        found[e.statement] = found.get(e.statement, frozenset()) | {point[1]}
                    else:
                        open_ += [x.onto for x in self.edges if x.of == point]
        return found


def apart(edges: Iterable[Edge]) -> list[Edge]:
    """Each way once, and none that leads where it begins."""
    found: dict[tuple[Point, Point], Edge] = {}
    for edge in edges:
        if edge.of != edge.onto:
            found.setdefault((edge.of, edge.onto), edge)
    return list(found.values())
