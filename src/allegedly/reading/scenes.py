"""Quotations that no verb of saying brings in, and the sentence before them that tells whose they are.

*The sexton was up in the tower: “I saw two of them.”* The scene is the sexton's, and so are the words; where the sentence says
already on whose word it stands, they are that voice's: *The fire spread fast, says Ana Ruiz, who lives opposite: “…”*.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from allegedly.reading import lexicons
from allegedly.reading.frames import Layout, source_phrase
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.quotations import Quotation
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows

LIKELY = 0.6
"""How sure it is that the words are whose scene it is."""
_WORDS = 4
"""Words of a quotation that is a sentence of somebody's; less may be a name or a sign."""
_LONGEST = 80
"""Tokens of a sentence before a quotation that are looked at."""
_DEEPEST = 12
_ENDS = (".", "!", "?", "…", "...")
_BREAKS = ':.!?…”"'
"""What may stand before a quotation that begins a sentence of its own."""
_SPEAKING = ("he", "she", "they")
_WRITER = ("i", "we")
_OWN = frozenset("i me my we us our mine ours".split())
_BEINGS = ("person", "group", "organisation")
_TELLING = frozenset("tell inform warn advise remind ask".split())
"""Whoever is told hears the words, and does not say them."""
_MEETING = frozenset("meet find see visit ask reach join call ring phone catch stop".split())
"""What a writer does with somebody who then speaks."""


def led_in(layout: Layout, found: list[Attribution], begin: int) -> list[Attribution]:
    """An attribution for each quotation that nobody has yet and the sentence before brings in.

    Args:
        layout: The article's parse and quotations.
        found: The attributions that there are.
        begin: Offset before which nothing is looked for.
    """
    touched = sorted(span for attribution in found for span in attribution.content)
    starts = [start for start, _ in touched]
    reaches = list(accumulate((end for _, end in touched), max))
    made = []
    for quotation in layout.quotations:
        at = bisect_right(starts, quotation.end - 1) - 1
        if quotation.start < begin or (at >= 0 and reaches[at] > quotation.start) or not _is_sentence(layout, quotation):
            continue
        lead = _lead(layout, quotation)
        if lead is not None and (one := _attribution(layout, found, quotation, *lead)) is not None:
            made.append(one)
    return made


