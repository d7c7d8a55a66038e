"""Source, cue and content of every attribution in an article, by grammar, quotation marks and the cue vocabulary.

Candidates come from :mod:`allegedly.reading.candidates`; each gets a confidence; of those for one cue the surest stays, and
of those that claim the same words too. What stays is nested where its cue stands in another's content. Then quotations
that nobody has claimed yet are given to the voice that is still speaking.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate

from allegedly.model import Mode, Span
from allegedly.reading.asides import cut_aside
from allegedly.reading.backwards import give_back
from allegedly.reading.candidates import candidates
from allegedly.reading.confidence import confidence
from allegedly.reading.cues import family_of, hedges
from allegedly.reading.floors import CERTAIN, NO_WORD, UNKNOWN, floored, least
from allegedly.reading.frames import Candidate, Layout, joined, source_phrase, trim
from allegedly.reading.inflection import lemma_of
from allegedly.reading.lexicons import singular, sorts
from allegedly.reading.network.marks import Marks
from allegedly.reading.network.proposals import FRAME, likely_cues, proposals
from allegedly.reading.network.weighing import table, weigh
from allegedly.reading.parse import Parse
from allegedly.reading.quotations import Quotation, find_quotations
from allegedly.reading.relation import Attribution
from allegedly.reading.scenes import led_in
from allegedly.reading.signs import signs
from allegedly.reading.sources import credit_second, quoted_in
from allegedly.reading.tails import cut_head, cut_tail, give_object

HOPELESS = 0.12
"""The network is not asked about a cue that it does not take for one and whose candidates the rules are all less sure of: of
2,500 such cues in PolNeAR's development part it raised none to :data:`BOTH`."""

NEAR = 0.03
"""How much less sure a rule's candidate may be than the network's own for the same cue and still be preferred."""

BOTH = 0.36
"""The same where the network weighs too, for cues that the vocabulary knows, of sources that can speak."""

NESTED = 0.5
NESTED_PHRASE = 0.8
"""The same inside another attribution, for clauses and quotations and for everything else. PolNeAR does not annotate such
ones, so nothing there says how often the weights are right; set on ``voices_gold``."""

CLOSED = 0.8
"""Least confidence of a closing: of those in PolNeAR's development part nine in ten are annotated with this source."""

_CLOSE = ("fronted", "as", "quote", FRAME)
"""Frames that may say what words a closing closes."""
_CLAUSES = ("quote", "signed", "clause", "fronted", "as", "according", "noun clause", "object clause")

_SAME = 0.5
_LONGEST_GAP = 300
_NAME = 4
"""Words of a quotation that may be but a name: *said on the show "Fox and Friends"*."""
_LOOK_BACK = 64


def find_attributions(parse: Parse, paragraphs: list[Span], begin: int = 0, *, network: bool = False) -> list[Attribution]:
    """The attributions in reading order of their first words, nested ones marked; narration is not among them.

    Args:
        parse: The article's parse.
        paragraphs: Spans of its paragraphs.
        begin: Offset before which nothing is looked for (a header block).
        network: Whether the trained network proposes and weighs beside the rules.
    """
    layout = Layout(parse, find_quotations(parse.text, paragraphs))
    rivals = _rivals(layout, begin)
    marks: Marks | None = None
    alone: set[tuple[int, float]] = set()
    if network:
        marks = Marks(parse, layout.quotations)
        kept = _distinct(_best_of_both(layout, rivals, marks, begin))
        inner = _within(_best(layout, rivals), kept)
        surer = {candidate.token: sure for candidate, sure in inner}
        kept = _distinct([*(k for k in kept if k[1] > surer.get(k[0].token, 0.0)), *inner])
        alone = set(surer.items())
    else:
        kept = _distinct(_best(layout, rivals))
    found = [_attribution(layout, candidate, sure) for candidate, sure in kept]
    for attribution, (candidate, sure) in zip(found, kept, strict=True):
        if marks is not None and (candidate.token, sure) not in alone:
            attribution.by = "network" if candidate.proposed else "both"
            attribution.likely = float(marks.cue[candidate.token])
    for attribution in found:
        _credit_quoted(parse, attribution)
        cut_head(parse, attribution)
        cut_tail(parse, attribution)
        give_object(parse, attribution)
        cut_aside(parse, attribution)
    found = give_back(parse, found)
    _run_on(layout, found, begin)
    _nest(_in_order(layout, found))
    standing = [a for a in found if a.within is None or _stands(a)]
    if led := led_in(layout, standing, begin):
        standing += led
        _run_on(layout, standing, begin)
        _in_order(layout, standing)
    _nest(standing)
    for attribution in standing:
        if attribution.within is not None:
            credit_second(parse, attribution, standing[attribution.within])
    return standing


