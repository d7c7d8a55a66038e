"""The words of a sentence by their order: what can be a noun phrase, a clause, the tail of an act of reporting.

For :mod:`allegedly.reading.closings` and :mod:`allegedly.reading.backwards`, which read sentences where the parser cannot be
trusted with names, titles and commas. Everything here looks at tags and words alone.
"""

from __future__ import annotations

from functools import cache

from allegedly.reading import lexicons
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.vocabularies import rows

FINITE = ("VBD", "VBZ", "VBP", "MD")
HAVE = frozenset({"has", "have", "had", "'ve", "having"})
BE = frozenset("was were is are been be being am get got".split())
BETWEEN = frozenset("still also now then later just already once meanwhile though however too".split())
"""Words that may stand between a verb and what helps it."""
PAUSES = (",", "—", "–", "―", ";")
QUOTES = ('"', "“", "”", "„", "«", "»", "''", "``")
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "JJ", "DT")
_OPENS = ("DT", "PRP$", "NNP", "NNPS", "NN", "NNS", "PRP", "CD", "JJ", "JJR", "JJS", "PDT", "VBN", "VBG", "$")
_RELATIVE = frozenset("who whom whose which that where when".split())
_ASIDE = frozenset("where when while whilst after before since because though although as until".split())
_SUBORDINATE = frozenset(
    "when after as while if because since although though before until once unless whether according".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight last this earlier later early late".split()
)
_ABOUT = ("about", "of", "as", "by")
_ENDS = ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB")
_REVEALS = ("reveal", "report", "disclose", "confirm")
"""Verbs with which a paper says what it can do: *the Herald can reveal*."""
_SEGMENTS = 4
_LONGEST = 40
"""Tokens of a source with all that is put beside it."""
_NEAR = 8


@cache
def reporting_verbs() -> frozenset[str]:
    """Verbs that report, aloud or inwardly."""
    return frozenset(row["verb"] for row in rows("closing") if " " not in row["verb"])


@cache
def reporting() -> frozenset[str]:
    """Verbs that report aloud."""
    return reporting_verbs() - inward()


@cache
def inward() -> frozenset[str]:
    """Those of what somebody holds or has heard: *believes*, *has learned*."""
    return frozenset(row["verb"] for row in rows("closing") if row["way"] == "inward")


@cache
def hearing() -> frozenset[str]:
    """Verbs whose object hears what is said: *tell*, *inform*."""
    return frozenset(row["verb"] for row in rows("addressees") if row["way"] == "object")


def may_report(parse: Parse, head: int) -> bool:
    """Whether the noun is a name, a pronoun, or a word for people, bodies or papers."""
    noun = lexicons.singular(parse.lower[head])
    return parse.tag[head] in ("NNP", "NNPS", "PRP") or noun in lexicons.sorts() or noun in lexicons.bodies()


def helpers(parse: Parse, verb: int, begin: int) -> int:
    """First token of the verb with what helps it: *has*, *also*, *later*; *can reveal*."""
    first = verb
    if parse.lower[first - 1] in ("can", "may") and lemma_of(parse.lower[verb]) in _REVEALS:
        first -= 1
    while first - 1 > begin and (
        parse.lower[first - 1] in HAVE | BETWEEN
        or (parse.tag[first - 1] == "RB" and parse.lower[first - 1] not in ("not", "n't"))
    ):
        first -= 1
    return first


def noun_end(parse: Parse, verb: int, stop: int) -> int:
    """Last token of the noun phrase behind a verb: as far as a pause, another verb or a preposition but *of* and *for*."""
    high = verb
    while high < stop and parse.word[high + 1] not in (*PAUSES, *QUOTES, ":", "(") and parse.tag[high + 1] not in _ENDS:
        if parse.tag[high + 1] in ("IN", "TO") and parse.lower[high + 1] not in ("of", "for"):
            break
        high += 1
    return high


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


def source_before(parse: Parse, begin: int, high: int) -> tuple[int, bool] | None:
    """First token of the noun phrase that ends at ``high``, and whether *as* leads it in; None where there is none."""
    beside = parse.word[high] == ","
    if beside:
        high -= 1
    low = high
    segments = 0
    while low > begin and high - low < _LONGEST:
        low -= 1
        word = parse.word[low]
        if word in QUOTES and segments and is_noun_phrase(parse, low + 1, high):
            return low + 1, False  # "…," a neighbour, who gave no name, told us
        if word in (*QUOTES, "(", ")", ":"):
            return None
        leads = parse.lower[low] == "as" and is_noun_phrase(parse, low + 1, high)
        if leads and not beside:
            return low + 1, True
        if word not in PAUSES:
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
    if first == low - 1 or first == begin or parse.word[first - 1] not in (*PAUSES, *QUOTES):
        return low, False
    return None if parse.word[first - 1] in QUOTES else (first, False)


