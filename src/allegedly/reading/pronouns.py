"""Whom a pronoun means: what agrees in number, gender and sort, weighed by where it stands.

The weights are a ranker's: each sign of a candidate has one, the sum decides. *I* and *we* inside a quotation are its speaker and
need no ranking; *who* and *which* are the noun that they follow.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from allegedly.reading.mentions import Figure, Mention, is_subject
from allegedly.reading.parse import Parse
from allegedly.reading.vocabularies import rows

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
_SPEAKS = ("he", "she", "it", "they")
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_BODIES = ("organisation", "state", "outlet", "group")
_WEATHER = frozenset(
    {"is", "was", "'s", "seems", "appears", "seemed", "appeared", "takes", "took", "be", "been", "remains", "turns", "turned"}
)

WINDOW = 48
"""Mentions back that are looked at."""
SENTENCES = 6
"""Sentences back that are looked at."""


@cache
def weights() -> Mapping[str, float]:
    """The ranker's signs and their weights, from ``vocabulary/antecedents.tsv`` (``training/antecedents.py`` makes it)."""
    return MappingProxyType({r["sign"]: float(r["weight"]) for r in rows("antecedents")})


@dataclass(slots=True)
class Scene:
    """What the article's attributions say of each token: the quotation's speaker, and whether it is quoted."""

    speaker: list[int | None]
    """Figure that speaks the innermost content around the token."""
    quoted: list[bool]
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
    if noun is None or noun.figure is None or (pronoun.lemma == "which" and figures[noun.figure].kind == "person"):
        return None
    return noun.figure


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
        if told is not None:
            clauses += [
                c for c in parse.children[told] if parse.dep[c] in ("ccomp", "xcomp", "relcl", "advcl", "acl") and c > told
            ]
        return bool(clauses) or parse.lower[verb] in ("seems", "seemed", "appears", "appeared", "turns", "turned")
    return parse.dep[it] == "nsubjpass" and any(parse.child(c, "mark") is not None or parse.dep[c] == "ccomp" for c in clauses)


def resolve(
    parse: Parse, pronoun: Mention, recent: list[Mention], figures: list[Figure], scene: Scene, at: dict[int, Mention]
) -> int | None:
    """Place of the figure that a third-person pronoun means, or None where nothing fits or something else fits better."""
    if pronoun.lemma == "it" and pleonastic(parse, pronoun.head):
        return None
    if parse.lower[pronoun.head] in _REFLEXIVE:
        subject = _own_subject(parse, pronoun.head)
        mention = at.get(subject) if subject is not None else None
        if mention is not None and mention.figure is not None:
            return mention.figure
    best: int | None = None
    # Somebody is meant by *he* and *she* wherever a person has been spoken of.
    most = -math.inf if pronoun.gender else score({f"nobody:{pronoun.lemma}": 1.0})
    for place, signs in candidates(parse, pronoun, recent, figures, scene, at):
        total = score(signs)
        if total > most:
            best, most = place, total
    return best


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


def agrees(figure: Figure, mention: Mention, pronoun: Mention) -> bool:
    """Whether the pronoun can mean the figure."""
    return _agreement(figure, mention, pronoun) is not None


def score(signs: Mapping[str, float]) -> float:
    """The sum of the signs by their weights; a sign without a weight counts nothing."""
    table = weights()
    return sum(table.get(sign, 0.0) * value for sign, value in signs.items())