def _in_order(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """The same list, each with its words joined and how much of them is quoted, in reading order."""
    for attribution in found:
        attribution.content = joined(attribution.content)
        attribution.mode = mode_of(layout, attribution.content)
    found.sort(key=lambda a: (a.content[0][0], -a.content[-1][1], a.cue))
    return found


def _stands(nested: Attribution) -> bool:
    """Whether an attribution inside another is sure enough, and its cue one that the vocabulary knows."""
    return nested.confidence >= (NESTED if nested.rule in _CLAUSES else NESTED_PHRASE) and bool(family_of(nested.lemma))


def _rivals(layout: Layout, begin: int) -> dict[int, list[tuple[Candidate, float]]]:
    """The rules' candidates by the head of their cue, each with its confidence by the rules alone.

    Hedges and nouns that the vocabulary does not know have none.
    """
    parse = layout.parse
    of_cue: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates(layout):
        if candidate.cue[0] < begin or candidate.content[0][0] < begin:
            continue
        lemma = lemma_of(parse.lower[candidate.token])
        if lemma in hedges() or (candidate.frame.startswith(("noun", "adjective")) and not family_of(lemma)):
            continue
        of_cue[candidate.token].append(candidate)
    found = {}
    for token, rivals in of_cue.items():
        lemma = lemma_of(parse.lower[token])
        family = family_of(lemma)
        frames = frozenset(r.frame for r in rivals)
        found[token] = [(r, confidence(signs(layout, r, lemma, family, frames - {r.frame}))) for r in rivals]
    return found


def _best(layout: Layout, of_cue: dict[int, list[tuple[Candidate, float]]]) -> list[tuple[Candidate, float]]:
    """For each cue its surest candidate, where it is sure enough."""
    chosen = []
    for token, rivals in of_cue.items():
        candidate, sure = _surest(layout, rivals)
        if sure >= least(candidate.frame, family_of(lemma_of(layout.parse.lower[token]))):
            chosen.append((candidate, sure))
    return chosen


def _surest(layout: Layout, rivals: list[tuple[Candidate, float]]) -> tuple[Candidate, float]:
    """The surest of one cue's candidates, floors reckoned in; the first of equals. A signed quotation has no rival.

    A closing says who speaks, whatever its rivals; of those that give the same source the surest says what.
    """
    sures = [floored(layout, candidate, sure) for candidate, sure in rivals]
    place = max(range(len(rivals)), key=lambda i: (rivals[i][0].frame == "signed", sures[i], -i))
    closing = next((candidate for candidate, _ in rivals if candidate.closing), None)
    if closing is None:
        return rivals[place][0], sures[place]
    if closing.source is None:
        return closing, max(CERTAIN, *(s for (rival, _), s in zip(rivals, sures, strict=True) if not rival.source), 0.0)
    start, end = closing.source
    same = [
        i
        for i, (rival, _) in enumerate(rivals)
        if rival.frame in _CLOSE and rival.source and rival.source[0] < end and start < rival.source[1]
    ]
    place = max(same, key=lambda i: (sures[i] if not rivals[i][0].closing else CERTAIN, -i))
    chosen = rivals[place][0]
    inverted = chosen.source is not None and start > closing.cue[0] and chosen.source[0] == start and chosen.source[1] > end
    if not inverted:  # behind its verb, a source has what is put beside it: "said Ada Lind, the head of the board"
        chosen.source, chosen.source_token = closing.source, closing.source_token
    content = closing.content if closing.addressee or len(closing.content) > len(chosen.content) else chosen.content
    chosen.addressee = closing.addressee
    chosen.content = [part for span in content for part in _outside(layout, span, closing.source)]
    return (chosen if chosen.content else closing), max(sures[place], CLOSED)


def _outside(layout: Layout, span: Span, source: Span) -> list[Span]:
    """What is left of a span without the source's words, trimmed."""
    parts = [(span[0], min(span[1], source[0])), (max(span[0], source[1]), span[1])]
    if span[1] <= source[0] or span[0] >= source[1]:
        return [span]
    return [part for low, high in parts if low < high and (part := trim(layout.parse.text, low, high)) and part[1] - part[0] > 2]


def _best_of_both(
    layout: Layout, of_cue: dict[int, list[tuple[Candidate, float]]], marks: Marks, begin: int
) -> list[tuple[Candidate, float]]:
    """For each cue its surest candidate, the rules' or the network's, where both together are sure enough."""
    likely = likely_cues(marks)
    hopeful = {token for token, rivals in of_cue.items() if max(floored(layout, r, s) for r, s in rivals) >= HOPELESS}
    cues = sorted({*hopeful, *likely})
    marks.link(cues)
    proposed = {
        c.token: c
        for c in proposals(layout, marks)
        if c.cue[0] >= begin and c.content[0][0] >= begin and lemma_of(layout.parse.lower[c.token]) not in hedges()
    }
    every = {token: [*of_cue.get(token, []), *((c, 0.0) for c in [proposed.get(token)] if c)] for token in cues}
    sure = iter(weigh([row for rivals in every.values() for row in table(layout, marks, rivals)]))
    chosen = []
    for rivals in every.values():
        if not rivals:
            continue
        both = [(candidate, next(sure)) for candidate, _ in rivals]
        candidate, best = _surest(layout, both)
        ruled = [(c, s) for c, s in both if c.frame != FRAME]
        if candidate.frame == FRAME and ruled:
            # A rule says how the cue takes its content, which stance and chain are judged by: near enough, it is preferred.
            nearest, near = _surest(layout, ruled)
            if near >= best - NEAR:
                candidate, best = nearest, near
            else:
                candidate.frame = nearest.frame
                _name_in_full(candidate, [c for c, _ in sorted(ruled, key=lambda r: r[1], reverse=True)])
        known = candidate.frame in NO_WORD or family_of(lemma_of(layout.parse.lower[candidate.token]))
        if best >= (BOTH if known and _may_speak(layout.parse, candidate) else UNKNOWN):
            chosen.append((candidate, best))
    return chosen


def _may_speak(parse: Parse, candidate: Candidate) -> bool:
    """Whether the source is not a common noun that is neither somebody nor a document: *another plot included …*."""
    token = candidate.source_token
    if candidate.source is None or token is None or parse.tag[token] not in ("NN", "NNS"):
        return True
    return parse.lower[token] in sorts() or singular(parse.lower[token]) in sorts()


def _name_in_full(candidate: Candidate, rivals: list[Candidate]) -> None:
    """Give a candidate of the network the source of the surest rule whose source holds its own: syntax knows where it ends."""
    if candidate.source is None:
        return
    start, end = candidate.source
    for rival in rivals:
        if rival.source and rival.source[0] <= start and end <= rival.source[1]:
            candidate.source, candidate.source_token = rival.source, rival.source_token
            return


def _within(chosen: list[tuple[Candidate, float]], kept: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Those of the chosen whose cue stands in the content of what is kept, and that are surer than what is kept for it."""
    taken = {candidate.token: sure for candidate, sure in kept}
    spans = sorted(span for candidate, _ in kept for span in candidate.content)
    starts = [start for start, _ in spans]
    reaches = list(accumulate((end for _, end in spans), max))
    inner = []
    for candidate, sure in chosen:
        at = bisect_right(starts, candidate.cue[0]) - 1
        if sure >= taken.get(candidate.token, 0.0) and at >= 0 and reaches[at] > candidate.cue[0]:
            inner.append((candidate, sure))
    return inner


def _size(content: list[Span]) -> int:
    return sum(end - start for start, end in content)


def _shared(a: list[Span], b: list[Span]) -> int:
    return sum(max(0, min(y, w) - max(x, v)) for x, y in a for v, w in b)


def _holds(content: list[Span], cue: Span) -> bool:
    return any(start <= cue[0] < end for start, end in content)


def _distinct(chosen: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Without candidates that claim the words of a surer one, unless one of the two stands inside the other."""
    by_strength = sorted(chosen, key=lambda c: (-c[1], c[0].token))
    kept: list[tuple[Candidate, float]] = []
    near: dict[int, list[Candidate]] = defaultdict(list)
    for candidate, sure in by_strength:
        cells = sorted({place // 512 for span in candidate.content for place in range(span[0], span[1] + 512, 512)})
        rivals = {id(r): r for cell in cells for r in near[cell]}.values()
        size = _size(candidate.content)
        clash = False
        for rival in rivals:
            inside = _holds(rival.content, candidate.cue) or _holds(candidate.content, rival.cue)
            if not inside and _shared(candidate.content, rival.content) > _SAME * max(size, _size(rival.content)):
                clash = True
                break
        if not clash:
            kept.append((candidate, sure))
            for cell in cells:
                near[cell].append(candidate)
    return sorted(kept, key=lambda c: c[0].token)


def _attribution(layout: Layout, candidate: Candidate, sure: float) -> Attribution:
    parse = layout.parse
    return Attribution(
        source=candidate.source,
        cue=[candidate.cue],
        content=joined(candidate.content),
        mode="indirect",
        lemma=lemma_of(parse.lower[candidate.token]),
        rule=candidate.frame,
        cue_token=candidate.token,
        source_token=candidate.source_token,
        addressee=candidate.addressee,
        confidence=sure,
    )


def _credit_quoted(parse: Parse, attribution: Attribution) -> None:
    """Give words before *the radio quoted a minister as saying* to the minister; who quotes belongs to the chain."""
    quoting = attribution.cue_token
    if quoting is None or attribution.rule not in ("quote", "fronted"):
        return
    as_ = next((c for c in parse.children[quoting] if parse.lower[c] == "as" and parse.dep[c] == "prep"), None)
    saying = parse.child(as_, "pcomp") if as_ is not None else None
    quoted = quoted_in(parse, saying) if saying is not None else None
    if as_ is None or saying is None or quoted is None:
        return
    attribution.source, attribution.source_token = source_phrase(parse, quoted, saying), quoted
    attribution.cue.append(parse.span(as_, saying))
    attribution.cue_token, attribution.lemma = saying, lemma_of(parse.lower[saying])


def mode_of(layout: Layout, content: list[Span]) -> Mode:
    """``direct`` where quotation marks hold all the words, ``mixed`` where they hold some, else ``indirect``."""
    text = layout.parse.text
    quoted = total = 0
    for start, end in content:
        letters = sum(c.isalnum() for c in text[start:end])
        total += letters
        index = layout.inside(start)
        if index is None:
            index = layout.after(start)
        while index is not None and index < len(layout.quotations) and layout.starts[index] < end:
            low, high = max(start, layout.starts[index]), min(end, layout.ends[index])
            quoted += sum(c.isalnum() for c in text[low:high])
            index += 1
    if not quoted:
        return "indirect"
    return "direct" if quoted == total else "mixed"


def _quotations_in(layout: Layout, content: list[Span]) -> list[int]:
    """Indices of the quotations that lie wholly in the content."""
    found = []
    for start, end in content:
        index = layout.after(start)
        while index is not None and index < len(layout.quotations) and layout.ends[index] <= end:
            found.append(index)
            index += 1
    return found


def _run_on(layout: Layout, found: list[Attribution], begin: int) -> None:
    """Give quotations that no attribution holds to the voice that was last quoted, while it is still speaking."""
    holders: dict[int, Attribution] = {}
    for attribution in found:
        for index in _quotations_in(layout, attribution.content):
            holders.setdefault(index, attribution)
    touched = sorted(span for attribution in found for span in attribution.content)
    starts = [start for start, _ in touched]
    reaches = list(accumulate((end for _, end in touched), max))
    for index, quotation in enumerate(layout.quotations):
        if index == 0 or index in holders or quotation.start < begin:
            continue
        at = bisect_right(starts, quotation.start) - 1
        last = _last_speech(layout, holders, index)
        if (at >= 0 and reaches[at] > quotation.start) or last is None:
            continue
        holder = holders[last]
        if _speaks_on(layout, layout.quotations[last], quotation, holder):
            holder.content.append(quotation.span)
            holder.carried.append(quotation.span)
            holders[index] = holder


def _last_speech(layout: Layout, holders: dict[int, Attribution], index: int) -> int | None:
    """The last quotation before this one that somebody says; names in quotation marks between the two are passed over."""
    for before in range(index - 1, -1, -1):
        if before in holders:
            return before
        quotation = layout.quotations[before]
        if quotation.words > _NAME or layout.broken(quotation.start, layout.quotations[index].start):
            return None
    return None


def _speaks_on(layout: Layout, before: Quotation, quotation: Quotation, holder: Attribution) -> bool:
    """Whether a quotation goes on with the speech before it: nothing but its own attribution stands between."""
    text = layout.parse.text
    if before.continues:
        return True
    between = text[before.end : quotation.start]
    if layout.broken(before.end, quotation.start) and not _alone(layout, before, quotation):
        return False
    if not between.strip():
        return True
    if len(between) > _LONGEST_GAP or between.rstrip(" \"”’'\n")[-1:] not in ".,:—–!?":
        return False
    return any(before.end <= start < quotation.start for start, _ in (holder.source or (-1, -1), *holder.cue))


def _alone(layout: Layout, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation is the paragraph that follows upon the one before it: *"X," he said.* and then *"Y."*."""
    parse = layout.parse
    number = parse.paragraph[parse.token_at(quotation.start)]
    if number == 0 or not quotation.closed or parse.paragraph[parse.token_at(before.start)] != number - 1:
        return False
    first, last = parse.paragraphs[number]
    return quotation.start <= parse.start[first] and not parse.text[quotation.end : parse.end[last]].strip()


def _nest(found: list[Attribution]) -> None:
    """Mark each attribution whose cue stands in another's content with the smallest such one."""
    for attribution in found:
        attribution.within = None
    spans = sorted((start, end, k) for k, a in enumerate(found) for start, end in a.content)
    starts = [start for start, _, _ in spans]
    for i, attribution in enumerate(found):
        cue = attribution.cue[0][0]
        at = bisect_right(starts, cue)
        # Contents are short beside articles: what holds the cue begins among the last few dozen before it.
        holders = {k for _, end, k in spans[max(0, at - _LOOK_BACK) : at] if end > cue and k != i}
        if holders:
            attribution.within = min(holders, key=lambda k: (_size(found[k].content), k))
    for i, attribution in enumerate(found):
        seen, step = {i}, attribution.within
        while step is not None and step not in seen:
            seen.add(step)
            step = found[step].within
        if step is not None:
            attribution.within = None
