"""Whom a third-person pronoun means: what agrees in number, gender and sort, weighed by where it stands.

The weights are a ranker's (:mod:`allegedly.reading.ranking`): each sign of a candidate has one, the sum decides.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from allegedly.reading import lexicons
from allegedly.reading.descriptions import PERIODS, Known
from allegedly.reading.mentions import Figure, Mention, bare, is_subject
from allegedly.reading.parse import Parse
from allegedly.reading.pronouns import Scene
from allegedly.reading.ranking import Choice, Signs

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_COPULAS = frozenset({"is", "was", "'s", "be", "been", "are", "were"})
_STATIVE = _COPULAS | {"'re", "has", "have", "had", "'ve"}
_SOMEBODY = frozenset({"person", "group", "organisation", "outlet", "state"})
_POINTERS = frozenset({"this", "that", "it"})
_WINDOW = 80
"""Mentions back that are looked at."""
_FARTHEST = 240
"""The same for *he* and *she*, where nobody stands nearer."""
_SENTENCES = 6
"""Sentences back that are looked at."""
_DEEPEST = 24
"""Steps up to the verb of saying over a word."""
_RANKS = 8
"""Candidates from which all stand alike far away."""


def reflexive(parse: Parse, pronoun: Mention) -> int | None:
    """Head of the subject that *himself* or *themselves* points back to; None for other pronouns."""
    return _own_subject(parse, pronoun.head) if parse.lower[pronoun.head] in _REFLEXIVE else None


def agrees(figure: Figure, mention: Mention, pronoun: Mention) -> bool:
    """Whether the pronoun can mean the figure."""
    return _agreement(figure, mention, pronoun) is not None


def candidates(
    parse: Parse,
    pronoun: Mention,
    recent: Sequence[Mention],
    figures: Sequence[Figure],
    known: Known,
    scene: Scene,
    at: Mapping[int, Mention],
) -> list[Choice]:
    """Nobody (place -1), then the figures that agree with the pronoun, the nearest first, each with its signs.

    Args:
        parse: The article's parse.
        pronoun: The pronoun.
        recent: Mentions in reading order up to here.
        figures: All figures.
        known: How often each was mentioned.
        scene: Who speaks where.
        at: Mentions by their head tokens.
    """
    here = pronoun.head
    sentence = parse.sentence[here]
    barred = _barred(parse, pronoun, at)
    matrix = _matrix_subject(parse, here)
    own = _own_subject(parse, here) if parse.dep[here] == "poss" else None
    found: dict[int, Signs] = {-1: _nobody(parse, pronoun)}
    speaker = _speaker(pronoun, scene, at)
    sure = not pronoun.gender
    acts = not pronoun.gender and _acts(parse, here)
    for back, mention in enumerate(reversed(recent[-_FARTHEST:])):
        place = mention.figure
        if place is None or place in barred:
            continue
        distance = sentence - parse.sentence[mention.head]
        if sure and (distance > _SENTENCES or back >= _WINDOW):
            break  # he and she are somebody: where nobody near is sure to fit, whoever stands farther back
        around = mention.first <= here <= mention.last and mention.form != "pronoun"
        if around or (mention.form == "noun" and parse.lower[mention.first] == "no"):
            continue
        signs = found.get(place)
        if signs is None:
            agreed = _agreement(figures[place], mention, pronoun)
            if agreed is None or place == speaker or (not pronoun.gender and _said_of(parse, mention, at)):
                continue
            sure = sure or "gender" in agreed or bool(figures[place].names)
            signs = found[place] = agreed
            signs["mention"] = float(min(len(found) - 2, _RANKS))
            if acts:
                signs[f"acts:{'somebody' if figures[place].kind in _SOMEBODY else 'something'}"] = 1.0
            if len(found) == 2:
                signs["nearest"] = 1.0
            _standing(parse, signs, mention, here, distance)
            _saying(signs, mention, here, scene, distance)
            if mention.form == "pronoun":
                signs["pronoun"] = 1.0
                if mention.lemma == pronoun.lemma:
                    signs["same_pronoun"] = 1.0
            elif mention.form == "noun":
                signs[f"noun:{mention.determiner}"] = 1.0
                if mention.lemma in lexicons.shells():
                    signs["shell"] = 1.0
                signs["theme"] = math.log1p(known.nouns[mention.lemma])
            signs["often"] = math.log1p(known.count.get(place, 1))
            if figures[place].names:
                signs["named" if pronoun.gender else "named:thing"] = 1.0
                signs["names"] = math.log1p(len(figures[place].names))
        elif distance <= 1 and is_subject(parse, mention.head):
            signs["subject"] = max(signs.get("subject", 0.0), 0.6)
        if mention.head == matrix:
            signs["matrix"] = 1.0
        if mention.head == own:
            signs["clause"] = 1.0
    ahead = at.get(_subject_ahead(parse, here)) if pronoun.gender else None
    if ahead is not None and ahead.form == "name" and ahead.figure is not None and ahead.figure not in found:
        agreed = _agreement(figures[ahead.figure], ahead, pronoun)
        if agreed is not None:
            found[ahead.figure] = {**agreed, "ahead": 1.0}
    if pronoun.gender and here in scene.saying and not scene.quoted[here]:
        spoken = _only_spoken_of(parse, here, recent[-_FARTHEST:], scene)
        left = [(place, signs) for place, signs in found.items() if place not in spoken]
        named = [(place, signs) for place, signs in found.items() if place < 0 or figures[place].names]
        return left if len(left) > 1 else named
    return list(found.items())


def _only_spoken_of(parse: Parse, here: int, recent: Sequence[Mention], scene: Scene) -> set[int]:
    """Figures that stand nowhere but in what is said, and cannot be who says *he said*, for that one is brought in before.

    What is said stands between quotation marks, or before *he said* and is not its subject.
    """
    verb, sentence = parse.head[here], parse.sentence[here]
    inside: set[int] = set()
    outside: set[int] = set()
    for mention in recent:
        if mention.figure is None or (mention.form == "pronoun" and parse.sentence[mention.head] == sentence):
            continue
        closed = parse.sentence[mention.head] == sentence and _is_told(parse, mention.head, verb, here)
        (inside if scene.quoted[mention.head] or closed else outside).add(mention.figure)
    return inside - outside


def _is_told(parse: Parse, token: int, verb: int, here: int) -> bool:
    """Whether a word stands in the words before *he said*, and is not their subject."""
    step = token
    for _ in range(_DEEPEST):
        above = parse.head[step]
        if above == verb:
            subject = is_subject(parse, token) and parse.head[token] == step
            return parse.dep[step] == "ccomp" and step < here and not subject
        if above == step:
            return False
        step = above
    return False


def _speaker(pronoun: Mention, scene: Scene, at: Mapping[int, Mention]) -> int | None:
    """Who speaks where the pronoun stands, and would say *I*."""
    here = pronoun.head
    if not scene.mine[here]:
        return None
    if scene.speaker[here] is not None:
        return scene.speaker[here]
    source = scene.source[here]
    mention = at.get(source) if source is not None else None
    return mention.figure if mention is not None and mention is not pronoun else None


def _nobody(parse: Parse, pronoun: Mention) -> Signs:
    """Signs of its meaning nobody, or nobody that the article names."""
    here = pronoun.head
    signs = {"nobody": 1.0, f"nobody:{pronoun.lemma}": 1.0}
    if parse.dep[here] == "poss":
        signs["nobody:possessor"] = 1.0
    elif is_subject(parse, here):
        signs["nobody:copula" if parse.lower[parse.head[here]] in _COPULAS else "nobody:subject"] = 1.0
    else:
        signs["nobody:object"] = 1.0
    return signs


def _standing(parse: Parse, signs: Signs, mention: Mention, here: int, distance: int) -> None:
    """Signs of where the candidate was mentioned last, and as what."""
    signs["sentence"] = float(min(distance, _SENTENCES))
    if distance <= 1:
        signs["sentence_before" if distance else "same_sentence"] = 1.0
    if parse.paragraph[mention.head] == parse.paragraph[here]:
        signs["paragraph"] = 1.0
    dep = parse.dep[mention.head]
    subject = is_subject(parse, mention.head)
    if subject:
        signs["subject"] = 1.0
        verb = parse.head[mention.head]
        if parse.head[verb] == verb:
            signs["main_subject"] = 1.0
    elif dep == "poss":
        signs["possessive"] = 1.0
    elif dep in ("compound", "nmod", "amod"):
        signs["modifier"] = 1.0
    elif dep in ("dobj", "dative"):
        signs["object"] = 1.0
    elif dep == "pobj":
        signs["prepositional"] = 1.0
    elif dep == "npadvmod" and mention.form == "noun":
        signs["adverbial"] = 1.0
    if subject == is_subject(parse, here):
        signs["same_role"] = 1.0
        above = parse.head[parse.head[mention.head]]
        if parse.tag[above][:2] == "NN":
            signs["nested"] = 1.0
    elif dep == "conj":
        signs["joined"] = 1.0
    if dep == parse.dep[here]:
        signs["same_relation"] = 1.0
    if parse.sentence[mention.head] == 0:
        signs["headline"] = 1.0
    if mention.lemma in PERIODS:
        signs["period"] = 1.0


def _saying(signs: Signs, mention: Mention, here: int, scene: Scene, distance: int) -> None:
    """Signs of who spoke last, and of quotation marks between the two."""
    speaks = here in scene.saying
    if mention.head in scene.saying and (speaks or distance <= 1) and not scene.quoted[here]:
        signs["speaker"] = 1.0 if speaks else 0.5
    if scene.quoted[mention.head] and not scene.quoted[here]:
        signs["quoted"] = 1.0
    elif scene.quoted[here] and not scene.quoted[mention.head]:
        signs["unquoted"] = 1.0


def _agreement(figure: Figure, mention: Mention, pronoun: Mention) -> Signs | None:
    """Signs of number, gender and sort; None where they forbid it."""
    sort = pronoun.lemma
    kind = figure.kind or "thing"
    if sort in ("he", "she"):
        if sort == "she" and kind == "state" and figure.names:
            return {"she:state": 1.0}
        if kind != "person" or figure.plural or (figure.gender and figure.gender != pronoun.gender):
            return None
        if figure.gender:
            return {"assumed" if figure.assumed else "gender": 1.0}
        leaning = _leaning(figure)
        return {"leans" if leaning == pronoun.gender else "leans_away" if leaning else "genderless": 1.0}
    if sort == "it":
        if figure.plural or (kind == "person" and (figure.assumed or not _impersonal(figure))):
            return None
        return {"it:person:full" if kind == "person" and not bare(figure) else f"it:{kind}": 1.0}
    if figure.plural or mention.plural:
        return {f"they:{kind}": 1.0}
    if kind == "thing" and not figure.names:
        return None  # one thing is never *they*
    return {"they:one:named" if kind == "person" and figure.names else f"they:one:{kind}": 1.0}


def _impersonal(figure: Figure) -> bool:
    """Whether what was taken for a person may be a thing: no title, no gender, no first name says otherwise."""
    if not figure.names and figure.lemmas:
        return False  # "the president", "the user"
    if bare(figure):
        return not _leaning(figure) and not any(_office(m) for m in figure.names)
    named = lexicons.first_names()
    return (
        not figure.gender
        and bool(figure.names)
        and not figure.lemmas
        and all(not m.title and m.words and m.words[0] not in named for m in figure.names)
    )


def _office(name: Mention) -> bool:
    """Whether a name is the word for an office: *the President*."""
    sort = lexicons.sorts().get(name.words[-1].lower()) if name.words else None
    return sort is not None and sort.kind == "person"


def _leaning(figure: Figure) -> str:
    """The gender of a first name that stands alone, and might be somebody's surname."""
    return lexicons.forenames().get(figure.names[0].words[0], "") if figure.names and figure.names[0].words else ""


