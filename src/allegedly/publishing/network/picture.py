"""The picture as one SVG file that needs nothing else: a click on a line opens the words that say it, below, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from textwrap import wrap

from allegedly.publishing.network.drawing import Drawing, classes, draw, manner, markers
from allegedly.publishing.network.graph import Edge, Network
from allegedly.publishing.safe import line

_LETTER, _LINE = 6.6, 17.0
_LEAST = 760.0
"""Pixels of the least width, so that the words below have room."""
_ROWS = 9
"""Lines of words that are shown of an edge."""
LEGEND = (
    "Blue: a tie. Brown: a happening. ✗ and red: somebody denies it. Dashed: only planned, tried, threatened or thought of. "
    "Dotted: over. Thick: more than one voice says it. “…”: not in the outlet’s own voice. A dashed box: somebody or something "
    "without a name. Click on the words at a line for those that say it. Nothing here is a fact: it is what the article says, "
    "and who says so."
)
NOTHING = "The article joins no two of its entities by a tie or a happening."


def style() -> str:
    """The rules of the picture."""
    return files("allegedly.publishing.network").joinpath("network.css").read_text(encoding="utf-8")


def svg(network: Network) -> str:
    """The whole file."""
    drawing = draw(network, lambda edge: f"#{edge.id}")
    told = LEGEND + left_out(drawing) if drawing.edges else NOTHING
    width = max(drawing.width, _LEAST)
    letters = int((width - 64) / _LETTER)
    title = wrap(network.words.title(), letters)[:2]
    top = 14 + _LINE * len(title)
    legend = wrap(told, letters)
    below = top + drawing.height + 10 + _LINE * (len(legend) + 1)
    panel = _LINE * (_ROWS + 3)
    wide, high = round(width), round(below + panel)
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="group">',
        f'<title id="title">{escape(network.words.title())}</title>',
        f"<style>{style()}</style>",
        f"<defs>{''.join(markers())}</defs>",
        f'<rect class="ground" width="{wide}" height="{high}"/>',
        '<g class="legend">',
        *(f'<text x="24" y="{_LINE * (i + 1) + 6:.0f}">{escape(words)}</text>' for i, words in enumerate(title)),
        "</g>",
        f'<svg x="0" y="{top:.0f}" width="{drawing.width}" height="{drawing.height}">',
        drawing.elements,
        "</svg>",
        '<g class="legend">',
        *(
            f'<text x="24" y="{top + drawing.height + _LINE * (i + 1):.1f}">{escape(words)}</text>'
            for i, words in enumerate(legend)
        ),
        "</g>",
        *_panel(None, [("Click on the words at a line.", "hint")], 24.0, below, width - 48, panel - 12),
        *(_said(network, edge, 24.0, below, width - 48, panel - 12, letters) for edge in drawing.edges),
        "</svg>\n",
    ]
    return "\n".join(rows)


def left_out(drawing: Drawing) -> str:
    """How much the picture has no room for."""
    return f" {drawing.left_out} more in the GraphML, for which there is no room here." if drawing.left_out else ""


def head(network: Network, edge: Edge) -> str:
    """What an edge says, in words: *Ana Ruiz – leads – Harbour Party*."""
    of, to = (line(network.named(end).name) for end in (edge.of, edge.to))
    more = ", ".join(filter(None, (manner(edge), edge.when, edge.where, edge.much)))
    kind = edge.label if edge.relation == "tie" else f"{edge.label} ({edge.kind})"
    return f"{of} – {kind} – {to}" + (f" · {more}" if more else "")


def _said(network: Network, edge: Edge, x: float, y: float, width: float, height: float, letters: int) -> str:
    rows = [(row, "head") for row in wrap(head(network, edge), letters)[:2]]
    for saying in edge.sayings:
        told = f"{saying.voice}: “{' '.join((saying.before + ' [' + saying.words + '] ' + saying.after).split())}”"
        denied = f" — denied by {', '.join(saying.denied_by)}" if saying.denied_by else ""
        rows += [(row, "") for row in wrap(told + denied, letters)]
    if len(rows) > _ROWS:
        rows = [*rows[: _ROWS - 1], ("…", "")]
    return "".join(_panel(edge, rows, x, y, width, height))


def _panel(edge: Edge | None, rows: list[tuple[str, str]], x: float, y: float, width: float, height: float) -> Iterator[str]:
    yield f'<g id="{edge.id}" class="said {classes(edge)}">' if edge is not None else '<g class="legend">'
    yield f'<rect class="panel" x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="4"/>'
    for i, (words, kind) in enumerate(rows):
        yield f'<text class="{kind}" x="{x + 12:.0f}" y="{y + _LINE * (i + 1.3):.0f}">{escape(words)}</text>'
    yield (
        f'<a href="#title"><text x="{x + 12:.0f}" y="{y + height - 10:.0f}">close</text></a></g>' if edge is not None else "</g>"
    )
