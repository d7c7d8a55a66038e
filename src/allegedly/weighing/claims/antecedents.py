"""Which statement of an article another one of it denies, whether its words say so or only point there: *denied the claims*.

Most who deny in the news do so in one sentence with the charge, or right behind it, and do not say it again. So what is near
counts, who charges whom, and what of the words is the same; where none of these is plain, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from allegedly.weighing.claims.denials import calls_false, denial
from allegedly.weighing.claims.denied import Denied, denied
from allegedly.weighing.claims.heads import is_clause, likeliest_head
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.polarity import silent
from allegedly.weighing.claims.proposition import lacks, proposition
from allegedly.weighing.claims.reading import Stated
from allegedly.weighing.claims.said import word_vector
from allegedly.weighing.claims.shares import forms, is_claim, lemmas, listed, matter, share
from allegedly.weighing.claims.voices import states, who
from allegedly.weighing.claims.words import stem, words

_MOST = 400
"""Statements of an article that are looked at, at most: longer ones are transcripts and lists."""
_DENIALS = 60
"""Denials of an article that are looked at, at most."""
_LIKE = 0.55
"""The cosine of two words' vectors, at least, that count as one."""
_FAR, _OWNED, _NEAR, _BESIDE, _NEXT = 1_200, 6_000, 300, 150, 120
"""Characters between what is denied and the denial, at most: where somebody charges the one who denies; where it is said whose
word it was; where the words are much the same; and where little else shows it, in the sentence before."""
_FEWEST = 2
"""Words that say something beside names, at least, where it is no clause."""
_CHARGED = 0.35
"""The share of what is denied that is in what somebody is charged with right before."""
_COVER, _WORDS = 0.6, 3
"""What share of what is denied the other has, at least; and words of it, at least, where it is rejected and not denied."""
_UNFINISHED = 0.5
"""How much of a clause what is denied may lack, less than this."""
_PARTS, _SEVERAL = re.compile(r"\b(?:or|and|nor|without|but|by pointing)\b"), 3
"""What stands between things that are denied at once, and how many of these are looked at."""

_MORE = re.compile(r"\w (?:that|and) |,")
"""What shows that more stands before a claim than whose it is."""
_OF_WHAT = re.compile(
    r"(?i)\b(?:accus|alleg|charg|claim|complain|blam)[a-z]*[^.]{0,60}?\b(?:of|that|he|she|they|the|for|with|his|her|from|against)\b"
)
"""What an outlet tells of a charge where it says what this is: *accused of theft*, *allegations he stole it*."""


class _Denial(NamedTuple):
    """A statement that denies, and what is known of it."""

    stated: Stated
    what: Denied
    sure: bool
    voices: frozenset[str]
    """Stems that tell who denies."""
    stems: frozenset[str]
    """Of what it says not to be so."""
    parts: tuple[Member, ...]
    """What it says not to be so, the whole and parts of it, as if it were put forward."""
    withdrawn: bool
    """Whether it takes back what who says so has said himself."""


def antecedents(every: Sequence[Stated], answers: Callable[[int], Collection[int]]) -> Iterator[tuple[int, int]]:
    """Statements that deny another one of their article, each with this: row numbers.

    Args:
        every: All statements of one article that put something forward.
        answers: Which statements the reader says that one answers, by row numbers.
    """
    if len(every) > _MOST:
        return
    denials = [found for one in every if one.stance == "denies" and (found := _denial(one))]
    for found in denials[:_DENIALS]:
        one = found.stated
        answered = answers(one.statement)
        fits = [(worth, other.start, other) for other in every if (worth := _worth(found, other, answered)) > 0]
        if fits:
            yield one.statement, max(fits, key=lambda fit: fit[:2])[2].statement


def _member(one: Stated) -> Member:
    return Member(
        one.text, one.stance, negated=False, mode=one.mode, central=0.0, cue=one.cue, by=one.by, voice=one.voice, names=one.names
    )


@cache
def _many() -> frozenset[str]:
    return frozenset(map(stem, listed("belongs to many")))


def _voices(by: str) -> frozenset[str]:
    return who(by) - _many()


