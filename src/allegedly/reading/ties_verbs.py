"""Ties that a verb, a participle or an adjective tells: *founded*, *is backed by*, *Iran-backed*, *loyal to*.

Only what is said to be so, or not to be so: what may be, is wanted or is to come ties nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.reading.clauses import negated
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.sources import agent_of, is_passive, passive_subject, subject_of
from allegedly.reading.ties_ends import Bond, Ends
from allegedly.reading.ties_words import Word, fit, helpers, verb_at, words

_MODALS = frozenset("would could may might should can must will shall 'll 'd wo ca ought".split())
_IF = frozenset({"if", "unless", "whether", "until", "lest"})
_NOT = ("without", "from", "against", "of")
"""Prepositions behind which a gerund does not say that it is so: *barred from joining*, *accused of funding*."""
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
            elif parse.lower[token] in ("backed", "led", "based", "run", "funded") and token > 1 and parse.tag[token - 1] == "HYPH":
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
    subject = passive_subject(parse, token) if passive else subject_of(parse, token)
    agent = agent_of(parse, token) if passive else None
    state = _said(parse, token)
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
        bond.former = over or word.form == "end" or (word.form == "verb" and parse.tag[token] == "VBD" and not passive)
        bond.starts, bond.ends = word.form == "start", word.form == "end"
        yield bond


def _object(word: Word) -> bool:
    return any(take in ("object", "body", "side", "into") for take in word.take)


def _taken(parse: Parse, ends: Ends, token: int, word: Word, passive: bool) -> tuple[int | None, int]:  # noqa: FBT001 (a private step)
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
        for thing in [entity for one in done for entity in ends.all_at(one)]:
            of, to = (thing, doer) if word.turned else (doer, thing)
            if of != to and fit(word.kind, ends.entities[of].kind, ends.entities[to].kind):
                no = clause is not None and negated(parse, clause)
                last = said[1] if said[1] - said[0] <= 2 else said[0]
                yield Bond(word.kind, of, to, said[0], last, token, f"{word.form} {word.kind}", negated=no, clause=clause)


def _said(parse: Parse, token: int) -> tuple[bool, bool] | None:
    """Whether it is over and whether it is turned down; None where it is not said to be so at all."""
    over = turned = False
    verb = token
    for _ in range(4):
        aux = [parse.lower[c] for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
        marks = [parse.lower[c] for c in parse.children[verb] if parse.dep[c] in ("mark", "advmod")]
        if any(a in _MODALS for a in aux) or any(m in _IF for m in marks):
            return None
        above, dep = parse.head[verb], parse.dep[verb]
        if dep == "conj" and parse.tag[above][:2] == "VB":
            own = any(parse.dep[c] in ("nsubj", "nsubjpass") for c in parse.children[verb])
            if own:
                break
            verb = above
            continue
        infinitive = "to" in aux
        gerund = parse.tag[verb] == "VBG" and not any(a in ("is", "was", "are", "were", "be", "been", "'s", "'re") for a in aux)
        if dep not in ("xcomp", "ccomp", "pcomp", "acl", "advcl") or (not infinitive and not gerund):
            break
        lemma = lemma_of(parse.lower[above])
        if dep == "pcomp":
            return None if parse.lower[above] in _NOT else (over, turned)
        if lemma in helpers("ceased"):
            over = True
        elif lemma in helpers("turned") and parse.tag[above][:2] == "VB":
            turned = True
        elif infinitive and lemma not in helpers("phase"):
            return None
        elif gerund and dep in ("xcomp", "ccomp") and lemma not in helpers("phase"):
            return None
        else:
            break
        verb = above
    return over, turned
