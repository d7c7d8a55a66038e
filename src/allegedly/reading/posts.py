"""Posts that a page shows among its own paragraphs: what somebody wrote on a network, with name, handle and day below it.

Pages that embed a post leave its words without quotation marks, and end it as the networks' own code does: *We never signed it. —
Ada Lind (@adalind) June 4, 2018*. Whoever signs says it, and the article does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from allegedly.model import Span

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_SIGNATURE = re.compile(
    r"(?P<cue>[—–―]|--?)[^\S\n]{0,3}(?P<name>[^\s()@—–―\"“”-][^\n()@—–―\"“”]{0,79}?)[^\S\n]{0,3}\(@\w{1,40}\)"
    rf"[^\S\n]{{0,3}}(?:{_MONTH}\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH}\.?,? \d{{4}})"
)
_LEAD = re.compile(r"(?:Skip )?(?:Twitter |Facebook |Instagram |X )?post by @\w{1,40}\s{1,3}", re.IGNORECASE)
"""How some sites begin one for those who have pages read out to them."""
_LINKS = re.compile(r"(?:\s{0,3}(?:https?://[^\s—–―]{1,200}|(?:pic\.\w{1,20}\.com|t\.co)/[^\s—–―]{1,40})){1,4}\s{0,3}$")
"""Links to pictures and pages behind the words."""
_LINKS_REACH = 400
_LED_IN = re.compile(r":[^\S\n]{1,3}(?=[\"“])")
"""Behind it stands what was posted: *He later deleted what he had written: "It is forged."*"""


class Post(NamedTuple):
    """One post."""

    words: Span
    """What it says, without links behind it; never empty."""
    cue: Span
    """The dash before the name."""
    name: Span
    around: list[Span]
    """What stands before and behind its words and is nobody's: how it is led in, links, who signs and when."""


def signatures(text: str) -> Iterator[re.Match[str]]:
    """Lines that end posts, as matches with the groups ``cue`` and ``name``, in order."""
    if "(@" in text:
        yield from _SIGNATURE.finditer(text)


def posts(text: str, paragraphs: list[Span]) -> Iterator[Post]:
    """The posts of an article in order.

    Args:
        text: Its text.
        paragraphs: Spans of its paragraphs; each signature ends one (:func:`allegedly.reading.parse.breaks_of`).
    """
    at = 0
    before: Span | None = None
    taken = 0
    for signature in signatures(text):
        while at < len(paragraphs) and paragraphs[at][1] <= signature.start():
            before = paragraphs[at]
            at += 1
        if at == len(paragraphs) or paragraphs[at][0] > signature.start():
            continue
        # A signature of its own line belongs to the paragraph above it.
        begin = paragraphs[at][0] if paragraphs[at][0] < signature.start() else before[0] if before else taken
        begin = max(begin, taken)
        words, taken = _words(text, begin, signature.start()), signature.end()
        if words:
            around = [(a, b) for a, b in ((begin, words[0]), (words[1], taken)) if a < b]
            yield Post(words, signature.span("cue"), signature.span("name"), around)


def _words(text: str, begin: int, end: int) -> Span | None:
    """What a post says between these offsets."""
    lead = _LEAD.match(text, begin, end)
    begin = lead.end() if lead else begin
    links = _LINKS.search(text, max(begin, end - _LINKS_REACH), end)
    end = links.start() if links else end
    led_in = _LED_IN.search(text, begin, end) if text[begin:end].rstrip().endswith(('"', "”")) else None
    begin = led_in.end() if led_in else begin
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return (begin, end) if any(c.isalpha() for c in text[begin:end]) else None
