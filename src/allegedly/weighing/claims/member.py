"""A statement of a claim, as far as sides and wording go."""

from __future__ import annotations

import msgspec


class Member(msgspec.Struct, frozen=True):
    """One statement of several that were gathered."""

    text: str
    stance: str
    negated: bool
    """Whether what it says happens stands behind a *not*."""
    mode: str
    central: float
    """How likely it says the same as the others, on average."""
    day: str = ""
    """When its article was published, as an ISO date; empty: nobody knows."""
    cue: str = ""
    """The words that say that it is said, denied or the like."""
    by: str = ""
    """Who says it, by name and in the article's words; empty: the outlet itself."""
    voice: str = ""
    """Who says it, as voices are told apart."""
    names: frozenset[str] = frozenset()
    """Stems of the names that its words stand for."""
    long: bool = False
    """Whether its article says much else; notices and short reports do not."""
