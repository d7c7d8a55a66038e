"""The picture itself, as SVG elements: a box for each entity, a line with its words for each tie and happening.

Ties are drawn in one colour and happenings in another. A line is thick where more than one voice says it, dashed where it is only
planned, tried, threatened or thought of, dotted where it is over; where somebody denies it, it is red and its words have a
cross before them. Words that only others than the outlet say stand in quotation marks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from allegedly.model import Entity
from allegedly.publishing.network.graph import Edge, Network
from allegedly.publishing.network.layout import place
from allegedly.publishing.safe import line

MOST_NODES, MOST_EDGES = 40, 90
"""Entities and lines that a picture has at most; whoever has the most lines is kept."""
_MARGIN = 24.0
_NAME, _LABEL = 7.4, 6.1
"""Pixels of a letter in a name, in the words at a line."""
_NAME_LINE, _LABEL_LINE = 17.0, 16.0
_WRAP, _LINES, _LONGEST = 20, 3, 30


@dataclass(slots=True)
class Drawing:
    """A picture: its elements, its size in pixels, the lines on it, and how many could not be on it."""

    elements: str
    width: float
    height: float
    edges: tuple[Edge, ...]
    left_out: int


@dataclass(slots=True)
class _Box:
    x: float
    y: float
    width: float
    height: float


def draw(network: Network, link: Callable[[Edge], str]) -> Drawing:
    """Draw a network; ``link`` gives the address that a line opens."""
    nodes, edges = _kept(network)
    lines = {node.id: _wrapped(line(node.name)) for node in nodes}
    bundles: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        bundles.setdefault((min(edge.of, edge.to), max(edge.of, edge.to)), []).append(edge)
    sizes = [(max(map(_width, lines[n.id])) * _NAME + 26, len(lines[n.id]) * _NAME_LINE + 14) for n in nodes]
    sizes += [(max(_width(told(e)) for e in some) * _LABEL + 8, len(some) * _LABEL_LINE + 2) for some in bundles.values()]
    number = {node.id: i for i, node in enumerate(nodes)}
    joints = [(number[end], len(nodes) + i) for i, pair in enumerate(bundles) for end in pair]
    spots = place(sizes, joints)
    boxes = [_Box(x + _MARGIN, y + _MARGIN, w, h) for (x, y), (w, h) in zip(spots, sizes, strict=True)]
    at = {node.id: boxes[i] for i, node in enumerate(nodes)}
    paths, labels = [], []
    for (_, some), box in zip(bundles.items(), boxes[len(nodes) :], strict=True):
        for row, edge in enumerate(some):
            y = box.y - box.height / 2 + 1 + (row + 0.5) * _LABEL_LINE
            paths.append(_path(edge, at[edge.of], at[edge.to], box.x, y))
            labels.append(_label(edge, link(edge), box, y))
    shapes = [_node(node, lines[node.id], at[node.id]) for node in nodes]
    width = max((b.x + b.width / 2 for b in boxes), default=0.0) + _MARGIN
    height = max((b.y + b.height / 2 for b in boxes), default=0.0) + _MARGIN
    return Drawing(
        "\n".join((*paths, *shapes, *labels)), round(width, 1), round(height, 1), edges, len(network.edges) - len(edges)
    )


def told(edge: Edge) -> str:
    """The words at a line."""
    words = edge.label if len(edge.label) <= _LONGEST else edge.label[: _LONGEST - 1].rstrip() + "…"
    if not edge.outlet:
        words = f"“{words}”"
    return f"✗ {words}" if edge.denied else words


def classes(edge: Edge) -> str:
    """How a line is drawn."""
    how: list[str] = [edge.relation]
    how += ["denied"] if edge.denied else []
    how += ["open"] if edge.open else ["over"] if edge.status == "former" else []
    how += [] if edge.single else ["several"]
    return " ".join(how)


def manner(edge: Edge) -> str:
    """The same in words."""
    parts = [
        edge.status if edge.status not in ("applied", "happened", "former") else "",
        f"denied by {', '.join(edge.denied_by)}" if edge.denied_by else "",
    ]
    return ", ".join(filter(None, parts))


def _kept(network: Network) -> tuple[list[Entity], tuple[Edge, ...]]:
    """The entities and lines that the picture has room for."""
    weight: dict[str, int] = {}
    for edge in network.edges:
        for end in (edge.of, edge.to):
            weight[end] = weight.get(end, 0) + 1
    order = {node.id: i for i, node in enumerate(network.nodes)}
    best = set(sorted(order, key=lambda name: (-weight[name], order[name]))[:MOST_NODES])
    edges = tuple(e for e in network.edges if e.of in best and e.to in best)[:MOST_EDGES]
    used = {end for edge in edges for end in (edge.of, edge.to)}
    return [node for node in network.nodes if node.id in used], edges


def _width(words: str) -> float:
    """How many letters wide words are, wide letters counted twice."""
    return sum(2.0 if unicodedata.east_asian_width(c) in "WF" else 1.0 for c in words)


def _wrapped(name: str) -> list[str]:
    """A name in a few short lines."""
    found = [""]
    for word in name.split():
        short = word if len(word) <= 2 * _WRAP else word[: 2 * _WRAP - 1] + "…"
        if found[-1] and len(found[-1]) + 1 + len(short) > _WRAP:
            found.append(short)
        else:
            found[-1] = f"{found[-1]} {short}".strip()
    if len(found) > _LINES:
        found = [*found[: _LINES - 1], found[_LINES - 1] + " …"]
    return found


def _path(edge: Edge, start: _Box, end: _Box, x: float, y: float) -> str:
    """A line from box to box through the middle of its words, with an arrow at its end."""
    a = _edge_of(start, x, y)
    b = _edge_of(end, x, y)
    head = "denied" if edge.denied else edge.relation
    return (
        f'<path class="{classes(edge)}" marker-end="url(#to-{head})" '
        f'd="M{a[0]:.1f} {a[1]:.1f}L{x:.1f} {y:.1f}L{b[0]:.1f} {b[1]:.1f}"/>'
    )


def _edge_of(box: _Box, x: float, y: float) -> tuple[float, float]:
    """Where the way from a point to the middle of a box meets its edge."""
    dx, dy = x - box.x, y - box.y
    if not dx and not dy:
        return box.x, box.y
    scale = min(
        (box.width / 2 + 2) / abs(dx) if dx else float("inf"),
        (box.height / 2 + 2) / abs(dy) if dy else float("inf"),
    )
    return (box.x + dx * scale, box.y + dy * scale) if scale < 1 else (box.x, box.y)


def _label(edge: Edge, address: str, box: _Box, y: float) -> str:
    width = _width(told(edge)) * _LABEL + 6
    title = f"{', '.join(edge.voices)}: {edge.sayings[0].before} {edge.sayings[0].words} {edge.sayings[0].after}"
    return (
        f'<a href="{address}" class="at {classes(edge)}"><title>{escape(" ".join(title.split()))}</title>'
        f'<rect x="{box.x - width / 2:.1f}" y="{y - _LABEL_LINE / 2:.1f}" width="{width:.1f}" height="{_LABEL_LINE:.1f}"/>'
        f'<text x="{box.x:.1f}" y="{y + 4:.1f}">{escape(told(edge))}</text></a>'
    )


def _node(node: Entity, lines: list[str], box: _Box) -> str:
    x, y, w, h = box.x - box.width / 2, box.y - box.height / 2, box.width, box.height
    roles = "; ".join(line(role.text) for role in node.roles[:4])
    title = f"{line(node.name)}: {node.kind}{f', {roles}' if roles else ''}, {len(node.mentions)} mentions"
    known = "" if node.id.startswith("e") else " words"
    return (
        f'<g class="node {node.kind}{known}"><title>{escape(title)}</title>{_shape(node.kind, x, y, w, h)}'
        + "".join(_row(words, box.x, y + 7 + (i + 0.75) * _NAME_LINE) for i, words in enumerate(lines))
        + "</g>"
    )


def _row(words: str, x: float, y: float) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def _shape(kind: str, x: float, y: float, w: float, h: float) -> str:
    """People are round, places have cut corners, all else is square."""
    if kind in ("place", "state"):
        points = ((8, 0), (w - 8, 0), (w, h / 2), (w - 8, h), (8, h), (0, h / 2))
        return f'<polygon points="{" ".join(f"{x + a:.1f},{y + b:.1f}" for a, b in points)}"/>'
    round_ = 14 if kind == "person" else 3
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{round_}"/>'


def markers() -> Iterator[str]:
    """The heads of the arrows."""
    for name in ("tie", "happening", "denied"):
        yield (
            f'<marker id="to-{name}" class="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
            f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>'
        )
