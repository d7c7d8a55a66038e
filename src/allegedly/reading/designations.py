"""Designations: the words that evaluate or are contested, wherever an article uses one as a label.

Found are the words of ``vocabulary/labels.tsv`` as nouns with their modifiers, as adjectives by what they qualify, as
predicates and in acts of naming (*called it "…"*), names in scare quotes, and what follows *so-called* and its like. Offices and
nationalities are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.reading import lexicons
from allegedly.reading.ground import Ground
from allegedly.reading.mentions import left_edge
from allegedly.reading.parse import Parse
from allegedly.reading.quotations import Quotation
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows

_CHARGES = frozenset(
    {
        "count",
        "charge",
        "conviction",
        "indictment",
        "offence",
        "offense",
        "accused",
        "convicted",
        "charged",
        "guilty",
        "acquitted",
    }
)
_COUNTS = frozenset({"numerous", "several", "many", "few", "more", "most", "other", "various", "multiple", "some"})
"""Adjectives that count and do not call anybody anything."""
_LONGEST_SCARE = 5
_LONGEST_MODIFIER = 8
_DEFAULT = 0.6


_NAMED = Ground("label named")


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    use: str
    reason: str


@dataclass(slots=True)
class Designation:
    """Tokens ``first`` to ``last`` inclusive that call somebody or something so, and the head among them."""

    first: int
    last: int
    head: int
    naming: int | None = None
    """The verb of naming, where the label is given by one."""
    confidence: float = _DEFAULT
    why: Ground = _NAMED
    """Why it is one."""


@cache
def _words() -> dict[tuple[str, ...], _Word]:
    """The vocabulary by its words, in the singular and lower case."""
    return {
        tuple(r["words"].lower().split()): _Word(r["kind"], r["use"], r["reason"]) for r in rows("labels") if r["use"] != "naming"
    }


@cache
def distancing() -> frozenset[str]:
    """Words that say that the name after them is not the speaker's own (*so-called*), with hyphens apart too."""
    words = {r["words"].lower() for r in rows("labels") if r["kind"] == "distances"}
    return frozenset(words | {word.replace("-", " ") for word in words})


@cache
def naming_verbs() -> frozenset[str]:
    """All forms of the verbs that give names."""
    return frozenset(form for r in rows("labels") if r["use"] == "naming" for form in lexicons.verb_forms(r["words"]))


def designations(parse: Parse, quotations: list[Quotation], attributions: Sequence[Attribution]) -> list[Designation]:
    """The labels' tokens in reading order; of those that overlap the surest."""
    finds = [*_named(parse), *_known(parse), *_scared(parse, quotations, attributions)]
    finds.sort(key=lambda f: (-f.confidence, f.first, -f.last))
    taken = [False] * len(parse)
    kept = []
    for find in finds:
        if not any(taken[find.first : find.last + 1]):
            for i in range(find.first, find.last + 1):
                taken[i] = True
            kept.append(find)
    return sorted(kept, key=lambda f: f.first)


def _grow(parse: Parse, first: int, last: int) -> int:
    """First token of the label with the modifiers that belong to it: *a **multi-million** scandal* without articles or names."""
    begin = first
    for child in reversed(parse.children[last]):
        if child >= begin:
            continue
        whole = parse.left[child]
        if (
            parse.dep[child] not in ("amod", "compound", "nmod", "advmod")
            or parse.right[child] < begin - 1
            or parse.lower[child] in _COUNTS
            or any(parse.word[i] in '"“”' for i in range(whole, begin))
            or begin - whole > _LONGEST_MODIFIER
        ):
            break
        begin = whole
    return begin


def _known(parse: Parse) -> list[Designation]:
    """Words of the vocabulary, with what modifies them."""
    table = _words()
    longest = max((len(k) for k in table), default=1)
    finds = []
    lemmas = [lexicons.singular(w) if t in ("NNS", "NNPS") else w for w, t in zip(parse.lower, parse.tag, strict=True)]
    starts = {k[0] for k in table}
    joined = _hyphenated(parse)
    n = len(parse)
    i = 0
    while i < n:
        glued = joined.get(i)
        if glued is not None and (glued[1],) in table:
            row = table[(glued[1],)]
            found = _judge(parse, i, glued[0], row)
            if found is not None:
                finds.append(found)
                found.why = Ground("label word", (parse.span(i, glued[0]),), (row.reason,))
            i = glued[0] + 1
            continue
        if lemmas[i] not in starts:
            i += 1
            continue
        for size in range(min(longest, n - i), 0, -1):
            entry = table.get(tuple(lemmas[i : i + size]))
            if entry is not None:
                found = _judge(parse, i, i + size - 1, entry)
                if found is not None:
                    finds.append(found)
                    found.why = Ground("label word", (parse.span(i, i + size - 1),), (entry.reason,))
                i += size - 1
                break
        i += 1
    return finds


