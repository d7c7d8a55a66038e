"""Who calls whom what: whose word a designation is, and of whom it is used.

Inside quotation marks, and after verbs of naming, a label is the speaker's; elsewhere it is the outlet's, who chose the
word. Which words are labels is for :mod:`allegedly.reading.designations` to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.model import Label, Voice
from allegedly.reading import lexicons
from allegedly.reading.designations import Designation, designations, distancing, naming_verbs
from allegedly.reading.ground import Ground
from allegedly.reading.holding import holders
from allegedly.reading.mentions import left_edge
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.quotations import find_quotations
from allegedly.reading.relation import Attribution
from allegedly.reading.voices import Cast

_MARKS = ('"', "“", "‘", "'", "«", "„")
_NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "hardly", "cannot"})


def find_labels(parse: Parse, cast: Cast, attributions: Sequence[Attribution]) -> list[Label]:
    """Every label in reading order, none overlapping another of the same use."""
    quotations = find_quotations(parse.text, paragraphs_of(parse.text))
    quoted = [False] * len(parse)
    for quotation in quotations:
        for token in parse.tokens(quotation.span):
            quoted[token] = True
    innermost, speaking = holders(parse, attributions)
    kept = designations(parse, quotations, attributions)
    return [_label(parse, cast, attributions, quoted, innermost, speaking, find) for find in kept]


def distances(parse: Parse, label: Label) -> bool:
    """Whether by a label of its own the outlet holds a name away from itself: *the "reform"*, *the so-called reform*."""
    if not label.by.outlet:
        return False
    start = label.span[0]
    words = label.text.casefold()
    return parse.text[max(0, start - 1) : start] in _MARKS or any(words.startswith(word) for word in distancing())


def label_grounds(parse: Parse, attributions: Sequence[Attribution]) -> list[tuple[Ground, Ground | None]]:
    """Why each of these is a label, in the same order, and why it is turned down, where it is."""
    finds = designations(parse, find_quotations(parse.text, paragraphs_of(parse.text)), attributions)
    turned = [_negation(parse, find) for find in finds]
    return [(f.why, None if t is None else Ground("label rejected", (t,))) for f, t in zip(finds, turned, strict=True)]


def _label(
    parse: Parse,
    cast: Cast,
    attributions: Sequence[Attribution],
    quoted: list[bool],
    innermost: list[int],
    speaking: list[int],
    find: Designation,
) -> Label:
    span = parse.span(find.first, find.last)
    held = innermost[find.head]
    speaker = speaking[find.head]
    by = Voice(outlet=True)
    if speaker >= 0:
        attribution = attributions[speaker]
        own = quoted[find.head] or attribution.mode == "direct"
        named = find.naming is not None and (attribution.cue_token == find.naming or speaking[find.naming] != speaker)
        if find.naming is not None and not own and not named:
            named = _names_itself(parse, find.naming)
            by = by if named else _namer(parse, cast, find.naming) or by
        if own or named:
            source = cast.source_of(attribution)
            if source.span is not None:
                by = Voice(entity=source.entity, text=source.text, span=source.span)
    elif find.naming is not None:
        by = _namer(parse, cast, find.naming) or by
    return Label(
        of=_called(parse, cast, find),
        by=by,
        text=parse.text[span[0] : span[1]],
        span=span,
        use="applied" if _negation(parse, find) is None else "rejected",
        within=f"s{held + 1}" if held >= 0 else None,
        confidence=find.confidence,
    )


def _names_itself(parse: Parse, verb: int) -> bool:
    """Whether in reported speech it is the voice itself that names: *said it did not consider the group a threat*."""
    subject = parse.child(verb, "nsubj")
    return subject is None or parse.lower[subject] in ("it", "they", "he", "she", "we", "i")


def _namer(parse: Parse, cast: Cast, verb: int) -> Voice | None:
    """Who names, where the verb of naming is no attribution of its own."""
    subject = parse.child(verb, "nsubj")
    if subject is None and parse.dep[verb] in ("conj", "xcomp", "advcl"):
        subject = parse.child(parse.head[verb], "nsubj")
    if subject is None:
        return None
    entity = cast.by_head.get(subject)
    if entity is None:
        return None
    span = parse.span(left_edge(parse, subject), subject)
    return Voice(entity=entity, text=parse.text[span[0] : span[1]], span=span)


def _negation(parse: Parse, find: Designation) -> int | None:
    """The negation over the label in its own clause, which turns it down; what follows *but* is applied again."""
    token = find.head
    begin = parse.sentences[parse.sentence[token]][0]
    for _ in range(4):
        for child in parse.children[token]:
            if (
                child < find.first
                and parse.lower[child] in _NEGATIONS
                and parse.dep[child] in ("neg", "det", "advmod", "preconj", "cc")
            ):
                return None if _contrasted(parse, child, find.first) else child
        if parse.head[token] == token or parse.dep[token] in ("relcl", "advcl", "acl", "nsubj", "nsubjpass", "poss"):
            break
        if parse.dep[token] == "ccomp" and parse.lower[parse.head[token]] not in naming_verbs():
            break
        if parse.dep[token] == "pobj" and parse.lower[parse.head[token]] not in ("as", "of"):
            break
        if parse.dep[token] in ("amod", "compound", "nmod", "conj") and token != find.head:
            break
        if parse.dep[token] == "dobj" and parse.lower[parse.head[token]] not in naming_verbs():
            break
        token = parse.head[token]
    before = find.first - 1
    if before > begin and parse.tag[before] == "DT":
        before -= 1
    return before if before >= begin and parse.lower[before] == "not" else None


def _contrasted(parse: Parse, negation: int, label: int) -> bool:
    return any(parse.lower[i] == "but" for i in range(negation + 1, label))


def _called(parse: Parse, cast: Cast, find: Designation) -> str | None:
    """Id of the entity that the label is used of."""
    head = find.head
    own = cast.by_head.get(head)
    if own is not None:
        return own
    dep, above = parse.dep[head], parse.head[head]
    if find.naming is not None:
        for child in parse.children[find.naming]:
            if child < find.first and child > find.naming and parse.dep[child] in ("dobj", "nsubj"):
                return cast.by_head.get(child)
        for child in parse.children[head]:
            if parse.dep[child] == "nsubj":
                return cast.by_head.get(child)
        clause = parse.child(find.naming, "ccomp", "xcomp")
        within = parse.child(clause, "nsubj") if clause is not None else None
        if within is not None and within > find.naming:
            return cast.by_head.get(within)
        thing = parse.child(find.naming, "nsubjpass", "dobj")
        return cast.by_head.get(thing) if thing is not None and thing != head else None
    if dep in ("compound", "amod", "nmod", "appos"):
        return cast.by_head.get(above)
    if dep in ("attr", "acomp", "oprd"):
        subject = parse.child(above, "nsubj", "nsubjpass")
        return cast.by_head.get(subject) if subject is not None else None
    # "Hamas terrorists" and "the Assad regime" name a body with it; a "Hamas recruiter" is a person, and no body.
    sort = lexicons.sorts().get(parse.lower[head])
    body = parse.tag[head] in ("NNS", "NNPS") or (sort is not None and sort.kind in ("organisation", "group", "state"))
    inner = ("appos", "compound") if body else ("appos",)
    return next((cast.by_head[c] for c in parse.children[head] if parse.dep[c] in inner and c in cast.by_head), None)
