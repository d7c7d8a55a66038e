"""What a source is said to rest on: documents that speak, papers in which it is said, and what is cited for it.

Which nouns are evidence, and of what kind, is a table (``vocabulary/evidence.tsv``); so are the words by which a source
says what it goes by (*citing*, *based on*; ``vocabulary/grounds.tsv``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from allegedly.model import Evidence, Span
from allegedly.reading.clauses import negated, roots
from allegedly.reading.ground import Ground
from allegedly.reading.inflection import lemma_of
from allegedly.reading.mentions import left_edge
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows

EntityAt = Callable[[Span], str | None]

_NAMED = ("report", "law", "poll")
"""Kinds whose documents have names of their own (*the Harlow Report*), not those of papers and people (*the Post*)."""
_VERBAL = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN")
_CITING = ("cite",)
"""Verbs that name grounds in every form, not only as participles (*cited documents to claim*)."""
_BELOW = ("ccomp", "xcomp", "parataxis", "advcl", "conj")
_CLIMB = 12
_PARTS = 4
_AIRED = ("broadcast", "podcast", "call")
"""Nouns of recordings that are programmes too: *said on the podcast*."""
_INSIDE = ("in", "via", "through")
_CONTENTS = ("of", "from", "on", "by", "about", "to", "into")


@dataclass(slots=True, frozen=True)
class Sort:
    """What a noun of evidence says."""

    kind: str
    medium: bool
    """Whether *in a …* only says how it was said (*in a statement*)."""
    reason: str
    """What the vocabulary says of it."""


@cache
def _nouns() -> dict[str, Sort]:
    return {row["noun"]: Sort(row["kind"], row["medium"] == "yes", row["reason"]) for row in rows("evidence")}


@cache
def _grounds() -> frozenset[tuple[str, str]]:
    return frozenset((row["word"], row["preposition"]) for row in rows("grounds"))


def sort_of(parse: Parse, head: int) -> Sort | None:
    """What kind of evidence the noun is, None where it is none; with the word before it where that says more."""
    tag = parse.tag[head]
    if tag[:2] != "NN":
        return None
    first, word = _joined_word(parse, head)
    base = lemma_of(word)
    before = parse.lower[first - 1] if first else ""
    found = _nouns().get(f"{before} {word}") or _nouns().get(f"{before} {base}") or _nouns().get(word) or _nouns().get(base)
    if found is None or tag not in ("NNP", "NNPS"):
        return found
    named = head > 0 and (parse.tag[head - 1] in ("DT", "NNP", "JJ") or parse.dep[head - 1] in ("case", "compound"))
    return found if named and found.kind in _NAMED else None


def _joined_word(parse: Parse, head: int) -> tuple[int, str]:
    """The word with what a hyphen joins to it, which the tokenizer parts (*e-mails*), and its first token."""
    first = last = head
    if head > 1 and parse.lower[head - 1] == "-" and parse.end[head - 2] == parse.start[head] - 1:
        first = head - 2
    elif head + 2 < len(parse) and parse.lower[head + 1] == "-" and parse.end[head] == parse.start[head + 2] - 1:
        last = head + 2
    return first, "".join(parse.lower[first : last + 1])


def find_evidence(parse: Parse, relations: list[Attribution], entity_at: EntityAt) -> list[tuple[Evidence, ...]]:
    """For each attribution what its source rests on, in reading order; narration has none.

    Args:
        parse: The article's parse.
        relations: Its attributions in reading order.
        entity_at: Id of the entity that the words of a span mean, or null; one document is named once a statement.
    """
    return [f.items() for f in _found(parse, relations, entity_at)]


def evidence_grounds(parse: Parse, relations: list[Attribution], entity_at: EntityAt) -> list[tuple[Ground, ...]]:
    """Why each of these is evidence, in the same order."""
    return [f.reasons() for f in _found(parse, relations, entity_at)]


def _found(parse: Parse, relations: list[Attribution], entity_at: EntityAt) -> list[_Found]:
    found = [_Found(parse, entity_at) for _ in relations]
    cues = {r.cue_token: i for i, r in enumerate(relations) if r.cue_token is not None and r.mode != "narration"}
    for i, relation in enumerate(relations):
        if relation.mode == "narration":
            continue
        _speaking(parse, relation, found[i])
        _written(parse, relation, found[i])
        _shown(parse, relation, found[i])
    for token, head in cited(parse):
        owner = _owner(parse, token, cues)
        if owner is not None and (cues.get(token) == owner or not _within(relations[owner], parse.start[head])):
            found[owner].add(head, Ground("cited", (token, head)))
    _shared(relations, found)
    return found


def speaks(parse: Parse, relation: Attribution) -> int | None:
    """Head of the source where that is a document or the like (*the records show*), else None."""
    head = source_head(parse, relation)
    return head if head is not None and sort_of(parse, head) else None


def source_head(parse: Parse, relation: Attribution) -> int | None:
    """Head token of the source's noun phrase; the noun behind *dozens of*, *pages of*, *a set of* where there is one."""
    head = relation.source_token
    if head is None and relation.source is not None:
        tokens = parse.tokens(relation.source)
        head = parse.head_of(tokens[0], tokens[-1]) if len(tokens) else None
    if head is None:
        return None
    return _held(parse, head)


