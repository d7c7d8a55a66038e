"""Who has a part in a happening: actor, target, with whom, for whom, from and to, by what means, about what.

For a verb by its subject, objects and prepositions, in the passive and where it shares them with another verb; for a noun by its
possessor, the words before it, its prepositions, and the subject of a verb that only brings it in (*carried out attacks*). Of
several in one part each is one for itself.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from allegedly.model import Part
from allegedly.reading.happenings_status import governs
from allegedly.reading.happenings_words import base_of, listed, pos_of, sort_of, words
from allegedly.reading.parse import Parse
from allegedly.reading.sources import agent_of, is_passive, passive_subject, subject_of

_MOST = 24
"""Participants in one part that are told apart."""
_CLIMB = 4
"""Verbs above a noun that may bring it in."""
_SHORT = 12
"""Tokens that a participant's words may go on behind its head."""
_APART = frozenset("cc punct preconj conj mark prep advmod".split())
"""What is no part of a participant's words."""
_RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))


@dataclass(slots=True, frozen=True)
class Found:
    """One participant: its head token and its part."""

    role: Part
    head: int


def light(word: str) -> bool:
    """Whether a verb only brings a noun into the sentence."""
    return word in words("light")


def parts_of(parse: Parse, token: int, known: Container[int] = ()) -> list[Found]:
    """The participants of the happening for which a word stands, each once, in reading order.

    Args:
        parse: The article's parse.
        token: The word.
        known: Relative pronouns of which it is known whom they mean; others are taken for what their clause hangs on.
    """
    pos = pos_of(parse, token)
    found = _of_verb(parse, token) if pos == "verb" else _of_noun(parse, token)
    kept: dict[int, Found] = {}
    for one in found:
        for head in _each(parse, one.head if one.head in known else _meant(parse, one.head, token)):
            if head != token and _can_be(parse, head):
                kept.setdefault(head, Found(one.role, head))
    return [kept[head] for head in sorted(kept)]


def _of_verb(parse: Parse, verb: int) -> Iterator[Found]:
    undergoes = base_of(parse, verb) in words("undergoes")
    passive = is_passive(parse, verb)
    thing = None
    if passive:
        thing = passive_subject(parse, verb)
        if thing is None:
            thing = parse.head[verb] if parse.dep[verb] == "amod" else _undergone(parse, verb)
        if thing is not None:
            yield Found("target", thing)
        actor = agent_of(parse, verb)
        if actor is None and parse.dep[verb] == "amod":
            # "a city-funded bridge"
            actor = parse.child(verb, "npadvmod")
        if actor is not None:
            yield Found("actor", actor)
    elif parse.dep[verb] == "amod" and parse.tag[verb] == "VBG":
        yield Found("target" if undergoes else "actor", parse.head[verb])
    else:
        thing = _object_of(parse, verb)
        actor = _actor_of(parse, verb)
        if actor is not None and actor != thing:
            befalls = undergoes and thing is None and parse.child(verb, "xcomp") is None
            yield Found("target" if befalls else "actor", actor)
        if thing is not None:
            yield Found("from" if base_of(parse, verb) in words("leaving") else "target", thing)
    given = parse.child(verb, "dative")
    if given is not None and pos_of(parse, given) is not None:
        yield Found("to", given)
    yield from _by_prepositions(parse, verb, aimed=thing is None)


