"""The ends of a tie: which entity a token names, and what is joined to it by *and*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allegedly.model import Entity, TieKind
from allegedly.reading import lexicons
from allegedly.reading.parse import Parse
from allegedly.reading.ties_words import helpers
from allegedly.reading.vocabularies import rows
from allegedly.reading.voices import Cast

_NAME = ("NNP", "NNPS")
_SHORTEST = 4
"""Letters of the shortest name of which an adjective is made."""
_LONGEST = 8
"""Tokens in the longest name whose every token stands for it."""
_JOINED = 8
"""Things in the longest list that is taken apart."""
_MENTIONS = 500
"""Mentions of one entity that are looked at."""


@dataclass(slots=True)
class Bond:
    """A tie as it is found: its ends by their ids, the tokens that say so, and how they say it."""

    kind: TieKind
    of: str
    to: str
    first: int
    last: int
    anchor: int
    """The token on which it turns: noun, verb or name."""
    rule: str
    negated: bool = False
    former: bool = False
    past: bool = False
    """Whether its verb is past, which outside reported speech says that it is over."""
    clause: int | None = None
    """The verb that says so, where it is said in a clause of its own and not taken for granted."""
    starts: bool = False
    """Whether it is said to begin then, so that a time beside it is its first."""
    ends: bool = False


class Ends:
    """An article's entities by the tokens that name them."""

    def __init__(self, parse: Parse, entities: Sequence[Entity], cast: Cast) -> None:
        self.parse = parse
        self.entities = {e.id: e for e in entities}
        self.heads = dict(cast.by_head)
        self.names: dict[int, str] = {}
        self.roles: dict[int, str] = {}
        self.places: dict[int, str] = {}
        self.adjectives: dict[str, str] = {}
        states: dict[str, str] = {}
        widths: dict[int, int] = {}
        for entity in entities:
            if entity.kind == "state":
                called = lexicons.states().get(entity.name) or lexicons.demonyms().get(entity.name)
                states.setdefault(called or entity.name, entity.id)
            if entity.kind in ("state", "place", "organisation"):
                for form in _adjectives(entity.name):
                    self.adjectives.setdefault(form, entity.id)
            for span in entity.mentions[:_MENTIONS]:
                tokens = parse.tokens(span)
                if not len(tokens):
                    continue
                head = parse.head_of(tokens[0], tokens[-1])
                self.heads.setdefault(head, entity.id)
                if entity.kind in ("place", "state"):
                    self.places.setdefault(head, entity.id)
                if len(tokens) <= _LONGEST and parse.tag[tokens[-1]] in _NAME and parse.word[tokens[0]][:1].isupper():
                    for token in tokens:
                        if len(tokens) < widths.get(token, _LONGEST + 1):
                            widths[token] = len(tokens)
                            self.names[token] = entity.id
            for role in entity.roles:
                if role.kind not in ("nationality", "age", "party"):
                    for token in parse.tokens(role.span):
                        self.roles.setdefault(token, entity.id)
        self.states = states

    def at(self, token: int) -> str | None:
        """The entity that a token names or heads; of a people (*Turkish*) the state, of *Hamas fighters* the body."""
        state = lexicons.demonyms().get(self.parse.word[token])
        if state is not None and state in self.states:
            return self.states[state]
        if state is None and self.parse.word[token] in self.adjectives:
            return self.adjectives[self.parse.word[token]]
        found = self.heads.get(token) or self.names.get(token)
        if found is not None or self.parse.lower[token] not in helpers("stands"):
            return found
        of = self.parse.child(token, "prep")
        if of is not None and self.parse.lower[of] == "of":
            thing = self.parse.child(of, "pobj")
            return self.heads.get(thing) if thing is not None else None
        for child in reversed(self.parse.children[token]):
            if child < token and self.parse.dep[child] in ("amod", "compound", "nmod", "poss"):
                found = self.states.get(lexicons.demonyms().get(self.parse.word[child], "")) or self.heads.get(child)
                if found is not None:
                    return found
        return None

    def kind(self, entity: str) -> str:
        """The entity's kind."""
        return self.entities[entity].kind

    def where(self, token: int) -> str | None:
        """The place or state that a token names, where it may be taken for something else too."""
        return self.places.get(token) or self.at(token)

    def party(self, entity: str) -> bool:
        """Whether the entity is a political party, by its name."""
        words = self.entities[entity].name.split()
        return words[-1] == "Party" or any(row["word"] == " ".join(words) for row in rows("parties"))

    def all_at(self, token: int, *, place: bool = False) -> Iterator[str]:
        """The entities, or the places, of a token and of what is joined to it by *and* or a comma."""
        for one in joined(self.parse, token):
            entity = self.where(one) if place else self.at(one)
            if entity is not None:
                yield entity


def _adjectives(name: str) -> Iterator[str]:
    """What the adjective of a place can be that no vocabulary knows: *Marenian* of *Marenia*, *Oltese* of *Olta*."""
    if len(name) >= _SHORTEST and name.isalpha():
        yield from (name + ending for ending in ("n", "an", "ian", "ese", "ish", "i"))
        if name[-1] in "aeiou":
            yield from (name[:-1] + ending for ending in ("an", "ian", "ese", "ish"))


def joined(parse: Parse, token: int) -> list[int]:
    """A token and those joined to it, in reading order."""
    found = [token]
    for one in found:
        for child in parse.children[one]:
            if parse.dep[child] == "conj" and len(found) < _JOINED:
                found.append(child)
    return found