def _held(parse: Parse, head: int) -> int:
    """The noun of evidence behind nouns of number and part (*hundreds of pages of court papers*), else the noun itself."""
    inner: int | None = head
    for _ in range(_PARTS):
        if inner is None or parse.tag[inner] == "NNP":
            break
        if sort_of(parse, inner):
            return inner
        inner = of_noun(parse, inner)
    return head


def of_noun(parse: Parse, head: int) -> int | None:
    """Head of the noun phrase after *of*."""
    for c in parse.children[head]:
        if c > head and parse.dep[c] == "prep" and parse.lower[c] == "of":
            return parse.child(c, "pobj")
    return None


class _Found:
    """The evidence of one statement while it is being put together."""

    def __init__(self, parse: Parse, entity_at: EntityAt) -> None:
        self.parse, self.entity_at = parse, entity_at
        self.spans: dict[Span, str] = {}
        self.why: dict[Span, Ground] = {}
        self.known: set[str] = set()

    def add(self, head: int, why: Ground) -> None:
        """Take up the noun phrase around ``head``, where it is evidence."""
        sort = sort_of(self.parse, head)
        if sort is not None:
            self.put(phrase_of(self.parse, head), sort.kind, why._replace(said=(sort.reason,)))

    def put(self, span: Span, kind: str, why: Ground) -> None:
        """Take up a span, where no other one of the same words or the same document is there."""
        entity = self.entity_at(span)
        if (entity is not None and entity in self.known) or any(a < span[1] and span[0] < b for a, b in self.spans):
            return
        self.spans[span] = kind
        self.why[span] = why
        if entity is not None:
            self.known.add(entity)

    def items(self) -> tuple[Evidence, ...]:
        """The evidence in reading order."""
        text = self.parse.text
        return tuple(Evidence(span=(a, b), text=text[a:b], kind=kind) for (a, b), kind in sorted(self.spans.items()))

    def reasons(self) -> tuple[Ground, ...]:
        """Why each of them is there."""
        return tuple(why for _, why in sorted(self.why.items()))


def phrase_of(parse: Parse, head: int) -> Span:
    """The noun phrase with what says whose or on what it is, without relative clauses."""
    first, last = left_edge(parse, head), head
    for c in parse.children[head]:
        if c == last + 1 and parse.dep[c] == "prep" and parse.lower[c] in _CONTENTS and parse.right[c] - head < 16:
            last = parse.right[c]
    for token in range(head + 1, last + 1):
        if parse.word[token] in ',;:—–"”“' or parse.tag[token] in ("WDT", "WP", "_SP") or parse.dep[token] in ("relcl", "punct"):
            last = max(head, token - 1)
            break
    return parse.span(first, last)


def _speaking(parse: Parse, relation: Attribution, found: _Found) -> None:
    """*Transcripts show*, *according to a report*: the document is the source itself, and its whole span the evidence."""
    head = speaks(parse, relation)
    sort = sort_of(parse, head) if head is not None else None
    if sort is not None and relation.source is not None:
        found.put(relation.source, sort.kind, Ground("document speaks", (relation.source, *relation.cue[:1]), (sort.reason,)))


def _written(parse: Parse, relation: Attribution, found: _Found) -> None:
    """*said in a filing*, *wrote on his blog*: what is said stands in a paper that others can see."""
    token = relation.cue_token
    if token is None or parse.tag[token][:2] != "VB":
        return
    source = relation.source_token
    places = [*parse.children[token], *(c for c in (parse.children[source] if source is not None else ()) if c > (source or 0))]
    for c in places:
        if parse.dep[c] != "prep" or _within(relation, parse.start[c]):
            continue
        head = parse.child(c, "pobj")
        sort = sort_of(parse, head) if head is not None else None
        if head is None or sort is None or (sort.medium and not _known(parse, head)):
            continue
        led = parse.lower[c]
        heard = led == "on" and sort.kind == "recording" and parse.lower[head] not in _AIRED
        if led in _INSIDE or heard or (led in ("on", "from") and sort.kind == "post"):
            definite = parse.child(head, "det", "poss", "compound", "amod") is not None or parse.tag[head] == "NNS"
            if definite or sort.kind == "testimony":
                found.add(head, Ground("written in", (parse.span(c, head),)))