def _denial(one: Stated) -> _Denial | None:
    """What is known of a statement that denies; none where it is not plain that it does, or what."""
    member = _member(one)
    found = denial(member)
    what = denied(member) if found else None
    if found is None or what is None or (one.mode == "direct" and what.how == "said"):
        return None
    cue = lemmas(one.cue)
    withdrawn = bool(cue & listed("withdraws"))
    if what.how == "pointed at" and not found.sure:
        return None
    if what.how == "named":
        vague = what.noun in listed("believed") or (not found.sure and what.noun in listed("proposes"))
        if vague or ("contradict" in cue and what.first not in listed("demonstrative")):
            return None
    parts: tuple[Member, ...] = ()
    if what.how == "said":
        if withdrawn or not matter(what.proposition):
            return None
        some = [part for part in _PARTS.split(what.proposition)[:_SEVERAL] if len(matter(part)) >= 2]
        parts = tuple(replace(member, text=text) for text in dict.fromkeys((what.proposition, *some)))
    stems = frozenset(own for own, _ in matter(what.proposition))
    return _Denial(one, what, found.sure, _voices(one.by), stems, parts, withdrawn)


def _worth(found: _Denial, other: Stated, answered: Collection[int]) -> float:
    """How plain it is that this is what is denied; 0: it is not."""
    one, what = found.stated, found.what
    if other.statement == one.statement or other.stance in ("neutral", "doubts"):
        return 0.0
    told, apart = other.mode == "narration", one.start - other.end
    inside = one.start <= other.start and other.end <= one.end
    if inside and (told or not other.by or what.how != "said"):
        return 0.0
    if not inside and other.start < one.end and one.start < other.end:
        return 0.0
    if what.how == "said" and not inside and not 0 <= apart <= _NEAR and found.stems.isdisjoint(words(other.text).stems):
        return 0.0
    if what.how != "said" and not 0 <= apart <= (_OWNED if what.owner else _FAR):
        return 0.0
    voices = _voices(other.by)
    if not told and (other.voice == one.voice or voices & found.voices) and not found.withdrawn:
        return 0.0
    if not _deniable(other):
        return 0.0
    if inside:
        # *Denied Brandt's claim that she had fled*
        before = one.text[: other.start - one.start]
        own = not voices.isdisjoint(words(before).stems) and not any(map(is_claim, forms(other.by)))
        return 10.0 * (own and not _MORE.search(before))
    own = bool(what.owner & voices)
    near = other.statement in answered
    if what.how == "said":
        return _same(found, other, apart, near=near)
    return _meant(found, other, apart, own=own, near=near)


def _deniable(other: Stated) -> bool:
    """Whether somebody could deny it: it puts something forward, and is no denial itself."""
    first, cue = forms(other.text)[:1], lemmas(other.cue)
    if not first or first[0] in listed("asks") or "?" in other.text:
        return False
    if (cue | lemmas(other.text)) & listed("denies") or cue & (listed("turns down") - listed("being")):
        return False
    named = words(other.text).names | other.names
    says = sum(item not in named for item, _ in matter(other.text))
    if says < _FEWEST and not (says and is_clause(other.text)):
        return False
    if not (is_clause(other.text) or cue & listed("accuses")) or silent(other.text) or calls_false(other.text):
        return False
    return other.stance != "denies" or denial(_member(other)) is None


def _same(found: _Denial, other: Stated, apart: int, *, near: bool) -> float:
    """How plain it is where the denial says in its own words what is not so."""
    member, whole = _member(other), matter(other.text)
    charged = 0 <= apart <= _NEAR and bool(found.voices & _about(other)) and _charges(other, near=near)
    best = 0.0
    for part in found.parts:
        own = matter(part.text)
        if bool(words(part.text).negations) != bool(words(other.text).negations):
            continue
        cover = share(own, member, like=_LIKE)
        if charged and cover >= _CHARGED:
            best = max(best, 5 + cover - abs(apart) / 4_000)
        if cover < _COVER:
            continue
        back = share(whole, part, like=_LIKE)
        if len(own) == 1:
            about = bool(found.voices & _about(other))
            plain = found.sure and cover == 1 and 0 <= apart <= _NEAR and other.mode != "narration" and (about or near)
        else:
            plain = (found.sure or len(own) >= _WORDS) and _alike(cover, back, apart, near=near) and _happens(part, other)
        if not 0 <= apart <= _NEAR:
            # *any contacts* is told of in many ways; a part of what is denied stands for the whole only near by.
            plain = plain and (near or (is_clause(part.text) and (part is found.parts[0] or abs(apart) <= 2 * _NEAR)))
        if plain:
            best = max(best, 5 + cover + back + 0.3 * near - abs(apart) / 4_000)
    finished = best and (lacks(proposition(other.text)) < _UNFINISHED or lemmas(other.cue) & listed("accuses"))
    return best if finished else 0.0


