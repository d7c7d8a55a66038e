"""Mistakes of the parser that it makes again and again where names, titles and commas stand close, put right.

What is mended is what the order of words leaves no doubt about; everything that reads a parse then finds the grammar where it
looks for it:

- a *closing* (:mod:`allegedly.reading.closings`): its verb is the main verb, what it closes depends on it;
- a name whose words hang one by one on a verb, as names with hyphens do: they are one;
- a verb with two subjects, the second straight behind the first: *A sample of the runner Ada Lind contained …*; the second is
  a name put beside the noun before it;
- a noun as main word with a verb below it as if in a relative clause: *The lawyer of the poet Ada Lind tells the paper that …*.
"""

from __future__ import annotations

from allegedly.reading.closing_words import reporting
from allegedly.reading.closings import Closing, closings
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Name, Parse, retree

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NEAR = 8
_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_RELATIVES = ("WP", "WDT", "WRB", "WP$")


def mended(parse: Parse) -> Parse:
    """The parse, mended in place."""
    changed = [_torn(parse, name) for name in parse.names]
    if any(changed):
        retree(parse)
    changed = [_two_subjects(parse, verb) or _headless(parse, verb) for verb in range(len(parse)) if _is_verb(parse, verb)]
    if any(changed):
        retree(parse)
    changed = [_cited_ahead(parse, token) for token in range(2, len(parse)) if parse.tag[token] == "VBG"]
    if any(changed):
        retree(parse)
    found = [_closed(parse, closing) for closing in list(closings(parse))]
    if any(found):
        retree(parse)
    return parse


def _is_verb(parse: Parse, token: int) -> bool:
    return parse.tag[token] in _FINITE or parse.tag[token] == "VBN"


def _torn(parse: Parse, name: Name) -> bool:
    """Put a name together whose words the parser hangs one by one on the same verb, and the article before it to it."""
    tops = [t for t in range(name.first, name.last + 1) if not name.first <= parse.head[t] <= name.last]
    if len(tops) < 2 or len({parse.head[t] for t in tops}) > 1 or parse.tag[parse.head[tops[0]]][:2] != "VB":
        return False
    head, verb = tops[-1], parse.head[tops[0]]
    for t in tops[:-1]:
        parse.head[t], parse.dep[t] = head, "compound"
    before = name.first - 1
    while before > 0 and parse.tag[before] in ("DT", "JJ", "NN", "PRP$") and parse.head[before] in (verb, *tops):
        parse.head[before] = head
        before -= 1
    return True


def _two_subjects(parse: Parse, verb: int) -> bool:
    subjects = [c for c in parse.children[verb] if parse.dep[c] in _SUBJECTS and c < verb]
    if len(subjects) != 2:
        return False
    first, second = subjects
    if parse.right[first] + 1 != parse.left[second] or parse.tag[second] not in ("NNP", "NNPS"):
        return False
    _beside(parse, second)
    return True


def _headless(parse: Parse, verb: int) -> bool:
    noun = parse.head[verb]
    if parse.dep[verb] not in ("relcl", "acl") or noun >= verb or parse.head[noun] != noun or parse.tag[noun] not in _NOUNS:
        return False
    subject = next((c for c in parse.children[verb] if parse.dep[c] in _SUBJECTS and c < verb), None)
    if subject is None or parse.tag[subject] not in ("NNP", "NNPS") or parse.tag[verb] == "VBN":
        return False
    begin = parse.left[subject]
    first = parse.sentences[parse.sentence[verb]][0]
    if parse.tag[begin - 1] not in _NOUNS or any(parse.tag[t] in (*_RELATIVES, *_FINITE) for t in range(first, begin)):
        return False
    _beside(parse, subject)
    for c in parse.children[noun]:
        if c > verb:
            parse.head[c] = verb
    parse.head[verb], parse.dep[verb] = verb, "ROOT"
    parse.head[noun], parse.dep[noun] = verb, "nsubj"
    return True


def _cited_ahead(parse: Parse, token: int) -> bool:
    """Hang *citing two officials* on the verb of reporting before it, and not on what is reported."""
    if lemma_of(parse.lower[token]) not in ("cite", "quote") or parse.word[token - 1] != "," or parse.head[token] < token:
        return False
    before = range(token - 2, max(token - _NEAR, 0), -1)
    verb = next((t for t in before if parse.tag[t] in _FINITE and lemma_of(parse.lower[t]) in reporting()), None)
    if verb is None or parse.sentence[verb] != parse.sentence[token] or parse.head[verb] == token:
        return False
    parse.head[token], parse.dep[token] = verb, "advcl"
    return True


def _beside(parse: Parse, name: int) -> None:
    """Put a name beside the noun straight before it."""
    noun = parse.left[name] - 1
    parse.head[name], parse.dep[name] = noun, "appos"


def _closed(parse: Parse, closing: Closing) -> bool:
    """Make the closing's verb the main one, with its source as subject; whether anything had to be done."""
    verb, head = closing.verb, closing.head
    if head is None or closing.source is None or closing.told is not None:
        return False
    begin, end = parse.sentences[parse.sentence[verb]]
    root = next((t for t in range(begin, end + 1) if parse.head[t] == t and parse.dep[t] == "ROOT"), None)
    if root is None:
        return False
    low, high = closing.source
    known = parse.head[head] == verb and parse.dep[head] == "nsubj"
    if not closing.whole or (known and (root == verb or parse.dep[verb] == "parataxis")):
        return False
    held = range(low, high + 1)
    first, last = closing.before
    said = root if first <= root <= last else _main(parse, first, last)
    if said is None:
        return False
    rest = range(closing.after[0], closing.after[1] + 1) if closing.after else range(0)
    for t in range(begin, end + 1):
        above = parse.head[t]
        if t in held:
            if t != head and above not in held:
                parse.head[t] = head
                if parse.dep[t] in ("ROOT", *_SUBJECTS):
                    parse.dep[t] = "appos"
        elif t == said or closing.group[0] <= t <= closing.group[1]:
            continue
        elif first <= t <= last:
            if not first <= above <= last or above == t:
                parse.head[t] = said
        elif t in rest:
            if above == verb or above in held:
                parse.head[t] = said
        elif above < closing.group[0] or above == t:
            parse.head[t] = verb
    parse.head[verb], parse.dep[verb] = verb, "ROOT"
    parse.head[said], parse.dep[said] = verb, "advcl" if closing.compares else "ccomp"
    parse.head[head], parse.dep[head] = verb, "nsubj"
    for t in range(closing.group[0], closing.group[1] + 1):
        if t != verb:
            parse.head[t] = verb
    if parse.tag[verb] in ("VBN", "NNS", "VB"):
        helped = any(parse.lower[t] in ("has", "have", "had", "'ve") for t in range(closing.group[0], verb))
        parse.tag[verb] = "VBN" if helped else "VBZ" if parse.lower[verb].endswith("s") else "VBD"
    return True


def _main(parse: Parse, first: int, last: int) -> int | None:
    """The word on which all the others of a stretch depend in the end, verbs before others."""
    tops = [t for t in range(first, last + 1) if not first <= parse.head[t] <= last and parse.dep[t] != "punct"]
    verbs = [t for t in tops if parse.tag[t][:2] == "VB"]
    return next(iter(verbs or tops), None)
