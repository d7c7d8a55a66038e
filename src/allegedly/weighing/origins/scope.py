"""What of a long report a source covers: not all that stands beside it, as in a short note, but what its words are about.

In a note of a few sentences whoever speaks there speaks of its one matter. A report of a page tells of many, most of it in its
own voice, and quotes somebody every other sentence: there a voice covers its own clause, and what runs on from it.
"""

from __future__ import annotations

import re

from allegedly.ledger.names import folded
from allegedly.weighing.origins.hops import says
from allegedly.weighing.origins.vocabularies import words

_BEFORE = re.compile(
    r"[\s,;:“”\"’)(–—-]*(?:(?:but|so|as|and|according to|in the (?:words|view|opinion) of|by|[a-z]+(?:s|d|said)) )?(?:the )?$"
)
"""Between what is said and who says it, behind it."""
_CITES = re.compile(
    r"\b(?:according to|in the (?:words|view|opinion) of|by|says?|said|writes|wrote|reports|reported|claims|claimed|insists"
    r"|announced|confirms|confirmed)(?: the)? $"
)
_SAYS_SO = re.compile(r"(?: (?:has|have|had|also|later|then|now|himself|herself|\w+ly))* (?P<verb>[a-z]+)(?P<rest>[^.;\n]*)")
_SPEECH = re.compile(r" (?P<verb>[a-z]+)[,:]? [\"“]")
_TO_SPEECH = 120
"""Characters from who speaks to his words in quotation marks."""
_WHEN = 45
"""Characters behind *the mayor said* for when, where and to whom."""
_TO_WHOM = re.compile(
    r"[,)\"”]|$| (?:on|in|at|to|during|after|before|by|from|this|last|late|early|again|today|yesterday|me|us|reporters"
    r"|(?:the )?[A-Z][\w’'-]+)\b"
)
_CLAUSE = re.compile(r"\b(?:that|whether|how|why|was|were|is|are|had|has|would|will|could|can|should|may|might|did|and|but)\b")
_GAP = 60
"""Characters between who says something and what he says."""
_WORD = re.compile(r"[a-z]+")
_THEN = 25
"""Characters from the verb to what is said: *told the board on Friday that*."""
_STANDS_IN = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ly )?(?:listed|named|redacted|blacked out|struck out|recorded|written|entered|described|noted"
    r"|set out|laid out|spelled out|detailed|outlined|summarised|summarized) in $"
)
_RARE = 3
"""As often at most a word stands in a report that tells one of its matters from the others."""
_SHARED = 3
"""Such words that two sentences of one matter have in common."""
_WIDE = 10_000
"""Characters around a sentence among which a word is counted."""
_LONG = 3
_STEM = 5


def covers(text: str, who: tuple[int, int], said: tuple[int, int], end: int) -> bool:
    """Whether a source of a sentence is given for what a statement says there.

    Args:
        text: The article's text.
        who: Where the words for the source stand.
        said: Where the statement stands.
        end: Where the sentence ends.
    """
    (a, b), (at, stop) = who, said
    if a >= stop:
        if not _BEFORE.fullmatch(text[stop:a][-_GAP:]) or a - stop > _GAP:
            return False
        m = _SAYS_SO.match(text, b, end)
        if m is None or not says(m["verb"]):
            return _CITES.search(text, stop, a) is not None
        # *…, the mayor said on Monday*; not *…, the mayor said that the bridge …*.
        return len(m["rest"]) <= _WHEN and _TO_WHOM.match(m["rest"]) is not None and not _CLAUSE.search(m["rest"])
    if at <= a and b <= stop and (m := _SPEECH.search(text, b, min(stop, b + _TO_SPEECH))):
        return says(m["verb"]) or m["verb"] == "saying"  # *The mayor hit back, saying, “…”*
    if at <= a and b <= stop and _STANDS_IN.search(text, max(at, a - _GAP), a):
        return True  # *Their names are struck out in the filing*
    if b > at:
        return False
    between = text[b:at]
    if len(between) > _GAP or "—" in between or "–" in between:
        return False
    verbs = [m.end() for m in _WORD.finditer(between) if says(m[0])]
    return bool(verbs) and len(between) - verbs[-1] <= _THEN


def runs_on(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one sentence of a long report tells what another one, which has a source, tells with the same particular words.

    Args:
        text: The article's text.
        one: Where the sentence stands.
        other: Where what the source says stands.
    """
    around = text[max(0, one[0] - _WIDE) : one[1] + _WIDE].lower()
    shared = _stems(text[slice(*one)][:_WIDE]) & _stems(text[slice(*other)][:_WIDE])
    return sum(around.count(stem) <= _RARE for stem in shared) >= _SHARED


def _stems(text: str) -> set[str]:
    return {w[:_STEM] for w in folded(text).split() if len(w) > _LONG and w not in words("common")}