def _is_sentence(layout: Layout, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence, or several, and nothing is said behind it of whose it is."""
    text = layout.parse.text
    inner = text[quotation.start : quotation.end].strip("\"“”„«»'‘’`")
    behind = text[quotation.end : quotation.end + 2]
    free = not behind.strip() or "\n" in behind or (behind[0].isspace() and (behind[1].isupper() or behind[1] in '"“'))
    return quotation.words >= _WORDS and inner[:1].isupper() and inner.rstrip().endswith(_ENDS) and free


def _lead(layout: Layout, quotation: Quotation) -> tuple[int, int] | None:
    """The tokens of the sentence before a quotation in its paragraph, its last mark included."""
    parse = layout.parse
    last = parse.token_at(quotation.start) - 1
    while last > 0 and not parse.word[last].strip():
        last -= 1
    if last < 1 or parse.word[last][-1:] not in _BREAKS or parse.paragraph[last] != parse.paragraph[last + 1]:
        return None
    if layout.inside(parse.start[last]) is not None:
        return None
    first = last
    floor = max(parse.paragraphs[parse.paragraph[last]][0], last - _LONGEST)
    while first > floor and not (parse.word[first - 1] in _ENDS or layout.inside(parse.start[first - 1]) is not None):
        first -= 1
    return (first, last) if last - first > 1 else None


def _attribution(layout: Layout, found: list[Attribution], quotation: Quotation, first: int, last: int) -> Attribution | None:
    """The words as those of whom the sentence before them is about, or of who speaks in it."""
    parse = layout.parse
    inside = [a for a in found if a.within is None and a.source and parse.start[first] <= a.cue[0][0] < parse.end[last]]
    if inside:
        source, token = inside[-1].source, inside[-1].source_token
        if source is None or token is None or not _may_speak(parse, token):
            return None
        # *says Ana Ruiz, who lives opposite: “…”*: her words are no part of her.
        inside[-1].source = source = source[0], min(source[1], parse.start[last])
    else:
        token = next(_speakers(parse, first, last, colon=parse.word[last] == ":", own=_is_own(layout, quotation)), None)
        source = source_phrase(parse, token, parse.head[token]) if token is not None else None
    if source is None or token is None:
        return None
    return Attribution(
        source=source,
        cue=[parse.span(last, last)],
        content=[quotation.span],
        mode="direct",
        rule="scene",
        cue_token=last,
        source_token=token,
        confidence=LIKELY,
    )


def _is_own(layout: Layout, quotation: Quotation) -> bool:
    """Whether whoever is quoted speaks of himself."""
    return any(layout.parse.lower[t] in _OWN for t in layout.parse.tokens(quotation.span))


def _speakers(parse: Parse, first: int, last: int, *, colon: bool, own: bool) -> Iterator[int]:
    """Heads of those whose scene a sentence is, the main clause's first."""
    verbs = [t for t in range(first, last) if parse.tag[t][:2] == "VB" and parse.dep[t] not in ("aux", "auxpass")]
    for verb in sorted(verbs, key=lambda t: (_depth(parse, t, first, last), t)):
        subject = next((c for c in parse.children[verb] if parse.dep[c] in ("nsubj", "nsubjpass") and first <= c < last), None)
        if subject is None:
            continue
        lemma = lemma_of(parse.lower[verb])
        if lemma in _unheard() or (parse.dep[subject] == "nsubjpass" and lemma in _TELLING - {"ask"}):
            return
        if parse.lower[subject] in _WRITER and lemma in _MEETING:
            subject = next((c for c in parse.children[verb] if parse.dep[c] == "dobj"), subject)
        elif parse.lower[subject] in _WRITER or parse.lower[subject] in ("it", "you", "there"):
            return
        named = any(parse.dep[c] == "appos" and parse.tag[c] == "NNP" for c in parse.children[subject])
        unknown = parse.tag[subject] in ("NN", "NNP") and lexicons.singular(parse.lower[subject]) not in lexicons.sorts()
        if _may_speak(parse, subject) or (unknown and named and own):
            yield subject  # *The muezzin, Sheikh Ali, was on the stairs*, be the calling known or not
        elif colon and parse.lower[subject] in _replies():
            yield from (c for c in parse.children[subject] if parse.dep[c] == "poss" and _may_speak(parse, c))
        return


def _depth(parse: Parse, token: int, first: int, last: int) -> int:
    """How many words of the sentence stand above one."""
    depth = 0
    while depth < _DEEPEST and first <= parse.head[token] < last and parse.head[token] != token:
        token, depth = parse.head[token], depth + 1
    return depth


def _may_speak(parse: Parse, token: int) -> bool:
    """Whether a word means somebody, or a body, that can speak."""
    word = parse.lower[token]
    if parse.tag[token] in ("NNP", "NNPS"):
        label = next((name.label for name in parse.names if name.first <= token <= name.last), "PERSON")
        return label in ("PERSON", "ORG", "NORP")
    sort = lexicons.sorts().get(lexicons.singular(word))
    return word in (*_SPEAKING, "his", "her", "their") or (sort is not None and sort.kind in _BEINGS)


@cache
def _unheard() -> frozenset[str]:
    """Verbs of whose subject the words that follow are not: *heard*, *opened the letter*."""
    return frozenset(row["word"] for row in rows("scenes") if row["kind"] == "unheard")


@cache
def _replies() -> frozenset[str]:
    """Nouns for what somebody says, whose the words are that follow: *her answer*."""
    return frozenset(row["word"] for row in rows("scenes") if row["kind"] == "reply")
