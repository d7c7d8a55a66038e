"""Pronouns: where they stand, and those whose meaning needs no ranking.

*Who* and *which* are the noun that they follow, *it* may point to nothing, and a pronoun that closes a quotation is whoever spoke
before. All others are ranked (:mod:`allegedly.reading.antecedents`).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from allegedly.reading import lexicons
from allegedly.reading.descriptions import PERIODS
from allegedly.reading.mentions import Figure, Mention
from allegedly.reading.parse import Parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allegedly.reading.relation import Attribution

_CLASSES = MappingProxyType(
    {
        **dict.fromkeys(("he", "him", "his", "himself"), "he"),
        **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
        **dict.fromkeys(("it", "its", "itself"), "it"),
        **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "'em"), "they"),
        **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
        **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
        **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), "you"),
        **dict.fromkeys(("who", "whom", "whose"), "who"),
        "which": "which",
    }
)
_INSIDE = frozenset(("pobj", "prep", "appos", "compound", "nmod", "conj", "npadvmod"))
"""How words hang on the noun phrase in which they stand."""
_DEEPEST = 8
_SPEAKS = ("he", "she", "it", "they")
_COPULAS = frozenset({"is", "was", "'s"})
_TAKES = frozenset({"takes", "took", "take"})
_WEATHER = frozenset(
    {"is", "was", "'s", "seems", "appears", "seemed", "appeared", "takes", "took", "be", "been", "remains", "turns", "turned"}
)


@dataclass(slots=True)
class Scene:
    """What the article's attributions say of each token: the quotation's speaker, and whether it is quoted."""

    speaker: list[int | None]
    """Figure that speaks the innermost content around the token, where a name says so."""
    source: list[int | None]
    """Head token of the source of that content."""
    quoted: list[bool]
    mine: list[bool]
    """Whether whoever speaks says *I* of himself there: in quotation marks, or in an interview's answers."""
    saying: frozenset[int]
    """Head tokens of sources."""


def find_pronouns(parse: Parse) -> list[Mention]:
    """Personal, possessive and relative pronouns, in reading order."""
    found = []
    for i, word in enumerate(parse.lower):
        sort = _CLASSES.get(word)
        if sort is None or (sort in ("who", "which") and parse.tag[i] not in ("WP", "WP$", "WDT")):
            continue
        if word == "us" and parse.word[i].isupper():
            continue
        gender = "m" if sort == "he" else "f" if sort == "she" else ""
        found.append(Mention(i, i, i, "pronoun", None, gender, sort in ("they", "we"), sort))
    return found


def relative(parse: Parse, pronoun: Mention, at: dict[int, Mention], figures: list[Figure]) -> int | None:
    """Figure of the noun that a relative pronoun follows; *which* is never a person."""
    token = pronoun.head
    for _ in range(6):
        if parse.dep[token] == "relcl":
            noun = at.get(parse.head[token])
            if pronoun.lemma == "who" and parse.word[pronoun.head - 1] == ",":
                noun = _somebody_before(parse, pronoun.head - 1, parse.head[token], at, figures) or noun
            if noun is None or noun.figure is None or pronoun.lemma == "who" or figures[noun.figure].kind != "person":
                return noun.figure if noun is not None else None
            break
        if parse.head[token] == token:
            break
        token = parse.head[token]
    before = pronoun.head - 1
    while before > 0 and parse.word[before] in ',"”’':
        before -= 1
    noun = at.get(before) if before >= 0 and parse.sentence[before] == parse.sentence[pronoun.head] else None
    if pronoun.lemma == "who" and parse.word[pronoun.head - 1] == ",":
        noun = _somebody_before(parse, pronoun.head - 1, before, at, figures) or noun
    if noun is None or noun.figure is None or (pronoun.lemma == "which" and figures[noun.figure].kind == "person"):
        return None
    return noun.figure


def _somebody_before(parse: Parse, comma: int, noun: int, at: Mapping[int, Mention], figures: Sequence[Figure]) -> Mention | None:
    """Whom *, who* means behind words of a thing or a place: *Ivo Brandt, skipper of the Blue Marta, who …*; else nobody."""
    here = at.get(noun)
    figure = figures[here.figure] if here is not None and here.figure is not None else None
    if here is not None and figure is not None and figure.kind == "person" and not _of_a_thing(parse, here):
        return None
    token = noun
    for _ in range(_DEEPEST):
        if parse.dep[token] not in _INSIDE or parse.head[token] == token:
            break
        token = parse.head[token]
        above = at.get(token)
        if above is not None and above.figure is not None and _is_somebody(above, figures[above.figure]):
            return above if above.form == "name" else _name_beside(parse, above, comma, at, figures) or above
    if figure is None or figure.kind not in ("place", "state"):
        return None
    first = parse.sentences[parse.sentence[comma]][0]
    near = (at.get(t) for t in range(noun - 1, first - 1, -1))
    return next((m for m in near if m is not None and m.figure is not None and _is_somebody(m, figures[m.figure])), None)


