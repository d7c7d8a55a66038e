"""Through whose mouths a statement came: the article's outlet first, the innermost voice last; and to whom it was said.

A hop is a voice that passes another's words on: the statement in which this one is nested, the outlet that was told
(*told Reuters*), that quotes (*quoted by state media as saying*), or to which a document belongs (*the Telegraph's report*),
and whoever is cited (*citing two officials*). A voice that keeps speaking to the same outlet keeps that hop.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from allegedly.model import Evidence, Span, Voice
from allegedly.reading import lexicons
from allegedly.reading.clauses import roots
from allegedly.reading.cues import rejections
from allegedly.reading.evidence import cited, sort_of
from allegedly.reading.ground import Ground
from allegedly.reading.inflection import lemma_of
from allegedly.reading.outlets import Outlets, phrase, relays
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows
from allegedly.reading.voices import Cast

OUTLET = Voice(outlet=True)
NOBODY = Voice(text="unknown")
"""A voice before, between or behind others that nobody names (*a source reportedly said*, *the hopes that …*)."""
_OBJECTS = ("dative", "dobj")
_STEPS = (
    "prep",
    "pobj",
    "advcl",
    "agent",
    "dative",
    "dobj",
    "poss",
    "nmod",
    "compound",
    "prt",
    "pcomp",
    "xcomp",
    "acl",
    "conj",
    "npadvmod",
)
_CLAUSES = ("ccomp", "parataxis")
_THROUGH = ("to", "with", "by", "on", "in", "for", "via", "through", "from", "at", "during")
_VISITS = 48
_HEARING = ("learn", "hear", "understand", "gather")
_CITE = ("cite", "quote")
_GO_BY = ("reference", "authority", "refer", "invoke", "rely", "base")
"""Words by which an outlet names whom it goes by: *reports with reference to the ministry*; others speak of whom they like."""
_PER = ("per", "according")
_KEEPS_SPEAKING = 40
"""How many statements later somebody can still be speaking to the outlet that was named."""
_DEEPEST = 12
_WRITING = ("write", "tweet", "post")
"""Verbs by which somebody speaks to nobody's reporter."""
_HEARSAY = ("reportedly", "supposedly", "purportedly")
_RUMOURS = ("report", "say", "allege", "believe", "think", "rumor", "rumour", "understand")
"""Verbs that take a perfect infinitive only of whom something is said: *the only bank reported to have asked for it*."""


@cache
def _hearers() -> frozenset[tuple[str, str]]:
    return frozenset((row["verb"], row["way"]) for row in rows("addressees"))


def find_addressee(parse: Parse, attribution: Attribution) -> Span | None:
    """The words for whoever it is said to: *told reporters*, *said to the crew*, *a jury was told*; null where nobody is."""
    head = _hearer(parse, attribution)
    return phrase(parse, head) if head is not None else None


def chains(
    parse: Parse,
    relations: list[Attribution],
    cast: Cast,
    evidence: list[tuple[Evidence, ...]],
) -> list[tuple[Voice, ...]]:
    """The voices of each attribution, the outlet first; narration has the outlet alone.

    Args:
        parse: The article's parse.
        relations: Its attributions in reading order.
        cast: Who is who in it.
        evidence: What each attribution rests on.
    """
    return Chains(parse, relations, cast, evidence).all()


def _hearer(parse: Parse, attribution: Attribution) -> int | None:
    token, lemma = attribution.cue_token, attribution.lemma
    if token is None or parse.tag[token][:2] != "VB":
        return None
    for c in parse.children[token]:
        head: int | None = None
        dep = parse.dep[c]
        if dep in _OBJECTS and (lemma, "object") in _hearers():
            head = parse.child(c, "pobj") if parse.tag[c] in ("IN", "TO") else c
        elif dep in ("prep", "dative") and (lemma, parse.lower[c]) in _hearers():
            head = parse.child(c, "pobj")
        elif dep == "nsubjpass" and (lemma, "object") in _hearers() and c != attribution.source_token:
            head = c
        if head is not None and _is_somebody(parse, head) and not _inside(attribution.content, parse.start[head]):
            return head
    return None


def _is_somebody(parse: Parse, head: int) -> bool:
    if parse.tag[head] in ("PRP", "NNP", "NNPS"):
        return parse.lower[head] not in ("it", "itself", "himself", "herself", "themselves")
    if parse.tag[head][:2] != "NN":
        return False
    sort = lexicons.sorts().get(lexicons.singular(parse.lower[head]))
    return sort is None or sort.kind != "document"