def _barred(parse: Parse, pronoun: Mention, at: Mapping[int, Mention]) -> set[int]:
    """Figures that the grammar keeps a pronoun from meaning: what else stands under its own verb, what it possesses."""
    here = pronoun.head
    barred: set[int] = set()
    if parse.lower[here] in _REFLEXIVE:
        return barred
    above = parse.head[here]
    if parse.dep[here] == "poss":
        _bar_content(parse, here, at, barred)
        owned = at.get(above)
        if owned is not None and owned.figure is not None:
            barred.add(owned.figure)
        described = at.get(parse.head[above]) if parse.dep[above] == "appos" else None
        if described is not None and described.figure is not None:
            barred.add(described.figure)  # "Firefly, its main rival"
        return barred
    _bar_content(parse, here, at, barred)
    shared = _shared_subject(parse, here)
    sharer = at.get(shared) if shared is not None else None
    if sharer is not None and sharer.figure is not None:
        barred.add(sharer.figure)
    verb = parse.head[above] if parse.dep[here] == "pobj" and parse.dep[above] in ("prep", "agent", "dative") else above
    for child in parse.children[verb]:
        if parse.dep[child] == parse.dep[here] == "nsubj":
            continue  # "And the captain, she has said"
        if child != here and parse.dep[child] in ("nsubj", "nsubjpass", "dobj", "dative", "pobj", "attr"):
            mention = at.get(child)
            if mention is not None and mention.figure is not None:
                barred.add(mention.figure)
    return barred


