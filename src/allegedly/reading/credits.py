"""Whom an outlet credits without a verb of saying between: brackets, *by the union's count*, *word from the ministry is*.

Each way is a pattern over the characters of one sentence: ``name`` is the source, ``cue`` the words that attribute; what is said
stands before the pattern, behind it, or on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from allegedly.model import Span
from allegedly.reading.closing_words import FINITE, noun_head, reporting
from allegedly.reading.frames import Candidate, Layout, piece, trim
from allegedly.reading.inflection import lemma_of
from allegedly.reading.phrases import according
from allegedly.reading.vocabularies import rows

BEFORE, BEHIND, AROUND = "before", "behind", "around"
_NAME = r"(?P<name>(?:the|an?|its|his|her|their|our|[A-Z])[^,.;:()\"“”\n]{1,60}?)"
_LONG = r"(?P<name>[^,;:()\"“”\n]{2,80}?)"
_SAYS = r"(?P<cue>says?|said|writes?|wrote|reports?|reported)"
_END = r"\s*[.!]?\s*$"
_ASKED = r"(?:may |can |is to |are to )?(?:believes?|trusts?)"
_LET = r"(?:has |have |had )?(?:lets?|makes?|made|brings?|brought) it"
_KNOWN = r"(?:be known|known|public|clear|to the (?:knowledge|attention|notice) of [^,.;:\n]{2,40}?)"
_RUMOUR = r"(?:Word|Talk|Rumou?r|Gossip|The (?:talk|word|rumou?r|story|gossip))"
_AMONG = r"(?: (?:in|on|around|at|among) [^,.:;\n]{2,40}?)?"
_READ = r"(?:can|may|could) be (?:read|seen|learned|learnt|heard|found)|(?:is |was )?(?:stated|written|recorded)|it stands"
_KNOW = r"(?P<cue>learn|learned|learnt|hear|heard|know|have|had)"
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), where)
    for pattern, where in (
        # Wheat: 20 tonnes (source: Grain Letter, 1 May).
        (r"\((?P<cue>[Ss]ources?:)\s*(?P<name>[^()\n;]{2,80}?)(?:,\s*\d[^()\n]{0,30})?\)", BEFORE),
        # We learn it from the Herald: the mayor has left.
        (rf"^(?:We|I)\s+(?:have\s+)?{_KNOW}\s+(?:it|this|that)\s+from\s+(?P<name>[^:\n.]{{2,80}}):\s+", BEHIND),
        # Word from the ministry is that the list was burnt. From the ministry comes word that it was burnt.
        (rf"^Word (?:from|out of) {_NAME} (?P<cue>is|was) that\s+", BEHIND),
        (rf"^From (?=[a-z]){_NAME} (?P<cue>comes?|came) (?:the )?(?:word|news|reports?|answer) (?:that|of)\s+", BEHIND),
        # Word in the trade is that … Rumour has it that …
        (rf"^{_RUMOUR}{_AMONG} (?P<cue>is|has it|goes|went|was|had it) that\s+", BEHIND),
        # The boat was holed from inside, so the inspector.
        (rf",\s+(?P<cue>so)\s+{_NAME}{_END}", BEFORE),
        # The plant will close, if one believes the council; … if the council is to be believed.
        (rf",?\s*(?P<cue>[Ii]f (?:one|you|we) {_ASKED}) {_NAME}(?=[,.;]|$)", AROUND),
        (rf",?\s*(?P<cue>[Ii]f) {_NAME} (?:is|are) to be (?:believed|trusted)(?=[,.;]|$)", AROUND),
        # The car will run in April, as can be read on the town's website. The list, as reported in the Herald, is final.
        (rf",?\s*\b[Aa]s (?P<cue>{_READ}) (?:on|in|from|by) {_NAME}(?=[,.;]|$)", AROUND),
        # The council has let it be known that the plant will close.
        (rf"^{_LONG}\s+(?P<cue>{_LET} {_KNOWN}) that\s+", BEHIND),
        # Two dead: so say the police. Two dead: that is what the police say. Two dead: these are the figures of the police.
        (rf":\s*(?:so|thus)\s+{_SAYS}\s+{_NAME}{_END}", BEFORE),
        (rf":\s*(?:that|this|it) (?:is|was) what {_NAME} {_SAYS}{_END}", BEFORE),
        (rf":\s*(?:these|those) (?P<cue>are|were) the (?:words|figures|numbers) of {_NAME}{_END}", BEFORE),
    )
)
_WIDEST = 8
_STOPS = (",", ";", ":", "—", "–", "(", ")")


def credits_in(layout: Layout) -> Iterator[Candidate]:
    """The candidates of an article's sentences that follow one of the patterns."""
    parse, text = layout.parse, layout.parse.text
    for first, last in parse.sentences:
        start, end = parse.start[first], parse.end[last]
        if layout.inside(start) is not None:
            continue
        for pattern, where in _PATTERNS:
            match = pattern.search(text, start, end)
            found = _credit(layout, match, where, start, end) if match else None
            if found is not None:
                yield found


