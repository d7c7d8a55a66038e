"""What a statement turns into its contrary, what it calls untrue, and on which end of a matter it stands: by its words alone.

A negation reaches as far as the clause that it stands in. A verb's *not* ends with it; *no*, *none* and *nobody* as a subject
take the whole of it (*no penny that was given has been spent*), and *nothing* behind a verb denies this (*they paid nothing*).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.words import role, stem

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|(?<![A-Z])\.|[,;:—–!?()\"“”]")
_WORD = re.compile(r"[a-z]+")
_NEXT = re.compile(r"\s+([a-z]+)")
_LONGEST = 4_000
"""Characters of a statement that are looked at; longer ones are whole speeches."""
_NUMBERED = re.compile(r"(?:\. )?\d")
"""What stands behind *no* where it says which: *beam no. 3*."""
_ELLIPSIS = re.compile(
    r"\W*(?:that\s+)?(?:no\W*(?:$|[,.;!?](?!\s*\d))"
    r"|(?:[\w'-]+\s+){0,3}?(?:is|am|are|was|were|has|have|had|does|do|did|will|would|can|could|'m)(?:\s+not|n't)\W*(?:$|[.,;!?]|\s+and\b))"
)
"""What only says no: *he had not*, *that there isn't, and …*; what it denies stands elsewhere."""
_MARKS = '"“”'
_REACH, _SUBJECTS_REACH = 4, 8
"""Words with meaning behind a *not* that it turns around, at most; and behind a *no* or *nobody*."""


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("negations", "weighing") if row["use"] == use)


@cache
def _phrases(use: str) -> re.Pattern[str]:
    """What finds any of the words of one use that stands in a text in lower case."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_words(use), key=len, reverse=True)))})\b")


class Negation(NamedTuple):
    """One negation."""

    stems: tuple[str, ...]
    """What it turns around, in order: a verb, and what stands behind that."""
    whole: bool
    """Whether it takes the whole clause, as the subject or the object of it: *no bus was hit*, *they hit nobody*."""
    modal: str
    """The auxiliary before it, without its *n't*: *could*, *had*; empty: there is none."""


@lru_cache(maxsize=32_768)
def negated(text: str) -> frozenset[str]:
    """The stems that a negation turns around."""
    return frozenset(stem for one in negations(text) for stem in one.stems)


@lru_cache(maxsize=32_768)
def denied_whole(text: str) -> frozenset[str]:
    """Those that a *no* turns around as the subject or the object of its clause: *no bus was hit*, *they hit nobody*."""
    return frozenset(stem for one in negations(text) if one.whole for stem in one.stems)


@lru_cache(maxsize=32_768)
def negations(text: str) -> tuple[Negation, ...]:
    """The negations in a text, in order."""
    tokens = [match[0].replace("’", "'").lower() for match in _TOKEN.finditer(text, 0, _LONGEST)]
    found: list[tuple[list[str], bool, str]] = []
    left, ends, last, between, subject, modal = 0, frozenset[str](), "", "", False, ""
    for at, word in enumerate(tokens):
        if word in _MARKS and left and not found[-1][0]:
            continue  # *had not “reached any agreement”*
        if not word[0].isalnum():
            left, last, between, modal = 0, "", "", ""
            continue
        following = " ".join(tokens[at + 1 : at + 3])
        if word.endswith("n't") or (role(word) == "negation" and word != "without") or word == "nor":
            if word == "not" and following.startswith("to "):
                continue  # *opted not to hold one*: what somebody leaves denies nothing
            if re.match(_phrases("harmless"), following) or (word == "no" and _NUMBERED.match(following)):
                continue
            if not _words("relative").isdisjoint(tokens[max(0, at - 2) : at]):
                continue
            person = word in _words("person") or (word == "no" and following.startswith("one"))
            if (
                last
                and word in _words("object")
                and (not between or between in _words("particle" if not person else "before person"))
            ):
                found.append(([last], True, ""))
            subject = word in _words("subject")
            found.append(([], subject, _modal(word, modal)))
            left, ends = (_SUBJECTS_REACH, _words("ends")) if subject else (_REACH, _words("ends") | _words("passes"))
            last, between, modal = "", "", ""
            continue
        if left and word in ends:
            left = 0
        own = word.removesuffix("'s")
        if role(own) is not None or len(own) < 2:
            modal = own if role(own) == "auxiliary" else modal
            # *Had no comment* says nothing of *had*: a negation follows upon a verb, or what belongs to it, *carried out*.
            if role(own) != "auxiliary":
                between = own if last and not between else "…"
            continue
        last, between, modal = own if own[0].isdigit() else stem(own), "", ""
        if left:
            found[-1][0].append(last)
            left -= 1
    return tuple(Negation(tuple(stems), whole, modal) for stems, whole, modal in found if stems)