def candidates(
    parse: Parse, pronoun: Mention, recent: list[Mention], figures: list[Figure], scene: Scene, at: dict[int, Mention]
) -> list[tuple[int, dict[str, float]]]:
    """Figures that agree with the pronoun, each with its signs; the mention that stands nearest comes first."""
    here = pronoun.head
    sentence = parse.sentence[here]
    barred = _barred(parse, pronoun, at)
    matrix = _matrix_subject(parse, here)
    own_subject = is_subject(parse, here)
    speaks = here in scene.saying
    found: dict[int, dict[str, float]] = {}
    rank = 0
    for mention in reversed(recent[-WINDOW:]):
        place = mention.figure
        if place is None or place in barred:
            continue
        distance = sentence - parse.sentence[mention.head]
        if distance > SENTENCES:
            break
        if mention.first <= here <= mention.last and mention.form != "pronoun":
            continue
        if place in found:
            signs = found[place]
            if mention.head == matrix:
                signs["matrix"] = 1.0
            if distance <= 1 and is_subject(parse, mention.head):
                signs["subject"] = max(signs.get("subject", 0.0), 0.6)
            continue
        figure = figures[place]
        agreed = _agreement(figure, mention, pronoun)
        if agreed is None:
            continue
        signs = agreed
        if scene.quoted[here] and scene.speaker[here] == place and pronoun.lemma != "it":
            continue
        signs["sentence"] = float(distance)
        signs["mention"] = float(rank)
        rank += 1
        signs["often"] = math.log1p(len(figure.mentions))
        if is_subject(parse, mention.head):
            signs["subject"] = 1.0
        elif parse.dep[mention.head] == "poss":
            signs["possessive"] = 1.0
        elif parse.dep[mention.head] in ("compound", "nmod", "amod"):
            signs["modifier"] = 1.0
        elif parse.dep[mention.head] in ("dobj", "dative"):
            signs["object"] = 1.0
        if figure.names:
            signs["named"] = 1.0
        if distance == 0:
            signs["same_sentence"] = 1.0
        if rank == 1:
            signs["nearest"] = 1.0
        if mention.form == "pronoun":
            signs["pronoun"] = 1.0
        if mention.head in scene.saying and (speaks or distance <= 1) and not scene.quoted[here]:
            signs["speaker"] = 1.0 if speaks else 0.5
        if mention.head == matrix:
            signs["matrix"] = 1.0
        if own_subject == is_subject(parse, mention.head):
            signs["same_role"] = 1.0
        if parse.paragraph[mention.head] == parse.paragraph[here]:
            signs["paragraph"] = 1.0
        if scene.quoted[mention.head] and not scene.quoted[here]:
            signs["quoted"] = 1.0
        found[place] = signs
    return list(found.items())


def _agreement(figure: Figure, mention: Mention, pronoun: Mention) -> dict[str, float] | None:
    """Signs of number, gender and sort; None where they forbid it."""
    sort = pronoun.lemma
    kind = figure.kind or "thing"
    if sort in ("he", "she"):
        if kind != "person" or figure.plural or (figure.gender and figure.gender != pronoun.gender):
            return None
        return {"gender" if figure.gender else "genderless": 1.0}
    if sort == "it":
        if kind == "person" or figure.plural:
            return None
        return {f"it:{kind}": 1.0}
    if figure.plural or mention.plural:
        return {f"they:{kind}": 1.0}
    if kind in _BODIES:
        return {f"they:one:{kind}": 1.0}
    if kind == "person" and not figure.gender and not figure.names:
        return {"they:one:person": 1.0}
    return None


def _barred(parse: Parse, pronoun: Mention, at: dict[int, Mention]) -> set[int]:
    """Figures that the grammar keeps a pronoun from meaning: what else stands under its own verb, what it possesses."""
    here = pronoun.head
    barred: set[int] = set()
    if parse.lower[here] in _REFLEXIVE:
        return barred
    above = parse.head[here]
    if parse.dep[here] == "poss":
        owned = at.get(above)
        if owned is not None and owned.figure is not None:
            barred.add(owned.figure)
        return barred
    verb = parse.head[above] if parse.dep[here] == "pobj" and parse.dep[above] in ("prep", "agent", "dative") else above
    for child in parse.children[verb]:
        if child != here and parse.dep[child] in ("nsubj", "nsubjpass", "dobj", "dative", "pobj", "attr"):
            mention = at.get(child)
            if mention is not None and mention.figure is not None:
                barred.add(mention.figure)
    return barred


def _own_subject(parse: Parse, token: int) -> int | None:
    """Head of the subject of the clause in which the token stands."""
    for _ in range(5):
        if parse.head[token] == token:
            return None
        token = parse.head[token]
        if parse.tag[token][:2] == "VB":
            subject = parse.child(token, "nsubj", "nsubjpass")
            if subject is not None:
                return subject
            if parse.dep[token] not in ("conj", "xcomp", "advcl", "aux"):
                return None
    return None


def _matrix_subject(parse: Parse, token: int) -> int | None:
    """Head of the subject of the clause above the pronoun's own, if it has one in this sentence."""
    verb = parse.head[token]
    for _ in range(5):
        if parse.head[verb] == verb:
            return None
        dep, verb = parse.dep[verb], parse.head[verb]
        if dep in ("ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "pcomp", "dobj", "pobj", "prep"):
            subject = parse.child(verb, "nsubj", "nsubjpass")
            if subject is not None and subject != token:
                return subject
    return None
