"""One HTML file that needs nothing else: the article's text with its statements marked, and the statements beside it.

No script, no font, no picture is loaded (the page's own policy forbids it). Voice is told by colour, stance by the shape of the
line under the words and by a word beside them, so that neither hangs on colour alone. Paragraph by paragraph the statements
stand beside the text, on a narrow screen below it, on paper too.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import TextIO

from allegedly.model import Reading, Span, Statement
from allegedly.publishing.safe import line
from allegedly.publishing.words import Words, told, told_roles
from allegedly.reading.parse import paragraphs_of

_HUES = (212, 28, 145, 280, 350, 180, 55, 240, 100, 310, 10, 165)
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'sha256-{sha}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Who says so: Allegedly</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#r1">To the first article</a>
<p class="legend">Words that somebody is said to have said are underlined in the colour of the voice:
<u class="affirms">affirms</u> <u class="denies">denies</u> <u class="doubts">doubts</u> <u class="neutral">leaves open</u>.
What has no line is in the outlet’s own voice. Made by Allegedly, which passes no verdict on truth.</p>
"""


def write(readings: Iterable[Reading], file: TextIO, *, width: int, colour: bool) -> None:  # noqa: ARG001 (every format takes them)
    """Write one page with a section for each reading, one after the other."""
    style = files("allegedly.publishing").joinpath("page.css").read_text(encoding="utf-8") + _hues()
    sha = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    file.write(_HEAD.format(sha=sha, style=style))
    for number, reading in enumerate(readings, 1):
        file.writelines(_article(reading, f"r{number}"))
        file.flush()
    file.write("</body>\n</html>\n")


def _hues() -> str:
    """The colours of the voices as rules, since the page's policy allows no style on an element."""
    return "".join(f".v{i}{{--hue:{hue}}}" for i, hue in enumerate(_HUES))


def _article(reading: Reading, anchor: str) -> Iterator[str]:
    words = Words(reading)
    yield f'<article id="{anchor}">\n<header><h1>{_html(words.title())}</h1>\n'
    yield f'<p class="known">{" · ".join(map(_html, words.head()))}</p>\n'
    yield "".join(f'<p class="note">{_html(note)}</p>\n' for note in reading.notes)
    yield "</header>\n"
    beside = _Beside(words, anchor)
    yield from beside.rows()
    yield '<section class="more">\n'
    if reading.labels:
        yield "<h2>Who calls whom what</h2>\n<ul>\n"
        for by, verb, called, whom in dict.fromkeys(words.label(label) for label in reading.labels):
            yield f"<li><b>{_html(by)}</b> {verb} {_html(whom or '(somebody)')} <q>{_html(called)}</q></li>\n"
        yield "</ul>\n"
        yield _why((label.text, told(reason)) for label in reading.labels for reason in label.why or ())
    if reading.happenings:
        yield "<h2>What is said to have happened</h2>\n<ul>\n"
        for by, what, rest in (words.happening(h) for h in reading.happenings):
            yield f"<li><b>{_html(by)}</b> {_html(what)} {_html(rest)}</li>\n"
        yield "</ul>\n"
    if reading.ties:
        yield "<h2>Who is tied to whom</h2>\n<ul>\n"
        for by, of, how, to in dict.fromkeys(words.tie(tie) for tie in reading.ties):
            yield f"<li><b>{_html(by)}</b>: {_html(of)} <q>{_html(how)}</q> {_html(to)}</li>\n"
        yield "</ul>\n"
    if reading.entities:
        yield "<h2>Who is in it</h2>\n<table>\n<tr><th>Name</th><th>Kind</th><th>Mentions</th><th>Roles, place</th></tr>\n"
        for entity in sorted(reading.entities, key=lambda e: -len(e.mentions)):
            place = words.places.get(entity.place or "")
            beside_it = [line(role.text) for role in told_roles(entity)]
            beside_it += [f"{place.latitude:.2f}, {place.longitude:.2f}"] if place else []
            row = (line(entity.name), entity.kind, str(len(entity.mentions)), "; ".join(beside_it))
            yield "<tr>" + "".join(f"<td>{_html(value)}</td>" for value in row) + "</tr>\n"
        yield "</table>\n"
        yield _why((f"{e.name}, {reason.field}", told(reason)) for e in reading.entities for reason in e.why or ())
    yield f'<p class="counts">{_html(words.counts())}</p>\n</section>\n</article>\n'