def _modal(word: str, before: str) -> str:
    """The auxiliary that a negation belongs to: in itself (*couldn't*, *cannot*), or the one before it."""
    return word.removesuffix("n't") if word.endswith("n't") else "can" if word == "cannot" else before


@lru_cache(maxsize=32_768)
def rejects(text: str, *, denied: bool = True) -> bool:
    """Whether a word says that something is not so: *that is false*, *an invention*; not *disputed waters*, *a fake passport*.

    Args:
        text: The words of a statement.
        denied: Whether that somebody denies or rejects something counts too.
    """
    found = text[:_LONGEST].lower().replace("’", "'")
    if _ELLIPSIS.match(found):
        return True
    if any(_stands(found, match.end()) for match in _phrases("rejects").finditer(found)):
        return True
    plain = _standpoints("rejects") - _words("ambiguous") - (frozenset() if denied else _words("denying"))
    return any(_stands(found, match.end()) for match in _WORD.finditer(found) if match[0] in plain)


@cache
def _standpoints(use: str) -> frozenset[str]:
    """Words of one use: to reject (*false*, *baseless*, *denied*), or to speak of what is said (*claims*, *reports*)."""
    return frozenset(row["word"] for row in rows("standpoints", "weighing") if row["use"] == use)


def _stands(text: str, end: int) -> bool:
    """Whether a word that ends there says something by itself, or of what somebody says, and is no mere epithet of a thing."""
    following = _NEXT.match(text, end)
    return following is None or role(following[1]) is not None or following[1] in _standpoints("reports")


@lru_cache(maxsize=32_768)
def silent(text: str) -> bool:
    """Whether it tells that nothing was said: *had no comment*, *declined to answer*."""
    found = text[:_LONGEST].lower()
    if not negated(text).isdisjoint({stem(word) for word in _words("silence")}):
        return True
    return bool(_phrases("declines").search(found) and _phrases("silence").search(found))


@cache
def _ends() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each matter what finds the words of its one end, and what those of the other."""
    made: dict[str, dict[str, list[str]]] = {}
    for row in rows("opposites", "weighing"):
        made.setdefault(row["matter"], {}).setdefault(row["end"], []).append(re.escape(row["word"]))
    return {
        matter: (re.compile(rf"\b(?:{'|'.join(ends['one'])})\b"), re.compile(rf"\b(?:{'|'.join(ends['other'])})\b"))
        for matter, ends in made.items()
    }


@lru_cache(maxsize=32_768)
def stands(text: str) -> dict[str, bool]:
    """For each matter of which one end alone is spoken of, without a negation, whether it is the one: *alive*, not *died*."""
    found = text[:_LONGEST].lower()
    made = {}
    for matter, (one, other) in _ends().items():
        first, second = one.search(found), other.search(found)
        match = first or second
        if match is None or (first and second) or not negated(text).isdisjoint(map(stem, match[0].split())):
            continue
        made[matter] = first is not None
    return made


def opposed(text: str, claim: str) -> bool:
    """Whether two statements stand on the two ends of a matter: *the general has died*, *the general is in perfect health*."""
    own, theirs = stands(text), stands(claim)
    return any(theirs.get(matter, end) != end for matter, end in own.items())
