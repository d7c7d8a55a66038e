"""Whether one statement says by a *not* that it is not so what another one says.

Most negative sentences of the news deny nothing that is said elsewhere: they tell of other days, of other people, of what should
not be. So this asks for much: nearly the same words, the same names, and the same thing happening, turned around in one alone.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from allegedly.weighing.claims.heads import is_clause, likeliest_head
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.polarity import Negation, negations
from allegedly.weighing.claims.proposition import GAP, lacks, proposition
from allegedly.weighing.claims.said import word_vector
from allegedly.weighing.claims.shares import LIKE, forms, lemmas, listed, matter, share
from allegedly.weighing.claims.voices import who
from allegedly.weighing.claims.words import words

_OTHERWISE = re.compile(r"\b(?:other than|not to)\b")
"""What says that something is so of another, or had better not be: *decided not to include it*."""
_SOME = re.compile(r"(?i)%|\b(?:per ?cent|percent|half|most|many|majority|two-thirds|one in|in 10|in ten|others?)\b")
"""What tells that a voice is some of many who were asked."""
_DAYS = 60
"""How many days may lie between two of which one denies the other: later it is told what has become of it."""
_TURNED, _SAME = 0.6, 0.7
"""What share of what is turned around the other has, at least, by number or by weight, in the same words or nearly."""
_MOST, _LEAST, _BOTH = 0.75, 0.5, 0.62
"""What share of the one the other has, at least, and what share of the other the one; or both."""
_PIECES = 4
"""Pieces of a statement that are looked at, at most."""
_UNFINISHED = 0.25
"""How much of a clause what is said not to be so may lack."""
_FRONT = 40
"""Characters at the beginning of a statement in which stands whom it is about."""


def contradicts(one: Member, other: Member) -> bool:
    """Whether one says that what the other says is not so, by a *not*.

    Who does so is quoted or reported, and another than the one whose word it is; what an outlet tells of later days (*the bill
    has not passed*) denies nothing. Neither does what may or must not be, or what stands behind an *if* or an *until*.
    """
    if _SOME.search(one.by) and _SOME.search(other.by):
        return False  # A third of the voters and the other two thirds
    both = f"{one.text} {other.text}"
    if one.voice == other.voice or "?" in both or _OTHERWISE.search(both) or lemmas(both) & listed("open"):
        return False
    if "denies" not in (one.stance, other.stance) and not _near(one.day, other.day):
        return False
    if bool(words(one.text).negations) == bool(words(other.text).negations):
        return False
    if not (is_clause(one.text) and is_clause(other.text)) or (_unnamed(one.text) and _unnamed(other.text)):
        return False
    named, others = _named(one), _named(other)
    if (named or others) and not named & others:
        return False
    return _denies(one, other) or _denies(other, one)


def _near(day: str, other: str) -> bool:
    """Whether two days lie so near that one is not told of what has become of the other."""
    if not day or not other:
        return True
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) <= _DAYS


def _named(one: Member) -> frozenset[str]:
    """Stems of whoever is named or meant in it; *I* and *we* are who says it."""
    own = words(one.text).names | one.names
    return own | who(one.by) if lemmas(one.text) & listed("self") else own


def _unnamed(text: str) -> bool:
    """Whether it begins with a pronoun, and so is about whoever says it: *they will not vote for it*."""
    said = forms(text, _FRONT)
    return bool(said) and said[said[0] == "that" and len(said) > 1] in listed("subject")


def _denies(one: Member, other: Member) -> bool:
    """Whether a negation in a piece of the one turns around what the other says."""
    negative = listed("contrary") | listed("modal")
    if one.mode == "narration" or not negations(one.text) or lemmas(other.text) & negative:
        return False
    if lacks(proposition(other.text)) >= _UNFINISHED:
        return False
    pieces = one.text.split(GAP, _PIECES)
    return any(_turns(each, replace(one, text=piece), other) for piece in pieces for each in negations(piece))


def _turns(negation: Negation, one: Member, other: Member) -> bool:
    known = words(other.text)
    own = [(one, form) for one, form in matter(one.text) if one in negation.stems and one not in known.names]
    turned = sorted(own, key=lambda item: negation.stems.index(item[0]))
    if negation.modal in listed("modal") or not turned or any(f"un{stem}" in known.stems for stem, _ in turned):
        return False
    if not negation.whole and not negation.modal and "never" not in forms(one.text):
        return False  # *for the first but not for the second*
    many = sum(share([one], other, like=_SAME) for one in turned) / len(turned)
    if max(many, share(turned, other, like=_SAME)) < _TURNED:
        return False
    cover, back = share(matter(one.text), other), share(matter(other.text), one)
    first, form = turned[0]
    if negation.whole and first == negation.stems[0]:
        if first not in known.stems:
            return False
    elif not (negation.whole and min(cover, back) >= _MOST) and not _happens(first, form, other):
        return False
    return (max(cover, back) >= _MOST and min(cover, back) >= _LEAST) or min(cover, back) >= _BOTH


def _happens(turned: str, form: str, other: Member) -> bool:
    """Whether what the other says happens is what is turned around, or means nearly the same."""
    found = words(other.text)
    at = likeliest_head(found, other.names)
    return at is not None and (turned == found.stems[at] or float(word_vector(found.forms[at]) @ word_vector(form)) >= LIKE)
