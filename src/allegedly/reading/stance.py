"""What kind of saying a statement is, which stance its source takes, and how far the outlet stands behind its cue.

The cue gives all three (``vocabulary/stances.tsv``). What the words around it do then counts: a negated cue (*did not deny*),
the frame in which it stands (*told them to leave* is a demand), and content whose main clause turns down what others say
(*We reject all claims*, *the reports are baseless*, *there is no evidence*).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from allegedly.model import Act, Slant, Span, Stance
from allegedly.reading.cues import rejections
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows

_QUESTION_WORDS = ("whether", "if", "who", "what", "when", "where", "why", "how", "which")
_ASKING = ("ask", "question", "wonder")
_NAMING = ("naming", "named", "prep:as")
_NEGATIVE = ("not", "n't", "n’t", "never", "neither", "nor", "nobody", "hardly")
_POINTING = ("this", "that", "it", "they", "these", "those", "which", "all", "none", "everything")
_SELF = ("i", "we", "he", "she", "it", "they")
_NO = ("no", "zero", "little", "neither")
_FINITE = ("VBD", "VBZ", "VBP")
_SENTENCES = 4
"""Sentences of a quotation whose main clauses are looked at."""
_LONGEST = 300
"""Tokens of a sentence or a piece of content that are looked at."""
_REACH = 14
"""Words of a predicate that are looked at (*nothing more than a hoax*)."""


@dataclass(slots=True, frozen=True)
class Judgement:
    """Act, stance and slant of one statement."""

    act: Act
    stance: Stance
    slant: Slant


NARRATED = Judgement("statement", "affirms", "neutral")
"""What holds of the outlet's own voice."""


def judge(parse: Parse, relations: list[Attribution]) -> list[Judgement]:
    """The judgement of each attribution, in their order."""
    return [NARRATED if r.mode == "narration" else _judge(parse, r) for r in relations]


@cache
def _cues() -> dict[str, Judgement]:
    return {
        row["cue"]: Judgement(cast("Act", row["act"]), cast("Stance", row["stance"]), cast("Slant", row["slant"]))
        for row in rows("stances")
    }


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Judgement], ...]]:
    """Cues of several words by their first: the words that follow it, and what they say together."""
    found: dict[str, list[tuple[tuple[str, ...], Judgement]]] = {}
    for cue, judgement in _cues().items():
        first, *rest = cue.split()
        if rest:
            found.setdefault(first, []).append((tuple(rest), judgement))
    return {first: tuple(sorted(more, key=lambda pair: (-len(pair[0]), pair[0]))) for first, more in found.items()}


def cue_of(parse: Parse, relation: Attribution) -> Judgement:
    """What the cue's words say by themselves; a verb with what belongs to it (*rule out*) before the verb alone."""
    token, lemma = relation.cue_token, relation.lemma
    if token is None:
        return _cues().get(lemma, NARRATED)
    if parse.tag[token] in _FINITE and lemma.endswith("ed"):
        # A verb that looks like an adjective of feeling or will: *determined that*, not *determined to*.
        lemma = next((verb for verb in (lemma[:-1], lemma[:-2]) if verb in _cues()), lemma)
    after = tuple(parse.lower[token + 1 : token + 5])
    for words, judgement in _phrases().get(lemma, ()):
        if any(after[i : i + len(words)] == words for i in (0, 1)):
            return judgement
    return _cues().get(lemma, NARRATED)


def _judge(parse: Parse, relation: Attribution) -> Judgement:
    cue = cue_of(parse, relation)
    act, stance = cue.act if cue.stance == "denies" else _act(parse, relation, cue.act), cue.stance
    if _withheld(parse, relation.cue_token):
        act, stance = "statement", "neutral"
    elif negated(parse, relation.cue_token):
        stance = _negative(act, stance)
    elif relation.lemma in ("decline", "refuse") and _speaks(parse, relation):
        act, stance = "statement", "neutral"
    if stance == "affirms":
        stance = _by_content(parse, relation)
    slant = cue.slant if stance in ("affirms", "denies") else "neutral"
    return Judgement(act, stance, slant)


@cache
def _told_to() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("addressees") if row["way"] == "object")


