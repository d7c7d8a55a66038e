"""The words that tie, from ``vocabulary/ties.tsv``: which tie a noun, verb or adjective tells of, and where its ends stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from allegedly.model import EntityKind, TieKind
from allegedly.reading import lexicons
from allegedly.reading.inflection import lemma_of
from allegedly.reading.lexicons import verb_forms
from allegedly.reading.parse import Parse
from allegedly.reading.vocabularies import rows

_BODIES = ("organisation", "outlet", "group", "other")
_SIDES = ("person", "organisation", "group", "state", "outlet")
_ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "leads": (("person", "group", "organisation", "other"), (*_BODIES, "state", "place")),
    "member of": (_SIDES, (*_BODIES, "state")),
    "part of": ((*_BODIES, "place"), (*_BODIES, "state")),
    "founded": (_SIDES, (*_BODIES, "place")),
    "works for": ((*_SIDES, "other"), (*_BODIES, "state", "place", "person")),
    "represents": ((*_SIDES, "other"), (*_BODIES, "state", "place", "person")),
    "hosts": (("organisation", "group", "state", "place", "person"), ("person", "group", "organisation")),
    "owns": (_SIDES, (*_BODIES, "place")),
    "married to": (("person", "organisation"), ("person",)),
    "related to": (("person", "organisation"), ("person", "organisation")),
    "located in": (("place", "organisation", "outlet", "person", "group", "other"), ("place", "state")),
}
"""Kinds of entities at either end of a tie, as far as they are told apart; the others join two sides. Names of people are
taken for bodies' often enough, so that these are no bar where only a person fits."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a word tells."""

    kind: TieKind
    turned: bool
    """Whether its bearer is the one that is led, hired, hosted."""
    take: tuple[str, ...]
    """Behind which prepositions the other end stands; of a verb ``object``, or ``body`` or ``side`` for one of such kinds."""
    before: str
    """What before a noun is its other end: ``any`` entity, a ``body`` but no state or place, or or ``no``, only a possessive."""
    form: str
    """``noun``, ``adjective``, ``verb`` for what lasts, ``start`` and ``end`` for what begins or ends it, ``placed``."""


@cache
def words() -> Mapping[tuple[str, str], Word]:
    """The words by ``n`` (noun), ``v`` (verb) or ``a`` (adjective) and their base form, several words with spaces."""
    found = {}
    for row in rows("ties"):
        if row["kind"] == "-":
            continue
        sort = row["form"][0] if row["form"] in ("noun", "adjective") else "v"
        kind = cast("TieKind", row["kind"])
        found[sort, row["word"]] = Word(kind, row["way"] == "to", tuple(row["take"].split()), row["before"], row["form"])
    return MappingProxyType(found)


@cache
def _forms() -> Mapping[str, Word]:
    return MappingProxyType({form: word for (sort, base), word in words().items() if sort == "v" for form in verb_forms(base)})


def verb_at(parse: Parse, token: int) -> Word | None:
    """What the verb at a token tells."""
    lower = parse.lower[token]
    lemma = lemma_of(lower)
    # "found" is of "find"; where spelling guesses a wrong base ("battl"), the vocabulary's own forms know.
    return words().get(("v", lemma)) or (_forms().get(lower) if lemma not in _forms() and lower != "found" else None)


@cache
def helpers(form: str) -> frozenset[str]:
    """The words that tell of no tie themselves: ``over``, ``under``, ``phase``, ``ceased``, ``turned``, ``holding``."""
    return frozenset(row["word"] for row in rows("ties") if row["form"] == form)


@cache
def _several() -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Nouns of several words by the word that heads them: the words, and which of them is the head."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for sort, word in words():
        parts = tuple(word.replace("-", " - ").split())
        if sort == "n" and len(parts) > 1:
            # "chief of staff", "commander-in-chief"
            head = 0 if "of" in parts or "in" in parts else len(parts) - 1  # "chief of staff", "commander-in-chief"
            found.setdefault(parts[head], []).append((parts, head))
    return {head: tuple(sorted(several, key=lambda pair: -len(pair[0]))) for head, several in found.items()}


def noun_at(parse: Parse, token: int) -> tuple[Word, int, int] | None:
    """What the noun at a token tells, with the first and the last token of it: *prime minister*, *chief of staff*."""
    lemma = lexicons.singular(parse.lower[token])
    for parts, head in _several().get(lemma, ()):
        first = token - head
        last = first + len(parts) - 1
        if first >= 0 and last < len(parse) and (*parse.lower[first:token], lemma, *parse.lower[token + 1 : last + 1]) == parts:
            joined = " ".join(parts).replace(" - ", "-")
            return words()["n", joined], first, last
    word = words().get(("n", lemma))
    return None if word is None else (word, token, token)


def fit(kind: str, of: EntityKind, to: EntityKind) -> bool:
    """Whether entities of these kinds can be tied so."""
    ends = _ENDS.get(kind, (_SIDES, _SIDES))
    return of in ends[0] and to in ends[1]
