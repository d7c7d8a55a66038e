"""What kind of voice a source is, and what the article says of why it has no name.

Somebody named; an office-holder without a name, who is known by the office all the same (*the defence minister*); a body, a
state, a document, an outlet; a crowd (*residents*); people without a name (*officials*, *a source*); nobody (*it is believed*).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from allegedly.model import Anonymity, Source, Span, Voicing
from allegedly.reading import lexicons
from allegedly.reading.mentions import left_edge
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows
from allegedly.reading.voices import Cast

_PLAIN: dict[str, Voicing] = {
    "organisation": "organisation",
    "state": "state",
    "place": "state",
    "document": "document",
    "outlet": "outlet",
    "person": "named",
}
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "my"})
_LOOKED_AT = 8
"""Mentions of an entity that are looked at for a noun that describes it."""
_BECAUSE = ("because", "since", "as", "for", "citing", "fearing", "given", "due", "out", "to", "so", "in", "lest")
"""Words with which the reason for having no name begins."""
_AGAIN = frozenset({"both", "all", "they", "he", "she", "it", "who"})


@cache
def offices() -> dict[str, tuple[str, bool]]:
    """Nouns for offices and ranks: which of the two, and whether there is but one in its body."""
    return {row["noun"]: (row["kind"], row["sole"] == "yes") for row in rows("offices")}


@cache
def _crowds() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("crowds"))


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Phrases that say that somebody is not to be named, by their first word, and whether they say why."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for row in rows("anonymity"):
        words = tuple(row["words"].split())
        found.setdefault(words[0], []).append((words, row["explains"] == "yes"))
    return {first: tuple(sorted(more, key=lambda m: (-len(m[0]), m[0]))) for first, more in found.items()}


def voice_of(parse: Parse, cast: Cast, relation: Attribution, source: Source) -> Voicing | None:
    """What kind of voice a source is; null for narration, which has none."""
    if relation.mode == "narration":
        return None
    if source.span is None:
        return "nobody"
    if source.kind in _PLAIN:
        return _PLAIN[source.kind]
    if source.kind == "other":
        return "other"
    nouns = _nouns(parse, cast, relation, source)
    if source.kind == "group":
        sort = lexicons.sorts().get(lexicons.singular(parse.lower[nouns[0]])) if nouns else None
        named = _joins_names(parse, source.span)
        return "named" if named else "unnamed" if sort is not None and sort.unnamed and not _is_crowd(parse, nouns) else "crowd"
    if any(_is_office(parse, noun) for noun in nouns):
        return "office-holder"
    return "crowd" if _is_crowd(parse, nouns) else "unnamed"


def _is_crowd(parse: Parse, nouns: list[int]) -> bool:
    """Whether one of the nouns, in the plural, is of people who are taken together."""
    many = [parse.lower[n] for n in nouns if parse.tag[n] in ("NNS", "NNPS", "DT", "JJ", "CD")]
    return any(word in _crowds() or lexicons.singular(word) in _crowds() for word in many)


def _joins_names(parse: Parse, span: Span) -> bool:
    """Whether a source joins several who are named: *Anna Lind and Rolf Amsel*."""
    tokens = parse.tokens(span)
    joints = [t for t in tokens if parse.lower[t] == "and"]
    return any(
        parse.tag[t - 1] == "NNP" and parse.tag[t + 1] in ("NNP", "DT") for t in joints if t - 1 in tokens and t + 1 in tokens
    )


def _nouns(parse: Parse, cast: Cast, relation: Attribution, source: Source) -> list[int]:
    """Heads of the source and of the first mentions of its entity that are no pronouns."""
    spans = [source.span] if source.span else []
    if source.entity is not None:
        spans += cast.entity(source.entity).mentions[:_LOOKED_AT]
    heads = [relation.source_token] if relation.source_token is not None else []
    for span in spans:
        tokens = parse.tokens(span)
        if len(tokens):
            heads.append(parse.head_of(tokens[0], tokens[-1]))
    return [h for h in dict.fromkeys(heads) if parse.tag[h] not in ("PRP", "WP", "WDT", "PRP$")]


def _is_office(parse: Parse, noun: int) -> bool:
    """Whether a noun means the one who holds an office: *the mayor*, *Ostrel's mayor*, *Turkish President*."""
    _, sole = offices().get(parse.lower[noun], ("", False))
    if not sole or parse.tag[noun] not in ("NN", "NNP"):
        return False
    first = left_edge(parse, noun)
    words = [parse.lower[t] for t in range(first, noun)]
    former = any(w in ("former", "ex", "deputy", "assistant", "vice") for w in words)
    return not former and (any(w in _DEFINITE for w in words) or any(parse.tag[t] == "POS" for t in range(first, noun)))


