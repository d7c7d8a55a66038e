"""What no source says: the outlet's own voice, sentence by sentence.

A sentence is narration where its main verb neither is the cue of an attribution nor stands in what somebody is said to
have said. A sentence that is narration may hold attributions (*Talks broke off after the minister rejected the plan*).
"""

from __future__ import annotations

from bisect import bisect_right

from allegedly.intake.dateline import agencies
from allegedly.model import Span
from allegedly.reading.cues import hedges
from allegedly.reading.frames import group, trim
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.posts import posts
from allegedly.reading.relation import Attribution

_COVERED = 0.6
_FAR = 1 << 60
_FINITE = ("VBD", "VBZ", "VBP")
_ASSERTS = (*_FINITE, "MD")
_RELATIVES = ("WDT", "WP")
_HANGS = ("IN", "TO", *_RELATIVES, "VBN")
"""Tags with which begins what hangs on the words before it: *of the meeting in May*, *that was seen by the Herald*."""
_LEADS = ("IN", "TO", "RB", "WRB", "VBG", "VBN")
"""Tags with which a circumstance begins."""
_FEWEST = 3
_CIRCUMSTANCE = 6
"""Words that a phrase beside somebody's words may have without saying anything itself."""
_NEAR = 64
"""Spans looked back on; a sentence has far fewer."""
_STATED, _HEDGED, _ASIDE = 0.9, 0.8, 0.6
"""Share of narrated sentences in PolNeAR's training part that touch nobody's words there; lower where hedged."""


def find_narration(parse: Parse, attributions: list[Attribution], begin: int = 0) -> list[Attribution]:
    """The sentences in the outlet's own voice, as attributions without a source, from offset ``begin`` on."""
    found: list[Attribution] = []
    around = [span for post in posts(parse.text, paragraphs_of(parse.text)) for span in post.around]
    taken = sorted([*around, *(span for a in attributions for span in (*a.content, *a.cue, *([a.source] if a.source else [])))])
    contents = sorted(span for a in attributions for span in a.content)
    # All words of a cue: the main verb of *quoted … as saying* is the one, the token that the cue goes by the other.
    cues = {a.cue_token for a in attributions} | {token for a in attributions for span in a.cue for token in parse.tokens(span)}
    named = [a.source for a in attributions if a.rule == "according" and a.source]
    cued = frozenset(end for spans in (*(a.cue for a in attributions), named) for _, end in spans)
    for first, last in _sentences(parse, contents):
        span = trim(parse.text, max(parse.start[first], begin), parse.end[last])
        if span is None or span[1] <= begin or not any(c.isalnum() for c in parse.text[span[0] : span[1]]):
            continue
        roots = [i for i in range(first, last + 1) if parse.head[i] == i and parse.dep[i] != "punct" and parse.tag[i] != "_SP"]
        main = roots[0] if roots else first
        if main in cues or _inside(contents, parse.start[main]):
            for piece, says in _left_over(parse, first, last, taken, begin, cued):
                told = None if says else _told_so(attributions, parse.start[first], piece)
                if told is None:
                    found.append(_narrated(piece, _ASIDE))
                else:
                    told.cue.append(piece)
            continue
        # A sentence without a verb is its attributions' if most of its words are.
        if parse.tag[main] not in _FINITE and _share(taken, span) > _COVERED:
            continue
        if _is_sign_off(parse, first, last):
            continue
        hedge = _hedge(parse, main)
        found.append(_narrated(span, _HEDGED if hedge else _STATED, hedge))
    return found


def _is_sign_off(parse: Parse, first: int, last: int) -> bool:
    """Whether a line is but an agency's name under its report: *Reuter*."""
    words = [parse.lower[k] for k in range(first, last + 1) if parse.word[k][0].isalnum()]
    return len(words) < _FEWEST and " ".join(words) in agencies()


def _narrated(span: Span, confidence: float, hedge: Span | None = None) -> Attribution:
    return Attribution(
        source=None,
        cue=[hedge] if hedge else [],
        content=[span],
        mode="narration",
        rule="narration",
        confidence=confidence,
    )


def _told_so(attributions: list[Attribution], begin: int, piece: Span) -> Attribution | None:
    """The attribution of the sentence whose cue stands last before a circumstance, which belongs to it."""
    before = [a for a in attributions if a.cue and begin <= a.cue[-1][0] and a.cue[-1][1] <= piece[0]]
    return max(before, key=lambda a: (a.cue[-1][1], -len(a.content)), default=None)