def _charges(other: Stated, *, near: bool) -> bool:
    """Whether somebody charges somebody with it, or says it and is answered by the denial as the reader has it."""
    cue = lemmas(other.cue)
    return bool(cue & listed("accuses")) or (near and bool(cue & listed("tells")))


def _alike(cover: float, back: float, apart: int, *, near: bool) -> bool:
    """Whether two that share as much as is asked for have so much in common, by where they stand, that one denies the other."""
    if (cover >= 0.7 and back >= 0.5) or (back >= 0.4 and abs(apart) <= _FAR):
        return True
    if 0 <= apart <= _NEAR and back >= 0.2:
        return True
    return near and 0 <= apart <= 3 * _NEAR and back >= 0.25


def _happens(part: Member, other: Stated) -> bool:
    """Whether the other has a word for what happens in the part."""
    found, theirs = words(part.text), words(other.text)
    at = likeliest_head(found, part.names)
    if at is None or found.stems[at] in theirs.stems:
        return True
    vector = word_vector(found.forms[at])
    return max((float(word_vector(form) @ vector) for form in theirs.forms), default=0.0) >= _LIKE


def _about(other: Stated) -> frozenset[str]:
    """Stems of whom and what it is about."""
    return frozenset(words(other.text).stems) | other.names | states(other.text)


def _meant(found: _Denial, other: Stated, apart: int, *, own: bool, near: bool) -> float:
    """How plain it is where the denial names what it denies, or points there."""
    what, told, cue = found.what, other.mode == "narration", lemmas(other.cue)
    accuses, about = bool(cue & listed("accuses")), bool(found.voices & _about(other))
    says = accuses or bool(cue & listed("tells"))
    if found.withdrawn:
        mine = other.voice == found.stated.voice or bool(_voices(other.by) & found.voices)
        return (3 - apart / 1_000) * (mine and apart <= _NEAR)
    if what.how == "pointed at":
        return (3 - apart / 1_000) * (not told and apart <= _NEXT)
    if what.told and share(what.told, _member(other)) < 0.5:
        return 0.0
    if what.owner - found.voices:
        plain = own and (accuses or (says and apart <= _NEAR and (about or what.noun not in listed("charge"))))
        return (4 + accuses + about + near - apart / 1_500) * plain
    if told:
        words_of_it = lemmas(other.text) if _OF_WHAT.search(other.text) else frozenset[str]()
        charged = apart <= 2 * _NEAR and bool(words_of_it & listed("tells of charges"))
        beside = apart <= _BESIDE and bool(words_of_it & listed("accuses")) and what.noun in listed("charge")
        return (2.5 + near - apart / 1_000) * (about and (charged or beside))
    if accuses and about and apart <= (_FAR if what.noun in listed("charge") else _NEAR):
        return 3 + accuses + near - apart / 1_000
    if found.stated.mode == "direct":
        return 0.0
    answers = near and apart <= 2 * _NEAR and what.first != "any"
    if says and about and (answers or (apart <= _NEXT and what.noun in listed("charge"))):
        return 3 + near - apart / 1_000
    if what.first in listed("demonstrative") or what.first == "a":
        turned = what.first == "such" and bool(words(other.text).negations)
        return (3 + 0.3 * accuses + 0.5 * near - apart / 150) * (says and apart <= _BESIDE and not turned)
    if what.first in listed("theirs"):
        return (2 + near - apart / 500) * (accuses and apart <= _BESIDE)
    if what.noun in listed("one charge") and accuses:
        return (2 + near - apart / 500) * (apart <= (_NEAR if near else _NEXT))
    return 0.0
