"""What a statement denies by a word of denying, and whether that is what another one puts forward.

A denial counts where it is plain of what: it says in its own words what the claim says (*denied that the dam had burst*), or it
points to a charge (*the allegations*, *any wrongdoing*) and the claim is about whoever denies it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.reading.cues import rejections
from allegedly.reading.inflection import lemma_of
from allegedly.weighing.claims.heads import is_clause, likeliest_head
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.polarity import negations, rejects
from allegedly.weighing.claims.said import word_vector
from allegedly.weighing.claims.shares import LIKE, LONGEST, forms, is_claim, lemmas, listed, matter, share
from allegedly.weighing.claims.voices import states, who
from allegedly.weighing.claims.words import stem, words

_FRONT = 6
"""Words at the beginning among which a claim is named: *the allegations that …*."""
_OWNER = re.compile(r"([A-Z][a-z]+)['’]s?\s+([a-z]+)")
_KNOWING = re.compile(r"\b(?:know(?:ing|n|ledge)?|aware(?:ness)?|brief(?:ed|ing))\b")
_BEGINNING = 40
"""Characters at the beginning of what is denied."""
_FEWEST = 2
"""Words that a claim says of what happens, at least, beside names, where it is no clause."""


class Denial(NamedTuple):
    """What a statement turns down."""

    words: tuple[tuple[str, str], ...]
    """Stems and forms of what it says of that itself; none: it only points to it."""
    sure: bool
    """Whether its cue says that it is not so: *denied*, and not *rejected* or *called false*."""


def denial(member: Member) -> Denial | None:
    """What a member turns down by its cue or by its words, if it does."""
    first, cue, own = forms(member.text)[:_FRONT], lemmas(member.cue), matter(member.text)
    front = frozenset(first).union(map(lemma_of, first))
    # What is quoted under a word of denying is what whoever denies says: *“I was at home,” he denied*.
    if member.stance == "denies" and not cue & listed("perhaps") and (member.mode != "direct" or len(own) <= 1):
        if cue & listed("denies") and "over" not in cue:
            thing = first and first[0] not in listed("clause") and not (first[0].endswith("ing") or member.cue.endswith("ing"))
            kept = front & rejections("given") or lemmas(member.text) & listed("kept")
            return None if thing and kept else Denial(own, sure=True)
        plans = listed("matter") if "that" in first else listed("matter") | listed("plan")
        if cue & listed("turns down") and any(map(is_claim, (*first, *forms(member.cue)))) and not front & plans:
            return Denial(own, sure=False)
        if len(own) <= 1 and negations(member.text):
            return Denial((), sure=True)  # *It never happened*
    said = member.stance == "denies" or rejects(member.text, denied=False)
    return Denial(own, sure=False) if said and calls_false(member.text) else None


@lru_cache(maxsize=32_768)
def calls_false(text: str) -> bool:
    """Whether it says of a claim that it is not so: *the reports are baseless*, *the survey refutes the claim that …*."""
    said = list(map(lemma_of, forms(text)))
    first = next((at for at, one in enumerate(forms(text)) if is_claim(one)), None)
    if first is None or any(_falsehoods().intersection(each.stems) for each in negations(text)):
        return False  # *The rumour is not unfounded*
    called = rejects(text, denied=False) and not listed("being").isdisjoint(said[first:])
    return called or not listed("shows false").isdisjoint(said) or _denies_charges(said)


def _denies_charges(said: Sequence[str]) -> bool:
    """Whether it says that somebody denies what he is charged with: *he denies each of the allegations*."""
    return any(
        one == "deny" and not listed("charge").isdisjoint(said[at + 1 : at + _FRONT]) for at, one in enumerate(said[:_FRONT])
    )


@cache
def _falsehoods() -> frozenset[str]:
    """Stems that, behind a *not*, say that something may be so."""
    return frozenset(map(stem, listed("falsehood") | listed("shows false")))


def denies(member: Member, found: Denial, canonical: Member, *, beside: bool = False) -> bool:
    """Whether what a member turns down is what the claim puts forward.

    Args:
        member: Who denies.
        found: What it turns down, as :func:`denial` gives it.
        canonical: Whose words stand for the claim.
        beside: Whether the same stands right before the denial in its article, so that what only points can mean nothing else.
    """
    if not _deniable(member, found, canonical):
        return False
    about = matter(canonical.text)
    cover, back = share(found.words, canonical), share(about, member)
    named = words(canonical.text).names
    told = sum(one not in named for one, _ in about)
    if told < _FEWEST and not (told and is_clause(canonical.text)) and not (cover == 1 and back >= 0.7):
        return False  # *former governor Olaf Benko* can be denied by nobody.
    charged, claim = _charged(member, canonical), names_claim(member.text)
    if points(member, found):
        negated = canonical.negated or lemmas(canonical.text) & listed("contrary")
        return (charged or beside) and not negated and (claim or found.sure)
    if len(found.words) == 1:
        return cover == 1 and not canonical.negated and ((charged and (claim or back >= 0.3)) or back >= 0.5)
    negative = bool(words(member.text).negations) != bool(words(canonical.text).negations)
    if found.sure:
        # Who denies that he had not known says that he had.
        return (
            not negative
            and _happens(member, canonical)
            and cover >= (0.4 if charged else 0.6)
            and back >= (0.35 if charged else 0.5)
        )
    if negative and not calls_false(member.text):
        return False
    if cover >= 0.6 and back >= 0.6:
        return True
    false = cover >= 0.2 and member.stance == "denies" and calls_false(member.text) and not canonical.negated
    return charged and ((cover >= 0.5 and back >= 0.4) or false)


def points(member: Member, found: Denial) -> bool:
    """Whether a denial only points to what it denies, or says whose claim that is: *the allegations*, *Benko's account*."""
    named = words(member.text).names | _owner(member.text)
    return not found.words or (names_claim(member.text) and all(one in named for one, _ in found.words))