def is_noun_phrase(parse: Parse, low: int, high: int) -> bool:
    """Whether the tokens are a noun phrase, relative clauses in it allowed."""
    if (
        low > high
        or parse.lower[low] in ("something", "nothing", "according", "including")
        or (parse.tag[low] not in _OPENS and parse.lower[low] != "one")
        or parse.lower[low] in _RELATIVE - {"that"}
    ):
        return False
    open_ended = parse.tag[high] in ("IN", "TO", "CC", "DT", "PRP$") and parse.lower[high] not in ("all", "both")
    if parse.lower[high] in _RELATIVE or open_ended:
        return False
    relative = open_clause = nominal = False
    for i in range(low, high + 1):
        if nominal and i > low and parse.lower[i] in _RELATIVE:
            relative = open_clause = True
        elif parse.tag[i] in FINITE:
            if not relative:
                return False
            open_clause = False
        nominal = nominal or parse.tag[i] in _NOMINAL
    # "a recording which the Herald has heard": the verb behind it is the relative clause's own.
    return nominal and not open_clause and not (parse.tag[low] == "VBG" and low == high)


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


def is_clause(parse: Parse, begin: int, end: int) -> bool:
    """Whether the tokens are a sentence by themselves, no mere *when* clause or circumstance."""
    finite = [i for i in range(begin, end + 1) if parse.tag[i] in FINITE or _is_bare(parse, i, begin)]
    if not finite:
        return False
    while begin < end and parse.lower[begin] in ("so", "but", "and", "yet", "then"):
        begin += 1
    if parse.lower[begin] in _SUBORDINATE:
        comma = next((i for i in range(begin, end) if parse.word[i] == "," and i > finite[0]), None)
        return comma is not None and any(i > comma for i in finite)
    relative = next((i for i in range(begin, end + 1) if parse.lower[i] in _RELATIVE and i > begin), None)
    return relative is None or any(i < relative for i in finite) or len(finite) > 1


def _is_bare(parse: Parse, i: int, begin: int) -> bool:
    """Whether a verb that the tagger takes for an infinitive is a present: *operators go on strike*."""
    if parse.tag[i] != "VB" or i == begin:
        return False
    return all(parse.tag[k] not in ("TO", "MD") and lemma_of(parse.lower[k]) != "do" for k in range(max(begin, i - 4), i))


def tail_of(parse: Parse, verb: int, lemma: str, stop: int) -> tuple[int, int | None] | None:
    """Last token of what follows the verb and belongs to it, and where the words go on; None where it is no closing."""
    i = verb + 1
    if i > stop:
        return verb, None
    if not _may_follow(parse, i, lemma, stop):
        return None
    relative = False
    while i <= stop:
        word, tag = parse.lower[i], parse.tag[i]
        granted = parse.lower[i - 1] == "condition"  # "told us on condition that he not be named"
        if parse.word[i] in (*QUOTES, ":") or (word == "that" and tag == "IN" and not granted):
            return None
        if word in _RELATIVE or (word in _ASIDE and i > verb + 1):
            relative = True
        elif (tag in FINITE or (tag == "VB" and parse.tag[i - 1] == "TO")) and not relative:
            return None
        elif parse.word[i] in PAUSES and i < stop:
            k = i + 1
            if parse.word[k] in QUOTES:
                return None
            if parse.lower[k] in ("and", "but", "or") and k < stop:
                k += 1
            if parse.tag[k] in FINITE or (parse.tag[k] == "RB" and k < stop and parse.tag[k + 1] in FINITE):
                return i - 1, i + 1
            if parse.word[i] == ";" or _starts_clause(parse, i + 1, stop):
                return i - 1, None
            relative = False
        i += 1
    return stop, None


def _may_follow(parse: Parse, i: int, lemma: str, stop: int) -> bool:
    """Whether the word behind a verb of reporting can begin who is told, when, where or how, and nothing that is told."""
    word, tag = parse.lower[i], parse.tag[i]
    if lemma in inward() and word not in (*PAUSES, "from"):
        return False
    if word == "that":
        return tag == "WDT" and i < stop and (parse.tag[i + 1] in FINITE or parse.lower[i + 1] in HAVE | BE)
    if word == "to":
        return i < stop and parse.tag[i + 1] not in ("VB", "RB")
    if word in ("if", "whether", "why", "how", "what", "who", "so", "there", "no", "not", "nothing", "by"):
        return False
    if tag in ("DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD"):
        heard = lemma in hearing() and word not in ("it", "he", "she", "they", "i", "we")
        bare = word in ("this", "last") and not (i < stop and parse.tag[i + 1][:2] == "NN")
        return heard or (word in TIMES and not bare)
    return tag not in ("VB", "VBD", "VBZ", "VBP", "MD") and (word not in _ABOUT or lemma == "say")


def _starts_clause(parse: Parse, low: int, stop: int) -> bool:
    """Whether a clause with its own subject, or a participle, begins here: what the outlet tells besides."""
    return parse.tag[low] in ("VBG", "CC", "IN", "WRB", "WP", "WDT", "RB") or any(
        parse.tag[i] in FINITE for i in range(low, min(low + _NEAR, stop + 1))
    )