def _act(parse: Parse, relation: Attribution, act: Act) -> Act:
    """The cue's act in its frame."""
    frame, lemma = relation.rule, relation.lemma
    if frame == "demand" and lemma in _told_to() and act != "promise":
        return "demand"
    if lemma in ("want", "need") and any(parse.child(root, "nsubj") is not None for root in roots(parse, relation.content)):
        return "demand"
    if lemma in _ASKING and frame in ("quote", "clause", "fronted"):
        start, end = relation.content[0][0], relation.content[-1][1]
        if parse.text[start:end].rstrip("\"'”’»").endswith("?") or parse.lower[parse.token_at(start)] in _QUESTION_WORDS:
            return "question"
        return act if lemma != "ask" else "demand" if frame == "clause" else "statement"
    if act == "promise" and frame == "clause" and lemma == "agree":
        return "belief"
    if frame in _NAMING and act == "demand":
        return "judgement"
    if lemma == "call" and not frame.startswith("prep") and frame not in ("infinitive", "demand"):
        return "judgement"
    return act


def negated(parse: Parse, token: int | None) -> bool:
    """Whether a cue or predicate is negated: by a word of its own, by its subject (*nobody said*), or by the verb beside it."""
    if token is None:
        return False
    near = [*parse.children[token], *(k for c in parse.children[token] if parse.dep[c] == "aux" for k in parse.children[c])]
    if any(
        parse.dep[c] == "neg" or (parse.lower[c] in _NEGATIVE and parse.dep[c] in ("advmod", "preconj", "cc", "neg"))
        for c in near
    ):
        return True
    if parse.tag[token][:2] == "NN" and any(parse.lower[c] in _NO and c < token for c in parse.children[token]):
        return True
    above = parse.head[token]
    if parse.dep[token] == "conj" and above != token and any(parse.lower[c] in ("or", "nor") for c in parse.children[above]):
        # "would neither confirm nor deny", "did not confirm or deny"
        return any(parse.dep[c] == "neg" or parse.lower[c] in _NEGATIVE for c in parse.children[above])
    subject = parse.child(token, "nsubj", "nsubjpass")
    return subject is not None and (
        parse.lower[subject] in ("nobody", "none") or any(parse.lower[k] == "no" for k in parse.children[subject])
    )


def _negative(act: Act, stance: Stance) -> Stance:
    """The stance of a negated cue: *did not deny* leaves it open, *does not believe* denies, *does not doubt* affirms."""
    if stance == "doubts":
        return "affirms"
    if stance == "affirms" and act in ("belief", "promise"):
        return "denies"
    return "neutral"


def _withheld(parse: Parse, token: int | None) -> bool:
    """Whether a verb of saying stands under one of keeping silent: *declined to name*, *was unable to confirm*."""
    if token is None or parse.tag[token] != "VB" or parse.dep[token] not in ("xcomp", "conj"):
        return False
    above = parse.head[token]
    if parse.dep[above] in ("xcomp", "conj") and parse.dep[token] == "conj":
        above = parse.head[above]
    if lemma_of(parse.lower[above]) in rejections("withholding"):
        return True
    return negated(parse, above) and parse.dep[token] == "xcomp"


def _speaks(parse: Parse, relation: Attribution) -> bool:
    """Whether the content is itself a verb of saying: *refused to comment*, *declined to get into it*."""
    for span in relation.content:
        for token in parse.tokens(span):
            if parse.tag[token] == "VB":
                lemma = lemma_of(parse.lower[token])
                return lemma in rejections("withheld") or (lemma in _cues() and _cues()[lemma].act == "statement")
    return False


def _by_content(parse: Parse, relation: Attribution) -> Stance:
    """The stance that the main clauses of the content take to what others say."""
    for root in roots(parse, relation.content):
        stance = _of_clause(parse, root)
        if stance != "affirms":
            return stance
    tokens = [t for span in relation.content for t in parse.tokens(span)[:_LONGEST]]
    if relation.rule in (*_NAMING, "object") and _calls_false(parse, tokens):
        return "denies"
    bare = " ".join(parse.lower[t] for t in tokens[:4] if parse.word[t][0].isalnum())
    return "neutral" if bare == "no comment" else "affirms"


def _of_clause(parse: Parse, root: int, depth: int = 0) -> Stance:
    """The stance of one main clause; of what the same voice believes, where that is what the clause says (*I think …*)."""
    if _turns_down(parse, root) or _finds_nothing(parse, root):
        return "denies"
    if _says_nothing(parse, root):
        return "neutral"
    lemma = lemma_of(parse.lower[root])
    if lemma in ("be", "remain", "seem") and not negated(parse, root):
        said = [lemma_of(parse.lower[c]) for c in parse.children[root] if parse.dep[c] in ("acomp", "attr")]
        if any(word in rejections("unsure") for word in said):
            return "doubts"
    inner = parse.child(root, "ccomp")
    subject = parse.child(root, "nsubj")
    if depth < 2 and inner is not None and subject is not None and parse.lower[subject] in _SELF and lemma in _cues():
        own = _cues()[lemma]
        if own.act == "belief" and own.stance == "affirms" and not negated(parse, root):
            return _of_clause(parse, inner, depth + 1)
    return "affirms"


