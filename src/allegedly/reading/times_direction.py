"""Which way the clause around an expression of time looks: back, ahead, or neither."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse
    from allegedly.reading.times_grammar import Match

_STEPS = 12
"""Heads that are followed up to the verb; deeper ones say nothing of a time's direction."""
_BACK = frozenset(("was", "were", "had", "did", "has", "have", "been", "'ve", "'d"))
_BE = frozenset(("is", "are", "'s", "'re", "am", "has", "have", "says", "say", "does", "do"))
_BOUNDS = frozenset(("until", "till", "through", "by"))
_BOUNDS_PUT_OFF = _BOUNDS | {"to", "for"}
_AS_SOON = frozenset((("as", "soon", "as"), ("as", "early", "as")))


@cache
def words(use: str) -> frozenset[str]:
    """The words that ``times_leads.tsv`` lists for a use."""
    return frozenset(r["word"] for r in rows("times_leads") if r["use"] == use)


def direction(parse: Parse, match: Match) -> int:
    """-1 back, 1 ahead, 0 where no verb says. Never raises; looks at a few heads only."""
    tokens = parse.tokens((match.words[0].start, match.end)) if len(parse) else range(0)
    if not len(tokens):
        return 0
    first = tokens[0]
    before = tuple(parse.lower[max(0, first - 3) : first])
    if before in _AS_SOON:
        return 1
    lead = before[-1] if before else ""
    if lead == "since":
        return -1
    if before[-2:] == ("ahead", "of"):
        return 1
    i = parse.head_of(first, tokens[-1])
    if _modifies(parse, i, tokens[-1]):
        return _of_noun(parse, parse.head[i])
    for _ in range(_STEPS):
        word, tag = parse.lower[i], parse.tag[i]
        if word in words("ahead") and tag not in ("NNP", "CD"):
            return -1 if _was_to(parse, i) else 1
        if tag.startswith("VB"):
            if lead in _BOUNDS_PUT_OFF and word in words("defer"):
                return 1
            if tag in ("VBZ", "VBP") and match.has("weekday") and _scheduled(parse, i):
                return 1
            found = _tense(parse, i)
            if found is not None:
                return found or int(lead in _BOUNDS)
        if parse.head[i] == i:
            break
        i = parse.head[i]
    return int(lead in _BOUNDS)


def _modifies(parse: Parse, token: int, last: int) -> bool:
    """Whether the expression stands before a noun that it modifies (*a June agreement*): no verb speaks of its day."""
    return parse.head[token] > last and parse.dep[token] in ("compound", "nmod", "amod", "nummod", "poss")


def _of_noun(parse: Parse, noun: int) -> int:
    """*The planned Monday release* lies ahead, *the Monday attack* back; of *the November election* the noun does not say."""
    if any(parse.lower[c] in words("ahead") for c in parse.children[noun] if c < noun):
        return 1
    return 0 if parse.lower[noun] in words("event") else -1


def _was_to(parse: Parse, token: int) -> bool:
    """*Had been due to*, *had planned to*: seen from the past, and past itself by now."""
    return any(parse.lower[c] == "had" for t in (token, parse.head[token]) for c in parse.children[t])


def _scheduled(parse: Parse, verb: int) -> bool:
    """*She testifies Tuesday*: the present of what is to come, unless it is of saying, being or having."""
    if parse.lower[verb] in _BE or any(parse.dep[c] in ("ccomp", "xcomp", "aux", "auxpass") for c in parse.children[verb]):
        return False
    return parse.dep[verb] in ("ROOT", "conj")


def _tense(parse: Parse, verb: int) -> int | None:
    """The direction of a verb; null where the verb above it has to say."""
    helpers = [parse.lower[c] for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    if any(h in words("ahead") for h in helpers):
        return 1
    tag = parse.tag[verb]
    if tag == "VBD" or (tag == "VBN" and not helpers) or any(h in _BACK for h in helpers):
        return -1
    if "to" in helpers:
        return _infinitive(parse, verb)
    return 0


def _infinitive(parse: Parse, verb: int) -> int | None:
    """*Agreed to meet on Monday* looks ahead; *failed to meet*, *gathered to mark* look where their verb looks."""
    above = parse.head[verb]
    if above == verb:
        return 1
    if parse.dep[verb] in ("advcl", "relcl") or parse.lower[above] in words("done"):
        return None
    return -1 if _was_to(parse, above) else 1
