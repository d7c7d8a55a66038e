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
from allegedly.reading.ground import Ground
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse

_POINTING = ("this", "that", "it", "they", "these", "those", "which", "all", "none", "everything")
_SELF = ("i", "we", "he", "she", "it", "they")
_THIRD = (*_SELF, "his", "her", "its", "their", "my", "our")
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


def by_content(parse: Parse, content: list[Span], *, names: bool) -> tuple[Stance, Ground | None]:
    """The stance that the main clauses of the content take to what others say, and why where it turns them down.

    Args:
        parse: The article's parse.
        content: The pieces of what is said.
        names: Whether the words are what somebody calls something (*called the claim absurd*).
    """
    pieces = [list(parse.tokens(span))[:_LONGEST] for span in content]
    tokens = [t for piece in pieces for t in piece]
    if not tokens:
        return "affirms", None
    for root in roots(parse, content):
        for clause in _clauses(parse, root):
            stance, ground = _of_clause(parse, clause)
            if stance != "affirms":
                return stance, ground
        if parse.tag[root][:2] == "NN":
            if _nothing_of(parse, root):
                return "denies", Ground("there is none", (root,))
            if parse.lower[root] in rejections("innocence"):
                return "denies", Ground("innocence", (root,))
    said = next(filter(None, (_phrase_in(parse, piece) for piece in pieces)), None)
    if said is None and names:
        said = _calls_false(parse, tokens)
    if said is not None:
        return "denies", said
    bare = " ".join(parse.lower[t] for t in tokens[:4] if parse.word[t][0].isalnum())
    return ("neutral", Ground("no comment", (tokens[0],))) if bare == "no comment" else ("affirms", None)


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


def other_account(parse: Parse, content: list[Span], cue: list[Span]) -> Ground | None:
    """What around, or in the sentence before, says that it is another account (*gave a different version of events*)."""
    first = parse.token_at(content[0][0])
    numbers = {parse.sentence[first], max(0, parse.sentence[first] - 1), *(parse.sentence[parse.token_at(a)] for a, _ in cue[:1])}
    for number in sorted(numbers):
        low, high = parse.sentences[number]
        for token in range(low, min(high, low + _LONGEST)):
            word, after = parse.lower[token], parse.lower[token + 1] if token + 1 < len(parse) else ""
            if word in rejections("different") and lemma_of(after) in rejections("version") and _given(parse, token + 1):
                return Ground("other account", (parse.span(token, token + 1),))
            if word == "contrary" and after == "to" and number == parse.sentence[first]:
                return Ground("other account", (parse.span(token, token + 1),))
    return None


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


def _phrase_in(parse: Parse, tokens: list[int]) -> Ground | None:
    """The first phrase that turns something down."""
    end = tokens[-1] + 1 if tokens else 0
    for t in tokens:
        for words in _phrases().get(parse.lower[t], ()):
            if tuple(parse.lower[t : min(end, t + len(words))]) == words:
                return Ground("phrase", (parse.span(t, t + len(words) - 1),))
    return None


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


def _of_clause(parse: Parse, root: int) -> tuple[Stance, Ground | None]:
    """The stance of one main clause, and why."""
    ground = _turns_down(parse, root) or _finds_nothing(parse, root)
    if ground is not None:
        # "this was likely a hoax"
        near = range(max(0, root - 2), min(parse.right[root], root + _REACH) + 1)
        hedge = next((t for t in near if parse.lower[t] in rejections("hedge") and parse.tag[t] in ("RB", "MD", "JJ")), None)
        return ("denies", ground) if hedge is None else ("doubts", Ground("hedged", (hedge, *ground.at)))
    ground = _says_nothing(parse, root)
    if ground is not None:
        return "neutral", ground
    lemma = lemma_of(parse.lower[root])
    if lemma in ("be", "remain", "seem") and not negated(parse, root):
        said = [c for c in parse.children[root] if parse.dep[c] in ("acomp", "attr")]
        for c in said:
            if lemma_of(parse.lower[c]) in rejections("unsure"):
                return "doubts", Ground("unsure", (c,))
        for c in said:
            inner = parse.child(c, "xcomp")
            if parse.lower[c] == "unable" and inner is not None and lemma_of(parse.lower[inner]) in ("confirm", "verify"):
                thing = parse.child(inner, "dobj")
                claim = thing is not None and is_claim(parse, thing)
                return "doubts" if claim else "neutral", Ground("unable", (parse.span(c, max(c, inner)),))
    return "affirms", None


