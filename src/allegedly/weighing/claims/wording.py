"""Which statement's words stand for a claim: a whole clause that affirms it plainly and is like what the others say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.reading.inflection import lemma_of
from allegedly.weighing.claims.sides import Member, is_contrary
from allegedly.weighing.claims.words import role

_SHORT, _LONG = 6, 25
"""Words that a wording had better have: less says too little, more says other things too."""
_LATER = 0.02
"""What a statement loses against one before it: whoever says it first is answered by the others."""
_TOKEN = re.compile(r"['’]?[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNFINISHED = ("be", "been", "being", "having", "to")
"""Auxiliaries that no clause has as its verb, and what stands before a verb that is none either: *to have made off*."""
_PLURALS = ("men", "children", "feet", "teeth")
"""Endings of plurals that do not look like one, and so like a past."""
_LONGEST = 1_000
"""Characters of a statement that are looked at."""


def wording(members: Sequence[Member]) -> int:
    """The place of the member whose words stand for the claim.

    Args:
        members: In the order in which they were said.
    """
    return max(range(len(members)), key=lambda i: (_worth(members[i]) - _LATER * min(i, 5), -i))


def _worth(member: Member) -> float:
    many = len(member.text.split())
    value = member.central
    value -= 0.5 * is_contrary(member) + 0.5 * (member.stance != "affirms")
    value -= lacks(member.text) + 0.1 * (member.mode in ("direct", "mixed"))
    return value - 0.1 * max(0, _SHORT - many) - 0.02 * max(0, many - _LONG)


def lacks(text: str) -> float:
    """How much a text lacks of a whole clause that can be understood alone; 0: nothing."""
    first, *rest = [match[0].replace("’", "'") for match in _TOKEN.finditer(text, 0, _LONGEST)] or [""]
    if first.lower() == "that" and rest:
        first, *rest = rest
    return _opening(first.lower()) + _verbless([first, *rest]) + 0.2 * ("…" in text) + 0.2 * _cut(rest)


def _opening(first: str) -> float:
    """What it lacks that begins with this word: *it*, *which*, *to*, *accepting*."""
    if first in ("to", "of", "than"):
        return 0.5
    kind = role(first)
    if kind in ("pronoun", "conjunction"):
        return 0.4
    return 0.3 if first.endswith("ing") and lemma_of(first) != first else 0.0


def _verbless(words: Sequence[str]) -> float:
    """What it lacks where no word is surely a verb of its own; less where one could be, which might as well be a plural."""
    could = False
    before = ""
    for word in words:
        lower = word.lower()
        kind = role(lower.removesuffix("n't") if lower.endswith("n't") else lower)
        if kind == "auxiliary" and lower not in _UNFINISHED and before not in _UNFINISHED:
            return 0.0
        changed = kind is None and word.islower() and lemma_of(lower) != lower
        if changed and not lower.endswith(("s", "ing", *_PLURALS)) and before not in _UNFINISHED:
            return 0.0
        could = could or (changed and lower.endswith("s"))
        before = lower
    return 0.25 if could else 0.6


def _cut(words: Sequence[str]) -> bool:
    """Whether it ends with a word behind which something must follow."""
    return bool(words) and role(words[-1].lower()) in ("article", "conjunction")
