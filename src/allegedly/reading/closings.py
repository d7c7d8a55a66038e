"""Who reports at the end or in the middle of a sentence, by the order of its words alone: *Talks failed, the mayor said*.

The parser takes such words for an apposition, a conjunct or a relative clause as often as not where names, titles and commas
stand close; their order is the same always: words that make a sentence, a comma, a noun phrase, a verb of saying, and nothing
behind it but to whom, when, where and by what means. A *closing* is a place where that order is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allegedly.reading import lexicons
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.vocabularies import rows

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "JJ", "DT")
_OPENS = ("DT", "PRP$", "NNP", "NNPS", "NN", "NNS", "PRP", "CD", "JJ", "JJR", "JJS", "PDT", "VBN", "VBG", "$")
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_ASIDE = frozenset(
    {"where", "when", "while", "whilst", "after", "before", "since", "because", "though", "although", "as", "until"}
)
_SUBORDINATE = frozenset(
    {
        "when",
        "after",
        "as",
        "while",
        "if",
        "because",
        "since",
        "although",
        "though",
        "before",
        "until",
        "once",
        "unless",
        "whether",
    }
)
_HAVE = frozenset({"has", "have", "had", "'ve", "having"})
_BE = frozenset({"was", "were", "is", "are", "been", "be", "being", "am", "get", "got"})
_BETWEEN = frozenset(
    {"still", "also", "now", "then", "later", "just", "already", "once", "meanwhile", "though", "however", "too"}
)
_PAUSES = (",", "—", "–", "―", ";")
_QUOTES = ('"', "“", "”", "„", "«", "»", "''", "``")
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight last this earlier later early late".split()
)
_TWO_WAYS = ("reports", "claims", "notes", "shows")
_NOUNS = frozenset(
    """states tweets emails answers hints fears hopes guesses estimates forecasts protests remarks replies jokes quips reads
    finds""".split()
)
"""Forms that are nouns as often as verbs."""
_SPOKEN = ("say", "tell", "report", "announce", "write", "add", "state")
_ABOUT = ("about", "of", "as", "by")
_ENDS = ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB")
_SEGMENTS = 4
_LONGEST = 40
"""Tokens of a source with all that is put beside it."""


@dataclass(slots=True, frozen=True)
class Closing:
    """Tokens, first and last, of one closing: the words it closes, who reports, the verb with its helpers."""

    verb: int
    group: tuple[int, int]
    source: tuple[int, int] | None
    """Null where nobody is said to report: *it is said*."""
    head: int | None
    before: tuple[int, int]
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
def _verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("closing") if " " not in row["verb"])


@cache
def _phrases() -> frozenset[tuple[str, str]]:
    """Verbs that report together with the word behind them: *made known*."""
    return frozenset((verb, word) for row in rows("closing") for verb, _, word in [row["verb"].partition(" ")] if word)


@cache
def reporting() -> frozenset[str]:
    """Verbs that report aloud."""
    return _verbs() - _inward()


@cache
def _inward() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("closing") if row["way"] == "inward")


@cache
def _hearing() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("addressees") if row["way"] == "object")


def closings(parse: Parse) -> Iterator[Closing]:
    """The closings of an article in the order of their verbs."""
    for begin, end in parse.sentences:
        if end - begin < 4:
            continue
        stop = end
        while stop > begin and not parse.word[stop][0].isalnum():
            stop -= 1
        for verb in range(begin + 2, stop + 1):
            lemma = lemma_of(parse.lower[verb])
            if lemma == parse.lower[verb] and parse.tag[verb] not in (*_FINITE, "VB"):
                continue
            phrase = verb < stop and (lemma, parse.lower[verb + 1]) in _phrases()
            if phrase or lemma in _verbs():
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
    first = verb
    if parse.lower[first - 1] in ("can", "may") and lemma in ("reveal", "report", "disclose", "confirm"):
        first -= 1  # "the Herald can reveal"
    while first - 1 > begin and (
        parse.lower[first - 1] in _HAVE | _BETWEEN
        or (parse.tag[first - 1] == "RB" and parse.lower[first - 1] not in ("not", "n't"))
    ):
        first -= 1
    if parse.lower[first - 1] in _BE or first - 1 <= begin:
        return None
    found = _source(parse, begin, first - 1)
    if found is None:
        return None
    low, compares = found
    high = first - 1
    before = low - 1 - compares
    while before >= begin and (parse.word[before] in _PAUSES or parse.lower[before] == "so"):
        before -= 1
    if before < begin or parse.word[before] in _QUOTES:
        return None
    head = noun_head(parse, low, high)
    if parse.tag[verb] == "VB" and first == verb and parse.tag[head] not in ("NNS", "NNPS", "PRP"):
        return None
    if parse.tag[verb] == "VBN" and first == verb and not (lemma in _SPOKEN and may_report(parse, head)):
        return None
    tail = _tail(parse, end, lemma, stop)
    if tail is None or (compares and parse.lower[before] == "not"):
        return None
    last, after = tail
    whole = _is_clause(parse, begin, before)
    if compares and after is not None and any(parse.lower[t] in ("not", "n't") for t in range(begin, before + 1)):
        return None  # "not of 1563, as the label says, but of 1870"
    if not whole:
        finite = after is not None and (parse.tag[after] in _FINITE or parse.lower[after] in _HAVE | _BE)
        if compares and parse.lower[begin] == "with":
            after = None  # "With the chief removed, as the Docket disclosed, others are looking"
        elif not finite or not is_noun_phrase(parse, begin, before):
            return None
    while parse.word[high] in _PAUSES:
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
    if lemma in _hearing() | _inward() or parse.tag[verb] not in _FINITE or parse.lower[before] not in (",", "so"):
        return None
    while before > begin and (parse.word[before] in _PAUSES or parse.lower[before] == "so"):
        before -= 1
    low, high = verb + 1, noun_end(parse, verb, stop)
    if not is_noun_phrase(parse, low, high) or parse.word[before] in _QUOTES or not _is_clause(parse, begin, before):
        return None
    head = noun_head(parse, low, high)
    tail = _tail(parse, high, lemma, stop)
    head = noun_head(parse, low, high)
    named = any(parse.tag[t] == "NNP" for t in range(low, high + 1))
    if high + 2 <= stop and parse.word[high + 1] == "," and parse.lower[high + 2] in ("who", "whose"):
        high = stop
    tail = _tail(parse, high, lemma, stop)
    if parse.tag[head] == "PRP" or not (named or may_report(parse, head)) or tail is None:
        return None
    last, after = tail
    rest = (after, stop) if after is not None else None
    return Closing(verb, (verb, verb), (low, high), head, (begin, before), rest, whole=True, last=last, compares=False)


def _passive(parse: Parse, verb: int, lemma: str, begin: int, stop: int) -> Closing | None:
    """The same with nobody as subject, or with whoever was told: *…, it was said*; *…, the Herald was told by a clerk*."""
    first = verb
    while first - 1 > begin and parse.lower[first - 1] in _BE | _HAVE | _BETWEEN:
        first -= 1
    if first == verb or parse.tag[verb] not in ("VBN", "VBD") or not any(parse.lower[t] in _BE for t in range(first, verb)):
        return None
    nobody = parse.lower[first - 1] == "it"
    if nobody and first - 2 > begin and (parse.word[first - 2] in _PAUSES or parse.lower[first - 2] in ("as", "so")):
        low, compares = first - 1, parse.lower[first - 2] == "as"
    elif lemma in _hearing() and (found := _source(parse, begin, first - 1)) is not None:
        low, compares = found
    else:
        return None
    before = low - 1 - compares
    while before >= begin and (parse.word[before] in _PAUSES or parse.lower[before] == "so"):
        before -= 1
    teller = None
    end = verb
    if not nobody:
        if verb + 2 > stop or parse.lower[verb + 1] != "by":
            return None
        end = verb + 2
        while end < stop and parse.word[end + 1] not in (*_PAUSES, *_QUOTES, ":", "("):
            end += 1
        if not is_noun_phrase(parse, verb + 2, end):
            return None
        teller = (verb + 2, end)
    tail = _tail(parse, end, "say", stop)
    if before < begin or parse.word[before] in _QUOTES or tail is None:
        return None
    last, after = tail
    whole = _is_clause(parse, begin, before)
    finite = after is not None and parse.tag[after] in _FINITE
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


def _mistaken(parse: Parse, verb: int, stop: int) -> bool:
    """Whether what the tagger takes for a noun can be the verb: *the agency reports with reference to …*."""
    if parse.tag[verb] != "NNS" or parse.lower[verb] in _NOUNS:
        return False
    return parse.lower[verb] not in _TWO_WAYS or verb == stop or parse.tag[verb + 1] in ("IN", "RB") or parse.word[verb + 1] in _PAUSES


def may_report(parse: Parse, head: int) -> bool:
    """Whether the noun is a name, a pronoun, or a word for people, bodies or papers."""
    noun = lexicons.singular(parse.lower[head])
    return parse.tag[head] in ("NNP", "NNPS", "PRP") or noun in lexicons.sorts() or noun in lexicons.bodies()


def helpers(parse: Parse, verb: int, begin: int) -> int:
    """First token of the verb with what helps it: *has*, *also*, *later*; *can reveal*."""
    first = verb
    if parse.lower[first - 1] in ("can", "may") and lemma_of(parse.lower[verb]) in ("reveal", "report", "disclose", "confirm"):
        first -= 1
    while first - 1 > begin and (
        parse.lower[first - 1] in _HAVE | _BETWEEN or (parse.tag[first - 1] == "RB" and parse.lower[first - 1] not in ("not", "n't"))
    ):
        first -= 1
    return first


def noun_end(parse: Parse, verb: int, stop: int) -> int:
    """Last token of the noun phrase behind a verb: as far as a pause, another verb or a preposition but *of* and *for*."""
    high = verb
    while high < stop and parse.word[high + 1] not in (*_PAUSES, *_QUOTES, ":", "(") and parse.tag[high + 1] not in _ENDS:
        if parse.tag[high + 1] in ("IN", "TO") and parse.lower[high + 1] not in ("of", "for"):
            break
        high += 1
    return high


def _source(parse: Parse, begin: int, high: int) -> tuple[int, bool] | None:
    """First token of the noun phrase that ends at ``high``, and whether *as* leads it in; None where there is none."""
    beside = parse.word[high] == ","
    if beside:
        high -= 1
    low = high
    segments = 0
    while low > begin and high - low < _LONGEST:
        low -= 1
        word = parse.word[low]
        if word in _QUOTES or word in ("(", ")", ":"):
            return None
        leads = parse.lower[low] == "as" and is_noun_phrase(parse, low + 1, high)
        if leads and not beside:
            return low + 1, True
        if word not in _PAUSES:
            continue
        segments += 1
        if not beside:
            compares = parse.lower[low + 1] == "as"
            start = low + 1 + compares + (parse.lower[low + 1] == "so")
            return (start, compares) if is_noun_phrase(parse, start, high) else None
        if segments == 1:
            if word != "," or not _is_beside(parse, low + 1, high):
                return None
            high = low - 1
        elif is_noun_phrase(parse, low + 1, high) and not _is_beside(parse, low + 1, high, strictly=True):
            return _with_name(parse, begin, low + 1)
        elif segments < _SEGMENTS and word == "," and _is_beside(parse, low + 1, high):
            high = low - 1
        else:
            return None
    return None


def _with_name(parse: Parse, begin: int, low: int) -> tuple[int, bool] | None:
    """The same with a name that stands before a description: *Ada Lind, the head of the board, a surgeon, said*."""
    if parse.tag[low] in ("NNP", "PRP", "PRP$"):
        return low, False
    first = low - 1
    while first > begin and parse.tag[first - 1] in ("NNP", "NNPS"):
        first -= 1
    if first == low - 1 or first == begin or parse.word[first - 1] not in (*_PAUSES, *_QUOTES):
        return low, False
    return None if parse.word[first - 1] in _QUOTES else (first, False)


def is_noun_phrase(parse: Parse, low: int, high: int) -> bool:
    """Whether the tokens are a noun phrase, relative clauses in it allowed."""
    if (
        low > high
        or parse.lower[low] in ("something", "nothing")
        or (parse.tag[low] not in _OPENS and parse.lower[low] != "one")
        or parse.lower[low] in _RELATIVE - {"that"}
    ):
        return False
    if (
        parse.lower[high] in _RELATIVE
        or parse.tag[high] in ("IN", "TO", "CC", "DT", "PRP$")
        and parse.lower[high] not in ("all", "both")
    ):
        return False
    relative = nominal = False
    for i in range(low, high + 1):
        if nominal and i > low and parse.lower[i] in _RELATIVE:
            relative = True
        elif parse.tag[i] in _FINITE and not relative:
            return False
        nominal = nominal or parse.tag[i] in _NOMINAL
    return nominal and not (parse.tag[low] == "VBG" and low == high)


def _is_beside(parse: Parse, low: int, high: int, *, strictly: bool = False) -> bool:
    """Whether the tokens can stand between commas behind a name: an apposition, an age, a relative clause, a participle.

    Strictly: they can be nothing else.
    """
    if low > high:
        return False
    tag, word = parse.tag[low], parse.lower[low]
    if (
        word in ("who", "whose", "which", "whom")
        or tag in ("VBG", "VBN")
        or (tag == "CD" and low == high)
        or word in ("of", "from", "himself", "herself")
    ):
        return True
    return not strictly and is_noun_phrase(parse, low, high)


def _is_clause(parse: Parse, begin: int, end: int) -> bool:
    """Whether the tokens are a sentence by themselves, no mere *when* clause or circumstance."""
    finite = [i for i in range(begin, end + 1) if parse.tag[i] in _FINITE or _is_bare(parse, i, begin)]
    if not finite:
        return False
    while begin < end and parse.lower[begin] in ("so", "but", "and", "yet", "then"):
        begin += 1
    if parse.lower[begin] in _SUBORDINATE or parse.lower[begin] == "according":
        comma = next((i for i in range(begin, end) if parse.word[i] == "," and i > finite[0]), None)
        return comma is not None and any(i > comma for i in finite)
    relative = next((i for i in range(begin, end + 1) if parse.lower[i] in _RELATIVE and i > begin), None)
    return relative is None or any(i < relative for i in finite) or len(finite) > 1


def _is_bare(parse: Parse, i: int, begin: int) -> bool:
    """Whether a verb that the tagger takes for an infinitive is a present: *operators go on strike*."""
    if parse.tag[i] != "VB" or i == begin:
        return False
    return all(parse.tag[k] not in ("TO", "MD") and lemma_of(parse.lower[k]) != "do" for k in range(max(begin, i - 4), i))


def _tail(parse: Parse, verb: int, lemma: str, stop: int) -> tuple[int, int | None] | None:
    """Last token of what follows the verb and belongs to it, and where the words go on; None where it is no closing."""
    i = verb + 1
    if i > stop:
        return verb, None
    heard = False
    word, tag = parse.lower[i], parse.tag[i]
    if lemma in _inward() and word not in (*_PAUSES, "from"):
        return None
    if word == "that" and not (tag == "WDT" and i < stop and (parse.tag[i + 1] in _FINITE or parse.lower[i + 1] in _HAVE | _BE)):
        return None
    if word in ("if", "whether", "why", "how", "what", "who", "to", "so", "there", "no", "not", "nothing") and not (
        word == "to" and i < stop and parse.tag[i + 1] not in ("VB", "RB")
    ):
        return None
    if tag in ("DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD"):
        heard = lemma in _hearing() and word not in ("it", "he", "she", "they", "i", "we")
        if not heard and word not in _DAYS:
            return None
    elif tag in ("VB", "VBD", "VBZ", "VBP", "MD") or (word in _ABOUT and lemma != "say") or word == "by":
        return None
    relative = False
    while i <= stop:
        word, tag = parse.lower[i], parse.tag[i]
        if parse.word[i] in _QUOTES or parse.word[i] == ":":
            return None
        if word == "that" and tag == "IN":
            return None
        if word in _RELATIVE or (word in _ASIDE and i > verb + 1):
            relative = True
        elif (tag in _FINITE or (tag == "VB" and parse.tag[i - 1] == "TO")) and not relative:
            return None
        elif parse.word[i] in _PAUSES and i < stop:
            k = i + 1
            if parse.word[k] in _QUOTES:
                return None
            if parse.lower[k] in ("and", "but", "or") and k < stop:
                k += 1
            if parse.tag[k] in _FINITE or (parse.tag[k] == "RB" and k < stop and parse.tag[k + 1] in _FINITE):
                return i - 1, i + 1
            relative = parse.word[i] == ";" or _starts_clause(parse, i + 1, stop)
            if relative:
                return i - 1, None
        i += 1
    return stop, None


def _starts_clause(parse: Parse, low: int, stop: int) -> bool:
    """Whether a clause with its own subject, or a participle, begins here: what the outlet tells besides."""
    return parse.tag[low] in ("VBG", "CC", "IN", "WRB", "WP", "WDT", "RB") or any(
        parse.tag[i] in _FINITE for i in range(low, min(low + 8, stop + 1))
    )


def noun_head(parse: Parse, low: int, high: int) -> int:
    """The noun that the phrase is about: the last one before a comma, a preposition or a relative clause."""
    head = low
    for i in range(low, high + 1):
        if i > low and (parse.word[i] == "," or parse.tag[i] in ("IN", "TO", "WP", "WDT", "VBG") or parse.lower[i] in _RELATIVE):
            break
        if parse.tag[i] == "POS":
            continue
        if parse.tag[i][:2] in ("NN", "PR", "CD") or i == low:
            head = i
    return head
