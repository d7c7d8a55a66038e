"""What attributes without a verb of its own: *according to*, *in the words of*, ``NAME: …``, *reportedly*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.model import Span
from allegedly.reading.frames import Candidate, Layout, piece, trim
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.posts import posts, signatures

_SPEAKER = re.compile(r"(?P<name>[^\s:\"“”'‘’.?!,][^:\"“”\n.?!]{0,70}?(?:\([^)\n]{1,60}\))?)(?P<cue>:)\s+(?=\S)")
_TURNS = 40
"""Paragraphs in which somebody else speaks, where the first is a speaker's."""
_LONG_ENOUGH = 60
"""Characters of a paragraph that a dateline begins."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SIGNED = re.compile(r"(?<=[\"”»'’])\s*(?P<cue>[—–―-]{1,2})\s*(?P<name>[A-Z][^\n\"“”]{2,120})$")


def according(layout: Layout, a: int, end: int) -> Iterator[Candidate]:
    """A phrase that attributes its sentence: tokens ``a`` to ``end`` are the cue, what follows is the source."""
    parse = layout.parse
    begin, finish = parse.sentences[parse.sentence[a]]
    if end >= finish:
        return
    low, high = end + 1, _phrase_end(parse, end, finish)
    high = _with_apposition(parse, begin, a, high, finish)
    source = trim(parse.text, parse.start[low], parse.end[high])
    if source is None:
        return
    cue = parse.span(a, end)
    head = parse.head_of(low, high)
    teller = _teller(parse, low, high)
    if teller is not None:
        source, head = trim(parse.text, parse.start[parse.left[teller]], parse.end[teller]) or source, teller
    pieces: list[Span] = []
    left = a - 1
    while left >= begin and parse.dep[left] == "punct" and parse.word[left] in ",—–-(":
        left -= 1
    if left >= begin:
        pieces += piece(parse, _clause_start(parse, a, begin), left)
    right = high + 1
    while right <= finish and parse.dep[right] == "punct" and parse.word[right] in ",—–-)":
        right += 1
    if right < finish and (not pieces or right - high > 1):
        follows = parse.lower[right] in (
            "and",
            "but",
            "while",
            "which",
            "who",
            "whose",
            "as",
            "although",
            "though",
            "because",
            "with",
        )
        if not pieces or not follows:
            pieces += piece(parse, right, finish)
    if pieces:
        yield Candidate("according", a, cue, source, head, pieces)


def _teller(parse: Parse, low: int, high: int) -> int | None:
    """Who told it, for *according to what her deputy told the council*."""
    if parse.lower[low] != "what":
        return None
    return next((t for t in range(low + 1, high + 1) if parse.dep[t] == "nsubj" and parse.tag[t] not in ("WP", "WDT")), None)


def _phrase_end(parse: Parse, to: int, finish: int) -> int:
    """Last token of the source after *according to*: its noun phrase, or up to the next comma."""
    thing = parse.child(to, "pobj", "pcomp")
    if thing is not None and thing > to:
        high = min(parse.right[thing], finish)
        if high < finish and parse.word[high + 1 : high + 2] == [","]:
            return high
        stop = next(
            (i for i in range(thing + 1, high + 1) if parse.word[i] in (",", "—", "–") and _resumes(parse, i + 1, high)), None
        )
        return stop - 1 if stop is not None else high
    high = to + 1
    while high < finish and parse.word[high + 1] not in (",", ".", ";", "—", "–"):
        high += 1
    return high


def _with_apposition(parse: Parse, begin: int, a: int, high: int, finish: int) -> int:
    """The same with a name or a description between commas behind it: *according to the organisers, the movement Daylight*."""
    low = high + 2
    if high + 1 > finish or parse.word[high + 1] != "," or low > finish or a == begin:
        return high
    stop = next((i for i in range(low, finish + 1) if parse.word[i] in (",", ".", ";", "—", "–")), finish + 1)
    tags = [parse.tag[i] for i in range(low, stop)]
    verbs = any(parse.tag[i] in _FINITE for i in range(begin, a))
    plain = tags and tags[0] in ("DT", "NNP", "NNPS", "NN", "PRP$") and not any(t in _FINITE or t in ("CC", "VBG") for t in tags)
    head = parse.head_of(low, stop - 1) if plain else low
    complement = parse.dep[head] in ("attr", "dobj", "pobj", "nsubj", "nsubjpass", "oprd", "acomp", "npadvmod", "dative")
    return stop - 1 if plain and verbs and not complement and parse.tag[head][:2] == "NN" else high


def _resumes(parse: Parse, first: int, last: int) -> bool:
    """Whether a finite clause with its own subject, not a relative one, begins after the comma."""
    window = range(first, min(first + 6, last + 1))
    return any(parse.dep[i] in ("nsubj", "nsubjpass") and parse.tag[i] not in ("WP", "WDT") for i in window)


def _clause_start(parse: Parse, a: int, begin: int) -> int:
    """First token of the clause that the phrase attributes: its sentence, or its own part of a compound one."""
    verb = parse.head[a]
    while parse.tag[verb][:2] != "VB" and parse.head[verb] != verb:
        verb = parse.head[verb]
    if verb < a and parse.dep[verb] == "conj" and parse.child(verb, "nsubj", "nsubjpass") is not None:
        return max(begin, parse.left[verb])
    return begin


def speakers(layout: Layout) -> Iterator[Candidate]:
    """``NAME: words`` as a paragraph, as in transcripts and headlines, and ``“words” — NAME``."""
    parse, text = layout.parse, layout.parse.text
    for number, (first, last) in enumerate(parse.paragraphs):
        start, end = parse.start[first], parse.end[last]
        match = _SPEAKER.match(text, start, end)
        if match and not number and _is_dateline(layout, match["name"], match.end(), end):
            continue
        if match and layout.inside(start) is None:
            name = trim(text, *match.span("name"))
            content = trim(text, match.end(), end)
            tokens = parse.tokens(name) if name else range(0)
            if name and content and 0 < len(tokens) <= 9 and not any(parse.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
                named = sum(parse.word[t][:1].isupper() for t in tokens)
                if named and named >= len(tokens) // 2:
                    yield Candidate(
                        "speaker", tokens[-1] + 1, match.span("cue"), name, parse.head_of(tokens[0], tokens[-1]), [content]
                    )
        if layout.inside(start) is not None and layout.starts[layout.inside(start) or 0] == start:
            yield from _signed(layout, start, start + len(text[start:end].rstrip()))
    yield from _posted(layout)


def _is_dateline(layout: Layout, name: str, begin: int, end: int) -> bool:
    """Whether the capitals with which an article begins are a place: *HASK: The bridge was …*, and nobody else speaks so."""
    parse, text = layout.parse, layout.parse.text
    if not name.isupper() or (layout.after(begin) is not None and text[begin : begin + 1] in "\"“”„'‘"):
        return False
    others = (_SPEAKER.match(text, parse.start[first], parse.end[last]) for first, last in parse.paragraphs[1:_TURNS])
    return end - begin > _LONG_ENOUGH and not any(m is not None and m["name"].isupper() for m in others)


def _signed(layout: Layout, start: int, end: int) -> Iterator[Candidate]:
    """``“words” — NAME``: a paragraph in quotation marks, whatever they hold, and below or beside it who signs it."""
    parse, text = layout.parse, layout.parse.text
    match = next((m for m in _SIGNED.finditer(text, start, end)), None)
    if match is None or any(signatures(match.group())) or layout.inside(match.start("name")) is not None:
        return
    name = trim(text, *match.span("name"))
    tokens = parse.tokens(name) if name else range(0)
    if name and tokens and not any(parse.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        head = parse.head_of(tokens[0], tokens[-1])
        cue = match.span("cue")
        yield Candidate("signed", parse.token_at(cue[0]), cue, name, head, [(start, match.start())], quotation=True)


def _posted(layout: Layout) -> Iterator[Candidate]:
    """``words — NAME (@handle) day``: a post that the page shows."""
    parse = layout.parse
    for post in posts(parse.text, paragraphs_of(parse.text)):
        tokens = parse.tokens(post.name)
        if tokens:
            head = parse.head_of(tokens[0], tokens[-1])
            yield Candidate("signed", parse.token_at(post.cue[0]), post.cue, post.name, head, [post.words], quotation=True)


def adverb(layout: Layout, a: int) -> Iterator[Candidate]:
    """*reportedly*, *allegedly*: the clause around the adverb, on nobody's word."""
    parse = layout.parse
    verb = parse.head[a]
    if parse.tag[verb][:2] != "VB":
        return
    begin, finish = parse.sentences[parse.sentence[a]]
    own = parse.dep[verb] in ("ROOT", "parataxis")
    low, high = (begin, finish) if own else (parse.left[verb], parse.right[verb])
    pieces = []
    if low < a:
        pieces += piece(parse, low, a - 1)
    if a < high:
        pieces += piece(parse, a + 1, high)
    if pieces:
        yield Candidate("adverb", a, parse.span(a, a), None, None, pieces)
