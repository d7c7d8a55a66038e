"""Ties that a noun tells: a part in a body (*Hamas leader*, *a spokesman for*), kin, a wing, a town in a state.

Each such noun has a bearer (the name behind or before it, whom it stands for, of whom it is said) and another end (a
possessive, a name before it, what stands behind *of*).
"""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.reading import lexicons
from allegedly.reading.clauses import negated
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.sources import is_passive, passive_subject, subject_of
from allegedly.reading.ties_ends import Bond, Ends, joined
from allegedly.reading.ties_said import said_so
from allegedly.reading.ties_words import Word, fit, helpers, noun_at

_BEFORE = (
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "JJ",
    "JJR",
    "JJS",
    "VBN",
    "VBG",
    "HYPH",
    "POS",
    "CD",
    "PRP$",
    "RB",
    "``",
    "''",
    "AFX",
    "CC",
)
_LONGEST = 14
_DEEPEST = 3
"""Nouns that are gone through to the one that has a bearer: *the founder, owner and director*, *one of the members*."""
_NEAR = 48
"""Words that hang on one and are looked at."""
_BEGIN = frozenset("become appoint name elect hire install inaugurate choose pick select promote swear".split())
_COPULAS = frozenset({"be", "become", "remain"})
_SOME = frozenset({"one", "some", "several", "two", "three", "four", "many", "most", "both", "number", "group"})
_STATES = ("state", "place")


def noun_bonds(parse: Parse, ends: Ends) -> Iterator[Bond]:
    """The ties that nouns tell, in reading order."""
    found = {}
    for token in range(len(parse)):
        if parse.tag[token][:2] in ("NN", "JJ", "AF"):
            one = noun_at(parse, token)
            if one is not None:
                found[token] = one
    # "Secretary-General" is no secretary.
    inner = {i for token, (_, first, last) in found.items() for i in range(first, last + 1) if i != token}
    for token, one in found.items():
        if token not in inner:
            yield from _bonds(parse, ends, token, *one)


def _bonds(parse: Parse, ends: Ends, token: int, word: Word, first: int, last: int) -> Iterator[Bond]:
    under, over = _modifiers(parse, first)
    kind = "works for" if under and word.kind == "leads" else word.kind
    if last + 1 in ends.roles and parse.dep[token] == "compound" and noun_at(parse, last + 1) is not None:
        return  # "Executive Editor" is an editor
    for bearer, clause, past in _bearers(parse, ends, token, word, last):
        if clause is not None and said_so(parse, clause) is None:
            continue
        for other in _others(parse, ends, token, word, first, last, bearer):
            of, to = (other, bearer) if word.turned else (bearer, other)
            if of == to or not fit(kind, ends.entities[of].kind, ends.entities[to].kind):
                continue
            yield Bond(
                kind,
                of,
                to,
                first,
                last,
                token,
                f"noun {kind}",
                negated=clause is not None and negated(parse, clause),
                former=kind != "founded" and over,
                past=kind != "founded" and past,
                clause=clause,
                starts=clause is not None and lemma_of(parse.lower[clause]) in _BEGIN,
            )


def _modifiers(parse: Parse, first: int) -> tuple[bool, bool]:
    """Whether the noun's holder serves under its head (*deputy*), and whether it is over (*former*)."""
    under = over = False
    for i in range(first - 1, max(-1, first - _LONGEST), -1):
        if parse.tag[i] not in _BEFORE and parse.lower[i] not in helpers("over"):
            break
        under = under or (first - i <= 2 and parse.lower[i] in helpers("under"))
        over = over or parse.lower[i] in helpers("over")
    return under, over


