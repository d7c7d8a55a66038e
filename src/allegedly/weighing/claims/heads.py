"""Which word of a statement says what happens."""

from __future__ import annotations

from allegedly.weighing.claims.words import Words


def likeliest_head(found: Words) -> int | None:
    """The place of the first word that can, behind the first name; else of the first that can."""
    able = [i for i, may in enumerate(found.heads) if may]
    return able[0] if able else None
