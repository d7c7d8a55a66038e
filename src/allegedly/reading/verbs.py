"""What a verb may attribute: each way in which a verb takes words or things said as its content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.model import Span
from allegedly.reading.frames import (
    Candidate,
    Layout,
    clause_end,
    group,
    infinitive,
    phrase,
    piece,
    source_phrase,
    trim,
)
from allegedly.reading.parse import Parse
from allegedly.reading.quotations import Quotation
from allegedly.reading.sources import agent_of, is_passive, passive_subject, subject_of

_TRAILING = {"prep", "npadvmod", "advmod", "dative", "prt", "agent", "acomp"}
_GAP = re.compile(r"[\s,.;:—–-]*")
_JOINED = re.compile(r"[,—–-]\s*(?:[\w’']+\s*){1,5}")
_NEAR = 160
_SPEAKER = re.compile(r"\s*(?:[\w’']+\s+){0,4}")
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VB")
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "JJ", "CD", "PRP$", "JJS", "JJR", "WP")
_LEADING_STOP = re.compile(r"[,?!—–-]['\"”’»]*$|[?!.…]['\"”’»]+$")


def verb_frames(layout: Layout, v: int) -> Iterator[Candidate]:
    """Every candidate whose cue is the verb ``v``, in all the frames in which it could take its content."""
    parse = layout.parse
    first, last = group(parse, v)
    first = _quoted_as(parse, v, first)
    cue = parse.span(first, last)
    passive = is_passive(parse, v)
    kids = parse.children[v]
    subject = agent_of(parse, v) if passive else subject_of(parse, v)
    source = source_phrase(parse, subject, v)
    if source is None or _foreign(layout, v, source):
        source = subject = None

    clause = next((c for c in kids if parse.dep[c] == "ccomp"), None)
    if not passive and (source is None or _cut_off(layout, first, source)):
        beside = _beside(layout, v, first, last)
        if beside and (source is None or beside[0][0] < source[0]):
            source, subject = beside
    speech = _speech(layout, v, first, last, subject, source)
    if speech and clause is not None and clause > v and _part_of(parse, speech, clause):
        speech = []
    if speech:
        yield Candidate("quote", v, cue, *_who(layout, v, source, subject, speech), speech, quotation=True)
    if clause is not None and clause > v:
        low = max(parse.left[clause], last + 1)
        yield Candidate("clause", v, cue, source, subject, piece(parse, low, clause_end(parse, v, low, parse.right[clause])))
    elif not speech:
        yield from _fronted(layout, v, cue, source, subject, clause, first, last)

    thing = next((c for c in kids if parse.dep[c] == "dobj" and c > v), None)
    named = next(
        (c for c in kids if parse.dep[c] in ("oprd", "xcomp") and c > v and parse.tag[c][:2] in ("NN", "JJ", "CD")), None
    )
    if thing is not None:
        if named is not None and thing < named:
            yield Candidate("naming", v, cue, source, subject, piece(parse, parse.left[thing], parse.right[named]))
        low, high = max(parse.left[thing], last + 1), parse.right[thing]
        said = next((c for c in parse.children[thing] if parse.dep[c] in ("acl", "ccomp", "relcl") and _that(parse, c)), None)
        if said is not None:
            wide = (cue[0], parse.end[thing])
            yield Candidate("object clause", v, wide, source, subject, piece(parse, parse.left[said], parse.right[said]))
        else:
            as_ = next((c for c in kids if parse.lower[c] == "as" and parse.dep[c] == "prep" and c == high + 1), None)
            high = parse.right[as_] if as_ is not None else high
            yield Candidate("object", v, cue, source, subject, piece(parse, low, high))
        figure = next((c for c in kids if parse.dep[c] == "prep" and c > thing and parse.lower[c] in ("at", "as")), None)
        if figure is not None:  # "put the number of dead at nine"
            yield Candidate("figure", v, cue, source, subject, piece(parse, low, parse.right[figure]))
    action = next((c for c in kids if parse.dep[c] in ("xcomp", "advcl") and c > v and infinitive(parse, c)), None)
    if action is not None:
        low = parse.left[action]
        if thing is not None and thing < action:
            end = clause_end(parse, v, parse.left[thing], parse.right[action])
            yield Candidate("demand", v, cue, source, subject, piece(parse, parse.left[thing], end))
        if passive or (thing is None and not passive):
            patient = passive_subject(parse, v) if passive else None
            if patient is not None:
                pieces = [s for s in (source_phrase(parse, patient, v),) if s] + piece(parse, low, parse.right[action])
                yield Candidate("raising", v, cue, source, subject, pieces)
            else:
                yield Candidate("infinitive", v, cue, source, subject, piece(parse, low, parse.right[action]))
    elif thing is None:
        gerund = next((c for c in kids if parse.dep[c] == "xcomp" and c > v and _is_gerund(parse, c)), None)
        if gerund is not None:
            yield Candidate("gerund", v, cue, source, subject, piece(parse, parse.left[gerund], parse.right[gerund]))
    for c in kids:
        if parse.dep[c] == "prep" and c > v:
            inner = parse.child(c, "pobj", "pcomp")
            if inner is not None and (parse.lower[c] != "as" or parse.tag[inner] != "VBG"):
                low = parse.left[inner] if parse.left[inner] > c else c + 1
                between = [thing] if thing is not None and thing < c else []
                wide = (cue[0], parse.end[c]) if not between else cue
                yield Candidate(f"prep:{parse.lower[c]}", v, wide, source, subject, piece(parse, low, parse.right[inner]))
    if passive:
        patient = passive_subject(parse, v)
        if patient is not None and action is None:
            whole = source_phrase(parse, patient, v)
            if whole:
                yield Candidate("passive", v, cue, source, subject, [whole])
                named_as = next((c for c in kids if parse.dep[c] in ("oprd", "attr") and c > v), None)
                if named_as is not None:
                    both = [whole, *piece(parse, parse.left[named_as], parse.right[named_as])]
                    yield Candidate("named", v, cue, source, subject, both)
    if parse.dep[v] == "relcl" and subject is not None and subject < v and thing is None and clause is None:
        noun = parse.head[v]
        above = phrase(parse, noun, parse.sentences[parse.sentence[v]][0], min(parse.left[v], subject) - 1)
        if above:
            yield Candidate("relative", v, cue, source, subject, [above])


def _foreign(layout: Layout, v: int, source: Span) -> bool:
    """Whether the subject stands in a quotation in which the verb does not: no speaker, but a word of what is said."""
    held = layout.inside(source[0])
    return held is not None and held != layout.inside(layout.parse.start[v]) and layout.quotations[held].words > 2


def _tail(parse: Parse, v: int, above: int, source: Span | None) -> bool:
    """Whether a verb that the parser put under the one before it reports on it: *The road is open, they said*."""
    if parse.dep[v] not in ("ccomp", "conj") or above > v or source is None or source[0] < parse.end[above]:
        return False
    joined = any(parse.dep[c] in ("mark", "cc") for c in parse.children[v]) or any(
        parse.dep[c] == "cc" and above < c < v for c in parse.children[above]
    )
    return parse.text[: source[0]].rstrip()[-1:] == "," and not joined and parse.child(v, "ccomp", "dobj", "xcomp") is None


def _is_gerund(parse: Parse, token: int) -> bool:
    """*selling*, *having sold*."""
    return parse.tag[token] == "VBG" or (
        parse.tag[token] == "VBN" and any(parse.lower[c] == "having" for c in parse.children[token])
    )


def _cut_off(layout: Layout, first: int, source: Span) -> bool:
    """Whether the parser's subject may be only the end of the words between a quotation and the verb."""
    left = layout.before(source[0])
    end = layout.parse.start[first]
    return left is not None and source[1] <= end and end - layout.ends[left] < _NEAR