def _owner(text: str) -> frozenset[str]:
    """The stem of whose claim it says it is, if it says so: *Benko's account*."""
    owner = _OWNER.search(text, 0, LONGEST)
    return frozenset({stem(owner[1].lower())}) if owner and is_claim(owner[2]) else frozenset()


def _deniable(member: Member, found: Denial, canonical: Member) -> bool:
    """Whether the claim could be what is denied: nothing shows that it is another one."""
    if lemmas(canonical.text) & listed("denies") or calls_false(canonical.text):
        return False  # It tells of the denial itself.
    if not found.sure and member.voice == canonical.voice:
        return False
    owner = _owner(member.text)
    if owner and canonical.voice.startswith("e") and not owner & who(canonical.by):
        return False  # *rejected Brandt's account*, and the claim is somebody else's
    # *denied knowing about the meeting*
    known = _KNOWING.search(f"{member.cue} {member.text[:_BEGINNING]}")
    return known is None or bool(lemmas(canonical.text) & listed("knows"))


def _charged(member: Member, canonical: Member) -> bool:
    """Whether the claim is about whoever denies it, or the denial says whose word it turns down and the claim is that one's."""
    about = frozenset(words(canonical.text).stems) | canonical.names | states(canonical.text)
    return bool(who(member.by) & about) or bool((words(member.text).names | _owner(member.text)) & who(canonical.by))


def _happens(member: Member, canonical: Member) -> bool:
    """Whether the claim has a word for what happens in the clause that is denied, where it is a whole clause."""
    first = forms(member.text, _BEGINNING)[:1]
    if not first or (first[0] != "that" and first[0] not in listed("subject")):
        return True
    found, theirs = words(member.text), words(canonical.text)
    at = likeliest_head(found, member.names)
    if at is None or found.stems[at] in theirs.stems:
        return True
    near = [float(word_vector(form) @ word_vector(found.forms[at])) for form in theirs.forms]
    return max(near, default=0.0) >= LIKE


def likeness(one: Member, other: Member) -> float:
    """What share of one statement the other has, or of the other the one, whichever is more."""
    return max(share(matter(one.text), other), share(matter(other.text), one))


def names_claim(text: str) -> bool:
    """Whether a word says that it is about what is said: *the allegations*, *reports*."""
    return any(map(is_claim, forms(text)))


def names_nothing(member: Member) -> bool:
    """Whether it points by a pronoun alone: *denied it*, *denied that*."""
    return not matter(member.text) and not names_claim(member.text) and member.text.lower().strip(" .,") in listed("pointing")


def tells_of_charge(text: str) -> bool:
    """Whether it only tells that something is charged: *support fell after a second allegation*."""
    return bool(lemmas(text) & listed("charge"))