def _credit(layout: Layout, match: re.Match[str], where: str, start: int, end: int) -> Candidate | None:
    parse, text = layout.parse, layout.parse.text
    before = trim(text, start, match.start()) if where != BEHIND else None
    behind = trim(text, match.end(), end) if where != BEFORE else None
    said = [span for span in (before, behind) if span and span[1] - span[0] > 2]
    if not said or layout.inside(match.start("cue")) is not None:
        return None
    source: Span | None = None
    head: int | None = None
    if "name" in match.re.groupindex:
        source = trim(text, *match.span("name"))
        tokens = parse.tokens(source) if source else range(0)
        if not len(tokens) or any(parse.tag[t] in FINITE for t in tokens):
            return None
        head = noun_head(parse, tokens[0], tokens[-1])
    return Candidate("credit", parse.token_at(match.start("cue")), match.span("cue"), source, head, said)


def account(layout: Layout, noun: int) -> Iterator[Candidate]:
    """*By the union's count*, *in the words of the mayor*: on whose word the sentence is said."""
    parse = layout.parse
    begin, finish = parse.sentences[parse.sentence[noun]]
    first = noun
    while (
        first > begin
        and parse.tag[first - 1] not in ("IN", "TO")
        and noun - first < _WIDEST
        and parse.word[first - 1] not in _STOPS
    ):
        first -= 1
    led = first - 1
    if led > begin and lemma_of(parse.lower[parse.head[led]]) in reporting():
        return  # "the agency reported on the word of a clerk": whom it goes by
    if led < begin or (parse.lower[noun], parse.lower[led]) not in _accounts():
        return
    between = range(first, noun)
    if noun < finish and parse.lower[noun + 1] == "of":
        if all(parse.tag[t] in ("DT", "JJ") for t in between):
            yield from according(layout, led, noun + 1)
        return
    owner = next((t for t in between if parse.tag[t] == "PRP$" or parse.tag[t] == "POS"), None)
    if owner is None or any(parse.tag[t] not in ("JJ", "POS", "CC") and t > owner for t in between):
        return
    bare = noun == finish or parse.word[noun + 1] in (*_STOPS, ".")
    if not bare and led > begin and parse.word[led - 1] not in _STOPS:
        return  # "stood by his account before the families"
    head = owner if parse.tag[owner] == "PRP$" else owner - 1
    source = trim(parse.text, parse.start[first], parse.end[head])
    last = begin if led == begin else led - 1
    pieces = [*(piece(parse, begin, last) if led > begin else []), *(piece(parse, noun + 1, finish) if led == begin else [])]
    if source and pieces:
        yield Candidate("according", noun, parse.span(noun, noun), source, head, pieces)


@cache
def _accounts() -> frozenset[tuple[str, str]]:
    return frozenset((row["noun"], row["preposition"]) for row in rows("accounts"))
