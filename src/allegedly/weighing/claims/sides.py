"""On which side of a claim a statement stands."""

from __future__ import annotations

import numpy as np

from allegedly.model_claims import Side
from allegedly.weighing.claims.contraries import contradicts
from allegedly.weighing.claims.denials import denial, denies, likeness, names_nothing, points, tells_of_charge
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.polarity import negated, opposed, rejects, silent
from allegedly.weighing.claims.said import word_vector
from allegedly.weighing.claims.voices import same_voice
from allegedly.weighing.claims.words import words

_SAME, _FEWEST = 0.9, 3
"""Of how many words of a quotation it is the same one, and how many there are at least."""
_LIKE = 0.5
"""The cosine of two words' vectors, at least, that mean nearly the same."""
_BACK, _NEAR, _AHEAD = 800, 300, 300
"""How many characters a denial stands behind what it answers, at most, that does not say what it denies; one that only turns down
a claim; and how many before it."""
_ALIKE = 0.6
"""What share of the claim's words stands in what is answered, at least, or the other way round, for both to be denied at once."""
_GATHERED = 0.45
"""The same, where it is plain that this one is denied: that it was gathered with the others says much already."""
_BESIDE, _SAME_THING = 250, 0.8
"""The same, so near and so much, that it is nothing else, whoever denies."""
_RIGHT_BEHIND = 120
"""Characters between what is answered and a denial that is a pronoun, at most."""
_OPPOSITE: dict[Side, Side] = {"for": "against", "against": "for", "doubting": "against", "neutral": "against"}


def is_contrary(member: Member) -> bool:
    """Whether it says that something is not so: by its stance, by a word that rejects, or by a *not* before what happens.

    What a statement denies that answers another one it may deny with a *not* of its own, so the two do not cancel out. A *not*
    elsewhere in it counts for nothing: long quotations have some that turn nothing around.
    """
    return _denies(member) or member.negated


def _denies(member: Member) -> bool:
    return member.stance == "denies" or rejects(member.text)


def _says_no(one: Member, other: Member) -> bool:
    """The same beside another one: a *not* in each is two ways to say one thing, *was not seen again* and *never came home*."""
    return _denies(one) or (one.negated and (is_contrary(other) or not negated(other.text)))


def _turned(one: Member, other: Member) -> bool:
    """Whether a word that both have, or one that means nearly the same, is turned around in one of them alone."""
    own, theirs = words(one.text), words(other.text)
    behind, there = negated(one.text), negated(other.text)
    if not behind and not there:
        return False
    forms = dict(zip(theirs.stems, theirs.forms, strict=True))
    if not forms:
        return False
    stems, vectors = list(forms), np.array([word_vector(form) for form in forms.values()])
    for stem, form in dict(zip(own.stems, own.forms, strict=True)).items():
        if stem in own.numbers or stem in own.names:
            continue
        same = stem
        if stem not in forms:
            near = vectors @ word_vector(form)
            if near.max() < _LIKE:
                continue
            same = stems[int(near.argmax())]
        if same not in theirs.names | theirs.numbers and (stem in behind) != (same in there):
            return True
    return False


def _repeats(one: Member, other: Member) -> bool:
    """Whether one has nearly all words of the other and turns the same around: the same quotation, shorter or longer."""
    own, theirs = frozenset(words(one.text).stems), frozenset(words(other.text).stems)
    common = own & theirs
    same = len(common) >= max(_SAME * min(len(own), len(theirs)), _FEWEST)
    return same and negated(one.text) & common == negated(other.text) & common


def side(member: Member, canonical: Member) -> Side:
    """The member's side of the claim that the canonical wording puts forward."""
    if member.stance == "doubts":
        return "doubting"
    if member.stance == "neutral" or silent(member.text):
        return "neutral"
    if member.mode == "direct" and _repeats(member, canonical):
        return "for"
    if not (member.long or canonical.long):
        return "against" if _answers(member, canonical) else "for"
    found = denial(member)
    if _repeats(member, canonical) and member.stance == canonical.stance:
        return "against" if found is not None and found.sure and found.words else "for"
    if found is not None and denies(member, found, canonical):
        return "for" if canonical.negated else "against"
    if contradicts(member, canonical):
        return "against"
    return "neutral" if member.stance == "denies" and found is not None else "for"


def _answers(member: Member, canonical: Member) -> bool:
    """The same where two notices tell of it, which say little else: what says no there says it of the claim."""
    negates = _says_no(member, canonical) != _says_no(canonical, member)
    if _denies(member) or _denies(canonical):
        return negates
    turned = _turned(member, canonical)
    # Who denies answers: a *not* by itself, in what was said no later, is mostly part of the same story.
    answers = member.day > canonical.day or not (member.day and canonical.day)
    return (negates and turned) or (answers and (negates or turned)) or opposed(member.text, canonical.text)


def answering(member: Member, answered: Member, denied: Side, canonical: Member, apart: int) -> Side:
    """On which side a denial stands that the reader takes for an answer to another member of its article.

    Args:
        member: Who denies.
        answered: Whom it is taken to answer.
        denied: On which side that one stands.
        canonical: Whose words stand for the claim.
        apart: How many characters it stands behind that one; negative: before it.
    """
    if not (member.long or canonical.long):
        return _OPPOSITE[denied]
    found, like = denial(member), likeness(answered, canonical)
    beside = 0 <= apart <= _BESIDE and like >= _SAME_THING and not same_voice(member, answered)
    if denied != "for" or found is None or canonical.stance == "denies":
        return "neutral"
    if not denies(member, found, canonical, beside=beside):
        return "neutral"
    if not points(member, found):
        return "against"
    if not -_AHEAD <= apart <= (_BACK if found.sure else _NEAR) or tells_of_charge(answered.text):
        return "neutral"
    if same_voice(member, answered) or same_voice(member, canonical):
        return "neutral"
    if names_nothing(member) and not 0 <= apart <= len(answered.text) + _RIGHT_BEHIND:
        return "neutral"
    return "against" if like >= _ALIKE else "neutral"


def denying(denied: Member, at: Side, canonical: Member) -> Side:
    """On which side somebody stands who plainly denies another member.

    Args:
        denied: Whom he denies.
        at: On which side that one stands.
        canonical: Whose words stand for the claim.
    """
    turned = canonical.stance == "denies" != denied.stance
    plain = at == "for" and not turned and likeness(denied, canonical) >= _GATHERED
    return "against" if plain else "neutral"
