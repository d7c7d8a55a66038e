"""Who reports at the end or in the middle of a sentence, by the order of its words alone: *Talks failed, the mayor said*.

The parser takes such words for an apposition, a conjunct or a relative clause as often as not where names, titles and commas
stand close; their order is the same always: words that make a sentence, a comma, a noun phrase, a verb of saying, and nothing
behind it but to whom, when, where and by what means. A *closing* is a place where that order is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allegedly.reading.closing_words import (
    BE,
    BETWEEN,
    FINITE,
    HAVE,
    PAUSES,
    QUOTES,
    TIMES,
    hearing,
    helpers,
    inward,
    is_clause,
    is_noun_phrase,
    may_report,
    noun_end,
    noun_head,
    reporting_verbs,
    source_before,
    tail_of,
)
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.vocabularies import rows

_TWO_WAYS = ("reports", "claims", "notes", "shows")
_NOUNS = frozenset(
    """states tweets emails answers hints fears hopes guesses estimates forecasts protests remarks replies jokes quips reads
    finds""".split()
)
"""Forms that are nouns as often as verbs."""
_SPOKEN = ("say", "tell", "report", "announce", "write", "add", "state")
_NEVER_FIRST = ("tell", "inform", "notify", "remind", "show")
"""Verbs behind which stands who is told: *he rose, told the court …*."""
_OPENING = 30
"""Tokens of a clause that opens a sentence."""
_FEWEST = 4
_LONGEST = 300
"""Tokens of a sentence beyond which none is looked for: nobody writes such ones, and every verb looks at all of it."""


@dataclass(slots=True, frozen=True)
class Closing:
    """Tokens, first and last, of one closing: the words it closes, who reports, the verb with its helpers."""

    verb: int
    group: tuple[int, int]
    source: tuple[int, int] | None
    """Null where nobody is said to report: *it is said*."""
    head: int | None
    before: tuple[int, int]
    """The words that it closes; behind it where it opens the sentence: *As the mayor said, talks failed*."""
    after: tuple[int, int] | None
    """Where the words go on behind it: *He was beaten, he said, and lost a tooth*."""
    whole: bool
    """What stands before it is a sentence by itself."""
    last: int
    """Last token of what belongs to the act of reporting."""
    compares: bool
    """Begun with *as*: *…, as the mayor said*."""
    told: tuple[int, int] | None = None
    """Who was told, where that is the verb's subject."""


@cache
def _phrases() -> frozenset[tuple[str, str]]:
    """Verbs that report together with the word behind them: *made known*."""
    return frozenset((verb, word) for row in rows("closing") for verb, _, word in [row["verb"].partition(" ")] if word)


def closings(parse: Parse) -> Iterator[Closing]:
    """The closings of an article in the order of their verbs."""
    for begin, end in parse.sentences:
        if not _FEWEST <= end - begin <= _LONGEST:
            continue
        stop = end
        while stop > begin and not parse.word[stop][0].isalnum():
            stop -= 1
        opening = _opening(parse, begin, stop)
        if opening is not None:
            yield opening
        for verb in range(begin + 2 if opening is None else opening.last + 1, stop + 1):
            lemma = lemma_of(parse.lower[verb])
            if lemma == parse.lower[verb] and parse.tag[verb] not in (*FINITE, "VB"):
                continue
            phrase = verb < stop and (lemma, parse.lower[verb + 1]) in _phrases()
            if phrase or lemma in reporting_verbs():
                found = (
                    _closing(parse, verb, lemma, begin, stop, verb + phrase)
                    or _inverted(parse, verb, lemma, begin, stop)
                    or _passive(parse, verb, lemma, begin, stop)
                )
                if found is not None:
                    yield found


def _closing(parse: Parse, verb: int, lemma: str, begin: int, stop: int, end: int) -> Closing | None:
    if parse.lower[verb].endswith("ing") or (parse.tag[verb][:2] != "VB" and not _mistaken(parse, verb, stop)):
        return None
    first = helpers(parse, verb, begin)
    if parse.lower[first - 1] in BE or first - 1 <= begin:
        return None
    found = source_before(parse, begin, first - 1)
    if found is None:
        return None
    low, compares = found
    high = first - 1
    before = low - 1 - compares
    while before >= begin and (parse.word[before] in PAUSES or parse.lower[before] == "so"):
        before -= 1
    quoted = before >= begin and parse.word[before] in QUOTES
    if before < begin or (quoted and not any(parse.word[t] in PAUSES for t in range(low, high + 1))):
        return None
    head = noun_head(parse, low, high)
    if parse.tag[verb] == "VB" and first == verb and parse.tag[head] not in ("NNS", "NNPS", "PRP"):
        return None
    if parse.tag[verb] == "VBN" and first == verb and not (lemma in _SPOKEN and may_report(parse, head)):
        return None
    if compares and end < stop and parse.lower[end + 1] == "it":
        end += 1  # "as the nurse remembers it"
    tail = tail_of(parse, end, lemma, stop)
    if tail is None or (compares and parse.lower[before] == "not"):
        return None
    last, after = tail
    whole = is_clause(parse, begin, before) and not quoted
    denied = any(parse.lower[t] in ("not", "n't") for t in range(begin, before + 1))
    if compares and denied and parse.lower[min(last + 2, stop)] == "but":
        return None  # "not of 1563, as the label says, but of 1870"
    if not whole and not quoted:
        finite = after is not None and (parse.tag[after] in FINITE or parse.lower[after] in HAVE | BE)
        if compares and parse.lower[begin] == "with":
            after = None  # "With the chief removed, as the Docket disclosed, others are looking"
        elif not finite or not is_noun_phrase(parse, begin, before):
            return None
    while parse.word[high] in PAUSES:
        high -= 1
    return Closing(
        verb,
        (first, end),
        (low, high),
        head,
        (begin, before),
        (after, stop) if after is not None else None,
        whole,
        last,
        compares,
    )