class _Beside:
    """An article's paragraphs, each with the statements that begin in it beside it."""

    def __init__(self, words: Words, anchor: str) -> None:
        self.words, self.anchor = words, anchor
        self.statements = words.reading.statements
        self.voices: dict[str, int] = {}
        for s in self.statements:
            if s.mode != "narration":
                self.voices.setdefault(s.source.entity or s.source.text or "", len(self.voices))

    def rows(self) -> Iterator[str]:
        """Each paragraph of the text with its statements."""
        paragraphs = paragraphs_of(self.words.text)
        waiting = sorted(self.statements, key=lambda s: s.content[0][0])
        at = 0
        for number, (start, end) in enumerate(paragraphs):
            stop = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(self.words.text) + 1
            here = []
            while at < len(waiting) and waiting[at].content[0][0] < stop:
                here.append(waiting[at])
                at += 1
            yield f'<div class="row">\n<p class="text">{self.marked((start, end))}</p>\n<div class="beside">\n'
            yield from (self.quiet(s) if s.mode == "narration" else self.card(s) for s in here)
            yield "</div>\n</div>\n"

    def voice(self, statement: Statement) -> str:
        """The class that gives a statement the colour of its voice."""
        return f"v{self.voices[statement.source.entity or statement.source.text or ''] % len(_HUES)}"

    def marked(self, paragraph: Span) -> str:
        """A paragraph's text, cut at every edge of a statement, source or cue in it, each piece with what it is."""
        low, high = paragraph
        found: list[tuple[int, int, str, Statement]] = []
        for s in self.statements:
            if s.mode == "narration":
                continue
            for what, spans in (("said", s.content), ("cue", s.cue), ("source", (s.source.span,) if s.source.span else ())):
                found += [(max(a, low), min(b, high), what, s) for a, b in spans if a < high and b > low]
        edges = sorted({low, high, *(e for a, b, _, _ in found for e in (a, b))})
        first: set[str] = set()
        return "".join(self._piece((a, b), found, first) for a, b in pairwise(edges))

    def _piece(self, span: Span, found: list[tuple[int, int, str, Statement]], first: set[str]) -> str:
        words = _html(line_kept(self.words.text[span[0] : span[1]]))
        over = [(b - a, what, s) for a, b, what, s in found if a <= span[0] and span[1] <= b]
        for what, tag in (("source", "b"), ("cue", "i")):
            if any(w == what for _, w, _ in over):
                words = f"<{tag}>{words}</{tag}>"
        said = sorted(((size, s.id, s) for size, what, s in over if what == "said"), key=lambda x: x[:2])
        if not said:
            return words
        s = said[0][2]
        name = f"{self.anchor}{s.id}"
        where = f' id="{name}t"' if s.id not in first else ""
        first.add(s.id)
        return f'<a{where} class="said {s.stance} {self.voice(s)}" href="#{name}">{words}</a>'

    def quiet(self, s: Statement) -> str:
        """What is known of a sentence in the outlet's own voice, where anything is beside its words."""
        w = self.words
        details = [("hedged", w.cue(s)), ("when", w.when(s)), ("where", w.where(s)), ("how much", w.much(s))]
        details.append(("reviewed", w.reviewed(s)))
        rows = "".join(f"<dt>{_html(k)}</dt><dd>{_html(v)}</dd>" for k, v in details if v)
        why = _why(w.why(s))
        if not rows and not why:
            return ""
        return (
            f'<section id="{self.anchor}{s.id}" class="quiet"><h3>{w.number[s.id]} {_html(w.outlet)} '
            f"<small>in its own voice</small></h3><dl>{rows}</dl>{why}</section>\n"
        )

    def card(self, s: Statement) -> str:
        """One statement: who, how, the words, and what is known beside them."""
        w = self.words
        name = f"{self.anchor}{s.id}"
        known = w.known(s)
        details = [
            ("through", w.chain(s)),
            ("to", w.to(s)),
            ("rests on", w.evidence(s)),
            ("without a name", w.nameless(s)),
            ("when", w.when(s)),
            ("where", w.where(s)),
            ("how much", w.much(s)),
            ("reviewed", w.reviewed(s)),
        ]
        rows = "".join(f"<dt>{_html(k)}</dt><dd>{_html(v)}</dd>" for k, v in details if v)
        if s.answers:
            links = ", ".join(f'<a href="#{self.anchor}{a}">{w.number[a]}</a>' for a in s.answers)
            rows += f"<dt>{_html(w.answers(s).split(' ', 1)[0])}</dt><dd>{links}</dd>"
        return (
            f'<section id="{name}" class="card {s.stance} {self.voice(s)} d{min(w.depth(s), 4)}" tabindex="0">\n'
            f'<h3><a href="#{name}t" title="to the words">{w.number[s.id]}</a> {_html(w.who(s))}'
            f"{f'<small>, {_html(known)}</small>' if known else ''} <em>{_html(w.verb(s))}</em>"
            f"{f' <small>“{_html(w.cue(s))}”</small>' if s.cue else ''}"
            f' <small class="sure" title="how sure the reader is">{round(100 * s.confidence)} %</small></h3>\n'
            f"<blockquote>{_html(w.said(s))}</blockquote>\n"
            + (f"<dl>{rows}</dl>\n" if rows else "")
            + f"{_why(w.why(s))}</section>\n"
        )


def _why(reasons: Iterable[tuple[str, str]]) -> str:
    """Reasons behind a word that opens them; nothing where there are none."""
    rows = "".join(f"<li><b>{_html(what)}</b> {_html(sentence)}</li>" for what, sentence in reasons)
    return f"<details><summary>why</summary><ul>{rows}</ul></details>\n" if rows else ""


def line_kept(words: str) -> str:
    """The words made harmless, the spaces at their ends kept, since they are a piece of a running text."""
    plain = line(words)
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and plain else ""
    return f"{before}{plain}{after}"


def _html(words: str) -> str:
    return escape(line_kept(words), quote=True)
