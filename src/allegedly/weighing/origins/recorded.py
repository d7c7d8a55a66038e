"""Where a voice that the reader has found is not who says so: what is heard on a tape, or stands in a paper, that says."""

from __future__ import annotations

import re
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows as reader_rows
from allegedly.weighing.origins.exhibits import Exhibit, exhibits
from allegedly.weighing.origins.hops import Hop, head, is_name, is_person, says
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying

_IMPERSONAL = ("it", "this", "that", "they", "these")
_HEARD = re.compile(
    r"\b(?:is|are|was|were|can|could|may|be|been|to be)(?: (?:\w+ly|also|then|not|be))* (?:heard|seen|shown|filmed|recorded"
    r"|overheard|caught)\b"
)
"""How it is told what somebody says on a recording: *the minister is heard to say*."""
_ON = re.compile(r"\b(?:[Oo]n|[Ii]n)$")
_ON_WHICH = re.compile(r"(?:, (?:on|in|with|of) [^,.;]{2,40},)?,? (?:on|in) which\b")
_GOT = re.compile(
    r",? (?:(?:that|which) )?(?:(?:was|has been|had been|is) )?(?:\w+ly )?(?:obtained|leaked|heard by|seen by|passed|sent"
    r"|handed|made available"
    r"|published by|broadcast by|played|in the (?:hands|possession)|secretly|covertly)\b"
)
"""Behind a recording that its speaker has not given out himself."""
_ON_IT = re.compile(r"\b(?:on|in) (?:it|them)\b")
_IN_ONE = re.compile(
    r"\W*(?:[Ii]n|[Oo]n) (?:it|them|these|one(?: of (?:them|these))?|(?:the|a) (?:first|second|third|fourth|last|next"
    r"|other|latest|longest"
    r"|shortest)(?: one| of (?:them|these))?|another(?: one)?|both)\b"
)
"""*In it, the board tells …*; *in the third one …*"""
_SO = re.compile(r"(?:That|This|So|It|Such)\b")
_AHEAD = 8
_FEW = 6
"""Words before a paper among which is how somebody says it there."""
_WRITING = ("write", "note", "state", "record", "enter")
"""What is done on paper."""
_ITS = ("its ", "his ", "her ", "their ")
_HAS_HIM = re.compile(r"\b(?:has|have|had) $")
"""*The tape has the mayor asking for two percent*."""
_VOICE = "voice"
_CARRIERS = ("copy", "print-out", "printout", "photocopy", "transcript", "scan", "version", "extract", "photograph")
"""Of a document nothing but itself once more."""
_SENTENCES = 3
"""Sentences before somebody writes in which the paper is looked for."""
_BACK = 700
"""Characters before a statement in which a recording is looked for."""
_MESSAGES = frozenset("message messages voicemail voicemails chat chats call calls".split())


def recorded(report: Report, saying: Saying) -> Hop | None:
    """The document that says what a statement is given a voice for; nothing where that is not so.

    Args:
        report: The article.
        saying: The statement.
    """
    if not saying.hops and _HEARD.search(report.text, *report.sentence(saying.start, saying.end)):
        start, end = report.sentence(saying.start, saying.end)
        heard = _on_tape(report, saying, start, end)
        if heard and report.long and heard.start < start:
            heard = None  # *The children are shown at the gate*, below a picture
        return report.naming.document(heard) if heard else None
    if len(saying.hops) != 1:
        return None
    last, found = saying.hops[-1], report.naming.showing
    start, end = report.sentence(saying.start, saying.end)
    if saying.by is not None and not start <= saying.by[0] < end:
        start, end = min(start, report.sentence(*saying.by)[0]), max(end, report.sentence(*saying.by)[1])
    exhibit: Exhibit | None = None
    called = report.text[slice(*saying.by)] if saying.by is not None else last.words
    if called.lower() in _IMPERSONAL and last.kind in ("nobody", "own", "voice", "unnamed"):
        exhibit = _meant(report, saying, start, end)
    elif last.kind in ("voice", "unnamed"):
        exhibit = _part(report, saying, start, end) or _on_tape(report, saying, start, end)
        if exhibit is None and saying.by is not None and not is_name(last.name):
            exhibit = in_which(report, start, min(end, saying.by[0]))
        if exhibit is None and not saying.quoted:
            exhibit = found.says(start, end, saying.cue)
        if exhibit is None and not saying.quoted and saying.act in ("promise", "belief", "demand", "judgement"):
            exhibit = found.stands(start, end) or _next(report, end)
        if exhibit is None and saying.by is not None and _HAS_HIM.search(report.text, max(start, saying.by[0] - 8), saying.by[0]):
            exhibit = next(
                (e for e in exhibits(report.text, start, saying.by[0]) if not report.text[start : e.start].strip()), None
            )
        if exhibit is None and lexicons.singular(head(folded(last.words))) == _VOICE:
            exhibit = _heard(report, start, end)
        if exhibit is None and saying.cue in _WRITING and not is_name(last.name):
            exhibit = found.held(start, saying.start) or _written(report, start)
        if exhibit is None and _IN_ONE.match(report.text, start, end) and start:
            exhibit = found.held_before(start)
    if exhibit is None:
        return None
    hop = report.naming.document(exhibit)
    return hop if hop.kind in ("document", "voice") else None


