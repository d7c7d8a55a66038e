"""What kind of saying a statement is, which stance its source takes, and how far the outlet stands behind its cue.

The cue gives all three (``vocabulary/stances.tsv``). What the words around it do then counts: a negated cue (*did not deny*),
the frame in which it stands (*told them to leave* is a demand), and content whose main clause turns down what others say
(*We reject all claims*, *the reports are baseless*, *there is no evidence*).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import cast

from allegedly.model import Act, Slant, Stance
from allegedly.reading import denials
from allegedly.reading.clauses import negated, roots
from allegedly.reading.cues import rejections
from allegedly.reading.ground import Ground
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows

_QUESTION_WORDS = ("whether", "if", "who", "what", "when", "where", "why", "how", "which")
_ASKING = ("ask", "question", "wonder")
_NAMING = ("naming", "named", "prep:as")
_OBJECT = ("object", "object clause")
_WITH = {"take": ("issue", "exception"), "hit": ("back",)}
"""What must follow these, for what they turn down to be a claim."""
_LATER = frozenset({"will", "would", "'ll", "’ll"})
_FINITE = ("VBD", "VBZ", "VBP")
_LONGEST = 300
"""Tokens of a piece of content that are looked at."""


@dataclass(slots=True, frozen=True)
class Judgement:
    """Act, stance and slant of one statement."""

    act: Act
    stance: Stance
    slant: Slant
    cue: str = field(default="", compare=False)
    """The vocabulary's line on the cue, empty where it has none."""
    acts: Ground = field(default=Ground("act by cue"), compare=False)
    stands: Ground = field(default=Ground("stance by cue"), compare=False)
    """Why this act and this stance."""


NARRATED = Judgement("statement", "affirms", "neutral")
"""What holds of the outlet's own voice."""


def judge(parse: Parse, relations: list[Attribution]) -> list[Judgement]:
    """The judgement of each attribution, in their order."""
    return [NARRATED if r.mode == "narration" else _judge(parse, r, nested=_nested(parse, relations, r)) for r in relations]


def _nested(parse: Parse, relations: list[Attribution], relation: Attribution) -> bool:
    """Whether an attribution stands in another voice's words."""
    outer = relations[relation.within] if relation.within is not None else None
    if outer is None or outer.source is None or relation.source is None:
        return outer is not None
    return parse.text[slice(*outer.source)] != parse.text[slice(*relation.source)]


@cache
def _cues() -> dict[str, Judgement]:
    return {
        row["cue"]: Judgement(cast("Act", row["act"]), cast("Stance", row["stance"]), cast("Slant", row["slant"]), row["cue"])
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
    return _cues().get(lemma, NARRATED) if token is None else _of_word(parse, token, lemma)


def _of_word(parse: Parse, token: int, lemma: str) -> Judgement:
    """What a word with those after it says as a cue."""
    if parse.tag[token] in _FINITE and lemma.endswith("ed"):
        # A verb that looks like an adjective of feeling or will: *determined that*, not *determined to*.
        lemma = next((verb for verb in (lemma[:-1], lemma[:-2]) if verb in _cues()), lemma)
    after = tuple(parse.lower[token + 1 : token + 5])
    for words, judgement in _phrases().get(lemma, ()):
        if any(after[i : i + len(words)] == words for i in (0, 1)):
            return judgement
    return _cues().get(lemma, NARRATED)


def _judge(parse: Parse, relation: Attribution, *, nested: bool) -> Judgement:
    cue, token = cue_of(parse, relation), relation.cue_token
    turning = _turning(parse, relation) if cue.stance == "affirms" else None
    if turning is not None:
        token, cue = turning, _of_word(parse, turning, lemma_of(parse.lower[turning]))
    here: tuple[int, ...] = () if token is None else (token,)
    stance, stands = cue.stance, Ground("stance by cue", here)
    act, acts = (cue.act, Ground("act by cue", here)) if stance == "denies" else _act(parse, relation, cue.act)
    refuses = stance == "denies" and relation.lemma in ("deny", "dismiss", "reject", "refuse")
    if refuses and denials.withholds(parse, relation.content):
        stance, stands = "affirms", Ground("withholds", (*here, relation.content[0]))
    silent = _withheld(parse, token)
    if silent is not None:
        act, stance, acts, stands = "statement", "neutral", silent, silent
    elif negated(parse, token):
        stance, stands = _negative(parse, relation, act, stance), Ground("negated", here)
    elif relation.lemma in ("decline", "refuse") and (relation.rule == "quote" or _speaks(parse, relation)):
        act, stance = "statement", "neutral"
        acts = stands = Ground("keeps silent", here)
    if stance == "affirms":
        stance, why = _by_content(parse, relation)
        if stance == "affirms" and not nested:
            why = denials.other_account(parse, relation.content, relation.cue)
            stance = "affirms" if why is None else "denies"
        stands = why or stands
    slant = cue.slant if stance in ("affirms", "denies") else "neutral"
    return Judgement(act, stance, slant, cue.cue, acts, stands)


def _turning(parse: Parse, relation: Attribution) -> int | None:
    """The verb that turns the words down where the cue's head is another word: *was quick to deny*, *laughed off reports*."""
    token = relation.cue_token
    if token is None:
        return None
    if parse.tag[token][:2] == "NN":
        above = parse.head[token]
        verb = parse.head[above] if parse.dep[token] == "pobj" else above
        if parse.dep[token] not in ("dobj", "pobj") or parse.tag[verb][:2] != "VB" or token < verb:
            return None
        subject = parse.child(verb, "nsubj")
        if subject is None or subject != relation.source_token:
            return None
        return verb if _of_word(parse, verb, lemma_of(parse.lower[verb])).stance == "denies" else None
    if lemma_of(parse.lower[token]) in rejections("withholding"):
        return None
    for span in relation.cue:
        for t in parse.tokens(span):
            if t > token and parse.tag[t] == "VB" and _of_word(parse, t, lemma_of(parse.lower[t])).stance == "denies":
                return t
    return None


def _by_content(parse: Parse, relation: Attribution) -> tuple[Stance, Ground | None]:
    """The stance that the words themselves take, under a cue that takes none, and why where it is another."""
    lemma, content = relation.lemma, relation.content
    if relation.source is not None and parse.text[slice(*relation.source)].casefold() == "you":
        return "affirms", None
    names = relation.rule in (*_NAMING, *_OBJECT, "passive", "network")
    stance, ground = denials.by_content(parse, content, names=names)
    if stance != "affirms":
        return stance, ground
    if denials.protests(parse, content, lemma):
        return "denies", Ground("protests", (*relation.cue[:1], *roots(parse, content)))
    token = relation.cue_token
    with_it = lemma not in _WITH or (token is not None and parse.lower[min(token + 1, len(parse) - 1)] in _WITH[lemma])
    if lemma in rejections("mocking") and with_it and denials.mocks(parse, content, relation.cue):
        return "denies", Ground("mocks", (*relation.cue[:1],))
    return ("neutral", Ground("gives none", (*relation.cue[:1],))) if _gives_none(parse, relation) else ("affirms", None)


def _gives_none(parse: Parse, relation: Attribution) -> bool:
    """Whether what is said is nothing: *gave no details*, *specified no date*."""
    token = parse.token_at(relation.content[0][0])
    before = token > 0 and parse.lower[token - 1] == "no"
    told = relation.lemma in rejections("giving") or relation.lemma in rejections("withheld")
    return told and relation.rule == "object" and (parse.lower[token] == "no" or before)


@cache
def _told_to() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("addressees") if row["way"] == "object")


