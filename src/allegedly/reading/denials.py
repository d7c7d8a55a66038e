"""What the words themselves do to what others have said: turn it down, leave it open, or doubt it.

A denial needs no verb of denying: *there is no truth in it*, *we had nothing to do with it*, *the report is fake*, *he is lying*.
The words that do it are a table (``vocabulary/rejections.tsv``); here is how they have to stand together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from allegedly.model import Span, Stance
from allegedly.reading import lexicons
from allegedly.reading.clauses import NO, negated, roots
from allegedly.reading.cues import denials, family_of, rejections
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse

_POINTING = ("this", "that", "it", "they", "these", "those", "which", "all", "none", "everything")
_SELF = ("i", "we", "he", "she", "it", "they")
_THIRD = (*_SELF, "his", "her", "its", "their", "my", "our")
_FINITE = ("VBD", "VBZ", "VBP")
_LATER = ("will", "would", "shall", "should", "must", "'ll", "’ll")
_LONGEST = 300
"""Tokens of a piece of content that are looked at."""
_REACH = 14
"""Words of a predicate that are looked at (*nothing more than a hoax*)."""
_CLAIMED = 60
"""Words of content among which the claim stands that is called false."""
_FRONT = 8
_DEEPEST = 3
_PLACES = frozenset("in on at under near beside off between along behind across beneath outside within beyond".split())
_NEAR = 4
"""Words after *made* within which *up* stands."""


def by_content(parse: Parse, content: list[Span], *, names: bool) -> Stance:
    """The stance that the main clauses of the content take to what others say.

    Args:
        parse: The article's parse.
        content: The pieces of what is said.
        names: Whether the words are what somebody calls something (*called the claim absurd*).
    """
    pieces = [list(parse.tokens(span))[:_LONGEST] for span in content]
    tokens = [t for piece in pieces for t in piece]
    if not tokens:
        return "affirms"
    for root in roots(parse, content):
        for clause in _clauses(parse, root):
            stance = _of_clause(parse, clause)
            if stance != "affirms":
                return stance
        if parse.tag[root][:2] == "NN" and (_nothing_of(parse, root) or parse.lower[root] in rejections("innocence")):
            return "denies"
    if any(_has_phrase(parse, piece) for piece in pieces):
        return "denies"
    if names and _calls_false(parse, tokens):
        return "denies"
    bare = " ".join(parse.lower[t] for t in tokens[:4] if parse.word[t][0].isalnum())
    return "neutral" if bare == "no comment" else "affirms"


def protests(parse: Parse, content: list[Span], lemma: str) -> bool:
    """Whether a cue of insisting stands over a negative clause about what is or was (*insisted that he had not*).

    *That no order was given* negates nothing by itself: it denies where it answers somebody (:func:`answers.settle`).
    """
    root = next(roots(parse, content), None)
    if root is None or parse.tag[root][:2] not in ("VB", "MD") or not negated(parse, root):
        return False
    if any(parse.lower[c] in _LATER for c in parse.children[root] if parse.dep[c] == "aux"):
        return False
    subject = parse.child(root, "nsubj", "nsubjpass")
    nothing = subject is not None and any(parse.lower[c] == "no" for c in parse.children[subject])
    if lemma in rejections("protest"):
        return not nothing
    own = subject is not None and (
        (parse.lower[subject] in _SELF and parse.lower[subject] != "it")
        or any(parse.lower[c] in _THIRD for c in parse.children[subject] if parse.dep[c] == "poss")
    )
    past = parse.tag[root] in ("VBD", "VBN") or any(parse.tag[c] == "VBD" for c in parse.children[root] if parse.dep[c] == "aux")
    return own and past and lemma in rejections("defend")


def mocks(parse: Parse, content: list[Span], cue: list[Span]) -> bool:
    """Whether what is mocked is a claim, or somebody for making one (*ridiculed him for claiming*)."""
    named = [*roots(parse, content), *(t for span in cue for t in parse.tokens(span))]
    if any(parse.tag[t][:2] == "NN" and is_claim(parse, t) for t in named):
        return True
    tokens = [t for span in content for t in parse.tokens(span)[:_CLAIMED]]
    return any(
        parse.lower[a] in ("for", "of") and parse.tag[b] == "VBG" and lemma_of(parse.lower[b]) in rejections("making")
        for a, b in pairwise(tokens)
    )


def withholds(parse: Parse, content: list[Span]) -> bool:
    """Whether what is denied is something to be given or somebody (*denied them bail*, *dismissed the general*)."""
    root = next(roots(parse, content), None)
    if root is None or parse.tag[root][:2] != "NN" or is_claim(parse, root):
        return False
    if parse.lower[root] in rejections("given"):
        return True
    sort = lexicons.sorts().get(lexicons.singular(parse.lower[root]))
    return sort is not None and sort.kind in ("person", "group")


def other_account(parse: Parse, content: list[Span], cue: list[Span]) -> bool:
    """Whether the words around, or a sentence before, say that it is another account (*gave a different version of events*)."""
    first = parse.token_at(content[0][0])
    numbers = {parse.sentence[first], max(0, parse.sentence[first] - 1), *(parse.sentence[parse.token_at(a)] for a, _ in cue[:1])}
    for number in sorted(numbers):
        low, high = parse.sentences[number]
        for token in range(low, min(high, low + _LONGEST)):
            word, after = parse.lower[token], parse.lower[token + 1] if token + 1 < len(parse) else ""
            if word in rejections("different") and lemma_of(after) in rejections("version") and _given(parse, token + 1):
                return True
            if word == "contrary" and after == "to" and number == parse.sentence[first]:
                return True
    return False


def _given(parse: Parse, noun: int) -> bool:
    """Whether it is given, so that it is an account and no idiom (*the second half was a different story*)."""
    return parse.dep[noun] == "dobj" and lemma_of(parse.lower[parse.head[noun]]) in rejections("giving")


def is_claim(parse: Parse, noun: int) -> bool:
    """Whether the noun names what others have said, or what is only alleged to be."""
    if lemma_of(parse.lower[noun]) in rejections("claim"):
        return True
    return any(parse.dep[c] == "amod" and parse.lower[c] in rejections("alleged") for c in parse.children[noun])


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases that turn something down wherever they stand, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(rejections("phrase")):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(more) for first, more in found.items()}


def _has_phrase(parse: Parse, tokens: list[int]) -> bool:
    if not tokens:
        return False
    end = tokens[-1] + 1
    return any(
        tuple(parse.lower[t : min(end, t + len(words))]) == words for t in tokens for words in _phrases().get(parse.lower[t], ())
    )


def _clauses(parse: Parse, root: int) -> Iterator[int]:
    """A main clause, what stands beside it, and what its voice only thinks or shows (*I think …*, *you'll see that …*)."""
    stack = [(root, 0)]
    while stack:
        clause, depth = stack.pop(0)
        yield clause
        if depth >= _DEEPEST:
            continue
        subject = parse.child(clause, "nsubj")
        lemma = lemma_of(parse.lower[clause])
        if subject is not None and not negated(parse, clause):
            own = parse.lower[subject] in _SELF and family_of(lemma) == "belief" and lemma not in rejections("wish")
            if own or (parse.lower[subject] == "you" and lemma in ("see", "know", "find")):
                stack += [(c, depth + 1) for c in parse.children[clause] if parse.dep[c] == "ccomp"]
        stack += [(c, depth + 1) for c in parse.children[clause] if parse.dep[c] == "parataxis" and c < clause]


def _of_clause(parse: Parse, root: int) -> Stance:
    """The stance of one main clause."""
    if _turns_down(parse, root) or _finds_nothing(parse, root):
        # "this was likely a hoax"
        near = range(max(0, root - 2), min(parse.right[root], root + _REACH) + 1)
        hedged = any(parse.lower[t] in rejections("hedge") and parse.tag[t] in ("RB", "MD", "JJ") for t in near)
        return "doubts" if hedged else "denies"
    if _says_nothing(parse, root):
        return "neutral"
    lemma = lemma_of(parse.lower[root])
    if lemma in ("be", "remain", "seem") and not negated(parse, root):
        said = [c for c in parse.children[root] if parse.dep[c] in ("acomp", "attr")]
        if any(lemma_of(parse.lower[c]) in rejections("unsure") for c in said):
            return "doubts"
        for c in said:
            inner = parse.child(c, "xcomp")
            if parse.lower[c] == "unable" and inner is not None and lemma_of(parse.lower[inner]) in ("confirm", "verify"):
                thing = parse.child(inner, "dobj")
                return "doubts" if thing is not None and is_claim(parse, thing) else "neutral"
    return "affirms"


def _turns_down(parse: Parse, root: int) -> bool:
    """Whether a clause rejects a claim (*We reject all claims*) or calls one false (*the reports are baseless*)."""
    lemma = lemma_of(parse.lower[root])
    subject = parse.child(root, "nsubj", "nsubjpass", "expl", "csubj")
    about = subject is not None and (parse.lower[subject] in _POINTING or is_claim(parse, subject))
    if negated(parse, root):
        return _is_not(parse, root, lemma, subject, about=about)
    if lemma in denials() and parse.tag[root][:2] == "VB":
        thing = parse.child(root, "dobj", "nsubjpass", "ccomp")
        # "suggesting that they knew belies a lack of understanding"
        first = parse.left[subject] if subject is not None and parse.dep[subject] == "csubj" else None
        said = first is not None and lemma_of(parse.lower[first]) in rejections("making")
        return said or (
            thing is not None and (is_claim(parse, thing) or parse.dep[thing] == "ccomp" or parse.lower[thing] in _POINTING)
        )
    if subject is None:
        return False
    if lemma in rejections("lying") or (lemma == "make" and "up" in parse.lower[root + 1 : root + _NEAR]):
        return _lies(parse, root, lemma, claim=is_claim(parse, subject))
    if lemma != "be" or not about:
        return False
    for c in parse.children[root]:
        if parse.dep[c] == "prep" and parse.lower[c] == "without":
            thing = parse.child(c, "pobj")
            if thing is not None and lemma_of(parse.lower[thing]) in rejections("absent"):
                return True
        if parse.dep[c] in ("acomp", "attr") and _false(parse, root, c):
            # "It's ridiculous" may be said of anything, "It's a lie" only of words.
            return is_claim(parse, subject) or lemma_of(parse.lower[c]) not in rejections("mad")
    return False


def _false(parse: Parse, root: int, predicate: int) -> bool:
    """Whether the words of a predicate call something false."""
    for t in range(predicate, min(parse.right[predicate], predicate + _REACH) + 1):
        if parse.lower[t] not in rejections("false") and lemma_of(parse.lower[t]) not in rejections("false"):
            continue
        if parse.lower[t] != "impossible":
            return True
        # "It is impossible to cross" says what cannot be done, "for him to have been there" what cannot be so.
        below = [c for c in (*parse.children[root], *parse.children[t]) if parse.dep[c] in ("xcomp", "advcl", "ccomp")]
        if not below or any(parse.lower[k] == "have" for c in below for k in parse.children[c]):
            return True
    return False


def _lies(parse: Parse, root: int, lemma: str, *, claim: bool) -> bool:
    """Whether somebody is said to be telling untruths now, or to have made up what was told."""
    if claim:
        return True
    if lemma == "lie":
        return parse.tag[root] in ("VBG", "VBP", "VBZ") and not _lies_there(parse, root)
    thing = parse.child(root, "dobj")
    return thing is not None and lemma in rejections("inventing") and (parse.lower[thing] in _POINTING or is_claim(parse, thing))


def _lies_there(parse: Parse, root: int) -> bool:
    """Whether something lies somewhere: *was lying in the street*, *the islands lie off the coast*."""
    return any(
        (parse.dep[c] == "prep" and parse.lower[c] in _PLACES)
        or parse.dep[c] in ("prt", "acomp", "oprd")
        or parse.lower[c] in ("down", "there", "here", "dead", "flat")
        for c in parse.children[root]
    )


def _is_not(parse: Parse, root: int, lemma: str, subject: int | None, *, about: bool) -> bool:
    """What a negated clause turns down: that it is true, that it happened, that one is behind it, or a claim."""
    predicates = [c for c in parse.children[root] if parse.dep[c] in ("acomp", "attr", "prep", "ccomp", "advmod")]
    # "no other car was involved" frees nobody of a charge.
    freed = any(parse.dep[c] == "neg" or parse.lower[c] == "never" for c in parse.children[root])
    if lemma == "be":
        if freed and any(parse.lower[c] in rejections("guilt") for c in predicates):
            return True
        if about and any(parse.lower[c] in rejections("true") for c in predicates):
            return True
        if about and any(parse.dep[c] in ("ccomp", "attr") and parse.lower[parse.left[c]] == "what" for c in predicates):
            return True
    if freed and parse.lower[root] in rejections("guilt"):
        return True
    if any(parse.lower[k] == "such" for c in (parse.child(root, "dobj"), subject) if c is not None for k in parse.children[c]):
        return True
    if lemma in rejections("describing") and parse.tag[root] == "VBN" and any(parse.tag[c] == "MD" for c in parse.children[root]):
        return True
    if about and lemma in ("happen", "occur"):
        return True
    thing = parse.child(root, "dobj")
    if thing is not None and subject is not None and parse.lower[subject] in _SELF:
        pointing = parse.lower[thing] in _POINTING
        if lemma == "do" and pointing:
            return True
        if lemma in rejections("granting") and (pointing or is_claim(parse, thing)):
            return True
        if lemma in rejections("meeting") and lemma_of(parse.lower[thing]) in rejections("demand"):
            return True
    # "These statements cannot have any grounds": but a report that "did not say" keeps silent.
    saying = family_of(lemma) == "statement" and lemma != "be"
    return subject is not None and not saying and parse.tag[subject][:2] == "NN" and is_claim(parse, subject) and lemma != "have"


def _finds_nothing(parse: Parse, root: int) -> bool:
    """Whether a clause is *there is no evidence*, *the story has no basis*, *cannot have any grounds*."""
    lemma = lemma_of(parse.lower[root])
    if lemma == "be" and parse.child(root, "expl") is not None:
        thing = parse.child(root, "attr", "nsubj", "dobj")
    elif lemma in ("have", "see", "find"):
        thing = parse.child(root, "dobj")
    else:
        return False
    if thing is None:
        return False
    return _nothing_of(parse, thing) or (negated(parse, root) and _absent(parse, thing))


def _nothing_of(parse: Parse, noun: int) -> bool:
    """Whether the noun stands for truth or grounds of which there is none: *no truth*, *no shred of evidence*."""
    return _absent(parse, noun) and any(parse.lower[c] in NO for c in parse.children[noun])


def _absent(parse: Parse, noun: int) -> bool:
    if lemma_of(parse.lower[noun]) in rejections("absent"):
        return True
    of = next((c for c in parse.children[noun] if parse.dep[c] == "prep" and parse.lower[c] == "of"), None)
    inner = parse.child(of, "pobj") if of is not None else None
    return inner is not None and parse.lower[noun] in rejections("scrap") and lemma_of(parse.lower[inner]) in rejections("absent")


def _says_nothing(parse: Parse, root: int) -> bool:
    """Whether a clause is *has no recollection*, *had no comment*, *we will not discuss it*, *could neither confirm nor deny*."""
    lemma = lemma_of(parse.lower[root])
    subject = parse.child(root, "nsubj")
    if negated(parse, root) and subject is not None and parse.lower[subject] in _SELF:
        inner = parse.child(root, "xcomp")
        return lemma in rejections("withheld") or (inner is not None and lemma_of(parse.lower[inner]) in rejections("withheld"))
    if lemma == "be" and any(parse.lower[c] == "unaware" for c in parse.children[root]):
        return True
    if lemma != "have":
        return False
    thing = parse.child(root, "dobj")
    return (
        thing is not None
        and lemma_of(parse.lower[thing]) in rejections("noncommittal")
        and any(parse.lower[k] == "no" for k in parse.children[thing])
    )


def _calls_false(parse: Parse, tokens: list[int]) -> bool:
    """Whether words call a claim, or what *it* stands for, false: *the report misleading*, *it "a wicked rumour"*."""
    claim = any(is_claim(parse, t) for t in tokens[:_FRONT] if parse.tag[t][:2] == "NN")
    words = rejections("false") if claim else rejections("false") - rejections("mad")
    about = claim or parse.lower[tokens[0]] in _POINTING
    return about and any(parse.lower[t] in words for t in tokens[:_CLAIMED])
