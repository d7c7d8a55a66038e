"""What a noun or an adjective may attribute: *claims that …*, *plans to …*, *confident that …*."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.reading.frames import Candidate, Layout, group, infinitive, phrase, piece, source_phrase
from allegedly.reading.sources import noun_holder, subject_of


def noun_frames(layout: Layout, n: int) -> Iterator[Candidate]:
    """Nouns that hold a proposition: *claims that …*, *plans to …*, *allegations of …*."""
    parse = layout.parse
    holder = noun_holder(parse, n)
    low = parse.sentences[parse.sentence[n]][0]
    source = None
    if holder is not None and holder != n:
        if parse.head[holder] == n and holder < n:
            source = phrase(parse, holder, low, n - 1)
        elif holder < n:
            source = phrase(parse, holder, low, parse.left[n] - 1)
        else:
            source = phrase(parse, holder, n + 1, parse.right[holder])
    token = holder if source else None
    cue = parse.span(n, n)
    for c in parse.children[n]:
        if c < n:
            continue
        if parse.dep[c] in ("acl", "ccomp", "relcl") and parse.tag[c][:2] in ("VB", "MD"):
            mark = parse.child(c, "mark")
            if mark is not None and parse.lower[mark] in ("that", "whether", "if"):
                yield Candidate("noun clause", n, cue, source, token, piece(parse, max(parse.left[c], n + 1), parse.right[c]))
            elif parse.dep[c] == "acl" and infinitive(parse, c):
                yield Candidate("noun infinitive", n, cue, source, token, piece(parse, max(parse.left[c], n + 1), parse.right[c]))
        elif parse.dep[c] == "prep" and parse.lower[c] not in ("by", "from", "among", "in", "at"):
            inner = parse.child(c, "pobj", "pcomp")
            if inner is not None and inner != holder:
                first = max(c + 1, parse.left[inner])
                yield Candidate(
                    f"noun prep:{parse.lower[c]}",
                    n,
                    (cue[0], parse.end[c]),
                    source,
                    token,
                    piece(parse, first, parse.right[inner]),
                )


def adjective_frames(layout: Layout, a: int) -> Iterator[Candidate]:
    """*confident that …*, *afraid of …*, *likely to …*."""
    parse = layout.parse
    verb = parse.head[a] if parse.dep[a] in ("acomp", "oprd") else a
    subject = parse.child(verb, "nsubj")
    if subject is None and parse.tag[verb][:2] == "VB":
        subject = subject_of(parse, verb)
    source = source_phrase(parse, subject, a) if subject is not None and subject < a else None
    if source and verb < a and verb != a:
        source = source_phrase(parse, subject, verb) or source
    token = subject if source else None
    first = group(parse, verb)[0] if verb < a else a
    cue = parse.span(first, a)
    for c in [*parse.children[a], *(k for k in parse.children[verb] if verb != a and k > a)]:
        if c < a:
            continue
        if parse.dep[c] in ("ccomp", "advcl") and parse.tag[c][:2] in ("VB", "MD") and not infinitive(parse, c):
            mark = parse.child(c, "mark")
            if parse.dep[c] == "ccomp" or (mark is not None and parse.lower[mark] == "that"):
                yield Candidate(
                    "adjective clause", a, cue, source, token, piece(parse, max(parse.left[c], a + 1), parse.right[c])
                )
        elif parse.dep[c] == "xcomp" and infinitive(parse, c):
            yield Candidate("adjective infinitive", a, cue, source, token, piece(parse, parse.left[c], parse.right[c]))
        elif parse.dep[c] == "prep" and parse.head[c] == a:
            inner = parse.child(c, "pobj", "pcomp")
            if inner is not None:
                yield Candidate(
                    f"adjective prep:{parse.lower[c]}",
                    a,
                    (cue[0], parse.end[c]),
                    source,
                    token,
                    piece(parse, max(c + 1, parse.left[inner]), parse.right[inner]),
                )
