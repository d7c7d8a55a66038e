"""The least that a candidate's confidence is, or must be, by what its form alone says."""

from __future__ import annotations

from allegedly.reading.closing_words import may_report, reporting
from allegedly.reading.cues import denials, rejections
from allegedly.reading.frames import Candidate, Layout
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse

THRESHOLD = 0.4
"""Candidates below this confidence are left out: a little above the point of the best F1 on PolNeAR's development part,
since a wrong line costs a reader more than a missing one."""

UNKNOWN = 0.5
"""The same for cues that the vocabulary does not know."""

PLAIN = 0.25
"""The same for a cue in the frame that is its own: *said that …*, *urged them to …*."""
_PLAIN = (("clause", "statement"), ("demand", "demand"))

CERTAIN = 0.6
"""Least confidence of a denial of what others claim, and of *according to*, whose short contents are rare in PolNeAR."""

CREDITED = 0.85
"""Least confidence of a source that stands in a fixed form of words: *by the union's count*."""

SIGNED = 0.9
"""Least confidence of a quoted paragraph with a name under it: the form alone says who speaks."""

_GIVING = frozenset({("put", "figure"), ("give", "figure"), ("speak", "prep:of"), ("talk", "prep:of"), ("arrive", "prep:at")})
"""Verbs and frames by which somebody gives a figure."""

_MINDS = frozenset("know note remember realise realize understand".split())
"""Verbs that tell somebody what to bear in mind, with *should* and *must*."""

NO_WORD = ("speaker", "signed", "scene", "credit")
"""Frames whose cue is a mark and no word."""


def least(frame: str, family: str) -> float:
    """The least confidence of what is kept, by frame and by what kind of cue it is."""
    if not family and frame not in NO_WORD:
        return UNKNOWN
    return PLAIN if (frame, family) in _PLAIN else THRESHOLD


def floored(layout: Layout, candidate: Candidate, sure: float) -> float:
    """The confidence, with a floor for a denied claim (*denied the allegations*), which PolNeAR leaves out."""
    lemma = lemma_of(layout.parse.lower[candidate.token])
    if candidate.frame == "signed":
        return max(sure, SIGNED)
    if candidate.frame == "credit":
        return max(sure, CREDITED if candidate.source else CERTAIN)
    if candidate.frame == "according" and (lemma != "accord" or _tells(layout.parse, candidate)):
        return max(sure, CREDITED)
    if _figures(layout.parse, candidate, lemma):
        return max(sure, CERTAIN)
    if _bids(layout.parse, candidate, lemma):
        return 0.0
    if candidate.frame == "according" or _told(layout.parse, candidate, lemma) or (candidate.closing and not candidate.source):
        return max(sure, CERTAIN)
    if candidate.frame == "clause" and _plain(layout.parse, candidate, lemma):
        return max(sure, CERTAIN)
    if candidate.frame == "as" and _apart(layout.parse, candidate):
        return 0.0
    if candidate.frame == "noun clause" and _denied(layout.parse, candidate):
        return 0.0
    if candidate.frame == "object" and candidate.source and lemma in denials():
        tokens = layout.parse.tokens(candidate.content[0])
        head = layout.parse.head_of(tokens[0], tokens[-1]) if tokens else None
        if head is not None and (
            lemma_of(layout.parse.lower[head]) in rejections("claim") or layout.parse.tag[head] in ("PRP", "DT")
        ):
            return max(sure, CERTAIN)
    return sure


def _told(parse: Parse, candidate: Candidate, lemma: str) -> bool:
    """Whether a sentence ends with who was told it, though not by whom: *…, a jury was told*."""
    if candidate.frame != "fronted" or candidate.source is not None or lemma not in ("tell", "inform"):
        return False
    before = parse.text[candidate.content[0][1] : candidate.cue[0]].lstrip()
    return before[:1] == "," and len(candidate.content) == 1


def _plain(parse: Parse, candidate: Candidate, lemma: str) -> bool:
    """Whether it is a plain *X says that …*."""
    head = candidate.source_token
    if (
        lemma not in reporting()
        or head is None
        or head > candidate.token
        or parse.tag[candidate.token] not in ("VBD", "VBZ", "VBP")
    ):
        return False
    return _first_word(parse, candidate) == "that" and may_report(parse, head)


def _first_word(parse: Parse, candidate: Candidate) -> str:
    """The first word of the content."""
    return parse.lower[parse.token_at(candidate.content[0][0])]


def _bids(parse: Parse, candidate: Candidate, lemma: str) -> bool:
    """Whether somebody is only told to know or to bear in mind: *Walkers should know that …*."""
    token = candidate.token
    if parse.tag[token] == "MD":
        token = parse.head[token]
        lemma = lemma_of(parse.lower[token])
    if lemma not in _MINDS or _first_word(parse, candidate) != "that":
        return False
    return any(parse.lower[c] in ("should", "must", "ought") for c in parse.children[token])


def _tells(parse: Parse, candidate: Candidate) -> bool:
    """Whether *according to* goes on with what somebody told: *according to what her deputy told the council*."""
    return candidate.source is not None and parse.lower[parse.token_at(candidate.source[0]) - 1] == "what"


def _figures(parse: Parse, candidate: Candidate, lemma: str) -> bool:
    """Whether somebody gives a figure: *puts the dead at nine*, *speaks of four dead*."""
    head = candidate.source_token
    if head is None or not may_report(parse, head) or (lemma, candidate.frame) not in _GIVING:
        return False
    plain = candidate.source is not None and "," not in parse.text[slice(*candidate.source)]
    return plain and any(parse.tag[t] == "CD" for span in candidate.content for t in parse.tokens(span))


def _apart(parse: Parse, candidate: Candidate) -> bool:
    """Whether an *as* clause is only about what is denied: *not of 1563, as the label says, but of 1870*."""
    if len(candidate.content) < 2:
        return False
    first, second = candidate.content[0], candidate.content[-1]
    words = [parse.lower[t] for t in parse.tokens(first)]
    return ("not" in words or "n't" in words) and parse.lower[parse.token_at(second[0])] == "but"


def _denied(parse: Parse, candidate: Candidate) -> bool:
    """Whether the noun is what a verb denies (*denied allegations that …*): whoever denies is not who alleges."""
    above = parse.head[candidate.token]
    given = candidate.source_token is not None and parse.head[candidate.source_token] == candidate.token
    return parse.dep[candidate.token] == "dobj" and not given and lemma_of(parse.lower[above]) in denials()
