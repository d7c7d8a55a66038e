"""On which side of a claim a statement stands."""

from __future__ import annotations

import msgspec
import numpy as np

from allegedly.model_claims import Side
from allegedly.weighing.claims.polarity import negated, opposed, rejects, silent
from allegedly.weighing.claims.said import word_vector
from allegedly.weighing.claims.words import words

_SAME, _FEWEST = 0.9, 3
"""Of how many words of a quotation it is the same one, and how many there are at least."""
_LIKE = 0.5
"""The cosine of two words' vectors, at least, that mean nearly the same."""


class Member(msgspec.Struct, frozen=True):
    """A statement of a claim, as far as sides and wording go."""

    text: str
    stance: str
    negated: bool
    """Whether what it says happens stands behind a *not*."""
    mode: str
    central: float
    """How likely it says the same as the others, on average."""
    day: str = ""
    """When its article was published, as an ISO date; empty: nobody knows."""


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
    negates = _says_no(member, canonical) != _says_no(canonical, member)
    if _denies(member) or _denies(canonical):
        return "against" if negates else "for"
    turned = _turned(member, canonical)
    # Who denies answers: a *not* by itself, in what was said no later, is mostly part of the same story.
    answers = member.day > canonical.day or not (member.day and canonical.day)
    against = (negates and turned) or (answers and (negates or turned)) or opposed(member.text, canonical.text)
    return "against" if against else "for"
