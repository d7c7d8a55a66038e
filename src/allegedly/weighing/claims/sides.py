"""On which side of a claim a statement stands, and which statement's words stand for the claim."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from allegedly.model_claims import Side
from allegedly.weighing.claims.words import role

_SHORT, _LONG = 5, 30
"""Words that a wording had better have: less says too little, more says other things too."""


class Member(msgspec.Struct, frozen=True):
    """A statement of a claim, as far as sides and wording go."""

    text: str
    stance: str
    negated: bool
    """Whether what it says happens stands behind a *not*."""
    mode: str
    central: float
    """How likely it says the same as the others, on average."""


def is_contrary(member: Member) -> bool:
    """Whether it says that something is not so: by its stance, or in its own words.

    What a statement denies that answers another one it may deny with a *not* of its own, so the two do not cancel out. A *not*
    elsewhere in it counts for nothing: long quotations have some that turn nothing around.
    """
    return member.stance == "denies" or member.negated


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
    return "for" if is_contrary(member) == is_contrary(canonical) else "against"
