"""Whose a piece of evidence is, whether the outlet has seen it, and what rests on a source's own eyes and ears.

*The ministry's records*, *a report by the union*: whose; *seen by this newspaper*: that the outlet has them before it; *I saw
three men*, *witnesses said*: that nothing lies between the source and what it tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from allegedly.model import Evidence, Span, Voice
from allegedly.reading import lexicons
from allegedly.reading.clauses import negated, roots
from allegedly.reading.ground import Ground
from allegedly.reading.inflection import lemma_of
from allegedly.reading.mentions import left_edge
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows
from allegedly.reading.voices import Cast

_OWNERS = ("person", "organisation", "group", "state", "outlet")
_SELVES = ("newspaper", "paper", "website", "magazine", "reporter", "outlet", "site", "station", "publication")
"""Nouns by which an outlet means itself after *this*."""
_BESIDE = 5
"""Words between a subject and its verb that are still told of as one."""
_CONJOINED = 3
_COPIES = ("copy", "draft", "version", "transcript", "part", "excerpt", "extract", "portion")


@cache
def _seeing() -> frozenset[str]:
    return frozenset(row["verb"] for row in rows("seeing"))


@cache
def _observing(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("observing") if row["use"] == use)


def with_hands(
    parse: Parse, relations: Sequence[Attribution], evidence: Sequence[tuple[Evidence, ...]], cast: Cast
) -> list[tuple[Evidence, ...]]:
    """The evidence of each attribution, with whose it is, who has seen it, and what the source itself has seen.

    Args:
        parse: The article's parse.
        relations: Its attributions in reading order.
        evidence: The papers, pictures and so on that each rests on.
        cast: Who is who in it.
    """
    seen = _seen(parse, cast)
    made = []
    for relation, items in zip(relations, evidence, strict=True):
        whole = [_with_hands(parse, item, cast, seen) for item in items]
        if relation.mode != "narration":
            source = cast.source_of(relation)
            own = Voice(entity=source.entity, text=source.text, span=source.span)
            taken = [item.span for item in items]
            for span, kind, _ in own_eyes(parse, relation, cast):
                if not any(a < span[1] and span[0] < b for a, b in taken):
                    text = parse.text[span[0] : span[1]]
                    whole.append(Evidence(span=span, text=text, kind=kind, of=own if kind == "observation" else None))
        made.append(tuple(sorted(whole, key=lambda item: item.span)))
    return made


def own_eyes(parse: Parse, relation: Attribution, cast: Cast) -> Iterator[tuple[Span, str, Ground]]:
    """What in the words or the source says that the source was there: *I saw*, *witnesses*."""
    head = relation.source_token
    if head is not None and relation.source is not None and lexicons.singular(parse.lower[head]) in _observing("source"):
        yield relation.source, "witness", Ground("witness", (relation.source,))
    voice = cast.source_of(relation).entity
    for verb in _verbs(parse, relation):
        subject = parse.child(verb, "nsubj")
        if lemma_of(parse.lower[verb]) not in _observing("verb") or subject is None or negated(parse, verb):
            continue
        past = parse.tag[verb] == "VBD" or any(
            parse.lower[c] in ("have", "has", "had", "'ve", "’ve") for c in parse.children[verb]
        )
        own = parse.lower[subject] in ("i", "we") if relation.mode == "direct" else voice is not None
        if past and own and (parse.lower[subject] in ("i", "we") or cast.by_head.get(subject) == voice):
            first = subject if verb - subject <= _BESIDE else verb
            yield parse.span(first, verb), "observation", Ground("own eyes", (parse.span(first, verb),))
            return


def _verbs(parse: Parse, relation: Attribution) -> Iterator[int]:
    """The main verbs of the words, and those joined to them."""
    for root in roots(parse, relation.content):
        verb: int | None = root
        for _ in range(_CONJOINED):
            if verb is None:
                break
            yield verb
            verb = parse.child(verb, "conj")


def _with_hands(parse: Parse, item: Evidence, cast: Cast, seen: dict[str, Span]) -> Evidence:
    tokens = parse.tokens(item.span)
    if not len(tokens):
        return item
    head = parse.head_of(tokens[0], tokens[-1])
    entity = cast.entity_at(item.span)
    words = _seen_here(parse, head, cast) or (seen.get(entity) if entity is not None else None)
    owner = _owner(parse, head, cast)
    return replace(item, of=owner if owner is None or owner.entity is None or owner.entity != entity else None, seen=words)


def _owner(parse: Parse, head: int, cast: Cast) -> Voice | None:
    """Whose a document is: *the ministry's records*, *police records*, *a report by the union*, *released by the guard*."""
    for c in parse.children[head]:
        dep = parse.dep[c]
        places: list[int | None] = []
        any_noun = False
        if dep in ("poss", "compound", "nmod") and c < head:
            places = [c]
        elif dep == "prep" and parse.lower[c] in ("by", "from", "of"):
            places = [parse.child(c, "pobj")]
        elif dep in ("acl", "relcl") and lemma_of(parse.lower[c]) not in _seeing():
            places, any_noun = [parse.child(by, "pobj") for by in parse.children[c] if parse.dep[by] == "agent"], True
        for place in places:
            if place is None:
                continue
            entity = cast.by_head.get(place)
            sort = lexicons.sorts().get(lexicons.singular(parse.lower[place]))
            kind = cast.entity(entity).kind if entity is not None else sort.kind if sort is not None else ""
            if kind in _OWNERS or any_noun:
                span = parse.span(left_edge(parse, place), place)
                return Voice(entity=entity, text=parse.text[span[0] : span[1]], span=span)
    return None