def _quoted_as(parse: Parse, v: int, first: int) -> int:
    """First token of the cue, which for *was quoted (by state media) as saying* begins before the verb of saying."""
    as_ = parse.head[v]
    if parse.dep[v] != "pcomp" or parse.lower[as_] != "as" or not is_passive(parse, parse.head[as_]):
        return first
    return group(parse, parse.head[as_])[0]


def _part_of(parse: Parse, speech: list[Span], clause: int) -> bool:
    """Whether a quotation is only some words of the clause that is reported: *said "the bandits" had fled*."""
    start, end = speech[0]
    low, high = parse.start[parse.left[clause]], parse.end[parse.right[clause]]
    stopped = parse.text[end - 2 : end - 1] in ",.!?…"
    return len(speech) == 1 and not stopped and low <= start + 1 and high > end + 1


def _that(parse: Parse, clause: int) -> bool:
    """Whether the clause says what the noun before it holds (*claims that …*)."""
    mark = parse.child(clause, "mark")
    return mark is not None and parse.lower[mark] in ("that", "whether", "if")


def _who(layout: Layout, v: int, source: Span | None, subject: int | None, content: list[Span]) -> tuple[Span | None, int | None]:
    """The source of a quotation; where the parser took the inverted subject for an object, that object."""
    parse = layout.parse
    if source and not any(a <= source[0] < b for a, b in content):
        return source, subject
    for c in parse.children[v]:
        if parse.dep[c] in ("dobj", "npadvmod", "attr", "oprd", "dep", "appos") and c > v and parse.tag[c][:2] in ("NN", "PR"):
            span = phrase(parse, c, v + 1, parse.sentences[parse.sentence[c]][1])
            if span and not any(a <= span[0] < b for a, b in content):
                return span, c
    return None, None