def _bearers(
    parse: Parse, ends: Ends, token: int, word: Word, last: int, deep: int = 0
) -> Iterator[tuple[str, int | None, bool]]:
    """Who bears the noun, with the verb that says so where it is said in a clause, and whether that clause is past."""
    own = ends.roles.get(token) or ends.heads.get(token)
    clause = _clause(parse, token)
    if clause is not None:
        verb, heads, past = clause
        said = [entity for head in heads for entity in ends.all_at(head)]
        if said:
            yield from ((entity, verb, past) for entity in said)
            return
    if own is not None and (parse.dep[token] not in ("oprd", "attr", "ccomp") or said_so(parse, parse.head[token]) is not None):
        yield own, None, False
    elif parse.dep[token] in ("compound", "nmod", "amod", "appos") and _name(parse, ends, parse.head[token]):
        yield ends.heads[parse.head[token]], None, False
    elif (
        last + 1 < len(parse)
        and parse.tag[last + 1] in ("NNP", "NNPS")
        and ends.names.get(last + 1)
        and parse.tag[token] != "NNS"
    ):
        yield ends.names[last + 1], None, False
    elif word.kind in ("owns", "part of") and parse.dep[token - 1] == "compound" and token - 1 in ends.names:
        # "Borel's Sefton brand"
        yield ends.names[token - 1], None, False
    for child in parse.children[token]:
        if parse.dep[child] == "appos" and child in ends.heads and ends.heads[child] != own:
            yield from ((entity, None, False) for entity in ends.all_at(child))
        elif parse.dep[child] == "prep" and parse.lower[child] == "including":
            thing = parse.child(child, "pobj")
            if thing is not None:
                yield from ((entity, None, False) for entity in ends.all_at(thing))
    above = parse.head[token]
    if deep >= _DEEPEST:
        return
    alike = parse.child(token, "det", "poss") is None or noun_at(parse, above) is not None
    if parse.dep[token] == "conj" and own is None and alike and parse.tag[above] in ("NN", "NNS"):
        yield from _bearers(parse, ends, above, word, above, deep + 1)
    if parse.dep[token] == "pobj" and parse.lower[above] in ("of", "among"):
        some = parse.head[above]
        if lexical_some(parse, some):
            yield from _bearers(parse, ends, some, word, some, deep + 1)


def lexical_some(parse: Parse, token: int) -> bool:
    """Whether the word counts out of many: *one of*, *several of*."""
    return parse.lower[token] in _SOME or (parse.tag[token] == "CD" and parse.lower[token] != "")


def _name(parse: Parse, ends: Ends, token: int) -> bool:
    return token in ends.heads and parse.tag[token] in ("NNP", "NNPS")


def _clause(parse: Parse, token: int) -> tuple[int, list[int], bool] | None:
    """The verb by which the noun is said of somebody, the heads of whom, and whether it says that it was so."""
    dep, above = parse.dep[token], parse.head[token]
    lemma = "be" if parse.lower[above] in ("'s", "'re", "'m", "’s") else lemma_of(parse.lower[above])
    if dep in ("attr", "acomp") and lemma in _COPULAS:
        subject = subject_of(parse, above)
        return None if subject is None else (above, [subject], lemma == "be" and _was(parse, above))
    if dep == "nsubj" and lemma == "be":
        said = parse.child(above, "attr")
        return None if said is None or said < above else (above, [said], _was(parse, above))
    if dep == "pobj" and parse.lower[above] == "as":
        verb = parse.head[above]
        held = lemma_of(parse.lower[verb])
        if parse.tag[verb][:2] == "VB" and (held in helpers("holding") or held in ("leave", "resign", "quit", "retire")):
            who = _holder(parse, verb)
            over = held in ("leave", "resign", "quit", "retire") or (
                held in ("serve", "work", "act") and parse.tag[verb] == "VBD"
            )
            return None if who is None else (verb, [who], over)
    if dep in ("oprd", "attr", "dobj", "appos") and lemma in helpers("holding"):
        who = _holder(parse, above)
        return None if who is None or who == token else (above, [who], False)
    over_it = parse.head[above]
    if dep == "appos" and parse.dep[above] == "dobj" and lemma_of(parse.lower[over_it]) in helpers("holding"):
        # "made her rival the leader": no comma, so no apposition, whatever the parse says
        beside = all(parse.word[i] != "," for i in range(above, token))
        return (over_it, [above], False) if beside else None
    if dep == "ccomp" and lemma in helpers("holding"):
        who = parse.child(token, "nsubj")
        return None if who is None else (above, [who], False)
    return None


def _holder(parse: Parse, verb: int) -> int | None:
    """Who comes to hold an office: the subject of *serve*, the object of *appoint*."""
    if is_passive(parse, verb):
        return passive_subject(parse, verb)
    if lemma_of(parse.lower[verb]) in ("serve", "work", "act", "leave", "resign", "quit", "retire"):
        return subject_of(parse, verb)
    return parse.child(verb, "dobj")


def _was(parse: Parse, verb: int) -> bool:
    return parse.tag[verb] == "VBD"