def _actor_of(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """Who does it; for *by doing so*, *its plan to do so* and the like, whoever does what stands above."""
    above = parse.head[verb]
    if depth > _CLIMB:
        return None
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VB" and pos_of(parse, above) == "noun":
        if parse.tag[above][:3] == "NNP" and parse.dep[above] == "dobj":
            return above
        own = next((one.head for one in _of_noun(parse, above, depth + 1) if one.role == "actor"), None)
        return own if own is not None or parse.dep[above] != "dobj" else _doer_above(parse, parse.head[above], depth + 1)
    if parse.dep[verb] == "pcomp" and parse.lower[above] in words("another's doing"):
        # "accused the navy of firing": whoever is accused fires, and not who accuses.
        charged = parse.child(parse.head[above], "dobj")
        if charged is not None and not is_passive(parse, parse.head[above]):
            return charged
    if parse.dep[verb] == "advcl" and parse.tag[verb] == "VBG" and (deed := _charged_with(parse, verb)) is not None:
        return _actor_of(parse, deed, depth + 1)
    actor = subject_of(parse, verb)
    if actor is not None:
        return actor if parse.dep[actor] != "expl" else None
    if parse.dep[verb] == "xcomp" and (raised := parse.child(above, "nsubj", "nsubjpass")) is not None:
        return raised
    if parse.dep[verb] == "pcomp":
        return _doer_above(parse, parse.head[above], depth + 1)
    return None


def _charged_with(parse: Parse, participle: int) -> int | None:
    """The deed that somebody is charged with, of which this is a part: *accused them of firing, wounding two*."""
    above = parse.head[participle]
    if parse.dep[above] == "pcomp" and parse.lower[parse.head[above]] in words("another's doing"):
        return above
    if base_of(parse, participle) in words("accusing") or parse.child(above, "dobj") is None:
        return None
    ways = (c for c in parse.children[above] if above < c < participle and parse.lower[c] in words("another's doing"))
    return next((deed for way in ways if (deed := parse.child(way, "pcomp")) is not None), None)


def _doer_above(parse: Parse, token: int, depth: int) -> int | None:
    if pos_of(parse, token) == "verb":
        return passive_subject(parse, token) if is_passive(parse, token) else subject_of(parse, token)
    if pos_of(parse, token) == "noun":
        return next((one.head for one in _of_noun(parse, token, depth) if one.role == "actor"), None)
    return None


def _undergone(parse: Parse, verb: int) -> int | None:
    """To whom it is done, for a passive infinitive: *sends them to be trained*, *hopes to be elected*."""
    above = parse.head[verb]
    if parse.dep[verb] not in ("xcomp", "advcl") or pos_of(parse, above) != "verb" or above == verb:
        return None
    return parse.child(above, "dobj") or subject_of(parse, above)


def _object_of(parse: Parse, verb: int) -> int | None:
    """What is done to: its object, one that it shares (*welcoming and allowing them*), or what a relative clause hangs on."""
    own = parse.child(verb, "dobj")
    if own is None:
        other = next((c for c in parse.children[verb] if parse.dep[c] == "conj" and pos_of(parse, c) == "verb"), None)
        plain = not any(
            parse.dep[c] in ("prep", "xcomp", "ccomp", "advmod", "punct", "prt") and c > verb for c in parse.children[verb]
        )
        if other is not None and plain and other <= verb + 3:
            thing = parse.child(other, "dobj")
            own = thing if thing is not None and thing > other else None
    if own is not None:
        return own
    raised = next((c for c in parse.children[verb] if parse.dep[c] == "ccomp" and c > verb), None)
    if raised is None and parse.dep[verb] != "conj":
        other = next((c for c in parse.children[verb] if parse.dep[c] == "conj" and c <= verb + 3), None)
        raised = next((c for c in parse.children[other] if parse.dep[c] == "ccomp" and c > other), None) if other else None
    if raised is not None and any(parse.tag[c] == "TO" for c in parse.children[raised]):
        # "allow them to leave": those who leave are who is allowed to.
        return parse.child(raised, "nsubj", "nsubjpass")
    above = parse.head[verb]
    subject = parse.child(verb, "nsubj")
    own_subject = subject is not None and parse.lower[subject] not in _RELATIVES
    if parse.dep[verb] == "relcl" and own_subject and parse.child(verb, "ccomp", "xcomp", "attr", "acomp") is None:
        hangs = any(parse.dep[c] == "prep" and parse.child(c, "pobj") is None for c in parse.children[verb])
        return None if hangs else above
    if parse.dep[verb] == "xcomp" and parse.tag[verb] == "VB" and pos_of(parse, above) == "adjective":
        return None
    return parse.child(verb, "oprd") if parse.child(verb, "nsubj") is None else None


def _by_prepositions(parse: Parse, token: int, *, aimed: bool) -> Iterator[Found]:
    """``aimed``: nothing is named yet to which it is done, so that *at*, *on* and the like may name it."""
    for child in parse.children[token]:
        if parse.dep[child] != "prep" or child < token:
            continue
        part = words("preposition").get(parse.lower[child])
        inner = parse.child(child, "pobj")
        if part is None or inner is None:
            continue
        if part == "target" and not aimed:
            continue
        yield Found(part, inner)  # type: ignore[arg-type]


def _of_noun(parse: Parse, noun: int, depth: int = 0) -> Iterator[Found]:
    base = base_of(parse, noun)
    undergoes = base in words("undergoes")
    owner = parse.child(noun, "poss")
    of = next((parse.child(c, "pobj") for c in parse.children[noun] if parse.dep[c] == "prep" and parse.lower[c] == "of"), None)
    by = next((parse.child(c, "pobj") for c in parse.children[noun] if parse.lower[c] == "by" and c > noun), None)
    if owner is not None:
        yield Found("target" if undergoes and of is None else "actor", owner)
    if of is not None:
        yield Found("actor" if not undergoes and _does(parse, noun, of) and owner is None and by is None else "target", of)
    if by is not None:
        yield Found("actor", by)
    between = next((c for c in parse.children[noun] if parse.dep[c] == "prep" and parse.lower[c] == "between"), None)
    inner = parse.child(between, "pobj") if between is not None else None
    if inner is not None:
        yield Found("with", inner)
    before = next((c for c in parse.children[noun] if parse.dep[c] in ("compound", "nmod") and parse.tag[c][:3] == "NNP"), None)
    if before is not None:
        yield Found("target" if undergoes else "actor", before)
    yield from _by_prepositions(parse, noun, aimed=of is None)
    above = parse.head[noun]
    if parse.dep[noun] in ("dobj", "nsubjpass") and light(base_of(parse, above)):
        # "an agreement was reached with the union"
        yield from _by_prepositions(parse, above, aimed=False)
    if owner is None and by is None and inner is None:
        actor = _brought_in_by(parse, noun, depth)
        if actor is not None:
            befalls = parse.dep[noun] == "dobj" and base_of(parse, parse.head[noun]) in words("befalling")
            yield Found("target" if befalls and of is None and before is None else "actor", actor)


def _does(parse: Parse, noun: int, of: int) -> bool:
    """Whether *of* names who does it rather than to whom it is done: *the arrival of the king*."""
    return sort_of(base_of(parse, noun), "noun", "none").type in ("move", "change", "yield") and pos_of(parse, of) == "noun"


def _brought_in_by(parse: Parse, noun: int, depth: int) -> int | None:
    """The subject of the verb that brings the noun in: *carried out*, *planned*, *was responsible for* attacks."""
    at = noun
    for _ in range(_CLIMB):
        dep, above = parse.dep[at], parse.head[at]
        if dep == "conj" and pos_of(parse, above) == "noun":
            at = above
            continue
        if dep == "pobj":
            over = parse.head[above]
            word = parse.lower[over]
            if word in ("responsible", "behind", "guilty") and parse.dep[over] == "acomp":
                return subject_of(parse, parse.head[over])
            if words("engaging").get(base_of(parse, over)) == parse.lower[above]:
                return subject_of(parse, over)
            # "said in a speech", "challenged it in a protest"
            own = parse.lower[above] == "in" and pos_of(parse, over) == "verb" and not is_passive(parse, over)
            done = listed(base_of(parse, noun), "noun") in words("done in")
            return subject_of(parse, over) if own and done and parse.child(at, "det") is not None else None
        if dep not in ("dobj", "nsubjpass", "attr") or pos_of(parse, above) != "verb":
            return None
        fate = governs(parse, above)
        if not light(base_of(parse, above)) and (fate is None or fate.also):
            return None
        if is_passive(parse, above):
            return agent_of(parse, above)
        return subject_of(parse, above) or _actor_of(parse, above, depth + 1)
    return None


def _meant(parse: Parse, head: int, token: int) -> int:
    """Whom a relative pronoun stands for."""
    if parse.lower[head] in _RELATIVES and parse.tag[head] in ("WP", "WDT", "WP$", "IN"):
        at = token
        for _ in range(_CLIMB):
            if parse.dep[at] == "relcl":
                return parse.head[at]
            if parse.head[at] == at:
                break
            at = parse.head[at]
    return head


def _each(parse: Parse, head: int) -> list[int]:
    """The heads of a phrase that names several, each for itself."""
    found, at = [head], 0
    while at < len(found) and len(found) < _MOST:
        found += [c for c in parse.children[found[at]] if parse.dep[c] == "conj" and pos_of(parse, c) in ("noun", None)]
        at += 1
    return found


def _can_be(parse: Parse, head: int) -> bool:
    tag = parse.tag[head]
    return tag[:2] in ("NN", "PR", "CD", "WP", "DT", "WD") or tag in ("JJ", "JJS", "VBG", "FW")


def phrase_of(parse: Parse, head: int) -> tuple[int, int]:
    """First and last token of a participant's words: its noun phrase without clauses, lists and what stands behind commas."""
    first = last = head
    for child in reversed([c for c in parse.children[head] if c < head]):
        mark = parse.dep[child] == "punct" and parse.word[child] in "$'\"“‘-"
        if parse.right[child] != first - 1 or (parse.dep[child] in _APART and not mark):
            break
        first = parse.left[child]
    for child in parse.children[head]:
        if child == last + 1 and parse.dep[child] in ("nummod", "appos") and parse.right[child] == child:
            last = child if parse.dep[child] != "appos" or parse.tag[child][:3] == "NNP" else last
    return first, _with_of(parse, head, last)


def _with_of(parse: Parse, head: int, last: int) -> int:
    """The last token with the phrases behind *of*, as far as they are short."""
    at = head
    for _ in range(_CLIMB):
        of = next((c for c in parse.children[at] if c == last + 1 and parse.lower[c] == "of"), None)
        inner = parse.child(of, "pobj") if of is not None else None
        # In *the talks which he was part of* it stands before.
        if inner is None or inner - head >= _SHORT or inner < last:
            break
        at = last = inner
    return last