def _region(parse: Parse, v: int, first: int, last: int, subject: int | None) -> tuple[int, int]:
    """Tokens of cue, source and what belongs to the act of saying itself (to whom, when, where)."""
    low, high = first, last
    if subject is not None and parse.sentence[subject] == parse.sentence[v]:
        if subject < v and parse.left[subject] > parse.sentences[parse.sentence[v]][0] - 1:
            low = min(low, subject if parse.left[subject] > v else parse.left[subject])
        elif subject > v:
            high = max(high, parse.right[subject])
    for c in parse.children[v]:
        if c > v and parse.dep[c] in _TRAILING:
            high = max(high, parse.right[c])
    return low, high


def _speech(layout: Layout, v: int, first: int, last: int, subject: int | None, source: Span | None) -> list[Span]:
    """The quotations that the verb introduces or closes, with the words of a half-quoted sentence before it."""
    parse, text = layout.parse, layout.parse.text
    held = layout.inside(parse.start[v])
    if held is not None:
        return _quoted_inside(layout.parse.text, layout.quotations[held], parse.span(first, last))
    if not layout.quotations:
        return []
    low = parse.start[first]
    if source and source[1] <= low and not text[source[1] : low].strip(" ,\u00a0"):
        low = min(low, source[0])
    pieces: list[Span] = []
    left = layout.before(low)
    if left is not None and _closes(layout, v, left, low):
        pieces.append((_unit(layout, left), layout.ends[left]))
    high = parse.end[last]
    if subject is not None and subject > v and source and source[0] >= high:
        high = source[1]
    right = layout.after(high)
    if right is not None:
        quotation = layout.quotations[right]
        gap = text[high : quotation.start]
        if len(gap) < _NEAR and (gap.rstrip()[-1:] == ":" or not layout.broken(high, quotation.start)):
            words = gap.strip()
            if _introduces(layout, high, quotation, words):
                pieces.append(quotation.span)
            elif pieces and _JOINED.fullmatch(words) and not _verbs(parse, high, quotation.start):
                # "X," he said, but "Y": the joining words are his too.
                pieces.append((high + len(gap) - len(gap.lstrip(" ,—–-")), quotation.end))
    return pieces


def _quoted_inside(text: str, quotation: Quotation, cue: Span) -> list[Span]:
    """The quotation within a quotation that the verb introduces or closes: *"She asked: 'Who signed it?'"*."""
    for start, end in quotation.inner:
        if start >= cue[1]:
            fits = not text[cue[1] : start].strip(" ,:")
        else:
            asked = text[end - 2 : end - 1] in "?!" and text[end + 1 : end + 2].islower()
            fits = (asked or text[end - 2 : end - 1] == ",") and bool(_SPEAKER.fullmatch(text, end, cue[0]))
        if fits:
            return [(start, end)]
    return []


def _closes(layout: Layout, v: int, left: int, low: int) -> bool:
    """Whether the words of the attribution that begin at ``low`` follow straight upon the quotation before them."""
    parse, text = layout.parse, layout.parse.text
    end = layout.ends[left]
    gap = text[end:low]
    if layout.broken(end, low) or not _GAP.fullmatch(gap.removesuffix("as ").removesuffix("As ")):
        return False
    ends = text[max(end - 3, 0) : end]
    if not ("," in gap or "—" in gap or "–" in gap or _LEADING_STOP.search(ends)):
        return False
    stopped = bool(_LEADING_STOP.search(ends)) and ends.rstrip("\"'”’»")[-1:] in "?!.…"
    own_sentence = text[low : low + 1].isupper() and text[low : low + 2] not in ("I ", "I'") and _fresh(parse, v, low)
    busy = any(c > v and parse.dep[c] in ("ccomp", "dobj", "xcomp") for c in parse.children[v])
    return not (stopped and own_sentence and busy)