def _act(parse: Parse, relation: Attribution, act: Act) -> tuple[Act, Ground]:
    """The cue's act in its frame, and why."""
    frame, lemma, cue = relation.rule, relation.lemma, (*relation.cue[:1],)
    if frame == "demand" and lemma in _told_to() and act != "promise":
        return "demand", Ground("told to", cue)
    if lemma in ("want", "need") and any(parse.child(root, "nsubj") is not None for root in roots(parse, relation.content)):
        return "demand", Ground("wants of others", cue)
    if lemma in _ASKING and frame in ("quote", "clause", "fronted"):
        start, end = relation.content[0][0], relation.content[-1][1]
        if parse.text[start:end].rstrip("\"'”’»").endswith("?") or parse.lower[parse.token_at(start)] in _QUESTION_WORDS:
            return "question", Ground("asks", cue)
        return (act if lemma != "ask" else "demand" if frame == "clause" else "statement"), Ground("asks for", cue)
    if act == "promise" and frame == "clause" and lemma == "agree":
        return "belief", Ground("agrees that", cue)
    if (frame in _NAMING and act == "demand") or (
        lemma == "call" and not frame.startswith("prep") and frame not in ("infinitive", "demand")
    ):
        return "judgement", Ground("gives a name", cue)
    return act, Ground("act by cue", cue)


def _negative(parse: Parse, relation: Attribution, act: Act, stance: Stance) -> Stance:
    """The stance of a negated cue: *did not deny* leaves it open, *does not believe* denies, *does not doubt* affirms."""
    token, lemma = relation.cue_token, relation.lemma
    if stance == "doubts":
        return "affirms"
    if stance != "affirms" or token is None:
        return "neutral"
    if lemma in rejections("granting") and act != "belief":
        said = next(roots(parse, relation.content), token)
        return "denies" if parse.tag[said][:2] != "NN" or denials.is_claim(parse, said) else "neutral"
    if act == "promise":
        # "did not intend to", but "would not seek", "could not agree", "has not pursued"
        aux = {parse.lower[c] for c in parse.children[token] if parse.dep[c] == "aux"}
        return "affirms" if aux & _LATER else "denies" if lemma in rejections("meaning") else "neutral"
    if act != "belief":
        return "neutral"
    if lemma in rejections("wish"):
        return "affirms"
    if any(parse.lower[c] in ("may", "might") for c in parse.children[token]):
        return "neutral"
    # "do not believe there is enough evidence"
    words = [parse.lower[t] for span in relation.content for t in parse.tokens(span)[:_LONGEST]]
    enough = any(a in ("enough", "sufficient") and b in ("evidence", "proof") for a, b in pairwise(words))
    return "doubts" if enough else "denies"


def _withheld(parse: Parse, token: int | None) -> Ground | None:
    """The verb of keeping silent over one of saying: *declined to name*, *was unable to confirm*."""
    if token is None or parse.tag[token] != "VB" or parse.dep[token] not in ("xcomp", "conj"):
        return None
    above = parse.head[token]
    if parse.dep[above] in ("xcomp", "conj") and parse.dep[token] == "conj":
        above = parse.head[above]
    if lemma_of(parse.lower[above]) in rejections("withholding") or (negated(parse, above) and parse.dep[token] == "xcomp"):
        return Ground("withheld", (above, token))
    return None


def _speaks(parse: Parse, relation: Attribution) -> bool:
    """Whether the content is itself a verb of saying: *refused to comment*, *declined to get into it*."""
    for span in relation.content:
        for token in parse.tokens(span):
            if parse.tag[token] == "VB":
                lemma = lemma_of(parse.lower[token])
                return lemma in rejections("withheld") or (lemma in _cues() and _cues()[lemma].act == "statement")
    return False