def _inside(content: list[Span], offset: int) -> bool:
    return any(start <= offset < end for start, end in content)


def _quoting(parse: Parse, token: int) -> int | None:
    """The verb by which an outlet gives another's words, above the verb of saying: *quoted … as saying*."""
    if parse.dep[token] != "pcomp" or parse.lower[parse.head[token]] != "as":
        return None
    verb = parse.head[parse.head[token]]
    return verb if (lemma_of(parse.lower[verb]), "as") in relays() else None


class Chains:
    """The chains of one article."""

    def __init__(
        self,
        parse: Parse,
        relations: list[Attribution],
        cast: Cast,
        evidence: list[tuple[Evidence, ...]],
    ) -> None:
        self.parse, self.relations, self.cast, self.evidence = parse, relations, cast, evidence
        self.outlets = Outlets(parse, cast)
        self.cited = self._cited()
        self.made: list[tuple[Voice, ...]] = []
        self.speaking_to: dict[str, tuple[tuple[Voice, ...], int]] = {}

    def all(self) -> list[tuple[Voice, ...]]:
        """Chains in the order of the attributions; what holds another comes before it."""
        for i, relation in enumerate(self.relations):
            self.made.append((OUTLET,) if relation.mode == "narration" else self._chain(i, relation))
        return self.made

    def _chain(self, i: int, relation: Attribution) -> tuple[Voice, ...]:
        outer = relation.within
        base = self._outer(outer) if outer is not None and outer < i else (OUTLET,)
        source = self.cast.source_of(relation)
        citer = self._citer(relation) if len(base) == 1 else None
        if citer is not None:
            return _without_repeats([*base, *citer])
        hops = [
            *base,
            *self._media(i, relation, source.entity, nested=len(base) > 1),
            *self.outlets.belongs(relation, source.entity),
        ]
        if self._hearsay(relation) or (source.span is None and len(hops) > 1):
            hops.append(NOBODY)
        if self._is_spoken_of(relation):
            hops.append(NOBODY)
        elif source.span is not None and not self._is_own(relation, source.entity):
            hops.append(Voice(entity=source.entity, text=source.text, span=source.span))
        elif source.span is not None and relation.source_token is not None and self.outlets.meant(relation.source_token) is None:
            hops.append(Voice(text=source.text, span=source.span))  # "the newspaper" is another one.
        quoted = self._quoted(relation)
        if quoted is not None:
            # Where the paper stands before its own report, the report says no more.
            hops = [*(hops[:-1] if len(hops) > 2 and self.outlets.belongs(relation, source.entity) else hops), quoted]
        hops += self.cited.get(i, [])
        hops += self._heard(relation)
        return _without_repeats(hops)

    def _is_own(self, relation: Attribution, entity: str | None) -> bool:
        """Whether the outlet speaks of itself: *the Herald says*, *this magazine has learned*."""
        if entity is not None and entity == self.cast.own:
            return True
        head = relation.source_token
        return head is not None and relation.lemma in _HEARING and self.outlets.is_this(head)

    def _hearsay(self, relation: Attribution) -> bool:
        """Whether the cue says that the saying itself is only reported: *reportedly said*."""
        token = relation.cue_token
        if token is None or relation.source is None or self.parse.tag[token][:2] != "VB":
            return False
        return any(self.parse.lower[c] in _HEARSAY for c in self.parse.children[token] if self.parse.dep[c] == "advmod")

    def _heard(self, relation: Attribution) -> list[Voice]:
        """From whom the source has it: *has learnt from the police*."""
        parse, token = self.parse, relation.cue_token
        if token is None or relation.lemma not in _HEARING or relation.rule not in ("clause", "fronted", "as"):
            return []
        for c in parse.children[token]:
            head = parse.child(c, "pobj") if parse.lower[c] == "from" else None
            if head is not None and self.outlets.speaks(head) and not _inside(relation.content, parse.start[head]):
                return [self.outlets.voice(head)]
        return []

    def _is_spoken_of(self, relation: Attribution) -> bool:
        """Whether the source is not who says it but of whom it is said: *the only bank reported to have asked for it*."""
        if relation.rule != "infinitive" or relation.lemma not in _RUMOURS:
            return False
        root = next(roots(self.parse, relation.content), None)
        return root is not None and any(self.parse.lower[c] == "have" for c in self.parse.children[root])

    def _outer(self, outer: int) -> tuple[Voice, ...]:
        """The chain of the statement around one, without an outlet's report where that outlet stands before it."""
        chain, relation = self.made[outer], self.relations[outer]
        if relation.lemma in rejections("reply") and relation.rule.startswith("prep"):
            return chain[:-1]  # "was responding to a story that said": the story's words, not those of who responds.
        if len(chain) > 2 and chain[-1].span == relation.source and self.outlets.belongs(relation, chain[-1].entity):
            return chain[:-1]
        return chain

    def _media(self, i: int, relation: Attribution, speaker: str | None, *, nested: bool) -> list[Voice]:
        """The outlets that were told, or that quote; or the one to which the speaker was speaking before."""
        told = [*self._having(relation), *self._quoted_by(relation), *self._told(relation)]
        if nested:
            return told
        above = self._reporter(relation)
        if above is not None:
            return [above, *told]
        if told:
            if speaker is not None:
                self.speaking_to[speaker] = (tuple(told), i)
            return told
        hearer = _hearer(self.parse, relation)
        before = self._before(relation)
        if before is not None:
            return [before]
        if speaker is None:
            return []
        if hearer is not None or relation.lemma in _WRITING or self.evidence[i] or self._own_medium(relation):
            self.speaking_to.pop(speaker, None)
            return []
        known = self.speaking_to.get(speaker)
        return list(known[0]) if known is not None and i - known[1] <= _KEEPS_SPEAKING else []

    def _before(self, relation: Attribution) -> Voice | None:
        """Whoever passes the words on before the cue: *per the Post, sources said*."""
        parse, token = self.parse, relation.cue_token
        if token is None:
            return None
        for c in parse.children[token]:
            if parse.dep[c] == "prep" and c < token and parse.lower[c] in _PER and not _inside(relation.content, parse.start[c]):
                inner = parse.child(c, "prep")
                head = parse.child(inner if inner is not None else c, "pobj")
                if head is None or head == relation.source_token:
                    continue
                if self.outlets.is_outlet(head, told=True) or sort_of(parse, head):
                    return self.outlets.voice(head)
        return None

    def _citer(self, relation: Attribution) -> list[Voice] | None:
        """An outlet with whom it cites, where it stands beside its name: *a report by the Post, citing two officials*."""
        parse, token = self.parse, relation.cue_token
        if token is None or parse.tag[token] != "VBG" or relation.lemma not in ("cite", "quote"):
            return None
        citer = token - 1
        while citer > 0 and (parse.lower[citer] == "," or parse.dep[citer] == "advmod"):
            citer -= 1
        thing = parse.child(token, "dobj")
        if thing is None or thing == citer or not self.outlets.is_named(citer) or parse.dep[token] not in ("acl", "advcl"):
            return None
        return [self.outlets.voice(citer), self.outlets.voice(thing)] if self.outlets.speaks(thing) else None

    def _reporter(self, relation: Attribution) -> Voice | None:
        """The outlet whose verb of saying holds this one's clause, where that is no statement of its own."""
        parse, token = self.parse, relation.cue_token
        if token is None:
            return None
        quoting = _quoting(parse, token)
        quotes = parse.child(quoting, "nsubj") if quoting is not None else None
        if quotes is not None and quotes != relation.source_token and self.outlets.speaks(quotes):
            return self.outlets.voice(quotes)
        verbs = [parse.head[token]] if parse.dep[token] in _CLAUSES else []
        verbs += [c for c in parse.children[token] if parse.dep[c] in _CLAUSES and not _inside(relation.content, parse.start[c])]
        for verb in verbs:
            subject = parse.child(verb, "nsubj")
            if ";" in parse.word[min(token, verb) : max(token, verb)]:
                continue  # Two sentences in one.
            if subject is not None and subject != relation.source_token and self.outlets.is_outlet(subject, told=True):
                return self.outlets.voice(subject)
        return None

    def _quoted(self, relation: Attribution) -> Voice | None:
        """Whoever is quoted, where the source is who quotes them: *the paper quoted a minister as saying*."""
        parse, token = self.parse, relation.cue_token
        verb = _quoting(parse, token) if token is not None else None
        if verb is None:
            return None
        head = parse.child(verb, "dobj")
        if head is None or head == relation.source_token or sort_of(parse, head) is not None:
            return None
        return (
            self.outlets.voice(head) if self.outlets.speaks(head) and not _inside(relation.content, parse.start[head]) else None
        )

    def _own_medium(self, relation: Attribution) -> bool:
        """Whether it is said in a statement, a speech or a paper of its own, hence to nobody in particular."""
        token = relation.cue_token
        if token is None:
            return False
        for c in self.parse.children[token]:
            if self.parse.dep[c] == "prep" and self.parse.lower[c] in ("in", "at", "on", "during"):
                head = self.parse.child(c, "pobj")
                if head is not None and sort_of(self.parse, head) is not None:
                    return True
        return False

    def _told(self, relation: Attribution) -> Iterator[Voice]:
        """Outlets among the words of the act of saying itself, in reading order."""
        token = relation.cue_token
        if token is None:
            return
        hearer = _hearer(self.parse, relation)
        starts = [c for c in self.parse.children[token] if c != relation.source_token]
        quoting = _quoting(self.parse, token)
        if quoting is not None:
            # "was quoted by state media as saying": who quotes hangs on the verb above.
            starts += [c for c in self.parse.children[quoting] if self.parse.dep[c] == "agent"]
        if relation.source_token is not None and self.parse.head[relation.source_token] == token:
            # "a statement carried by the broadcaster": hangs on the source.
            starts += [c for c in self.parse.children[relation.source_token] if self.parse.dep[c] in ("acl", "relcl")]
        spans = [relation.source] if relation.source else []
        reached = {head for head in self._reach(relation, token, starts, hearer) if not _inside(spans, self.parse.start[head])}
        for head in sorted(reached):
            if self.outlets.is_outlet(head, told=head == hearer):
                yield self.outlets.voice(head)
        for c in self.parse.children[token]:
            # "told the Beacon they are …": without *that*, the hearer may have been taken for the beginning of the words.
            first = self.parse.dep[c] in _OBJECTS and (relation.lemma, "object") in _hearers()
            if first and self.parse.start[self.parse.left[c]] == relation.content[0][0] and self.outlets.is_named(c):
                yield self.outlets.voice(c)
        if hearer is None and (relation.lemma, "object") in _hearers():
            yield from self._run_together(relation, token)

    def _having(self, relation: Attribution) -> Iterator[Voice]:
        """The outlet that has the words from the source: *The Weekly has this from two clerks*."""
        token = relation.cue_token
        if token is None or relation.lemma != "have" or relation.rule != "fronted":
            return
        head = self.parse.child(token, "nsubj")
        if head is not None and head != relation.source_token and self.outlets.is_outlet(head):
            yield self.outlets.voice(head)

    def _quoted_by(self, relation: Attribution) -> Iterator[Voice]:
        """Whoever is said to quote the source beside its name: *a clerk quoted by the Ocean Cricket Service*."""
        parse = self.parse
        for token in parse.tokens(relation.source) if relation.source else ():
            if parse.tag[token] != "VBN" or lemma_of(parse.lower[token]) not in _CITE or parse.dep[token] not in ("acl", "relcl"):
                continue
            by = parse.child(token, "agent")
            head = parse.child(by, "pobj") if by is not None else None
            if head is not None and (self.outlets.is_outlet(head) or self.outlets.speaks(head)):
                yield self.outlets.voice(head)

    def _run_together(self, relation: Attribution, token: int) -> Iterator[Voice]:
        """The outlet at the head of the words, where its name has run into theirs: *told NPR Hamid Karz had left*."""
        parse, first = self.parse, self.parse.token_at(relation.content[0][0])
        if first != token + 1:
            return
        begin = first + (parse.lower[first] == "the")
        for called, _ in lexicons.outlets().get(parse.word[min(begin, len(parse) - 1)], ()):
            end = begin + len(called)
            if tuple(parse.word[begin:end]) == called and end < len(parse) and parse.tag[end] in ("NNP", "NNPS", "PRP", "DT"):
                span = parse.span(begin, end - 1)
                yield Voice(entity=self.cast.by_span.get(span), text=parse.text[span[0] : span[1]], span=span)
                return

    def _reach(self, relation: Attribution, token: int, starts: list[int], hearer: int | None) -> Iterator[int]:
        """Nouns that hang on the cue by a preposition, or by a verb that passes words on; bounded."""
        parse = self.parse
        stack = [(c, token) for c in starts]
        for _ in range(_VISITS):
            if not stack:
                return
            current, above = stack.pop()
            dep = parse.dep[current]
            if dep not in _STEPS or _inside(relation.content, parse.start[current]):
                continue
            if dep in _OBJECTS and parse.tag[current][:2] == "NN" and current != hearer and parse.tag[above][:2] == "VB":
                continue
            if (
                dep in ("prep", "agent", "dative")
                and parse.tag[current] in ("IN", "TO", "RP")
                and parse.lower[current] not in _THROUGH
            ):
                continue
            if parse.tag[current] in ("VBN", "VBD") and dep in ("acl", "advcl") and not self.outlets.passes_on(current):
                continue
            if parse.tag[current][:2] == "NN" and dep in ("dobj", "pobj", "dative", "poss", "nmod", "compound", "conj"):
                yield current
            stack.extend((c, current) for c in parse.children[current])

    def _cited(self) -> dict[int, list[Voice]]:
        """Whoever the source of an attribution cites, where that is no document: the innermost voices."""
        cues = {r.cue_token: i for i, r in enumerate(self.relations) if r.cue_token is not None and r.mode != "narration"}
        sources = {r.source_token: i for i, r in enumerate(self.relations) if r.source_token is not None}
        found: dict[int, list[Voice]] = {}
        for token, head in cited(self.parse):
            lemma = lemma_of(self.parse.lower[token])
            noun = self.parse.head[token]
            noun = self.parse.head[noun] if self.parse.dep[noun] == "appos" and noun not in sources else noun
            beside = lemma in _CITE and self.parse.dep[token] == "relcl" and noun in sources
            if not beside and not (self.parse.tag[token] == "VBG" and lemma in _CITE) and lemma not in _GO_BY:
                continue
            owner = next((cues[k] for k in self._above(token) if k in cues), None)
            if beside:  # "the station, which cited the health office, said"
                owner = sources[noun]
            if (
                owner is None
                or (lemma in _GO_BY and not self._reports(self.relations[owner]))
                or sort_of(self.parse, head) is not None
            ):
                continue
            if not _inside(self.relations[owner].content, self.parse.start[head]) and self.outlets.speaks(head):
                found.setdefault(owner, []).append(self.outlets.voice(head))
        return found

    def _reports(self, relation: Attribution) -> bool:
        """Whether it is an outlet that says so, and not somebody who speaks of others."""
        entity = self.cast.source_of(relation).entity
        kind = self.cast.entity(entity).kind if entity is not None else ""
        return kind == "outlet" or (relation.lemma in ("report", "write", "announce") and kind == "organisation")

    def _above(self, token: int) -> Iterator[int]:
        for _ in range(_DEEPEST):
            token = self.parse.head[token]
            yield token

    def ground(self, i: int, hop: Voice) -> Ground:
        """Why a voice stands in the chain of an attribution, the outlet's own apart."""
        relation = self.relations[i]
        source, cue, outer = self.cast.source_of(relation), relation.cue[0], relation.within
        here = hop.span or cue
        if outer is not None and outer < i and hop in self.made[outer]:
            return Ground("hop around", (here,), (f"s{outer + 1}",))
        if hop == NOBODY:
            return Ground("hop nobody", (cue,))
        if hop.span == source.span:
            return Ground("hop source", (here,))
        if hop in self.outlets.belongs(relation, source.entity):
            return Ground("hop owner", (here, source.span or cue))
        if hop in (*self._having(relation), *self._quoted_by(relation), *self._told(relation)):
            return Ground("hop told", (here, cue))
        if hop == self._reporter(relation):
            return Ground("hop reports", (here, cue))
        if hop == self._before(relation):
            return Ground("hop beside", (here, cue))
        if hop == self._quoted(relation):
            return Ground("hop quoted", (here, cue))
        if hop in (*self.cited.get(i, ()), *self._heard(relation)):
            return Ground("hop cited", (here,))
        if hop in (self._citer(relation) or ()):
            return Ground("hop beside", (here, cue))
        return Ground("hop still", (here, source.span or cue))


def _without_repeats(hops: list[Voice]) -> tuple[Voice, ...]:
    """The hops without one that is the same voice as the hop before it."""
    kept: list[Voice] = []
    for hop in hops:
        if kept and not kept[-1].outlet and hop.entity is not None and hop.entity == kept[-1].entity:
            continue
        kept.append(hop)
    return tuple(kept)