def _beside(layout: Layout, v: int, first: int, last: int) -> tuple[Span, int] | None:
    """Who speaks, by place alone: the words between a quotation and the verb, or after *," said*, where no verb is among them.

    The parser often loses the subject of a verb that closes a quotation.
    """
    parse, text = layout.parse, layout.parse.text
    low = parse.start[first]
    left = layout.before(low)
    if left is None or low - layout.ends[left] > _NEAR or layout.broken(layout.ends[left], low):
        return None
    between = text[layout.ends[left] : low]
    if between.strip(" ,"):
        tokens = [t for t in parse.tokens((layout.ends[left], low)) if parse.word[t] not in ",—–"]
        if not _closes(layout, v, left, parse.start[tokens[0]]) if tokens else True:
            return None
    else:
        stop = parse.paragraphs[parse.paragraph[v]][1]
        tokens = []
        for t in range(last + 1, stop + 1):
            if parse.word[t] in (",", ".", ";", ":", "“", '"', "—", "–") or parse.tag[t] in (
                "IN",
                "VBG",
                "VBN",
                "TO",
                "WP",
                "WRB",
            ):
                break
            tokens.append(t)
        if not _closes(layout, v, left, low):
            return None
    if not tokens or any(parse.tag[t] in _FINITE for t in tokens) or parse.tag[tokens[0]] not in _NOMINAL:
        return None
    span = trim(text, parse.start[tokens[0]], parse.end[tokens[-1]])
    nouns = [t for t in tokens if parse.tag[t][:2] in ("NN", "PR")]
    return (span, nouns[0] if len(nouns) == 1 else parse.head_of(tokens[0], tokens[-1])) if span and nouns else None


def _fresh(parse: Parse, v: int, low: int) -> bool:
    """Whether a sentence starts at the character."""
    token = parse.token_at(low)
    return parse.sentences[parse.sentence[v]][0] == token or parse.tag[token] in ("PRP", "DT")


def _unit(layout: Layout, index: int) -> int:
    """Where the sentence that holds the start of a quotation begins, if it begins outside any other quotation."""
    parse = layout.parse
    quotation = layout.quotations[index]
    token = parse.token_at(quotation.start)
    start = parse.start[parse.sentences[parse.sentence[token]][0]]
    if start >= quotation.start:
        return quotation.start
    words = parse.text[start : quotation.start].strip()
    if not words or layout.inside(start) is not None or words[-1] in ".!?:" or "\n\n" in words:
        return quotation.start
    return start


def _introduces(layout: Layout, high: int, quotation: Quotation, words: str) -> bool:
    """Whether the words between a cue and the quotation after it lead from one to the other."""
    parse, text = layout.parse, layout.parse.text
    if not words or words in (",", ":", ", that", "that", "—", "–", "-"):
        return True
    if re.search(r"[.!?]\s", words) or words[-1] in ".!?" or words.count(",") > 3:
        return False
    if words[-1] == ":":
        return True
    if words[-1] == "," and text[quotation.start + 1 : quotation.start + 2].isupper():
        return not _verbs(parse, high, quotation.start)
    return False


def _verbs(parse: Parse, low: int, high: int) -> bool:
    return any(parse.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in parse.tokens((low, high)))


def _fronted(
    layout: Layout, v: int, cue: Span, source: Span | None, subject: int | None, clause: int | None, first: int, last: int
) -> Iterator[Candidate]:
    """A clause before the cue, or around it: *Talks failed, she said*; *The thing, aides say, is over*."""
    parse, text = layout.parse, layout.parse.text
    begin, finish = parse.sentences[parse.sentence[v]]
    passive = is_passive(parse, v)
    low, high = _region(parse, v, first, last, passive_subject(parse, v) if passive and subject is None else subject)
    marker = parse.child(v, "mark", "advmod")
    as_clause = marker is not None and parse.lower[marker] == "as" and marker < v
    if as_clause:
        low = min(low, marker if marker is not None else low)
    main = clause
    if main is None and parse.dep[v] in ("parataxis", "advcl", "ccomp", "conj"):
        above = parse.head[v]
        if parse.dep[v] == "parataxis" or as_clause or _tail(parse, v, above, source):
            main = above
    if main is None:
        return
    frame = "as" if as_clause else "fronted"
    if frame == "fronted" and source is None and not passive:
        return
    whole = (begin, finish)
    if clause is not None:
        whole = (min(parse.left[clause], begin if parse.dep[v] == "ROOT" else parse.left[clause]), finish)
    pieces: list[Span] = []
    if low > whole[0]:
        before = trim(text, parse.start[whole[0]], parse.end[low - 1])
        if (before and any(parse.tag[t][:2] in ("VB", "MD") for t in parse.tokens(before))) or (before and high < finish):
            pieces.append(before)
    rest = list(range(high + 1, whole[1] + 1))
    if rest and (clause is None or parse.right[clause] > high):
        stop = parse.right[clause] if clause is not None else whole[1]
        after = trim(text, parse.start[rest[0]], parse.end[max(stop, rest[0])])
        if after and after[1] - after[0] > 2:
            pieces.append(after)
    if pieces:
        yield Candidate(frame, v, cue, source, subject, pieces)
