"""Words that put nothing forward: what somebody only speaks of, what only says when or where something was said, captions.

*The committee criticised the ruling* says of the committee what it did, but of the ruling nothing. A noun phrase puts something
forward where somebody announces, reports or denies it (*announced a review of the rules*), or where it says itself what is so:
*the decision to close the pier*, *the arrest of the mayor*, *the mayor as a thief*.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from allegedly.reading.inflection import lemma_of
from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.proposition import GAP, verbless
from allegedly.weighing.claims.shares import is_claim
from allegedly.weighing.claims.words import role

_LONGEST = 1_000
"""Characters of a statement that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = re.compile(r"(?:[a-z]{1,20}ly )?([^\W\d_]+)")
_AROUND = " \t\n\"'“”‘’„«»([,"
"""What may stand before the first word."""
_SAID_OF_IT = re.compile(
    # *the mayor as a thief*; but not *as well as*
    r" because | not to [a-z]|(?<!\bwell) (?:as|being) (?!well\b|part\b|much\b|many\b)"
    # *the mayor for closing the pier*, *the mayor for his lies*, *Brandt for the leaks*
    r"| (?:by|for|from|of) (?:[a-z]+ly |not )?[a-z]+ing\b| for (?:her|his|its|their) |^[A-Z][a-z]+ for "
    # *the mayor closing the pier*
    r"|(?<! a)(?<! an)(?<! the) (?!(?:according|concerning|during|excluding|existing|following|including|ongoing|pending"
    r"|regarding|remaining|surrounding)\b)[a-z]+ing (?:a|an|her|him|his|its|that|the|their|them)\b",
    re.ASCII,
)
"""What the thing is said to be, or to do, by words that are no clause."""
_HOLDING = re.compile(r"\b([a-z]+) (?:that (?=[a-zA-Z\"“‘])|(?:not )?(to) (?=[a-z]))", re.ASCII)
"""A noun with a clause of its own: *the claim that …*, *the decision not to …*."""
_CALLED, _QUOTES = re.compile(r" as$"), "\"'“‘"
"""*described as* “a thief” the mayor."""
_ASKED, _TO = re.compile(r" for$"), re.compile(r" to [a-z]", re.ASCII)
"""*called for* the mayor to step down."""
_OF = re.compile(r"\b([a-z]+) (?:by|of) ", re.ASCII)
"""*the arrest of the mayor*."""
_SEVERAL = re.compile(r"\d|(?:half|least|most)\b")
"""Behind *about*, *at* or *over* it says how many: *at least forty people die*."""
_ON = re.compile(r"[,;:–—]")
"""Behind it may stand a clause whose verb looks like any word: *in a few days, prices rise*."""
_SURELY = 0.5
"""What words lack, at least, of which none can be a verb."""
_FIRST = ("conjunction", "auxiliary", "preposition")
"""What no noun phrase begins with."""
_ASKING = ("how", "what", "who", "why")
_OWNED = ("his", "her", "its", "their", "my", "our", "your", "this", "these", "those", "one")
"""Pronouns that one may begin with."""


@cache
def _listed(use: str) -> frozenset[str]:
    """Words of one use out of the vocabulary of topics."""
    return frozenset(row["word"] for row in rows("topics", "weighing") if row["use"] == use)


@lru_cache(maxsize=16_384)
def _speaks_of(cue: str) -> str:
    """How who does so only speaks of a thing, if he does: *criticised*, *an attack on*; not *announced*, *accused of*."""
    said = [match[0].lower() for match in _WORD.finditer(cue, 0, _LONGEST)]
    base = [lemma_of(word) for word in said]
    if len(said) > 1 and said[-1] in _listed("about"):
        return "about"
    if len(said) > 1 and said[-1] in _listed("towards"):
        # *by the count of the police* they say it
        own = role(said[0]) == "preposition" or f"{base[-2]} {said[-1]}" in _listed("reports")
        return "" if own or not _listed("reports").isdisjoint(base) else "towards"
    last = {said[-1], base[-1]} if said else set()
    return next((use for use in ("topic", "matter", "title") if not _listed(use).isdisjoint(last)), "")


