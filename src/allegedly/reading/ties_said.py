"""Whether a clause says that something is so: what may be, is wanted or is to come ties nobody."""

from __future__ import annotations

from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.sources import is_passive, passive_subject
from allegedly.reading.ties_words import helpers

_MODALS = frozenset("would could may might should can must will shall 'll 'd wo ca ought".split())
_IF = frozenset({"if", "unless", "whether", "until", "lest"})
_NEAR = 32
"""Words that hang on a verb and are looked at; its auxiliaries come first."""
_NOT = ("without", "from", "against", "of")
"""Prepositions behind which a gerund does not say that it is so: *barred from joining*, *accused of funding*."""


def said_so(parse: Parse, token: int) -> tuple[bool, bool] | None:
    """Whether it is over and whether it is turned down; None where it is not said to be so at all."""
    over = turned = False
    verb = token
    for _ in range(4):
        aux = [parse.lower[c] for c in parse.children[verb][:_NEAR] if parse.dep[c] in ("aux", "auxpass")]
        marks = [parse.lower[c] for c in parse.children[verb][:_NEAR] if parse.dep[c] in ("mark", "advmod")]
        if any(a in _MODALS for a in aux) or any(m in _IF for m in marks):
            return None
        above, dep = parse.head[verb], parse.dep[verb]
        if dep == "conj" and parse.tag[above][:2] == "VB":
            own = any(parse.dep[c] in ("nsubj", "nsubjpass") for c in parse.children[verb])
            if own:
                break
            verb = above
            continue
        infinitive = "to" in aux
        gerund = parse.tag[verb] == "VBG" and not any(a in ("is", "was", "are", "were", "be", "been", "'s", "'re") for a in aux)
        if dep not in ("xcomp", "ccomp", "pcomp", "acl", "advcl") or (not infinitive and not gerund):
            break
        lemma = lemma_of(parse.lower[above])
        if dep == "pcomp":
            charge = _charge(parse, verb)
            if charge is None:
                return None if parse.lower[above] in _NOT else (over, turned)
            verb = charge
            continue
        if lemma in helpers("ceased"):
            over = True
        elif lemma in helpers("turned") and parse.tag[above][:2] == "VB":
            turned = True
        elif lemma in helpers("phase") or (infinitive and lemma in helpers("said")):
            pass
        elif infinitive or dep in ("xcomp", "ccomp"):
            return None
        verb = above
    return over, turned


def charged(parse: Parse, token: int) -> int | None:
    """Who is accused of it: *accused the mayor of funding them*."""
    charge = _charge(parse, token)
    if charge is None:
        return None
    return passive_subject(parse, charge) if is_passive(parse, charge) else parse.child(charge, "dobj")


def _charge(parse: Parse, token: int) -> int | None:
    """The verb of charging behind which a gerund stands: *accused of funding*."""
    above = parse.head[token]
    if parse.dep[token] != "pcomp" or parse.lower[above] != "of":
        return None
    return parse.head[above] if lemma_of(parse.lower[parse.head[above]]) in helpers("said") else None