def anonymities(parse: Parse, relations: Sequence[Attribution], sources: Sequence[Source]) -> list[Anonymity | None]:
    """For each source what the article says of why it has no name, given once for all that it says.

    Args:
        parse: The article's parse.
        relations: Its attributions.
        sources: The source of each, with the kind of its voice.
    """
    near = _by_sentence(parse)
    if not near:
        return [None] * len(relations)
    of: dict[str, Anonymity] = {}
    own: list[Anonymity | None] = []
    for relation, source in zip(relations, sources, strict=True):
        found = None
        if source.voice in ("unnamed", "office-holder", "crowd") and relation.cue:
            found = _said_of(parse, relation, source, near)
        if found is not None and source.entity is not None:
            of.setdefault(source.entity, found)
        own.append(found)
    return [
        found or (of.get(source.entity) if source.entity is not None else None)
        for found, source in zip(own, sources, strict=True)
    ]


def _by_sentence(parse: Parse) -> dict[int, tuple[int, int, bool]]:
    """By sentence the first phrase in it that says so: its tokens, and whether it says why."""
    found: dict[int, tuple[int, int, bool]] = {}
    for token, word in enumerate(parse.lower):
        for words, explains in _phrases().get(word, ()):
            if tuple(parse.lower[token : token + len(words)]) == words:
                found.setdefault(parse.sentence[token], (token, token + len(words) - 1, explains))
                break
    return found


def _said_of(parse: Parse, relation: Attribution, source: Source, near: dict[int, tuple[int, int, bool]]) -> Anonymity | None:
    """What is said so of one source: in the sentence of its cue, or in the next one, of the same people again."""
    sentence = parse.sentence[parse.token_at(relation.cue[0][0])]
    here = near.get(sentence)
    if here is not None and not any(a <= parse.start[here[0]] < b for a, b in relation.content):
        return _anonymity(parse, *here)
    after = near.get(sentence + 1)
    if after is None or source.span is None:
        return None
    first = parse.sentences[sentence + 1][0]
    begin = [parse.lower[t] for t in range(first, min(first + 3, after[0] + 1))]
    said = lexicons.singular(parse.text[slice(*source.span)].lower().split()[-1])
    again = any(w in _AGAIN or lexicons.singular(w) == said for w in begin)
    return _anonymity(parse, *after) if again else None


def _anonymity(parse: Parse, first: int, last: int, explains: bool) -> Anonymity:
    """The phrase with the reason behind it, where one is given."""
    start, end = parse.span(first, last)
    because: Span | None = (start, end) if explains else None
    token = last + 1
    stop = parse.sentences[parse.sentence[last]][1]
    if token <= stop and parse.word[token] == ",":
        token += 1
    if token <= stop and parse.lower[token] in _BECAUSE:
        above = parse.head[token]
        clause = above if parse.dep[token] in ("mark", "aux") and above > token else token
        right = min(parse.right[clause], stop)
        while right > token and parse.word[right] in '.,;"”':
            right -= 1
        if right > token:
            because = parse.span(token, right)
            end = because[1]
    return Anonymity(span=(start, end), text=parse.text[start:end], because=because)
