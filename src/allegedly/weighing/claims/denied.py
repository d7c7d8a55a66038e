"""What somebody denies, by the words under his denial: they say it (*that he had fled*), or they point to it (*those claims*)."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from allegedly.reading.inflection import lemma_of
from allegedly.weighing.claims.heads import is_clause
from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.shares import LONGEST, is_claim, lemmas, listed, matter
from allegedly.weighing.claims.words import role, words

_WORD = re.compile(r"[A-Za-z]+")
_FRONT, _FIRST = 160, 9
"""Characters and words at the beginning among which a claim is named."""
_SAYING = re.compile(
    r"(?:(?:(?:from|by|in|against|made|raised|leveled|levelled)\s+(?:[\w’'.-]{1,20}\s+){1,4}?)?that|of|like|about how)\b\s*"
)
"""What stands between a claim and what it says: *the rumour that …*, *claims from the board that …*."""
_FROM = re.compile(r"(?:by|from)\s+((?:[\w.’'-]{1,30}\s*){1,4})")
"""Whose claim it is, behind it: *allegations by the harbour board*."""
_CLAUSE = re.compile(r"(?:the|an?|he|she|they|it|his|her|their|[A-Z][\w’'-]+)\s+\w+\s+\w+")
"""What begins a clause without a *that*: *allegations the prince had ordered it*."""
_SOMEBODY = re.compile(r"(?:him|them|us|me|you|her (?:the|an?|any))\s")
"""Whom something is kept from: *deny him the nomination*."""
_SUBJECTS = ("that", "he", "she", "they", "it", "we", "i")
"""What begins a clause, in which no claim is named but what is denied is said."""
_CALLED = re.compile(
    r"\b(?:is|are|was|were|as|to be)\s+(?=[“\"']?[\w ,]{0,40}\b(?:false|untrue|baseless|unfounded|fabricat\w+|lies?|wrong"
    r"|nonsense|ridiculous|absurd|ludicrous|preposterous|not true|bogus|fake|invent\w+|fiction))",
    re.IGNORECASE,
)
"""What says of a claim that it is not so, and does not belong to what it says."""
_NOTHING_WRONG = re.compile(r"(?:(?:that )?(?:\w+ ){1,3}?(?:did|done|doing)|doing) (?:anything|something) wrong\b")
_INVOLVED = re.compile(
    r"(?:that )?(?:(?:\w+ ){1,3}?(?:had|has|have) anything to do with|having anything to do with"
    r"|(?:\w+ ){1,3}?(?:was|were|been) involved"
    r"|(?:any |having any |all |its |his |her |their )?(?:involvement|responsibility|complicity|role|part|hand))\b"
)
"""What is denied by whoever denies that he has to do with it."""
_SUCH = re.compile(
    r"(?i)(?:any |all )?(?:such ([a-z]{3,20})(?: [a-z]{1,20}){0,3}|(?:that|those|this|these) ([a-z]{3,20}))[\s.,]*$"
)
"""What points to something that was told right before: *any such contacts*, *those figures*."""
_NOT_SO = re.compile(
    r"(?:that |and )?(?:that|this|it) (?:(?:is|was|has|had|did)(?: not|n['’]t)|never)"
    r" (?:the case|true|so|happened|happen|been the case)\b"
)
"""What only says of what stands right before that it is not so."""
_QUOTES = " ’”\"'"


class Denied(NamedTuple):
    """What a denial turns down."""

    how: Literal["said", "named", "pointed at"]
    """Whether its words say it, name it (*the allegation*) or only point to it (*that*)."""
    proposition: str = ""
    """What is said not to be so, in its words; empty where they do not say it."""
    noun: str = ""
    """What it is called: *allegation*."""
    first: str = ""
    """The word that its name begins with, in lower case: *those*, *his*."""
    owner: frozenset[str] = frozenset()
    """Stems of the names of whose word it is."""
    told: tuple[tuple[str, str], ...] = ()
    """Stems and forms that say before its name what it is about: *the bribery allegations*."""


def denied(member: Member) -> Denied | None:
    """What a member turns down, if its words tell; it is one that denies.

    Args:
        member: Who denies.
    """
    text = member.text
    if _SOMEBODY.match(text):
        return None
    if text.lower().strip(" .,").removeprefix("even ").removeprefix("all of ") in listed("all of it"):
        return Denied("pointed at")
    if _NOT_SO.match(text.lower()):
        return Denied("pointed at")
    wrong = not matter(text.removeprefix("any ")) and bool(lemmas(text) & listed("wrong"))
    if wrong or _NOTHING_WRONG.match(text):
        return Denied("named", noun="charge", first="any")
    involved = _INVOLVED.match(text)
    if involved:
        return Denied("named", noun="charge", first="any", told=matter(text[involved.end() :]))
    such = _SUCH.match(text)
    found = list(_WORD.finditer(text, 0, _FRONT))[:_FIRST]
    for at, match in enumerate(found):
        word = match[0].lower()
        named = word == "that" and len(found) > 1 and _names_it(found[1][0].lower())
        if at == 0 and word in _SUBJECTS and not (named or such):
            break
        if _names_it(word) and word not in listed("wrong"):
            return _named(text, match, found[0][0].lower())
    noun = such and (such[1] or such[2])
    if noun and noun not in listed("kept") and role(noun) is None:
        return Denied("named", noun=noun, first="such")
    own = text.removeprefix("that ").removeprefix("That ")
    return Denied("said", own) if matter(own) else None


def _names_it(word: str) -> bool:
    return is_claim(word) or lemma_of(word) in listed("names a charge")


def _named(text: str, name: re.Match[str], first: str) -> Denied:
    """What is denied where its name stands there."""
    before, behind = text[: name.start()], text[name.end() :].lstrip(_QUOTES)
    says = _SAYING.match(behind)
    if says:
        return Denied("said", _uncalled(behind[says.end() :]))
    if _CLAUSE.match(behind) and is_clause(behind):
        return Denied("said", _uncalled(behind))
    # In the middle of a sentence a capital is a name's.
    owner = words(f"x {before}").names
    by = _FROM.match(behind)
    if by:
        owner |= words(f"x {by[1]}").names
    told = tuple(item for item in matter(before) if item[0] not in owner)
    return Denied("named", "", lemma_of(name[0].lower()), first, owner, told)


def _uncalled(text: str) -> str:
    """What is said, without what calls it untrue behind it."""
    ends = [match.start() for match in _CALLED.finditer(text, 0, LONGEST)]
    return text[: ends[-1]] if ends else text