def _seen_here(parse: Parse, head: int, cast: Cast) -> Span | None:
    """*Records seen by the Post*, *a memo that this newspaper has read*: the words that say so beside the evidence."""
    for c in parse.children[head]:
        if parse.dep[c] in ("acl", "relcl") and lemma_of(parse.lower[c]) in _seeing():
            who = _outlet_by(parse, c, cast)
            if who is not None:
                return parse.span(min(c, parse.left[who]), max(c, who))
    return None


def _outlet_by(parse: Parse, verb: int, cast: Cast) -> int | None:
    """The article's own outlet as the subject or agent of a verb."""
    for c in parse.children[verb]:
        who = c if parse.dep[c] == "nsubj" else parse.child(c, "pobj") if parse.dep[c] in ("agent", "prep") else None
        if who is not None and _is_own(parse, who, cast):
            return who
    return None


def _is_own(parse: Parse, head: int, cast: Cast) -> bool:
    entity = cast.by_head.get(head)
    if entity is not None and entity == cast.own:
        return True
    near = [parse.lower[c] for c in parse.children[head]]
    return parse.lower[head] in _SELVES and "this" in near


def _seen(parse: Parse, cast: Cast) -> dict[str, Span]:
    """Entities of which a sentence says that the outlet has seen them: *The Post has obtained a copy of the memo*."""
    found: dict[str, Span] = {}
    for verb in range(len(parse)):
        if parse.tag[verb] not in ("VBD", "VBN", "VBZ") or lemma_of(parse.lower[verb]) not in _seeing():
            continue
        who = _outlet_by(parse, verb, cast)
        thing = parse.child(verb, "dobj", "nsubjpass") if who is not None else None
        if who is None or thing is None:
            continue
        if parse.lower[thing] in _COPIES:
            of = next((c for c in parse.children[thing] if parse.dep[c] == "prep" and parse.lower[c] == "of"), None)
            inner = parse.child(of, "pobj") if of is not None else None
            thing = inner if inner is not None else thing
        entity = cast.by_head.get(thing)
        if entity is not None:
            low, high = sorted((who, verb))
            found.setdefault(entity, parse.span(min(low, parse.left[who]), max(high, parse.right[who] if who > verb else high)))
    return found
