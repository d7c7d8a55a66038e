"""Who is grammatically the one who says: the subject of a verb, the possessor of a noun, the agent of a passive."""

from __future__ import annotations

from functools import cache

from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows

_SUBJECTS = ("nsubj", "csubj")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
# Verbs in these positions have no subject of their own and take that of the verb above them.
_SHARED = {"conj", "xcomp", "advcl", "ccomp", "pcomp", "acomp", "dep", "prep"}
_MARKS = ('"', "“", "”", "''", "``", "«", "»")
_DEEPEST = 6


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is a passive participle."""
    if parse.tag[verb] not in ("VBN", "VBD"):
        return False
    if parse.child(verb, "auxpass", "nsubjpass", "csubjpass") is not None:
        return True
    return parse.tag[verb] == "VBN" and parse.dep[verb] in ("acl", "amod") and parse.child(verb, "nsubj") is None


def agent_of(parse: Parse, verb: int) -> int | None:
    """Head of the phrase after *by*, for a passive."""
    by = parse.child(verb, "agent")
    if by is None:
        by = next((c for c in parse.children[verb] if parse.lower[c] == "by" and c > verb), None)
    return parse.child(by, "pobj") if by is not None else None


def passive_subject(parse: Parse, verb: int) -> int | None:
    """Head of the passive's subject; for a participle after a noun, that noun."""
    own = parse.child(verb, *_PASSIVE_SUBJECTS)
    if own is not None:
        return own
    if parse.dep[verb] in ("acl", "relcl") and parse.tag[verb] == "VBN":
        return parse.head[verb]
    if parse.dep[verb] == "conj" and parse.head[verb] != verb:
        return parse.child(parse.head[verb], *_PASSIVE_SUBJECTS)
    return None


def subject_of(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """Head token of the verb's subject, own or shared; None where nobody is said to do it."""
    for c in parse.children[verb]:
        if parse.dep[c] in _SUBJECTS:
            return c
    if depth >= _DEEPEST:
        return None
    dep, above = parse.dep[verb], parse.head[verb]
    if above == verb:
        return None
    if dep in ("acl", "relcl"):
        return None if parse.tag[verb] == "VBN" else above
    if dep in ("nsubj", "nsubjpass", "dobj", "pobj", "csubj", "attr"):
        return None
    if reports_on(parse, verb):
        return subject_of(parse, parse.head[above], depth + 1)
    if dep in _SHARED:
        quoted = quoted_in(parse, verb)
        if quoted is not None:
            return quoted
        if parse.tag[above] in ("IN", "TO", "RP"):
            above = parse.head[above]
        if dep == "xcomp":
            thing = parse.child(above, "dobj", "dative")
            if thing is not None and thing < verb and _is_control(parse, above):
                return thing
        if parse.tag[above][:2] == "VB" or parse.tag[above] == "MD":
            if is_passive(parse, above):
                return parse.child(above, *_PASSIVE_SUBJECTS) or agent_of(parse, above)
            return subject_of(parse, above, depth + 1)
        if parse.tag[above][:2] in ("JJ", "NN"):
            return parse.child(above, *_SUBJECTS) or (
                subject_of(parse, parse.head[above], depth + 1) if parse.tag[parse.head[above]][:2] == "VB" else None
            )
    return None


def quoted_in(parse: Parse, saying: int) -> int | None:
    """Head of who is quoted, for a verb of saying under the verb of quoting: *quoted the minister as saying that …*."""
    as_ = parse.head[saying]
    quoting = parse.head[as_]
    if parse.dep[saying] != "pcomp" or parse.lower[as_] != "as" or lemma_of(parse.lower[quoting]) not in _quoting():
        return None
    return None if is_passive(parse, quoting) else parse.child(quoting, "dobj")


@cache
def _quoting() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("relays") if row["preposition"] == "as")


def reports_on(parse: Parse, verb: int) -> bool:
    """Whether a conjoined verb goes on with the verb of saying above, not with what that one reports.

    *said it has a plan and asked whether …*: the tense tells; *said it was late and warned that …*: the second *that* does.
    """
    above = parse.head[verb]
    tag, over = parse.tag[verb], parse.head[above]
    if (
        parse.dep[verb] != "conj"
        or tag not in ("VBD", "VBZ")
        or parse.child(verb, *_SUBJECTS, *_PASSIVE_SUBJECTS, "aux") is not None
    ):
        return False
    if sum(parse.word[t] in _MARKS for t in range(min(verb, over), max(verb, over))) % 2:
        return False  # one of the two stands in a quotation
    if parse.dep[above] != "ccomp" or parse.tag[over] != tag or parse.child(above, "aux") is not None:
        return False
    return parse.tag[above] != tag or (parse.child(verb, "ccomp") is not None and parse.child(above, "ccomp") is None)


@cache
def _controls() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("control"))


def _is_control(parse: Parse, verb: int) -> bool:
    """Whether the verb's object, not its subject, does what the infinitive after it says: *urged them to leave*."""
    return lemma_of(parse.lower[verb]) in _controls()


def credit_second(parse: Parse, inner: Attribution, outer: Attribution) -> None:
    """Part two voices that the parse takes for one: *According to the Beacon, the mayor said …*."""
    if outer.rule != "according" or inner.source is None or outer.source is None or inner.source[0] != outer.source[0]:
        return
    rest = [t for t in parse.tokens(inner.source) if parse.start[t] >= outer.source[1]]
    while rest and not parse.word[rest[0]][0].isalnum():
        rest = rest[1:]
    if rest:
        inner.source = (parse.start[rest[0]], inner.source[1])
        inner.source_token = parse.head_of(rest[0], rest[-1])


def possessor_of(parse: Parse, noun: int) -> int | None:
    """Head of the possessive before a noun (*his claim*, *the ministry's report*)."""
    return parse.child(noun, "poss")


def noun_holder(parse: Parse, noun: int) -> int | None:
    """Who holds what the noun names: possessor, *by* or *from* phrase, a noun before it, or the verb's subject."""
    owner = possessor_of(parse, noun)
    if owner is not None:
        return owner
    for c in parse.children[noun]:
        if parse.dep[c] == "prep" and parse.lower[c] in ("by", "from", "among", "of"):
            thing = parse.child(c, "pobj")
            if thing is not None and (parse.lower[c] != "of" or parse.tag[thing] in ("NNP", "NNPS")):
                return thing
    above = parse.head[noun]
    if parse.dep[noun] in ("dobj", "attr") and parse.tag[above][:2] == "VB":
        if is_passive(parse, above):
            return agent_of(parse, above)
        return subject_of(parse, above)
    return None