def _meant(report: Report, saying: Saying, start: int, end: int) -> Exhibit | None:
    """The document that *it* means: *so it says in a plan of …*; *the log has reached us, and it says …*."""
    found = report.naming.showing
    if stands := found.stands(start, end):
        # *The group has the files, it says on its page*: so the group says.
        own = stands.words.lower().startswith(_ITS) and saying.hops[-1].kind in ("voice", "unnamed")
        return None if own else stands
    if saying.hops[-1].kind == "voice":
        return None
    at = saying.by[0] if saying.by is not None else saying.start
    return found.held(start, at) or (found.held_before(start) or _topic(report, start) if start else None)


def _topic(report: Report, start: int) -> Exhibit | None:
    """The document with which the sentence before begins: *The draft lists 214 wells. At ninety there is none, it says*."""
    begin, stop = report.sentence(start - 1, start)
    first = next(exhibits(report.text, begin, stop), None)
    return first if first is not None and not report.text[begin : first.start].strip() else None


def _next(report: Report, end: int) -> Exhibit | None:
    """The document that the next sentence gives for what was told: *He agreed to lose. That is what a tape shows*."""
    if end >= len(report.text) or "\n" in report.text[max(0, end - 2) : end]:
        return None
    begin, stop = report.sentence(end, end + 1)
    if _SO.match(report.text, end, end + _AHEAD) and (shown := report.naming.showing.shows(begin, stop)):
        return shown
    return report.naming.showing.held(begin, stop)


def _heard(report: Report, start: int, end: int) -> Exhibit | None:
    """The recording on which there is a voice: *“No pilot,” says a voice on the tape*."""
    here = next(exhibits(report.text, start, end), None)
    return here or report.naming.showing.held(start, end) or report.naming.showing.earlier(max(0, start - _BACK), start)


def _written(report: Report, start: int) -> Exhibit | None:
    """The paper of which it was told just before, where somebody without a name writes: *a letter …. The registrar writes*."""
    begin = start
    for _ in range(_SENTENCES):
        if not begin:
            return None
        begin, stop = report.sentence(begin - 1, begin)
        e = report.naming.showing.held(begin, stop) or report.naming.showing.shows(begin, stop)
        if e is not None:
            return None if _is_tape(e) else e
    return None


def written_in(report: Report, saying: Saying) -> Exhibit | None:
    """The paper in which somebody says it by its sentence: *she wrote in a letter to the curia that …*.

    Args:
        report: The article.
        saying: The statement.
    """
    start, end = report.sentence(saying.start, saying.end)
    for e in exhibits(report.text, start, end):
        before = report.text[start : e.start].split()[-_FEW:]
        if before[-1:] and before[-1] in ("in", "by") and any(says(w) for w in before) and not _is_tape(e):
            return e
    return None


def _part(report: Report, saying: Saying, start: int, end: int) -> Exhibit | None:
    """The document in whose phrase the reader's source stands: *messages on the telephone of the agent X show*."""
    if saying.by is None:
        return None
    a, b = saying.by
    for e in exhibits(report.text, start, end):
        if e.noun < a and b <= e.end:
            return e
        noun = lexicons.singular(head(folded(report.text[a:b])))
        if a < e.start and e.end <= b and saying.hops[-1].kind == "unnamed" and not is_person(noun):
            return e if noun in _CARRIERS else report.naming.showing.stands(start, end)
    return None


def in_which(report: Report, start: int, end: int) -> Exhibit | None:
    """The paper of a sentence in which something is said: *the same letter, on the same paper, in which the bishop writes …*.

    Args:
        report: The article.
        start: Where the sentence begins.
        end: Where it ends.
    """
    return next((e for e in exhibits(report.text, start, end) if _ON_WHICH.match(report.text, e.end)), None)


def _on_tape(report: Report, saying: Saying, start: int, end: int) -> Exhibit | None:
    """The recording on which somebody is heard: *“Three,” says the minister on the tape*."""
    here = [e for e in exhibits(report.text, start, end) if _is_tape(e)]
    for e in here:
        definite = e.words.lower().startswith(("the ", "this ", "that "))
        known = definite or _GOT.match(report.text, e.end)
        if known and _ON.search(report.text[start : e.start].rstrip()):
            return e
        if saying.by and saying.by[0] > e.end and _ON_WHICH.match(report.text, e.end):
            return e
    heard = _HEARD.search(report.text, start, end)
    if heard and here:
        return here[0]
    if not heard and not (saying.by and _ON_IT.search(report.text[saying.by[1] : end])):
        return None
    before = [e for e in exhibits(report.text, max(0, start - _BACK), start) if _is_tape(e)]
    return before[0] if before else None


def _is_tape(e: Exhibit) -> bool:
    noun = lexicons.singular(e.words[: e.noun - e.start].split()[-1].lower())
    return noun in _tapes() or noun in _MESSAGES


@cache
def _tapes() -> frozenset[str]:
    """Nouns of recordings."""
    return frozenset(row["noun"] for row in reader_rows("documents") if row["class"] == "recording") - {"broadcast"}