def _bar_content(parse: Parse, here: int, at: Mapping[int, Mention], barred: set[int]) -> None:
    """A thing is not spoken of in what it is: *the question is how long it will take*."""
    token = here
    for _ in range(6):
        above = parse.head[token]
        if above == token:
            return
        if parse.dep[token] == "ccomp" and parse.lower[above] in _COPULAS:
            subject = parse.child(above, "nsubj")
            mention = at.get(subject) if subject is not None else None
            if mention is not None and mention.figure is not None and mention.form == "noun":
                barred.add(mention.figure)
            return
        token = above


def _subject_ahead(parse: Parse, here: int) -> int:
    """Head of the subject that stands behind the pronoun's own fronted phrase: *In her speech, Vera Holm said*; -1 if none."""
    token = here
    for _ in range(6):
        dep, above = parse.dep[token], parse.head[token]
        if above == token:
            return -1
        if dep in ("prep", "advcl") and parse.tag[above][:2] == "VB":
            subject = parse.child(above, "nsubj", "nsubjpass")
            return subject if subject is not None and subject > here else -1
        if dep not in ("poss", "pobj", "dobj", "pcomp", "nsubj", "attr"):
            return -1
        token = above
    return -1


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


def _said_of(parse: Parse, mention: Mention, at: Mapping[int, Mention]) -> bool:
    """Whether the noun is only said of what the subject names or points to: *Oster is no town*, *that is a good question*."""
    verb = parse.head[mention.head]
    if mention.form != "noun" or mention.determiner not in ("indefinite", "bare") or parse.dep[mention.head] != "attr":
        return False
    subject = parse.child(verb, "nsubj") if parse.lower[verb] in _COPULAS else None
    if subject is None:
        return False
    said = at.get(subject)
    return parse.lower[subject] in _POINTERS or (said is not None and said.figure is not None)


def _acts(parse: Parse, here: int) -> bool:
    """Whether the pronoun does something: the subject of an active verb that is no copula."""
    verb = parse.head[here]
    return parse.dep[here] == "nsubj" and parse.tag[verb][:2] == "VB" and parse.lower[verb] not in _STATIVE


def _shared_subject(parse: Parse, here: int) -> int | None:
    """Head of the subject that an object's verb has from the verb above it: *Oster wants to sell it, and has painted it*."""
    verb = parse.head[here]
    if parse.dep[here] not in ("dobj", "dative"):
        return None
    for _ in range(4):
        if parse.dep[verb] not in ("conj", "xcomp") or parse.child(verb, "nsubj", "nsubjpass") is not None:
            break
        above = parse.head[verb]
        if parse.dep[verb] == "xcomp" and parse.child(above, "dobj", "dative") is not None:
            return None  # "Oster asked the firm to sell it": the firm sells
        verb = above
    return parse.child(verb, "nsubj", "nsubjpass")


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