def is_topic(text: str, cue: str, *, quoted: bool = False) -> bool:
    """Whether words are no more than the thing that somebody speaks of, or than a title.

    Args:
        text: The words of a statement.
        cue: Those that say that it is said, criticised or the like.
        quoted: Whether they are somebody's own words, and so all that he says.
    """
    use = _speaks_of(cue)
    if quoted or use in ("", "title"):
        return use == "title"
    plain = text[:_LONGEST].lstrip(_AROUND)
    # Of two pieces one may say something of the other: *is expected* the mayor … to step down.
    if GAP in text or (_CALLED.search(cue) and text[:1] in _QUOTES) or (_ASKED.search(cue) and _TO.search(plain)):
        return False
    first = _first(plain)
    kind = role(first)
    if first in _ASKING:
        return use in ("about", "towards")
    if kind in _FIRST or (kind == "pronoun" and first not in _OWNED) or _does(first):
        return False
    # Behind some a clause may stand as well: *explained the pier had been closed*.
    said = (use == "matter" and verbless(text) == 0) or _SAID_OF_IT.search(plain)
    return not (said or _happens(plain) or _holds(plain))


def _happens(plain: str) -> bool:
    """Whether it names what befell somebody, which whoever speaks of it takes for granted: *the arrest of the mayor*."""
    return any(lemma_of(found[1]) in _events() or _does(found[1]) for found in _OF.finditer(plain))


@cache
def _events() -> frozenset[str]:
    """Nouns for what somebody does to somebody."""
    return frozenset(word for row in rows("happenings") if row["pos"] == "noun" for word in row["words"].split())


def _holds(plain: str) -> bool:
    """Whether a noun in it has a clause that says what is claimed or to be done: *the report that …*, *the plan to …*."""
    for found in _HOLDING.finditer(plain):
        noun = lemma_of(found[1])
        if noun in _listed("plan") if found[2] else is_claim(found[1]) or noun in _shells() | _listed("claim"):
            return True
    return False


@cache
def _shells() -> frozenset[str]:
    """Nouns that hold what a clause says: *the fact that …*."""
    return frozenset(row["noun"] for row in rows("shells"))


def is_aside(text: str) -> bool:
    """Whether words are a piece of a sentence that only says when, where or on what occasion: *in a letter to the mayor*."""
    plain = text[:_LONGEST].lstrip(_AROUND)
    found = _BEGINNING.match(plain)
    if not found or _SEVERAL.match(plain, found.end() + 1) or _ON.search(plain, found.end()):
        return False
    first = found[1].lower()
    if not _does(first) or role(first) == "preposition":
        # With a capital it begins a sentence, the verb of which may look like any word: *On Friday prices rise*.
        return role(first) == "preposition" and plain[0].islower() and verbless(text) > 0
    missing = verbless(text)
    return missing >= _SURELY or (missing > 0 and plain[0].islower())  # *Voting begins at noon*


def is_caption(text: str) -> bool:
    """Whether an outlet says it below a picture: it gives a full day, in the present (*Brandt speaks in Orrel, May 3, 2021*)."""
    return _dated().search(text, 0, _LONGEST) is not None and verbless(text) > 0


@cache
def _dated() -> re.Pattern[str]:
    months = sorted({row["word"] for row in rows("calendar", "weighing") if row["unit"] in ("month", "short")})
    return re.compile(rf"\b(?:{'|'.join(months)})\.? \d{{1,2}}, (?:19|20)\d\d\b", re.ASCII)


def _first(plain: str) -> str:
    """The first word that is no adverb, in lower case: *improperly using the data*."""
    found = _BEGINNING.match(plain)
    return found[1].lower() if found else ""


def _does(word: str) -> bool:
    return word.endswith("ing") and lemma_of(word) != word
