"""Ties that a verb, a participle or an adjective tells: *founded*, *is backed by*, *Iran-backed*, *loyal to*.

Only what is said to be so, or not to be so: what may be, is wanted or is to come ties nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.reading.clauses import negated
from allegedly.reading.parse import Parse
from allegedly.reading.sources import agent_of, is_passive, passive_subject, subject_of
from allegedly.reading.ties_ends import Bond, Ends
from allegedly.reading.ties_said import charged, said_so
from allegedly.reading.ties_words import Word, fit, verb_at, words

_SIDES = ("person", "organisation", "group", "state", "outlet")
_BODIES = ("organisation", "outlet", "group")


def verb_bonds(parse: Parse, ends: Ends) -> Iterator[Bond]:
    """The ties that verbs, participles and adjectives tell, in reading order."""
    for token in range(len(parse)):
        tag = parse.tag[token]
        if tag[:2] == "VB":
            word = verb_at(parse, token)
            if word is not None:
                before = token - 2
                if tag in ("VBN", "VBD") and before >= 0 and parse.tag[before + 1] == "HYPH":
                    yield from _compound(parse, ends, token, before, word)
                elif parse.dep[token] not in ("amod", "compound"):
                    yield from _verb(parse, ends, token, word)
        elif tag[:2] == "JJ":
            word = words().get(("a", parse.lower[token]))
            if word is not None:
                yield from _adjective(parse, ends, token, word)
            elif (
                parse.lower[token] in ("backed", "led", "based", "run", "funded") and token > 1 and parse.tag[token - 1] == "HYPH"
            ):
                found = verb_at(parse, token)
                if found is not None:
                    yield from _compound(parse, ends, token, token - 2, found)


def _compound(parse: Parse, ends: Ends, token: int, before: int, word: Word) -> Iterator[Bond]:
    """*Iran-backed militia*, *Kurdish-led forces*, *Gaza-based group*: what stands before the hyphen does it."""
    noun = parse.head[token]
    while parse.dep[noun] in ("amod", "compound", "nmod") and parse.head[noun] > noun:
        noun = parse.head[noun]
    agent = ends.at(before)
    if agent is None or noun <= token:
        return
    for thing in ends.all_at(noun):
        of, to = (thing, agent) if word.form == "placed" or word.turned else (agent, thing)
        if of != to and fit(word.kind, ends.entities[of].kind, ends.entities[to].kind):
            yield Bond(word.kind, of, to, before, token, token, "compound participle")


def _adjective(parse: Parse, ends: Ends, token: int, word: Word) -> Iterator[Bond]:
    """*loyal to*: said of a noun before it, or by a copula of its subject."""
    clause = None
    if parse.dep[token] in ("acomp", "attr", "oprd"):
        clause = parse.head[token]
        bearer = subject_of(parse, clause)
    else:
        bearer = parse.head[token] if parse.dep[token] in ("amod", "appos", "conj", "advcl", "acl") else None
    above = parse.head[bearer] if bearer is not None else None
    if bearer is None or (above is not None and parse.lower[above] == "to" and parse.lower[parse.head[above]] == "according"):
        return
    for child in parse.children[token]:
        thing = parse.child(child, "pobj") if parse.lower[child] in word.take and child > token else None
        if thing is not None:
            yield from _pairs(parse, ends, token, word, [bearer], [thing], clause, (token, child))


def _verb(parse: Parse, ends: Ends, token: int, word: Word) -> Iterator[Bond]:
    passive = is_passive(parse, token)
    subject = passive_subject(parse, token) if passive else charged(parse, token) or subject_of(parse, token)
    agent = agent_of(parse, token) if passive else None
    state = said_so(parse, token)
    if state is None:
        return
    over, turned = state
    thing, last = _taken(parse, ends, token, word, passive)
    if word.form == "placed" or (passive and thing is not None and not _object(word)):
        # "is based in", "is allied with": the subject is the one that it is said of.
        doer, done = subject, thing
    elif passive:
        doer, done = agent, subject
    else:
        doer, done = subject, thing
    if doer is None or done is None:
        return
    for bond in _pairs(parse, ends, token, word, [doer], [done], token, (token, last)):
        bond.negated = bond.negated or turned
        if word.form == "end" and bond.kind == "works for" and ends.party(bond.to):
            bond.kind = "member of"
        bond.former = over or word.form == "end"
        bond.past = word.form == "verb" and parse.tag[token] == "VBD" and not passive
        bond.starts, bond.ends = word.form == "start", word.form == "end"
        yield bond


def _object(word: Word) -> bool:
    return any(take in ("object", "body", "side", "into") for take in word.take)


def _taken(parse: Parse, ends: Ends, token: int, word: Word, passive: bool) -> tuple[int | None, int]:
    """What the verb takes, as its vocabulary says, and the last token of the words that say so."""
    for child in parse.children[token]:
        if parse.dep[child] == "dobj" and not passive:
            entity = ends.at(child)
            if entity is None:
                # "fought a war against the state": what it is against hangs on the noun.
                for inner in parse.children[child]:
                    thing = parse.child(inner, "pobj") if parse.lower[inner] in word.take else None
                    if thing is not None and _kind_fits(ends, thing, word):
                        return thing, token
                continue
            kind = ends.kind(entity)
            if "object" in word.take or ("body" in word.take and kind in _BODIES) or ("side" in word.take and kind in _SIDES):
                return child, token
            if "into" in word.take and any(parse.lower[c] == "into" for k in (token, child) for c in parse.children[k]):
                return child, token
        elif parse.dep[child] in ("prep", "dative") and parse.lower[child] in word.take and child > token:
            thing = parse.child(child, "pobj")
            if thing is not None and _kind_fits(ends, thing, word):
                return thing, child
    return None, token


def _kind_fits(ends: Ends, thing: int, word: Word) -> bool:
    """Whether what stands behind a preposition is of the kind that the vocabulary asks for."""
    entity = ends.at(thing)
    kind = ends.kind(entity) if entity is not None else ""
    return ("body" not in word.take or kind in _BODIES) and ("side" not in word.take or kind in _SIDES)


def _pairs(
    parse: Parse, ends: Ends, token: int, word: Word, doers: list[int], done: list[int], clause: int | None, said: tuple[int, int]
) -> Iterator[Bond]:
    for doer in [entity for one in doers for entity in ends.all_at(one)]:
        for thing in [entity for one in done for entity in ends.all_at(one, place=word.kind == "located in")]:
            of, to = (thing, doer) if word.turned else (doer, thing)
            if of != to and fit(word.kind, ends.entities[of].kind, ends.entities[to].kind):
                no = clause is not None and negated(parse, clause)
                last = said[1] if said[1] - said[0] <= 2 else said[0]
                yield Bond(word.kind, of, to, said[0], last, token, f"{word.form} {word.kind}", negated=no, clause=clause)