def _turns_down(parse: Parse, root: int) -> Ground | None:
    """What in a clause rejects a claim (*We reject all claims*) or calls one false (*the reports are baseless*)."""
    lemma = lemma_of(parse.lower[root])
    subject = parse.child(root, "nsubj", "nsubjpass", "expl", "csubj")
    about = subject is not None and (parse.lower[subject] in _POINTING or is_claim(parse, subject))
    if negated(parse, root):
        return _is_not(parse, root, lemma, subject, about=about)
    if lemma in denials() and parse.tag[root][:2] == "VB":
        thing = parse.child(root, "dobj", "nsubjpass", "ccomp")
        # "suggesting that they knew belies a lack of understanding"
        first = parse.left[subject] if subject is not None and parse.dep[subject] == "csubj" else None
        if first is not None and lemma_of(parse.lower[first]) in rejections("making"):
            return Ground("rejects", (root, first))
        if thing is None or not (is_claim(parse, thing) or parse.dep[thing] == "ccomp" or parse.lower[thing] in _POINTING):
            return None
        return Ground("rejects", (root, thing))
    if subject is None:
        return None
    if lemma in rejections("lying") or (lemma == "make" and "up" in parse.lower[root + 1 : root + _NEAR]):
        lies = _lies(parse, root, lemma, claim=is_claim(parse, subject))
        return Ground("lies", (root, subject)) if lies else None
    if lemma != "be" or not about:
        return None
    for c in parse.children[root]:
        if parse.dep[c] == "prep" and parse.lower[c] == "without":
            thing = parse.child(c, "pobj")
            if thing is not None and lemma_of(parse.lower[thing]) in rejections("absent"):
                return Ground("called false", (parse.span(c, max(c, thing)), subject))
        word = _false(parse, root, c) if parse.dep[c] in ("acomp", "attr") else None
        if word is not None:
            # "It's ridiculous" may be said of anything, "It's a lie" only of words.
            of_claim = is_claim(parse, subject) or lemma_of(parse.lower[c]) not in rejections("mad")
            return Ground("called false", (word, subject)) if of_claim else None
    return None


def _false(parse: Parse, root: int, predicate: int) -> int | None:
    """The word of a predicate that calls something false."""
    for t in range(predicate, min(parse.right[predicate], predicate + _REACH) + 1):
        if parse.lower[t] not in rejections("false") and lemma_of(parse.lower[t]) not in rejections("false"):
            continue
        if parse.lower[t] != "impossible":
            return t
        # "It is impossible to cross" says what cannot be done, "for him to have been there" what cannot be so.
        below = [c for c in (*parse.children[root], *parse.children[t]) if parse.dep[c] in ("xcomp", "advcl", "ccomp")]
        if not below or any(parse.lower[k] == "have" for c in below for k in parse.children[c]):
            return t
    return None


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


def _is_not(parse: Parse, root: int, lemma: str, subject: int | None, *, about: bool) -> Ground | None:
    """What a negated clause turns down: that it is true, that it happened, that one is behind it, or a claim."""
    predicates = [c for c in parse.children[root] if parse.dep[c] in ("acomp", "attr", "prep", "ccomp", "advmod")]
    # "no other car was involved" frees nobody of a charge.
    freed = any(parse.dep[c] == "neg" or parse.lower[c] == "never" for c in parse.children[root])
    if lemma == "be":
        for c in predicates:
            if freed and parse.lower[c] in rejections("guilt"):
                return Ground("not guilty", (root, c))
        for c in predicates if about else ():
            if parse.lower[c] in rejections("true"):
                return Ground("not true", (root, c))
            if parse.dep[c] in ("ccomp", "attr") and parse.lower[parse.left[c]] == "what":
                return Ground("not true", (root, c))
    if freed and parse.lower[root] in rejections("guilt"):
        return Ground("not guilty", (root,))
    for noun in (parse.child(root, "dobj"), subject):
        if noun is not None and any(parse.lower[k] == "such" for k in parse.children[noun]):
            return Ground("no such", (root, noun))
    if lemma in rejections("describing") and parse.tag[root] == "VBN" and any(parse.tag[c] == "MD" for c in parse.children[root]):
        return Ground("not to be called", (root,))
    if about and subject is not None and lemma in ("happen", "occur"):
        return Ground("not true", (root, subject))
    thing = parse.child(root, "dobj")
    if thing is not None and subject is not None and parse.lower[subject] in _SELF:
        pointing = parse.lower[thing] in _POINTING
        if lemma == "do" and pointing:
            return Ground("not done", (root, thing))
        if lemma in rejections("granting") and (pointing or is_claim(parse, thing)):
            return Ground("not granted", (root, thing))
        if lemma in rejections("meeting") and lemma_of(parse.lower[thing]) in rejections("demand"):
            return Ground("not met", (root, thing))
    # "These statements cannot have any grounds": but a report that "did not say" keeps silent.
    saying = family_of(lemma) == "statement" and lemma != "be"
    if subject is None or saying or lemma == "have" or parse.tag[subject][:2] != "NN" or not is_claim(parse, subject):
        return None
    return Ground("claim negated", (root, subject))