def _inverted(parse: Parse, verb: int, lemma: str, begin: int, stop: int) -> Closing | None:
    """The same with the verb first: *Talks failed, said the mayor on Monday*."""
    before = verb - 1
    if lemma in (*_NEVER_FIRST, *inward()) or parse.tag[verb] not in FINITE or parse.lower[before] not in (",", "so"):
        return None
    while before > begin and (parse.word[before] in PAUSES or parse.lower[before] == "so"):
        before -= 1
    low, high = verb + 1, noun_end(parse, verb, stop)
    if not is_noun_phrase(parse, low, high) or parse.word[before] in QUOTES or not is_clause(parse, begin, before):
        return None
    head = noun_head(parse, low, high)
    named = any(parse.tag[t] == "NNP" for t in range(low, high + 1))
    if high + 2 <= stop and parse.word[high + 1] == "," and parse.lower[high + 2] in ("who", "whose", "whom"):
        high = stop
    tail = tail_of(parse, high, lemma, stop)
    # *says an orderly*: whoever stands behind the verb as its subject, be the noun known or not.
    subject = parse.dep[head] == "nsubj" and parse.head[head] == verb and parse.lower[low] in ("a", "an", "one", "two")
    able = named or may_report(parse, head) or subject
    if parse.tag[head] == "PRP" or parse.lower[head] in TIMES or not able or tail is None:
        return None
    last, after = tail
    rest = (after, stop) if after is not None else None
    return Closing(verb, (verb, verb), (low, high), head, (begin, before), rest, whole=True, last=last, compares=False)


def _passive(parse: Parse, verb: int, lemma: str, begin: int, stop: int) -> Closing | None:
    """The same with nobody as subject, or with whoever was told: *…, it was said*; *…, the Herald was told by a clerk*."""
    first = verb
    while first - 1 > begin and parse.lower[first - 1] in BE | HAVE | BETWEEN:
        first -= 1
    if first == verb or parse.tag[verb] not in ("VBN", "VBD") or not any(parse.lower[t] in BE for t in range(first, verb)):
        return None
    nobody = parse.lower[first - 1] == "it"
    if nobody and first - 2 > begin and (parse.word[first - 2] in PAUSES or parse.lower[first - 2] in ("as", "so")):
        low, compares = first - 1, parse.lower[first - 2] == "as"
    elif lemma in hearing() and (found := source_before(parse, begin, first - 1)) is not None:
        low, compares = found
    else:
        return None
    before = low - 1 - compares
    while before >= begin and (parse.word[before] in PAUSES or parse.lower[before] == "so"):
        before -= 1
    teller = None
    end = verb
    if not nobody:
        if verb + 2 > stop or parse.lower[verb + 1] != "by":
            return None
        end = verb + 2
        while end < stop and parse.word[end + 1] not in (*PAUSES, *QUOTES, ":", "("):
            end += 1
        if not is_noun_phrase(parse, verb + 2, end):
            return None
        teller = (verb + 2, end)
    tail = tail_of(parse, end, "say", stop)
    if before < begin or parse.word[before] in QUOTES or tail is None:
        return None
    last, after = tail
    whole = is_clause(parse, begin, before)
    finite = after is not None and parse.tag[after] in FINITE
    if not whole and not (finite and is_noun_phrase(parse, begin, before)):
        return None
    return Closing(
        verb,
        (first, verb),
        teller,
        None if teller is None else noun_head(parse, *teller),
        (begin, before),
        (after, stop) if after is not None else None,
        whole,
        last,
        compares,
        None if nobody else (low, first - 1),
    )


def _opening(parse: Parse, begin: int, stop: int) -> Closing | None:
    """The same at the head of a sentence: *As the Weekly learned from two clerks, the contract was never signed*."""
    if parse.lower[begin] != "as":
        return None
    comma = next((t for t in range(begin + 2, min(begin + _OPENING, stop)) if parse.word[t] == ","), None)
    if comma is None or not is_clause(parse, comma + 1, stop):
        return None
    for verb in range(begin + 2, comma):
        lemma = lemma_of(parse.lower[verb])
        if lemma not in reporting_verbs() or parse.tag[verb] not in (*FINITE, "VBN"):
            continue
        first = helpers(parse, verb, begin)
        low, high = begin + 1, first - 1
        tail = tail_of(parse, verb, lemma, comma - 1)
        if not is_noun_phrase(parse, low, high) or tail is None or tail[1] is not None or tail[0] != comma - 1:
            return None
        head = noun_head(parse, low, high)
        said = (comma + 1, stop)
        return Closing(verb, (first, verb), (low, high), head, said, None, whole=False, last=comma - 1, compares=True)
    return None


def _mistaken(parse: Parse, verb: int, stop: int) -> bool:
    """Whether what the tagger takes for a noun can be the verb: *the agency reports with reference to …*."""
    if parse.tag[verb] != "NNS" or parse.lower[verb] in _NOUNS:
        return False
    if parse.lower[verb] not in _TWO_WAYS or verb == stop:
        return True
    return parse.tag[verb + 1] in ("IN", "RB") or parse.word[verb + 1] in PAUSES
