"""What the reader takes for saying and is only done: *the senators have filed nine motions*, *the warden mourned the death*.

Whoever does something, takes to heart what has happened, or has yet to prove something, of which an outlet tells, is no source
of it: that he did so, the outlet says.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from allegedly.ledger.names import folded
from allegedly.model import Statement
from allegedly.reading.cues import family_of
from allegedly.reading.inflection import lemma_of
from allegedly.weighing.origins.vocabularies import words

_CLAUSE = re.compile(r"(?:that|whether|if|how|why|what|when|where|who|which|there|it|he|she|they|we|I|you|as|not|to|for)\b")
_COUNT = re.compile(
    r"(?:the|its|their|his|her) (?:[\w-]+ )?(?:number|count|toll|figures?|total|estimate|tally|forecast|warning)\b"
)
"""Whoever raises the number of the dead from four to nine says how many there are."""
_VIEW = re.compile(r"(?:the|his|her|its|their) (?:\w+ )?(?:need|right|idea|notion|importance|value|wisdom|duty|case)\b")
"""What somebody takes to heart that is no more than his view."""
_ENDS = re.compile(r",|\b(?:who|whom|whose|which|that|where|when|while|after|before|because|if|as|until|since|unless)\b")
"""Where a noun's phrase ends, or something is told of it."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|isn|aren|wasn|weren|hasn|won)\b"
)
_YET = re.compile(
    r"(?:just |only |first )?to\b|.*\b(?:has|have|had|need|needs|must|ought|required|able|trying|tries|tried)\b.* to\b"
)
_OBLIGED = re.compile(r"\b(?:has|have|had|needs?|ought|required|obliged|expected|asked|ordered|would|must|instead of|without)\b")
_BACK = 25
"""Characters before a verb in which it is told that it has yet to be done."""
_LONGEST = 300
"""Characters of what somebody is taken to say that are looked at."""


def is_done(text: str, s: Statement, kind: str, cues: Collection[str]) -> bool:
    """Whether what a source is taken to say, it only does, reacts to, or has yet to prove.

    Args:
        text: The article's text.
        s: The statement.
        kind: What sort of voice it is given.
        cues: The base forms of the words that attribute it.
    """
    if s.mode not in ("indirect", "mixed") or not s.cue:
        return False
    if _is_label(text, s):
        return True
    if s.source.kind in ("document", "outlet") or kind not in ("voice", "unnamed"):
        return False
    start, end = s.content[0]
    content = text[start : min(end, start + _LONGEST)]
    if _proves(text, s, cues):
        return True
    if s.mode == "mixed" or not _is_thing(content):
        return False
    if any(cue in words("reactions") for cue in cues):
        return s.stance == "affirms" and " as " not in content and _VIEW.match(content) is None
    known = [cue for cue in cues if family_of(cue)]
    if any(cue in words("acts") for cue in cues):
        return all(cue in words("acts") for cue in known)
    spoken = [word for a, b in s.cue for word in folded(text[a:b]).split()]
    return not known and any(lemma_of(word) != word and word.endswith(("ed", "s", "ing")) for word in spoken)


def _is_label(text: str, s: Statement) -> bool:
    """Whether the source is what a page calls a part of itself, or a word before a colon: *Story highlights*, *Avoid: …*."""
    called = (s.source.text or "").strip()
    if not called[:1].isupper() or " " in called:
        return False
    if called.lower() in words("labels"):
        return True
    common = called.isalpha() and not called.isupper() and s.source.kind in ("other", "unnamed")
    return common and text[slice(*s.cue[0])].strip() == ":"


def _proves(text: str, s: Statement, cues: Collection[str]) -> bool:
    """Whether it has yet to be shown or found out: *the buyer has to demonstrate that he lives there*."""
    if not any(cue in words("proving") for cue in cues):
        return False
    a, b = s.cue[0]
    said = text[a:b].lower()
    return bool(_YET.match(said)) or bool(_OBLIGED.search(text[max(0, a - _BACK) : a]) and said.endswith("ing"))


def _is_thing(content: str) -> bool:
    """Whether words are a noun with what belongs to it, and no clause."""
    if _CLAUSE.match(content) or _COUNT.match(content):
        return False
    cut = _ENDS.search(content)
    return _FINITE.search(content[: cut.start()] if cut else content) is None
