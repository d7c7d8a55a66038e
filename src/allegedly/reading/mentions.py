"""A mention: a stretch of tokens that names, describes or points to somebody or something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from allegedly.model import EntityKind
from allegedly.reading.parse import Parse

Form = Literal["name", "noun", "pronoun"]
Determiner = Literal["definite", "indefinite", "possessed", "bare"]

MODIFIERS = ("det", "poss", "amod", "compound", "nummod", "advmod", "predet", "neg", "nmod", "quantmod", "punct")
_INNER = frozenset({"of", "for", "from", "in", "within", "at", "with", "to", "by", "on", "near", "inside"})
_LONGEST = 24
_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_ACRONYM = 5
"""Letters in the longest acronym; longer names in capitals are names that are printed so."""


@dataclass(slots=True)
class Mention:
    """Tokens ``first`` to ``last`` inclusive, with what they say of whom they mean."""

    first: int
    last: int
    head: int
    form: Form
    kind: EntityKind | None = None
    gender: str = ""
    plural: bool = False
    lemma: str = ""
    """A noun's singular or a pronoun's class."""
    words: tuple[str, ...] = ()
    """A name's words, normal; a noun's modifiers in lower case."""
    determiner: Determiner = "bare"
    owner: int | None = None
    """Head token of the possessor."""
    unnamed: bool = False
    figure: int | None = None
    """Place of the figure that is meant, once it is known."""
    canonical: str = ""
    """The vocabulary's name of a state or outlet."""
    title: str = ""


@dataclass(slots=True)
class Figure:
    """Somebody or something that the article speaks of, while it is being put together."""

    kind: EntityKind | None
    gender: str = ""
    plural: bool = False
    unnamed: bool = False
    assumed: bool = False
    """Only a pronoun says its gender."""
    names: list[Mention] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    """Nouns that have been used of it."""
    modifiers: set[str] = field(default_factory=set)
    """Words that stood before these nouns."""
    phrases: set[tuple[str, ...]] = field(default_factory=set)
    """Each noun with its own words, sorted, as it was used."""
    owners: set[int] = field(default_factory=set)
    """Figures whose it was said to be."""
    speaks: bool = False
    parts: tuple[int, ...] = ()
    """Figures that are joined in this one (*A and B*)."""
    _forms: dict[tuple[str, ...], None] = field(default_factory=dict)
    _seen: int = 0

    def forms(self) -> Iterable[tuple[str, ...]]:
        """The ways in which it is named, each once, as words; names only ever join a figure, so each is looked at once."""
        for name in self.names[self._seen :]:
            self._forms.setdefault(name.words)
        self._seen = len(self.names)
        return self._forms


def is_subject(parse: Parse, token: int) -> bool:
    """Whether the token is the head of a subject or of a passive's agent."""
    dep = parse.dep[token]
    return dep in _SUBJECTS or (dep == "pobj" and parse.dep[parse.head[token]] == "agent")


def left_edge(parse: Parse, head: int) -> int:
    """First token of the noun phrase before its head: determiner, possessor and modifiers without gaps."""
    first = head
    for child in reversed(parse.children[head]):
        if child < first and parse.dep[child] in MODIFIERS and parse.right[child] >= first - 1:
            if parse.dep[child] == "punct" and parse.word[child] not in "-\"'“‘":
                break
            first = min(first, parse.left[child])
    while first + 1 < head and parse.tag[first] == "RB" and parse.tag[first + 1] in ("DT", "PRP$"):
        first += 1  # "Now a statement from the police"
    return max(first, head - _LONGEST)


def right_edge(parse: Parse, head: int) -> int:
    """Last token of the noun phrase with the prepositional phrases right behind it, before any comma or clause."""
    last = head
    for child in parse.children[head]:
        if child > head and child == last + 1 and parse.dep[child] == "prep" and parse.lower[child] in _INNER:
            last = min(parse.right[child], head + _LONGEST)
    for token in range(head + 1, last + 1):
        if parse.word[token] in ',;:—–"' or parse.dep[token] in ("relcl", "acl") or parse.tag[token] in ("WDT", "WP", "_SP"):
            last = token - 1
            while last > head and parse.tag[last] in ("IN", "DT", "TO", "PRP$"):
                last -= 1
            return last
    return last


def fullness(name: Mention) -> tuple[int, bool, int, int]:
    """How full a name is: its words, then that it does not shout as a dateline does, then its letters; the first one wins."""
    letters = sum(map(len, name.words))
    shouts = letters > _ACRONYM and all(w.isupper() for w in name.words)
    return len(name.words), not shouts, letters, -name.first


def bare(figure: Figure) -> bool:
    """Whether all that makes the figure a person is one word without a title."""
    return figure.kind == "person" and not figure.gender and all(len(m.words) == 1 and not m.title for m in figure.names)


def sureness(figure: Figure) -> float:
    """How sure it is that all these mentions are one: names more than descriptions, and fewer pronouns more than many."""
    pronouns = sum(m.form == "pronoun" for m in figure.mentions)
    nouns = sum(m.form == "noun" for m in figure.mentions)
    base = 0.95 if figure.names else 0.85
    return round(max(0.5, base - 0.25 * pronouns / (pronouns + nouns + len(figure.names) + 1) - 0.05 * (nouns > 3)), 2)
