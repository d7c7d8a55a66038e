"""What the reader takes for saying and is only done: *the senators have filed nine motions*, *the warden mourned the death*.

Whoever does something, decides on it, takes to heart what has happened, or has yet to prove something, of which an outlet tells,
is no source of it: that he did so, the outlet says.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from allegedly.ledger.names import folded
from allegedly.model import Statement
from allegedly.reading import lexicons
from allegedly.reading.cues import family_of, rejections
from allegedly.reading.inflection import lemma_of
from allegedly.weighing.origins.hops import head, says
from allegedly.weighing.origins.vocabularies import words

_CLAUSE = re.compile(r"(?:that|whether|if|how|why|what|when|where|who|which|there|it|he|she|they|we|I|you|as|not|to|for)\b")
_COUNT = re.compile(
    r"(?:the|its|their|his|her) (?:[\w-]+ )?(?:number|count|toll|figures?|total|estimate|tally|forecast|warning)\b"
)
"""Whoever raises the number of the dead from four to nine says how many there are."""
_VIEW = re.compile(r"(?:the|his|her|its|their) (?:\w+ )?(?:need|right|idea|notion|importance|value|wisdom|duty|case)\b")
"""What somebody takes to heart that is no more than his view."""
_ENDS = re.compile(r",|\b(?:who|whom|whose|which|that|where|when|while|after|before|because|if|as|until|since|unless|whether)\b")
"""Where a noun's phrase ends, or something is told of it."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|isn|aren|wasn|weren|hasn|won)\b"
)
_YET = re.compile(
    r"(?:just |only |first )?to\b|.*\b(?:has|have|had|need|needs|must|ought|required|able|trying|tries|tried)\b.* to\b"
)
_OBLIGED = re.compile(r"\b(?:has|have|had|needs?|ought|required|obliged|expected|asked|ordered|would|must|instead of|without)\b")
_CHOSEN = re.compile(r"(?:not )?(?:to|against|for|in favou?r of|whether|on)\b")
"""What is chosen: *voted to shut the lock*, *the decision to sell*."""
_VERDICT = re.compile(r"(?!that\b)[^.;]{1,120}?\b(?:guilty|liable|in contempt)\b")
"""*The jury found the miller not guilty.*"""
_SAYING = re.compile(r"(?:\w+ly )?(?P<verb>[a-z]+ing)\b")
_NO_PEOPLE = ("place", "state", "organisation", "other")
"""What sees and hears nothing of which it could tell: a town saw a riot, a court hears a case."""
_WORDS_FOR_CLAIMS = 60
"""Characters of what is rejected in which it is called a claim."""
_BACK = 25
"""Characters before a verb in which it is told that it has yet to be done."""
_MODAL = re.compile(
    r" (?:will|can|may|should|must|might|would|need|have to|are (?:asked|advised|invited|requested|reminded|urged)|no longer)\b"
)
"""Behind those to whom a text speaks."""
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
    inside = s.mode == "direct" and len(s.chain) > 1  # told by who is quoted
    if (s.mode not in ("indirect", "mixed") and not inside) or not s.cue:
        return False
    if _is_label(text, s):
        return True
    if s.source.kind in ("document", "outlet") or kind not in ("voice", "unnamed"):
        return False
    start, end = s.content[0]
    content = text[start : min(end, start + _LONGEST)]
    if _proves(text, s, cues) or _chooses(text, s, content, cues) or _startles(content, cues):
        return True
    if "find" in cues and _VERDICT.match(content):
        return True
    if s.mode == "mixed" or inside or not _is_thing(content):
        return False
    spoken = [word for a, b in s.cue for word in folded(text[a:b]).split()]
    if s.source.kind in _NO_PEOPLE and not words("perceiving").isdisjoint(spoken):
        return True
    if any(cue in words("refusals") for cue in cues):
        # *Voters rejected the bill*; not *the mayor rejected the claim*.
        return rejections("claim").isdisjoint(lexicons.singular(word) for word in folded(content[:_WORDS_FOR_CLAIMS]).split())
    if any(cue in words("reactions") for cue in cues):
        return s.stance == "affirms" and " as " not in content and _VIEW.match(content) is None
    known = [cue for cue in cues if family_of(cue)]
    if any(cue in words("acts") for cue in cues):
        return all(cue in words("acts") for cue in known)
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


def _chooses(text: str, s: Statement, content: str, cues: Collection[str]) -> bool:
    """Whether it is what somebody decides on, or is out for: *the board voted to sell*, *her refusal to step down*."""
    chosen = any(cue in words("choices") for cue in cues) and _CHOSEN.match(content) is not None
    a, b = s.source.span or (0, 0)
    before = text[max(0, a - _BACK) : a].strip().removesuffix(" that").split()[-1:]
    # *The regent said he plans to sell*: so he says.
    return chosen and text[a:b].lower() not in ("i", "we") and not any(says(word) for word in before)


def _startles(content: str, cues: Collection[str]) -> bool:
    """Whether it is by doing something that somebody startles others: *shocked the town by selling the ferry*."""
    doing = _SAYING.match(content) if any(cue in words("startling") for cue in cues) else None
    return doing is not None and family_of(lemma_of(doing["verb"])) != "statement"


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


def is_in_mind(text: str, s: Statement, cues: Collection[str]) -> bool:
    """Whether the cue is what somebody knows or is out to do, of which the outlet tells: *officials knew that …*."""
    if "know" in cues and {"make", "let"} & {*cues}:
        return False  # *as the town has made known*
    decided = s.act in ("promise", "demand") and text[slice(*s.source.span or (0, 0))].lower() not in ("i", "we")
    return any(cue in words("minds") or (decided and cue in words("decisions")) for cue in cues)


def is_of_readers(text: str, s: Statement, cues: Collection[str]) -> bool:
    """Whether it is what readers, guests, visitors will find, or should know: *guests will no longer see the old bear*."""
    if s.source.span is None or lexicons.singular(head(folded(text[slice(*s.source.span)]))) not in words("readers"):
        return False
    return bool(_MODAL.match(text, s.source.span[1])) or any(cue in words("senses") for cue in cues)


def is_hearsay(text: str, s: Statement, cues: Collection[str]) -> bool:
    """Whether the source only heard it, and from nobody who is named: *Mr Lamb had heard that …*."""
    return any(cue in words("hearsay") for cue in cues) and text.startswith(" that ", s.cue[-1][1])