def _hyphenated(parse: Parse) -> dict[int, tuple[int, str]]:
    """Words that the tokeniser cut at hyphens: first token → (last token, the whole in lower case)."""
    found = {}
    for i in range(len(parse) - 2):
        if parse.word[i + 1] == "-" and parse.end[i] == parse.start[i + 1] and parse.end[i + 1] == parse.start[i + 2]:
            found[i] = (i + 2, lexicons.singular(f"{parse.lower[i]}-{parse.lower[i + 2]}"))
    return found


def _judge(parse: Parse, first: int, last: int, row: _Word) -> Designation | None:
    """Whether a word of the vocabulary is used as a label here."""
    head = parse.head_of(first, last)
    tag, dep = parse.tag[head], parse.dep[head]
    naming = _naming(parse, head)
    above = parse.head[head]
    if dep in ("compound", "nmod", "amod") and above > head and parse.tag[above] in ("NNP", "NNPS") and tag in ("NNP", "NNPS"):
        return None  # part of a proper name: "Communist Party"
    if naming is None and _is_charge(parse, head):
        return None
    if row.use == "adjective":
        return _adjective(parse, first, last, head, row)
    if row.use == "predicate":
        return _predicate(parse, first, last, head)
    if tag[:2] not in ("NN", "JJ"):
        return None
    if row.use == "definite" and naming is None and not _taken_up(parse, head):
        return None
    if row.use == "predicated" and naming is None and not _said_of(parse, head):
        return None
    begin = _grow(parse, first, last) if tag[:2] == "NN" else first
    return Designation(begin, last, head, naming, 0.7)


def _taken_up(parse: Parse, noun: int) -> bool:
    """Whether the noun takes up what was spoken of: *the victim* (but not *the victim of a theft*)."""
    if parse.dep[noun] == "compound" and parse.tag[parse.head[noun]] in ("NNP", "NNPS"):
        return True
    after = noun + 1
    followed = after < len(parse) and parse.lower[after] in ("of", "in", "on")
    return (
        noun > 0
        and parse.lower[noun - 1] in ("the", "this", "that")
        and not followed
        and parse.dep[noun] not in ("compound", "appos")
    )


def _said_of(parse: Parse, noun: int) -> bool:
    """Whether the noun is a predicate: *remain a threat*."""
    if parse.dep[noun] not in ("attr", "oprd"):
        return False
    subject = parse.child(parse.head[noun], "nsubj")
    return subject is not None and parse.lower[subject] != "there" and parse.child(parse.head[noun], "expl") is None


def _is_charge(parse: Parse, head: int) -> bool:
    """Whether the word names a charge in law: *two counts of murder*, *murder charges*."""
    token = head
    for _ in range(5):
        above = parse.head[token]
        if above == token:
            return False
        if lexicons.singular(parse.lower[above]) in _CHARGES or parse.lower[above] in _CHARGES:
            return True
        if parse.dep[token] not in ("pobj", "prep", "conj", "compound", "nmod", "amod", "dobj"):
            return False
        token = above
    return False


def _adjective(parse: Parse, first: int, last: int, head: int, row: _Word) -> Designation | None:
    dep, tag = parse.dep[head], parse.tag[head]
    before_noun = dep in ("amod", "compound", "nmod", "npadvmod", "advmod") and parse.head[head] > head
    if row.kind == "distances":
        noun = parse.head[head]
        if not before_noun or tag == "VBD" or parse.tag[noun][:2] != "NN" or noun - last > 4:
            return None
        return Designation(first, noun, noun, None, 0.6)
    if not before_noun and dep not in ("acomp", "attr", "oprd", "pobj", "poss", "conj", "dep", "ROOT", "dobj", "nsubj"):
        return None
    noun = parse.head[head] if before_noun else head
    end = noun if last < noun <= last + 3 and parse.tag[noun] not in ("NNP", "NNPS") else last
    return Designation(first, end, noun if end == noun else head, _naming(parse, noun), 0.7)


def _predicate(parse: Parse, first: int, last: int, head: int) -> Designation | None:
    dep, tag = parse.dep[head], parse.tag[head]
    if tag[:2] not in ("JJ", "VB", "NN"):
        return None
    if dep == "amod" and parse.head[head] > head:
        noun = parse.head[head]
        return (
            Designation(first, noun, noun, _naming(parse, noun), 0.5)
            if noun - last <= 2 and parse.tag[noun][:2] == "NN"
            else None
        )
    if dep not in ("acomp", "oprd", "attr"):
        return None
    return Designation(first, last, head, _naming(parse, head), 0.5)