def _name_beside(parse: Parse, noun: Mention, comma: int, at: Mapping[int, Mention], figures: Sequence[Figure]) -> Mention | None:
    """The name of who is called so: behind it up to the comma, or a few words before it, with no verb between."""
    first = max(parse.sentences[parse.sentence[comma]][0], noun.head - _DEEPEST)
    for token in (*range(noun.head + 1, comma), *range(noun.head - 1, first - 1, -1)):
        if parse.tag[token][:2] == "VB" or parse.tag[token] == "MD":
            return None
        name = at.get(token)
        if name is not None and name.form == "name" and name.figure is not None and figures[name.figure].kind == "person":
            return name
    return None


def _of_a_thing(parse: Parse, name: Mention) -> bool:
    """Whether a name is a thing's or a body's: *the trawler Blue Marta*, *Hask Rowing Club*."""
    own = lexicons.sorts().get(parse.lower[name.last])
    if own is not None and own.kind in ("organisation", "outlet"):
        return True
    before = name.first - 1
    if before < 0 or parse.tag[before] not in ("NN", "NNS", "JJR"):
        return False
    sort = lexicons.sorts().get(parse.lower[before])
    return sort is None or sort.kind != "person"


def _is_somebody(mention: Mention, figure: Figure) -> bool:
    """Whether a person is meant, by name or by a noun."""
    sort = lexicons.sorts().get(mention.lemma)
    return mention.form != "pronoun" and (figure.kind == "person" or (sort is not None and sort.kind == "person"))


def own_name(parse: Parse, pronoun: int, at: Mapping[int, Mention]) -> Mention | None:
    """The name that is said to be the pronoun's own: *Its name was Harbour Master*."""
    noun = parse.head[pronoun]
    verb = parse.head[noun]
    if (
        parse.dep[pronoun] != "poss"
        or parse.lower[noun] != "name"
        or parse.dep[noun] != "nsubj"
        or parse.lower[verb] not in _COPULAS
    ):
        return None
    told = parse.child(verb, "attr", "oprd")
    mention = at.get(told) if told is not None else None
    return mention if mention is not None and mention.form == "name" else None


def pleonastic(parse: Parse, it: int) -> bool:
    """Whether *it* points to nothing: *it is clear that*, *it seems*, *it took him years to*."""
    if parse.lower[it] != "it":
        return False
    verb = parse.head[it]
    if parse.dep[it] == "expl":
        return True
    if parse.dep[it] not in ("nsubj", "nsubjpass") or parse.tag[verb][:2] not in ("VB", "MD"):
        return False
    clauses = [
        c for c in parse.children[verb] if c > verb and parse.dep[c] in ("ccomp", "csubj", "advcl", "xcomp", "relcl", "csubjpass")
    ]
    if parse.lower[verb] in _WEATHER:
        told = parse.child(verb, "acomp", "attr", "oprd")
        if told is None and parse.lower[verb] in _COPULAS:
            clauses = [c for c in clauses if parse.dep[c] != "xcomp"]  # "it is to meet its creditors": it meets them
        if told is None and parse.lower[verb] in _TAKES:
            told = _spent(parse, verb)
        elif told is not None and _indefinite(parse, told):
            told = None
        if told is not None:
            clauses += [
                c for c in parse.children[told] if parse.dep[c] in ("ccomp", "xcomp", "relcl", "advcl", "acl") and c > told
            ]
        return bool(clauses) or parse.lower[verb] in ("seems", "seemed", "appears", "appeared", "turns", "turned")
    return parse.dep[it] == "nsubjpass" and any(parse.child(c, "mark") is not None or parse.dep[c] == "ccomp" for c in clauses)


def _spent(parse: Parse, verb: int) -> int | None:
    """The time that something takes: *it took **years** to pay*."""
    spent = parse.child(verb, "dobj")
    return spent if spent is not None and lexicons.singular(parse.lower[spent]) in PERIODS else None


def _indefinite(parse: Parse, noun: int) -> bool:
    """Whether the noun has a relative clause and brings something new: *it is a boat that nobody wants* speaks of the boat."""
    if parse.child(noun, "relcl") is None or parse.tag[noun] not in ("NN", "NNS"):
        return False
    det = parse.child(noun, "det")
    return det is None or parse.lower[det] in ("a", "an")


def speaks_on(parse: Parse, relations: Sequence[Attribution], sources: Sequence[int | None]) -> dict[int, int]:
    """For each pronoun that closes a quotation, the head of the source that spoke in the sentence before: *"…," she said*.

    Args:
        parse: The article's parse.
        relations: Its attributions.
        sources: The head of each one's source.
    """
    last: dict[int, tuple[int, int]] = {}
    for relation, source in zip(relations, sources, strict=True):
        token = relation.cue_token
        if source is not None and token is not None and relation.within is None and relation.mode != "narration":
            sentence = parse.sentence[token]
            last[sentence] = max(last.get(sentence, (-1, -1)), (token, source))
    found = {}
    for relation, source in zip(relations, sources, strict=True):
        if (
            source is None
            or relation.mode != "direct"
            or relation.within is not None
            or relation.content[0][0] > relation.cue[0][0]
        ):
            continue
        begin = parse.token_at(relation.content[0][0])
        before = last.get(parse.sentence[begin] - 1)
        if before is not None and parse.lower[source] in _SPEAKS and parse.paragraph[before[1]] == parse.paragraph[begin]:
            found[source] = before[1]
    return found
