"""The tree of origins of a claim: from each origin to the right, who has it from there, and who from these.

An article stands once, beside the first from which it has the claim; that it cites others too is a thinner line. A circle of
outlets that cite one another hangs, like what nothing is said of, on the mark for what is not established.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from allegedly.model_claims import Claim, Origin, Origins
from allegedly.publishing.words import day, many
from allegedly.web.pictures.svg import breadth, element, picture
from allegedly.web.templates import clipped

_ROW, _TOP, _LEFT = 30, 18, 28
_GAP = 74
"""Pixels between the columns, for the lines."""
_MOST = 12
"""How many that have it from the same are drawn; the others are counted."""
_ORIGINS = 40
"""How many origins are drawn."""
_DEEPEST = 30
_LOOSE = "?"
_NEAREST = ("copies", "cites", "says")
"""Who is nearest to whom: what is copied was surely had from there."""
KINDS = {
    "voice": "a voice",
    "document": "a document",
    "unnamed": "not named",
    "outlet": "the outlet’s own word",
    "external": "not in the ledger",
}


@dataclass(slots=True)
class _Node:
    """Something in the tree."""

    label: str
    kind: str
    side: str
    title: str
    link: str | None = None
    below: list[tuple[str, str]] = field(default_factory=list)
    """Who has it from here, and how: copies, cites, says."""
    x: float = 0.0
    y: float = 0.0
    depth: int = 0

    @property
    def breadth(self) -> float:
        """Of its label, in pixels; all but articles are in bold type."""
        return breadth(self.label) * (1 if self.kind in ("article", "more", "external") else 1.09)


def tree(claim: Claim, address: Callable[[str], str]) -> Markup | None:
    """The picture; null where the claim was not traced.

    Args:
        claim: The claim.
        address: The address of an article, or of a statement in it, by its id.
    """
    if claim.origins is None:
        return None
    nodes = _nodes(claim, claim.origins, address)
    roots = [o.id for o in claim.origins.origins if o.root]
    extra = _hang(claim.origins, nodes, roots)
    if len(roots) > _ORIGINS:
        nodes["more"] = _Node(f"and {len(roots) - _ORIGINS + 1:,} more origins", "more", "for", "")
        roots = [*roots[: _ORIGINS - 1], "more"]
    if nodes[_LOOSE].below:
        roots.append(_LOOSE)
    bottom = _place(nodes, roots)
    drawn = {name: node for name, node in nodes.items() if node.y}
    width = max((node.x + 16 + node.breadth for node in drawn.values()), default=0) + _LEFT
    title = f"Where it comes from: {many(claim.origins.independent, 'independent origin')}, from left to right to the articles"
    return picture(width, bottom + _TOP, _drawn(drawn, extra), title=title, kind="tree")


def _nodes(claim: Claim, origins: Origins, address: Callable[[str], str]) -> dict[str, _Node]:
    nodes = {
        _LOOSE: _Node("where from is not established", "loose", "", "Nothing in these articles says where they have it from")
    }
    for origin in origins.origins:
        where = origin.statement or origin.article
        nodes[origin.id] = _Node(_named(origin), origin.kind, origin.side, origin.reason, address(where) if where else None)
    for s in claim.statements:
        article = s.statement.rpartition(":")[0]
        if article not in nodes:
            when = f", {day(s.published)}" if s.published else ""
            label = f"{clipped(s.outlet or 'outlet not known', 30)}{when}"
            side = {"against": "against", "doubting": "against"}.get(s.side, "for")
            nodes[article] = _Node(label, "article", side, clipped(s.words, 200), address(s.statement))
    return nodes


def _named(origin: Origin) -> str:
    name = clipped(origin.name or "nobody named", 34)
    return f"{name} ({KINDS[origin.kind]})" if origin.kind != "voice" or not origin.root else name


def _hang(origins: Origins, nodes: Mapping[str, _Node], roots: list[str]) -> list[tuple[str, str, str]]:
    """Hang every article and station on one from which it has the claim, on what it copies rather than cites; gives further ones.

    What hangs on nothing that ends in a root hangs on the mark for what is not established.
    """
    onward: dict[str, list[tuple[str, str]]] = {}
    for link in origins.links:
        if link.of in nodes and link.onto in nodes:
            onward.setdefault(link.of, []).append((link.onto, link.kind))
    above: dict[str, str] = {}
    extra: list[tuple[str, str, str]] = []
    for of in nodes:
        for onto, kind in sorted(onward.get(of, ()), key=lambda found: _NEAREST.index(found[1])):
            if of in above or of in roots or _reaches(onto, of, above):
                extra.append((of, onto, kind))
            else:
                above[of] = onto
                nodes[onto].below.append((of, kind))
    for name in nodes:
        if name not in above and name not in roots and name != _LOOSE:
            nodes[_LOOSE].below.append((name, ""))
    return extra


def _reaches(start: str, end: str, above: Mapping[str, str]) -> bool:
    """Whether one hangs on another, however far up."""
    at: str | None = start
    while at is not None and at != end:
        at = above.get(at)
    return at == end


def _place(nodes: dict[str, _Node], roots: list[str]) -> float:
    """Give each node its place, a row for each that is last in its branch; gives the height."""
    row = 0
    order: list[str] = []
    waiting = [(name, 0, False) for name in reversed(roots)]
    while waiting:
        name, depth, beside = waiting.pop()
        node = nodes[name]
        if not beside:
            row += 1
        node.depth, node.y = depth, float(_TOP + (row - 1) * _ROW + 4)
        order.append(name)
        if len(node.below) > _MOST:
            rest = len(node.below) - _MOST + 1
            more = f"{name} more"
            nodes[more] = _Node(f"and {rest} more", "more", "for", "")
            node.below = [*node.below[: _MOST - 1], (more, "")]
        below = node.below if depth < _DEEPEST else []
        waiting += [(of, depth + 1, i == 0) for i, (of, _) in reversed(list(enumerate(below)))]
    widths: dict[int, float] = {}
    for name in order:
        node = nodes[name]
        widths[node.depth] = max(widths.get(node.depth, 0.0), node.breadth + 16)
    x = float(_LEFT)
    for depth in sorted(widths):
        for name in order:
            if nodes[name].depth == depth:
                nodes[name].x = x
        x += widths[depth] + _GAP
    return float(_TOP + row * _ROW)


def _drawn(nodes: Mapping[str, _Node], extra: list[tuple[str, str, str]]) -> Iterator[Markup]:
    for node in nodes.values():
        for of, kind in node.below:
            if of in nodes:
                yield from _line(node, nodes[of], kind)
    for of, onto, kind in extra:
        if of in nodes and onto in nodes:
            a, b = nodes[onto], nodes[of]
            path = _aside(a, b)
            yield element("path", [element("title", f"{b.label} also {kind} {a.label}")], class_="link extra", d=path)
    for node in nodes.values():
        shown = [element("title", node.title)] if node.title else []
        group = element("g", [*shown, *_mark(node), _text(node)], class_=f"node {node.kind} {node.side}")
        yield element("a", [group], href=node.link) if node.link else group


def _line(a: _Node, b: _Node, kind: str) -> Iterator[Markup]:
    start = a.x + 16 + a.breadth + 6 if a.y == b.y else b.x - _GAP + 14
    bend = b.x - _GAP + 14
    if a.y == b.y:
        path = f"M{start:.0f},{a.y:.0f} H{b.x - 9:.0f}"
    else:
        path = f"M{bend:.0f},{a.y:.0f} V{b.y - 8:.0f} q0,8 8,8 H{b.x - 9:.0f}"
    yield element("path", class_=f"link {kind}", d=path)
    if kind in ("copies", "cites"):
        yield element("text", kind, class_="how", x=b.x - 12, y=b.y - 5, text_anchor="end")


def _aside(a: _Node, b: _Node) -> str:
    """The line of a further link: round the left of a column, or across between two."""
    if a.depth == b.depth:
        out = min(20.0, 8 + abs(a.y - b.y) / 12)
        return f"M{a.x - 8:.0f},{a.y:.0f} C{a.x - 8 - out:.0f},{a.y:.0f} {b.x - 8 - out:.0f},{b.y:.0f} {b.x - 9:.0f},{b.y:.0f}"
    middle = (a.x + b.x) / 2
    start = a.y + (9 if b.y > a.y else -9)
    return f"M{a.x:.0f},{start:.0f} C{a.x:.0f},{b.y:.0f} {middle:.0f},{b.y:.0f} {b.x - 9:.0f},{b.y:.0f}"


def _mark(node: _Node) -> Iterator[Markup]:
    x, y = node.x, node.y
    if node.kind == "document":
        yield element("rect", class_="dot", x=x - 6, y=y - 6, width=12, height=12, rx=1.5)
    elif node.kind == "outlet":
        yield element("path", class_="dot", d=f"M{x:.0f},{y - 8:.0f} l8,8 -8,8 -8,-8z")
    elif node.kind == "article":
        yield element("circle", class_="dot", cx=x, cy=y, r=4)
    elif node.kind != "more":
        yield element("circle", class_="dot", cx=x, cy=y, r=6.5)
    if node.side in ("against", "both") and node.kind not in ("article", "more"):
        yield element("path", class_="cross", d=f"M{x - 3:.0f},{y - 3:.0f} l6,6 m0,-6 l-6,6")


def _text(node: _Node) -> Markup:
    return element("text", node.label, x=node.x + 13, y=node.y + 4.5)
