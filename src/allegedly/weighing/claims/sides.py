"""On which side of a claim a statement stands, and which statement's words stand for the claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from allegedly.model_claims import Side
from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.words import Words, role, words

_SHORT, _LONG = 5, 30
"""Words that a wording had better have: less says too little, more says other things too."""
_WORD = re.compile(r"([a-z]+)(?:\s+([a-z]+))?")
"""A word, and the next one where nothing but space is between them."""


class Member(msgspec.Struct, frozen=True):
    """A statement of a claim, as far as sides and wording go."""

    text: str
    stance: str
    negated: bool
    """Whether what it says happens stands behind a *not*."""
    mode: str
    central: float
    """How likely it says the same as the others, on average."""


@cache
def _standpoints(use: str) -> frozenset[str]:
    """Words of one use: to reject (*false*, *baseless*, *denied*), or to speak of what is said (*claims*, *reports*)."""
    return frozenset(row["word"] for row in rows("standpoints", "weighing") if row["use"] == use)


def _rejects(text: str) -> bool:
    """Whether a word says that something is not so: *that is false*, *false claims*; not *disputed waters*, *a fake passport*."""
    found = text.lower()
    at = 0
    while match := _WORD.search(found, at):
        word, following = match.groups()
        at = match.end(1)
        if word in _standpoints("rejects") and (
            following is None or role(following) is not None or following in _standpoints("reports")
        ):
            return True
    return False


def is_contrary(member: Member) -> bool:
    """Whether it says that something is not so: by its stance, by a word that rejects, or by a *not* before what happens.

    What a statement denies that answers another one it may deny with a *not* of its own, so the two do not cancel out. A *not*
    elsewhere in it counts for nothing: long quotations have some that turn nothing around.
    """
    return member.stance == "denies" or member.negated or _rejects(member.text)


def _turned(one: Member, other: Member) -> bool:
    """Whether a word that both have stands behind a *not* in one of them alone: *did not fire*, *fired*; in none that denies."""
    if "denies" in (one.stance, other.stance):
        return False
    own, theirs = words(one.text), words(other.text)
    return not (_behind_not(own) ^ _behind_not(theirs)).isdisjoint(set(own.stems) & set(theirs.stems))


def _behind_not(found: Words) -> set[str]:
    return {stem for stem, before in zip(found.stems, found.after, strict=True) if before == "negation"}


def wording(members: Sequence[Member]) -> int:
    """Which member's words stand for the claim: one that affirms, is complete, no longer than need be, and like the others."""

    def worth(i: int) -> tuple[float, int]:
        member = members[i]
        words = member.text.split()
        first = words[0].strip("\"'“”‘’…([").lower() if words else ""
        value = member.central
        value -= 0.5 * is_contrary(member) + 0.5 * (member.stance != "affirms")
        value -= 0.4 * (role(first) == "pronoun") + 0.2 * ("…" in member.text) + 0.1 * (member.mode in ("direct", "mixed"))
        value -= 0.1 * max(0, _SHORT - len(words)) + 0.02 * max(0, len(words) - _LONG)
        return value, -i

    return max(range(len(members)), key=worth)


def side(member: Member, canonical: Member) -> Side:
    """The member's side of the claim that the canonical wording puts forward."""
    if member.stance == "doubts":
        return "doubting"
    if member.stance == "neutral":
        return "neutral"
    against = is_contrary(member) != is_contrary(canonical) or _turned(member, canonical)
    return "against" if against else "for"