def roots(parse: Parse, content: list[Span]) -> Iterator[int]:
    """Head tokens of the first sentences of each piece of content."""
    for span in content:
        tokens = parse.tokens(span)
        if not len(tokens):
            continue
        first, last = tokens[0], tokens[-1]
        for number in range(parse.sentence[first], min(parse.sentence[last], parse.sentence[first] + _SENTENCES - 1) + 1):
            low, high = parse.sentences[number]
            inside = range(max(low, first), min(high, last, max(low, first) + _LONGEST) + 1)
            # Verbs that hang on nothing inside the piece: the main clause, whatever hangs on the cue outside.
            heads = [t for t in inside if parse.head[t] not in inside or parse.head[t] == t]
            yield from [t for t in heads if parse.tag[t][:2] in ("VB", "MD")][:1] or heads[:1]


def _turns_down(parse: Parse, root: int) -> bool:
    """Whether a clause rejects a claim (*We reject all claims*) or calls one false (*the reports are baseless*)."""
    lemma = lemma_of(parse.lower[root])
    subject = parse.child(root, "nsubj", "nsubjpass", "expl")
    if negated(parse, root):
        # "These statements cannot have any grounds": but a report that "did not say" keeps silent.
        saying = lemma in _cues() and _cues()[lemma].act == "statement" and lemma != "be"
        return (
            subject is not None
            and not saying
            and parse.tag[subject][:2] == "NN"
            and _is_claim(parse, subject)
            and lemma != "have"
        )
    known = _cues().get(lemma)
    if known is not None and known.stance == "denies" and parse.tag[root][:2] == "VB":
        thing = parse.child(root, "dobj", "nsubjpass", "ccomp")
        return thing is not None and (_is_claim(parse, thing) or parse.dep[thing] == "ccomp")
    if lemma in rejections("lying") and parse.tag[root] in (*_FINITE, "VBG", "VBN") and subject is not None:
        return parse.child(root, "aux") is not None or parse.tag[root] in _FINITE
    if lemma != "be":
        return False
    about = subject is not None and (parse.lower[subject] in _POINTING or _is_claim(parse, subject))
    return about and any(
        parse.lower[t] in rejections("false") or lemma_of(parse.lower[t]) in rejections("false")
        for c in parse.children[root]
        if parse.dep[c] in ("acomp", "attr")
        for t in range(c, min(parse.right[c], c + _REACH) + 1)
    )


def _is_claim(parse: Parse, noun: int) -> bool:
    """Whether the noun names what others have said, or what is only alleged to be."""
    if lemma_of(parse.lower[noun]) in rejections("claim"):
        return True
    return any(parse.dep[c] == "amod" and parse.lower[c] in rejections("alleged") for c in parse.children[noun])


def _finds_nothing(parse: Parse, root: int) -> bool:
    """Whether a clause is *there is no evidence*, *the story has no basis*, *cannot have any grounds*."""
    lemma = lemma_of(parse.lower[root])
    if lemma == "be" and parse.child(root, "expl") is not None:
        thing = parse.child(root, "attr", "nsubj", "dobj")
    elif lemma in ("have", "see", "find"):
        thing = parse.child(root, "dobj")
    else:
        return False
    if thing is None or lemma_of(parse.lower[thing]) not in rejections("absent"):
        return False
    return any(parse.lower[c] in _NO for c in parse.children[thing]) or negated(parse, root)


def _says_nothing(parse: Parse, root: int) -> bool:
    """Whether a clause is *has no recollection*, *had no comment*, *we will not discuss it*."""
    lemma = lemma_of(parse.lower[root])
    subject = parse.child(root, "nsubj")
    if negated(parse, root) and subject is not None and parse.lower[subject] in _SELF:
        inner = parse.child(root, "xcomp")
        return lemma in rejections("withheld") or (inner is not None and lemma_of(parse.lower[inner]) in rejections("withheld"))
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
    if not tokens:
        return False
    about = any(_is_claim(parse, t) for t in tokens[:8] if parse.tag[t][:2] == "NN") or parse.lower[tokens[0]] in _POINTING
    return about and any(parse.lower[t] in rejections("false") for t in tokens[1 : 4 * _REACH])
