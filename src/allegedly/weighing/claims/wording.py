"""Which statement's words stand for a claim: a whole clause that affirms it plainly and is like what the others say."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.proposition import GAP, lacks, proposition
from allegedly.weighing.claims.sides import is_contrary
from allegedly.weighing.claims.words import role

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
    late = [_ANOTHER_DAY * (member.day > first) + _LATER * min(i, 5) for i, member in enumerate(members)]
    return max(range(len(members)), key=lambda i: (_worth(members[i]) - late[i], -i))


def _worth(member: Member) -> float:
    text = proposition(member.text)
    many = len(text.split())
    value = member.central
    value -= 0.5 * is_contrary(member) + 0.5 * (member.stance != "affirms")
    value -= lacks(text) + 0.2 * (GAP in member.text) + 0.4 * (GAP in text) + 0.1 * (member.mode in ("direct", "mixed"))
    # *The baker says that …* is of who says so, and not of the matter.
    value -= 0.3 * any(role(word) == "saying" for word in text.lower().split())
    return value - 0.1 * max(0, _SHORT - many) - 0.02 * max(0, many - _LONG)