def _left_over(
    parse: Parse, first: int, last: int, taken: list[Span], begin: int, cued: frozenset[int]
) -> list[tuple[Span, bool]]:
    """Parts of a sentence of somebody else's words that stand in no source, cue or content, and whether they say something.

    A clause of the outlet's own does (*… , and ordered three days of mourning*); to whom, when and where somebody spoke does
    not. Such a circumstance is left out where it has few words. ``cued`` are the ends of cues.
    """
    found: list[tuple[Span, bool]] = []
    at = max(0, bisect_right(taken, (parse.end[last], _FAR)) - _NEAR)
    held = [span for span in taken[at:] if span[1] > parse.start[first] and span[0] < parse.end[last]]
    run: list[int] = []
    for i in [*range(first, last + 1), -1]:
        free = i >= 0 and parse.start[i] >= begin and not any(a < parse.end[i] and parse.start[i] < b for a, b in held)
        if free:
            run.append(i)
            continue
        ends = _turn(parse, run) if run and parse.start[run[0]] - 1 in cued else 0
        for part, beside in ((run[:ends], True), (run[ends:], False)):
            words = [k for k in part if parse.word[k][0].isalnum()]
            while words and (parse.dep[words[0]] in ("cc", "mark") or (beside and parse.tag[words[0]] not in _LEADS)):
                words.pop(0)  # "told *the Star* from his bed": who is told
            says = bool(words) and _says(parse, words, beside=beside)
            if len(words) > _CIRCUMSTANCE or (says and len(words) >= _FEWEST):
                span = trim(parse.text, parse.start[words[0]], parse.end[part[-1]])
                if span:
                    found.append((span, says))
        run = []
    return found


def _turn(parse: Parse, run: list[int]) -> int:
    """How many of the words straight behind a cue say to whom, when and where it was said: those before a comma or *and*."""
    turns = (place for place, t in enumerate(run) if parse.word[t] in (",", ";", "—", "–") or parse.lower[t] in ("and", "but"))
    return next(turns, len(run))


def _says(parse: Parse, words: list[int], *, beside: bool) -> bool:
    """Whether words that are left over say something by themselves, straight behind a cue or elsewhere."""
    verbs = [k for k in words if parse.tag[k] in _ASSERTS]
    if len(words) > _CIRCUMSTANCE and verbs:
        return True
    if beside:
        return False
    if not verbs:
        return parse.tag[words[0]] not in (*_HANGS, "DT", "PRP$", "VBG")
    return parse.tag[words[0]] not in _HANGS or any(
        parse.tag[k - 1] not in _RELATIVES and parse.dep[_main(parse, k)] not in ("relcl", "acl") for k in verbs
    )


def _main(parse: Parse, verb: int) -> int:
    """The verb that a helping verb helps, and what it is joined to by *and*."""
    for _ in range(4):
        if parse.dep[verb] not in ("aux", "auxpass", "conj"):
            break
        verb = parse.head[verb]
    return verb


def _sentences(parse: Parse, contents: list[Span]) -> list[tuple[int, int]]:
    """The sentences, those joined between which a quotation runs on."""
    starts = [start for start, _ in contents]
    joined: list[tuple[int, int]] = []
    for first, last in parse.sentences:
        at = bisect_right(starts, parse.start[first]) - 1
        if joined and at >= 0 and contents[at][0] < parse.start[first] - 1 and contents[at][1] > parse.end[first]:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _hedge(parse: Parse, main: int) -> Span | None:
    """The verb group by which the outlet holds back (*appears to*), where the sentence has one as its main verb."""
    if parse.tag[main][:2] == "VB" and lemma_of(parse.lower[main]) in hedges():
        return parse.span(*group(parse, main))
    return None


def _inside(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, (offset, _FAR)) - 1
    return any(start <= offset < end for start, end in spans[max(0, at - 40) : at + 1])


def _share(spans: list[Span], whole: Span) -> float:
    """Share of the span's characters that the sorted spans cover."""
    covered, reach = 0, whole[0]
    at = max(0, bisect_right(spans, whole) - 40)
    for start, end in spans[at:]:
        if start >= whole[1]:
            break
        low, high = max(start, reach), min(end, whole[1])
        if high > low:
            covered += high - low
            reach = high
    return covered / (whole[1] - whole[0])