def _known(parse: Parse, head: int) -> bool:
    """Whether the article has spoken of it before, so that it is more than a way of saying: *in the October statement*."""
    return any(parse.lower[c] in ("the", "that", "this") for c in parse.children[head] if parse.dep[c] == "det") and (
        parse.child(head, "amod", "compound", "nmod") is not None
    )


def _shown(parse: Parse, relation: Attribution, found: _Found) -> None:
    """*These data show …*, she said; *We have evidence that …*: the words themselves name what they rest on."""
    for root in roots(parse, relation.content):
        lemma = lemma_of(parse.lower[root])
        head = parse.child(root, "nsubj") if (lemma, "subject") in _grounds() else None
        if lemma == "have" and not negated(parse, root):
            head = parse.child(root, "dobj")
            head = head if head is not None and _bears_out(parse, head) else None
        sort = sort_of(parse, head) if head is not None else None
        if head is not None and sort is not None and not sort.medium:
            found.add(head, Ground("words show", (head, root)))


def _bears_out(parse: Parse, head: int) -> bool:
    """Whether what is had is said to show something: *evidence that*, *letters showing*, *tapes which prove*."""
    clause = parse.child(head, "acl", "relcl")
    if clause is None:
        return False
    return parse.tag[clause] != "VBG" or (lemma_of(parse.lower[clause]), "subject") in _grounds()


def cited(parse: Parse) -> Iterator[tuple[int, int]]:
    """Everything that is cited as a ground: (*citing*, head of what is cited), those joined by *and* too."""
    for token in range(len(parse)):
        tag = parse.tag[token]
        if tag not in _VERBAL:
            continue
        lemma = lemma_of(parse.lower[token])
        if (lemma, "") in _grounds() and (tag == "VBG" or lemma in _CITING):
            yield from ((token, head) for head in _joined(parse, parse.child(token, "dobj", "pobj")))
        for c in parse.children[token]:
            if parse.dep[c] in ("prep", "prt") and c > token and (lemma, parse.lower[c]) in _grounds():
                if tag == "NN" and parse.lower[parse.head[token]] not in ("on", "with", "by"):
                    continue
                yield from ((token, head) for head in _joined(parse, parse.child(c, "pobj")))


def _joined(parse: Parse, head: int | None) -> Iterator[int]:
    for _ in range(_CLIMB):
        if head is None:
            return
        yield _held(parse, head)
        head = parse.child(head, "conj")


def _owner(parse: Parse, token: int, cues: dict[int, int]) -> int | None:
    """Which attribution a word belongs to: that of the first cue above it in the grammar, or of the verb beside it."""
    if token in cues and lemma_of(parse.lower[token]) in _CITING:
        return cues[token]
    above = parse.head[token]
    for _ in range(_CLIMB):
        if above in cues:
            return cues[above]
        above = parse.head[above]
    below = next((c for c in parse.children[above] if c in cues and parse.dep[c] in _BELOW), None)
    return cues[below] if below is not None else None


def _within(relation: Attribution, offset: int) -> bool:
    return any(start <= offset < end for start, end in relation.content)


def _shared(relations: list[Attribution], found: list[_Found]) -> None:
    """Hand evidence on between a statement and the one nested in it.

    What a document says of others' words is the evidence for them (*According to e-mails, he replied …*); and who begins
    by what a document shows rests on it (*Footage shows …, she said*).
    """
    for i, relation in enumerate(relations):
        outer = relation.within
        if outer is None or relations[outer].mode == "narration":
            continue
        above, below = found[outer], found[i]
        if not below.spans and _is_document(above, relations[outer]):
            for span, kind in sorted(above.spans.items()):
                below.put(span, kind, Ground("document around", (span,)))
        elif _is_document(below, relation) and relation.source is not None:
            start = relations[outer].content[0][0]
            if relation.source[0] - start <= 2:
                above.put(relation.source, below.spans[relation.source], Ground("document within", (relation.source,)))


def _is_document(found: _Found, relation: Attribution) -> bool:
    return relation.source is not None and relation.source in found.spans
