"""Sentences that say no more than who says the one before: *So said the mayor*; *The yard's director confirmed this*.

What they point back to is the outlet's own voice by its form, and is that person's by what follows; it is given to them where
nobody else has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from allegedly.model import Span
from allegedly.reading.closing_words import hearing, helpers, is_noun_phrase, noun_end, noun_head, reporting
from allegedly.reading.frames import trim
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution

_LEADS = ("so", "thus")
_POINTS = ("this", "that", "so", "it")
_MUCH = (("as", "much"), ("the", "same"), ("just", "that"))
_BE = ("is", "was", "are", "were", "'s")
_HAVING = ("has", "have", "had")
_INFORMING = ("inform", "notify", "alert")
_FINITE = ("VBD", "VBZ", "VBP")
_HEARER = 6
"""Words behind a verb of telling among which *so* or *this* may stand: *told his elder sister so*."""
_LONGEST = 60
"""Tokens of such a sentence; what is longer says something of its own."""


@dataclass(slots=True, frozen=True)
class _Pointer:
    verb: int
    source: tuple[int, int]


def give_back(parse: Parse, found: list[Attribution]) -> list[Attribution]:
    """The attributions with those that such sentences make."""
    held = sorted(span for a in found for span in a.content)
    starts = [start for start, _ in held]
    reaches = list(accumulate((end for _, end in held), max))
    made: list[Attribution] = []
    for number in range(1, len(parse.sentences)):
        first, last = parse.sentences[number]
        before = parse.sentences[number - 1]
        if last - first > _LONGEST or parse.paragraph[first] != parse.paragraph[before[0]]:
            continue
        pointer = next(_pointers(parse, first, last), None)
        said = trim(parse.text, parse.start[before[0]], parse.end[before[1]])
        if pointer is None or said is None:
            continue
        at = bisect_left(starts, said[1]) - 1
        if at >= 0 and reaches[at] > said[0]:
            continue  # somebody has said it already
        made.append(_attribution(parse, pointer, said))
    cues = {a.cue_token for a in made}
    return [*(a for a in found if a.cue_token not in cues), *made]


def _attribution(parse: Parse, pointer: _Pointer, said: Span) -> Attribution:
    low, high = pointer.source
    begin, end = parse.sentences[parse.sentence[pointer.verb]]
    root = next((t for t in range(begin, end + 1) if parse.head[t] == t and parse.tag[t][:2] == "VB"), pointer.verb)
    cue = [parse.span(t, t) for t in sorted({root, pointer.verb}) if not low <= t <= high]
    return Attribution(
        source=trim(parse.text, parse.start[low], parse.end[high]),
        cue=cue,
        content=[said],
        mode="indirect",
        lemma=lemma_of(parse.lower[pointer.verb]),
        rule="fronted",
        cue_token=pointer.verb,
        source_token=noun_head(parse, low, high),
        confidence=0.7,
    )


def _pointers(parse: Parse, first: int, last: int) -> Iterator[_Pointer]:
    """Who reports with what verb, where the sentence is such a one."""
    stop = last
    while stop > first and not parse.word[stop][0].isalnum():
        stop -= 1
    if any(mark in parse.text[parse.start[first] : parse.end[last]] for mark in '"“”:'):
        return
    for verb in range(first + 1, stop + 1):
        lemma = lemma_of(parse.lower[verb])
        if parse.lower[verb] in _HAVING and _has_from(parse, verb, stop) and is_noun_phrase(parse, first, verb - 1):
            teller = (verb + 3, noun_end(parse, verb + 2, stop))
            if is_noun_phrase(parse, *teller):
                yield _Pointer(verb, teller)
            return
        if lemma not in (*reporting(), *_INFORMING) or parse.tag[verb] not in (*_FINITE, "VBN"):
            continue
        begin = helpers(parse, verb, first)
        if parse.lower[first] in _LEADS and begin == first + 1 == verb:
            high = noun_end(parse, verb, stop)
            if is_noun_phrase(parse, verb + 1, high):
                yield _Pointer(verb, (verb + 1, high))
        elif parse.lower[first] in _LEADS and is_noun_phrase(parse, first + 1, begin - 1):
            if _is_bare(parse, verb + 1, stop):
                yield _Pointer(verb, (first + 1, begin - 1))
        elif _is_pointer(parse, first, lemma) and parse.lower[first + 1] in (*_BE, "has", "had"):
            high = noun_end(parse, verb + 1, stop) if parse.lower[min(verb + 1, stop)] == "by" else verb
            while begin > first + 1 and parse.lower[begin - 1] in ("been", *_BE):
                begin -= 1
            if begin == first + 1 and high > verb + 1 and is_noun_phrase(parse, verb + 2, high):
                yield _Pointer(verb, (verb + 2, high))
            elif parse.lower[first + 2] == "what" and is_noun_phrase(parse, first + 3, begin - 1):
                yield _Pointer(verb, (first + 3, begin - 1))
        elif _points(parse, verb, stop) or (lemma in _INFORMING and _is_plain(parse, verb + 1, stop)):
            high = _without_aside(parse, first, begin - 1)
            if is_noun_phrase(parse, first, high):
                yield _Pointer(verb, (first, high))
        return


def _has_from(parse: Parse, verb: int, stop: int) -> bool:
    """*Has this from two clerks*: the words behind *has*."""
    return verb + 3 <= stop and parse.lower[verb + 1] in _POINTS and parse.lower[verb + 2] == "from"


def _is_pointer(parse: Parse, token: int, lemma: str) -> bool:
    """Whether a subject points back to a sentence: *This was confirmed by …*; *It was declared by …* is about a thing."""
    return parse.lower[token] in ("this", "that") or (parse.lower[token] == "it" and lemma == "confirm")


def _points(parse: Parse, verb: int, stop: int) -> bool:
    """Whether the verb's object is but *this*, *so* or *as much*, perhaps behind who is told."""
    hears = lemma_of(parse.lower[verb]) in hearing()
    for at in range(verb + 1, verb + (_HEARER if hears else 3)):
        if at > stop:
            return False
        pair = tuple(parse.lower[at : at + 2])
        if parse.lower[at] in _POINTS and (parse.lower[at] != "it" or parse.lower[verb].startswith("confirm")):
            return _is_bare(parse, at + 1, stop)
        if pair in _MUCH:
            return _is_bare(parse, at + 2, stop)
        told = parse.lower[at] in ("us", "me", "reporters", "journalists")
        if not told and not (hears and parse.tag[at] in ("DT", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ", "POS")):
            return False
    return False


def _is_plain(parse: Parse, low: int, stop: int) -> bool:
    """Whether only who is informed stands here, with when and how: *informed our office by telephone within the hour*."""
    words = [parse.lower[t] for t in range(low, stop + 1)]
    if not words or any(w in ("of", "about", "that", "whether", "how", "on") for w in words):
        return False
    return not any(parse.tag[t] in (*_FINITE, "MD") for t in range(low, stop + 1))


def _without_aside(parse: Parse, first: int, last: int) -> int:
    """Last token of the noun phrase before *, relying on an adviser,*."""
    if parse.word[last] != ",":
        return last
    comma = next((t for t in range(last - 1, first, -1) if parse.word[t] == ","), None)
    return comma - 1 if comma is not None and parse.tag[comma + 1] == "VBG" else last - 1


def _is_bare(parse: Parse, low: int, stop: int) -> bool:
    """Whether nothing that could be said stands here: only where, when, to whom and how."""
    if low > stop:
        return True
    if parse.tag[low] in ("NN", "NNS", "NNP", "DT", "JJ", "PRP$") and parse.lower[low] not in (
        "yesterday",
        "today",
        "last",
        "this",
    ):
        return False
    return not any(
        parse.tag[t] in (*_FINITE, "MD") or (parse.tag[t] == "TO" and parse.tag[min(t + 1, stop)] == "VB")
        for t in range(low, stop + 1)
    )
