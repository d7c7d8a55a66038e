"""News outlets in an article: which nouns are one, whose paper is whose, and how a voice of a chain is put."""

from __future__ import annotations

from functools import cache

from allegedly.model import Span, Voice
from allegedly.reading import lexicons
from allegedly.reading.evidence import sort_of, source_head
from allegedly.reading.inflection import lemma_of
from allegedly.reading.mentions import left_edge
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows
from allegedly.reading.voices import Cast

_AT_LARGE = ("press", "media")
"""Who hears a press conference: with *the* and nothing else, no outlet in particular."""
_TO_THEM = ("to", "with", "by")


@cache
def relays() -> frozenset[tuple[str, str]]:
    """Verbs by which an outlet passes words on, each with the preposition that joins the two."""
    return frozenset((row["verb"], row["preposition"]) for row in rows("relays"))


@cache
def _stations() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("stations"))


def phrase(parse: Parse, head: int) -> Span:
    """The noun phrase with an *of* phrase or what *and* joins to it, as far as the first comma or clause."""
    first, last = left_edge(parse, head), head
    other = parse.child(head, "conj")
    if other is not None and parse.right[other] - head < 6 and parse.dep[head + 1] == "cc" and parse.tag[other][:2] == "NN":
        last = other
    for c in parse.children[head]:
        if c == last + 1 and parse.dep[c] == "prep" and parse.lower[c] == "of" and parse.right[c] - head < 10:
            last = parse.right[c]
    for token in range(head + 1, last + 1):
        if parse.word[token] in ',;:—–"”“' or parse.tag[token] in ("WDT", "WP", "_SP"):
            return parse.span(first, max(head, token - 1))
    return parse.span(first, last)


_OURS = ("programme", "program", "show", "reporter", "correspondent", "newsroom", "website", "podcast", "column")


class Outlets:
    """The outlets of one article, and the documents that are theirs."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self.parse, self.cast = parse, cast
        self.owners = self._document_owners()

    def is_outlet(self, head: int, *, told: bool = False) -> bool:
        """Whether the noun is another news outlet; for whoever is told something, what the list of outlets says is enough."""
        parse = self.parse
        if self.is_this(head):
            return False
        if parse.lower[head] in _AT_LARGE:
            kind = parse.child(head, "amod", "compound", "poss", "nmod")
            if kind is None or parse.lower[kind] == "social":
                return False
        entity = self.meant(head)
        if entity is not None and self.cast.entity(entity).kind == "outlet":
            return entity != self.cast.own
        if self._station(head, told=told):
            return True
        if told and parse.tag[head][:3] == "NNP" and self._listed(head):
            return True
        sort = lexicons.sorts().get(lexicons.singular(parse.lower[head]))
        return (
            entity is None and sort is not None and sort.kind == "outlet" and parse.dep[head] not in ("compound", "nmod", "poss")
        )

    def is_this(self, head: int) -> bool:
        """Whether an outlet's noun with *this* or *our* before it means the article's own: *this newspaper*."""
        parse = self.parse
        sort = lexicons.sorts().get(parse.lower[head])
        medium = (sort is not None and sort.kind == "outlet") or parse.lower[head] in _OURS
        return medium and any(parse.lower[c] in ("this", "our") and c < head for c in parse.children[head])

    def _station(self, head: int, *, told: bool) -> bool:
        """Whether the noun is a station or agency without a name that is told something or quotes; *on television* is no hop."""
        parse = self.parse
        words = {parse.word[head], f"{parse.word[head - 1]} {parse.word[head]}" if head else ""}
        named = any(parse.tag[t] == "NNP" and parse.word[t][:1].isupper() for t in range(left_edge(parse, head), head))
        heard = told or parse.lower[parse.head[head]] in _TO_THEM
        return parse.tag[head] in ("NN", "NNS") and heard and not named and not words.isdisjoint(_stations())

    def meant(self, head: int) -> str | None:
        """Who is meant; nobody known where *the newspaper* would be the article's own, which does not call itself so."""
        entity = self.cast.by_head.get(head)
        if entity is not None and entity == self.cast.own and self.parse.tag[head] == "NN":
            near = [self.parse.lower[c] for c in self.parse.children[head]]
            return entity if "this" in near or "our" in near else None
        return entity

    def _listed(self, head: int) -> bool:
        """Whether the words of the noun phrase are what an outlet is called."""
        words = tuple(self.parse.word[t] for t in range(left_edge(self.parse, head), head + 1))
        if words[0] in ("the", "The"):
            words = words[1:]
        return any(called == words for called, _ in lexicons.outlets().get(words[0], ()))

    def voice(self, head: int) -> Voice:
        """The noun phrase as a hop of a chain, an outlet or not."""
        span = phrase(self.parse, head)
        return Voice(entity=self.meant(head), text=self.parse.text[span[0] : span[1]], span=span)

    def belongs(self, relation: Attribution, entity: str | None) -> list[Voice]:
        """The outlet whose document speaks, or that got hold of it."""
        head = source_head(self.parse, relation)
        if head is None or sort_of(self.parse, head) is None:
            return []
        owner = self._owner_of(head)
        if owner is not None:
            return [self.voice(owner)]
        known = self.owners.get(entity) if entity is not None else None
        return [known] if known is not None else []

    def _document_owners(self) -> dict[str, Voice]:
        """Documents of the article → the outlet to which they belong, by the first mention that says so."""
        found: dict[str, Voice] = {}
        for entity in self.cast.entities:
            if entity.kind != "document":
                continue
            for span in entity.mentions:
                tokens = self.parse.tokens(span)
                head = self.parse.head_of(tokens[0], tokens[-1]) if len(tokens) else None
                owner = self._owner_of(head) if head is not None else None
                if owner is not None:
                    found[entity.id] = self.voice(owner)
                    break
        return found

    def _owner_of(self, head: int) -> int | None:
        """Head of the outlet's name beside a document: *its report*, *the Telegraph report*, *a report by*, *seen by*."""
        parse = self.parse
        for c in parse.children[head]:
            dep = parse.dep[c]
            if dep in ("poss", "compound", "nmod", "amod") and c < head and self.is_named(c):
                return c
            if dep == "prep" and parse.lower[c] in ("from", "by", "in", "of", "on"):
                thing = parse.child(c, "pobj")
                if thing is not None and self.is_named(thing):
                    return thing
            if dep in ("acl", "relcl") and self.passes_on(c):
                for by in parse.children[c]:
                    thing = parse.child(by, "pobj")
                    if thing is not None and parse.dep[by] in ("agent", "prep", "dative") and self.is_named(thing):
                        return thing
        return None

    def is_named(self, head: int) -> bool:
        """Whether the noun means an outlet of the article that is not its own."""
        entity = self.cast.by_head.get(head)
        return entity is not None and entity != self.cast.own and self.cast.entity(entity).kind == "outlet"

    def passes_on(self, verb: int) -> bool:
        """Whether a verb with what hangs on it says that an outlet passes words on (*carried by*, *seen by*)."""
        lemma = lemma_of(self.parse.lower[verb])
        return any((lemma, self.parse.lower[c]) in relays() for c in self.parse.children[verb])

    def speaks(self, head: int) -> bool:
        """Whether the noun is somebody who can speak."""
        entity = self.cast.by_head.get(head)
        if entity is not None and self.cast.entity(entity).kind not in ("document", "place", "other"):
            return True
        noun = lexicons.singular(self.parse.lower[head])
        sort = lexicons.sorts().get(noun)
        if sort is None:
            return noun in lexicons.bodies()
        return sort.kind in ("person", "group", "organisation", "outlet", "state")
