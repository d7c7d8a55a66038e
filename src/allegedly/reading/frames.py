"""Every place in an article where something may be attributed: cue, source and content by grammar and quotation marks.

Nothing here knows which words attribute; :mod:`allegedly.reading.attribution` decides that by the vocabulary. A *frame* is
the way in which a cue takes its content:

=============  ==========================================================
``quote``      a quotation before or after the cue, or both
``clause``     a clause after the cue (*said that …*)
``fronted``    a clause before or around the cue (*…, she said*)
``as``         the same with *as* (*as the ministry said*)
``naming``     someone called something (*called the plan a sham*)
``infinitive`` *vowed to …*
``object``     *rejected the plan*
``prep:of`` …  *accused of …*, *called for …*
``passive``    *was condemned by …*
``raising``    *is believed to …*
``relative``   *the plan that he backs*
=============  ==========================================================
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from allegedly.model import Span
from allegedly.reading.parse import Parse
from allegedly.reading.quotations import Quotation
from allegedly.reading.sources import reports_on

AUXILIARY = {"aux", "auxpass", "neg"}
_TURNS = ("while", "whereas", "and", "but")
"""Words by which a report turns from one voice to another."""


@dataclass(slots=True)
class Candidate:
    """One possible attribution; spans in characters, tokens as indices."""

    frame: str
    token: int
    """Head token of the cue."""
    cue: Span
    source: Span | None
    source_token: int | None
    content: list[Span]
    quotation: bool = False
    """The content is, or starts with, a quotation."""
    proposed: bool = False
    """The network made it."""
    closing: bool = False
    """The order of words alone says that it is one: see :mod:`allegedly.reading.closings`."""
    addressee: Span | None = None
    """Who was told, where that is the verb's subject."""


class Layout:
    """The parse with its quotations, and where in them things stand."""

    def __init__(self, parse: Parse, quotations: list[Quotation]) -> None:
        self.parse = parse
        self.quotations = quotations
        self.starts = [q.start for q in quotations]
        self.ends = [q.end for q in quotations]
        self.breaks = [parse.start[first] for first, _ in parse.paragraphs]

    def broken(self, low: int, high: int) -> bool:
        """Whether a new paragraph begins after ``low`` and at or before ``high``."""
        return bisect_right(self.breaks, low) != bisect_right(self.breaks, high)

    def whole(self, span: Span) -> Span:
        """The span stretched to the end of a quotation in which it ends, and to the start of one in which it starts."""
        start, end = span
        last = self.inside(end - 1)
        if last is not None and self.starts[last] >= start:
            end = self.ends[last]
        first = self.inside(start)
        if first is not None and self.ends[first] <= end:
            start = self.starts[first]
        return start, end

    def inside(self, offset: int) -> int | None:
        """Index of the quotation that holds the character, or None."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.ends[i] else None

    def before(self, offset: int) -> int | None:
        """Index of the last quotation that ends at or before the character."""
        i = bisect_right(self.ends, offset) - 1
        return i if i >= 0 else None

    def after(self, offset: int) -> int | None:
        """Index of the first quotation that starts at or after the character."""
        i = bisect_left(self.starts, offset)
        return i if i < len(self.quotations) else None


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends and without a comma, colon or stop after its last word."""
    while start < end and (text[start].isspace() or text[start] in ",;:."):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:.—–"):
        if text[end - 1] == "." and end - start > 2 and text[end - 3] in ". " and _abbreviates(text[end - 3 : end - 1]):
            break  # "U.S.", "5 a.m."
        end -= 1
    return (start, end) if start < end else None


def _abbreviates(letters: str) -> bool:
    """Whether the two characters before a full stop are the end of an abbreviation: a capital, or a letter after a stop."""
    return letters[1].isupper() or (letters[0] == "." and letters[1].isalpha())


def group(parse: Parse, verb: int) -> tuple[int, int]:
    """First and last token of the verb group: auxiliaries, negation, adverbs beside it, particle."""
    first = last = verb
    kin = {c for c in parse.children[verb] if parse.dep[c] in AUXILIARY or (parse.dep[c] == "advmod" and c < verb)}
    while first - 1 in kin:
        first -= 1
    while last + 1 < len(parse) and parse.head[last + 1] == verb and parse.dep[last + 1] == "prt":
        last += 1
    while first < verb and parse.dep[first] == "advmod" and parse.tag[first] in ("WRB", "IN"):
        first += 1
    return first, last


def phrase(parse: Parse, head: int, low: int, high: int) -> Span | None:
    """Characters of the noun phrase under ``head``, kept between tokens ``low`` and ``high``."""
    first, last = max(parse.left[head], low), min(parse.right[head], high)
    if not first <= head <= last:
        return None
    while (
        first < head
        and parse.dep[first] in ("cc", "mark", "punct", "prep", "advmod", "preconj")
        and (parse.head[first] == head or parse.dep[first] == "punct")
    ):
        if parse.dep[first] == "prep" or (parse.dep[first] == "punct" and parse.word[first] in "([$"):
            break
        first += 1
    return trim(parse.text, parse.start[first], parse.end[last])


def piece(parse: Parse, first: int, last: int) -> list[Span]:
    """The characters of tokens ``first`` to ``last``, trimmed, as a list of one; empty where nothing is left."""
    found = trim(parse.text, parse.start[first], parse.end[last]) if 0 <= first <= last < len(parse) else None
    return [found] if found else []


def clause_end(parse: Parse, verb: int, first: int, last: int) -> int:
    """Last token of what the verb reports, where its clause is said to run from ``first`` to ``last``.

    Cut off are words of the one who reports that the parser took for words reported: a second verb of saying in the
    tense of the first (*admitted he has arms but denied …*; *…, while the union warned that …*), *citing …*, and a
    closing *according to …*.
    """
    tag = parse.tag[verb]
    for i in range(first + 1, last + 1):
        word = parse.lower[i]
        if word == ";" or (word in ("citing", "quoting") and parse.tag[i] == "VBG"):
            return i - 1
        if word == "according" and parse.lower[i - 1] == ",":
            return i - 1
        if parse.dep[i] not in ("conj", "advcl") or parse.tag[i] != tag or tag not in ("VBD", "VBZ"):
            continue
        above = parse.head[i]
        begins = (
            parse.left[i]
            if parse.dep[i] == "advcl"
            else next((k + 1 for k in range(i, above, -1) if parse.dep[k] == "cc"), 0) - 1
        )
        if begins <= first:
            continue
        if reports_on(parse, i) and i - begins <= 3:
            return begins - 1
        own = parse.child(i, "nsubj", "nsubjpass") is not None
        if own and parse.child(i, "ccomp") is not None and parse.word[begins - 1] == "," and parse.lower[begins] in _TURNS:
            return begins - 1
    return last


def infinitive(parse: Parse, token: int) -> bool:
    """Whether the verb is an infinitive with *to*."""
    return parse.tag[token] in ("VB", "VBG", "VBN", "JJ") and any(parse.tag[k] == "TO" for k in parse.children[token])


def source_phrase(parse: Parse, head: int | None, verb: int) -> Span | None:
    """The phrase of a verb's subject, cut where the verb group or anything beyond it begins."""
    if head is None or parse.lower[head] == "there" or parse.dep[head] == "expl":
        return None
    first, last = group(parse, verb)
    if head < verb:
        high = first - 1 if first > head else verb - 1
        return phrase(parse, head, parse.sentences[parse.sentence[head]][0], high)
    return phrase(parse, head, last + 1, parse.sentences[parse.sentence[head]][1])