def _finds_nothing(parse: Parse, root: int) -> Ground | None:
    """What says *there is no evidence*, *the story has no basis*, *cannot have any grounds*."""
    lemma = lemma_of(parse.lower[root])
    if lemma == "be" and parse.child(root, "expl") is not None:
        thing = parse.child(root, "attr", "nsubj", "dobj")
    elif lemma in ("have", "see", "find"):
        thing = parse.child(root, "dobj")
    else:
        return None
    if thing is None or not (_nothing_of(parse, thing) or (negated(parse, root) and _absent(parse, thing))):
        return None
    return Ground("there is none", (thing,))


def _nothing_of(parse: Parse, noun: int) -> bool:
    """Whether the noun stands for truth or grounds of which there is none: *no truth*, *no shred of evidence*."""
    return _absent(parse, noun) and any(parse.lower[c] in NO for c in parse.children[noun])


def _absent(parse: Parse, noun: int) -> bool:
    if lemma_of(parse.lower[noun]) in rejections("absent"):
        return True
    of = next((c for c in parse.children[noun] if parse.dep[c] == "prep" and parse.lower[c] == "of"), None)
    inner = parse.child(of, "pobj") if of is not None else None
    return inner is not None and parse.lower[noun] in rejections("scrap") and lemma_of(parse.lower[inner]) in rejections("absent")


def _says_nothing(parse: Parse, root: int) -> Ground | None:
    """What says *has no recollection*, *had no comment*, *we will not discuss it*, *could neither confirm nor deny*."""
    lemma = lemma_of(parse.lower[root])
    subject = parse.child(root, "nsubj")
    if negated(parse, root) and subject is not None and parse.lower[subject] in _SELF:
        inner = parse.child(root, "xcomp")
        kept = root if lemma in rejections("withheld") else inner
        silent = kept is not None and lemma_of(parse.lower[kept]) in rejections("withheld")
        return Ground("says nothing", (kept,)) if kept is not None and silent else None
    if lemma == "be":
        unaware = next((c for c in parse.children[root] if parse.lower[c] == "unaware"), None)
        if unaware is not None:
            return Ground("says nothing", (unaware,))
    thing = parse.child(root, "dobj") if lemma == "have" else None
    if thing is None or lemma_of(parse.lower[thing]) not in rejections("noncommittal"):
        return None
    return Ground("says nothing", (thing,)) if any(parse.lower[k] == "no" for k in parse.children[thing]) else None


def _calls_false(parse: Parse, tokens: list[int]) -> Ground | None:
    """What calls a claim, or what *it* stands for, false: *the report misleading*, *it "a wicked rumour"*."""
    claim = next((t for t in tokens[:_FRONT] if parse.tag[t][:2] == "NN" and is_claim(parse, t)), None)
    words = rejections("false") if claim is not None else rejections("false") - rejections("mad")
    if claim is None and parse.lower[tokens[0]] not in _POINTING:
        return None
    word = next((t for t in tokens[:_CLAIMED] if parse.lower[t] in words), None)
    about = tokens[0] if claim is None else claim
    if word is None or word == about:
        return None if word is None else Ground("false word", (word,))
    return Ground("called false", (word, about))