def _naming(parse: Parse, head: int) -> int | None:
    """The verb of naming over the label's head: *calls it a …*, *dismissed as …*, *considers them …*."""
    token = head
    for _ in range(4):
        above = parse.head[token]
        if above == token:
            return None
        if (
            parse.lower[above] in naming_verbs()
            and parse.tag[above][:2] == "VB"
            and parse.dep[token]
            in (
                "oprd",
                "ccomp",
                "prep",
                "xcomp",
                "attr",
                "dobj",
                "advcl",
                "acomp",
            )
        ):
            if parse.dep[token] == "prep" and parse.lower[token] not in ("as", "of"):
                return None
            return above
        if parse.dep[token] not in ("pobj", "prep", "conj", "attr", "acomp", "oprd", "dobj", "ccomp", "amod"):
            return None
        token = above
    return None


def _named(parse: Parse) -> list[Designation]:
    """What verbs of naming give, whatever its words: *called it "an act of war"*, *consider Hamas a terror organization*."""
    finds = []
    for verb in range(len(parse)):
        if parse.lower[verb] not in naming_verbs() or parse.tag[verb][:2] != "VB":
            continue
        for child in parse.children[verb]:
            if child < verb:
                continue
            target = None
            if parse.dep[child] == "oprd":
                target = child
            elif parse.dep[child] == "prep" and parse.lower[child] == "as":
                target = next((c for c in parse.children[child] if parse.tag[c][:2] in ("NN", "JJ")), None)
            elif (
                parse.dep[child] in ("ccomp", "xcomp")
                and parse.child(child, "nsubj") is not None
                and parse.tag[child][:2] in ("NN", "JJ")
            ):
                target = child
            elif parse.dep[child] == "conj" and parse.tag[child] in ("NN", "NNS") and _but(parse, verb, child):
                target = child  # "does not consider it a sect but a party"
            if target is not None and parse.tag[target] not in ("VBG", "NNP", "CD", "VB"):
                finds.extend(_predicates(parse, verb, target))
    return finds


def _but(parse: Parse, verb: int, noun: int) -> bool:
    """Whether *but* sets the noun against what the verb named before it."""
    return any(parse.lower[c] == "but" for c in parse.children[verb] if verb < c < noun)


def _predicates(parse: Parse, verb: int, target: int) -> list[Designation]:
    finds = []
    current: int | None = target
    for _ in range(3):
        if current is None:
            break
        first = left_edge(parse, current)
        while (
            first < current
            and parse.dep[first] in ("det", "punct", "neg", "advmod", "cc", "preconj")
            and not (parse.dep[first] == "advmod" and parse.head[first] != current)
        ):
            first += 1
        last = current
        prep = parse.child(current, "prep")
        if prep is not None and prep == current + 1 and parse.lower[prep] == "of" and parse.right[prep] - current <= 5:
            last = parse.right[prep]
        if parse.word[last] in '"“”.,':
            last -= 1
        finds.append(Designation(first, max(first, last), current, verb, 0.75, Ground("label named", (verb,))))
        current = parse.child(current, "conj")
    return finds


def _scared(parse: Parse, quotations: list[Quotation], attributions: Sequence[Attribution]) -> list[Designation]:
    """Short quotations that name or qualify something: scare quotes."""
    finds = []
    whole = {span for a in attributions for span in a.content}
    starts = {span[0] for span in whole}
    for quotation in quotations:
        if quotation.words > _LONGEST_SCARE or not quotation.closed:
            continue
        tokens = [t for t in parse.tokens(quotation.span) if parse.word[t][0].isalnum()]
        if not tokens:
            continue
        first, last = tokens[0], tokens[-1]
        head = parse.head_of(first, last)
        if parse.tag[head][:2] not in ("NN", "JJ") or parse.tag[head] in ("NNP", "NNPS"):
            continue
        if parse.dep[head] not in ("amod", "nmod", "compound") or parse.head[head] <= last:
            continue  # a noun of its own in quotation marks is as often a term, a title or somebody's words
        if any(parse.lower[i] == "no" for i in range(max(0, first - 2), first)):
            continue
        if parse.tag[first] in ("PRP", "IN", "TO", "CC", "RB", "PRP$", "WP", "UH") or any(parse.tag[t] == "VBD" for t in tokens):
            continue
        if quotation.start in starts and parse.dep[head] in ("ROOT", "ccomp"):
            continue
        if parse.tag[first] == "DT":
            if first == last:
                continue
            first += 1
        finds.append(Designation(first, last, head, _naming(parse, head), 0.65, Ground("scare quotes", (quotation.span,))))
    return finds
