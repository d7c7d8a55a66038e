"""Words for happenings: base forms, and what the vocabulary says of their types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.vocabularies import rows

OTHER = "other"
"""The type of what the vocabulary does not know."""
_COMPANIONS = frozenset(("dobj", "prt", "prep", "oprd", "acomp"))
_POS = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"), "verb"),
    **dict.fromkeys(("NN", "NNS", "NNP", "NNPS"), "noun"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "adjective"),
}


def pos_of(parse: Parse, token: int) -> str | None:
    """``verb``, ``noun`` or ``adjective``; null for other words."""
    return _POS.get(parse.tag[token])


def base_of(parse: Parse, token: int) -> str:
    """The base form of a token: *bombing* for the noun *bombings*, *bomb* for the verb *bombing*."""
    word, tag = parse.lower[token], parse.tag[token]
    if tag in ("NN", "NNP", "JJ"):
        return word
    base = lemma_of(word)
    # Of two spellings that a base can have (*assassinat*, *assassinate*), the one that the vocabulary knows.
    pos = _POS.get(tag, "")
    return f"{base}e" if (base, pos) not in _known() and (f"{base}e", pos) in _known() else base


@cache
def _known() -> frozenset[tuple[str, str]]:
    """The words of the vocabularies of happenings, with their parts of speech."""
    lines = (row for name in ("happenings", "happenings_status") for row in rows(name))
    verbs = {(word, "verb") for row in rows("happenings_parts") for word in row["words"].split()}
    return frozenset(verbs | {(word, row["pos"]) for row in lines for word in row["words"].split()})


@cache
def people() -> frozenset[str]:
    """Nouns and pronouns for people."""
    nouns = {row["noun"] for name in ("rolenouns", "crowds") for row in rows(name) if row.get("kind", "person") == "person"}
    return frozenset(nouns | set(words("people")))


@dataclass(slots=True, frozen=True)
class Sort:
    """What sort of happening a word stands for."""

    type: str
    mode: str | None = None


@cache
def words(name: str) -> dict[str, str]:
    """A list of ``vocabulary/happenings_parts.tsv``: its words and what each stands for."""
    return {word: row["part"] for row in rows("happenings_parts") if row["list"] == name for word in row["words"].split()}


@cache
def sorts() -> dict[tuple[str, str], dict[str, Sort]]:
    """Of a word and its part of speech: what is done to ``people``, to ``things``, to ``none``, or to whatever (empty)."""
    found: dict[tuple[str, str], dict[str, Sort]] = {}
    for row in rows("happenings"):
        for word in row["words"].split():
            found.setdefault((word, row["pos"]), {}).setdefault(row["target"], Sort(row["type"], row["mode"] or None))
    return found


def listed(word: str, pos: str) -> str:
    """The first type that the vocabulary gives the word alone; empty where it does not have it."""
    known = sorts().get((word, pos))
    return next(iter(known.values())).type if known else ""


def phrases(parse: Parse, token: int) -> list[str]:
    """The set phrases that a word may be part of, as the vocabulary writes them: *open+fire*, *call+for*, *cease+fire*."""
    base = base_of(parse, token)
    after = [base_of(parse, c) for c in parse.children[token] if parse.dep[c] in _COMPANIONS and c > token]
    found = [f"{base}+{word}" for word in after]
    if pos_of(parse, token) == "noun":
        before = [c for c in parse.children[token] if c < token]
        if token > 1 and parse.word[token - 1] == "-":
            before.append(token - 2)
        found += [f"{parse.lower[c]}+{base}" for c in before]
    return found


def known_as(parse: Parse, token: int) -> str:
    """The first type that the vocabulary gives a word, alone or in a set phrase; empty where it does not have it."""
    pos = pos_of(parse, token) or ""
    kinds = (listed(word, pos) for word in (base_of(parse, token), *phrases(parse, token)))
    return next((kind for kind in kinds if kind), "")


def sort_of(word: str, pos: str, target: str, beside: Sequence[str] = ()) -> Sort:
    """What sort of happening it is.

    Args:
        word: A base form.
        pos: Its part of speech.
        target: What it is done to: ``people``, ``things`` or ``none``.
        beside: Set phrases that it may be part of.
    """
    known = next((found for phrase in beside if (found := sorts().get((phrase, pos)))), None) or sorts().get((word, pos))
    if known is None:
        return Sort(OTHER)
    return known.get(target) or known.get("") or Sort(OTHER)
