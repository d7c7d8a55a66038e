"""The picture on one HTML page that needs nothing else: a click on a line opens its card, without a script.

Nothing is loaded (the page's own policy forbids it). All cards stand below the picture; the one that is opened lies over it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from allegedly.publishing.network.drawing import classes, draw, markers
from allegedly.publishing.network.graph import Edge, Network, Saying
from allegedly.publishing.network.picture import LEGEND, NOTHING, head, left_out, style


def page(network: Network) -> str:
    """The whole page."""
    return "".join(_page(network))


def _page(network: Network) -> Iterator[str]:
    words = network.words
    rules = files("allegedly.publishing.network").joinpath("page.css").read_text(encoding="utf-8") + style()
    sha = base64.b64encode(hashlib.sha256(rules.encode("utf-8")).digest()).decode("ascii")
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{sha}'; "
        "base-uri 'none'; form-action 'none'\">\n"
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(words.title())}: who is tied to whom, and who says so</title>\n<style>{rules}</style>\n</head>\n<body>\n"
    )
    drawing = draw(network, lambda edge: f"#{edge.id}")
    yield f'<h1 id="top">{escape(words.title())}</h1>\n<p class="known">{" · ".join(escape(part) for part in words.head())}</p>\n'
    if not drawing.edges:
        yield f"<p>{NOTHING}</p>\n"
    else:
        yield (
            f'<div class="picture" tabindex="0"><svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width:.0f}" '
            f'height="{drawing.height:.0f}" viewBox="0 0 {drawing.width:.0f} {drawing.height:.0f}" role="group" '
            f'aria-label="The network">\n<defs>{"".join(markers())}</defs>\n{drawing.elements}\n</svg></div>\n'
        )
        yield f'<p class="legend">{escape(LEGEND + left_out(drawing))}</p>\n'
    for name, relation in (("Ties", "tie"), ("Happenings", "happening")):
        some = [edge for edge in drawing.edges if edge.relation == relation]
        if some:
            yield f"<h2>{name}</h2>\n"
            yield from (_card(network, edge) for edge in some)
    alone = network.alone
    if alone:
        yield "<h2>Happenings that join no two of them</h2>\n<ul>\n"
        for happening in alone:
            first = happening.mentions[0]
            saying = network.saying(first.span, first.statement, first.status, first.confidence)
            told = f"{happening.type}, {first.status}"
            yield f"<li><b>{escape(saying.words)}</b> ({escape(told)}) {escape(saying.voice)}: {_quoted(saying)}</li>\n"
        yield "</ul>\n"
    yield "</body>\n</html>\n"


def _card(network: Network, edge: Edge) -> str:
    """One edge: its ends, and every place where it is said, with the voice and who denies it."""
    return (
        f'<section id="{edge.id}" class="card {classes(edge)}" tabindex="0"><a class="close" href="#top">close</a>'
        f"<h3>{escape(head(network, edge))}</h3>\n{''.join(map(_said, edge.sayings))}</section>\n"
    )


def _said(saying: Saying) -> str:
    statement = f", in statement {saying.statement}" if saying.statement else ""
    denied = f" <small>Denied by {escape(', '.join(saying.denied_by))}.</small>" if saying.denied_by else ""
    return (
        f"<p><b>{escape(saying.voice)}</b> <small>{saying.status}{statement}, {round(100 * saying.confidence)} %</small>: "
        f"{_quoted(saying)}{denied}</p>\n"
    )


def _quoted(saying: Saying) -> str:
    return f"{escape(saying.before)} <mark>{escape(saying.words)}</mark> {escape(saying.after)}"
