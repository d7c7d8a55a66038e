"""Which statement's words stand for a claim: a whole clause that affirms it plainly and is like what the others say."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.proposition import GAP, lacks, proposition
from allegedly.weighing.claims.sides import is_contrary
from allegedly.weighing.claims.words import role, words

_SHORT, _LONG = 6, 25
"""Words that a wording had better have: less says too little, more says other things too."""
_LATER, _ANOTHER_DAY = 0.02, 0.15
"""What a statement loses against one before it, and against one of the first day: whoever says it first is answered by others."""


def wording(members: Sequence[Member]) -> int:
    """The place of the member whose words stand for the claim.

    Args:
        members: In the order in which they were said.
    """
    first = min((member.day for member in members if member.day), default="")
    stems = [frozenset(words(member.text).stems) for member in members]
    aside = [_is_aside(member, stems[:i] + stems[i + 1 :]) for i, member in enumerate(members)]
    late = [_ANOTHER_DAY * (member.day > first) + _LATER * min(i, 5) for i, member in enumerate(members)]
    return max(range(len(members)), key=lambda i: (_worth(members[i]) - late[i] - aside[i], -i))


def _is_aside(member: Member, others: Sequence[frozenset[str]]) -> bool:
    """Whether the piece of it that would be shown is not what the others say: that stands in another piece.

    *“Is it far from his words to the deed?” she asked. “He has fanned the flames.”* is one statement; where others say the first
    of it, the second does not stand for what they say.
    """
    piece = proposition(member.text)
    if GAP not in member.text or GAP in piece:
        return False
    shown = frozenset(words(piece).stems)
    rest = frozenset(words(member.text.replace(piece, "")).stems) - shown
    said: frozenset[str] = frozenset().union(*others)
    return len(shown & said) * len(rest) < len(rest & said) * len(shown)


def _worth(member: Member) -> float:
    text = proposition(member.text)
    many = len(text.split())
    value = member.central
    value -= 0.5 * is_contrary(member) + 0.5 * (member.stance != "affirms")
    value -= lacks(text) + 0.2 * (GAP in member.text) + 0.4 * (GAP in text) + 0.1 * (member.mode in ("direct", "mixed"))
    # *The baker says that …* is of who says so, and not of the matter.
    value -= 0.3 * any(role(word) == "saying" for word in text.lower().split())
    return value - 0.1 * max(0, _SHORT - many) - 0.02 * max(0, many - _LONG)
