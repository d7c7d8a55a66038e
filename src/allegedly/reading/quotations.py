"""Quotations: which characters stand between quotation marks.

Straight, curly, German, guillemets, doubled single and doubled back-quote marks count as double marks, whatever opens
and whatever closes. A quotation left open at the end of a paragraph goes on in the next one if that begins with an
opening mark, as newspapers print long speeches. Single marks count only where they cannot be apostrophes. A post that the
page shows is a quotation without marks (:mod:`allegedly.reading.posts`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from allegedly.model import Span
from allegedly.reading.posts import posts

_MARK = re.compile(r"''|``|[\"“”„‟«»″＂]")
_OPENERS = "“„«‟"
_CLOSERS = "”»"
_PAIRS = {"„": "“”", "‟": "”", "»": "«"}
"""What closes a quotation that these have opened, where the closing mark is elsewhere an opening one."""
_SINGLE = re.compile(
    r"(?:(?<=[\s(\[—–:])|^)[‘'](?=[^\s'’])(?!\d|(?:em|til|tis|twas|cause|round|n)\b)"
    r"((?:[^'’‘\n]|(?<=\w)['’](?=\w)){2,600}?[.,!?;]?)"
    r"(?:(?<=[.,!?;\w…])[’'])(?=[\s.,;:!?)\]—–\"”]|$)",
    re.MULTILINE,
)
_WORD = re.compile(r"\w+")

LONGEST = 20_000
"""A quotation of more characters than this is a mark gone astray."""


@dataclass(slots=True)
class Quotation:
    """One quotation with its marks, within one paragraph."""

    start: int
    end: int
    closed: bool = True
    continues: bool = False
    """It goes on in the quotation that opens the next paragraph."""
    words: int = 0
    single: bool = False
    inner: list[Span] = field(default_factory=list)
    """Quotations in single marks inside this one."""

    @property
    def span(self) -> Span:
        """Its characters with its marks."""
        return self.start, self.end


def _opens(text: str, start: int, end: int, opened: int | None) -> bool | None:
    """Whether the mark can only open (True), can only close (False), or may be either (None)."""
    mark = text[start]
    if opened is not None and mark in _PAIRS.get(text[opened], ""):
        return False
    if mark in _OPENERS or text[start:end] == "``":
        return True
    if mark in _CLOSERS:
        # A closing shape before a word and after a space was typed for an opening one.
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        return before.isspace() and after.isalnum()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left_open = before.isspace() or before in "([{—–-/"
    right_open = after.isspace() or after in ".,;:!?)]}—–-/"
    if left_open and not right_open:
        return True
    if right_open and not left_open:
        return False
    return None


def find_quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """All quotations in reading order. Where one is inside another, only the outer one is given."""
    found: list[Quotation] = []
    carried = False
    for begin, finish in paragraphs:
        opened: int | None = None
        deeper = 0
        if text[begin] == ">":
            # A block quotation, as in mail and Markdown: a mark before each line and none at the end.
            found.append(Quotation(begin, finish))
            carried = False
            continue
        if not _MARK.search(text, begin, finish):
            carried = False
        else:
            # Curly marks within curly marks, which only a paragraph with as many of one as of the other can be trusted to mean.
            paired = text.count("“", begin, finish) == text.count("”", begin, finish)
            for mark in _MARK.finditer(text, begin, finish):
                start, end = mark.span()
                if paired and opened is not None and text[opened] == "“":
                    if mark.group() == "“":
                        deeper += 1
                        continue
                    if mark.group() == "”" and deeper:
                        deeper -= 1
                        continue
                opens = _opens(text, start, end, opened)
                if mark.group() == "''" and opens is None:
                    opens = opened is None
                if opened is None:
                    if opens is False and start != begin:
                        # A close without an open: the speech of an earlier paragraph ends here.
                        if carried and not any(q.start >= begin for q in found[-1:]):
                            found.append(Quotation(begin, end))
                        carried = False
                        continue
                    opened = start
                elif opens is not True or end - start == 2:
                    found.append(Quotation(opened, end))
                    opened = None
            if carried and found and opened is None:
                carried = False
            if opened is not None:
                if finish - opened <= LONGEST:
                    found.append(Quotation(opened, finish, closed=False))
                carried = True
            else:
                carried = False
        found.extend(
            Quotation(m.start(), m.end(), single=True)
            for m in _SINGLE.finditer(text, begin, finish)
            if not (opened is not None and m.start() > opened)
        )
    found.extend(Quotation(*post.words) for post in posts(text, paragraphs))
    found.sort(key=lambda q: (q.start, -q.end))
    outer: list[Quotation] = []
    for quotation in found:
        if outer and quotation.start < outer[-1].end:
            if quotation.single and quotation.end <= outer[-1].end:
                outer[-1].inner.append(quotation.span)
            continue
        quotation.words = len(_WORD.findall(text, quotation.start, quotation.end))
        if quotation.words or not quotation.single:
            outer.append(quotation)
    starts = [p[0] for p in paragraphs]
    for this, following in pairwise(outer):
        if not this.closed:
            here = bisect_right(starts, this.start)
            this.continues = here < len(starts) and following.start == starts[here]
    return [q for q in outer if q.words]