def _others(parse: Parse, ends: Ends, token: int, word: Word, first: int, last: int, bearer: str) -> Iterator[str]:
    """The other end: behind a preposition, else before the noun."""
    near = [*parse.children[token][:_NEAR], *(parse.children[last][:_NEAR] if last != token else ())]
    # "a soldier and director of the Trust" is no soldier of the Trust.
    other = next((c for c in parse.children[token] if parse.dep[c] == "conj" and c > token), len(parse))
    if parse.dep[token] == "conj":
        near += [c for c in parse.children[parse.head[token]][-_NEAR:] if c > token]
    for preposition in word.take:
        for child in near:
            if parse.dep[child] not in ("prep", "dative") or not token < child < other or parse.lower[child] != preposition:
                continue
            thing = parse.child(child, "pobj")
            found = [entity for entity in ends.all_at(thing) if entity != bearer] if thing is not None else []
            if preposition == "for" and word.kind == "leads":
                # "a director for Asia" is at the head of something else.
                found = [entity for entity in found if ends.kind(entity) not in _STATES]
            if found:
                yield from found
                return
    entity = _before(parse, ends, token, word, first, bearer)
    if entity is not None:
        yield entity


def _before(parse: Parse, ends: Ends, token: int, word: Word, first: int, bearer: str) -> str | None:
    """The nearest entity before the noun that can be its other end: *Hamas* leader, *Turkey's* president, *his* mother."""
    owned = False
    place: str | None = None
    stranger = False
    begin = parse.sentences[parse.sentence[token]][0]
    for i in range(first - 1, max(begin - 1, first - _LONGEST), -1):
        tag = parse.tag[i]
        if tag == "POS" or parse.lower[i] in ("'s", "’s"):
            owned = True
            continue
        if tag in ("PRP$", "WP$"):
            entity = ends.heads.get(i)
            return entity if entity != bearer else None
        if tag not in _BEFORE and not (tag == "DT" and owned) and parse.lower[i] not in helpers("over"):
            break
        if tag == "CC" and not owned and parse.lower[i] != "&":
            break
        entity = ends.at(i)
        if entity is None or entity == bearer:
            # "the National Press Club president", where only a part of the name is known
            stranger = entity is None and tag in ("NNP", "NNPS") and not _office(parse, i)
            continue
        if stranger and tag in ("NNP", "NNPS") and not owned:
            break
        if owned:
            return entity
        kind = ends.kind(entity)
        if kind == "place" and word.before == "any":
            # "the Trust's Middle East director" is the Trust's.
            place = place or entity
        elif word.before == "any" or (word.before == "body" and kind not in _STATES):
            return place or entity
    return place


def _office(parse: Parse, token: int) -> bool:
    """Whether a word with a capital is part of an office and of no name."""
    lower = parse.lower[token]
    return (
        parse.word[token] in lexicons.titles()
        or ((sort := lexicons.sorts().get(lexicons.singular(lower))) is not None and sort.kind == "person")
        or any(lower in helpers(form) for form in ("inside", "under", "over"))
    )


def people_of(parse: Parse, ends: Ends) -> Iterator[Bond]:
    """People whom an outlet or a body calls its own: *the Herald's Ann Vale*, *Ann Vale of the Herald*."""
    for token, entity in ends.heads.items():
        if parse.tag[token] not in ("NNP", "NNPS") or ends.kind(entity) != "person":
            continue
        behind = token + 1
        if behind < len(parse) and parse.lower[behind] in ("of", "from") and parse.head[behind] == token:
            # "Ann Vale of the Herald"
            thing = parse.child(behind, "pobj")
            body = ends.at(thing) if thing is not None else None
            if body is not None and ends.kind(body) in ("outlet", "organisation"):
                yield Bond(
                    "member of" if ends.party(body) else "works for", entity, body, token, behind, token, "possessive person"
                )
        owner = parse.child(token, "poss")
        whose = ends.at(owner) if owner is not None else None
        if (
            owner is not None
            and whose is not None
            and ends.kind(whose) in ("outlet", "organisation")
            and parse.tag[owner] != "PRP$"
        ):
            nouns = [i for i in range(owner + 1, token) if noun_at(parse, i) is not None]
            if not nouns and parse.lower[owner + 2] != "the" and not any(parse.tag[i] == "NNS" for i in joined(parse, token)):
                yield Bond("works for", entity, whose, owner, token, token, "possessive person")
