"""The attribution relation between rooms: source, cue and content before voices and stance are known.

Source, cue and content are the three spans of Pareti (2015) and Newell et al. (2018). A list of these in reading order,
narration included, is what :mod:`allegedly.reading.attribution` hands on; entry *i* becomes statement ``s{i+1}``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from allegedly.model import Mode, Span


@dataclass(slots=True)
class Attribution:
    """One attribution: spans in characters of the text, tokens as indices of the parse."""

    source: Span | None
    """Null where nobody is said to say it, and for narration."""
    cue: list[Span]
    content: list[Span]
    """In reading order, not overlapping, never empty."""
    mode: Mode
    lemma: str = ""
    """Base form of the cue's head (*say*, *accord*, *claim*), or empty where there is no cue word."""
    rule: str = ""
    """The frame in which the cue takes its content, see :mod:`allegedly.reading.frames`; or what else found it."""
    cue_token: int | None = None
    """Head token of the cue."""
    source_token: int | None = None
    """Head token of the source."""
    addressee: Span | None = None
    within: int | None = None
    """Place in the list of the attribution whose content holds this one."""
    confidence: float = 0.0
    """How sure the reader is of source and content, 0 to 1."""
    by: str = "rules"
    """Who found it: ``rules``, ``network``, or ``both``: the rules, and the network weighed them."""
    likely: float | None = None
    """How sure the network is that the cue's head is one, where it was asked."""
    carried: list[Span] = field(default_factory=list)
    """Quotations in the content that no words attribute: whoever was quoted before is still speaking."""
